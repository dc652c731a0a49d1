"Two processes do what one does: the same losses, epochs, vectors, captions; killed, they go on"
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
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
from viclipcap.prefix.loop import Loop
from viclipcap.prefix.train import fit
from viclipcap.prefix.viclipcap import toy_captioner
from viclipcap.runs.evaluate import evaluate
from viclipcap.runs.run import first_done, train_run
from viclipcap.base.settings import run_settings
from viclipcap.use.terminal import one_line
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

WHOLE = dict(epochs=2, every=0, dropout=.3, noise=.1)

def dies(rank, at):
    "The process `rank` is killed before its step number `at`, of all its trainings"
    step, done = Loop.step, []
    def counted(self, group):
        done.append(group)
        if process()[0]==rank and len(done)==at: os.kill(os.getpid(), signal.SIGKILL)
        return step(self, group)
    Loop.step = counted

def doomed(out):
    "A training of two processes, of which the second is killed"
    dies(1, 6)
    try: learn(Path(out), 4, **WHOLE)
    except RuntimeError as e: print(one_line(e)[0]); sys.exit(1)

def work(root, batch):
    "All that is compared, in this process"
    root, mark = Path(root), process()[1]
    out = dict(learn=learn(root/f'learn-{mark}', batch))
    out['whole'] = learn(root/f'whole-{mark}', batch, **WHOLE)
    learn(root/f'killed-{mark}', batch, 6, **WHOLE)
    out['killed'] = learn(root/f'killed-{mark}', batch, **WHOLE)
    if mark==2: out['lost'] = learn(root/'lost', batch, **WHOLE)  # `doomed` was there before
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
    code = f'import sys, json; sys.path.insert(0, {here!r}); from test_processes import doomed, work; '
    lost = launched(f'{code} doomed(sys.argv[1])', 2, [str(root/'lost')], grace=60.)
    left = {f.name for f in (root/'lost').iterdir()}
    two = launched(f'{code} print(json.dumps(work(sys.argv[1], 4)))', 2, [str(root)])
    for out,err,rc in two: assert rc==0, err
    one = work(root, 8) | dict(lost=(lost, left))
    return root, one, *(json.loads(out.splitlines()[-1]) for out,_,_ in two)

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

def test_one_of_two_is_killed_the_other_says_so_and_both_go_on_with_the_same_bytes(done):
    ((said, err, rc), (_, _, rc2)), left = done[1]['lost']
    assert (rc, rc2)==(1, -signal.SIGKILL), err
    assert re.fullmatch('error: another process has ended.*what was saved last\n', said), said
    assert left=={'training.safetensors'}  # no lock, nothing half written
    for k in (2, 3): assert done[k]['lost']==done[k]['whole']

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

@pytest.mark.stress
@pytest.mark.parametrize('rank,at', [(1, 9), (0, 14)])
def test_a_launched_run_that_loses_a_process_goes_on(tmp_path, rank, at):
    (tmp_path/'own.py').write_text(f'import os, sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n'
        f"from test_processes import dies; os.environ.get('DIES') and dies({rank}, {at})\n")
    def train(out, **env):
        words = ('train village-mlp --set images=30 epochs=3 batch=4 every=0 tracker=none '
            f'--out {tmp_path/out} --import {tmp_path/"own.py"}')
        return subprocess.run([sys.executable, '-m', 'torch.distributed.run', '--standalone',
            '--nproc-per-node', '2', '-m', 'viclipcap', *words.split()], capture_output=True,
            text=True, timeout=900, cwd=tmp_path, env=os.environ|dict(VICLIPCAP_DEVICE='cpu')|env)
    def left(out):
        files = [f for f in (tmp_path/out).rglob('*') if f.is_file()]
        sums = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files if f.suffix=='.safetensors'}
        return sums, {f.relative_to(tmp_path/out) for f in files}, read_json(tmp_path/out/'history.json')['steps']
    lost = train('b', DIES='yes')
    assert lost.returncode==1 and 'Signal 9 (SIGKILL)' in lost.stderr, lost.stderr
    assert 'gloo' not in lost.stderr  # one line of ours, or none where the launcher is faster
    assert not [f for f in (tmp_path/'b').rglob('.*') if f.name!='.lock']
    for out in 'ab': assert train(out).returncode==0
    assert left('a')==left('b')
