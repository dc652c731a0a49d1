"The widget's script in a real browser, Python's side played by a list: pip install 'viclipcap[browser]', and chromium; else skipped"
import json
from types import SimpleNamespace
import pytest
from PIL import Image
from viclipcap.base.basics import asset
from viclipcap.inside.errors import errors
from viclipcap.inside.page import gallery_page
from viclipcap.inside.widget import browse

@pytest.fixture
def page(browser):
    refs = {str(i): ['một con chó'] for i in range(3)}
    found = errors({'0': 'một con mèo', '1': 'một con chó', '2': 'một con bò'}, refs)
    html = gallery_page(found, {i: Image.new('RGB', (60, 40)) for i in refs}, refs, scores={i: dict(CIDEr=int(i)/2) for i in refs})
    pg, bad = browser.new_context().new_page(), []
    pg.on('pageerror', lambda e: bad.append(str(e)))
    pg.set_content('<div id="cell"></div>')
    script = asset('widget.js').read_text('utf-8').replace('export default', 'const widget =')
    pg.add_script_tag(type='module', content=f'''{script}
        window.state = {{ page: {json.dumps(html).replace('</', '<' + chr(92) + '/')}, height: 500 }};
        const model = {{ get: k => state[k], set: (k, v) => {{ state[k] = v; }}, save_changes: () => {{ state.saved = {{...state}}; }} }};
        widget.render({{ model, el: document.getElementById('cell') }});''')
    pg.wait_for_function('state.saved')
    yield pg
    assert not bad
    pg.context.close()

def test_the_page_stands_in_the_cell_and_what_it_shows_and_what_is_picked_goes_back(page):
    saved = lambda k: page.evaluate(f'state.saved.{k}')
    assert saved('shown') == ['0', '1', '2'] and page.locator('iframe').bounding_box()['height'] == 500
    frame = page.frame_locator('iframe')
    frame.locator('#search').fill('bò')
    page.wait_for_function('state.saved.shown.length === 1')
    assert saved('shown') == ['2']
    frame.locator('#clear').click()
    frame.locator('#sort').select_option('CIDEr')
    page.wait_for_function('state.saved.shown[0] === "2"')
    assert saved('shown') == ['2', '1', '0']
    frame.locator('.card').nth(1).click(position=dict(x=3, y=3))
    assert saved('picked') == '1'

def test_with_anywidget_itself_the_choice_is_known_in_python():
    anywidget = pytest.importorskip('anywidget', reason="anywidget is not installed: pip install 'viclipcap[widget]'")
    found = errors({'0': 'một con mèo', '1': 'một con bò'}, {i: ['một con chó'] for i in '01'})
    w = browse(SimpleNamespace(found=found, page=lambda side: 'x'))
    assert isinstance(w, anywidget.AnyWidget) and w.shown == ['0', '1'] and len(w.rows) == 2
    w.set_state(dict(shown=['1'], picked='1'))  # as the page would
    assert [r['words'] for r in w.rows] == ['bò'] and w.picked == '1'
