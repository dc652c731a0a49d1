"Java under bad conditions: odd paths and locales, killed and silent processes, stock METEOR and SPICE beside ours"
import json, os, shutil, signal, subprocess, sys, time
from pathlib import Path
import pytest
import viclipcap
from viclipcap.measure import java as java_module, metrics, score as score_module, spice
from viclipcap.measure.java import Java, java
from viclipcap.measure.metrics import stock_home, stock_scores
from viclipcap.measure.protocol import ptb
from viclipcap.measure.result import results_all
from viclipcap.measure.score import score

DATA = Path(__file__).parents[2]/'shared'/'data'/'flickr-vi'/'annotations'/'test.json'
HYPS = {1: 'một con mèo nằm', 2: 'hai con chó chạy', 3: ''}
REFS = {1: ['con mèo nằm ngủ', 'mèo ngủ'], 2: ['hai con chó'], 3: ['xe máy đỏ']}
needs_corenlp = pytest.mark.skipif(bool(spice.lacking()), reason='no CoreNLP: viclipcap setup-spice gets it')

def script(folder, *lines):
    "A program that plays Java"
    p = Path(folder)/'java'
    p.write_text('\n'.join([f'#!{sys.executable}', 'import os, sys, time, signal', *lines, '']), 'utf-8')
    p.chmod(0o755)
    return str(p)

def stock_meteor(monkeypatch, gts, res):
    "What pycocoevalcap's own class says, with Java on its PATH and a locale that it can bear"
    from pycocoevalcap.meteor.meteor import Meteor
    with monkeypatch.context() as m:
        m.setenv('PATH', f'{Path(java()).parent}{os.pathsep}{os.environ["PATH"]}')
        m.setenv('JAVA_TOOL_OPTIONS', '-Duser.language=en -Dfile.encoding=UTF-8')
        stock = Meteor()
        res = stock.compute_score(gts, res)
    for f in (stock.meteor_p.stdout, stock.meteor_p.stderr): f.close()
    return res

@pytest.mark.parametrize('locale', [dict(LC_ALL='C', LANG='C'), dict(JAVA_TOOL_OPTIONS='-Duser.language=vi -Duser.country=VN')])
def test_meteor_and_ptb_anywhere(tmp_path, monkeypatch, locale):
    want, tokens = stock_scores(HYPS, REFS, 'METEOR'), ptb(['Một con mèo, đỏ.'])
    home = tmp_path/'thư mục có dấu'
    for part, jar in [('meteor', 'meteor-1.5.jar'), ('tokenizer', 'stanford-corenlp-3.4.1.jar')]:
        (home/part).mkdir(parents=True)
        shutil.copy(stock_home(part)/jar, home/part)
    monkeypatch.setattr(metrics, 'stock_home', lambda part: home/part)
    for k,v in locale.items(): monkeypatch.setenv(k, v)
    assert stock_scores(HYPS, REFS, 'METEOR') == want and 0 < want[0]['METEOR'] < 1
    assert ptb(['Một con mèo, đỏ.']) == tokens == ['một con mèo đỏ']

@pytest.mark.slow
def test_english_meteor_under_an_odd_path(tmp_path, monkeypatch):
    res, variants = {i: [h] for i,h in HYPS.items()}, {'METEOR': '-l en -norm'}
    want = stock_meteor(monkeypatch, REFS, res)
    home = tmp_path/'thư mục có dấu'
    shutil.copytree(stock_home('meteor'), home/'meteor')
    monkeypatch.setattr(metrics, 'stock_home', lambda part: home/part)
    total, per = stock_scores(HYPS, REFS, 'METEOR', variants)
    assert total['METEOR'] == pytest.approx(want[0], abs=1e-6)
    assert [per[i]['METEOR'] for i in HYPS] == pytest.approx(want[1], abs=1e-6)
    assert total != stock_scores(HYPS, REFS, 'METEOR')[0]

def test_java_killed_in_the_middle(monkeypatch):
    ask = Java.ask
    def kill(self, lines, n, close=False):
        if lines[0].startswith('EVAL'): os.kill(self.p.pid, signal.SIGKILL)
        return ask(self, lines, n, close)
    monkeypatch.setattr(Java, 'ask', kill)
    r = score(HYPS, REFS)
    assert r['protocol']['missing'] == {'METEOR': 'METEOR: Java ended early (exit -9)'}
    assert {'BLEU-4', 'ROUGE-L', 'CIDEr'} <= set(r['metrics'])

def test_java_that_answers_half(tmp_path, monkeypatch):
    fake = script(tmp_path, 'print(sys.stdin.readline()[:0]+"1.0", flush=True)', 'sys.exit("Error: out of things")')
    monkeypatch.setenv('VICLIPCAP_JAVA', fake)
    said = score(HYPS, REFS)['protocol']['missing']['METEOR']
    assert said == 'METEOR: Java ended early (exit 1): Error: out of things'

def test_java_that_talks_much_on_stderr(tmp_path, monkeypatch):
    fake = script(tmp_path, 'for s in sys.stdin:', '    sys.stderr.write("x"*300_000)', '    n = 4 if s[0]=="E" else 1',
                  '    print("0.25\\n"*n, end="", flush=True)')
    monkeypatch.setenv('VICLIPCAP_JAVA', fake)
    monkeypatch.setitem(java_module.LIMITS, 'seconds', 20)
    assert stock_scores(HYPS, REFS, 'METEOR')[0] == {'METEOR': .25}

def test_java_that_talks_without_end_is_stopped_and_fills_neither_memory_nor_disk(tmp_path, monkeypatch):
    "An endless line, endless lines, endless complaints: one line each, long before the clock"
    flood = 'while True: {0}.write(b"0.5{1}"*100_000); {0}.flush()'
    monkeypatch.setattr(java_module, 'ANSWER', 2**20)
    for what, end in [('sys.stdout.buffer', ''), ('sys.stdout.buffer', '\\n')]:
        monkeypatch.setenv('VICLIPCAP_JAVA', script(tmp_path, flood.format(what, end)))
        with pytest.raises(java_module.Unavailable, match='x: an answer of more than 1 MB, stopped'):
            with Java('x', [], tmp_path, seconds=30) as j: j.ask([], 0)
        assert j.p.poll() is not None
    monkeypatch.setenv('VICLIPCAP_JAVA', script(tmp_path, flood.format('sys.stderr.buffer', '\\n')))
    with pytest.raises(java_module.Unavailable, match='no answer within 1 s'):
        with Java('x', [], tmp_path, seconds=1) as j: j.ask([], 1)
    assert 0 < len(j.errors) <= java_module.ERRORS

def test_half_an_emoji_goes_out_and_what_cannot_be_sent_is_told_at_once(tmp_path, monkeypatch):
    monkeypatch.setenv('VICLIPCAP_JAVA', script(tmp_path, 'for s in sys.stdin: print(s.strip(), flush=True)'))
    with Java('x', [], tmp_path, seconds=30) as j: assert j.ask(['mèo \ud83d ngủ'], 1) == ['mèo \ufffd ngủ']
    class Odd:
        def __str__(self): raise TypeError('no text')
    t = time.monotonic()
    with pytest.raises(java_module.Unavailable, match='x: the captions could not be sent .no text'):
        with Java('x', [], tmp_path, seconds=30) as j: j.ask([Odd()], 1)
    assert time.monotonic()-t < 15

def test_java_that_prints_nan_or_garbage_is_missing(tmp_path, monkeypatch):
    for word in ('NaN', 'Infinity', 'garbage', '0,5'):
        monkeypatch.setenv('VICLIPCAP_JAVA', script(tmp_path, 'for s in sys.stdin:', '    n = 4 if s[0]=="E" else 1',
            f'    print("{word}\\n"*n, end="", flush=True)'))
        r = score(HYPS, REFS)
        assert 'METEOR' not in r['metrics'] and r['protocol']['missing']['METEOR'].startswith('METEOR: '), word
        assert word in r['protocol']['missing']['METEOR'] or word == 'Infinity'
        assert 'METEOR' not in r['per_image'][1]

def test_a_java_that_ends_but_leaves_a_child_with_its_pipes_does_not_hang(tmp_path, monkeypatch):
    monkeypatch.setenv('VICLIPCAP_JAVA', script(tmp_path, 'import subprocess', 'subprocess.Popen(["sleep", "60"])'))
    t = time.monotonic()
    with pytest.raises(java_module.Unavailable):
        with Java('x', [], tmp_path, seconds=1) as j: j.ask([], 0, close=True)
    assert time.monotonic()-t < 15

@pytest.mark.parametrize('protocol, metrics', [('syllable', 'BLEU,METEOR,CIDEr'), ('word', 'BLEU'), ('coco', 'BLEU'), ('poster', 'BLEU')])
def test_half_an_emoji_neither_hangs_nor_ends_in_a_traceback(protocol, metrics, monkeypatch):
    monkeypatch.setitem(java_module.LIMITS, 'seconds', 60)
    refs = {1: ['một con mèo nằm ngủ', 'mèo ngủ'], 2: ['hai con chó chạy', 'chó']}
    r = score({1: 'một con mèo ngủ \ud83d', 2: 'hai con chó'}, refs, protocol, metrics)
    assert not r['protocol']['missing'] and r['metrics']['BLEU-1'] > .5
    assert any('broken letters' in n for n in r['protocol']['notes'])
    assert json.dumps(r, ensure_ascii=False).encode()  # no half letter is left in the record

def test_hanging_java_leaves_no_process(tmp_path, monkeypatch):
    monkeypatch.setenv('VICLIPCAP_JAVA', script(tmp_path, 'import subprocess', f'p = subprocess.Popen(["sleep", "60"])',
        f'open({str(tmp_path/"pids")!r}, "w").write(f"{{os.getpid()}} {{p.pid}}")', 'time.sleep(60)'))
    monkeypatch.setitem(java_module.LIMITS, 'seconds', 1.5)
    t = time.monotonic()
    missing = score(HYPS, REFS)['protocol']['missing']
    assert missing == {'METEOR': 'METEOR: no answer within 1.5 s, stopped'} and time.monotonic()-t < 15
    for pid in (tmp_path/'pids').read_text().split():
        for _ in range(50):  # an orphan is reaped by another process, in its time
            stat = Path('/proc')/pid/'stat'
            if not stat.exists() or ') Z' in stat.read_text(): break
            time.sleep(.05)
        else: raise AssertionError(f'{pid} still runs')

def test_a_stopped_program_takes_its_java_along(tmp_path):
    env = os.environ | {'VICLIPCAP_JAVA': script(tmp_path, f'open({str(tmp_path/"pid")!r}, "w").write(str(os.getpid()))', 'time.sleep(60)')}
    code = "from viclipcap.measure.java import Java\nfrom viclipcap.base.basics import end_in_order\nend_in_order()\nwith Java('x', [], '.') as j: j.ask([], 1)"
    p = subprocess.Popen([sys.executable, '-c', code], env=env, cwd=Path(viclipcap.__file__).parents[1])
    for _ in range(600):
        if (tmp_path/'pid').exists() and (pid := (tmp_path/'pid').read_text()): break
        time.sleep(.1)
    p.terminate()
    assert p.wait(30) == 128+signal.SIGTERM
    assert not Path('/proc', pid).exists() or ') Z' in Path('/proc', pid, 'stat').read_text()

def test_coco_without_java_is_a_refusal_of_that_protocol_only(monkeypatch):
    monkeypatch.setenv('VICLIPCAP_JAVA', '/no/java')
    got = results_all({1: 'mèo', 2: 'chó'}, {1: ['mèo'], 2: ['con chó']}, names=['syllable', 'coco'])
    assert got['skipped'] == {'coco': 'VICLIPCAP_JAVA: /no/java is no program'}
    one = got['protocols']['syllable']
    assert 'CIDEr' in one['metrics'] and 'METEOR' in one['protocol']['missing']

@pytest.mark.skipif(not DATA.exists(), reason='the photographs are not here')
def test_stock_equality_on_real_captions():
    from pycocoevalcap.bleu.bleu import Bleu
    from pycocoevalcap.cider.cider import Cider
    from pycocoevalcap.rouge.rouge import Rouge
    refs = score_module.references(DATA)
    hyps, gts = {i: r[0] for i,r in refs.items()}, {i: r[1:] for i,r in refs.items()}
    got, per = stock_scores(hyps, gts, 'BLEU,ROUGE-L,CIDEr,CIDEr-D')
    res = {i: [h] for i,h in hyps.items()}
    bleu, (cider, ciders) = Bleu(4).compute_score(gts, res, verbose=0)[0], Cider().compute_score(gts, res)
    assert [*got.values()] == pytest.approx([*bleu, Rouge().compute_score(gts, res)[0], cider, cider], abs=1e-9)
    assert [p['CIDEr-D'] for p in per.values()] == pytest.approx([*ciders], abs=1e-9) and cider > .2

@needs_corenlp
def test_spice_itself_under_an_odd_path(tmp_path, monkeypatch):
    home = tmp_path/'thư mục có dấu'
    (home/'lib').mkdir(parents=True)
    real = spice.spice_home()
    for f in [real/'spice-1.0.jar', *(real/'lib').glob('*.jar')]: os.symlink(f, home/f.relative_to(real))
    monkeypatch.setattr(spice, 'spice_home', lambda: home)
    monkeypatch.setenv('LC_ALL', 'C')
    got = spice.spice_scores({'b': ['two black dogs running in grass', 'dogs playing'],
        'a': ['a man rides a horse on a beach', 'a person on a brown horse near the water']},
        {'a': ['a man riding a brown horse on the beach'], 'b': ['two dogs run']})
    assert [s['All']['f'] for s in got] == pytest.approx([.4, .75], abs=1e-9)

@needs_corenlp
@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason='the photographs are not here')
def test_spice_is_the_stock_class(tmp_path, monkeypatch):
    "The stock class, cache and call; a `java` on the PATH adds to its options what Java 17 and later need"
    from pycocoevalcap.spice.spice import Spice
    anns = json.loads(DATA.read_text('utf-8'))['annotations']
    refs = {}
    for a in anns: refs.setdefault(a['image_id'], []).append(a['caption_en'])
    refs = dict(list(refs.items())[:8])
    hyps, gts = {i: r[0] for i,r in refs.items()}, {i: r[1:] for i,r in refs.items()}
    got = score(hyps, gts, 'poster', 'SPICE')
    jars = os.pathsep.join(['spice-1.0.jar', str(spice.asset('spice-json.jar'))])
    script(tmp_path, 'a = sys.argv[1:]', 'k = a.index("spice-1.0.jar")',  # -jar X -> -cp X:ours Main
        f'a = {spice.OPENS!r} + a[1:k] + ["-cp", {jars!r}, "edu.anu.spice.SpiceScorer"] + a[k+1:]',
        f'os.execv({java()!r}, ["java", *a])')
    monkeypatch.setenv('PATH', f'{tmp_path}{os.pathsep}{os.environ["PATH"]}')
    value, rows = Spice().compute_score(gts, {i: [h] for i,h in hyps.items()})
    assert got['metrics']['SPICE'] == pytest.approx(value, abs=1e-6) and .1 < value < .5
    by = dict(zip(sorted(gts), rows))
    assert all(got['per_image'][i]['SPICE'] == pytest.approx(by[i]['All']['f'], abs=1e-6) for i in gts)
    assert not any('parses English' in n for n in got['protocol']['notes'])
