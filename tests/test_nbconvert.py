"""A notebook of one's own, run and turned into HTML by nbconvert: a training, a result, a curve, pictures and errors are seen there"""
import re
import subprocess
import sys

import pytest

CELLS = ['''
from viclipcap import ViClipCap, errors, evaluate, extract, fit, load_data, load_decoder, load_encoder, make_village
from viclipcap.prefix.batches import Pairs
from viclipcap.world.show import contact_sheet, loss_curve
make_village('v', 40)
encoder = load_encoder('village')
data = {s: load_data('v', s) for s in ('train', 'val', 'test')}
stores = {s: extract(d, encoder, f'f/{s}') for s,d in data.items()}
pairs = {s: Pairs(stores[s], data[s]) for s in data}
model = ViClipCap(encoder, load_decoder('village'), prefix=2).set_stats(stores['train'].pooled)''',
    "history = fit(model, pairs['train'], pairs['val'], 'run', epochs=2, batch=40); history",
    "result = evaluate('run', 'v', metrics='BLEU,CIDEr'); result",
    "loss_curve(history)",
    "test = data['test']\ncontact_sheet(test.files, [result['captions'][str(i)] for i in test.ids], test.refs, n=3)",
    "errors(result, test)"]


@pytest.mark.slow
def test_bars_lines_tables_and_pictures_are_in_the_page(tmp_path):
    nbformat, bs4 = pytest.importorskip('nbformat'), pytest.importorskip('bs4')
    pytest.importorskip('nbconvert')
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c.strip()) for c in CELLS])
    nbformat.write(nb, tmp_path/'mine.ipynb')
    res = subprocess.run([sys.executable, '-m', 'jupyter', 'nbconvert', '--to', 'html', '--execute', 'mine.ipynb'],
        cwd=tmp_path, capture_output=True, text=True)
    assert res.returncode==0, res.stderr[-3000:]
    page = bs4.BeautifulSoup((tmp_path/'mine.html').read_text('utf-8'), 'html.parser')
    _, fit, result, curve, sheet, wrong = page.select('.jp-CodeCell')
    assert re.search(r'epoch 1/2: train loss \d.*epoch 2/2: train loss', fit.text, re.S), fit.text
    assert re.search(r'train: +\d+%', fit.text) or fit.select('.jupyter-widgets, script[type*=widget]'), fit.text
    assert [len(fit.select('tr')), 'CIDEr' in result.select_one('table').text]==[3, True]
    for cell in (curve, sheet): assert cell.select_one('img')['src'].startswith('data:image/png;base64,')
    assert len(wrong.select('table tr'))>1 and wrong.select('mark')
