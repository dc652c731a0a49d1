"The glossary page: what it holds, and that lessons, summaries and exercises keep its words"
import json, re, unicodedata
from pathlib import Path
import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT/'nbs/glossary.ipynb'

def prose(file):
    "Markdown cells of a notebook"
    cells = json.loads(file.read_text('utf-8'))['cells']
    return [''.join(c['source']) for c in cells if c['cell_type']=='markdown']

def table(heads):
    "Rows of the page's tables with these heads, without bold"
    found = []
    for text in prose(PAGE):
        lines = [[s.strip(' *') for s in r.strip('|').split('|')] for r in text.splitlines() if r.startswith('|')]
        if lines and lines[0]==heads: found += lines[2:]
    return found

TERMS = table(['English', 'Tiếng Việt', 'là gì', 'ở đâu', 'd2l-vi'])
USE = table(['viết', 'không viết'])
WHY = table(['English', 'ở đây', 'vì sao'])

def test_terms_are_complete_and_named_once():
    assert 60 <= len(TERMS) <= 120 and all(all(r[:4]) for r in TERMS)
    for column in (0, 1): assert len({r[column] for r in TERMS})==len(TERMS)
    for *_,where,_ in TERMS: assert (PAGE.parent/re.search(r'\((.+)\)', where)[1]).is_file(), where

def missing(term, text):
    "Forms of a term (`a; b` either, `a, b` both) that a page does not have"
    there = lambda w: re.search(rf'(?<!\w){re.escape(w.lower())}s?(?!\w)', text)
    either = [w.strip() for w in re.sub(r'\(.*?\)', '', term).split(';')]
    return not any(all(there(w.strip()) for w in form.split(',')) for form in either)

def test_each_term_stands_in_the_page_that_it_names():
    words = lambda f: ' '.join(' '.join(prose(f)).replace('*', '').lower().split())
    where = {vi: PAGE.parent/re.search(r'\((.+)\)', at)[1] for _,vi,_,at,_ in TERMS}
    texts = {f: words(f) for f in set(where.values())}
    assert [(vi, f.stem) for vi,f in where.items() if missing(vi, texts[f])]==[]
    assert missing('tầng ẩn', 'tầng') and missing('a, b', 'a') and not missing('a; b (c)', 'b')

def test_each_departure_from_d2l_has_its_reason():
    assert {en for en,_,_,_,d2l in TERMS if d2l not in ('', '=')}=={en for en,_,why in WHY if why}

def banned():
    "One pattern for each word that is not written, however the lines are broken"
    words = [w.strip() for _,instead in USE for w in instead.split(',')]
    return {w: re.compile(r'(?<!\w)' + r'\s+'.join(map(re.escape, w.split())) + r'(?!\w)', re.I) for w in words}

TASK = re.compile(r"## Bài tập|\*\*\d+\. ")  # an exercise

def vietnamese():
    "Every Vietnamese text of the book, with its place"
    for f in sorted((ROOT/'nbs/lessons').glob('*.ipynb')):
        for text in prose(f): yield f.name, text
    for f in sorted((ROOT/'nbs').glob('[0-9]_*/*.ipynb')):
        for text in prose(f):
            for part in text.split('\n\n'):
                if part.startswith(('**Tóm tắt', '**Ý chính')) or TASK.match(text): yield f.name, part
    for f in sorted((ROOT/'nbs').glob('*_vi.ipynb')):
        for text in prose(f): yield f.name, text
    for f in sorted((ROOT/'tests/loi_giai').glob('*.py')): yield f.name, f.read_text('utf-8')

def test_one_word_for_one_thing():
    patterns, texts = banned(), list(vietnamese())
    assert len(patterns) > 20 and len(texts) > 400
    found = [(place, word) for place,text in texts for word,p in patterns.items() if p.search(text)]
    assert not found, found

@pytest.mark.parametrize('part', sorted(p.name for p in (ROOT/'nbs').glob('[0-9]_*')))
def test_each_section_says_its_idea_in_vietnamese(part):
    without = []
    for f in sorted((ROOT/'nbs'/part).glob('*.ipynb')):
        sections = [s for text in prose(f) for s in re.split(r'^(?=## )', text, flags=re.M) if s.startswith('## ')]
        own = [s for s in sections if not s.startswith(('## Bài tập', '## Sources'))]
        without += [(f.name, s.split('\n')[0]) for s in own if '**Ý chính.**' not in s]
    assert not without, without

@pytest.mark.parametrize('text, word', [('Hai vectơ', 'vectơ'), ('một câu\nmô tả', 'câu mô tả'), ('Tập  kiểm\nđịnh', 'tập kiểm định')])
def test_a_planted_word_is_found(text, word):
    assert [w for w,p in banned().items() if p.search(text)]==[word]

def test_the_page_is_nfc():
    for text in prose(PAGE): assert unicodedata.is_normalized('NFC', text)
