"Every exercise: its solution passes, each usual mistake gets its own line, an untouched gap passes never"
from pathlib import Path
import pytest
from fastcore.test import *
from viclipcap.base.exercise import NOT_YET, check, exercises, sealed
from viclipcap.use.pages import solutions

ROOT = Path(__file__).parent.parent
SOLVED = solutions(ROOT)

def test_the_package_keeps_the_exercises_of_the_solutions():
    test_eq(exercises(), {name: sealed(name, how) for name,how in SOLVED.items()})

@pytest.mark.parametrize('name', SOLVED)
def test_a_solution_passes_and_its_mistakes_are_known(name):
    how = SOLVED[name]
    assert check(name, how['right']), check(name, how['right'])
    assert len(how['wrong'])>=2
    lines = [check(name, guess).line for guess,_ in how['wrong']]
    test_eq(lines, [say for _,say in how['wrong']])
    test_eq(len({*lines}), len(lines))

@pytest.mark.parametrize('name', SOLVED)
def test_an_unsolved_exercise_does_not_pass(name):
    for gap in (None, ..., lambda *args: None, lambda *args: ..., '', 0, [], {}):
        verdict = check(name, gap)
        assert not verdict or SOLVED[name]['right']==gap, (gap, verdict)
    test_eq(check(name, ...).line, NOT_YET)

def test_lessons_hold_gaps_and_ask_for_exercises_that_exist():
    import json, re
    asked = set()
    for f in sorted((ROOT/'nbs/lessons').glob('*.ipynb')):
        for c in json.loads(f.read_text('utf-8'))['cells']:
            s = ''.join(c['source'])
            names = re.findall(r"check\('([\w.]+)'", s) if c['cell_type']=='code' else []
            if names: assert re.search(r'= None$|^ *\.\.\.$', s, re.M), f'{f.name}: solved in place: {s}'
            asked |= {*names}
    test_eq(asked, {*SOLVED})
