"""A run on a disk that is full: one line with the name of a file, nothing lost, and the same command goes on when there is room"""
import os
import shutil
import subprocess

import pytest

from test_kills import child, left, whole  # noqa: F401
from viclipcap.base.lock import writer

def refused(out, told, *words):
    "A run that ends at once with one line, which holds each of `words`"
    status = child(out, told)
    said = (told/'said').read_text()
    assert status==1 and 'Traceback' not in said, (status, said)
    *_, last = lines = said.splitlines()
    assert all(w in last for w in words) and [l for l in lines if l.startswith('error: ')]==[last], said

@pytest.fixture
def disk(tmp_path):
    "A small disk of its own, where this user may mount one: a function that sets its size in KiB"
    place, made = tmp_path/'disk', []
    place.mkdir()
    def size(kib, mode='rw'):
        how = ['-o', f'remount,{mode},size={kib}k', str(place)] if made else ['-t', 'tmpfs', '-o', f'size={kib}k', 'none', str(place)]
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
    refused(out, told, str(out), 'o space left')
    disk(65536)
    assert child(out, told)==0, (told/'said').read_text()
    assert left(out, told)==whole[0]


def test_a_second_run_in_one_folder_is_told_who_is_there(tmp_path):
    with writer(tmp_path/'run'): refused(tmp_path/'run', tmp_path/'told', f'process {os.getpid()} on', 'is at work there')
    assert not (tmp_path/'run').exists()


def test_a_folder_that_cannot_be_written_is_one_line(disk, tmp_path):
    place = disk(512)
    (place/'old').mkdir()
    disk(512, 'ro')
    for name in ('run', 'old'): refused(place/name, tmp_path/'told'/name, str(place/name), 'Read-only')
