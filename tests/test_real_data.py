"""Readers on real data sets, which are not part of the repository: skipped where they are absent"""
from pathlib import Path
import pytest, viclipcap
from viclipcap.world.corpus import read_documents
from viclipcap.world.data import load_data, splits
from viclipcap.base.text import clean, is_nfc, syllables
from viclipcap.base.forms import odd_forms
from viclipcap.base.tokens import train_bpe
from viclipcap.base.basics import UserError

home = Path(viclipcap.__file__).resolve().parents[2]/'shared'/'data'
flickr, uit = home/'flickr-vi', home/'uit-viic'
need_flickr = pytest.mark.skipif(not flickr.is_dir(), reason='the data set flickr-vi is not here')
need_uit = pytest.mark.skipif(not uit.is_dir(), reason='the data set uit-viic is not here')

@need_flickr
@pytest.mark.parametrize('split,n', [('train',700), ('val',100), ('test',100)])
def test_photographs_with_five_captions_each(split, n):
    cs = load_data(flickr, split)
    assert len(cs)==n and {len(r) for r in cs.refs}=={5}
    assert cs.report==dict(images=n, captions=5*n) | {k:0 for k in cs.report if k not in ('images','captions')}
    assert all(is_nfc(c) for r in cs.refs for c in r)
    im = cs.load(n//2)
    assert im.mode=='RGB' and max(im.size)<=200

@need_flickr
def test_splits_share_no_photograph():
    assert splits(flickr)==['train', 'val', 'test']
    sets = {s: load_data(flickr, s) for s in splits(flickr)}
    names = [f.name for cs in sets.values() for f in cs.files]
    assert len(set(names))==900
    assert len({cs.fingerprint for cs in sets.values()})==3

@need_uit
def test_text_without_pictures():
    files = sorted(uit.glob('*.json'))
    docs = [d for f in files for d in read_documents(f)]
    assert sum(map(len, docs))==19_256
    assert max(map(len, docs))==10
    with pytest.raises(UserError, match='data convert uit-viic'): load_data(uit, 'train')

@need_uit
@need_flickr
def test_capitals_and_full_stops_go_with_clean():
    photos = [c for r in load_data(flickr, 'train').refs for c in r]
    raw = [c for d in read_documents(uit/'uitviic_captions_train2017.json') for c in d]
    got = odd_forms(raw, photos)
    assert got['capital first'][0]>.9>.1>got['capital first'][1] and got['full stop last'][0]>.9
    tidy = [c for d in read_documents(uit/'uitviic_captions_train2017.json', clean) for c in d]
    got = odd_forms(tidy, photos)
    assert got['capital first'][0]==got['full stop last'][0]==got['not NFC'][0]==0 and len(tidy)==len(raw)
    assert got['broken letters']==(0, 0) and got['special tokens']==(0, 0)   # no real caption is taken for a broken one

@need_flickr
def test_bpe_of_real_captions_round_trips_at_a_token_a_syllable():
    caps = [c for r in load_data(flickr, 'train').refs for c in r]
    tok = train_bpe(caps, 2000)
    ids = tok(caps)['input_ids']
    assert all(tok.decode(i)==c for i,c in zip(ids, caps))
    rate = sum(map(len, ids))/sum(len(syllables(c).split()) for c in caps)
    assert 1 < rate < 1.1
