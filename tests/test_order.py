"A chapter imports chapters of lower numbers only, so the graph of imports has no circle"
import ast
from pathlib import Path
import viclipcap

LIB = Path(viclipcap.__file__).parent
NUMBER = {p.stem[3:]: int(p.stem[:2]) for p in (LIB.parent/'nbs').glob('[0-9][0-9]_*.ipynb')}

def imported(file):
    "Names of our own modules that `file` imports, at its top or inside functions"
    for node in ast.walk(ast.parse(file.read_text('utf-8'))):
        if isinstance(node, ast.ImportFrom) and (node.module or '').startswith('viclipcap.'):
            yield node.module.split('.')[1]
        elif isinstance(node, ast.ImportFrom) and node.level==1 and node.module: yield node.module
        elif isinstance(node, ast.Import):
            yield from (a.name.split('.')[1] for a in node.names if a.name.startswith('viclipcap.'))

def test_imports_point_down():
    assert len(NUMBER) >= 2
    wrong = [f'{mod} imports {dep}' for mod in NUMBER for dep in imported(LIB/f'{mod}.py') if NUMBER[dep] >= NUMBER[mod]]
    assert not wrong, wrong
