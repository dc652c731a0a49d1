"Pictures in tars give what the same pictures give as files; a damaged tar is one line"
import random
import shutil
import pytest
import torch
from viclipcap.base.basics import UserError
from viclipcap.base.processes import launched
from viclipcap.base.shards import samples
from viclipcap.prefix.batches import Pairs, squares
from viclipcap.prefix.encoder import colour_encoder
from viclipcap.prefix.features import Features, extract
from viclipcap.world.convert import convert
from viclipcap.world.check import check_data
from viclipcap.world.data import load_data
from viclipcap.world.village import make_village

@pytest.fixture(scope='module')
def both(tmp_path_factory):
    "A village in files, in shards, and what a conversion makes of these shards alone"
    root = tmp_path_factory.mktemp('shards')
    for name,n in dict(files=0, shards=7).items(): make_village(root/name, images=30, seed=4, shards=n)
    (root/'tars').mkdir()
    for tar in (root/'shards').rglob('*.tar'): shutil.copy(tar, root/'tars')
    convert(None, root/'tars', root/'converted', how='symlink')
    return root

@pytest.mark.parametrize('name', ['shards', 'converted'])
def test_shards_have_the_captions_pictures_and_vectors_of_files(both, name, tmp_path):
    for split in ('train', 'val', 'test'):
        a, b = load_data(both/'files', split), load_data(both/name, split)
        assert a.captions==b.captions and a.fingerprint==b.fingerprint
    a, b = load_data(both/'files', 'train'), load_data(both/name, 'train')
    e = colour_encoder()
    f, g = (extract(x, e, tmp_path/k, batch_size=5, grid=True) for k,x in dict(a=a, b=b).items())
    for file in ('pooled.npy', 'grid.npy', 'done.npy', 'sums.npy'):
        assert (tmp_path/'a'/file).read_bytes()==(tmp_path/'b'/file).read_bytes()
    f.check(data=b); g.check(data=a)  # one store serves both
    assert torch.equal(e.encode(a.files), e.encode(b.files)) and torch.equal(e.encode(a.files[3]), e.encode(b.files[3]))
    x, y = (Pairs(None, d, ('pixels',), squares(16))[9]['pixels'] for d in (a, b))
    assert torch.equal(x, y)
    found = check_data(both/name)
    assert not found.missing and not found.unreadable and not [*(both/name).rglob('*.png')]

def test_two_processes_share_the_shards(both, tmp_path):
    code = ('import sys; from viclipcap.world.data import load_data; from viclipcap.prefix.features import extract; '
        'from viclipcap.prefix.encoder import colour_encoder; '
        'extract(load_data(sys.argv[1], "train"), colour_encoder(), sys.argv[2], batch_size=4)')
    for _,err,rc in launched(code, 2, [str(both/'shards'), str(tmp_path/'two')]): assert rc==0, err
    one = extract(load_data(both/'files', 'train'), colour_encoder(), tmp_path/'one', batch_size=4)
    assert (Features(tmp_path/'two').pooled==one.pooled).all()

def test_a_bad_picture_in_a_shard_is_named_and_can_be_left_out(both, tmp_path):
    shutil.copytree(both/'shards', tmp_path/'v')
    m = load_data(tmp_path/'v', 'train').files[8]
    with open(m.shard, 'r+b') as f: f.seek(m.at); f.write(b'no picture')
    data = load_data(tmp_path/'v', 'train')
    with pytest.raises(UserError, match=r'train-000001.tar/.*: not an image'): extract(data, colour_encoder(), tmp_path/'s')
    assert len(load_data(tmp_path/'v', 'train', skip_bad=True))==len(data)-1
    assert len(extract(data, colour_encoder(), tmp_path/'s2', on_error='skip').bad)==1
    convert('coco', tmp_path/'v', tmp_path/'w', skip_bad=True)  # as the message says
    left = [load_data(tmp_path/'w', s) for s in ('train', 'val', 'test')]
    assert [len(d) for d in left]==[23, 3, 3] and left[0].fingerprint==load_data(tmp_path/'v', 'train', skip_bad=True).fingerprint
    assert check_data(tmp_path/'v').unreadable[0]['file'].startswith('train-000001.tar/')

def test_a_lost_shard_is_missing_pictures_and_a_lost_picture_one_line(both, tmp_path):
    shutil.copytree(both/'shards', tmp_path/'v')
    (tmp_path/'v'/'images'/'train'/'train-000001.tar').unlink()
    with pytest.raises(UserError, match='7 missing images, the first .train-000001.tar/'): load_data(tmp_path/'v', 'train')
    shutil.copytree(both/'tars', tmp_path/'t')
    tar = tmp_path/'t'/'val-000000.tar'
    tar.write_bytes(tar.read_bytes().replace(b'000001.png', b'000001.bin'))
    with pytest.raises(UserError, match='not a whole, plain tar|no picture'): convert(None, tmp_path/'t', tmp_path/'c')
    assert not (tmp_path/'c').exists()

def test_any_bytes_give_a_tar_or_one_line(both, tmp_path):
    rng, good = random.Random(0), (both/'tars'/'val-000000.tar').read_bytes()
    ends = [0, 0]
    for k in range(300):
        data = bytearray(good)
        for _ in range(rng.choice((1, 3, 40))): data[rng.choice((rng.randrange(len(data)), rng.randrange(512)))] = rng.randrange(256)
        tar = tmp_path/f'{k}.tar'
        tar.write_bytes(data[:rng.randrange(1, len(data))] if k%3==0 else data)
        try: [m.read_bytes() for files in samples(tar).values() for m in files.values()]; ends[0] += 1
        except UserError as e: assert '\n' not in str(e); ends[1] += 1
        tar.unlink()
    assert min(ends)>30, ends
