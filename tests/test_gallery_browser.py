"The page of errors in a real browser: pip install 'viclipcap[browser]', and chromium; else skipped"
import pytest
from PIL import Image
from viclipcap.inside.errors import errors
from viclipcap.inside.page import gallery_page

WORDS = ['một con chó trên đường', 'hai con bò trên cánh đồng', '<script>alert(1)</script> con mèo', 'một cậu bé cạnh con bó']
SHOWN = ['một con chó trên đường', 'một con mèo đen', 'một chiếc xe buýt', 'hai cô bé ở trường']

@pytest.fixture(scope='module')
def opened(browser, tmp_path_factory):
    refs = {str(i): [SHOWN[i%4]] for i in range(8)}
    hyps = {str(i): WORDS[i%4] for i in range(8)}
    found, other = errors(hyps, refs), errors({i: r[0] for i,r in refs.items()}, refs)
    pics = {i: Image.new('RGB', (60, 40), (9*int(i), 90, 90)) for i in refs}
    file = tmp_path_factory.mktemp('page')/'errors.html'
    file.write_text(gallery_page(found, pics, refs, 'x', {i: dict(CIDEr=int(i)/7) for i in refs}, other), 'utf-8')
    return browser, file.as_uri()

@pytest.fixture
def page(opened):
    b, uri = opened
    pg, pg_bad = b.new_context(viewport=dict(width=390, height=844)).new_page(), []
    pg.on('console', lambda m: pg_bad.append(m.text) if m.type in ('error', 'warning') else None)
    pg.on('pageerror', lambda e: pg_bad.append(str(e)))
    pg.on('dialog', lambda d: pg_bad.append(d.message))
    pg.on('request', lambda r: pg_bad.append(r.url) if not r.url.startswith(('file:', 'data:')) else None)
    pg.goto(uri)
    yield pg
    assert not pg_bad
    pg.context.close()

def cards(pg): return [c.get_attribute('aria-label') for c in pg.query_selector_all('.card') if c.is_visible()]

def test_every_card_is_shown_nothing_runs_and_a_phone_is_wide_enough(page):
    assert len(cards(page)) == 8
    assert page.evaluate('document.documentElement.scrollWidth') <= 390
    assert '<script>alert(1)</script>' in page.inner_text('.cards')

def test_search_finds_words_with_and_without_marks(page):
    for q, n in (('duong', 2), ('đường', 2), ('đương', 0), ('bo', 4), ('bò', 2), ('bó', 2), ('ĐƯỜNG', 2), ('meo', 4)):
        page.fill('#search', q)
        assert len(cards(page)) == n, q
        assert page.inner_text('#count') == f'{n} of 8 captions'

def test_errors_are_chosen_and_cards_put_in_order(page):
    page.click('button[data-kind=object]')
    assert 0 < len(cards(page)) < 8
    page.click('#clear')
    assert len(cards(page)) == 8
    page.click('button[data-kind=mended]')
    assert len(cards(page)) == 6
    page.click('button[data-kind=mended]')
    page.select_option('#sort', 'CIDEr')
    assert cards(page)[0] == 'picture 7'
    page.click('#turn')
    assert cards(page)[0] == 'picture 0'

def test_all_of_it_goes_by_keyboard(page):
    page.keyboard.press('j'), page.keyboard.press('j')
    assert page.evaluate('document.activeElement.getAttribute("aria-label")') == 'picture 1'
    page.keyboard.press('k')
    assert page.evaluate('document.activeElement.getAttribute("aria-label")') == 'picture 0'
    page.keyboard.press('/')
    page.keyboard.type('cánh')
    assert len(cards(page)) == 2
    page.keyboard.press('Escape')
    assert len(cards(page)) == 8
    page.focus('button[data-kind=none]')
    page.keyboard.press('Enter')
    assert len(cards(page)) == 2
