"Checkpoints of several captioners: saved, damaged, of an earlier format, and the code of their cards"
import json, os, re, shutil, subprocess, sys, warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch as swap

import pytest
import torch
from PIL import Image
from fastcore.test import ExceptionExpected, expect_fail, test_eq
from safetensors.torch import load_file, save_file
from torch import nn

from viclipcap.base.basics import UserError
from viclipcap.base.decode import Decode
from viclipcap.prefix.captioner import Captioner
from viclipcap.prefix.checkpoint import fetch, load_captioner
from viclipcap.prefix.decoder import TOY_TEXTS, toy_decoder
from viclipcap.prefix.encoder import Thumbnail
from viclipcap.prefix.viclipcap import ViClipCap, toy_captioner
from viclipcap.captioners.own import Chooser
from viclipcap.captioners.recurrent import toy_baseline
from viclipcap.captioners.vote import with_vote

test_eq.__test__ = False


def test_settings_of_a_checkpoint_are_checked_as_a_section_is():
    m = Chooser(Thumbnail(), sentences='a')
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        file = Path(tmp)/'config.json'
        good = json.loads(file.read_text())
        for change, says in [(dict(parts={}), 'no encoder'), (dict(captioner='x'), "named 'x'"),
                (dict(settings=dict(most=0)), 'config.json: most: wanted 1 to 100000, got 0'),
                (dict(settings=dict(seed=2**70)), 'seed: wanted 0 to'),
                (dict(decode=dict(beams=10**6)), 'beams: wanted 1 to 64'),
                (dict(settings=dict(depth=2)), "no setting named 'depth'")]:
            file.write_text(json.dumps(good | change))
            with ExceptionExpected(UserError, says): load_captioner(tmp, encoder=Thumbnail())


def test_a_saved_captioner_loads_to_the_same_numbers():
    m = Chooser(Thumbnail(), sentences='a\nb', seed=5, how=Decode(beams=7, length_penalty=.5))
    m.set_stats(torch.rand(50,48))
    x = torch.rand(4,48)
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp+'/a/b')
        test_eq({f.name for f in Path(tmp+'/a/b').iterdir()},
            {'README.md','config.json','model.safetensors'})
        modes = {f.stat().st_mode for f in Path(tmp+'/a/b').iterdir()}
        test_eq(len(modes), 1)
        shutil.move(tmp+'/a/b', tmp+'/c')
        n = load_captioner(tmp+'/c', encoder=Thumbnail())
        half = load_captioner(tmp+'/c', encoder=Thumbnail(), dtype=torch.bfloat16)
        size = os.path.getsize(tmp+'/c/model.safetensors')
    assert torch.equal(n.score(n.standard(x)), m.score(m.standard(x)))
    test_eq([n.settings, n.how, n.mean, n.training], [m.settings, m.how, m.mean, False])
    test_eq(half.mean.dtype, torch.bfloat16)
    assert m.sizes()['saved'] < size < m.sizes()['saved']+2000


def test_weights_that_were_changed_or_cut_are_noticed():
    m = Chooser(Thumbnail(), sentences='a\nb')
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        file = Path(tmp)/'model.safetensors'
        raw = file.read_bytes()
        flipped = raw[:-5] + bytes([raw[-5]^64]) + raw[-4:]
        for bad, says in [(flipped, 'not the weights that'), (raw[:-9], 'missing or damaged'),
                (b'', 'missing or damaged')]:
            file.write_bytes(bad)
            with ExceptionExpected(UserError, says): load_captioner(tmp, encoder=Thumbnail())
        file.unlink()
        with ExceptionExpected(UserError, 'missing or damaged'):
            load_captioner(tmp, encoder=Thumbnail())


def test_settings_that_ask_for_more_weights_than_the_file_holds_are_refused_early():
    m = Chooser(Thumbnail(), sentences='a\nb')
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        file = Path(tmp)/'config.json'
        cfg = json.loads(file.read_text())
        cfg['settings']['sentences'] = '\n'.join(map(str, range(30_000)))
        file.write_text(json.dumps(cfg))
        with ExceptionExpected(UserError, 'more weights than model.safetensors holds'):
            load_captioner(tmp, encoder=Thumbnail())
    test_eq(len(Chooser(Thumbnail(), sentences='a\nb').known), 2)  # the hook is gone


def test_another_frozen_part_is_refused_and_both_are_said():
    m = Chooser(Thumbnail(), sentences='a')
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        enc = Thumbnail(); enc.fingerprint = 'x'*16; enc.name = 'clip:B/x'
        with expect_fail(UserError, regex='encoder thumbnail .* got clip:B/x '
                r'\(fingerprint xxxx'): load_captioner(tmp, encoder=enc)
        with expect_fail(UserError, regex='holds a chooser, wanted a other'):
            type('Other', (Captioner,), dict(kind='other')).from_pretrained(tmp)


def test_a_captioner_of_one_s_own_is_told_to_be_registered_first():
    class Own(Captioner): kind, needs = 'own-one', ()
    Own.losses = lambda self, batch: {}
    with TemporaryDirectory() as tmp:
        o = Own(); o.lin = nn.Linear(1, 1)
        o.save_pretrained(tmp)
        with expect_fail(UserError, regex='the code that registers it'):
            load_captioner(tmp)


def test_damaged_results_trouble_the_card_only():
    m = Chooser(Thumbnail(), sentences='a')
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        Path(tmp, 'results.json').write_text('{')
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            n = load_captioner(tmp, encoder=Thumbnail())
    assert 'Results' not in n.card() and 'chooser' in n.card()
    n.results = dict(n_images=7, protocol=dict(name='syllable'), metrics={'CIDEr':.863})
    assert '| CIDEr | 0.863 | – | – |' in n.card()


def test_a_save_that_fails_leaves_the_old_checkpoint_as_it_was():
    m = Chooser(Thumbnail(), sentences='a')
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        old = {f.name: f.read_bytes() for f in Path(tmp).iterdir()}
        with torch.no_grad(): m.score.bias += 1
        for name in ('write_tensors', 'json.dumps', 'Captioner.carry'):
            with swap(f'viclipcap.prefix.checkpoint.{name}', side_effect=KeyError(name)):
                with expect_fail(KeyError): m.save_pretrained(tmp)
            test_eq({f.name: f.read_bytes() for f in Path(tmp).iterdir()}, old)


def test_a_compiled_part_is_saved_under_its_own_name():
    m = Chooser(Thumbnail(), sentences='a\nb')
    m.score = torch.nn.ModuleDict(dict(_orig_mod=m.score))
    test_eq({*m.trained_state()}, {'mean', 'std', 'score.weight', 'score.bias'})


def test_a_saved_captioner_loads_to_the_same_numbers_of_viclipcap():
    m = toy_captioner(seed=5)
    m.set_stats(torch.rand(50,48))
    b = dict(vector=torch.rand(4,48), captions=TOY_TEXTS)
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp+'/a/b')
        test_eq({f.name for f in Path(tmp+'/a/b').iterdir()},
            {'README.md','config.json','model.safetensors'})
        shutil.move(tmp+'/a/b', tmp+'/c')
        n = ViClipCap.from_pretrained(tmp+'/c', Thumbnail(), toy_decoder())
        size = os.path.getsize(tmp+'/c/model.safetensors')
    test_eq(n.loss(b).item(), m.loss(b).item())
    test_eq([n.settings, n.mean, n.training], [m.settings, m.mean, False])
    assert m.sizes()['saved'] < size < m.sizes()['saved']+2000


def test_a_tuned_decoder_is_saved_and_loaded_with_its_tied_weights():
    m = toy_captioner(mode='tuned')
    with torch.no_grad():
        for p in m.decoder.lm.parameters(): p += .01
    b = dict(vector=torch.rand(4,48), captions=TOY_TEXTS)
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        n = ViClipCap.from_pretrained(tmp, Thumbnail(), toy_decoder())
    test_eq(n.loss(b).item(), m.loss(b).item())
    lm = n.decoder.lm
    assert lm.lm_head.weight is lm.transformer.wte.weight


def test_a_local_decoder_travels_inside_the_checkpoint():
    d = toy_decoder(seed=3)
    b = dict(vector=torch.rand(4,48), captions=TOY_TEXTS)
    with TemporaryDirectory() as tmp:
        d.lm.save_pretrained(tmp+'/lm'); d.tok.save_pretrained(tmp+'/lm')
        Path(tmp+'/lm/training.safetensors').write_text('not needed')
        m = toy_captioner(decoder=f'local:{tmp}/lm')
        for _ in range(2): m.save_pretrained(tmp+'/run')
        shutil.rmtree(tmp+'/lm')
        shutil.move(tmp+'/run', tmp+'/moved')
        n = ViClipCap.from_pretrained(tmp+'/moved', Thumbnail())
        n.save_pretrained(tmp+'/moved')
        n = ViClipCap.from_pretrained(tmp+'/moved', Thumbnail())
        cfg = json.loads(Path(tmp+'/moved/config.json').read_text())
        assert not Path(tmp+'/moved/decoder/training.safetensors').exists()
    test_eq(cfg['parts']['decoder']['name'], 'local:decoder')
    assert tmp not in json.dumps(cfg)
    test_eq(n.loss(b).item(), m.loss(b).item())


def test_a_frozen_part_that_lies_in_the_checkpoint_already_is_not_copied_again():
    copied = []
    plain = shutil.copytree
    def spy(src, *args, **kw): copied.append(src); return plain(src, *args, **kw)
    with TemporaryDirectory() as tmp, swap('shutil.copytree', spy):
        for i in '12':
            o = toy_decoder(seed=int(i))
            for x in (o.lm, o.tok): x.save_pretrained(f'{tmp}/lm{i}')
        for i in '112':
            m = toy_captioner(decoder=f'local:{tmp}/lm{i}')
            m.save_pretrained(tmp+'/run')
        n = ViClipCap.from_pretrained(tmp+'/run', Thumbnail())
    test_eq([str(c)[-1] for c in copied], ['1','2'])
    test_eq(n.decoder.fingerprint, m.decoder.fingerprint)


def test_another_frozen_part_is_refused_and_both_are_said_of_viclipcap():
    m = toy_captioner()
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        other = toy_decoder(seed=1)
        def load(enc, dec): return ViClipCap.from_pretrained(tmp, enc, dec)
        for fp in (m.decoder.fingerprint, other.fingerprint):
            with expect_fail(UserError, regex=fp):
                load(Thumbnail(), other)
        enc = Thumbnail(); enc.fingerprint = 'x'*16; enc.name = 'clip:B/x'
        with expect_fail(UserError, regex='encoder thumbnail .* got clip:B/x '
                '.fingerprint xxxxxxxxxxxxxxxx'):
            load(enc, toy_decoder())
        with expect_fail(UserError, regex='thumbnail'):
            ViClipCap.from_pretrained(tmp, None, toy_decoder())


def test_a_name_that_is_neither_folder_nor_on_the_hub_gets_one_line():
    with expect_fail(UserError, regex='found neither'):
        ViClipCap.from_pretrained('runs/a/b')
    def offline(*args, **kw): raise ConnectionError('no network')
    with swap.dict(fetch.__globals__, snapshot_download=offline):
        with expect_fail(UserError, regex='hub did not give it .ConnectionError'):
            ViClipCap.from_pretrained('someone/model')


def test_an_interrupted_save_leaves_the_checkpoint_that_was_there():
    m = toy_captioner()
    b = dict(vector=torch.rand(4,48), captions=TOY_TEXTS)
    want = m.loss(b).item()
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        with torch.no_grad():
            for p in m.mapper.parameters(): p += 1
        def full(*args, **kw): raise OSError('No space left on device')
        for broken in (swap('viclipcap.prefix.checkpoint.write_tensors', full),
                swap('os.replace', full)):
            with broken, expect_fail(OSError): m.save_pretrained(tmp)
            n = ViClipCap.from_pretrained(tmp, Thumbnail(), toy_decoder())
            test_eq(n.loss(b).item(), want)
            test_eq(len(list(Path(tmp).iterdir())), 3)


def test_a_folder_becomes_a_checkpoint_with_the_last_file_moved_and_not_before():
    m, plain, moved = toy_captioner(), os.replace, []
    def once(src, to):
        if Path(to).parent==Path(tmp) and moved: raise OSError('stopped')
        if Path(to).parent==Path(tmp): moved.append(Path(to).name)
        plain(src, to)
    with TemporaryDirectory() as tmp:
        with swap('os.replace', once), expect_fail(OSError): m.save_pretrained(tmp)
        test_eq([f.name for f in Path(tmp).iterdir()], moved)
        assert moved != ['config.json']
        with expect_fail(UserError, contains='no config.json'):
            ViClipCap.from_pretrained(tmp, Thumbnail(), toy_decoder())


def test_push_to_hub_sends_the_files_of_a_checkpoint():
    m = toy_captioner()
    sent = {}
    class Api:
        def __init__(self, token=None): pass
        def create_repo(self, repo_id, **kw):
            return type('Url', (), dict(repo_id=repo_id))
        def upload_folder(self, repo_id, folder_path, **kw):
            for f in Path(folder_path).iterdir(): sent[f.name] = f.read_bytes()
            return repo_id
    with swap('huggingface_hub.hub_mixin.HfApi', Api):
        test_eq(m.push_to_hub('someone/village'), 'someone/village')
    test_eq(sent.keys(), {'README.md','config.json','model.safetensors'})
    test_eq(json.loads(sent['config.json'])['parts']['encoder']['name'], 'thumbnail')


# ---------------------------------------------------------------- earlier checkpoints

def as_format_1(folder, vote=0, near=0, clip=False):
    "Write a checkpoint's config.json, and its memory, as the first format had them"
    folder = Path(folder)
    cfg = json.loads((folder/'config.json').read_text())
    s = cfg['settings']
    if 'unit_length' in s: s.update(unit=s.pop('unit_length'), align=0., vote_clip=clip)
    if 'vocab_unit' in s: s.update(unit=s.pop('vocab_unit')); s.pop('min_count')
    s.update(vote=vote, near=near, length_penalty=cfg['decode']['length_penalty'])
    old = dict(format=1, viclipcap='0.1.0', captioner=cfg['captioner'], **cfg['parts'], settings=s)
    (folder/'config.json').write_text(json.dumps(old))
    memory = folder/'memory.safetensors'
    if memory.is_file():
        state = load_file(folder/'model.safetensors')
        state['memory._extra_state'] = load_file(memory)['memory']
        save_file(state, folder/'model.safetensors')
        memory.unlink()


@pytest.mark.parametrize('make', [lambda: toy_captioner(max_tokens=8, how=Decode(length_penalty=.5, max_tokens=8)),
    lambda: toy_baseline('show-tell', seed=3), lambda: toy_baseline('show-attend-tell', seed=3)])
def test_a_checkpoint_of_the_first_format_says_what_it_said(make):
    m = make()
    x = 9*torch.rand(4, *((4, 3) if m.reads=='grid' else (len(m.mean),)), generator=torch.Generator().manual_seed(0))
    parts = {r: getattr(m, r) for r in m.parts}
    refs = [['một cậu bé'], ['hai con trâu', 'trâu'], ['tô phở'], ['xe máy']]
    for vote in (dict(), dict(vote=6), dict(vote=6, near=2)):
        v = with_vote(m, **vote).set_stats(x)
        if vote.get('near'): v.remember(x, refs)
        with TemporaryDirectory() as tmp:
            v.save_pretrained(tmp)
            as_format_1(tmp, **vote)
            old = load_captioner(tmp, **parts)
            test_eq([type(old), old.vote, old.suffix], [type(v), v.vote, v.suffix])
            test_eq(old.how, v.how)
            test_eq(old.caption(x), v.caption(x))
            old.save_pretrained(tmp+'/new')
            test_eq(json.loads(Path(tmp, 'new/config.json').read_text())['format'], 2)
            test_eq(load_captioner(tmp+'/new', **parts).caption(x), v.caption(x))


def test_a_captioner_imported_alone_has_from_pretrained_of_ours():
    code = 'from viclipcap import ViClipCap as V; print(V.from_pretrained.__qualname__)'
    got = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    assert got.stdout.strip()=='Captioner.from_pretrained', got.stderr


def test_what_captions_a_picture_waits_for_nothing_that_only_training_or_scoring_needs():
    slow = 'peft', 'transformers.trainer_utils', 'underthesea', 'matplotlib', 'tensorboard', 'pandas', 'scipy.stats'
    code = f'import sys, viclipcap.runs.evaluate; print([m for m in {slow} if m in sys.modules])'
    got = subprocess.run([sys.executable, '-c', code], capture_output=True, text=True)
    assert got.stdout.strip()=='[]', got.stdout+got.stderr


# ---------------------------------------------------------------- bombs

@pytest.mark.parametrize('change,says', [(dict(prefix=50), 'more weights than'), (dict(prefix=513), 'prefix: wanted 1 to 512'),
    (dict(mapper='transformer', mapper_layers=3000), 'mapper_layers: wanted 1 to 96'), (dict(dropout=5), 'dropout: wanted 0 to 0.95'),
    (dict(mode='lora', lora_rank=10**6), 'lora_rank: wanted 1 to 1024'), (dict(seed=2**70), 'seed'), (dict(prefix='many'), "got 'many'"),
    (dict(mode='lora', lora_rank=1024), 'more weights than')])
def test_settings_that_would_take_all_memory_are_refused(change, says):
    m = toy_captioner(max_tokens=8)
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        file = Path(tmp, 'config.json')
        cfg = json.loads(file.read_text())
        cfg['settings'] |= change
        file.write_text(json.dumps(cfg))
        with ExceptionExpected(UserError, re.escape(says)):
            load_captioner(tmp, encoder=Thumbnail(), decoder=toy_decoder())


@pytest.mark.parametrize('vote,says', [(dict(by='all'), 'by: wanted'), (dict(samples=10**6), 'samples: wanted 1 to 256'),
    (dict(beams=10**6), 'beams: wanted 1 to 64'), (dict(near=10**9), 'near: wanted 1 to 10000'), ([], 'vote: wanted')])
def test_a_vote_that_would_take_all_memory_is_refused(vote, says):
    m = with_vote(toy_captioner(max_tokens=8), vote=4)
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        file = Path(tmp, 'config.json')
        cfg = json.loads(file.read_text())
        cfg['vote'] = cfg['vote'] | vote if vote else vote
        file.write_text(json.dumps(cfg))
        with ExceptionExpected(UserError, says): load_captioner(tmp, encoder=Thumbnail(), decoder=toy_decoder())


def test_a_damaged_memory_is_told():
    m = with_vote(toy_captioner(max_tokens=8), vote=4, near=2)
    m.remember(torch.rand(3, 48), [['một'], ['hai'], ['ba']])
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp)
        file = Path(tmp, 'memory.safetensors')
        good = file.read_bytes()
        for bad in (good[:-20], good.replace(b'[3, 48', b'[3, 49'), b''):
            file.write_bytes(bad)
            with ExceptionExpected(UserError, 'damaged'): load_captioner(tmp, encoder=Thumbnail(), decoder=toy_decoder())


# ---------------------------------------------------------------- the card

def village_captioner(kind):
    "An untrained captioner of a kind, on parts that its card can load by name"
    from viclipcap.base.settings import make_run
    small = {'viclipcap': dict(prefix=2), 'aligned': dict(prefix=2), 'seer': {}}.get(kind, {})
    encoder = 'pixels:16' if kind in ('show-tell', 'show-attend-tell') else 'village'
    run = make_run('card', captioner=kind, encoder=encoder, **small)
    parts = {role: getattr(run, role) for role in run.of.parts}
    m = run.of.build(run, TOY_TEXTS, **parts)
    if m.remembers: m.remember(torch.rand(3, len(m.mean)), [['một cậu bé'], ['hai con trâu'], ['tô phở']])
    return m


@pytest.mark.parametrize('kind', ['viclipcap', 'aligned', 'show-tell', 'show-attend-tell', 'chooser', 'nearest', 'voted'])
def test_the_code_of_the_card_runs_in_a_fresh_process(kind):
    m = village_captioner('viclipcap' if kind=='voted' else kind)
    if kind=='voted':
        m = with_vote(m, vote=5, near=1)
        m.remember(torch.rand(3, len(m.mean)), [['một cậu bé'], ['hai con trâu'], ['tô phở']])
    with TemporaryDirectory() as tmp:
        m.save_pretrained(tmp+'/ck')
        Image.effect_noise((32, 32), 90).convert('RGB').save(tmp+'/photo.jpg')
        code = re.search(r'```python\n(.*?)```', Path(tmp, 'ck/README.md').read_text('utf-8'), re.S)[1]
        code = code.replace('THIS FOLDER', 'ck')
        env = os.environ | dict(PYTHONPATH=os.pathsep.join(sys.path), PYTHONIOENCODING='utf-8', HF_HUB_OFFLINE='1')
        got = subprocess.run([sys.executable, '-c', code], cwd=tmp, env=env, capture_output=True, text=True, encoding='utf-8')
        assert got.returncode==0, got.stderr[-900:]
        assert re.fullmatch(r"\[('|\").+('|\")\]", got.stdout.strip()), got.stdout
        said = load_captioner(tmp+'/ck').caption([tmp+'/photo.jpg'])
    test_eq(got.stdout.strip(), repr(said))
