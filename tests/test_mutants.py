"Every deliberate mistake of `mutants.py` is noticed by the tests it names: `pytest -m mutants`"
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import pytest
from mutants import MUTANTS
from viclipcap.use.mutants import false_alarms, mutate, verdict

ROOT = Path(__file__).resolve().parents[1]
WORKERS = int(os.environ.get('MUTANT_WORKERS', 2))

@pytest.mark.mutants
def test_the_list_is_up_to_date():
    "Each text stands in its module once, each test file exists, no name comes twice"
    for m in MUTANTS:
        mutate((ROOT/'viclipcap'/m.file).resolve().read_text('utf-8'), m.old, m.new)
        for f in m.tests.partition(' -k ')[0].split(): assert (ROOT/'tests'/f).is_file(), f
    names = [m.name for m in MUTANTS]
    assert len(set(names))==len(names)
    assert len(MUTANTS) >= 70
    numbers = sorted(m.number for m in MUTANTS if m.number)
    assert numbers==[*range(1, 38)], 'the 37 of the review'

@pytest.fixture(scope='session')
def verdicts():
    "name -> verdict, all mutants in a few processes; a test that fails anyway kills nothing"
    with ThreadPoolExecutor(WORKERS) as pool: both = list(pool.map(lambda m: verdict(ROOT, m), MUTANTS))
    anyway = false_alarms(ROOT, [test for _,test in both if test])
    found = {m.name: f'fails anyway: {test}' if test in anyway else what for m,(what,test) in zip(MUTANTS, both)}
    alive = [f'{m.number or ""} {m.name} ({m.file}): {found[m.name]}' for m in MUTANTS if found[m.name]!='killed']
    print(f'\n{len(MUTANTS)-len(alive)} of {len(MUTANTS)} mutants killed', *alive, sep='\n  ')
    return found

@pytest.mark.mutants
@pytest.mark.parametrize('name', [m.name for m in MUTANTS])
def test_a_mistake_is_noticed(name, verdicts): assert verdicts[name]=='killed'
