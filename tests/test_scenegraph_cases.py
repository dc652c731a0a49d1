"""What the parser reads in captions of many shapes, written by hand; real captions where the data sets are there"""
import json
from collections import defaultdict
from pathlib import Path
import pytest, viclipcap
from viclipcap.measure.words import tokens
from viclipcap.measure.scenegraph import in_region, parse
from viclipcap.measure.vispice import units
from viclipcap.measure.probes import auc_study

home = Path(viclipcap.__file__).resolve().parents[2]/'shared'/'data'
flickr, uit = home/'flickr-vi'/'annotations', home/'uit-viic'
need_flickr = pytest.mark.skipif(not flickr.is_dir(), reason='the data set flickr-vi is not here')
need_uit = pytest.mark.skipif(not uit.is_dir(), reason='the data set uit-viic is not here')

CASES = {  # caption: tuples it must have, tuples it must not have
    'Vận động viên tennis nữ đang cầm vợt đứng trên sân .':
        ('vận động viên|tennis, vận động viên|nữ, vận động viên|cầm|vợt, vận động viên|ở|sân', 'vợt|ở|sân'),
    'một nam vận động viên đang vung vợt đánh bóng': ('vận động viên|nam, vận động viên|vung|vợt, vận động viên|đánh|bóng', ''),
    'người đàn ông áo xanh tóc vàng cưỡi ngựa': ('người đàn ông|mặc|áo, áo|xanh, tóc|vàng, người đàn ông|cưỡi|ngựa', 'áo|vàng, tóc|xanh'),
    'hai cô bé mặc váy đỏ đang chạy và một con chó đang ngủ': ('cô bé|2, váy|đỏ, cô bé|chạy, chó|ngủ, chó|1', 'cô bé|ngủ, chó|chạy'),
    'trên bàn có hai bát phở cạnh một cái thìa': ('bát phở|2, bát phở|trên|bàn, bát phở|cạnh|thìa', ''),
    'ở bên trái chiếc xe đạp là con mèo đen': ('mèo|bên trái|xe đạp, mèo|đen', 'xe đạp|đen, xe đạp|bên trái|mèo'),
    'con mèo đen ở bên phải chiếc xe đạp': ('mèo|bên phải|xe đạp, mèo|đen', 'mèo|bên trái|xe đạp'),
    'không có ai trên con phố vắng': ('phố|trống', 'người'),
    'một bé gái không đội mũ': ('cô bé', 'mũ, cô bé|đội'),
    'cậu bé chơi với quả bóng màu cam': ('cậu bé|chơi|bóng, bóng|cam', 'cam'),
    'một quả cam trên đĩa': ('cam|trên|đĩa', ''),
    'ba cậu bé đang đá bóng trên bãi cỏ': ('cậu bé|3, cậu bé|đá bóng, bóng, cậu bé|trên|bãi cỏ', 'bóng|trên|bãi cỏ'),
    'chiếc bàn gỗ lớn màu nâu': ('bàn|to, bàn|nâu, bàn|gỗ', ''),
    'người phụ nữ cầm bóng và vợt': ('người phụ nữ|cầm|bóng, người phụ nữ|cầm|vợt', ''),
    'một người đàn ông và một con chó đang chạy': ('người đàn ông|chạy, chó|chạy', ''),
    'khung cảnh bãi biển với hai chiếc thuyền': ('thuyền|2, thuyền|ở|bãi biển', 'bãi biển|2'),
    'một nhóm người ngồi quanh đống lửa': ('người|nhiều, người|ngồi, người|quanh|đống lửa', ''),
    'cô gái đạp xe đạp trên đường': ('cô gái|lái|xe đạp, cô gái|ở|đường', ''),
    'người đàn ông trong bộ đồ đen': ('người đàn ông|mặc|bộ đồ, bộ đồ|đen', ''),
    'một con chó nâu và một con đen': ('chó|nâu, chó|đen', ''),
}
@pytest.mark.parametrize('text', CASES)
def test_cases(text):
    got = {*parse(text).tuples()}
    read = lambda s: {tuple(t.split('|')) for t in s.split(', ') if t}
    yes, no = map(read, CASES[text])
    assert yes <= got, (yes-got, parse(text))
    assert not no & got, (no & got, parse(text))

EMPTY = ['', ' ', '...', 'và và và', 'trên', 'một', 'không', 'có có', '🙂', 'đang đang trên dưới với', 'một con', 'hai hai hai']
ODD = {'a'*500: {('a'*500,)}, 'x\ny': {('x',)}, 'chó '*300: {('chó',)}, 'con chó \ud83d ngủ': {('chó',), ('chó','ngủ')}}

@pytest.mark.parametrize('text', EMPTY)
def test_what_says_nothing_has_no_graph(text):
    assert parse(text).tuples()=={} and in_region(text)==in_region(in_region(text))
    assert all(u[0]=='#' for u in units(text)), units(text)  # words at most, no thing

@pytest.mark.parametrize('text', ODD)
def test_odd_text_is_read_as_far_as_it_says_something(text):
    got = {*parse(text).tuples()}
    assert ODD[text] <= got and len(got) <= 2 and got <= {*units(text)} and tokens(text)

DENIED = {  # caption: what it must say, what it must not
    'người phụ nữ không đeo kính đang đọc sách': ('người phụ nữ|đọc|sách', 'kính, người phụ nữ|mặc|kính, người phụ nữ|đeo|kính'),
    'con chó không đứng trên bàn': ('chó', 'chó|trên|bàn, chó|đứng'),
    'cậu bé không cầm quả bóng': ('cậu bé', 'cậu bé|cầm|bóng, bóng'),
    'con mèo bị con chó đuổi': ('chó|đuổi|mèo', 'mèo|đuổi|chó, mèo|đuổi'),
    'em bé được mẹ bế': ('mẹ|ôm|trẻ em', 'trẻ em|ôm|mẹ'),
    'bàn ở bên trái cái ghế và bên phải con mèo': ('bàn|bên trái|ghế, bàn|bên phải|mèo', 'ghế|bên phải|mèo'),
}
@pytest.mark.parametrize('text', DENIED)
def test_denials_passives_and_second_relations(text):
    got = {*parse(text).tuples()}
    yes, no = ({tuple(t.split('|')) for t in s.split(', ')} for s in DENIED[text])
    assert yes <= got and not no & got, got

def test_form_does_not_matter():
    want = parse('hai con lợn ở bên trái cái ô').tuples()
    for s in ('Hai con lợn ở bên trái cái ô.', 'HAI CON LỢN Ở BÊN TRÁI CÁI Ô', 'hai con_lợn ở bên_trái cái_ô',
              'hai con heo ở bên trái cây dù'):
        assert parse(s).tuples()==want, s
    import unicodedata
    assert parse(unicodedata.normalize('NFD', 'hai con lợn ở bên trái cái ô')).tuples()==want

def captions(*files):
    out = defaultdict(list)
    for f in files:
        for a in json.loads(f.read_text('utf-8'))['annotations']: out[a['image_id']].append(a['caption'])
    return out

@need_uit
def test_own_captions_of_sports_photographs():
    r = auc_study(captions(uit/'uitviic_captions_val2017.json'), 0, ('ViSPICE','CIDEr'))
    assert r['n']==924 and r['ViSPICE'] >= r['CIDEr'] > .9, r

@need_flickr
def test_own_captions_of_photographs():
    r = auc_study(captions(flickr/'train.json'), 0, ('ViSPICE','CIDEr'))
    assert r['n']==700 and r['ViSPICE'] >= r['CIDEr'] > .97, r

@need_flickr
def test_real_captions_in_the_other_region():
    caps = [c for r in captions(flickr/'train.json').values() for c in r][:1500]
    moved = [c for c in caps if in_region(c, 'south')!=in_region(c, 'north')]
    assert len(moved) > 300
    same = [units(in_region(c, 'south'))==units(in_region(c, 'north')) for c in moved]
    assert sum(same)/len(same) > .97, [c for c,ok in zip(moved, same) if not ok][:5]
