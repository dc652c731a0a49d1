"""A run killed at any moment, in any stage: the same command goes on, and ends as if nothing had happened"""
import hashlib
import json
import os
import random
import signal
import sys

import pytest

from viclipcap.base.basics import end_in_order
from viclipcap.base.journal import Journal
from viclipcap.base.state import pack
from viclipcap.prefix.loop import Loop
from viclipcap.use.cli import app

pytestmark = pytest.mark.skipif(not hasattr(os, 'fork'), reason='wants fork')
SETS = ('images=20 decoder=own decoder_layers=1 decoder_width=64 decoder_vocab=300 decoder_epochs=8 prefix=2 text_pairs=8 vote=2 '
    'vote_clip=no vote_match=no epochs=4 batch=15 lr=5e-3 scst_epochs=2 scst_lr=2e-3 scst_samples=2 every=0').split()
STAGES = 'village', 'decoder', 'features', 'train', 'scst'


def watch(stop, how, told):
    "Count what this process does to files and weights; at the event `stop` it gets the signal `how`; `told` is for the record"
    at, seen = ['begin'], []
    def event():
        seen.append(at[0])
        if len(seen)==stop: os.kill(os.getpid(), how)
    def hook(name, args):
        if name in ('os.rename', 'os.remove') and not at[0]=='end': event()
    stage, run, step = Journal.stage, Loop.run, Loop.step
    def in_stage(self, name, *files):
        at[0] = name
        return stage(self, name, *files)
    def counted(self, group): event(); return step(self, group)
    def finished(self, *args, **kw):
        res = run(self, *args, **kw)
        h = hashlib.sha256()
        for k,v in sorted(pack(self.task, self.opt, self.best, 'cpu').items()): h.update(k.encode()+v.numpy().tobytes())
        with open(told/'optimisers', 'a') as f: f.write(f'{self.out.name} {h.hexdigest()}\n')
        return res
    Journal.stage, Loop.step, Loop.run = in_stage, counted, finished
    sys.addaudithook(hook)
    return at, seen


def child(out, told, stop=0, how=signal.SIGKILL):
    "The real command line in a forked process: its status, negative where a signal ended it"
    told.mkdir(exist_ok=True, parents=True)
    sys.stdout.flush(); sys.stderr.flush()
    if pid := os.fork(): return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    status = 99
    try:
        sys.stdout = sys.stderr = open(told/'said', 'a', buffering=1, encoding='utf-8')
        for fd in (1, 2): os.dup2(sys.stdout.fileno(), fd)
        at, seen = watch(stop, how, told)
        end_in_order(); signal.signal(signal.SIGINT, signal.default_int_handler)
        try: app(['train', 'village', '--out', str(out), '--set', *SETS], standalone_mode=True)
        except SystemExit as e: status = e.code or 0
        at[0] = 'end'
        if not status: (told/'events').write_text(' '.join(seen))
    except BaseException as e: print(repr(e), flush=True)
    finally:
        sys.stdout.flush()
        os._exit(status)


def left(out, told):
    "What a run ends with: every file's name, what is in those that hold no time, and the optimisers of its trainings"
    files = [f for f in out.rglob('*') if f.is_file() and 'logs' not in f.parts]
    timed = 'run.json', 'README.md', 'history.json'
    res = {str(f.relative_to(out)): '' if f.name in timed else hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
    history = json.loads((out/'history.json').read_text())
    for h in (history, history['scst']):
        for e in h['epochs']: del e['seconds']
    return res | dict(history=history, optimisers=dict(l.split() for l in (told/'optimisers').read_text().splitlines()))


@pytest.fixture(scope='module')
def whole(tmp_path_factory):
    "An undisturbed run: what it ends with, and the stage of each of its events"
    tmp = tmp_path_factory.mktemp('whole')
    assert child(tmp/'run', tmp/'told')==0, (tmp/'told'/'said').read_text()
    events = (tmp/'told'/'events').read_text().split()
    assert {*STAGES} <= {*events}
    return left(tmp/'run', tmp/'told'), events


def killed(whole, tmp, stop, how):
    "A run that is ended at an event and called again"
    want, events = whole
    where = f'event {stop} of {len(events)}, in {events[stop-1]}, {how.name}'
    status = child(tmp/'run', tmp/'told', stop, how)
    said = (tmp/'told'/'said').read_text()
    assert status=={signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}[how], (where, status, said)
    assert 'Traceback' not in said, (where, said)
    assert child(tmp/'run', tmp/'told')==0, (where, (tmp/'told'/'said').read_text())
    got = left(tmp/'run', tmp/'told')
    assert {k: v for k,v in got.items() if want.get(k)!=v}=={} and want.keys()==got.keys(), where


def moments(events, n, seed, stages=STAGES):
    "`n` moments of each stage, by chance"
    rng = random.Random(seed)
    return [1+k for s in stages for k in rng.sample([k for k,e in enumerate(events) if e==s], n)]


def test_kills_in_three_stages_change_nothing(whole, tmp_path):
    stops = moments(whole[1], 1, 3, ('decoder', 'train', 'scst'))
    for k,(stop,how) in enumerate(zip(stops, (signal.SIGTERM, signal.SIGKILL, signal.SIGKILL))):
        (tmp_path/str(k)).mkdir()
        killed(whole, tmp_path/str(k), stop, how)


@pytest.mark.stress
@pytest.mark.parametrize('k', range(20))
def test_twenty_kills_change_nothing(whole, tmp_path, k):
    stop = moments(whole[1], 4, 0)[k]
    killed(whole, tmp_path, stop, (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)[k%4])


@pytest.mark.stress
def test_a_run_that_is_killed_again_and_again_ends_as_well(whole, tmp_path):
    want, events = whole
    rng, n = random.Random(1), 0
    while (status := child(tmp_path/'run', tmp_path/'told', rng.randrange(5, 60)))!=0:
        assert status==-9 and (n := n+1)<60, (tmp_path/'told'/'said').read_text()
    assert n>3 and left(tmp_path/'run', tmp_path/'told')==want
