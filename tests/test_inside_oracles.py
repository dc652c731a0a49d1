"Other libraries' numbers for the maps of part 7; skipped where they are not installed: pip install 'viclipcap[inside]'"
import numpy as np
import pytest
import torch
from viclipcap.inside.faithful import drops, windows
from viclipcap.inside.pieces import sums
from viclipcap.inside.saliency import as_map, blur, cam, stages, token_scores, way
from viclipcap.prefix.clip import load_encoder
from viclipcap.prefix.decoder import toy_decoder
from viclipcap.prefix.viclipcap import ViClipCap

SAID, AT = 'hai cậu bé', (0, 1)

def teller():
    torch.manual_seed(0)
    return ViClipCap(load_encoder('village'), toy_decoder(), prefix=4, max_tokens=30), torch.rand(3, 128, 128)

def scored(m): return lambda x: sums(token_scores(m, x, SAID), [AT]*len(x))

def test_covered_parts_are_captums_ablation():
    attr = pytest.importorskip('captum.attr')
    m, x = teller()
    covers = windows((128, 128), 4, 0)
    mask = covers.float().argmax(0).long()[None,None]          # a number a part
    got = attr.FeatureAblation(scored(m)).attribute(x[None], feature_mask=mask,
        baselines=x.mean((1, 2), keepdim=True)[None].expand(1, 3, 128, 128))[0, 0].detach()
    mine = drops(m, x, SAID, [AT], covers)[0]
    assert all(torch.allclose(got[c].mean(), v, atol=1e-4) for c,v in zip(covers, mine))

def test_the_way_is_captums_integrated_gradients():
    attr = pytest.importorskip('captum.attr')
    m, x = teller()
    got = attr.IntegratedGradients(scored(m)).attribute(x[None], baselines=blur(x, 1/10)[None],
        n_steps=8, method='riemann_middle')[0].sum(0).detach().float()
    mine = way(m, x[None], SAID, [AT], steps=8)[0][0]
    assert torch.allclose(got, mine, atol=1e-5)

def test_cam_is_hirescam():
    lib = pytest.importorskip('pytorch_grad_cam')
    m, x = teller()
    class Net(torch.nn.Module):
        def __init__(self): super().__init__(); self.teller = m
        def forward(self, x): return scored(m)(x)[:,None]
    layer = [s for s,rows in zip(stages(m), (32, 16, 8, 4)) if rows>=12][-1]
    with lib.HiResCAM(model=Net(), target_layers=[layer]) as f:
        got = f(input_tensor=x[None].requires_grad_(), targets=[lambda out: out.sum()])[0]
    mine = as_map(cam(m, x, SAID, [AT]), (128, 128))[0].numpy()
    assert np.corrcoef(got.ravel(), mine.ravel())[0, 1]>.999
