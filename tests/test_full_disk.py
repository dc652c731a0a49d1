"""A run on a disk that is full: one line with the name of a file, nothing lost, and the same command goes on when there is room"""
import shutil
import subprocess

import pytest

from test_kills import child, left, whole  # noqa: F401

@pytest.fixture
def disk(tmp_path):
    "A small disk of its own, where this user may mount one: a function that sets its size in KiB"
    place, made = tmp_path/'disk', []
    place.mkdir()
    def size(kib):
        how = ['-o', f'remount,size={kib}k', str(place)] if made else ['-t', 'tmpfs', '-o', f'size={kib}k', 'none', str(place)]
        res = subprocess.run([shutil.which('mount') or 'false', *how], capture_output=True)
        if res.returncode: pytest.skip('no disk can be mounted here')
        made.append(kib)
        return place
    yield size
    if made: subprocess.run(['umount', str(place)], check=True)


@pytest.mark.stress
@pytest.mark.parametrize('kib', [60, 300, 500, 600, 700, 800, 900, 1000])
def test_a_full_disk_is_one_line_and_nothing_is_lost(whole, disk, tmp_path, kib):  # noqa: F811
    out, told = disk(kib)/'run', tmp_path/'told'
    status = child(out, told)
    said = (told/'said').read_text()
    assert status==1 and 'Traceback' not in said, (status, said)
    errors = [l for l in said.splitlines() if l.startswith('error: ')]
    assert len(errors)==1 and str(out) in errors[0] and 'o space left' in errors[0], said
    disk(65536)
    assert child(out, told)==0, (told/'said').read_text()
    assert left(out, told)==whole[0]
