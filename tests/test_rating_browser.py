"The sheet of ratings in a real browser: pip install 'viclipcap[browser]', and chromium; else skipped"
import pytest
from PIL import Image
from viclipcap.inside.rating import rating_page, sheet_id, shuffled

SYSTEMS = dict(a={str(i): f'một con chó số {i}' for i in range(3)}, b={str(i): '<script>alert(1)</script> con bò' for i in range(3)})
ROWS = shuffled(SYSTEMS)

@pytest.fixture(scope='module')
def opened(browser, tmp_path_factory):
    file = tmp_path_factory.mktemp('sheet')/'sheet.html'
    file.write_text(rating_page(ROWS, {i: Image.new('RGB', (60, 40), (90*int(i), 90, 90)) for i in '012'}), 'utf-8')
    return browser, file.as_uri()

@pytest.fixture
def page(opened):
    b, uri = opened
    pg, bad = b.new_context(viewport=dict(width=390, height=844)).new_page(), []
    pg.on('console', lambda m: bad.append(m.text) if m.type in ('error', 'warning') else None)
    pg.on('pageerror', lambda e: bad.append(str(e)))
    pg.on('dialog', lambda d: (bad.append(d.message) if d.type=='alert' else None, d.accept()))
    pg.on('request', lambda r: bad.append(r.url) if not r.url.startswith(('file:', 'data:', 'blob:')) else None)
    pg.goto(uri)
    yield pg
    assert not bad
    pg.context.close()

def chosen(pg):
    return pg.evaluate("[...document.querySelectorAll('.item input:checked')].map(r => [r.name, r.value])")

def saved(pg):
    with pg.expect_download() as d: pg.click('#save')
    return d.value.suggested_filename, d.value.path().read_bytes().decode('utf-8-sig').splitlines()

def test_one_picture_is_shown_text_stays_text_and_a_phone_is_wide_enough(page):
    assert [t.is_visible() for t in page.query_selector_all('.task')] == [True, False, False]
    for _ in range(2):
        assert page.evaluate('document.documentElement.scrollWidth') <= 390
        page.click('#show')
    assert '<script>alert(1)</script>' in page.inner_text('.task')

def test_all_can_be_rated_by_keyboard_alone(page):
    page.locator('#rater').focus()
    page.keyboard.type('Lan')
    page.keyboard.press('Tab')  # out of the field
    for k in range(3):
        for v in '1525': page.keyboard.press(v)
        page.keyboard.press('j')
    assert page.inner_text('#count') == '6 / 6' and page.is_visible('#done') and page.is_disabled('#todo')
    name, lines = saved(page)
    assert name == 'ratings-Lan.csv' and lines[0] == '"sheet","rater","code","fluency","adequacy","note"'
    want = [f'"{sheet_id(ROWS)}","Lan","{r["code"]}","{f}","5",""' for r, f in zip(ROWS, '121212')]
    assert lines[1:] == want

def test_arrows_move_within_a_scale(page):
    page.focus('input[name="1a-fluency"][value="3"]')
    page.keyboard.press('Space')
    page.keyboard.press('ArrowRight')
    assert chosen(page) == [['1a-fluency', '4']]

def test_what_was_rated_is_there_again_and_can_be_deleted(page):
    page.fill('#rater', 'Bình')
    page.click('#next')
    page.check('input[name="2b-adequacy"][value="3"]', force=True)
    page.locator('[data-code="2b"] input[type=text]').fill('=1+1 "x"')
    page.click('#show')
    page.reload()
    assert chosen(page) == [['2b-adequacy', '3']] and page.input_value('#rater') == 'Bình'
    assert page.is_visible('[data-code="2b"]') and page.inner_text('#save') == 'Save CSV'
    name, lines = saved(page)
    assert name == 'ratings-Bình.csv' and lines[1:] == [f'"{sheet_id(ROWS)}","Bình","2b","","3","\'=1+1 ""x"""']
    page.click('#clear')
    assert chosen(page) == [] and page.input_value('#rater') == ''

def test_no_name_no_file_and_what_is_not_rated_is_found(page):
    page.click('#save')
    assert page.is_visible('#who')
    page.click('#next'); page.click('#next')
    assert page.is_disabled('#next')
    page.click('#todo')
    assert page.is_visible('[data-code="1a"]') and page.is_disabled('#back')

def test_dark_mode_is_dark(opened):
    b, uri = opened
    for scheme, dark in (('light', False), ('dark', True)):
        pg = b.new_context(color_scheme=scheme).new_page()
        pg.goto(uri)
        back = pg.evaluate('getComputedStyle(document.body).backgroundColor')
        assert (sum(map(int, back[4:-1].split(','))) < 150) == dark
        pg.context.close()
