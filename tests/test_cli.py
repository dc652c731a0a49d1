"""The command line with right and wrong input, on a village of 40 pictures and a checkpoint trained in seconds"""
import json
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from PIL import Image
from typer.testing import CliRunner

from viclipcap.use.cli import app
from viclipcap.base.basics import asset

TINY = ['--set', 'epochs=1', 'batch=32', 'decoder=own', 'decoder_layers=1', 'decoder_width=64', 'decoder_vocab=400',
    'decoder_epochs=1', 'prefix=4', 'beams=2', 'text_pairs=0', 'vote=0', 'vote_clip=no']


def run(*args, code=0):
    "Output of a command that ends with status `code`"
    res = CliRunner().invoke(app, [str(a) for a in args])
    if res.exception and not isinstance(res.exception, SystemExit): raise res.exception
    assert res.exit_code==code, res.output
    return res


def wrong(*args, says):
    "A command that is refused with one line, which holds every word of `says`"
    res = run(*args, code=1)
    lines = res.stderr.strip().splitlines()
    assert len(lines)==1 and lines[0].startswith('error: '), res.output
    assert 'Traceback' not in res.output
    for word in says.split('|'): assert word in lines[0], lines[0]


@pytest.fixture(scope='module')
def world(tmp_path_factory):
    "A village, a checkpoint, and a picture that is in no data set"
    tmp = tmp_path_factory.mktemp('world')
    village, ckpt, photo = tmp/'village', tmp/'run', tmp/'photo.png'
    run('village', village, '--images', 40, '--seed', 5)
    run('train', 'village', '--data', village, '--out', ckpt, *TINY)
    Image.new('RGB', (90, 60), 'green').save(photo)
    return SimpleNamespace(tmp=tmp, village=village, ckpt=ckpt, photo=photo)


def captions(world, *images, code=0, args=()):
    "path -> caption as printed, and stderr"
    res = run('caption', world.ckpt, *images, '--beams', 2, *args, code=code)
    return dict(l.split('\t') for l in res.stdout.splitlines()), res.stderr


# the frame

def test_help_is_fast_and_loads_no_model():
    def once():
        before = os.times()
        subprocess.run([sys.executable, '-c', 'from viclipcap.use.cli import main; main()', '--help'], check=True,
            stdout=subprocess.DEVNULL)
        return sum(os.times()[2:4])-sum(before[2:4])  # CPU seconds: the machine may be busy
    assert min(once() for _ in range(3)) < 1


@pytest.mark.parametrize('cmd', ['quickstart', 'village', 'features', 'pretrain', 'pretrain clip', 'pretrain gpt2',
    'train', 'caption', 'evaluate', 'score', 'protocols', 'setup-spice', 'bench', 'compare', 'study', 'chain', 'data', 'data ktvic',
    'data uit-viic', 'data flickr8k', 'data flickr30k', 'data viecap4h', 'data convert', 'data check'])
def test_every_command_explains_itself(cmd): assert 'Usage' in run(*cmd.split(), '--help').output


def test_usage_errors_have_status_2():
    run('caption', code=2)
    run('train', 'village', '--no-such-option', code=2)
    assert 'Did you mean' in run('captoin', code=2).output


# a village without twins of truth

def test_no_twins_reaches_the_village(tmp_path):
    run('village', tmp_path/'v', '--images', 10, '--size', 32, '--no-twins')
    assert json.loads((tmp_path/'v'/'dataset.json').read_text('utf-8'))['twins'] is False

def test_shards_are_written_looked_at_and_told_where_they_are_broken(tmp_path, monkeypatch):
    monkeypatch.setenv('XDG_CACHE_HOME', str(tmp_path/'cache'))
    run('village', tmp_path/'v', '--images', 10, '--size', 32, '--shards', 3)
    assert len([*(tmp_path/'v').rglob('*.tar')])==5 and not [*(tmp_path/'v').rglob('*.png')]
    tars = tmp_path/'v'/'images'/'train'
    wrong('data', 'check', tars, says='laid out as webdataset|--layout auto')
    assert '| images ' in run('data', 'check', tars, '--layout', 'auto').stdout
    tar = tars/'train-000001.tar'
    tar.write_bytes(tar.read_bytes()[:2000])
    wrong('data', 'check', tars, '--layout', 'auto', says=f'{tar}: not a whole, plain tar')



# broken pictures

def test_a_broken_picture_is_named_with_the_option_and_left_out_by_it(world):
    data, out, file = world.tmp/'broken', world.tmp/'broken-run', world.tmp/'broken.json'
    shutil.copytree(world.village, data)
    for name in ('train/000003.png', 'test/000002.png'):
        path = data/'images'/name
        Image.open(path).save(path, 'JPEG')  # a JPEG by another name
        path.write_bytes(path.read_bytes()[:-700])
    train = 'train', 'village', '--data', data, '--out', out, *TINY
    wrong(*train, says='image 3 of|000003.png|--skip-bad of train')
    res = run(*train, '--skip-bad')
    assert 'train: 1 pictures do not open and are left out: 000003.png: cannot' in res.stdout
    assert '--split test --skip-bad' in res.stdout
    judge = 'evaluate', out, '--data', data, '--metrics', 'BLEU', '--json', file
    wrong(*judge, says='000002.png|--skip-bad of train, evaluate')
    res = run(*judge, '--skip-bad')
    assert 'test: 1 pictures do not open and are left out: 000002.png: cannot' in res.stdout
    got = json.loads(file.read_text('utf-8'))
    assert list(got['info']['left_out'])==['2'] and got['n_images']==3


# wrong names

def test_unknown_run(): wrong('train', 'vilage', says="no run|'vilage'|village")
def test_unknown_key(): wrong('train', 'village', '--set', 'epoch=3', says="'epoch'|epochs")
def test_value_of_wrong_type(): wrong('train', 'village', '--set', 'epochs=ten', says="epochs|whole number|'ten'")
def test_value_out_of_bounds(): wrong('train', 'village', '--set', 'prefix=0', says='prefix|1 to 512')
def test_set_without_value(): wrong('train', 'village', '--set', 'epochs', says='key=value')
def test_unknown_mapper(): wrong('train', 'village', '--set', 'mapper=mpl', says="'mpl'|mlp")
def test_run_without_data(): wrong('train', 'photos', says='photos|--data')


@pytest.mark.parametrize('name,says', [('clip:ViT-B-99/x', 'ViT-B'), ('clip:ViT-B-32/opnai', 'openai'),
    ('vilage', 'village'), ('cnn:efficientnet-lite', 'efficientnet-lite0')])
def test_unknown_encoder(world, tmp_path, name, says):
    wrong('features', world.village, '--encoder', name, '--out', tmp_path/'f', says=says)
    wrong('train', 'village', '--data', world.village, '--out', tmp_path/'r', '--set', f'encoder={name}', says=says)
    assert not list(tmp_path.iterdir())


def test_unknown_decoder(world, tmp_path):
    wrong('train', 'village', '--data', world.village, '--out', tmp_path/'r', '--set', 'decoder=gpt2', says="'gpt2'|hf")
    wrong('train', 'village', '--data', world.village, '--out', tmp_path/'r', '--set', f'decoder=local:{tmp_path}',
        says='config.json')
    assert not list(tmp_path.iterdir())


def test_unknown_split(world):
    wrong('evaluate', world.ckpt, '--data', world.village, '--split', 'tset', says='tset|test')
    wrong('features', world.village, '--out', world.tmp/'none', '--split', 'tset', says='tset|test')


def test_unknown_style(tmp_path): wrong('village', tmp_path/'v', '--style', 'nigth', says="'nigth'|night")
def test_unknown_protocol(world):
    wrong('evaluate', world.ckpt, '--data', world.village, '--protocol', 'sylable', says="'sylable'|syllable")


def test_missing_data(world, tmp_path):
    wrong('evaluate', world.ckpt, '--data', tmp_path/'none', says='none|no such folder')
    wrong('train', 'village', '--data', tmp_path/'none', says='none|no such folder')
    wrong('features', tmp_path, '--out', tmp_path/'f', says='annotations')


def test_missing_text(world, tmp_path):
    wrong('train', 'village', '--data', world.village, '--out', tmp_path/'r', *TINY, '--text', tmp_path/'no.json',
        says='no.json')
    wrong('train', 'village', '--set', 'text_pairs=0', '--text', tmp_path/'no.json', says='decoder=own')
    wrong('pretrain', 'gpt2', '--text', tmp_path/'no.json', '--out', tmp_path/'g', says='no.json')


def test_missing_checkpoint(world, tmp_path):
    wrong('caption', tmp_path/'none', world.photo, says='none')
    wrong('caption', tmp_path, world.photo, says='config.json')


def test_bad_search(world):
    wrong('caption', world.ckpt, world.photo, '--beams', 2, '--n', 3, says='3|2')
    wrong('caption', world.ckpt, world.photo, '--beams', 0, says='beams|wanted 1 to')
    wrong('caption', world.ckpt, world.photo, '--sample', '--seed', -1, says='seed|-1')
    wrong('evaluate', world.ckpt, '--data', world.village, '--max-tokens', 0, says='max_tokens')
    wrong('caption', world.ckpt, world.photo, '--sample', '--temperature', 0, says='temperature')


# pictures

def test_bad_pictures_are_named_and_the_others_captioned(world, tmp_path):
    text, cut, none = tmp_path/'text.jpg', tmp_path/'cut.jpg', tmp_path/'none.png'
    text.write_text('this is no picture')
    Image.effect_noise((200, 200), 80).save(cut)
    cut.write_bytes(cut.read_bytes()[:2000])
    said, err = captions(world, text, world.photo, cut, none, code=1)
    assert list(said)==[str(world.photo)] and said[str(world.photo)]
    lines = err.strip().splitlines()
    assert len(lines)==3 and all(l.startswith('error: ') for l in lines)
    for line,f in zip(lines, (text, cut, none)): assert str(f) in line

def test_a_folder_is_its_pictures_and_an_empty_one_is_refused(world, tmp_path):
    (tmp_path/'some').mkdir(); (tmp_path/'none').mkdir()
    shutil.copy(world.photo, tmp_path/'some'/'a.png')
    said, err = captions(world, tmp_path/'some')
    assert list(said)==[str(tmp_path/'some'/'a.png')] and not err
    said, err = captions(world, world.photo, tmp_path/'none', code=1)
    assert not said and f"{tmp_path/'none'}: a folder without pictures" in err


def test_only_bad_pictures(world, tmp_path):
    said, err = captions(world, tmp_path/'none.png', code=1)
    assert not said and 'none.png' in err
    res = run('caption', world.ckpt, tmp_path/'none.png', '--json', code=1)
    assert json.loads(res.stdout)==[]


def test_odd_pictures(world, tmp_path):
    im = Image.open(next((world.village/'images'/'test').iterdir())).convert('RGB')
    alpha = im.convert('RGBA'); alpha.putalpha(Image.linear_gradient('L').resize(im.size))
    exif = Image.Exif(); exif[0x0112] = 6
    files = {n: tmp_path/n for n in ('plain.png','alpha.png','grey.png','cmyk.jpg','turned.png','anim.gif')}
    im.save(files['plain.png']); alpha.save(files['alpha.png']); im.convert('L').save(files['grey.png'])
    im.convert('CMYK').save(files['cmyk.jpg'])
    im.transpose(Image.Transpose.ROTATE_90).save(files['turned.png'], exif=exif)
    im.save(files['anim.gif'], save_all=True, append_images=[Image.new('RGB', im.size, 'red')])
    said, err = captions(world, *files.values())
    assert list(said)==[str(f) for f in files.values()] and all(said.values()) and not err
    assert said[str(files['turned.png'])]==said[str(files['plain.png'])]


def test_several_captions_and_json(world):
    res = run('caption', world.ckpt, world.photo, world.photo, '--beams', 3, '--n', 3, '--json')
    rows = json.loads(res.stdout)
    assert [r['image'] for r in rows]==[str(world.photo)]*2 and all(len(r['captions'])==3 for r in rows)
    assert not res.stderr
    lines = run('caption', world.ckpt, world.photo, '--beams', 3, '--n', 3).stdout.splitlines()
    assert [l.split('\t')[1] for l in lines]==rows[0]['captions']


def test_sampling_has_a_seed(world):
    def draw(seed): return captions(world, world.photo, args=('--sample', '--temperature', 1.5, '--seed', seed))
    assert draw(1)==draw(1)
    assert len({str(draw(s)) for s in range(4)}) > 1


# runs and checkpoints

def test_a_run_leaves_its_record(world):
    j = json.loads((world.ckpt/'run.json').read_text('utf-8'))
    assert j['key']['settings']['decoder_width']==64 and j['command'].startswith('viclipcap train village')
    assert {'features','decoder','train'} <= set(j['stages']) and j['floor_caption']
    assert {'config.json','model.safetensors','history.json','decoder','README.md'} <= {f.name for f in world.ckpt.iterdir()}


def test_a_run_is_not_done_twice_nor_over_another(world):
    before = (world.ckpt/'model.safetensors').stat().st_mtime_ns
    again = run('train', 'village', '--data', world.village, '--out', world.ckpt, *TINY)
    assert 'already' in again.output and (world.ckpt/'model.safetensors').stat().st_mtime_ns==before
    wrong('train', 'village', '--data', world.village, '--out', world.ckpt, *TINY, 'lr=0.1', says='lr|--overwrite')
    wrong('train', 'village', '--data', world.village, '--out', world.village, *TINY, says='holds no run')


def test_evaluate_writes_the_result(world, tmp_path):
    out = tmp_path/'a'/'results.json'
    said = run('evaluate', world.ckpt, '--data', world.village, '--split', 'test', '--beams', 2, '--json', out).output
    res, preds = json.loads(out.read_text('utf-8')), json.loads((tmp_path/'a'/'predictions.json').read_text('utf-8'))
    names = ['BLEU-1', 'BLEU-2', 'BLEU-3', 'BLEU-4', 'METEOR', 'ROUGE-L', 'CIDEr']
    for row in ('metrics', 'ceiling', 'floor'): assert list(res[row])==names
    assert res['n_images']==len(preds)==4 and res['protocol']['name']=='syllable' and res['protocol']['beams']==2
    assert {p['image_id'] for p in preds}=={int(i) for i in res['captions']} and f"{res['ceiling']['CIDEr']:.3f}" in said


def evaluated(world, tmp_path, *args):
    "Captions and record of an evaluation; poster names the broken letters of a hardly trained decoder, others refuse them"
    run('evaluate', world.ckpt, '--data', world.village, '--split', 'train', '--metrics', 'BLEU', '--protocol', 'poster', '--json',
        tmp_path/'r.json', *args)
    res = json.loads((tmp_path/'r.json').read_text('utf-8'))
    return res['captions'], res['info']


def test_beams_and_votes_of_evaluate_have_an_effect_and_leave_the_checkpoint_alone(world, tmp_path):
    before = {f: f.stat().st_mtime_ns for f in world.ckpt.rglob('*')}
    own, info = evaluated(world, tmp_path)
    assert info['decode']['beams']==2 and info['vote'] is None and info['weights']
    assert evaluated(world, tmp_path, '--beams', 2)[0]==own
    greedy, info = evaluated(world, tmp_path, '--beams', 1)
    assert greedy!=own and info['how']=='greedy'
    short, _ = evaluated(world, tmp_path, '--max-tokens', 3)
    assert all(len(c.split())<=3 for c in short.values())
    voted, info = evaluated(world, tmp_path, '--vote', 6, '--near', 3)
    assert voted!=own and info['vote']['by']=='near' and info['suffix']==' +vote 6 near 3'
    assert {f: f.stat().st_mtime_ns for f in world.ckpt.rglob('*')}==before


def test_an_unfinished_training_is_told(world, tmp_path):
    shutil.copytree(world.ckpt, tmp_path/'c')
    j = json.loads((tmp_path/'c'/'run.json').read_text('utf-8'))
    del j['stages']['train']; (tmp_path/'c'/'run.json').write_text(json.dumps(j), 'utf-8')
    for words in (['caption', tmp_path/'c', world.photo], ['evaluate', tmp_path/'c', '--data', world.village]):
        res = subprocess.run([sys.executable, '-m', 'viclipcap', *map(str, words)], capture_output=True, text=True)
        assert res.returncode==0 and res.stderr.startswith('note: ') and 'training has not ended' in res.stderr, res
        assert res.stderr.count('\n')==1 and 'to go on: viclipcap train village' in res.stderr


def test_half_a_checkpoint_is_trained_again_and_not_called_done(world, tmp_path):
    shutil.copytree(world.ckpt, tmp_path/'c')
    f = tmp_path/'c'/'model.safetensors'
    whole = f.read_bytes(); f.write_bytes(whole[:len(whole)//2])
    said = run('train', 'village', '--data', world.village, '--out', tmp_path/'c', *TINY).output
    assert 'already' not in said and 'epoch 1 kept' in said and f.read_bytes()==whole


def test_overwrite_spares_what_the_run_did_not_write(world, tmp_path):
    shutil.copytree(world.ckpt, tmp_path/'c')
    (tmp_path/'c'/'thesis.txt').write_text('mine'); (tmp_path/'c'/'.run-1-2.json').write_text('{')
    run('train', 'village', '--data', world.village, '--out', tmp_path/'c', *TINY, 'lr=0.01', '--overwrite')
    assert (tmp_path/'c'/'thesis.txt').read_text()=='mine'
    assert json.loads((tmp_path/'c'/'run.json').read_text('utf-8'))['key']['settings']['lr']==.01


def test_several_processes_are_refused_where_they_do_not_share_work(tmp_path, monkeypatch):
    monkeypatch.setenv('WORLD_SIZE', '2')
    wrong('compare', 'village-mlp', '--out', tmp_path/'c', says='one process')
    wrong('pretrain', 'gpt2', '--out', tmp_path/'g', says='one process')
    wrong('quickstart', '--out', tmp_path/'q', says='one process')
    assert not list(tmp_path.iterdir())


def test_floor_without_train_captions(world, tmp_path):
    shutil.copytree(world.village, tmp_path/'v')
    (tmp_path/'v'/'annotations'/'train.json').unlink()
    out = tmp_path/'r.json'
    run('evaluate', world.ckpt, '--data', tmp_path/'v', '--beams', 2, '--json', out)
    kept = json.loads((world.ckpt/'run.json').read_text('utf-8'))['floor_caption']
    assert json.loads(out.read_text('utf-8'))['floor_caption']==kept


def test_a_moved_checkpoint_works_from_another_folder(world, tmp_path, monkeypatch):
    want = captions(world, world.photo)[0][str(world.photo)]
    shutil.copytree(world.ckpt, tmp_path/'moved'); (tmp_path/'elsewhere').mkdir()
    monkeypatch.chdir(tmp_path/'elsewhere')
    hidden = world.ckpt.with_name('hidden'); world.ckpt.rename(hidden)
    try: got = run('caption', '../moved', world.photo, '--beams', 2).stdout
    finally: hidden.rename(world.ckpt)
    assert got==f'{world.photo}\t{want}\n'


def test_a_checkpoint_of_another_encoder_is_refused(world, tmp_path):
    shutil.copytree(world.ckpt, tmp_path/'c')
    cfg = json.loads((tmp_path/'c'/'config.json').read_text('utf-8'))
    real = cfg['parts']['encoder']['fingerprint']; cfg['parts']['encoder']['fingerprint'] = '0'*16
    (tmp_path/'c'/'config.json').write_text(json.dumps(cfg), 'utf-8')
    wrong('caption', tmp_path/'c', world.photo, says=f"encoder|{'0'*16}|{real}")


def test_a_damaged_checkpoint_is_named(world, tmp_path):
    shutil.copytree(world.ckpt, tmp_path/'c')
    f = tmp_path/'c'/'model.safetensors'; f.write_bytes(f.read_bytes()[:1000])
    wrong('caption', tmp_path/'c', world.photo, says='model.safetensors|damaged')


@pytest.mark.skipif(not hasattr(os, 'geteuid') or os.geteuid()==0, reason='root may write everywhere')
def test_a_folder_without_permission(tmp_path):
    tmp_path.chmod(0o500)
    try: wrong('village', tmp_path/'v', '--images', 10, says='Permission denied')
    finally: tmp_path.chmod(0o700)


def test_out_below_a_file(world): wrong('village', world.photo/'v', '--images', 10, says='photo.png')


# a full round as a program, from a folder without settings.ini

def test_program_ends_with_one_line_and_status(tmp_path):
    res = subprocess.run([sys.executable, '-c', 'from viclipcap.use.cli import main; main()', 'train', 'vilage'],
        cwd=tmp_path, capture_output=True, text=True)
    assert res.returncode==1 and res.stdout=='' and str(asset('settings.ini')) in res.stderr
    assert res.stderr.startswith('error: ') and res.stderr.count('\n')==1
    res = subprocess.run([sys.executable, '-c', 'from viclipcap.use.cli import main; main()', 'train', 'vilage'],
        cwd=tmp_path, capture_output=True, text=True, env={**os.environ, 'VICLIPCAP_DEBUG': '1'})
    assert 'Traceback' in res.stderr and 'UserError' in res.stderr


def test_quickstart_leaves_everything(tmp_path):
    out = tmp_path/'q s'
    said = run('quickstart', '--out', out, '--images', 40, '--set', 'epochs=1', 'text_pairs=20', 'vote=3').output
    files = {f.name for f in out.iterdir()}
    assert {'config.json','model.safetensors','results.json','predictions.json','history.json','loss_curve.png',
        'contact_sheet.png','report.html','run.json','data','features'} <= files
    assert 'CIDEr' in said and 'Try next' in said and f"'{out}'" in said
    assert json.loads((out/'run.json').read_text('utf-8'))['stages']['train']['peak_mib'] > 0
    before = (out/'model.safetensors').stat().st_mtime_ns
    run('quickstart', '--out', out, '--images', 40, '--set', 'epochs=1', 'text_pairs=20', 'vote=3')
    assert (out/'model.safetensors').stat().st_mtime_ns==before
    wrong('quickstart', '--out', out, '--images', 50, says='images|40|50|--overwrite')


def test_pretraining_gpt2_on_text(world, tmp_path):
    text = tmp_path/'a.txt'; text.write_text('một con trâu\nhai con trâu đen\n\nba con bò\nbốn con bò vàng\n'*20, 'utf-8')
    small = ['--layers', 1, '--width', 64, '--vocab', 400, '--epochs', 1]
    said = run('pretrain', 'gpt2', '--text', text, text, '--data', world.village, '--out', tmp_path/'g', *small).output
    assert f"local:{tmp_path/'g'}" in said and (tmp_path/'g'/'model.safetensors').is_file()
    wrong('pretrain', 'gpt2', '--text', text, '--out', tmp_path/'g', *small, says='not empty')


def test_features_of_all_splits(world, tmp_path):
    said = run('features', world.village, '--encoder', 'village', '--out', tmp_path/'f').output
    assert said.count('vectors')==3 and {f.name for f in (tmp_path/'f').iterdir()}=={'train','val','test'}
    run('features', world.village, '--out', tmp_path/'one', '--split', 'val', '--grid')
    assert {f.name for f in (tmp_path/'one').iterdir()}=={'val'} and (tmp_path/'one'/'val'/'grid.npy').is_file()
