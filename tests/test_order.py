"A chapter imports chapters of lower numbers only, a part lower parts only: the graph of imports has no circle"
import json, re
from pathlib import Path
import viclipcap
from viclipcap.use.house import chapter_numbers, pointing_up

LIB = Path(viclipcap.__file__).parent
NUMBER = chapter_numbers(LIB.parent)

def test_every_module_has_its_number():
    files = [f for f in LIB.rglob('*.py') if f.name not in ('__init__.py','__main__.py','_modidx.py')]
    names = {'.'.join(f.relative_to(LIB.parent).with_suffix('').parts) for f in files}
    assert names == set(NUMBER) and len(names) > 50, names ^ set(NUMBER)

def test_imports_point_down():
    assert not pointing_up(LIB.parent)

def test_parts_stand_in_the_order_of_their_numbers():
    folders = {f.parent.name for f in (LIB.parent/'nbs').glob('[0-9]_*/*.ipynb')}
    assert sorted(folders) == sorted(folders, key=lambda name: int(name[0]))
    for f in (LIB.parent/'nbs').glob('[0-9]_*/*.ipynb'): assert f.name[0] == f.parent.name[0], f

def test_notebooks_import_downwards_too():
    # but for `check` of chapter 129, a tool of the reader: it binds the page, not the module
    tied = {n: k for n,k in NUMBER.items() if n!='viclipcap.base.exercise'}
    wrong = {}
    for f in sorted((LIB.parent/'nbs').glob('[0-9]_*/[0-9][0-9][0-9]_*.ipynb')):
        cells = json.loads(f.read_text('utf-8'))['cells']
        text = '\n'.join(''.join(c['source']) for c in cells if c['cell_type']=='code')
        up = {n for n,k in tied.items() if re.search(rf'^\s*(from|import) {re.escape(n)}\b', text, re.M) and k > int(f.name[:3])}
        if up: wrong[f.name] = sorted(up)
    assert not wrong, wrong

def test_no_number_is_given_twice():
    assert len(set(NUMBER.values())) == len(NUMBER), sorted(n for n in NUMBER.values() if list(NUMBER.values()).count(n) > 1)
