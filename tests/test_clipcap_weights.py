"ClipCap's published Transformer, written out with plain functions, gives the logits that our reader gives"
import tempfile
import torch
import torch.nn.functional as F
from fastcore.test import test_close, test_eq
from transformers import GPT2Config, GPT2LMHeadModel
from transformers.utils import logging
from viclipcap.prefix.clipcap import read_clipcap

test_close.__test__ = test_eq.__test__ = False

def test_published_transformer_weights_give_the_same_logits_to_1e_4():
    logging.set_verbosity_error()
    torch.manual_seed(0)
    D, H, L, P, C, V = 32, 8, 3, 4, 6, 50  # dim, heads, layers, prefix, clip_length
    lm = GPT2LMHeadModel(GPT2Config(vocab_size=V, n_embd=D, n_layer=2, n_head=2,
        n_positions=40, bos_token_id=0, eos_token_id=0)).eval()
    r = lambda *s: torch.randn(*s)*.3
    w = {'linear.weight': r(C*D, 20), 'linear.bias': r(C*D), 'prefix_const': r(P, D)}
    for i in range(L):
        for n,s in {'norm1.weight': [D], 'norm1.bias': [D], 'norm2.weight': [D],
            'norm2.bias': [D], 'attn.to_queries.weight': [D, D],
            'attn.to_keys_values.weight': [2*D, D], 'attn.project.weight': [D, D],
            'attn.project.bias': [D], 'mlp.fc1.weight': [2*D, D],
            'mlp.fc1.bias': [2*D], 'mlp.fc2.weight': [D, 2*D], 'mlp.fc2.bias': [D]}.items():
            w[f'transformer.layers.{i}.{n}'] = r(*s)
    v, ids = torch.randn(3, 20), torch.randint(0, V, (3, 7))
    x = (v @ w['linear.weight'].T + w['linear.bias']).view(3, C, D)
    x = torch.cat((x, w['prefix_const'][None].repeat(3, 1, 1)), 1)
    for i in range(L):
        g = lambda n: w[f'transformer.layers.{i}.{n}']
        y = F.layer_norm(x, [D], g('norm1.weight'), g('norm1.bias'))
        q = (y @ g('attn.to_queries.weight').T).view(3, C+P, H, D//H)
        kv = (y @ g('attn.to_keys_values.weight').T).view(3, C+P, 2, H, D//H)
        att = torch.einsum('bnhd,bmhd->bnmh', q, kv[:, :, 0]) / (D//H)**.5
        y = torch.einsum('bnmh,bmhd->bnhd', att.softmax(2), kv[:, :, 1]).reshape(3, C+P, D)
        x = x + y @ g('attn.project.weight').T + g('attn.project.bias')
        y = F.layer_norm(x, [D], g('norm2.weight'), g('norm2.bias'))
        y = torch.relu(y @ g('mlp.fc1.weight').T + g('mlp.fc1.bias'))
        x = x + y @ g('mlp.fc2.weight').T + g('mlp.fc2.bias')
    emb = torch.cat((x[:, C:], lm.transformer.wte(ids)), 1)
    with torch.no_grad(): want = lm(inputs_embeds=emb).logits
    state = {f'clip_project.{k}': v for k,v in w.items()}
    state |= {f'gpt.{k}': v for k,v in lm.state_dict().items()}
    for i in range(2):  # masks that old versions of transformers saved
        state[f'gpt.transformer.h.{i}.attn.bias'] = torch.ones(1, 1, 40, 40).tril()
        state[f'gpt.transformer.h.{i}.attn.masked_bias'] = torch.tensor(-1e4)
    with tempfile.TemporaryDirectory() as d:
        torch.save(state, f'{d}/coco.pt')
        got = read_clipcap(f'{d}/coco.pt')
    test_eq((got['kind'], got['prefix']), ('transformer', P))
    test_eq((len(got['mapper'].layers), got['mapper'].clip_length), (L, C))
    new = GPT2LMHeadModel(lm.config).eval()
    new.load_state_dict(got['lm'])
    with torch.no_grad():
        emb = torch.cat((got['mapper'](v), new.transformer.wte(ids)), 1)
        test_close(new(inputs_embeds=emb).logits, want, 1e-4)
