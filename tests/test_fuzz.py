"""Any bytes in any file that a user may give: a result or one line of ours, never a traceback or a hang.

Few examples in the ordinary suite, always the same; many, and new ones each time, with `pytest -m stress tests/test_fuzz.py`.
"""
import copy, io, json, shutil, subprocess, sys, warnings
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st
from PIL import Image

from viclipcap.base.decode import Decode
from viclipcap.base.folder import save_coco
from viclipcap.base.image import open_image
from viclipcap.base.journal import Journal, open_run, unfinished
from viclipcap.base.listing import told_runs
from viclipcap.base.settings import load_runs, run_settings
from viclipcap.base.tokens import train_bpe
from viclipcap.captioners.vote import with_vote
from viclipcap.measure.score import score
from viclipcap.measure.verdict import truth_score
from viclipcap.prefix.checkpoint import load_captioner
from viclipcap.prefix.decoder import load_decoder, save_lm, toy_decoder
from viclipcap.prefix.encoder import Thumbnail, colour_encoder
from viclipcap.prefix.features import Features, extract
from viclipcap.prefix.viclipcap import toy_captioner
from viclipcap.use.terminal import one_line
from viclipcap.world.convert import convert
from viclipcap.world.data import load_data
from viclipcap.world.dialect import read_entries
from viclipcap.world.entry import GOLD
from viclipcap.world.village import make_village

SIZES = [pytest.param(1, id='few'), pytest.param(20, id='many', marks=pytest.mark.stress)]
sizes = pytest.mark.parametrize('times', SIZES)


def fuzz(strategy, check, examples):
    "Run `check` on what the strategy draws: it may return, or raise what the command line tells in one line"
    def one(x):
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            try: check(x)
            except Exception as e:
                line = one_line(e)[0]
                if line is None or isinstance(e, MemoryError): raise
                assert len(line)<2000, line
    few = examples<100
    settings(max_examples=examples, deadline=timedelta(seconds=10), database=None, derandomize=few, print_blob=True,
        suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.generate, Phase.shrink))(given(strategy)(one))()


# what can happen to a file

def damaged(good):
    "The bytes of a file after an accident: cut, a piece replaced, flipped bits, other bytes altogether"
    place, piece = st.integers(0, len(good)), st.binary(max_size=24)
    def replaced(at, new): return good[:at] + new + good[at+len(new):]
    def flipped(at, bit): return good[:at] + bytes([good[at]^bit]) + good[at+1:] if at<len(good) else good
    return st.one_of(place.map(lambda n: good[:n]), st.builds(replaced, place, piece),
        st.builds(lambda at, new: good[:at]+new+good[at:], place, piece),
        st.builds(flipped, st.integers(0, min(len(good), 400)), st.sampled_from([1, 2, 64, 128])),
        st.binary(max_size=200))

LETTERS = st.text(st.characters(exclude_categories=()), max_size=12)  # halves of an emoji too
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | LETTERS
    | st.sampled_from(['', '../x', '\ud800', 'a'*300, 2**70, -1, 1e308, float('nan'), 10**9]),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(LETTERS, x, max_size=3), max_leaves=4)

def places(x, at=()):
    "Where something stands in JSON"
    yield at
    inner = x.items() if isinstance(x, dict) else enumerate(x[:4]) if isinstance(x, list) else ()
    for k,v in inner: yield from places(v, (*at, k))

def put(x, at, value, remove):
    "JSON with another value in one place, or without it"
    if not at: return value
    x = copy.deepcopy(x)
    inner = x
    for k in at[:-1]: inner = inner[k]
    if remove: del inner[at[-1]]
    else: inner[at[-1]] = value
    return x

def altered(good):
    "JSON as bytes: one or two values are others, the file damaged, nested too deep, a number too long"
    spot = st.sampled_from(list(places(good)))
    one = st.builds(put, st.just(good), spot, VALUES, st.booleans())
    two = one.flatmap(lambda x: st.builds(put, st.just(x), st.sampled_from(list(places(x))), VALUES, st.booleans()))
    text = json.dumps(good)
    odd = st.sampled_from(['['*200_000, '{"a":'*99_999, '9'*5000, '', '\ufeff'+text, text*2, text.replace('1', '1'*5000)])
    encoded = st.one_of(one, one, two).map(json.dumps) | odd
    return encoded.map(str.encode) | damaged(text.encode())

def table(good):
    "A table as bytes"
    return damaged(good.encode()) | st.text(st.sampled_from('"\t,\n\r;#|a1ệ\0'), max_size=60).map(str.encode)


# files of a user

@sizes
@pytest.mark.parametrize('form', ['PNG', 'JPEG', 'GIF', 'WEBP', 'BMP', 'TIFF'])
def test_images(form, times):
    file = io.BytesIO()
    im = Image.radial_gradient('L').resize((24, 16)).convert('RGB')
    im.save(file, form)
    fuzz(damaged(file.getvalue()), open_image, 25*times)


PEAK = """import re, sys
from viclipcap.base.image import open_image
open_image(sys.argv[1])
print(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1])"""

@pytest.mark.stress
@pytest.mark.skipif(not Path('/proc/self/status').exists(), reason='this system tells no peak of memory')
@pytest.mark.parametrize('mode', ['RGB', 'RGBA', 'I;16', 'P'])
def test_the_largest_picture_takes_less_than_a_gibibyte(mode, tmp_path):
    Image.new(mode, (9400, 9400)).save(tmp_path/'a.png', **(dict(transparency=0) if mode=='P' else {}))
    got = subprocess.run([sys.executable, '-c', PEAK, str(tmp_path/'a.png')], capture_output=True, text=True, check=True)
    assert int(got.stdout)<1024**2  # KiB


@pytest.fixture(scope='module')
def coco(tmp_path_factory):
    "A folder of three pictures"
    root = tmp_path_factory.mktemp('coco')
    for s in ('train', 'val'):
        save_coco(root, s, [(i, Image.new('RGB', (8, 8), (i, 0, 0)), [f'hai con trâu {i}', 'đỏ']) for i in range(3)])
    return root

@sizes
def test_annotations(coco, times):
    file = coco/'annotations'/'train.json'
    good = json.loads(file.read_text())
    def check(data):
        file.write_bytes(data)
        for strict in (True, False):
            cs = load_data(coco, 'train', strict=strict)
            cs.fingerprint, cs.scenes, repr(cs.report)
            train_bpe([c for d in cs.documents() for c in d], 300)
    fuzz(altered(good), check, 80*times)


def picture(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new('RGB', (8, 8), 'red').save(path)

LAYOUTS = {
    'ktvic': ('train_caption.json', dict(images=[dict(id=1, filename='1.png')],
        annotations=[dict(id=1, image_id=1, caption='một con gà', segment_caption='một con_gà')])),
    'coco': ('captions_train2017.json', dict(images=[dict(id=1, file_name='1.png', coco_url='http://[::1/1.png')],
        annotations=[dict(id=1, image_id=1, caption='một con gà')])),
    'uit-viic': ('uitviic_captions_train2017.json', dict(images=[dict(id=1, file_name='1.png')],
        annotations=[dict(id=1, image_id=1, caption='một con gà')])),
    'viecap4h': ('train_captions.json', [dict(id='1.png', captions='một con gà\nhai')]),
    'openviic': ('openviic_train.json', {'1.png': dict(captions=['một con gà'])}),
    'karpathy': ('dataset_flickr8k.json', dict(images=[dict(filename='1.png', split='train', imgid=0,
        sentences=[dict(raw='một con gà')])])),
    'flickr': ('captions.csv', 'image,caption\n1.png,một con gà\n1.png,"hai, ba"\n')}

@sizes
@pytest.mark.parametrize('layout', LAYOUTS)
def test_layouts(layout, times, tmp_path):
    name, good = LAYOUTS[layout]
    src = tmp_path/'src'
    for folder in ('', 'images', 'images/train', 'images_train', 'train2017'): picture(src/folder/'1.png')
    if layout=='ktvic':
        (src/'test_caption.json').write_text(json.dumps(good))
        picture(src/'images'/'test'/'1.png')
    def check(data):
        shutil.rmtree(tmp_path/'out', ignore_errors=True)
        (src/name).write_bytes(data)
        convert(layout, src, tmp_path/'out')
    fuzz(table(good) if isinstance(good, str) else altered(good), check, 15*times)


TABLES = {'x.json': [dict(image_id=1, caption='một con gà'), dict(image_id=2, caption='hai')],
    'by_id.json': {'1': ['một con gà'], '2': 'hai'}, 'wrapped.json': dict(predictions=[dict(id=1, prediction='một')]),
    'coco.json': dict(images=[dict(id=1, file_name='1.png')], annotations=[dict(image_id=1, caption='một con gà')]),
    'column.json': dict(image_id=[1, 2], caption=['một', 'hai']),
    'x.jsonl': '{"image_id": 1, "caption": "một con gà"}\n{"image_id": 2, "caption": "hai"}\n',
    'x.csv': 'image_id,caption\n1,một con gà\n2,"hai, ba"\n', 'x.tsv': 'image\tcaption\n1.png\tmột\n',
    'list.csv': 'image,captions\n1.png,"[\'một con gà\', \'hai\']"\n', 'x.txt': 'một con gà\nhai\n'}

@sizes
@pytest.mark.parametrize('name', TABLES)
def test_tables_of_captions(name, times, tmp_path):
    good, file = TABLES[name], tmp_path/name
    gold = {1: ['một con gà đỏ'], 2: ['hai con gà']}
    def check(data):
        file.write_bytes(data)
        for first in ((), (GOLD,)): score(read_entries(file, *first), gold, metrics=['CIDEr', 'BLEU'])
    fuzz(table(good) if isinstance(good, str) else altered(good), check, 25*times)


@sizes
def test_settings(times, tmp_path):
    file = tmp_path/'settings.ini'
    good = ('[viclipcap]\nschema = 1\nruns = r\n\n[one]\n# a run\ndata = village\nencoder = village\nmapper = mlp\nlr = 1e-3\n'
        'epochs = 4\nvote = 5\n[two]\ndata = x\ncaptioner = show-tell\nbatch = 7 # seven\n')
    def check(data):
        file.write_bytes(data)
        told_runs(file), load_runs(file), run_settings('one', ['lr=1'], file)
    fuzz(table(good), check, 80*times)
    keys = st.sampled_from(['lr', 'epochs', 'encoder', 'mapper', 'vote', 'data', 'seed', 'protocol', 'mode', 'prefix'])
    file.write_text(good)
    values = st.one_of(st.floats().map(str), st.integers().map(str), LETTERS, st.just('9'*5000))
    fuzz(st.tuples(keys, values), lambda x: run_settings('one', ['='.join(x)], file), 40*times)


@sizes
def test_journals(times, tmp_path):
    j = open_run(tmp_path, dict(settings=dict(a=1), data='x', text=[]))
    with j.stage('features'): pass
    file = tmp_path/'run.json'
    def check(data):
        file.write_bytes(data)
        unfinished(tmp_path), repr(Journal(tmp_path))
        open_run(tmp_path, dict(settings=dict(a=1), data='x', text=[])).done('features')
    fuzz(altered(json.loads(file.read_text())), check, 60*times)


@sizes
@pytest.mark.parametrize('name', ['meta.json', 'done.npy', 'pooled.npy', 'grid.npy', 'sums.npy'])
def test_feature_stores(coco, name, times, tmp_path):
    out, (cs, e) = tmp_path/'f', (load_data(coco, 'val'), colour_encoder())
    extract(cs, e, out, 2, grid=True)
    good, before = (out/name).read_bytes(), Features(out)
    want = before.pooled.copy(), before.grid.copy()
    def check(data):
        (out/name).write_bytes(data)
        f = Features(out).check(cs, e)
        if f.ids!=before.ids or len(f.pooled)!=len(want[0]): return
        assert (f.pooled==want[0]).all() and (f.grid is None or (f.grid==want[1]).all())
    fuzz(altered(json.loads(good)) if name.endswith('json') else damaged(good), check, 25*times)


@sizes
@pytest.mark.parametrize('name', ['config.json', 'model.safetensors', 'memory.safetensors', 'results.json', 'run.json'])
def test_checkpoints(name, times, tmp_path):
    import torch
    m = with_vote(toy_captioner(max_tokens=8), vote=4, near=2)
    m.remember(torch.rand(3, 48), [['một'], ['hai'], ['ba']])
    m.save_pretrained(tmp_path)
    (tmp_path/'results.json').write_text(json.dumps(RESULT))
    (tmp_path/'run.json').write_text(json.dumps(dict(key=dict(settings={}), stages=dict(train={}), features=None)))
    file, decoder, im = tmp_path/name, toy_decoder(), Image.new('RGB', (30, 20), 'green')
    good = file.read_bytes()
    def check(data):
        file.write_bytes(data)
        unfinished(tmp_path)
        m = load_captioner(tmp_path, encoder=Thumbnail(), decoder=decoder)
        m.card(), m.caption([im], how=Decode(beams=2, max_tokens=4))
    fuzz(altered(json.loads(good)) if name.endswith('json') else damaged(good), check, 25*times)

RESULT = dict(n_images=2, protocol=dict(name='syllable'), metrics=dict(CIDEr=.5), ceiling=dict(CIDEr=1.), floor=None,
    truth=dict(true=.5, told=.3, people=dict(true=1.), constant=None))


@sizes
@pytest.mark.parametrize('name', ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'])
def test_decoders(name, times, tmp_path):
    d = toy_decoder()
    save_lm(d.lm, d.tok, tmp_path)
    good = (tmp_path/name).read_bytes()
    def check(data):
        (tmp_path/name).write_bytes(data)
        d = load_decoder(f'local:{tmp_path}')
        d.decode(d.encode(['một con gà'], 8))
    fuzz(altered(json.loads(good)) if name.endswith('json') else damaged(good), check, 15*times)


@sizes
def test_scenes(times, tmp_path):
    make_village(tmp_path, images=10, seed=1)
    file = tmp_path/'scenes'/'val.jsonl'
    good = file.read_text('utf-8').splitlines()
    cs = load_data(tmp_path, 'val')
    def check(data):
        file.write_bytes(data + b'\n' + '\n'.join(good[1:]).encode())
        truth_score({i: r[0] for i,r in cs.captions.items()}, cs.captions, cs.scenes, n=20)
    fuzz(altered(json.loads(good[0])), check, 40*times)
