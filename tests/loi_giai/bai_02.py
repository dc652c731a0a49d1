"Lời giải của Bài 2, và những lỗi thường gặp"
import unicodedata
from viclipcap.base.text import nfc

def same_text(a, b): return nfc(a)==nfc(b)

def as_they_are(a, b): return a==b
def first_only(a, b): return nfc(a)==b
def second_only(a, b): return a==nfc(b)
def small(a, b): return nfc(a).lower()==nfc(b).lower()
def bare(s): return ''.join(c for c in unicodedata.normalize('NFD', s) if not unicodedata.combining(c))
def without_marks(a, b): return bare(a)==bare(b)
def by_length(a, b): return len(nfc(a))==len(nfc(b))

def unknown_share(known, texts):
    every = [w for c in texts for w in c.split()]
    return sum(w not in known for w in every)/len(every) if every else 0

def of_types(known, texts):
    every = {w for c in texts for w in c.split()}
    return sum(w not in known for w in every)/max(1, len(every))
def known_share(known, texts):
    every = [w for c in texts for w in c.split()]
    return sum(w in known for w in every)/max(1, len(every))
def of_sentences(known, texts):
    return sum(any(w not in known for w in c.split()) for c in texts)/max(1, len(texts))
def how_many(known, texts): return sum(w not in known for c in texts for w in c.split())
def as_letters(known, texts):
    every = [w for c in texts for w in c.split()]
    return sum(w not in ' '.join(known) for w in every)/max(1, len(every))
def mean_of_sentences(known, texts):
    shares = [sum(w not in known for w in c.split())/len(c.split()) for c in texts if c.split()]
    return sum(shares)/max(1, len(shares))

def merge(ids, pair, new):
    out, i = [], 0
    while i<len(ids):
        if ids[i:i+2]==list(pair): out.append(new); i += 2
        else: out.append(ids[i]); i += 1
    return out

def used_twice(ids, pair, new):
    out, i = [], 0
    while i<len(ids):
        if ids[i:i+2]==list(pair): out.append(new)
        elif i==0 or ids[i-1:i+1]!=list(pair): out.append(ids[i])
        i += 1
    return out
def loses_last(ids, pair, new):
    out, i = [], 0
    while i<len(ids)-1:
        if ids[i:i+2]==list(pair): out.append(new); i += 2
        else: out.append(ids[i]); i += 1
    return out
def first_pair(ids, pair, new):
    for i in range(len(ids)-1):
        if ids[i:i+2]==list(pair): return ids[:i]+[new]+ids[i+2:]
    return ids
def keeps_second(ids, pair, new):
    return [new if ids[i:i+2]==list(pair) else x for i,x in enumerate(ids)]
def any_order(ids, pair, new):
    out, i = [], 0
    while i<len(ids):
        if sorted(ids[i:i+2])==sorted(pair): out.append(new); i += 2
        else: out.append(ids[i]); i += 1
    return out

NFD = lambda s: unicodedata.normalize('NFD', s)

EXERCISES = {
    '02.1': dict(right=14, why='đ 1, ư 2, ờ 3, n 1, g 1, dấu cách 1, p 1, h 1, ố 3.', wrong=[
        (9, 'Đây là số ký tự ở dạng NFC; ở dạng NFD các dấu đứng riêng.'),
        (15, 'Trong Unicode, “đ” là một chữ cái riêng, không tách thành “d” và một nét ngang.'),
        (13, 'Bạn quên dấu cách: nó cũng là một ký tự.'),
        (12, 'Có những chữ mang hai dấu: một dấu của nguyên âm và một dấu thanh.')],
        hint='Đi từng chữ: chữ cái gốc là 1, mỗi dấu thêm 1.'),
    '02.2': dict(right=same_text, calls=[['bò', 'bó'], ['một tô phở', NFD('một tô phở')],
            [NFD('trâu'), 'trâu'], [NFD('áo'), NFD('áo')], ['Có', 'có'], ['hoà', 'hòa']], wrong=[
        (as_they_are, 'So sánh trực tiếp thì NFC và NFD là hai chuỗi khác nhau.'),
        (first_only, 'Bạn chỉ đưa chuỗi thứ nhất về một dạng; chuỗi thứ hai cũng có thể ở dạng NFD.'),
        (second_only, 'Bạn chỉ đưa chuỗi thứ hai về một dạng; chuỗi thứ nhất cũng có thể ở dạng NFD.'),
        (small, 'Bài chỉ bỏ qua cách mã hoá: “Có” và “có” vẫn là hai chuỗi khác nhau.'),
        (without_marks, 'Bỏ hết dấu thì “bò” và “bó” cũng thành một: đừng vứt thông tin đi.'),
        (by_length, 'Dài bằng nhau chưa phải là giống nhau.')],
        hint='Đưa cả hai chuỗi về cùng một dạng rồi mới so sánh.'),
    '02.3': dict(right={0, 3, 5}, why='khoá/khóa, thuý/thúy, xoè/xòe: ba âm tiết mở.', wrong=[
        ({0, 1, 3, 5}, '“toán” có âm cuối n nên chỉ có một lối viết.'),
        ({0, 2, 3, 5}, 'Chữ “u” của “quỳ” thuộc về phụ âm đầu “qu”, không mang dấu được.'),
        ({0, 3, 4, 5}, '“ngoài” còn âm cuối i nên chỉ có một lối viết.'),
        ({0, 5}, 'Vần “uy” cũng có hai lối viết, chứ không riêng “oa” và “oe”.'),
        ({1, 2, 4}, 'Đây là những âm tiết chỉ có một lối viết; bài hỏi ngược lại.')],
        hint='Chỉ âm tiết mở có vần oa, oe, uy mới có hai lối viết.'),
    '02.4': dict(right=unknown_share, calls=[
            [['có', 'một', 'con', 'trâu'], ['có một con bò', 'con bò', 'một âu thuyền']],
            [['có'], []], [['con'], ['con cò con cò']]], wrong=[
        (of_types, 'Bạn đếm mỗi âm tiết một lần; bài tính cả những lần lặp lại.'),
        (known_share, 'Đây là phần đã biết; bài hỏi phần chưa biết.'),
        (of_sentences, 'Đây là tỉ lệ câu có âm tiết lạ; bài hỏi tỉ lệ âm tiết.'),
        (how_many, 'Đây là số âm tiết lạ; bài hỏi tỉ lệ.'),
        (as_letters, '“âu” nằm trong “trâu”, nhưng không phải âm tiết “trâu”: so sánh cả âm tiết.'),
        (mean_of_sentences, 'Bạn lấy trung bình của từng câu: câu ngắn và câu dài nặng như nhau.')],
        hint='Đếm âm tiết lạ, rồi chia cho số âm tiết của tất cả các câu.'),
    '02.5': dict(right=merge, calls=[[[1, 2, 3, 1, 2], [1, 2], 9], [[7, 7, 7], [7, 7], 256],
            [[7, 7, 7, 7], [7, 7], 256], [[2, 1, 5], [1, 2], 9], [[], [1, 2], 9], [[4], [4, 4], 9]], wrong=[
        (used_twice, 'Một mã bị dùng hai lần: ghép xong phải nhảy qua cả hai mã.'),
        (loses_last, 'Mã cuối cùng bị mất khi nó không nằm trong cặp nào.'),
        (first_pair, 'Bạn chỉ ghép cặp đầu tiên; hãy ghép mọi cặp.'),
        (keeps_second, 'Mã thứ hai của cặp vẫn còn đó: phải thay cả hai mã bằng một mã mới.'),
        (any_order, 'Cặp có thứ tự: (1, 2) không phải là (2, 1).')],
        hint='Vòng lặp while với bước nhảy 2 khi ghép được, 1 khi không.'),
}
