"What `import viclipcap` promises"
import subprocess, sys
from importlib import import_module
import pytest
import viclipcap
from viclipcap.base.keys import Keys, captioners, key_group
from viclipcap.prefix.captioner import Captioner

def test_every_public_name_is_there():
    for name in viclipcap.__all__: assert getattr(viclipcap, name).__name__ == name
    assert {'ViClipCap', 'load_captioner', 'Decode', 'load_data', 'make_village', 'score', 'evaluate', 'parse', 'read_clipcap',
        'load_encoder', 'load_decoder', 'extract', 'Features', 'fit', 'UserError'} <= {*viclipcap.__all__}
    with pytest.raises(AttributeError, match="no attribute 'captoin'"): viclipcap.captoin

def test_the_model_can_caption_from_the_top_level():
    assert callable(viclipcap.ViClipCap.caption)

@pytest.mark.parametrize('name', viclipcap.CAPTIONERS)
def test_each_captioner_of_the_table_is_found_and_keeps_the_contract(name):
    cls = captioners.find(name)
    assert issubclass(cls, Captioner) and cls.kind == name and issubclass(cls.keys, Keys) and isinstance(cls.parts, dict)
    assert cls.__module__ == f"viclipcap.{viclipcap.CAPTIONERS[name].split(chr(58))[0]}"
    assert cls.captions is not Captioner.captions
    assert {'seed'} <= {*cls.keys.model_fields}

@pytest.mark.parametrize('name', viclipcap.KEYS)
def test_each_group_of_settings_is_found(name):
    assert issubclass(key_group(name), Keys) and key_group(name).model_fields

def test_wrappers_are_found():
    for where in viclipcap.WRAPPERS.values():
        module, cls = where.split(':')
        assert issubclass(getattr(import_module(f'viclipcap.{module}'), cls), Captioner)

def test_importing_the_package_loads_nothing_heavy():
    code = ("import sys, viclipcap; print([m for m in ('torch','transformers','open_clip','underthesea','pydantic') "
        'if m in sys.modules])')
    assert subprocess.run([sys.executable, '-c', code], capture_output=True, text=True).stdout.strip() == '[]'
