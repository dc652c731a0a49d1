"The site in a real browser, network cut: pip install 'viclipcap[browser]', and chromium; else skipped"
import shutil, threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
import pytest
from viclipcap.use.site import build, site

NBS = Path(__file__).parents[1]/'nbs'
SOME = ['index', 'commands', 'glossary', 'lessons/01_anh_va_cau', '2_world/202_sprite', '3_prefix/307_mapper']
SIZES = [(w, c) for w in (1280, 390) for c in ('light', 'dark')]

# What a reader would see wrong on the open page: text over its column, pictures and formulas that are not drawn
WRONG = '''() => {
  const found = [], main = document.querySelector('main'), right = main.getBoundingClientRect().right + 1;
  document.querySelectorAll('main details').forEach(d => d.open = true);
  if (document.documentElement.scrollWidth > innerWidth) found.push('page wider than the window');
  for (const e of main.querySelectorAll('*'))
    if (!e.closest('.scroll, .formula, .html, .wide, pre > *') && e.getBoundingClientRect().right > right) found.push('over the column: ' + e.outerHTML.slice(0, 90));
  for (const e of main.querySelectorAll('pre:not(.wide)')) if (e.scrollWidth > e.clientWidth) found.push('over its box: ' + e.outerHTML.slice(0, 90));
  for (const i of document.images) if (i.complete && !i.naturalWidth) found.push('no picture: ' + i.src.slice(0, 90));
  for (const m of document.querySelectorAll('math')) if (!m.getBoundingClientRect().width) found.push('no formula: ' + m.outerHTML.slice(0, 90));
  for (const e of main.querySelectorAll('p, li')) if (e.textContent.includes('$$')) found.push('raw formula: ' + e.textContent.slice(0, 90));
  return found;
}'''

@pytest.fixture(scope='module')
def small(tmp_path_factory):
    "A site of four pages of the book"
    nbs = tmp_path_factory.mktemp('nbs')
    for f in SOME:
        (nbs/f).parent.mkdir(exist_ok=True)
        shutil.copyfile(NBS/f'{f}.ipynb', nbs/f'{f}.ipynb')
    shutil.copytree(NBS/'images', nbs/'images')
    return build(nbs, nbs.parent/f'{nbs.name}_site').parent

@pytest.fixture
def page(browser):
    "A page without network that notes what goes wrong in `bad`"
    pg = browser.new_context(viewport=dict(width=1280, height=900), offline=True).new_page()
    pg.bad = []
    pg.on('console', lambda m: pg.bad.append(m.text) if m.type in ('error', 'warning') else None)
    pg.on('pageerror', lambda e: pg.bad.append(str(e)))
    pg.on('request', lambda r: pg.bad.append(r.url) if not r.url.startswith(('file:', 'data:', 'blob:', 'about:')) else None)
    yield pg
    pg.context.close()

def visit(page, file):
    "Open a page and look at it in each width and colour; what is wrong"
    page.goto(file.as_uri())
    wrong, grounds = [], set()
    for width,colour in SIZES:
        page.set_viewport_size(dict(width=width, height=900))
        page.emulate_media(color_scheme=colour)
        wrong += [(file.name, width, w) for w in page.evaluate(WRONG)]
        grounds.add(page.evaluate('getComputedStyle(document.body).backgroundColor'))
    if len(grounds)!=2: wrong.append((file.name, 'light and dark are the same'))
    return wrong

def hits(page, query):
    "Titles of the pages found, best first"
    page.fill('#v-find', '')
    page.fill('#v-find', query)
    page.wait_for_selector('#v-hits p')
    return [e.inner_text() for e in page.query_selector_all('#v-hits a b')]

def finds(page):
    "The search knows words with and without marks, exact ones first, and one wrong letter"
    for query in ('mạng ánh xạ', 'mang anh xa', 'MẠNG ÁNH XẠ'): assert '307 mapper' in hits(page, query), query
    for query in ('trâu', 'trau', 'con trâu'): assert '202 sprite' in hits(page, query), query
    assert hits(page, 'mapper')[:2]==['Thuật ngữ / Glossary', '307 mapper'] and hits(page, 'mappor')[0]=='307 mapper'
    assert hits(page, 'zzzzqq')==[]
    assert '307 mapper' in hits(page, 'mạng ánh xạ zzzzqq')  # most of the words
    assert hits(page, 'pip install -e')[0]=='viclipcap'  # what stands in a box of code
    hits(page, 'mang anh xa')
    assert 'Tiền tố / prefix' in page.inner_text('#v-hits') and 'ạng ánh xạ' in page.inner_text('#v-hits mark')

def test_pages_in_each_width_and_colour_have_nothing_wrong_and_ask_for_nothing(page, small):
    for f in SOME: assert visit(page, small/f'{f}.html')==[]
    assert page.bad==[]

def test_the_look_finds_what_is_planted(page, small):
    page.goto((small/'3_prefix/307_mapper.html').as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map(f => f.status)")==['loaded']  # roots and brackets need it
    for html,want in (('<p style="width:3000px">x</p>', 'over the column'), ('<img src="nowhere.png">', 'no picture'),
                      ('<pre style="width:40px; overflow-wrap:normal">abcdefghijklmnop</pre>', 'over its box'), ('<p>$$x$$</p>', 'raw formula')):
        page.evaluate("h => document.querySelector('main').insertAdjacentHTML('beforeend', `<div id=planted>${h}</div>`)", html)
        page.wait_for_function("[...document.images].every(i => i.complete)")
        assert want in str(page.evaluate(WRONG)), want
        page.evaluate("document.querySelector('#planted').remove()")

def test_search_in_a_folder(page, small):
    page.goto((small/'3_prefix/307_mapper.html').as_uri())
    finds(page)
    page.click('#v-hits a')
    assert page.url.startswith('file:') and page.url.split('#')[0].endswith('.html') and page.bad==[]

def test_a_lesson_stands_before_a_definition_but_not_before_a_title(page, small):
    page.goto((small/'index.html').as_uri())
    rows = [['2_world/202_a.html#load', '202 a', '', 'load', 'load it'], ['lessons/01.html#x', 'Bài 1', '', 'X', 'load'],
            ['3_prefix/307_load.html', '307 load', '', '', 'x']]
    assert page.evaluate("r => { rows = r.map(row); return search('load').map(h => h.page); }", rows)==['307 load', 'Bài 1', '202 a']

def test_an_exact_term_of_the_glossary_comes_first(page, small):
    page.goto((small/'3_prefix/307_mapper.html').as_uri())
    for query in ('told', 'Kể', 'image captioning', 'BPE', 'phan chia'):
        assert hits(page, query)[0]=='Thuật ngữ / Glossary', query
    hits(page, 'told')
    assert 'phần sự thật của cảnh' in page.inner_text('#v-hits a') and page.get_attribute('#v-hits a', 'href').endswith('glossary.html#danh-gia')
    rows = [['lessons/01.html', 'Bài 1', '', '', 'a beam search'], ['glossary.html#x', 'G', '', 'beam search · tìm', 'x', 'beam search', 'tìm'],
            ['4_captioners/401_beam.html', '401 beam', '', '', 'a beam']]
    found = lambda q: page.evaluate("([r, q]) => { rows = r.map(row); return search(q).map(h => h.page); }", [rows, q])
    assert [found('beam search'), found('beam')]==[['G', 'Bài 1'], ['401 beam', 'G', 'Bài 1']]

def test_search_from_a_server(browser, small):
    with ThreadingHTTPServer(('127.0.0.1', 0), partial(SimpleHTTPRequestHandler, directory=small)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        pg = browser.new_context().new_page()
        asked = []
        pg.on('request', lambda r: asked.append(r.url))
        pg.goto(here := f'http://127.0.0.1:{server.server_port}/')
        finds(pg)
        assert [a for a in asked if not a.startswith((here, 'data:'))]==[]
        pg.context.close()
        server.shutdown()

def test_a_phone_opens_the_list_of_pages_and_the_present_one_is_marked(page, small):
    page.set_viewport_size(dict(width=390, height=844))
    page.goto((small/'3_prefix/307_mapper.html').as_uri())
    assert not page.is_visible('#v-pages')
    page.click('#v-menu')
    assert page.is_visible('#v-pages') and page.get_attribute('#v-menu', 'aria-expanded')=='true'
    assert page.inner_text('#v-pages [aria-current]').startswith('307 mapper')
    page.click('.steps a')
    assert page.inner_text('h1')=='202 sprite'

def test_axe_finds_nothing(page, small):
    axe = pytest.importorskip('axe_playwright_python', reason='axe-playwright-python is not installed')
    for f in ('index', 'glossary', 'lessons/01_anh_va_cau', '3_prefix/307_mapper'):
        page.goto((small/f'{f}.html').as_uri())
        page.add_script_tag(path=Path(axe.__file__).with_name('axe.min.js'))
        for width,colour in SIZES:
            page.set_viewport_size(dict(width=width, height=900))
            page.emulate_media(color_scheme=colour)
            found = page.evaluate('axe.run()')['violations']
            assert [(f, width, colour, v['id'], n['html'][:200]) for v in found for n in v['nodes']]==[]

@pytest.mark.slow
def test_every_page_of_the_book(page, tmp_path):
    out = site(tmp_path/'site').parent  # tries every link, too
    files = sorted(out.rglob('*.html'))
    assert len(files) > 200 and sum(f.stat().st_size for f in out.rglob('*') if f.is_file()) < 60e6
    wrong = [w for f in files for w in visit(page, f)]
    assert wrong+page.bad==[]

def test_a_phone_keeps_options_whole_scrolls_a_wide_picture_and_opens_it_by_a_tap(page, small):
    page.set_viewport_size(dict(width=390, height=844))
    page.goto((small/'commands.html').as_uri())
    lines = page.evaluate("[...document.querySelectorAll('td code .one')].map(e => e.getClientRects().length)")
    assert len(lines) > 5 and set(lines)=={1}
    page.goto((small/'glossary.html').as_uri())
    assert page.evaluate("[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth).length")==0
    page.goto((small/'index.html').as_uri())
    wide, seen = page.evaluate("[...document.querySelectorAll('main a.scroll')].map(e => [e.scrollWidth, e.clientWidth])")[0]
    assert wide > 600 and seen <= 390 and page.evaluate('document.documentElement.scrollWidth')<=390  # its letters can be read
    page.click('main a > img')
    assert page.url.endswith('images/quickstart.png') and page.bad==[]
