"""Tone placement against an outside oracle: underthesea's normaliser, on every syllable of its dictionary"""
import re
from importlib.util import find_spec
from pathlib import Path
from viclipcap.base.text import nfc, tone_style

def test_tone_style_agrees_with_underthesea_on_a_dictionary():
    from underthesea import text_normalize
    home = Path(find_spec('underthesea').submodule_search_locations[0])
    s = nfc((home/'corpus/data/Viet74K.txt').read_text('utf-8')).lower()
    moved = sorted(w for w in set(re.findall(r'[^\W\d_]+', s)) if tone_style(w, 'new')!=tone_style(w, 'old'))
    assert len(moved)>140
    other = [w for w in moved if text_normalize(w)!=tone_style(w, 'old')]
    assert len(other)<10, other  # it leaves a few in the new style, or moves them to it
    for w in moved:
        assert tone_style(text_normalize(w))==tone_style(w)
        assert tone_style(tone_style(w, 'old'))==tone_style(w, 'new')
        assert len(w)==len(tone_style(w, 'old'))==len(tone_style(w, 'new'))
