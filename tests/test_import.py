"""A file with a captioner and an encoder of one's own goes through train, caption, evaluate, compare and errors, each in a
fresh process, by `--import FILE`"""
import json
import os
import shutil
import subprocess
import sys

import pytest

from viclipcap.world.village import make_village

MINE = '''
from viclipcap import register_captioner, register_encoder
from viclipcap.captioners.own import Chooser
from viclipcap.prefix.encoder import colour_encoder

@register_encoder('stripes')
def load_stripes(rest): return colour_encoder(int(rest), name=f'stripes:{rest}')

@register_captioner
class Seer(Chooser):
    "Chooses among sentences, by a name of its own"
    kind = 'seer'
'''
SETTINGS = '''[viclipcap]
runs = runs
[mine]
captioner = seer
encoder = stripes:3
most = 20
epochs = 2
batch = 16
lr = 1e-2
[kit]
captioner = chooser
encoder = stripes:2
epochs = 2
batch = 16
'''


def run(*words, cwd, fails=False):
    env = {k: v for k,v in os.environ.items() if k!='VICLIPCAP_IMPORT'}
    res = subprocess.run([sys.executable, '-m', 'viclipcap', *map(str, words)], cwd=cwd, env=env, capture_output=True,
        text=True, encoding='utf-8')
    assert (res.returncode!=0)==fails, res.stdout+res.stderr
    return res.stderr if fails else res.stdout


@pytest.mark.slow
def test_own_parts_go_through_every_command(tmp_path):
    make_village(tmp_path/'v', 40)
    (tmp_path/'mine.py').write_text(MINE)
    (tmp_path/'settings.ini').write_text(SETTINGS)
    def go(*words): return run(*words, '--import', 'mine.py', cwd=tmp_path)
    assert 'epoch' in go('train', 'mine', '--data', 'v')
    cfg = json.loads((tmp_path/'runs'/'mine'/'config.json').read_text())
    assert (cfg['captioner'], cfg['parts']['encoder']['name'])==('seer', 'stripes:3')
    picture = next((tmp_path/'v'/'images'/'test').iterdir())
    line = go('caption', 'runs/mine', picture)
    assert line.startswith(f'{picture}\t') and len(line.split())>2
    assert 'CIDEr' in go('evaluate', 'runs/mine', '--data', 'v', '--metrics', 'BLEU,CIDEr')
    shutil.copytree(tmp_path/'runs'/'mine', tmp_path/'old')
    go('compare', 'mine', 'kit', 'old', '--data', 'v', '--out', 'table', '--metrics', 'BLEU,CIDEr')
    for row in ('mine-s0', 'kit-s0', 'old'): assert (tmp_path/'table'/'rows'/f'{row}.json').is_file()
    assert go('errors', 'runs/mine', '--data', 'v')
    assert (tmp_path/'runs'/'mine'/'errors.html').is_file()
    alone = run('caption', 'runs/mine', picture, cwd=tmp_path, fails=True)
    assert "no captioner named 'seer'" in alone and '--import FILE' in alone and alone.count('\n')==1
