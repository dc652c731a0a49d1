"""A captioner of one's own, written in one file outside the package, is trained, saved, loaded, evaluated, compared and
told apart without an edit elsewhere"""
import json
import os
import shutil
import sys

import pytest
import torch
from fastcore.test import ExceptionExpected, test_eq

from viclipcap.base.basics import UserError, read_json
from viclipcap.base.keys import captioners
from viclipcap.base.settings import joined, make_run, run_settings
from viclipcap.prefix.checkpoint import load_captioner
from viclipcap.runs.compare import compare
from viclipcap.runs.evaluate import evaluate
from viclipcap.runs.run import train_run
from viclipcap.world.data import load_data
from viclipcap.world.village import make_village

test_eq.__test__ = False

# this is all that its author writes: pixels from files, a key of its own, a trained part, two terms of the loss
SOURCE = '''
from collections import Counter
import torch
import torch.nn.functional as F
from torch import nn
from viclipcap.base.keys import register_captioner, within
from viclipcap.prefix.batches import squares
from viclipcap.prefix.captioner import Captioner, CaptionerKeys

class TinyKeys(CaptionerKeys):
    depth:int = within(1, 1, 4)  # layers
    sentences:str = ''

@register_captioner
class Tiny(Captioner):
    kind, keys, needs, steps = 'tiny', TinyKeys, ('pixels', 'id'), 0
    preprocess = squares(16)
    @classmethod
    def learn(cls, settings, captions):
        known = [s for s,_ in Counter(captions).most_common(20)]
        return settings | dict(sentences='|'.join(known))
    def setup(self):
        self.known = self.settings['sentences'].split('|')
        layers = [nn.Conv2d(3 if i==0 else 8, 8, 3, 2, 1) for i in range(self.settings['depth'])]
        self.net = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, len(self.known)))
    def losses(self, batch):
        scores = self.net(batch['pixels'])
        right = torch.tensor([self.known.index(c) if c in self.known else 0 for c in batch['captions']])
        return dict(nll=F.cross_entropy(scores, right.to(scores.device)), quiet=1e-3*scores.square().mean())
    def captions(self, batch, how):
        best = self.net(batch['pixels']).topk(how.n)[1]
        return [[self.known[i] for i in row] for row in best]
    def after_step(self): self.steps += 1
'''


@pytest.fixture(scope='module')
def place(tmp_path_factory):
    "A village, and a package `tiny` that announces its captioner as an installed one does"
    root = tmp_path_factory.mktemp('own')
    make_village(root/'v', 40)
    home = root/'site'
    (home/'tiny_captioner-1.dist-info').mkdir(parents=True)
    (home/'tiny_captioner.py').write_text(SOURCE)
    (home/'tiny_captioner-1.dist-info'/'METADATA').write_text('Metadata-Version: 2.1\nName: tiny-captioner\nVersion: 1\n')
    (home/'tiny_captioner-1.dist-info'/'entry_points.txt').write_text('[viclipcap.captioners]\ntiny = tiny_captioner:Tiny\n')
    (root/'settings.ini').write_text(f'[viclipcap]\n[mine]\ndata = {root/"v"}\ncaptioner = tiny\ndepth = 2\n'
        'epochs = 2\nbatch = 16\nlr = 1e-2\nbeams = 3\n[broken]\ncaptioner = tiny\ndepth = 9\n')
    old = os.environ.get('PYTHONPATH', '')
    sys.path.insert(0, str(home))
    os.environ['PYTHONPATH'] = os.pathsep.join([str(home), old])
    yield root
    sys.path.remove(str(home))
    os.environ['PYTHONPATH'] = old
    captioners.here.pop('tiny', None)
    joined.cache_clear()


def test_it_is_found_by_name_and_its_key_is_checked(place):
    assert 'tiny' in captioners
    test_eq(captioners.find('tiny').kind, 'tiny')
    run = run_settings('mine', path=place/'settings.ini')
    test_eq((run.depth, run.epochs, run.own()['depth']), (2, 2, 2))
    assert not hasattr(run, 'mapper') and not hasattr(run, 'encoder')
    with ExceptionExpected(UserError, r'\[broken\]: depth: wanted 1 to 4, got'): run_settings('broken', path=place/'settings.ini')
    with ExceptionExpected(UserError, "no setting named 'depth'"):
        make_run('a', depth=2)


def test_it_trains_is_saved_loaded_and_evaluated(place):
    run = run_settings('mine', path=place/'settings.ini')
    out = train_run(run, place/'run', say=lambda l: None)
    history = read_json(out/'history.json')
    test_eq([e['epoch'] for e in history['epochs']], [1, 2])
    model = load_captioner(out)
    test_eq((model.kind, model.settings['depth'], model.how.beams, model.reads), ('tiny', 2, 3, None))
    data = load_data(place/'v', 'test')
    res = evaluate(out, place/'v', metrics='BLEU')
    test_eq([*res['captions'].values()], model.caption(data.files))
    test_eq(res['info']['captioner'], 'tiny')
    assert res['info']['decode']['beams']==3, res['info']
    test_eq(model.caption(data.files[::-1], batch_size=1), model.caption(data.files)[::-1])
    code = (out/'README.md').read_text()
    assert 'no frozen part → tiny' in code


def test_it_is_compared_and_told_apart(place, monkeypatch):
    monkeypatch.chdir(place)
    other = make_run('first', captioner='tiny', data=str(place/'v'), depth=1, epochs=1, batch=16, lr=1e-2)
    deep = other.but(name='deep', depth=3)
    rep = compare([other, deep], place/'table', metrics='BLEU,CIDEr', n=20, say=lambda l: None)
    test_eq([r['name'] for r in rep['rows']], ['first', 'deep'])
    for name, depth in (('first', 1), ('deep', 3)):
        cfg = read_json(place/'table'/f'{name}-s0'/'config.json')
        test_eq((cfg['captioner'], cfg['settings']['depth']), ('tiny', depth))
        res = json.loads((place/'table'/'rows'/f'{name}-s0.json').read_text())
        test_eq(res['info']['captioner'], 'tiny')
    with ExceptionExpected(UserError, 'depth'):   # another depth is another run
        compare([other.but(depth=2), deep], place/'table', metrics='BLEU,CIDEr', n=20, say=lambda l: None)


def test_a_checkpoint_without_its_author_s_code_says_so(place):
    out = place/'run'
    if not out.is_dir(): pytest.skip('the run of the test before')
    cfg = read_json(out/'config.json')
    alone = place/'alone'
    shutil.copytree(out, alone, dirs_exist_ok=True)
    (alone/'config.json').write_text(json.dumps(cfg | dict(captioner='tinier')))
    with ExceptionExpected(UserError, "no captioner named 'tinier': try .*the code that registers it"): load_captioner(alone)


def test_a_trained_part_begins_as_a_named_one_and_travels(place, tmp_path):
    from viclipcap.prefix.captioner import Captioner
    from viclipcap.prefix.clip import load_encoder
    from viclipcap.base.keys import register_captioner
    @register_captioner
    class Warm(Captioner):
        kind, parts, trained, needs = 'warm', dict(encoder=load_encoder), ('encoder',), ('pixels',)
        def losses(self, batch): return dict(nll=self.encoder.tower.pooled(batch['pixels']).square().mean())
        def captions(self, batch, how):
            return [[f'{v:.5f}']*how.n for v in self.encoder.tower.pooled(batch['pixels'])[:,0]]
    try:
        m = Warm('village').train()
        before = {k: v.clone() for k,v in m.state_dict().items()}
        files = load_data(place/'v', 'test').files[:2]
        m.loss(m.opened(m.read(files))).backward()
        with torch.no_grad():
            for p in m.parameters():
                if p.grad is not None: p -= 1e-3*p.grad
        moved = [k for k,v in m.state_dict().items() if not torch.equal(v, before[k])]
        assert moved and all(k.startswith('encoder.') for k in moved)
        m.eval().save_pretrained(tmp_path)
        again = load_captioner(tmp_path)
        test_eq(again.caption(files), m.caption(files))
        assert again.caption(files)!=Warm('village').caption(files)
    finally: captioners.here.pop('warm')
