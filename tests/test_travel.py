"A part that lies on this machine only goes along with its checkpoint, whatever library it is of"
import json
import shutil
from pathlib import Path

import open_clip
import pytest
import timm
import torch
import torchvision
from PIL import Image
from safetensors.torch import save_file
from transformers import ViTConfig, ViTImageProcessor, ViTModel

from viclipcap.base.basics import UserError, read_json
from viclipcap.captioners.own import Chooser
from viclipcap.prefix.checkpoint import load_captioner
from viclipcap.prefix.clip import load_encoder

PICTURES = [Image.new('RGB', (40, 30), c) for c in ('red', 'teal')]
TINY = dict(embed_dim=8, vision_cfg=dict(image_size=32, layers=1, width=16, patch_size=16, head_width=16),
    text_cfg=dict(context_length=8, vocab_size=49408, width=16, heads=1, layers=1))


def clip_file(d):
    (d/'Tiny-Travel.json').write_text(json.dumps(TINY))
    open_clip.add_model_config(d)
    save_file(open_clip.CLIP(**TINY).state_dict(), d/'w.safetensors')
    (d/'open_clip_config.json').write_text(json.dumps(dict(model_cfg=TINY | dict(quick_gelu=True), preprocess_cfg={})))
    return f'clip:Tiny-Travel/{d}/w.safetensors'


def clip_folder(d):
    clip_file(d)
    (d/'w.safetensors').rename(d/'open_clip_model.safetensors')
    return f'clip:{d}'


def timm_file(d):
    save_file(timm.create_model('test_vit').state_dict(), d/'w.safetensors')
    return f'timm:test_vit={d}/w.safetensors'


def cnn_file(d):
    torch.save(torchvision.models.resnet18().state_dict(), d/'w.pth')
    return f'cnn:resnet18={d}/w.pth'


def hf_folder(d):
    ViTModel(ViTConfig(hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8, image_size=32,
        patch_size=8)).save_pretrained(d)
    ViTImageProcessor(size=dict(height=32, width=32)).save_pretrained(d)
    return f'hf:{d}'


@pytest.mark.parametrize('make', [clip_file, clip_folder, timm_file, cnn_file, hf_folder])
def test_a_checkpoint_needs_nothing_but_its_folder(make, tmp_path):
    (lib := tmp_path/'lib=1').mkdir()
    name = make(lib)
    m = Chooser(load_encoder(name), sentences='một con trâu\nhai cậu bé')
    vectors = m.encoder.encode(PICTURES)
    m.save_pretrained(tmp_path/'run')
    load_captioner(tmp_path/'run').save_pretrained(tmp_path/'again')  # from one checkpoint into another
    shutil.rmtree(lib)
    for run in ('run', 'again'):
        moved = shutil.move(tmp_path/run, tmp_path/f'moved-{run}')
        again = load_captioner(moved)
        assert torch.equal(again.encoder.encode(PICTURES), vectors) and again.encoder.fingerprint==m.encoder.fingerprint
        record = read_json(Path(moved)/'config.json')['parts']['encoder']
        assert str(tmp_path) not in json.dumps(record) and record['name'].endswith(record['inside'])
        assert str(tmp_path) not in (Path(moved)/'README.md').read_text()


def test_other_weights_in_its_place_are_refused(tmp_path):
    m = Chooser(load_encoder(timm_file(tmp_path)), sentences='một con trâu\nhai cậu bé')
    m.save_pretrained(tmp_path/'run')
    save_file(timm.create_model('test_vit').state_dict(), tmp_path/'run'/'encoder'/'w.safetensors')
    with pytest.raises(UserError, match='trained with encoder timm:test_vit=encoder/w.safetensors'):
        load_captioner(tmp_path/'run')
