"README in two languages: the same commands and figures, and what other files look for in it"
import re, subprocess
from pathlib import Path
import pytest
from viclipcap.base.basics import read_json
from viclipcap.use.course import repository
from viclipcap.use.pages import figures

ROOT = Path(__file__).parents[1]
EN, VI = ((ROOT/f).read_text('utf-8') for f in ('README.md', 'README.vi.md'))

def numbers(text):
    "All numbers outside code and links, without the marks between their digits"
    text = re.sub(r'```.*?```|\]\([^)]*\)|`[^`]*`', ' ', text, flags=re.S)
    return sorted(re.sub(r'[.,]', '', n) for n in re.findall(r'\d+(?:[.,]\d+)*', text))

def test_both_tell_the_same_commands_and_links():
    for pattern in (r'```bash\n(.*?)```', r'\]\(([^)]*)\)'):
        en, vi = ([re.sub(r'README(\.vi)?\.md', 'README', s) for s in re.findall(pattern, text, re.S)] for text in (EN, VI))
        assert en==vi and len(en)>=3

def test_both_tell_the_same_figures():
    assert numbers(EN)==numbers(VI) and len(numbers(EN)) > 20

def test_another_figure_in_one_of_them_is_found():
    true = f"{read_json(ROOT/'nbs/images/quickstart.json')['rows']['model']['true']:.2f}".replace('.', ',')
    assert true in VI and numbers(EN)!=numbers(VI.replace(true, '0,11'))
    assert numbers('0.76, 1,000 ảnh')==numbers('0,76; 1.000 ảnh')==['076', '1000']

def test_a_figure_stands_in_one_place():
    known = read_json(ROOT/'nbs/images/quickstart.json')
    for text,lang in ((EN, 'en'), (VI, 'vi')): assert figures(known, ['BLEU-4', 'CIDEr', 'true', 'told'], lang) in text

def test_a_reader_sees_all_of_it_soon():
    for text in (EN, VI): assert len(text.splitlines()) <= 75

def test_the_commands_that_others_look_for():
    lines = EN.splitlines()
    assert "pip install -e '.[dev]' && viclipcap quickstart" in lines  # by hand, and .ci/run:
    seek = re.search(r'^command=\$\((.*README.md) ', (ROOT/'.ci/run').read_text('utf-8'), re.M)[1]
    found = subprocess.run(['bash', '-c', seek], cwd=ROOT, capture_output=True, text=True).stdout
    assert found=="pip install -e '.[dev]' && nbdev-test && pytest\n"

def test_the_kit_is_fetched_from_where_it_is():
    pages = EN, VI, (ROOT/'nbs/quickstart.ipynb').read_text('utf-8')
    want = f'git clone {repository(ROOT)} && cd {repository(ROOT).rpartition("/")[2]}'
    for text in pages: assert re.findall(r'git clone .*?(?=\\n|\n)', text)==[want]

@pytest.mark.parametrize('page', ['commands', 'scores'])
def test_the_example_of_a_score_gives_what_the_page_says(page, tmp_path, monkeypatch):
    text = '\n'.join(''.join(c['source']) for c in read_json(ROOT/f'nbs/{page}.ipynb')['cells'])
    *lines, last = re.search(r'```python\n(from viclipcap import score\n.*?)\n```', text, re.S)[1].splitlines()
    exec('\n'.join(lines), there := {})
    assert f"{eval(last, there)['CIDEr']:.2f}"=='3.64'
    if page=='commands': return
    assert "`{'CIDEr': 3.64}`" in text and there['score']({'a': 'con trâu'}, {'a': there['refs']['a']}, metrics='CIDEr')['metrics']['CIDEr']==0
    monkeypatch.chdir(tmp_path)
    Path('captions.csv').write_text(re.search(r'```\n(image,caption\n.*?)```', text, re.S)[1], 'utf-8')
    Path('refs.csv').write_text('image,caption\n' + ''.join(f'{k}.jpg,{c}\n' for k,r in there['refs'].items() for c in r), 'utf-8')
    assert f"{there['score']('captions.csv', 'refs.csv', metrics='CIDEr')['metrics']['CIDEr']:.2f}"=='3.64'

def test_the_citation_names_what_the_package_is():
    text = (ROOT/'CITATION.cff').read_text('utf-8')
    assert text.startswith('cff-version: 1.2.0') and 'license: Apache-2.0' in text and 'arXiv:2111.09734' in text
