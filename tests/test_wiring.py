"What holds chapters together: the tree of commands, the lists of names, what pyproject promises"
import importlib, inspect, re, sys
from pathlib import Path
import pytest
from typer.main import get_command
from typer.testing import CliRunner
import viclipcap
from viclipcap.use import cli

ROOT = Path(viclipcap.__file__).parents[1]

def commands(command, path=()):
    "Every command of a tree, with the words that call it"
    yield path, command
    for name, sub in getattr(command, 'commands', {}).items(): yield from commands(sub, (*path, name))

TREE = list(commands(get_command(cli.app)))

@pytest.mark.parametrize('path', [p for p,_ in TREE], ids=' '.join)
def test_every_command_explains_itself(path):
    res = CliRunner().invoke(cli.app, [*path, '--help'])
    assert res.exit_code==0 and 'Usage' in res.output

def test_there_are_many_commands():
    names = {' '.join(p) for p,_ in TREE}
    assert {'quickstart', 'train', 'caption', 'evaluate', 'score', 'compare', 'study', 'pretrain clip', 'data check'} <= names

def test_every_command_and_option_has_a_sentence():
    bare = [' '.join(path) for path,c in TREE if path and not (c.help or '').strip()]
    bare += [f'{" ".join(path)} {p.name}' for path,c in TREE for p in c.params
             if not getattr(p, 'hidden', False) and not (getattr(p, 'help', '') or '').strip()]
    assert not bare, bare

def test_every_lazy_name_of_the_package_is_in_its_chapter():
    for name in viclipcap.__all__: assert getattr(viclipcap, name) is not None

def test_what_a_module_hands_out_is_there_and_is_its_own():
    for f in sorted((ROOT/'viclipcap').glob('*/[a-z]*.py')):
        module = importlib.import_module(f'viclipcap.{f.parent.name}.{f.stem}')
        for name in getattr(module, '__all__', []):
            own = getattr(module, name)
            if inspect.isclass(own) or inspect.isfunction(own):
                assert own.__module__.startswith('viclipcap.'), f'{f}: {name} is of {own.__module__}'

def test_python_is_not_older_than_promised():
    floor = re.search(r'^requires-python = ">=3\.(\d+)"$', (ROOT/'pyproject.toml').read_text('utf-8'), re.M)
    assert sys.version_info >= (3, int(floor[1]))

def test_every_dependency_has_a_lower_bound():
    import tomllib
    project = tomllib.loads((ROOT/'pyproject.toml').read_text('utf-8'))['project']
    more = [d for ds in project['optional-dependencies'].values() for d in ds]
    free = [d for d in project['dependencies']+more if '>=' not in d and not d.startswith('viclipcap')]
    assert not free, free

def test_what_is_pretrained_on_is_in_no_data_set():
    from viclipcap.prefix.recall import recall_set
    from viclipcap.prefix.documents import village_documents
    from viclipcap.world import voice
    from viclipcap.world.pairs import PairStream
    from viclipcap.world.scene import sample_scene
    stream = PairStream(lambda texts: texts, 16, batch=4, scenes=8)
    assert all(scene['split']=='pretrain' for i in range(8) for scene,_ in stream.keep(i))
    scenes = [sample_scene(0, i, 'pretrain') for i in range(4)]
    assert list(village_documents(4)) == [voice.captions(s, 5) for s in scenes]
    assert scenes != [sample_scene(0, i) for i in range(4)]
    scenes = [sample_scene(7, i, 'pretrain') for i in range(3)]
    assert recall_set(3, 7)[2] == [voice.captions(s)[0] for s in scenes]

def test_scenes_that_differ_in_one_fact_have_other_truths():
    from viclipcap.world.scene import sample_scene
    from viclipcap.world.village import truth
    scene = next(s for s in (sample_scene(0, i) for i in range(99)) if s['objects'][0]['color'])
    for key, other in (('color', 'tím than'), ('count', 9), ('size', 'tí hon'), ('action', 'bơi ngửa'), ('kind', 'voi')):
        changed = scene | dict(objects=[scene['objects'][0] | {key: other}, *scene['objects'][1:]])
        assert truth(changed) != truth(scene), key

def test_a_scene_named_in_front_holds_what_follows():
    from viclipcap.measure.scenegraph import parse
    for text in ('cảnh bãi biển có hai con bò', 'khung cảnh bãi biển với hai con bò'):
        assert ('bò', 'ở', 'bãi biển') in parse(text).tuples(), text

def test_another_caption_of_a_picture_is_another_one():
    from types import SimpleNamespace
    from viclipcap.prefix.batches import Pairs
    data = SimpleNamespace(ids=[7, 8], refs=[['một', 'hai', 'ba'], ['bốn']], files=['a', 'b'], root='.', split='train')
    pairs = Pairs(None, data, needs=('id', 'other_caption'))
    for pairs.epoch in range(20):
        rows = [pairs[i] for i in range(len(pairs))]
        for row in rows[:3]: assert row['other_caption'] in {'một', 'hai', 'ba'} - {row['caption']}
        assert rows[3]['other_caption'] == 'bốn'  # the only one that there is

def test_near_pictures_vote_by_their_rare_words():
    import torch
    from viclipcap.captioners.memory import Memory, consult
    memory = Memory()
    memory.fill(torch.eye(4), [['có con voi'], ['có con bò'], ['có con mèo'], ['có con chim']])
    assert consult(memory, [['có con trâu', 'voi đi']], [[0]]) == [['voi đi', 'có con trâu']]

def test_settings_that_differ_either_way_are_another_run():
    from viclipcap.base.journal import differences
    key = lambda epochs: dict(settings=dict(epochs=epochs), data='a', text=None)
    assert differences(key(3), key(4)) == ['epochs 3 there, 4 now']
    assert differences(key(4), key(3)) == ['epochs 4 there, 3 now']
    assert differences(key(3), key(3)) == []

def test_a_swapped_caption_names_nothing_that_is_seen():
    import numpy as np
    from viclipcap.world.scene import lexicon, sample_scene
    from viclipcap.world.village import wrong_caption
    for i in range(400):
        scene = sample_scene(2, i)
        text = wrong_caption(scene, np.random.default_rng(i))
        nouns = [w for o in scene['objects'] for n in lexicon()['kinds'][o['kind']]['n'] for w in n.split('|')]
        assert not [w for w in nouns if f' {w} ' in f' {text} '], text

def test_a_mapper_layer_thinks_with_relu():
    import torch
    from viclipcap.prefix.mapper import MapperLayer
    torch.manual_seed(0)
    layer, x = MapperLayer(8, 2), torch.randn(2, 3, 8)
    y = x + layer.attn(layer.norm1(x))
    inner = layer.fc1(layer.norm2(y))
    assert (inner < 0).any()
    assert torch.allclose(layer(x), y + layer.fc2(inner.clamp(min=0)), atol=1e-6)
