"Lời giải của Bài 10, và những lỗi thường gặp"
import zlib

def share_of(i): return zlib.crc32(str(i).encode())/2**32
def val_ids(ids, share): return [i for i in ids if share_of(i)<share]
def the_first(ids, share): return ids[:int(len(ids)*share)]
def every_nth(ids, share): return ids[::round(1/share)]
def the_rest(ids, share): return [i for i in ids if share_of(i)>=share]
def smallest(ids, share): return sorted(ids, key=share_of)[:int(len(ids)*share)]
def in_order(ids, share): return sorted(val_ids(ids, share), key=str)
def of_place(ids, share): return [i for k,i in enumerate(ids) if share_of(k)<share]

ITEMS = 'dữ liệu', 'hạt giống', 'quy ước chấm', 'mức trần', 'mức sàn', 'khoảng tin cậy', 'ví dụ sai'
def missing(report): return [k for k in ITEMS if report.get(k) is None or report[k] in ('', [])]
def falsy(report): return [k for k in ITEMS if not report.get(k)]
def only_keys(report): return [k for k in ITEMS if k not in report]
def alphabet(report): return sorted(missing(report))
def present(report): return [k for k in ITEMS if k not in missing(report)]
def how_many(report): return len(missing(report))
def without_lists(report): return [k for k in ITEMS if report.get(k) is None or report[k]=='']

WHOLE = {'dữ liệu': 'KTVIC', 'hạt giống': 0, 'quy ước chấm': 'âm tiết', 'mức trần': 1.98, 'mức sàn': .21,
    'khoảng tin cậy': [.57, .67], 'ví dụ sai': ['có một con bò']}

EXERCISES = {
    '10.1': dict(right=val_ids, calls=[[[*range(1, 41)], .1], [[*range(40, 0, -1)], .25], [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], .5]], wrong=[
        (the_first, 'Phần đầu danh sách: đổi thứ tự danh sách là đổi val.'),
        (every_nth, 'Cứ vài ảnh lấy một: đổi thứ tự danh sách là đổi val.'),
        (the_rest, 'Đây là phần còn lại, tức là train.'),
        (smallest, 'Bạn lấy đúng số lượng bằng cách xếp hạng: thêm một ảnh vào danh sách có thể đẩy ảnh khác ra khỏi val.'),
        (in_order, 'Giữ thứ tự của danh sách đã cho.'),
        (of_place, 'Bạn băm vị trí trong danh sách; phải băm id.')],
        hint='Với từng id: băm chuỗi của nó, chia cho 2**32, so với share.'),
    '10.2': dict(right=8480, why='16.960 câu, 424 lô mỗi epoch.', wrong=[
        (1696, 'Bạn đếm ảnh; mỗi câu là một mẫu.'),
        (424, 'Đây là số bước của một epoch.'),
        (339200, 'Đây là số mẫu đi qua mô hình; mỗi bước dùng một lô.'),
        (84.8, 'Bạn đếm ảnh, và chỉ một epoch.')],
        hint='Số câu chia cho cỡ lô, nhân số epoch.'),
    '10.3': dict(right=missing, calls=[[WHOLE], [{}], [WHOLE | {'hạt giống': None, 'ví dụ sai': [], 'quy ước chấm': ''}],
            [{'hạt giống': 0, 'mức sàn': 0.0, 'dữ liệu': 'làng'}]], wrong=[
        (falsy, 'Hạt giống 0 và mức sàn 0,0 là những giá trị thật, không phải chỗ trống.'),
        (only_keys, 'Có tên mục mà giá trị là None, chuỗi rỗng hay danh sách rỗng thì vẫn là thiếu.'),
        (alphabet, 'Giữ thứ tự của đề, không xếp theo bảng chữ cái.'),
        (present, 'Đây là những mục đã có.'),
        (how_many, 'Trả về tên các mục thiếu, không phải số lượng.'),
        (without_lists, 'Danh sách rỗng cũng là thiếu.')],
        hint='Duyệt bảy mục theo thứ tự; với mỗi mục hỏi: có trong từ điển không, và giá trị có rỗng không?'),
    '10.4': dict(right={2, 4, 5}, why='Câu 4: 0,64 chia 1,98 là 0,32. Câu 5: 59 % số câu.', wrong=[
        ({1, 2, 4, 5}, 'Câu 1: p = 0,31, hai khoảng gần trùng nhau: bảng không cho phép nói ai hơn.'),
        ({2, 3, 4, 5}, 'Câu 3: không thấy khác nhau chưa phải là như nhau; có thể tập kiểm tra quá nhỏ để thấy.'),
        ({2, 4, 5, 6}, 'Câu 6: một bộ dữ liệu, một hạt giống, một ngân sách không đủ cho chữ “luôn”.'),
        ({2, 5}, 'Còn một câu nữa: hãy làm phép chia ở câu 4.'),
        ({2, 4}, 'Còn một câu nữa: A đúng 41 % số câu, phần còn lại thì sao?'),
        ({4, 5}, 'Còn một câu nữa: p = 0,001 nói gì về C và A?')],
        hint='Với mỗi câu: con số nào của bảng nói điều ấy? Không chỉ ra được thì bảng không cho phép nói câu ấy.'),
}
