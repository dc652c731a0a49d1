"""Other libraries' numbers for the maps of part 7: pip install 'viclipcap[oracles]'; skipped where absent

`pytest -s -k faster tests/test_inside_oracles.py` prints how many times faster ours is."""
import time
import numpy as np
import pytest
import torch
from viclipcap.inside.faithful import box_mask, drops, energy, pointing, windows
from viclipcap.inside.pieces import cut, sums
from viclipcap.inside.saliency import blur, cam, slopes, stages, token_scores, way
from viclipcap.prefix.clip import load_encoder
from viclipcap.prefix.decoder import toy_decoder
from viclipcap.prefix.viclipcap import ViClipCap

SAID, AT = 'hai cậu bé', (0, 1)

@pytest.fixture(scope='module')
def attr(): return pytest.importorskip('captum.attr', reason='captum is not installed')
@pytest.fixture(scope='module')
def cams(): return pytest.importorskip('pytorch_grad_cam', reason='grad-cam is not installed')
@pytest.fixture(scope='module')
def quantus(): return pytest.importorskip('quantus', reason='quantus is not installed')

@pytest.fixture(scope='module')
def teller():
    torch.manual_seed(0)
    return ViClipCap(load_encoder('village'), toy_decoder(), prefix=4, max_tokens=30)

@pytest.fixture(scope='module')
def x(): return torch.rand(3, 128, 128, generator=torch.manual_seed(1))

def scored(m, said=SAID, at=AT): return lambda x: sums(token_scores(m, x, said), [at]*len(x))

def same(a, b):
    "Equal to 1e-5 of the largest value"
    a, b = (torch.as_tensor(v).detach().float() for v in (a, b))
    most = a.abs().max()
    assert most>0 and (a-b).abs().max()<1e-5*most, float((a-b).abs().max()/most)

def test_gradient_times_picture_is_captums(attr, teller, x):
    got = attr.InputXGradient(scored(teller)).attribute(x[None].requires_grad_())
    same(got, slopes(teller, x[None], SAID, [AT])[0]*x)

def test_the_way_is_captums_integrated_gradients(attr, teller, x):
    got = attr.IntegratedGradients(scored(teller)).attribute(x[None], baselines=blur(x, 1/10)[None],
        n_steps=8, method='riemann_middle')[0].sum(0)
    same(got, way(teller, x[None], SAID, [AT], steps=8)[0][0])

def test_covered_parts_are_captums_ablation(attr, teller, x):
    covers = windows((128, 128), 4, 0)
    got = attr.FeatureAblation(scored(teller)).attribute(x[None], feature_mask=covers.float().argmax(0).long()[None,None],
        baselines=x.mean((1, 2))[None,:,None,None].expand(1, 3, 128, 128))[0, 0]
    mine = drops(teller, x, SAID, [AT], covers)[0]
    assert (torch.stack([got[c].mean() for c in covers])-mine).abs().max()<1e-5 and mine.abs().max()>1e-3

def test_windows_side_by_side_are_captums_occlusion(attr, teller, x):
    got = attr.Occlusion(scored(teller)).attribute(x[None], sliding_window_shapes=(3, 32, 32), strides=(3, 32, 32), baselines=0)[0, 0]
    mine = drops(teller, x, SAID, [AT], windows((128, 128), 4, 0), torch.zeros(3, 1, 1))[0]
    assert (got[::32, ::32].flatten()-mine).abs().max()<1e-5 and mine.abs().max()>1e-3

class Net(torch.nn.Module):
    "A captioner as a classifier of one class: the score of the words"
    def __init__(self, m): super().__init__(); self.teller = m
    def forward(self, x): return scored(self.teller)(x)[:,None]

@pytest.mark.parametrize('name', ['HiResCAM', 'GradCAM'])
def test_activations_and_gradients_are_those_of_grad_cam(cams, teller, x, name):
    layer = [s for s,rows in zip(stages(teller), (32, 16, 8, 4)) if rows>=12][-1]
    class Raw(getattr(cams, name)):
        "The map before it is cut at zero and scaled"
        def get_cam_image(self, *given): self.raw = super().get_cam_image(*given); return self.raw
    with Raw(model=Net(teller), target_layers=[layer]) as f:
        final = f(input_tensor=x[None].requires_grad_(), targets=[lambda out: out.sum()])[0]
        raw = f.raw[0]
    _,a,g = slopes(teller, x[None], SAID, [AT], 12)
    same(raw, (a*(g if name=='HiResCAM' else g.mean((2, 3), keepdim=True))).sum(1)[0])
    if name=='HiResCAM':                                       # theirs is scaled to 1 and enlarged by opencv
        mine = cam(teller, x, SAID, [AT])[0]
        assert np.corrcoef(final.ravel(), mine.numpy().ravel())[0, 1]>.9999

@pytest.mark.filterwarnings('ignore')
def test_hits_and_energy_are_those_of_quantus(quantus):
    g = torch.manual_seed(0)
    maps = torch.rand(60, 12, 16, generator=g)
    corner = torch.randint(0, 80, (60, 2), generator=g).tolist()
    masks = torch.stack([box_mask([[a, b, a+40, b+40]], (12, 16)) for a,b in corner])
    given = dict(a_batch=maps.numpy()[:,None], s_batch=masks.numpy()[:,None])
    hits = quantus.PointingGame(disable_warnings=True).evaluate_batch(**given)
    assert pointing(maps, masks).tolist()==np.asarray(hits).astype(bool).tolist() and 0<sum(hits)<60
    same(quantus.RelevanceMassAccuracy(disable_warnings=True).evaluate_batch(**given), energy(maps, masks))

def cpu(f):
    "CPU seconds of a call: other processes do not count"
    start = time.process_time()
    f()
    return time.process_time()-start

def test_covered_parts_are_faster_than_captums_one_by_one(attr, teller, x):
    said = 'hai cậu bé đội nón lá đang cưỡi một con trâu'
    at, grid = [p.tokens for p in cut(teller, said)], windows((128, 128), 4, 0)
    def theirs(words):
        for o in words: attr.Occlusion(scored(teller, said, o)).attribute(x[None], sliding_window_shapes=(3, 32, 32),
            strides=(3, 32, 32), baselines=0)
    def mine(words): drops(teller, x, said, words, grid, torch.zeros(3, 1, 1))
    mine(at)                                                   # once for nothing
    one, every = (cpu(lambda: theirs(w))/cpu(lambda: mine(w)) for w in (at[:1], at))
    print(f'16 covered parts: one word {one:.1f} times faster than captum, a caption of {len(at)} words {every:.1f} times')
    assert every>len(at)/2                                     # read once for all words, not once a word
