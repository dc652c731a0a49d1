"""A store of vectors from before pictures were recognised by all their bytes is recognised, not refused"""
import hashlib, json, zlib
import pytest
from PIL import Image
from viclipcap.base.basics import UserError
from viclipcap.base.folder import save_coco
from viclipcap.prefix.encoder import colour_encoder
from viclipcap.prefix.features import extract
from viclipcap.world.data import load_data

def earlier(data):
    "The fingerprint as the first edition computed it: ids, names, sizes, CRC of each first 64 KB"
    h = hashlib.sha256()
    for i,f in zip(data.ids, data.files):
        h.update(f'{i!r}\t{f.name}\t{f.stat().st_size}\t{zlib.crc32(f.read_bytes()[:1<<16])}\n'.encode())
    return h.hexdigest()[:16]

def test_a_store_of_the_earlier_form_is_taken_and_that_of_other_pictures_is_not(tmp_path):
    save_coco(tmp_path/'d', 'val', [(n, Image.new('RGB', (32,32), c), ['một']) for n,c in enumerate(('red', 'blue'))])
    data, enc = load_data(tmp_path/'d', 'val'), colour_encoder(4, 32)
    extract(data, enc, tmp_path/'f')
    meta = json.loads((tmp_path/'f'/'meta.json').read_text())
    assert meta['data_fingerprint']==data.fingerprint!=earlier(data)
    meta['data_fingerprint'] = earlier(data)
    (tmp_path/'f'/'meta.json').write_text(json.dumps(meta))
    again = extract(data, enc, tmp_path/'f')
    assert again.pooled.shape[0]==2
    Image.new('RGB', (32,32), 'green').save(data.files[1])
    with pytest.raises(UserError, match='name another folder, or delete this one'): extract(load_data(tmp_path/'d', 'val'), enc, tmp_path/'f')
