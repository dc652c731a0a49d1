"""`open_image` on files made here: every kind that people have, and every way they break"""
import io, os, struct, zlib
import numpy as np, pytest
from PIL import Image
from viclipcap.base.image import FORMATS, open_image
from viclipcap.base.basics import UserError

RED, BLUE, WHITE = (255,0,0), (0,0,255), (255,255,255)

def two_halves(mode='RGB', size=(40,20)):
    "Red at the left, blue at the right"
    im = Image.new('RGB', size, RED)
    im.paste(BLUE, (size[0]//2, 0, *size))
    return im.convert(mode)

def near(got, want, tol=12): return all(abs(a-b)<=tol for a,b in zip(got, want))

def save(tmp_path, name, im, **kw):
    im.save(tmp_path/name, **kw)
    return tmp_path/name

@pytest.mark.parametrize('name', ['a.jpg', 'a.png', 'a.gif', 'a.webp', 'a.bmp', 'a.tif'])
def test_every_allowed_format_opens_from_path_text_bytes_and_file(tmp_path, name):
    p = save(tmp_path, name, two_halves(), **({'lossless': True} if name.endswith('webp') else {}))
    with open(p, 'rb') as f:
        for src in (p, str(p), p.read_bytes(), f, io.BytesIO(p.read_bytes()), Image.open(p)):
            im = open_image(src)
            assert im.mode=='RGB' and im.size==(40,20)
            assert near(im.getpixel((5,5)), RED) and near(im.getpixel((35,5)), BLUE)
        assert not f.closed

def test_the_name_does_not_decide_the_format(tmp_path):
    p = save(tmp_path, 'a.png', two_halves())
    os.rename(p, tmp_path/'a.jpg')
    assert open_image(tmp_path/'a.jpg').getpixel((1,1))==RED

def test_the_result_outlives_its_file(tmp_path):
    p = save(tmp_path, 'a.png', two_halves())
    im = open_image(p)
    p.unlink()
    assert im.getpixel((39,19))==BLUE

def test_a_given_picture_is_not_changed():
    src = two_halves()
    im = open_image(src)
    im.putpixel((0,0), WHITE)
    assert im is not src and src.getpixel((0,0))==RED

@pytest.mark.parametrize('name', ['a.png', 'a.webp', 'a.tif'])
def test_alpha_lies_on_white(tmp_path, name):
    im = two_halves('RGBA')
    im.paste((0,0,0,0), (0,0,10,20))
    kw = dict(lossless=True, exact=True) if name=='a.webp' else {}
    got = open_image(save(tmp_path, name, im, **kw))
    assert got.getpixel((2,2))==WHITE and got.getpixel((15,2))==RED

def test_a_transparent_palette_lies_on_white(tmp_path):
    im = two_halves('P')
    i = im.getpixel((1,1))
    for kw in (dict(transparency=i), dict(transparency=bytes(0 if k==i else 255 for k in range(256)))):
        got = open_image(save(tmp_path, 'a.png', im, **kw))
        assert got.getpixel((1,1))==WHITE and near(got.getpixel((39,1)), BLUE)
    got = open_image(save(tmp_path, 'a.gif', im, transparency=i))
    assert got.getpixel((1,1))==WHITE and near(got.getpixel((39,1)), BLUE)

def test_a_transparent_colour_without_alpha_lies_on_white(tmp_path):
    got = open_image(save(tmp_path, 'a.png', two_halves(), transparency=RED))
    assert got.getpixel((1,1))==WHITE and got.getpixel((39,1))==BLUE
    got = open_image(save(tmp_path, 'g.png', Image.new('L', (4,4), 7), transparency=7))
    assert got.getpixel((1,1))==WHITE

def test_greyscale_and_bilevel(tmp_path):
    assert open_image(save(tmp_path, 'a.jpg', Image.new('L', (9,9), 100))).getpixel((4,4))==(100,)*3
    assert open_image(save(tmp_path, 'a.png', Image.new('1', (9,9), 1))).getpixel((4,4))==WHITE
    la = Image.new('LA', (4,4), (10,0))
    assert open_image(save(tmp_path, 'b.png', la)).getpixel((1,1))==WHITE

def test_cmyk_jpeg(tmp_path):
    got = open_image(save(tmp_path, 'a.jpg', two_halves('CMYK'), quality=95))
    assert near(got.getpixel((5,5)), RED, 30) and near(got.getpixel((35,5)), BLUE, 30)

@pytest.mark.parametrize('name', ['a.png', 'a.tif'])
def test_sixteen_bits(tmp_path, name):
    ramp = np.linspace(0, 65535, 256).astype('uint16')[None].repeat(3, 0)
    got = np.asarray(open_image(save(tmp_path, name, Image.fromarray(ramp))))[1,:,0]
    assert np.abs(got.astype(int)-np.arange(256)).max()<=1

def test_sixteen_bits_of_a_dark_picture_stay_dark(tmp_path):
    im = Image.fromarray(np.full((4,4), 200, 'uint16'))
    assert open_image(save(tmp_path, 'a.png', im)).getpixel((0,0))==(1,1,1)

def test_sixteen_bit_colour_png(tmp_path):
    row = b'\0' + struct.pack('>3H', 65535, 32896, 0)*4
    p = tmp_path/'a.png'
    p.write_bytes(png(4, 2, zlib.compress(row*2), depth=16))
    assert near(open_image(p).getpixel((3,1)), (255,128,0), 1)

@pytest.mark.parametrize('mark,turn', [(1,None), (2,'FLIP_LEFT_RIGHT'), (3,'ROTATE_180'), (4,'FLIP_TOP_BOTTOM'),
    (5,'TRANSPOSE'), (6,'ROTATE_270'), (7,'TRANSVERSE'), (8,'ROTATE_90')])
def test_all_eight_orientations(tmp_path, mark, turn):
    im = two_halves()
    im.paste(WHITE, (0,0,8,8))
    exif = Image.Exif()
    exif[0x0112] = mark
    want = im if turn is None else im.transpose(Image.Transpose[turn])
    got = open_image(save(tmp_path, 'a.jpg', im, exif=exif, quality=95, subsampling=0))
    assert got.size==want.size
    assert np.abs(np.asarray(got).astype(int)-np.asarray(want)).max()<40

@pytest.mark.parametrize('exif', [b'Exif\0\0garbage', b'Exif\0\0II*\0\xff\xff\xff\xff', b'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03'])
def test_a_broken_exif_block_does_not_matter(tmp_path, exif):
    got = open_image(save(tmp_path, 'a.jpg', two_halves(), exif=exif))
    assert got.size==(40,20) and near(got.getpixel((5,5)), RED)

@pytest.mark.parametrize('name', ['a.gif', 'a.webp', 'a.png', 'a.tif'])
def test_first_frame_or_page(tmp_path, name):
    first, more = two_halves(), [Image.new('RGB', (40,20), c) for c in ('green', 'black')]
    kw = dict(lossless=True) if name=='a.webp' else {}
    got = open_image(save(tmp_path, name, first, save_all=True, append_images=more, **kw))
    assert near(got.getpixel((5,5)), RED) and near(got.getpixel((35,5)), BLUE)

# what is refused, always in one line that names the file

def refused(src, *parts):
    with pytest.raises(UserError) as e: open_image(src)
    msg = str(e.value)
    assert '\n' not in msg and msg.count(os.path.basename(str(src)))>=1, msg
    for p in parts: assert p in msg, msg

def png(w, h, data=b'', depth=8, color=2):
    chunk = lambda k,b: struct.pack('>I', len(b)) + k + b + struct.pack('>I', zlib.crc32(k+b))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', w, h, depth, color, 0, 0, 0))
            + chunk(b'IDAT', data) + chunk(b'IEND', b''))

def test_a_text_file_named_jpg(tmp_path):
    p = tmp_path/'page.jpg'
    p.write_text('<html>xin chào</html>', 'utf-8')
    refused(p, 'not an image', *FORMATS)

@pytest.mark.parametrize('name', ['a.jpg', 'a.png', 'a.gif', 'a.bmp', 'a.tif', 'a.webp'])
@pytest.mark.parametrize('share', [.9, .6, .05])
def test_a_file_that_broke_off(tmp_path, name, share):
    rng = np.random.default_rng(0)
    im = Image.fromarray(rng.integers(0, 255, (60,60,3), dtype='uint8'))
    p = save(tmp_path, name, im)
    b = p.read_bytes()
    p.write_bytes(b[:int(len(b)*share)])
    refused(p)

def test_empty_missing_and_folder(tmp_path):
    (tmp_path/'zero.png').touch()
    refused(tmp_path/'zero.png', 'empty')
    refused(tmp_path/'none.png', 'no such file')
    (tmp_path/'folder.jpg').mkdir()
    refused(tmp_path/'folder.jpg', 'folder')

@pytest.mark.skipif(not hasattr(os, 'mkfifo'), reason='no named pipes here')
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path/'pipe.jpg')
    refused(tmp_path/'pipe.jpg')

@pytest.mark.parametrize('w,h', [(50_000,50_000), (10_000,10_000), (2_000_000_000,1)])
def test_a_huge_header_is_refused_before_decoding(tmp_path, w, h, recwarn):
    p = tmp_path/'bomb.png'
    p.write_bytes(png(w, h, zlib.compress(b'\0'*1000)))
    refused(p, 'over the limit of 89,000,000 pixels')
    assert not recwarn.list

def test_the_limit_is_the_callers(tmp_path):
    p = save(tmp_path, 'a.png', two_halves())
    assert open_image(p, max_pixels=800).size==(40,20)
    for src in (p, Image.open(p)):
        with pytest.raises(UserError, match='40 x 20 is over the limit of 799'): open_image(src, max_pixels=799)

def test_formats_that_are_not_named_are_refused(tmp_path):
    for name in ('a.ppm', 'a.ico', 'a.tga', 'a.eps', 'a.pdf'):
        refused(save(tmp_path, name, two_halves()), 'not an image')

@pytest.mark.parametrize('src', [None, 3, [1]])
def test_other_objects_are_refused(src):
    with pytest.raises(UserError, match=f'not {type(src).__name__}'): open_image(src)

def test_a_picture_opened_elsewhere_that_broke_off(tmp_path):
    p = save(tmp_path, 'a.png', Image.effect_noise((60,60), 50))
    p.write_bytes(p.read_bytes()[:1500])
    with pytest.raises(UserError, match='the image: cannot be decoded'): open_image(Image.open(p))
