"The shapes that Vietnamese GPT-2s of the hub have, each as a tiny random model in a folder: loaded, trained a step, asked for a caption"
import warnings
import pytest
import torch
from transformers import GPT2Config, GPT2LMHeadModel
from viclipcap.base.basics import UserError
from viclipcap.base.journal import Note
from viclipcap.base.tokens import train_bpe
from viclipcap.prefix.decoder import TOY_TEXTS, load_decoder
from viclipcap.prefix.encoder import Thumbnail
from viclipcap.prefix.viclipcap import ViClipCap

def save(folder, tok, rows, pickle=False, **config):
    "A random GPT-2 of so many rows, and its tokenizer"
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        lm = GPT2LMHeadModel(GPT2Config(vocab_size=rows, n_positions=32, n_embd=16, n_layer=1, n_head=2, **config))
    lm.save_pretrained(folder)
    if pickle:
        torch.save(lm.state_dict(), folder/'pytorch_model.bin')
        (folder/'model.safetensors').unlink()
    tok.save_pretrained(folder)
    return folder

def plain(texts=TOY_TEXTS):
    "A tokenizer whose end token stands behind its vocabulary, as `<|endoftext|>` does in NlpHUST's; no padding"
    tok = train_bpe(texts, 300)
    tok.add_special_tokens({'eos_token': '<|het|>'})
    tok.pad_token = None
    return tok, len(tok)-1

def nlphust(d):
    tok, n = plain()
    return save(d, tok, n+1, bos_token_id=n-1, eos_token_id=n-1)

def nlphust_one_row_less(d):
    tok, n = plain()
    return save(d, tok, n, pickle=True, bos_token_id=n-1, eos_token_id=n-1)

def gpt2news(d):
    tok = train_bpe(TOY_TEXTS, 300)
    ids = tok.get_vocab()
    tok.eos_token, tok.pad_token = sorted(ids, key=ids.get)[2], sorted(ids, key=ids.get)[1]
    return save(d, tok, len(tok), bos_token_id=50256, eos_token_id=50256)

def vocab_and_merges_only(d):
    tok = train_bpe(TOY_TEXTS, 300)
    save(d, tok, len(tok), bos_token_id=0, eos_token_id=0)
    for f in d.glob('*token*'): f.unlink()
    tok.backend_tokenizer.model.save(str(d))
    f = d/'vocab.json'  # as gpt2news has it: `<s>`, `<pad>`, and no `<|endoftext|>`, which GPT2Tokenizer adds
    f.write_text(f.read_text('utf-8').replace('<|endoftext|>', '<s>').replace('<|pad|>', '<pad>'), 'utf-8')
    return d

@pytest.mark.parametrize('make,added', [(nlphust, False), (nlphust_one_row_less, True), (gpt2news, False),
    (vocab_and_merges_only, True)], ids=lambda v: getattr(v, '__name__', ''))
def test_each_shape_loads_trains_and_captions(tmp_path, make, added):
    where = make(tmp_path)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter('always')
        dec = load_decoder(f'local:{where}')
    notes = [str(w.message) for w in said if w.category is Note]
    assert dec.added==added
    assert len(notes)==dec.added and all('one row is added' in n for n in notes)
    rows = dec.lm.get_input_embeddings().weight
    assert dec.tok.eos_token_id==dec.eos < len(rows) and dec.pad < len(rows)
    assert load_decoder(f'local:{where}').fingerprint==dec.fingerprint
    m = ViClipCap(Thumbnail(), dec, prefix=2, max_tokens=8)
    m.losses(dict(vector=torch.rand(2, len(m.mean)), captions=TOY_TEXTS[:2]))['nll'].backward()
    assert m.mapper.lin1.weight.grad.abs().sum() > 0
    assert (m.end is not None)==dec.added and (m.end is None or m.end.grad.abs().sum() > 0)
    assert len(m.caption(torch.rand(2, len(m.mean)), beams=2))==2

def test_two_rows_less_are_refused_in_one_line(tmp_path):
    tok, n = plain()
    tok.add_tokens(['ấ-ấ'])
    save(tmp_path, tok, n)
    with pytest.raises(UserError, match='tokenizer and weights do not belong together') as e: load_decoder(f'local:{tmp_path}')
    assert '\n' not in str(e.value)
