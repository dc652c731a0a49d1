"""The thresholds of `check` hold on photographs: no two of 900 are taken for one, copies are found"""
import io
from pathlib import Path
import numpy as np, pytest
from PIL import Image
from viclipcap.world.twins import bits, look, near_pairs, same_pictures, see_all
from viclipcap.world.check import as_text, check_data
from viclipcap.base.image import open_image
from viclipcap.base.folder import save_coco
from viclipcap.world.data import load_data

FLICKR = Path(__file__).resolve().parents[2]/'shared'/'data'/'flickr-vi'
pytestmark = pytest.mark.skipif(not FLICKR.is_dir(), reason='needs ../shared/data/flickr-vi beside the repository')

@pytest.fixture(scope='module')
def sights(): return see_all([f for s in ('train', 'val', 'test') for f in load_data(FLICKR, s).files])

def jpeg(im, quality):
    b = io.BytesIO(); im.save(b, 'JPEG', quality=quality)
    return Image.open(io.BytesIO(b.getvalue())).convert('RGB')

def crop(im, share):
    w,h = im.size
    x,y = round(w*share/2), round(h*share/2)
    return im.crop((x, y, w-x, h-y))

def test_no_two_photographs_are_taken_for_one(sights):
    assert len(sights)==900 and not any(s.bad for s in sights)
    assert same_pictures(sights)==[]
    near = near_pairs([s.bits for s in sights], distance=14)  # what the second look is for
    assert 5 < len(near[0]) < 60 and same_pictures(sights, distance=14)==[]

@pytest.mark.parametrize('name,copy,least', [
    ('half size', lambda im: im.resize((im.width//2, im.height//2), 3), 1), ('quality 10', lambda im: jpeg(im, 10), 1),
    ('square', lambda im: im.resize((128, 128)), 1), ('cropped by 4 %', lambda im: crop(im, .04), .98),
    ('cropped by 10 %', lambda im: crop(im, .1), .6)])
def test_copies_are_found(sights, name, copy, least):
    some = sights[:200:2]
    copies = [copy(open_image(s.file)) for s in some]
    d = np.array([(s.bits^bits(c)).bit_count() for s,c in zip(some, copies)])
    r = np.array([s.look@look(c) for s,c in zip(some, copies)])
    found = ((d<=12) & (r>=.8)).mean()
    assert found >= least
    if name=='cropped by 10 %': assert found < .9  # what the chapter says does not hold

def test_test_photographs_planted_in_another_train_split_are_found(tmp_path):
    test = load_data(FLICKR, 'test')
    train = load_data(FLICKR, 'train').subset(60)
    mix = [(i, jpeg(train.load(i).resize((150, 110)), 70), ['một']) for i in range(60)]
    mix += [(100+i, jpeg(crop(test.load(i), .02).resize((180, 140)), 50), ['hai']) for i in range(0, 40, 4)]
    save_coco(tmp_path/'other', 'train', mix, suffix='.jpg')
    (tmp_path/'kit'/'annotations').mkdir(parents=True)
    (tmp_path/'kit'/'annotations'/'test.json').write_bytes((FLICKR/'annotations'/'test.json').read_bytes())
    (tmp_path/'kit'/'images').symlink_to(FLICKR/'images')
    res = check_data(tmp_path/'kit', tmp_path/'other')
    got = {tuple(r['files']) for r in res.leaks}
    assert got=={(test.files[i].name, f'{100+i:06}.jpg') for i in range(0, 40, 4)}
    assert res.parts['test']['leaking']==10 and 'other:train' in as_text(res)
