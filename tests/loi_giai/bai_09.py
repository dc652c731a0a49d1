"Lời giải của Bài 9, và những lỗi thường gặp"
import math

def says(p, blind):
    if p<.1: return 'hiếm'
    return 'ảnh' if p>=2*blind else 'câu'

def ratio_first(p, blind): return 'ảnh' if p>=2*blind else 'hiếm' if p<.1 else 'câu'
def no_rare(p, blind): return 'ảnh' if p>=2*blind else 'câu'
def any_gain(p, blind): return 'hiếm' if p<.1 else 'ảnh' if p>blind else 'câu'
def by_difference(p, blind): return 'hiếm' if p<.1 else 'ảnh' if p-blind>=.5 else 'câu'
def blind_rare(p, blind): return 'hiếm' if blind<.1 else 'ảnh' if p>=2*blind else 'câu'

NONE = 'không vật nào'

def chosen(drop, least=.5):
    most = max(drop, key=drop.get)
    return most if drop[most]>=least else NONE

def owes(before, after): return chosen({k: math.log(before)-math.log(p) for k,p in after.items()})
def always_a_thing(before, after): return chosen({k: math.log(before/p) for k,p in after.items()}, -math.inf)
def without_log(before, after): return chosen({k: before-p for k,p in after.items()})
def as_size(before, after): return chosen({k: abs(math.log(before/p)) for k,p in after.items()})
def the_rise(before, after): return chosen({k: math.log(p/before) for k,p in after.items()})
def in_twos(before, after): return chosen({k: math.log2(before/p) for k,p in after.items()})

def parts(heat, box, swap=False, edge=0):
    x0, y0, x1, y1 = box
    if swap: x0, y0, x1, y1 = y0, x0, y1, x1
    mine = sum(heat[y][x] for y in range(y0, min(len(heat), y1+edge)) for x in range(x0, min(len(heat[0]), x1+edge)))
    total = sum(map(sum, heat))
    return (mine/total if total else 0), (x1-x0)*(y1-y0)/(len(heat)*len(heat[0]))

def inside(heat, box):
    share, area = parts(heat, box)
    return share/area
def only_share(heat, box): return parts(heat, box)[0]
def swapped(heat, box):
    share, area = parts(heat, box, swap=True)
    return share/area
def with_edge(heat, box):
    share, area = parts(heat, box, edge=1)
    return share/area
def by_cells(heat, box):
    total = sum(map(sum, heat))
    x0, y0, x1, y1 = box
    return parts(heat, box)[0]/((x1-x0)*(y1-y0)) if total else 0
def minus_area(heat, box):
    share, area = parts(heat, box)
    return share-area

HEAT = [[0, 1, 2, 1], [0, 4, 6, 1], [1, 3, 5, 0]]

EXERCISES = {
    '09.1': dict(right=says, calls=[[.9, .3], [.08, .01], [.6, .5], [.3, .15], [.95, .9], [.05, .2], [.2, .05], [.5, .02]], wrong=[
        (ratio_first, 'Thứ tự: từ mà mô hình hầu như không nói là hiếm, dù gấp bao nhiêu lần.'),
        (no_rare, 'Bạn quên luật đầu tiên: xác suất nhỏ hơn 0,1.'),
        (any_gain, 'Hơn một chút chưa đủ: phải ít nhất gấp đôi.'),
        (by_difference, 'Gấp đôi là tỉ số, không phải hiệu.'),
        (blind_rare, 'Luật đầu tiên xét xác suất khi có ảnh.')],
        hint='Ba luật, xét lần lượt: nhỏ hơn 0,1; ít nhất gấp đôi; còn lại.'),
    '09.2': dict(right=owes, calls=[[.6, {'cậu bé': .55, 'diều': .1, 'sen': .9}], [.5, {'cậu bé': .45, 'diều': .4}],
            [.1, {'cậu bé': .02, 'diều': .09}], [.2, {'sen': .9, 'diều': .1}], [.9, {'a': .6, 'b': .8}], [.8, {'a': .2, 'b': .7}]], wrong=[
        (always_a_thing, 'Khi mọi mức giảm đều nhỏ, câu trả lời là: không vật nào.'),
        (without_log, 'Bạn lấy hiệu xác suất; giảm từ 0,1 xuống 0,02 chỉ là 0,08 nhưng đã mất bốn phần năm.'),
        (as_size, 'Bạn lấy trị tuyệt đối: xoá vật đi mà xác suất tăng thì từ ấy không dựa vào vật đó.'),
        (the_rise, 'Bạn đảo dấu: đây là vật mà xoá đi thì từ dễ nói hơn.'),
        (in_twos, 'Đây là lôgarit cơ số 2; ngưỡng 0,5 là theo lôgarit tự nhiên.')],
        hint='Tính mức giảm cho từng vật, lấy lớn nhất, rồi mới so với 0,5.'),
    '09.3': dict(right=inside, calls=[[HEAT, [1, 0, 3, 2]], [HEAT, [0, 1, 1, 2]], [HEAT, [1, 1, 3, 3]], [HEAT, [0, 0, 4, 3]],
            [[[0, 0], [0, 0]], [0, 0, 1, 1]]], wrong=[
        (only_share, 'Bạn chưa chia cho tỉ lệ diện tích của khung.'),
        (swapped, 'Bạn đảo x và y: x là cột, y là hàng.'),
        (with_edge, 'x1 và y1 không thuộc khung.'),
        (by_cells, 'Chia cho tỉ lệ diện tích (so với cả ảnh), không phải cho số ô của khung.'),
        (minus_area, 'Chia, không phải trừ.')],
        hint='Hai tỉ lệ: tổng trong khung trên tổng cả bản đồ, và diện tích khung trên diện tích ảnh.'),
    '09.4': dict(right='b', why='So với mốc khó vượt nhất (60 %), và tin thí nghiệm: log xác suất chỉ giảm 0,04.', wrong=[
        ('a', 'Ngẫu nhiên là mốc quá dễ: luôn chỉ vào giữa ảnh đã trúng 60 %.'),
        ('c', 'Không mô hình nào cần đạt 100 %; vấn đề là so với mốc nào.'),
        ('d', 'Quá đáng: ở đây có con số để so, và chúng nói một điều rõ ràng.')],
        hint='Tìm mốc khó vượt qua nhất, và xem thí nghiệm xoá vật nói gì.'),
    '09.5': dict(right=['quan hệ', 'người', 'hành động', 'màu', 'vật'], wrong=[
        (['nơi chốn', 'người', 'hành động', 'màu', 'vật'], 'Câu 1: bên trái, bên phải là quan hệ giữa hai vật, không phải nơi chốn.'),
        (['quan hệ', 'vật', 'hành động', 'màu', 'vật'], 'Câu 2: nói cô bé thay vì cậu bé thì có một loại lỗi riêng: sai loại người.'),
        (['quan hệ', 'người', 'hành động', 'vật', 'vật'], 'Câu 4: ba lô có thật; sai là màu của nó.'),
        (['quan hệ', 'người', 'hành động', 'màu', 'số lượng'], 'Câu 5: đúng là có sáu bông; nhưng là hoa gì?'),
        (['quan hệ', 'người', 'quan hệ', 'màu', 'vật'], 'Câu 3: cậu bé vẫn cầm diều; nhưng cậu không ngồi.')],
        hint='Với mỗi câu, tìm chữ cần sửa để câu thành đúng; chữ ấy nói về điều gì?'),
}
