"""Every layout that `readers` knows, made small in a folder: read right, and refused when malformed"""
import io, json
from pathlib import Path
import pytest
from PIL import Image
from viclipcap.world import download
from viclipcap.base.folder import save_coco
from viclipcap.world.data import load_data
from viclipcap.base.folder import detect
from viclipcap.world.convert import convert
from viclipcap.world.fetch import fetch
from viclipcap.world.shot import held_out
from viclipcap.base.basics import UserError

UIT = Path(__file__).resolve().parents[2]/'shared'/'data'/'uit-viic'

def made(root, files):
    "Write files: text, JSON, or a colour for a picture"
    for name,v in files.items():
        f = Path(root)/name
        f.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(v, tuple): Image.new('RGB', (12,8), v).save(f)
        else: f.write_text(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False), 'utf-8')
    return Path(root)

def ann(i, k, **kw): return dict(id=i*9+k, image_id=i, caption=f'ảnh {i} câu {k}', **kw)

def ktvic_part(ids):
    return dict(images=[dict(id=i, filename=f'{i:011}.jpg') for i in ids],
                annotations=[ann(i, k, segment_caption=f'ảnh {i} câu_{k}') for i in ids for k in range(5)])

VAL, TRAIN = 3, (1, 2)   # ids whose draw is known
def ktvic(root, names=('train_caption.json', 'test_caption.json', 'images/train', 'images/test')):
    tr, te, a, b = names
    return made(root, {tr: ktvic_part((*TRAIN, VAL)), te: ktvic_part((1, 48)),
                       **{f'{a}/{i:011}.jpg': (i*20, 0, 0) for i in (*TRAIN, VAL)},
                       **{f'{b}/{i:011}.jpg': (0, i*5, 0) for i in (1, 48)}})

def coco_part(ids, url=None):
    return dict(info={}, images=[dict(id=i, file_name=f'{i:012}.jpg', **(dict(coco_url=f'{url}/{i:012}.jpg') if url else {})) for i in ids],
                annotations=[ann(i, k) for i in ids for k in range(2)])

def coco(root, url=None, stem='annotations/captions_{}2017.json', pictures=True):
    at = dict(train=(1, 2), val=(3,))
    extra = {'annotations/instances_val2017.json': {'images': []}} if 'captions_{}' == stem.split('/')[-1][:11] else {}
    return made(root, {**{stem.format(s): coco_part(ids, url) for s,ids in at.items()}, **extra,
                       **({f'{s}2017/{i:012}.jpg': (i*30, 0, 0) for s,ids in at.items() for i in ids} if pictures else {})})

def viecap(root):
    rows = [dict(id=f'{i:03}.jpg', captions='\n'.join(f'câu {k} của {i}' for k in range(5))+'\n') for i in range(60)]
    return made(root, {'train_captions.json': rows, 'sample_submission.json': [dict(id='x.jpg', captions='')],
                       **{f'images_train/{r["id"]}': (0, 0, n) for n,r in enumerate(rows)}})

def flickr(root, splits_=True):
    rows = ''.join(f'{c}.jpg#{k}\tcâu {k}, {c}\n' for c in 'abcd' for k in range(5))
    lists = {'Flickr_8k.trainImages.txt': 'a.jpg\n', 'Flickr_8k.devImages.txt': 'b.jpg\n', 'Flickr_8k.testImages.txt': 'c.jpg\n'}
    return made(root, {'Flickr8k.token.txt': rows, **(lists if splits_ else {}),
                       **{f'Flicker8k_Dataset/{c}.jpg': (0, 9, n*9) for n,c in enumerate('abcd')}})

def tree(root): return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(Path(root).rglob('*')) if p.is_file()}

@pytest.mark.parametrize('names', [
    ('train_caption.json', 'test_caption.json', 'images/train', 'images/test'),
    ('annotations/train_caption.json', 'annotations/test_caption.json', 'images/train', 'images/test'),
    ('train_data.json', 'test_data.json', 'train-images', 'public-test-images')])
def test_ktvic_in_each_of_its_spellings(tmp_path, names):
    src = ktvic(tmp_path/'src', names)
    assert detect(src)=='ktvic'
    got = convert(None, src, tmp_path/'out').sets
    assert {k: s.ids for k,s in got.items()}=={'train': [*TRAIN], 'val': [VAL], 'test': [1, 48]}
    assert got['val'].refs==[[f'ảnh {VAL} câu {k}' for k in range(5)]]
    # a picture of the same name in train and test stays its own
    assert got['test'].load(0).getpixel((0,0))[0] < 20 and got['train'].files[0].name==got['test'].files[0].name
    assert got['train'].load(1).getpixel((0,0))[0] > 30
    kept = json.loads((tmp_path/'out/annotations/test.json').read_text('utf-8'))['annotations'][3]
    assert kept['segment_caption']=='ảnh 1 câu_3' and kept['caption']=='ảnh 1 câu 3'
    assert got['train'].files[0].stat().st_nlink==2

def test_ktvic_test_is_never_drawn_from_and_val_can_be_set(tmp_path):
    src = ktvic(tmp_path/'src')
    got = convert('ktvic', src, tmp_path/'all', val=1.).sets
    assert got['test'].ids==[1, 48] and 'train' not in got and len(got['val'])==3
    got = convert('ktvic', src, tmp_path/'none', val=0).sets
    assert list(got)==['train', 'test'] and got['train'].ids==[1, 2, 3]

def test_coco_files_and_their_splits(tmp_path):
    src = coco(tmp_path/'src')
    assert detect(src)=='coco'
    got = convert(None, src, tmp_path/'out').sets
    assert {k: s.ids for k,s in got.items()}=={'train': [1, 2], 'val': [3]}
    assert got['train'].files[0].name=='000000000001.jpg'

def test_pictures_elsewhere_are_given_by_name(tmp_path):
    src = coco(tmp_path/'src', pictures=False)
    pics = made(tmp_path/'pics', {f'train2017/{i:012}.jpg': (i, 0, 0) for i in (1, 2, 3)})
    with pytest.raises(UserError, match=r"images\[0\]: no picture '000000000001.jpg' below .*src \(3 of 3 are not there\)"):
        convert('coco', src, tmp_path/'out')
    assert convert('coco', src, tmp_path/'out', images=pics).sets['val'].ids==[3]

def test_pictures_of_one_name_in_two_folders_keep_both(tmp_path):
    d = dict(images=[dict(id=1, file_name='x/1.jpg'), dict(id=2, file_name='y/1.jpg')],
             annotations=[dict(image_id=1, caption='một'), dict(image_id=2, caption='hai')])
    src = made(tmp_path/'src', {'captions_train2017.json': d, 'pics/x/1.jpg': (90, 0, 0), 'pics/y/1.jpg': (0, 0, 90)})
    got = convert('coco', src, tmp_path/'out').sets['train']
    assert [f.name for f in got.files]==['1.jpg', 'y_1.jpg'] and got.load(1).getpixel((1,1))[2] > 60

def test_our_own_folder_can_be_read_again(tmp_path):
    save_coco(tmp_path/'src', 'train', [(i, Image.new('RGB', (8,8), (i, 0, 0)), [f'câu {i}']) for i in range(3)])
    got = convert(None, tmp_path/'src', tmp_path/'out').sets
    assert got['train'].captions==load_data(tmp_path/'src', 'train').captions
    again = convert('coco', tmp_path/'out', tmp_path/'out2').sets
    assert again['train'].captions==got['train'].captions

def test_uit_viic_without_pictures_says_where_they_are(tmp_path):
    src = coco(tmp_path/'src', 'http://images.example/train2017', 'vi/uitviic_captions_{}2017.json', False)
    assert detect(src)=='uit-viic'
    with pytest.raises(UserError, match='it is at http://images.example/train2017/000000000001.jpg: --download'):
        convert(None, src, tmp_path/'out')
    made(src, {f'train2017/{i:012}.jpg': (i, 0, 0) for i in (1, 2, 3)})
    got = convert(None, src, tmp_path/'out').sets
    assert got['train'].ids==[1, 2] and got['val'].ids==[3]
    assert json.loads((tmp_path/'out/annotations/val.json').read_text())['images'][0]['coco_url'].startswith('http://images')

@pytest.mark.skipif(not UIT.is_dir(), reason='needs ../shared/data/uit-viic beside the repository')
def test_the_real_uit_viic_with_blank_pictures(tmp_path):
    blank = io.BytesIO(); Image.new('RGB', (4,4)).save(blank, 'JPEG')
    (tmp_path/'pics').mkdir()
    n = {}
    for f in sorted(UIT.glob('*.json')):
        d = json.loads(f.read_text('utf-8'))
        n[f.stem] = len(d['images']), len(d['annotations'])
        for e in d['images']: (tmp_path/'pics'/e['file_name']).write_bytes(blank.getvalue())
    got = convert(None, UIT, tmp_path/'out', images=tmp_path/'pics').sets
    assert {k: (len(s), sum(map(len, s.refs))) for k,s in got.items()}=={
        k: n[f'uitviic_captions_{k}2017'] for k in ('train', 'val', 'test')}
    assert sum(v[1] for v in n.values())==19256

def test_viecap4h_captions_on_lines(tmp_path):
    src = viecap(tmp_path/'src')
    assert detect(src)=='viecap4h'
    got = convert(None, src, tmp_path/'out')
    assert sum(map(len, got.sets.values()))==60 and set(got.sets)=={'train', 'val', 'test'}
    for s,cs in got.sets.items():
        assert all(held_out(i, .1, .1)==s for i in cs.ids)
        assert cs.refs[0]==[f'câu {k} của {int(cs.ids[0][:3])}' for k in range(5)]
    assert got.notes['empty captions, left out']==60  # after the last line break

def test_flickr_with_and_without_lists(tmp_path):
    src = flickr(tmp_path/'a')
    assert detect(src)=='flickr'
    got = convert(None, src, tmp_path/'out')
    assert {k: s.ids for k,s in got.sets.items()}=={'train': ['a'], 'val': ['b'], 'test': ['c']}
    assert got.notes['images that no split lists, left out']==1
    assert got.sets['val'].refs==[[f'câu {k}, b' for k in range(5)]]
    got = convert('flickr', flickr(tmp_path/'b', False)/'Flickr8k.token.txt', tmp_path/'out2', val=.5).sets
    assert {i: s for s,cs in got.items() for i in cs.ids}=={i: held_out(i, .5, .1) for i in 'abcd'}

def test_a_flickr_csv_with_a_file_of_splits(tmp_path):
    src = made(tmp_path/'src', {'captions.txt': 'image,caption\na.jpg,"một, hai"\nb.jpg,ba\n', 's.json': {'test': ['a.jpg'], 'dev': ['b.jpg']},
                                'Images/a.jpg': (1, 2, 3), 'Images/b.jpg': (4, 5, 6)})
    got = convert(None, src, tmp_path/'out', splits=src/'s.json').sets
    assert got['test'].refs==[['một, hai']] and got['val'].refs==[['ba']]

def broken(kind, root):
    "One malformed data set a name: its folder, the options, and what the message must say"
    if kind=='ktvic without test': (ktvic(root)/'test_caption.json').unlink(); return {}, 'expected test_caption.json or test_data.json'
    if kind=='ktvic without filename':
        d = ktvic_part(TRAIN); d['images'][1] = dict(id=2, file_name='2.jpg')
        made(ktvic(root), {'train_caption.json': d}); return {}, r'train_caption.json: images\[1\]: expected filename \(text\)'
    if kind=='ktvic caption of a list':
        d = ktvic_part(TRAIN); d['annotations'][4]['caption'] = ['a']
        made(ktvic(root), {'train_caption.json': d}); return {}, r'train_caption.json: annotations\[4\]: expected caption \(text\)'
    if kind=='ktvic caption without image':
        d = ktvic_part(TRAIN); d['annotations'].append(dict(image_id=77, caption='a'))
        made(ktvic(root), {'test_caption.json': d}); return {}, r'test_caption.json: annotations\[10\]: image_id 77 is not among'
    if kind=='ktvic picture not there':
        (ktvic(root)/'images/test/00000000048.jpg').unlink()
        return {}, r"test_caption.json: images\[1\]: no picture '00000000048.jpg' below .*\(1 of 5 are not there\); expected train_caption"
    if kind=='ktvic bad json': made(ktvic(root), {'train_caption.json': '{"images": [}'}); return {}, 'train_caption.json: line 1, column 13: not JSON'
    if kind=='coco same id':
        d = coco_part((1, 1)); made(coco(root), {'annotations/captions_train2017.json': d})
        return {}, r'captions_train2017.json: images\[1\]: id 1 again'
    if kind=='coco two trains': made(coco(root), {'annotations/captions_train2014.json': coco_part((1,))}); return {}, 'two files for train'
    if kind=='coco nothing in it': made(root, {'annotations/train.json': dict(images=[], annotations=[])}); return {}, 'expected images with captions, found none'
    if kind=='viecap a dict': made(root, {'train_captions.json': dict(images=[])}); return {}, r'train_captions.json: wanted a list'
    if kind=='viecap a list of captions':
        made(root, {'train_captions.json': [dict(id='a.jpg', captions=['một'])]}); return {}, r'train_captions.json: \[0\]: expected captions \(text\)'
    if kind=='viecap same id':
        made(root, {'train_captions.json': [dict(id='a.jpg', captions='một')]*2, 'images_train/a.jpg': (1, 1, 1)}); return {}, r'\[1\]: id .a.jpg. again'
    if kind=='viecap no picture':
        made(root, {'train_captions.json': [dict(id='a.jpg', captions='một')]}); return {}, r"\[0\]: no picture 'a.jpg'"
    if kind=='flickr header': made(flickr(root), {'Flickr8k.token.txt': 'id,text\na,b\n'}); return dict(name='flickr'), 'token.txt: expected a header with image'
    if kind=='flickr no picture':
        (flickr(root)/'Flicker8k_Dataset/b.jpg').unlink(); return {}, r"line 6: no picture 'b.jpg' below .*\(1 of 4"
    if kind=='flickr no name': made(root, {'captions.txt': 'image,caption\n,một\n'}); return {}, r"line 2: expected the name of a picture before 'một'"
    if kind=='flickr not utf-8': (made(root, {'captions.txt': ''})/'captions.txt').write_bytes('image,caption\na.jpg,một'.encode('utf-16')); return {}, 'not UTF-8'
    if kind=='nothing known': made(root, {'a.txt': 'x'}); return {}, 'none of the layouts known: ktvic'

    if kind=='ktvic with an option of others': ktvic(root); return dict(splits='s.json'), "ktvic: no option 'splits'; it takes none"

KINDS = ['ktvic with an option of others', 'ktvic without test', 'ktvic without filename', 'ktvic caption of a list', 'ktvic caption without image', 'ktvic picture not there',
         'ktvic bad json', 'coco same id', 'coco two trains', 'coco nothing in it', 'viecap a dict', 'viecap a list of captions', 'viecap same id',
         'viecap no picture', 'flickr header', 'flickr no picture', 'flickr no name', 'flickr not utf-8', 'nothing known']

@pytest.mark.parametrize('kind', KINDS)
def test_a_malformed_data_set_is_refused_and_leaves_nothing(tmp_path, kind):
    src = tmp_path/'src'
    how, says = broken(kind, src)
    before = tree(src)
    with pytest.raises(UserError, match=says) as e: convert(how.pop('name', None), src, tmp_path/'out', **how)
    assert '\n' not in str(e.value)
    assert str(src) in str(e.value) or 'option' in kind
    assert tree(src)==before and sorted(p.name for p in tmp_path.iterdir())==['src']

def test_missing_pictures_can_be_left_out_and_are_counted(tmp_path):
    (ktvic(tmp_path/'src')/'images/test/00000000048.jpg').unlink()
    got = convert('ktvic', tmp_path/'src', tmp_path/'out', missing='skip')
    assert got.sets['test'].ids==[1] and got.notes['images that are not there, left out']==1
    assert json.loads((tmp_path/'out/source.json').read_text())['images that are not there, left out']==1

def test_an_existing_folder_is_replaced_only_if_it_is_ours_and_asked_for(tmp_path):
    src = ktvic(tmp_path/'src')
    mine = made(tmp_path/'mine', {'diary.txt': 'x'})
    for kw in ({}, dict(overwrite=True)):
        with pytest.raises(UserError, match='is there already'): convert('ktvic', src, mine, **kw)
    assert (mine/'diary.txt').read_text()=='x'
    convert('ktvic', src, tmp_path/'out')
    with pytest.raises(UserError, match='overwrite'): convert('ktvic', src, tmp_path/'out')
    assert convert('ktvic', src, tmp_path/'out', overwrite=True, val=0).sets['train'].ids==[1, 2, 3]
    assert not (tmp_path/'out/annotations/val.json').exists()

def test_converting_into_a_folder_below_the_source_twice(tmp_path):
    src = ktvic(tmp_path/'src')
    for kw in ({}, dict(overwrite=True)): got = convert('ktvic', src, src/'out', **kw)
    assert got.sets['test'].ids==[1, 48]

def test_wrong_names_are_answered_with_near_ones(tmp_path):
    ktvic(tmp_path/'src')
    with pytest.raises(UserError, match="no layout named 'ktvik': try ktvic"): convert('ktvik', tmp_path/'src', tmp_path/'o')
    with pytest.raises(UserError, match="no way to place pictures named 'move'"): convert('ktvic', tmp_path/'src', tmp_path/'o', how='move')
    with pytest.raises(UserError, match='no such file or folder'): convert('ktvic', tmp_path/'gone', tmp_path/'o')

# ---- the hub: tables as `datasets` writes them

def jpeg(c):
    b = io.BytesIO(); Image.new('RGB', (8,8), (c, 0, 0)).save(b, 'JPEG'); return b.getvalue()

def tables(root, rows, features):
    datasets = pytest.importorskip('datasets')
    datasets.disable_progress_bars()
    kinds = dict(text=datasets.Value('string'), number=datasets.Value('int64'), image=datasets.Image(), texts=datasets.List(datasets.Value('string')))
    for split,rs in rows.items():
        d = datasets.Dataset.from_list(rs, features=datasets.Features({k: kinds[v] for k,v in features.items()}))
        (root/'data').mkdir(parents=True, exist_ok=True)
        d.to_parquet(root/f'data/{split}-00000-of-00001.parquet')
    return root

def hub_ktvic(root):
    row = lambda i: dict(image_uid=f'{i:05}', image=dict(bytes=jpeg(i), path=None), caption_vi=[f'ảnh {i} câu {k}' for k in range(5)])
    return tables(root, dict(train=[row(i) for i in (1, 2, 3)], test=[row(48), row(50)]), dict(image_uid='text', image='image', caption_vi='texts'))

def test_ktvic_of_the_hub_through_a_stand_in(tmp_path, monkeypatch):
    src = hub_ktvic(tmp_path/'hub')
    asked = {}
    def snapshot(repo, **kw): asked.update(kw, repo=repo); return str(src)
    monkeypatch.setattr('huggingface_hub.snapshot_download', snapshot)
    monkeypatch.chdir(tmp_path)
    got = fetch('ktvic')
    assert asked==dict(repo='ai-enthusiasm-community/KTVIC', repo_type='dataset', allow_patterns=None)
    assert got.root==Path('ktvic') and {k: s.ids for k,s in got.sets.items()}=={'train': ['00001', '00002'], 'val': ['00003'], 'test': ['00048', '00050']}
    assert got.sets['val'].files[0].read_bytes()==jpeg(3)     # the very bytes
    assert got.sets['val'].refs==[[f'ảnh 3 câu {k}' for k in range(5)]]
    about = json.loads(Path('ktvic/source.json').read_text('utf-8'))
    assert about['repository']=='ai-enthusiasm-community/KTVIC' and 'unclear' in about['licence'] and 'unclear' in repr(got)

def test_columns_of_single_captions_and_rows_of_one_image(tmp_path):
    row = lambda i,k: dict(image_id=i, caption_id=i*9+k, image=dict(bytes=jpeg(i), path=None), caption_en='x', caption_vi=f'câu {i} {k}')
    src = tables(tmp_path/'a', dict(train=[row(i, k) for i in (5, 6) for k in range(3)], validation=[row(7, 0)]),
                 dict(image_id='number', caption_id='number', image='image', caption_en='text', caption_vi='text'))
    assert detect(src)=='hub'
    got = convert(None, src, tmp_path/'out').sets
    assert got['train'].captions=={i: [f'câu {i} {k}' for k in range(3)] for i in (5, 6)} and got['val'].ids==[7]
    got = convert('hub', src, tmp_path/'en', captions='caption_en').sets
    assert got['val'].refs==[['x']]
    with pytest.raises(UserError, match='no column for captions: columns are image_id, caption_id.*--captions NAME'): convert('hub', src, tmp_path/'no', captions='nota')

def test_flickr8k_of_the_hub_has_five_columns_and_no_ids(tmp_path, monkeypatch):
    row = lambda i: dict(image=dict(bytes=jpeg(i), path=None), **{f'caption_{k}': f'c {i} {k}' for k in range(5)})
    src = tables(tmp_path/'hub', dict(train=[row(1), row(2)], validation=[row(3)], test=[row(4)]), dict(image='image', **{f'caption_{k}': 'text' for k in range(5)}))
    monkeypatch.setattr('huggingface_hub.snapshot_download', lambda *a, **kw: str(src))
    got = fetch('flickr8k', tmp_path/'out').sets
    assert {k: s.captions for k,s in got.items()}=={'train': {0: [f'c 1 {k}' for k in range(5)], 1: [f'c 2 {k}' for k in range(5)]},
        'val': {0: [f'c 3 {k}' for k in range(5)]}, 'test': {0: [f'c 4 {k}' for k in range(5)]}}

def test_a_saved_data_set_is_read_too(tmp_path):
    datasets = pytest.importorskip('datasets')
    d = datasets.load_dataset(str(hub_ktvic(tmp_path/'hub')), cache_dir=str(tmp_path/'cache'))
    d.save_to_disk(str(tmp_path/'saved'))
    assert convert(None, tmp_path/'saved', tmp_path/'out').sets['test'].ids==['00048', '00050']

def test_rows_of_the_hub_are_refused_by_number(tmp_path):
    good = dict(image_uid='1', image=dict(bytes=jpeg(1), path=None), caption_vi=['a'])
    for n,(bad,says) in enumerate(((dict(good, image=dict(bytes=b'xin', path=None)), 'train: row 1: expected a picture'),
                       (dict(good, image=None), 'train: row 1: expected a picture, got none'),
                       (dict(good, caption_vi=[None]), r'train: row 1: expected texts in caption_vi'),
                       (dict(good, image_uid=None), r'train: row 1: expected image_uid \(number or text\)'))):
        src = tables(tmp_path/str(n), dict(train=[good, bad]), dict(image_uid='text', image='image', caption_vi='texts'))
        with pytest.raises(UserError, match=says): convert('hub', src, tmp_path/'out')
        assert not (tmp_path/'out').exists() and not list(tmp_path.glob('.out*'))

def test_a_broken_table_and_a_missing_package_are_one_line(tmp_path, monkeypatch):
    made(tmp_path/'src', {'data/train.parquet': 'no parquet'})
    with pytest.raises(UserError, match='expected the tables of a data set') as e: convert(None, tmp_path/'src', tmp_path/'out')
    assert '\n' not in str(e.value)
    monkeypatch.setitem(__import__('sys').modules, 'datasets', None)
    with pytest.raises(UserError, match='pip install datasets'): convert(None, tmp_path/'src', tmp_path/'out')

def test_an_interrupted_fetch_of_pictures_goes_on(tmp_path, monkeypatch):
    src = coco(tmp_path/'src', 'http://images.example/t', 'uitviic_captions_{}2017.json', False)
    calls = []
    def answer(url, **limits):
        calls.append(url)
        if len(calls)>2 and not answer.up: raise OSError('connection lost')
        return jpeg(int(url[-5]))
    answer.up = False
    monkeypatch.setattr(download, 'answer', answer)
    with pytest.raises(UserError, match='000000000.*cannot be fetched .connection lost'): convert('uit-viic', src, tmp_path/'out', web=True)
    assert not (tmp_path/'out').exists()
    answer.up, before = True, len(calls)
    got = convert('uit-viic', src, tmp_path/'out', web=True).sets
    assert len(calls)-before==1 and got['val'].files[0].read_bytes()==jpeg(3)
    assert sorted(p.name for p in tmp_path.iterdir())==['out', 'src']

# ---- troubles that users of such data sets reported, each made small; the right value is asserted

def rgb(n): return (n*40, 90, 0)

def refs_by_name(sets): return {(s, f.name): r for s,cs in sets.items() for f,r in zip(cs.files, cs.refs)}

def test_pictures_of_one_stem_keep_their_own_captions(tmp_path):
    src = made(tmp_path/'src', {'captions.txt': 'image,caption\ncho/001.jpg,con chó\nmeo/001.jpg,con mèo\nx/7.jpg,bảy\nx/7.png,bảy nữa\n',
        'Images/cho/001.jpg': rgb(1), 'Images/meo/001.jpg': rgb(2), 'Images/x/7.jpg': rgb(3), 'Images/x/7.png': rgb(4)})
    got = convert('flickr', src, tmp_path/'out', val=0, test=0).sets['train']
    assert sorted(map(str, got.ids))==['cho/001.jpg', 'meo/001.jpg', 'x/7.jpg', 'x/7.png'] and [len(r) for r in got.refs]==[1]*4
    assert {r[0]: f.read_bytes() for f,r in zip(got.files, got.refs)}['con mèo']==(src/'Images/meo/001.jpg').read_bytes()

@pytest.mark.parametrize('name,there', [('1.jpg', 'test2017/1.jpg'), ('cam1/1.jpg', 'cam2/1.jpg')])
def test_a_missing_picture_is_not_taken_from_elsewhere(tmp_path, name, there):
    part = dict(images=[dict(id=1, file_name=name), dict(id=2, file_name='2.jpg')], annotations=[dict(image_id=i, caption='a') for i in (1, 2)])
    src = made(tmp_path/'src', {'annotations/captions_train2017.json': part, 'train2017/2.jpg': rgb(2), there: rgb(1)})
    with pytest.raises(UserError, match=rf"no picture '{name}' below .*\(1 of 2 are not there\)"): convert('coco', src, tmp_path/'out')
    assert convert('coco', src, tmp_path/'out', missing='skip').sets['train'].ids==[2]

def test_a_column_of_splits_is_kept_and_told(tmp_path):
    rows = ''.join(f'{n}.jpg,câu {n},{"train" if n<6 else "dev" if n<8 else "test"}\n' for n in range(10))
    src = made(tmp_path/'src', {'captions.csv': 'image,caption,split\n'+rows, **{f'Images/{n}.jpg': rgb(n%6) for n in range(10)}})
    got = convert(None, src, tmp_path/'out')
    assert {s: cs.ids for s,cs in got.sets.items()}=={'train': [*'012345'], 'val': ['6', '7'], 'test': ['8', '9']}
    assert json.loads((tmp_path/'out/source.json').read_text())['splits of']=='a column of captions.csv' and 'splits of a column' in repr(got)

def imagefolder(root, rows):
    "Pictures in folders named for splits, with a table of captions in each"
    for split,n in rows.items():
        made(root, {f'{split}/{i}.jpg': rgb(i) for i in range(n)})
        made(root, {f'{split}/metadata.jsonl': '\n'.join(json.dumps(dict(file_name=f'{i}.jpg', caption=f'câu {k} của {i}')) for i in range(n) for k in range(5))})
    return root

def test_a_row_for_each_caption_is_a_picture_with_five(tmp_path):
    pytest.importorskip('datasets')
    src = imagefolder(tmp_path/'src', dict(train=4, test=3))
    assert detect(src)=='hub'
    got = convert(None, src, tmp_path/'out', val=.5)
    assert sum(map(len, got.sets.values()))==7 and {len(r) for cs in got.sets.values() for r in cs.refs}=={5}
    assert len(got.sets['test'])==3 and got.notes['entries of a picture that has an id already, joined']==28
    names = [f.read_bytes() for s in ('train', 'val') if s in got.sets for f in got.sets[s].files]
    assert len(names)==len(set(names))==4

def test_an_id_of_the_caption_is_no_id_of_the_picture(tmp_path):
    row = lambda n: dict(id=n%2, image=dict(bytes=jpeg(n), path=None), caption=f'câu {n}')
    src = tables(tmp_path/'src', dict(train=[row(0), row(1), row(2)]), dict(id='number', image='image', caption='text'))
    with pytest.raises(UserError, match='train: row 2: id 0 stands for another picture before.*--id NAME'): convert('hub', src, tmp_path/'out')

def test_captions_and_not_their_lemmas_are_read(tmp_path):
    src = made(flickr(tmp_path/'src'), {'Flickr8k.lemma.token.txt': 'a.jpg#0\tLEMMA\n'})
    got = convert(None, src, tmp_path/'out')
    assert got.sets['train'].refs==[[f'câu {k}, a' for k in range(5)]] and got.choices['captions of']=='Flickr8k.token.txt'
    assert json.loads((tmp_path/'out/source.json').read_text())['splits of']=='*Images.txt'

def test_two_languages_are_asked_about_or_told(tmp_path):
    table = lambda c: f'image,caption\na.jpg,{c}\n'
    src = made(tmp_path/'src', {'captions_en.csv': table('cat'), 'captions_vi.csv': table('mèo'), 'images/a.jpg': rgb(1)})
    with pytest.raises(UserError, match='2 files could be meant: captions_en.csv, captions_vi.csv'): convert('flickr', src, tmp_path/'out')
    got = convert('flickr', src/'captions_vi.csv', tmp_path/'out', images=src/'images')
    assert [cs.refs for cs in got.sets.values()]==[[['mèo']]] and 'captions_vi.csv' in got.choices['captions of']
    two = tables(tmp_path/'hub', dict(test=[dict(image=dict(bytes=jpeg(1), path=None), caption='cat', mo_ta='mèo')]), dict(image='image', caption='text', mo_ta='text'))
    got = convert('hub', two, tmp_path/'out2')
    assert got.choices=={'captions of': 'column caption', 'columns of text not read': 'mo_ta'} and 'column caption' in (tmp_path/'out2/source.json').read_text()

def test_half_an_emoji_stops_no_conversion(tmp_path):
    part = json.dumps(dict(images=[dict(id=1, file_name='a.jpg')], annotations=[dict(image_id=1, caption='một con mèo XX')])).replace('XX', r'\ud83d')
    got = convert('coco', made(tmp_path/'src', {'annotations/captions_train2017.json': part, 'train2017/a.jpg': rgb(1)}), tmp_path/'out').sets['train']
    assert got.refs==[['một con mèo \ufffd']] and got.report['captions with broken letters']==1

def test_names_from_a_mac_and_from_windows_are_found(tmp_path):
    from unicodedata import normalize
    names = ('ảnh một.jpg', r'images\train\chợ.jpg', r'..\images\train\b.jpg')
    part = dict(images=[dict(id=n, file_name=f) for n,f in enumerate(names)], annotations=[dict(image_id=n, caption='a') for n in range(3)])
    src = made(tmp_path/'src', {'annotations/captions_train.json': part, **{f'images/train/{normalize("NFD", f)}': rgb(n) for n,f in enumerate(('ảnh một.jpg', 'chợ.jpg', 'b.jpg'))}})
    got = convert('coco', src, tmp_path/'out').sets['train']
    assert got.ids==[0, 1, 2] and [f.read_bytes() for f in got.files]==[(src/'images/train'/normalize('NFD', f)).read_bytes() for f in ('ảnh một.jpg', 'chợ.jpg', 'b.jpg')]

def karpathy_part(names, **kw):
    parts = ['train', 'restval', 'val', 'test']
    return dict(images=[dict(filename=n, split=parts[k%4], sentences=[dict(raw=f'câu của {n}')], **kw) for k,n in enumerate(names)])

def test_the_three_files_of_karpathy_lie_beside_each_other(tmp_path):
    src = made(flickr(tmp_path/'src', False), {'dataset_coco.json': karpathy_part(['COCO_1.jpg']), 'dataset_flickr8k.json': karpathy_part([f'{c}.jpg' for c in 'abcd']),
                                               'dataset_flickr30k.json': karpathy_part(['1.jpg'])})
    got = convert('flickr', src, tmp_path/'out')
    assert {s: cs.ids for s,cs in got.sets.items()}=={'train': ['a', 'b'], 'val': ['c'], 'test': ['d']} and got.choices['splits of']=='dataset_flickr8k.json'
    alone = made(tmp_path/'coco', {'dataset_coco.json': karpathy_part(['b0.jpg', 'b1.jpg'], filepath='train2014'), 'train2014/b0.jpg': rgb(0), 'train2014/b1.jpg': rgb(1)})
    assert convert(None, alone, tmp_path/'out2').sets['train'].refs==[['câu của b0.jpg'], ['câu của b1.jpg']]

def test_openviic_is_read_with_dev_as_val(tmp_path):
    parts = dict(train=(1, 2), dev=(3,), test=(4,))
    src = made(tmp_path/'src', {**{f'uit-openviic-annotation-{s}.json': {f'{i:012}.jpg': dict(captions=[f'câu {i}', 'hai']) for i in ids} for s,ids in parts.items()},
                                **{f'images/{i:012}.jpg': rgb(i) for i in (1, 2, 3, 4)}})
    got = convert(None, src, tmp_path/'out').sets
    assert {s: len(cs) for s,cs in got.items()}=={'train': 2, 'val': 1, 'test': 1} and got['val'].refs==[['câu 3', 'hai']]

def test_an_archive_that_holds_its_folder_twice(tmp_path):
    src = made(tmp_path/'src', {'results.csv': 'image_name| comment_number| comment\na.jpg| 0| một\n', 'a.jpg': rgb(1), 'again/a.jpg': rgb(1)})
    assert sum(map(len, convert('flickr', src, tmp_path/'out').sets.values()))==1
    made(src, {'again/a.jpg': rgb(2)})
    with pytest.raises(UserError, match="two pictures could be 'a.jpg'.*--images DIR"): convert('flickr', src, tmp_path/'out2')

def test_a_table_cannot_bring_a_file_of_this_machine(tmp_path):
    datasets = pytest.importorskip('datasets')
    Image.new('RGB', (4,4), 'red').save(tmp_path/'secret.png')
    rows = [dict(image=dict(bytes=None, path=str(tmp_path/'secret.png')), caption='a')]
    table = datasets.Dataset.from_list(rows, features=datasets.Features(image=datasets.Image(decode=False), caption=datasets.Value('string')))
    (tmp_path/'src').mkdir(); table.to_parquet(tmp_path/'src'/'train-0.parquet')
    with pytest.raises(UserError, match='row 0: names the file .*secret.png, which does not lie with the table'): convert('hub', tmp_path/'src', tmp_path/'out')
    src = coco(tmp_path/'links', pictures=False)
    (src/'train2017').mkdir()
    for i in (1, 2): (src/f'train2017/{i:012}.jpg').symlink_to(tmp_path/'secret.png')
    made(src, {f'val2017/{3:012}.jpg': rgb(3)})
    with pytest.raises(UserError, match='a link that leads out of .*--links'): convert('coco', src, tmp_path/'out')
    with pytest.raises(UserError, match='stands for another|would both be'): convert('coco', src, tmp_path/'out', links=True)
    assert not (tmp_path/'out').exists()

def test_a_table_that_breaks_off_is_one_line(tmp_path):
    src = hub_ktvic(tmp_path/'src')
    f = next(src.rglob('train*.parquet'))
    data = bytearray(f.read_bytes()); data[40:200] = bytes(160)   # the footer is whole, the pages are not
    f.write_bytes(data)
    with pytest.raises(UserError, match='cannot be read on|expected') as e: convert('hub', src, tmp_path/'out')
    assert '\n' not in str(e.value) and not (tmp_path/'out').exists()
