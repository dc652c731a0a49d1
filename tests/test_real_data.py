"""Readers on real data sets, which are not part of the repository: skipped where they are absent"""
from pathlib import Path
import pytest, viclipcap
from viclipcap.world.data import load_data, read_documents, splits
from viclipcap.base.text import check_form, clean, is_nfc, syllables, text_form
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
    assert sets['val'].stats()['mean_syllables']>8

@need_uit
def test_text_without_pictures():
    files = sorted(uit.glob('*.json'))
    docs = [d for f in files for d in read_documents(f)]
    assert sum(map(len, docs))==19_256
    assert max(map(len, docs))==10
    with pytest.raises(UserError, match='splits there: none'): load_data(uit, 'train')

@need_uit
@need_flickr
def test_capitals_and_full_stops_go_with_clean():
    photos = [c for r in load_data(flickr, 'train').refs for c in r]
    raw = [c for d in read_documents(uit/'uitviic_captions_train2017.json') for c in d]
    with pytest.raises(UserError, match='capital'): check_form(raw, photos)
    tidy = [c for d in read_documents(uit/'uitviic_captions_train2017.json', clean) for c in d]
    check_form(tidy, photos)
    form = text_form(tidy)
    assert form['capital']==form['stop']==0 and form['nfc']==1 and len(tidy)==len(raw)

@need_flickr
def test_bpe_of_real_captions_round_trips_at_a_token_a_syllable():
    caps = [c for r in load_data(flickr, 'train').refs for c in r]
    tok = train_bpe(caps, 2000)
    ids = tok(caps)['input_ids']
    assert all(tok.decode(i)==c for i,c in zip(ids, caps))
    rate = sum(map(len, ids))/sum(len(syllables(c).split()) for c in caps)
    assert 1 < rate < 1.1
