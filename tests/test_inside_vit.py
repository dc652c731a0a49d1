"Chefer's rule and Grad-ECLIP (chapter 701) on a small open_clip ViT, random or shortly trained, beside a ViT written out here"
import open_clip
import pytest
import torch
from viclipcap.inside.attention import chefer, grad_eclip, spread
from viclipcap.prefix.decoder import toy_decoder
from viclipcap.prefix.encoder import ClipTower, Encoder
from viclipcap.prefix.viclipcap import ViClipCap

SIDE, PATCH, HEADS, SAID, AT = 32, 8, 2, 'hai cậu bé', (1, 2)

def vit(seed):
    torch.manual_seed(seed)
    vision = dict(image_size=SIDE, layers=3, width=32, patch_size=PATCH, head_width=32//HEADS)
    clip = open_clip.CLIP(16, vision, dict(context_length=8, vocab_size=9, width=64, heads=1, layers=1)).eval()
    for p in clip.visual.transformer.parameters(): p.data.mul_(2)   # as open_clip begins, attention is flat
    return clip

def trained(clip, steps):
    "Shortly trained to say which of two colours the one marked patch has"
    g, head = torch.Generator().manual_seed(0), torch.nn.Linear(16, 2)
    opt = torch.optim.AdamW([*clip.visual.parameters(), *head.parameters()], lr=2e-3)
    for _ in range(steps):
        cells, at = torch.randint(0, 2, (32, 16), generator=g), torch.randint(0, 16, (32, 1), generator=g)
        c = torch.stack([1.-cells, torch.zeros(32, 16).scatter(1, at, 1.), cells.float()], 1)
        x = c.view(32, 3, 4, 4).repeat_interleave(PATCH, 2).repeat_interleave(PATCH, 3)
        loss = torch.nn.functional.cross_entropy(head(clip.visual(x)), cells.gather(1, at)[:,0])
        opt.zero_grad(); loss.backward(); opt.step()
    return loss.item()

def plain(visual, x):
    "The tower written out for one picture: its vector, and of each block weights, head outputs, queries, keys, values"
    h = visual.conv1(x[None])[0].flatten(1).T                       # (cells, width)
    h = visual.ln_pre(torch.cat([visual.class_embedding[None], h]) + visual.positional_embedding)
    seen = []
    for b in visual.transformer.resblocks:
        y = b.ln_1(h)
        q, k, v = (y@w.T+c for w,c in zip(b.attn.in_proj_weight.chunk(3), b.attn.in_proj_bias.chunk(3)))
        a, outs, d = [], [], q.shape[1]//HEADS
        for s in (slice(i*d, (i+1)*d) for i in range(HEADS)):
            a.append((q[:, s]@k[:, s].T/d**.5).softmax(-1))
            outs.append(a[-1]@v[:, s])
        out = torch.cat(outs, 1)
        seen.append(dict(a=a, out=out, q=q, k=k, v=v))
        h = h + out@b.attn.out_proj.weight.T + b.attn.out_proj.bias
        h = h + b.mlp(b.ln_2(h))
    return visual.ln_post(h)[0]@visual.proj, seen

def score(m, vector):
    "Log-probability of the words, from the captioner's logits"
    logits, labels = m.logits(dict(vector=vector[None], captions=[SAID]))
    logp = logits[0].log_softmax(-1)
    return sum(logp[k, labels[0, k]] for k in AT)

def chefer_by_hand(m, visual, x):
    vector, seen = plain(visual, x)
    grads = torch.autograd.grad(score(m, vector), [a for o in seen for a in o['a']])
    r = torch.eye(len(seen[0]['q']))
    for n,o in enumerate(seen):
        mean = sum((g*a).clamp(min=0) for g,a in zip(grads[n*HEADS:], o['a']))/HEADS
        r = r + mean@r
    return r[0, 1:]

def eclip_by_hand(m, visual, x):
    vector, seen = plain(visual, x)
    o = seen[-1]
    w = torch.autograd.grad(score(m, vector), o['out'])[0][0]       # of the class token
    near = torch.stack([torch.dot(o['q'][0], k)/o['q'][0].norm()/k.norm() for k in o['k']])
    near = (near-near.min())/(near.max()-near.min())
    return torch.stack([(w*v).sum()*n for v,n in zip(o['v'], near)])[1:].clamp(min=0)

@pytest.mark.parametrize('steps', [0, 60])
@pytest.mark.parametrize('rule,by_hand', [(chefer, chefer_by_hand), (grad_eclip, eclip_by_hand)])
def test_maps_are_those_of_the_formulas_written_out(rule, by_hand, steps):
    clip = vit(0)
    if steps: assert trained(clip, steps)<.2                        # it has learned something
    m = ViClipCap(Encoder(ClipTower(clip), None, 'vit', 16, SIDE), toy_decoder(), prefix=3, max_tokens=30)
    for p in clip.parameters(): p.requires_grad_(True)
    x = torch.rand(3, SIDE, SIDE)
    assert torch.allclose(plain(clip.visual, x)[0], m.encoder.through(x[None])[0], atol=1e-5)
    want = by_hand(m, clip.visual, x).detach()
    assert want.max()>0 and (want==want.max()).sum()==1
    got = rule(m, x, SAID, [AT])
    assert (got-spread(want[None], (4, 4), (SIDE, SIDE))).abs().max()<1e-5*got.max()
