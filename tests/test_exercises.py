"Every exercise: its solution passes, each usual mistake gets its own line, an untouched gap passes never"
import json, re
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

def code_cells(folder):
    "(notebook, cell, source) of every code cell there but tests and definitions"
    for f in sorted((ROOT/'nbs').glob(f'{folder}/*.ipynb')):
        for c in json.loads(f.read_text('utf-8'))['cells']:
            s = ''.join(c['source'])
            if c['cell_type']=='code' and not re.match(r'#\| *(test|export)', s): yield f.stem, c, s

def checked(source): return re.findall(r"check\('([\w.]+)'", source)

def test_lessons_and_chapters_hold_gaps_and_ask_for_exercises_that_exist():
    asked = set()
    for stem,_,s in (*code_cells('lessons'), *code_cells('[1-9]_*')):
        names = [] if s.startswith('#| solution') else checked(s)
        if names: assert re.search(r'= (None|\.\.\.)$|^ *\.\.\.$', s, re.M), f'{stem}: solved in place: {s}'
        assert all(stem.startswith(n.split('.')[0]+'_') for n in names), f'{stem} asks {names}'
        asked |= {*names}
    test_eq(asked, {*SOLVED})

def test_a_chapter_computes_its_answers_and_folds_them():
    asked, solved = set(), set()
    for stem,c,s in code_cells('[1-9]_*'):
        if not s.startswith('#| solution'): asked |= {*checked(s)}; continue
        solved |= {*re.findall(r"^assert check\('([\w.]+)', \w+\)$", s, re.M)}
        assert c['metadata'].get('jupyter', {}).get('source_hidden'), f'{stem}: not folded in JupyterLab: {s}'
    test_eq(asked, solved)
