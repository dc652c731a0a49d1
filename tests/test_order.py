"A chapter imports chapters of lower numbers only, a part lower parts only: the graph of imports has no circle"
import ast, json, re
from importlib.util import resolve_name
from pathlib import Path
import pytest
import viclipcap

LIB = Path(viclipcap.__file__).parent
CHAPTERS = sorted((LIB.parent/'nbs').glob('[0-9]_*/[0-9][0-9][0-9]_*.ipynb'))
NUMBER = {f'viclipcap.{f.parent.name[2:]}.{f.stem[4:]}': int(f.stem[:3]) for f in CHAPTERS}

def imported(source, module):
    "Full names of our own modules that `source`, the text of `module`, imports in any form"
    package = module.rpartition('.')[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import): names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name('.'*node.level+(node.module or ''), package) if node.level else node.module
            names = [base, *(f'{base}.{a.name}' for a in node.names)]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str): names = [node.value, f'viclipcap.{node.value}']
        else: continue
        yield from (n for n in names if n in NUMBER)

def upward(source, module):
    "Imports of chapters that do not stand before this one"
    return sorted({n for n in imported(source, module) if NUMBER[n] >= NUMBER[module]})

def test_every_module_has_its_number():
    files = [f for f in LIB.rglob('*.py') if f.name not in ('__init__.py','__main__.py','_modidx.py')]
    names = {'.'.join(f.relative_to(LIB.parent).with_suffix('').parts) for f in files}
    assert names == set(NUMBER) and len(names) > 50, names ^ set(NUMBER)

def test_imports_point_down():
    wrong = {m: up for m in NUMBER if (up := upward((LIB.parent/Path(*m.split('.'))).with_suffix('.py').read_text('utf-8'), m))}
    assert not wrong, wrong

@pytest.mark.parametrize('line', ['from ..world import village', 'from viclipcap.world import village', 'import viclipcap.world.village',
    'from ..world.village import make_village', 'from viclipcap.world.village import *', 'LATER = dict(x="world.village")'])
def test_every_form_of_import_is_seen(line):
    assert upward(line, 'viclipcap.base.settings') == ['viclipcap.world.village']
    assert upward(line, 'viclipcap.use.cli') == []

def test_notebooks_import_downwards_too():
    wrong = {}
    for f in CHAPTERS:
        module = f'viclipcap.{f.parent.name[2:]}.{f.stem[4:]}'
        cells = json.loads(f.read_text('utf-8'))['cells']
        text = '\n'.join(''.join(c['source']) for c in cells if c['cell_type']=='code')
        up = {n for n in NUMBER if re.search(rf'^\s*(from|import) {re.escape(n)}\b', text, re.M) and NUMBER[n] > NUMBER[module]}
        if up: wrong[f.name] = sorted(up)
    assert not wrong, wrong
