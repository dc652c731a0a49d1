"README in two languages: the same commands and figures, and what other files look for in it"
import re, subprocess
from pathlib import Path
from viclipcap.base.basics import read_json
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

def test_the_citation_names_what_the_package_is():
    text = (ROOT/'CITATION.cff').read_text('utf-8')
    assert text.startswith('cff-version: 1.2.0') and 'license: Apache-2.0' in text and 'arXiv:2111.09734' in text
