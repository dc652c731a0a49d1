"Two processes do what one does: the same losses, epochs, vectors, captions; killed, they go on"
import json
from pathlib import Path
from unittest.mock import patch
import numpy as np
import pytest
import torch
from viclipcap.base.basics import process, read_json
from viclipcap.base.fingerprint import fingerprint
from viclipcap.base.journal import complete
from viclipcap.base.processes import launched
from viclipcap.prefix.batches import Pairs
from viclipcap.prefix.captioner import Decode
from viclipcap.prefix.decoder import TOY_TEXTS
from viclipcap.prefix.encoder import colour_encoder
from viclipcap.prefix.features import extract
from viclipcap.prefix.train import fit
from viclipcap.prefix.viclipcap import toy_captioner
from viclipcap.runs.evaluate import evaluate
from viclipcap.runs.run import first_done, train_run
from viclipcap.base.settings import run_settings
from viclipcap.world.data import load_data
from viclipcap.world.village import make_village

LONG = [TOY_TEXTS[0], f'{TOY_TEXTS[1]} {TOY_TEXTS[2]} {TOY_TEXTS[3]}']  # means of unequal tokens

def pairs(n, seed, texts=LONG):
    "Noisy vectors of a few captions, some short and some long"
    rng = np.random.default_rng(seed)
    kind = rng.integers(len(texts), size=n)
    v = np.eye(48)[kind] + rng.normal(size=(n, 48))*.8
    return Pairs.from_arrays(v, [[texts[k]] for k in kind])

def learn(out, batch, left=0, **how):
    "A training, killed after so many steps; what it did"
    more = {k: how.pop(k) for k in ('dropout', 'noise') if k in how}
    torch.manual_seed(3)
    m = toy_captioner(mode='tuned', **more)
    for o in m.modules():
        if not more and isinstance(o, torch.nn.Dropout): o.p = 0.  # it is another one in each process
    def after_step():
        m.left -= 1
        if not m.left: raise KeyboardInterrupt
    m.left, m.after_step = left, after_step
    try: h = fit(m, pairs(53, 1), pairs(17, 2), out, batch=batch, log=False, say=None,
        **dict(epochs=12, lr=.01, patience=2, seed=5)|how)
    except KeyboardInterrupt: return
    epochs = [[e['epoch'], e['train'], e['val'], e['step']] for e in h['epochs']]
    return dict(steps=h['steps']['loss'], lr=h['steps']['lr'], epochs=epochs, best=h['best'],
        stopped=h['stopped'], weights=fingerprint(m.mapper))

def work(root, batch):
    "All that is compared, in this process"
    root, mark = Path(root), process()[1]
    out = dict(learn=learn(root/f'learn-{mark}', batch))
    how = dict(epochs=2, every=0, dropout=.3, noise=.1)
    out['whole'] = learn(root/f'whole-{mark}', batch, **how)
    learn(root/f'killed-{mark}', batch, 6, **how)
    out['killed'] = learn(root/f'killed-{mark}', batch, **how)
    data = load_data(root/'village', 'train')
    f = extract(data, colour_encoder(), root/f'store-{mark}', batch_size=4, grid=True, on_error='skip')
    out['bad'] = len(f.bad)
    run = run_settings('village-mlp', [f'data={root}/village', 'epochs=1', f'batch={batch}',
        'skip_bad=yes', 'dropout=0', 'noise=0', 'tracker=none', 'choose=CIDEr'])
    def main_only(f):
        def looked(*args): assert process()[0]==0, f'{f.__name__}: looked for itself'; return f(*args)
        return patch(f'viclipcap.runs.run.{f.__name__}', looked)
    with main_only(complete), main_only(first_done):
        for again in range(2): train_run(run, root/f'run-{mark}', say=lambda line: None)
    res = evaluate(root/f'run-{mark}', root/'village', how=Decode(beams=1), batch=3, vote=0,
        metrics='CIDEr', file=root/f'results-{mark}.json')
    again = evaluate(root/'run-2', root/'village', how=Decode(beams=2), batch=3, metrics='CIDEr') \
        if mark==2 else {}
    return out | dict(CIDEr=res['metrics']['CIDEr'], captions=again.get('captions'),
        history=read_json(root/f'run-{mark}'/'history.json')['steps']['loss'])

@pytest.fixture(scope='module')
def done(tmp_path_factory):
    "The same work by one process with batches of 8, and by two with batches of 4"
    root = tmp_path_factory.mktemp('processes')
    make_village(root/'village', images=30, seed=4)
    broken = load_data(root/'village', 'train').files[9]
    Path(broken).write_bytes(b'no picture')
    here = str(Path(__file__).parent)
    code = (f'import sys, json; sys.path.insert(0, {here!r}); from test_processes import work; '
        'print(json.dumps(work(sys.argv[1], 4)))')
    two = launched(code, 2, [str(root)])
    for out,err,rc in two: assert rc==0, err
    return root, work(root, 8), *(json.loads(out.splitlines()[-1]) for out,_,_ in two)

def test_two_processes_have_the_losses_of_one_with_twice_the_batch(done):
    _, one, two, other = done
    assert two['learn']==other['learn']
    a, b = one['learn'], two['learn']
    assert len(a['steps'])>30 and a['steps'][0]>3*a['steps'][-1]
    for k in ('steps', 'lr', 'epochs'): np.testing.assert_allclose(b[k], a[k], atol=1e-5, rtol=0)

def test_the_best_epoch_and_the_end_are_agreed(done):
    _, one, two, other = done
    a, b = one['learn'], two['learn']
    assert (a['best']['epoch'], a['stopped'])==(b['best']['epoch'], b['stopped'])
    assert a['stopped']=='patience' and 1<a['best']['epoch']<12

def test_two_processes_that_were_killed_go_on_with_the_same_bytes(done):
    for k in (2, 3): assert done[k]['killed']==done[k]['whole']
    assert done[2]['whole']['weights']==done[3]['whole']['weights']

def test_a_store_has_the_bytes_of_one_process(done):
    root, one, two, _ = done
    assert one['bad']==two['bad']==1
    for name in ('pooled.npy', 'grid.npy', 'done.npy', 'sums.npy', 'meta.json'):
        a, b = ((root/f'store-{k}'/name).read_bytes() for k in (1, 2))
        assert a==b, name

def test_a_run_and_its_result_are_those_of_one_process(done):
    root, one, two, other = done
    np.testing.assert_allclose(two['history'], one['history'], atol=1e-5, rtol=0)
    alone = evaluate(root/'run-2', root/'village', how=Decode(beams=1), batch=3, vote=0, metrics='CIDEr')
    assert two['CIDEr']==other['CIDEr']==alone['metrics']['CIDEr']
    assert not [f for f in (root/'run-2').iterdir() if f.name.startswith('.')]
    record = read_json(root/'run-2'/'run.json')
    assert record['stages'].keys()=={'features', 'train'} and record['processes']==2

def test_captions_are_those_of_one_process(done):
    root, _, two, other = done
    alone = evaluate(root/'run-2', root/'village', how=Decode(beams=2), batch=3, metrics='CIDEr')
    assert two['captions']==other['captions']==alone['captions'] and len(alone['captions'])>2
    said = json.loads((root/'predictions-2.json').read_text())
    assert len(said)==len(alone['captions'])
