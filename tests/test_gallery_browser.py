"The page of errors in a real browser: pip install 'viclipcap[browser]', and chromium; else skipped"
import pytest
from PIL import Image
from viclipcap.inside.errors import errors
from viclipcap.inside.page import gallery_page
from viclipcap.inside.pieces import spans

WORDS = ['một con chó trên đường', 'hai con bò trên cánh đồng', '<script>alert(1)</script> con mèo', 'một cậu bé cạnh con bó']
SHOWN = ['một con chó trên đường', 'một con mèo đen', 'một chiếc xe buýt', 'hai cô bé ở trường']

def looks(text):
    "Each word lights the cell of its number, seen in the middle of the picture; the first is not said by the picture"
    return dict(box=[.25, 0, .75, 1], words=[dict(at=at, map='a'*k + '_' + 'a'*(143-k), dull=k==0, note=f'{word}: p 0.5')
                                             for k, (word, at, _) in enumerate(spans(text, 'word'))])

@pytest.fixture(scope='module')
def opened(browser, tmp_path_factory):
    refs = {str(i): [SHOWN[i%4]] for i in range(8)}
    hyps = {str(i): WORDS[i%4] for i in range(8)}
    found, other = errors(hyps, refs), errors({i: r[0] for i,r in refs.items()}, refs)
    pics = {i: Image.new('RGB', (60, 40), (9*int(i), 90, 90)) for i in refs}
    maps = tuple({i: looks(t) for i, t in e.captions.items()} for e in (found, other))
    file = tmp_path_factory.mktemp('page')/'errors.html'
    file.write_text(gallery_page(found, pics, refs, 'x', {i: dict(CIDEr=int(i)/7) for i in refs}, other, maps=maps), 'utf-8')
    return browser, file.as_uri()

@pytest.fixture
def page(opened):
    b, uri = opened
    pg, pg_bad = b.new_context(viewport=dict(width=390, height=844), has_touch=True).new_page(), []
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

def lit(pg):
    "Cards with a map: (its number, the cell that is bright, the note, is the picture grey?)"
    return pg.evaluate("""[...document.querySelectorAll('canvas')].map(c => {
        const card = c.closest('.card'), d = c.getContext('2d').getImageData(0, 0, 12, 12).data;
        const bright = [...Array(144).keys()].filter(i => d[4*i+3] < 100);
        return [card.ariaLabel, bright.join(), card.querySelector('.note').textContent, getComputedStyle(card.querySelector('img')).filter !== 'none'];
    })""")

def test_a_word_that_is_pointed_at_shows_its_map_and_only_then(page):
    words = page.locator('.card').first.locator('.word')
    assert words.all_inner_texts()[:2] == ['một', 'con'] and lit(page) == []
    words.nth(1).hover()
    assert lit(page) == [['picture 0', '1', 'con: p 0.5', False]]
    words.nth(0).hover()
    assert lit(page) == [['picture 0', '0', 'một: p 0.5', True]]
    page.hover('h1')
    assert lit(page) == [] and page.locator('.note').all_inner_texts() == ['']*8

def test_a_map_lies_over_the_part_that_the_encoder_saw(page):
    page.locator('.card').first.locator('.word').nth(1).hover()
    over, under = page.locator('canvas').bounding_box(), page.locator('.card img').first.bounding_box()
    assert over['x']-under['x'] == pytest.approx(under['width']/4, abs=1) and over['width'] == pytest.approx(under['width']/2, abs=1)
    assert (over['y'], over['height']) == pytest.approx((under['y'], under['height']), abs=1)

def test_a_word_that_is_tapped_shows_its_map_until_another_place_is(page):
    page.locator('.card').nth(2).locator('.word').nth(2).tap()
    assert [c[:2] for c in lit(page)] == [['picture 2', '2']]
    page.locator('.card').nth(3).locator('.word').nth(1).tap()
    assert [c[:2] for c in lit(page)] == [['picture 3', '1']]
    page.locator('#count').tap()
    assert lit(page) == []

def test_maps_go_by_keyboard_and_the_tab_key_stops_once_a_caption(page):
    for key in ('j', 'j', 'ArrowRight', 'ArrowRight'): page.keyboard.press(key)
    assert [c[:2] for c in lit(page)] == [['picture 1', '1']]
    for _ in range(20): page.keyboard.press('ArrowRight')
    n = page.locator('.card').nth(1).locator('.wide .word').count()
    assert [c[:2] for c in lit(page)] == [['picture 1', str(n-1)]]  # the last word of the second captioner
    page.keyboard.press('Escape')
    assert lit(page) == [] and page.evaluate('document.activeElement.ariaLabel') == 'picture 1'
    page.keyboard.press('j'), page.keyboard.press('Tab')
    assert [c[:3] for c in lit(page)] == [['picture 2', '0', 'script: p 0.5']]
    page.keyboard.press('Tab')
    assert [c[:2] for c in lit(page)] == [['picture 2', '0']] and page.evaluate("document.activeElement.closest('.wide') !== null")
    page.keyboard.press('Tab')
    assert lit(page) == []
