"What `import viclipcap` promises"
import subprocess, sys
import viclipcap

def test_every_public_name_is_there():
    for name in viclipcap.__all__: assert getattr(viclipcap, name).__name__ == name

def test_the_model_can_caption_from_the_top_level():
    assert callable(viclipcap.ViClipCap.caption)

def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, viclipcap; print([m for m in ('torch','transformers','open_clip','underthesea') if m in sys.modules])"
    assert subprocess.run([sys.executable, '-c', code], capture_output=True, text=True).stdout.strip() == '[]'
