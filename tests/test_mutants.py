"Every deliberate mistake of `mutants.py` is noticed by the tests it names: `pytest -m mutants`"
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
import pytest
from mutants import MUTANTS
from viclipcap.use.mutants import mutate, verdict

ROOT = Path(__file__).resolve().parents[1]
WORKERS = int(os.environ.get('MUTANT_WORKERS', 2))

@pytest.mark.mutants
def test_the_list_is_up_to_date():
    "Each text stands in its module once, each test file exists, no name comes twice"
    for m in MUTANTS:
        mutate((ROOT/'viclipcap'/m.file).read_text('utf-8'), m.old, m.new)
        for f in m.tests.partition(' -k ')[0].split(): assert (ROOT/'tests'/f).is_file(), f
    names = [m.name for m in MUTANTS]
    assert len(set(names))==len(names)
    assert len(MUTANTS) >= 70
    numbers = sorted(m.number for m in MUTANTS if m.number)
    assert numbers==sorted({*range(1, 35), 37}), 'the 37 of the review, but 35 and 36, which test_order and test_991 hold'

@pytest.fixture(scope='session')
def verdicts():
    "name -> verdict, all mutants in a few processes"
    with ThreadPoolExecutor(WORKERS) as pool:
        found = dict(zip([m.name for m in MUTANTS], pool.map(lambda m: verdict(ROOT, m), MUTANTS)))
    alive = [f'{m.number or ""} {m.name} ({m.file}): {found[m.name]}' for m in MUTANTS if found[m.name]!='killed']
    print(f'\n{len(MUTANTS)-len(alive)} of {len(MUTANTS)} mutants killed', *alive, sep='\n  ')
    return found

@pytest.mark.mutants
@pytest.mark.parametrize('name', [m.name for m in MUTANTS])
def test_a_mistake_is_noticed(name, verdicts): assert verdicts[name]=='killed'
