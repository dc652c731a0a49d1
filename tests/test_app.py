"The page in a real browser: pip install 'viclipcap[app,browser]', and chromium; else skipped"
import os, re, signal, subprocess, sys, time
from pathlib import Path
from types import SimpleNamespace
from urllib.error import HTTPError
from urllib.request import Request, urlopen
import pytest
from PIL import Image
from viclipcap.prefix.viclipcap import ViClipCap
from viclipcap.world.draw import draw
from viclipcap.world.scene import sample_scene
from viclipcap.use.desk import label

pytest.importorskip('gradio', reason="gradio is not installed: pip install 'viclipcap[app]'")
SIZES = [(w, c) for w in (1280, 390) for c in ('light', 'dark')]

@pytest.fixture(scope='module')
def server(browser, tmp_path_factory):
    "The command in a process of its own, with two captioners that nobody trained, and files to send"
    tmp = tmp_path_factory.mktemp('app')
    for k,name in enumerate(('one', 'two')): ViClipCap('village', 'village', prefix=2, seed=k).save_pretrained(tmp/name)
    draw(sample_scene(1, 1, 'val'), 256)[0].save(tmp/'photo.png')
    Image.new('1', (14143, 14143)).save(tmp/'huge.png')
    (tmp/'text.png').write_text('not a picture')
    (tmp/'empty.png').write_bytes(b'')
    (tmp/'temp').mkdir()
    env = dict(os.environ, TMPDIR=str(tmp/'temp'), PYTHONUNBUFFERED='1')
    p = subprocess.Popen([sys.executable, '-m', 'viclipcap', 'app', str(tmp/'one'), str(tmp/'two')], stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, env=env, cwd=tmp,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))  # a background job's children ignore Ctrl+C
    said = p.stdout.readline()
    assert (url := re.search(r'http://127\.0\.0\.1:\d+', said)), said+p.stdout.read()
    yield SimpleNamespace(tmp=tmp, url=url[0], process=p, browser=browser)
    p.send_signal(signal.SIGINT)
    assert p.wait(30) in (0, 130), p.stdout.read()
    assert not [f for f in (tmp/'temp').glob('viclipcap-app-*')], 'its files stayed'

@pytest.fixture
def page(server):
    "The page, which notes what goes wrong and what is asked of others"
    pg = server.browser.new_context(viewport=dict(width=1280, height=900)).new_page()
    pg.bad = []
    pg.on('console', lambda m: pg.bad.append(m.text) if m.type=='error' else None)
    pg.on('pageerror', lambda e: pg.bad.append(str(e)))
    pg.on('request', lambda r: pg.bad.append(r.url) if not r.url.startswith((server.url, 'data:', 'blob:')) else None)
    pg.set_default_timeout(60_000)
    pg.goto(server.url)
    pg.wait_for_selector('#photo')
    yield pg
    pg.context.close()

def give(pg, file): pg.set_input_files('#photo input[type=file]', str(file))

def press(pg, key, lang='vi'): pg.get_by_role('button', name=label(key, lang), exact=True).click()

def tab(pg, key, lang='vi'): pg.get_by_role('tab', name=label(key, lang)).click()

def test_a_photograph_is_captioned_by_each_model_and_a_word_of_each_has_its_map(page, server):
    give(page, server.tmp/'photo.png')
    page.wait_for_selector('#said .vc-card')
    assert [e.inner_text() for e in page.query_selector_all('#said h2')]==['one', 'two']
    said = page.query_selector_all('#said .vc-said')
    assert len({e.inner_text() for e in said})==2 and len(page.query_selector_all('#said table'))==2
    maps = []
    for name,e in zip(('one', 'two'), said):
        page.get_by_label(name, exact=True).check()
        page.wait_for_function("t => [...document.querySelectorAll('#word label')].length && t.startsWith("
            "document.querySelector('#word label').innerText.trim())", arg=e.inner_text())
        word = page.query_selector('#word label')
        text = word.inner_text().strip()
        word.click()
        page.wait_for_selector('#map img')
        assert f'“{text}”' in page.get_attribute('#map img', 'alt')
        maps.append(page.get_attribute('#map img', 'src'))
    assert maps[0]!=maps[1]
    page.get_by_label(label('references')).fill('một con trâu trên cánh đồng')
    press(page, 'score')
    page.wait_for_selector('#scores table')
    assert len(page.query_selector_all('#scores tbody tr'))==2 and page.bad==[]

def test_samples_differ_from_the_search(page, server):
    give(page, server.tmp/'photo.png')
    first = page.wait_for_selector('#said .vc-said').inner_text()
    page.get_by_label(label('sample')).check()
    press(page, 'say')
    page.wait_for_function("t => document.querySelector('#said .vc-said')?.innerText!==t", arg=first)

@pytest.mark.parametrize('file,key', [('text', 'no_image'), ('huge', 'too_large'), ('empty', 'empty')])
def test_what_is_no_picture_gets_a_plain_line(page, server, file, key):
    give(page, server.tmp/f'{file}.png')
    page.wait_for_selector('#said [role=alert]')
    assert page.inner_text('#said [role=alert]')==label(key)

def test_without_a_picture_there_is_a_line_and_in_english_too(page):
    press(page, 'say')
    page.wait_for_selector('#said [role=alert]')
    assert page.inner_text('#said')==label('no_picture')
    page.get_by_label('English').check()
    page.wait_for_selector(f'text={label("tab_village", "en")}')
    press(page, 'say', 'en')
    page.wait_for_function("t => document.querySelector('#said').innerText.trim()===t", arg='no picture yet: choose, drop, paste or take one')

def test_a_village_scene_is_set_by_words_and_by_choices_and_a_sentence_is_judged(page):
    tab(page, 'tab_village')
    page.fill('#wish input, #wish textarea', 'hai con trâu đen trên cánh đồng và một con rồng')
    press(page, 'draw_words')
    page.wait_for_selector('#scene img')
    assert page.inner_text('#scene [role=alert]')==label('not_drawn', words='rồng')
    assert len(page.query_selector_all('#scene li'))==3 and page.query_selector('#scene .false')
    for text,sign in (('hai con trâu đen', '✓'), ('ba con mèo', '✗')):
        page.fill('#own input, #own textarea', text)
        press(page, 'check')
        page.wait_for_function("t => document.querySelector('#told').innerText.includes(t)", arg=sign)
    before = page.get_attribute('#scene img', 'src')
    page.get_by_label(label('bai_bien'), exact=True).check()
    page.wait_for_selector('text=chiếc thuyền thúng')
    press(page, 'draw')
    page.wait_for_function("s => document.querySelector('#scene img').src!==s", arg=before)
    assert page.bad==[]

def test_the_quiz_keeps_count(page):
    tab(page, 'tab_quiz')
    for n in (1, 2):
        press(page, 'next')
        page.wait_for_function("n => document.querySelector('#question img') && !document.querySelector('#answer p')", arg=n)
        page.get_by_label('A', exact=True).check()
        press(page, 'answer')
        page.wait_for_function("t => document.querySelector('#answer').innerText.includes(t)", arg=f'trên {n}.')

def test_a_wish_is_typed_and_granted_by_the_keyboard_alone(page):
    tab(page, 'tab_village')
    page.focus('#wish input, #wish textarea')
    page.keyboard.type('một con mèo')
    page.keyboard.press('Enter')
    page.wait_for_selector('#scene img')

def test_the_arrow_keys_walk_through_choices_also_where_they_are_drawn_anew(page):
    page.get_by_label('Tiếng Việt', exact=True).focus()
    for key,now in (('ArrowRight', 'en'), ('ArrowLeft', 'vi')):
        page.keyboard.press(key)
        page.wait_for_selector(f'text={label("tab_village", now)}')
        page.wait_for_function("l => document.activeElement.value===l && document.documentElement.lang===l", arg=now)
    tab(page, 'tab_village')
    page.get_by_label(label('canh_dong'), exact=True).focus()
    page.keyboard.press('ArrowDown')
    page.wait_for_selector('input[value=man]:checked')  # no buffalo in a street
    assert page.evaluate("[document.activeElement.value, document.activeElement.checked]")==['con_pho', True] and page.bad==[]

def test_axe_finds_nothing_and_no_page_is_wider_than_its_window(page, server):
    axe = pytest.importorskip('axe_playwright_python', reason='axe-playwright-python is not installed')
    give(page, server.tmp/'photo.png')
    page.wait_for_selector('#word label')
    page.add_style_tag(content='* { transition:none !important; animation:none !important }')
    page.add_script_tag(path=Path(axe.__file__).with_name('axe.min.js'))
    found = []
    for key in ('tab_captions', 'tab_village', 'tab_quiz'):
        tab(page, key)
        for width,colour in SIZES:
            page.set_viewport_size(dict(width=width, height=900))
            page.emulate_media(color_scheme=colour)
            page.wait_for_function("c => document.body.classList.contains('dark')===(c==='dark')", arg=colour)
            page.wait_for_timeout(300)
            wide = page.evaluate('document.documentElement.scrollWidth')
            if wide>width: found.append((key, width, wide))
            seen = page.evaluate('axe.run()')['violations']
            found += [(key, width, colour, v['id'], n['html'][:160]) for v in seen for n in v['nodes']]
    assert found==[]

def test_other_names_and_other_files_are_not_served(server):
    def status(path='/', **heads):
        try: return urlopen(Request(server.url+path, headers=heads), timeout=20).status
        except HTTPError as e: return e.code
    assert status()==200
    assert status(Host='evil.example')==403 and status(Origin='http://evil.example')==403
    for origin in ('http://127.0.0.1:1', 'http://['): assert status(Origin=origin)==403, origin
    assert status(Origin=server.url)==200
    for path in ('/gradio_api/file=/etc/passwd', f'/gradio_api/file={server.tmp}/photo.png', '/docs', '/openapi.json'):
        assert status(path) in (403, 404), path
    assert status(**{'Content-Length': '99000000'})==413

def test_twenty_at_once_are_all_answered_and_memory_comes_back(server):
    psutil = pytest.importorskip('psutil', reason='psutil is not installed')
    from gradio_client import Client, handle_file
    held = psutil.Process(server.process.pid)
    visitor = Client(server.url, verbose=False, analytics_enabled=False, httpx_kwargs=dict(timeout=300))
    def twenty():
        jobs = [visitor.submit(handle_file(server.tmp/'photo.png'), 'search', 2, k, 'vi', api_name='/say') for k in range(20)]
        return [str(j.result(timeout=300)) for j in jobs]
    twenty()  # what is loaded once
    before = held.memory_info().rss
    answers = twenty()
    assert len(set(answers))==1 and 'vc-card' in answers[0]
    for _ in range(20):
        if (grown := held.memory_info().rss-before)<60e6: break
        time.sleep(.5)
    print(f'{before/1e6:.0f} MB before, {grown/1e6:+.0f} MB after')
    assert grown<60e6, f'{grown/1e6:.0f} MB'
