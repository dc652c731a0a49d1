"Lời giải của Bài 7, và những lỗi thường gặp"
import math
from collections import Counter

def grams(text, n):
    w = text.split()
    return Counter(tuple(w[k:k+n]) for k in range(len(w)-n+1))

def precision(hyp, refs, n):
    own, most = grams(hyp, n), Counter()
    for r in refs: most |= grams(r, n)
    return (own & most).total()/own.total() if own else 0

def unclipped(hyp, refs, n):
    own = grams(hyp, n)
    return sum(k for g,k in own.items() if any(g in grams(r, n) for r in refs))/max(1, own.total())
def clipped_by_sum(hyp, refs, n):
    own = grams(hyp, n)
    return (own & sum((grams(r, n) for r in refs), Counter())).total()/max(1, own.total())
def recall(hyp, refs, n):
    most = Counter()
    for r in refs: most |= grams(r, n)
    return (grams(hyp, n) & most).total()/max(1, most.total())
def distinct(hyp, refs, n):
    own = set(grams(hyp, n))
    return len(own & {g for r in refs for g in grams(r, n)})/max(1, len(own))
def best_reference(hyp, refs, n):
    own = grams(hyp, n)
    return max((own & grams(r, n)).total() for r in refs)/max(1, own.total())

def lcs(a, b):
    a, b = a.split(), b.split()
    L = [[0]*(len(b)+1) for _ in range(len(a)+1)]
    for i,x in enumerate(a, 1):
        for j,y in enumerate(b, 1):
            L[i][j] = L[i-1][j-1]+1 if x==y else max(L[i-1][j], L[i][j-1])
    return L[-1][-1]

def as_a_bag(a, b): return (Counter(a.split()) & Counter(b.split())).total()
def as_a_set(a, b): return len({*a.split()} & {*b.split()})
def unbroken(a, b):
    a, b = a.split(), b.split()
    both = {tuple(a[i:j]) for i in range(len(a)) for j in range(i+1, len(a)+1)} & {
        tuple(b[i:j]) for i in range(len(b)) for j in range(i+1, len(b)+1)}
    return max(map(len, both), default=0)
def greedy(a, b):
    rest, n = b.split(), 0
    for x in a.split():
        if x in rest: n, rest = n+1, rest[rest.index(x)+1:]
    return n
def by_letter(a, b): return lcs(' '.join(a), ' '.join(b))

def weight(word, images):
    df = sum(any(word in c.split() for c in refs) for refs in images)
    return math.log(len(images)/max(1, df))

def by_captions(word, images):
    flat = [c.split() for refs in images for c in refs]
    return math.log(len(flat)/max(1, sum(word in c for c in flat)))
def df_of_captions(word, images):
    df = sum(word in c.split() for refs in images for c in refs)
    return math.log(len(images)/max(1, df))
def in_letters(word, images):
    return math.log(len(images)/max(1, sum(any(word in c for c in refs) for refs in images)))
def in_tens(word, images): return weight(word, images)/math.log(10)
def upside_down(word, images): return -weight(word, images)
def without_log(word, images): return math.exp(weight(word, images))

KITE = [['một cậu bé thả diều', 'cậu bé cầm diều'], ['hai con bò gặm cỏ', 'đàn bò'],
    ['một bà cụ bán hoa', 'bà cụ ở chợ'], ['bò con', 'có một con bò']]

EXERCISES = {
    '07.1': dict(right=precision, calls=[
            ['một một một một', ['có một cậu bé cầm diều', 'một cậu bé áo tím chạy'], 1],
            ['hai cậu bé và hai con bò', ['hai cậu bé', 'có hai con bò và hai con trâu'], 1],
            ['cậu bé cầm diều trên cỏ', ['một cậu bé', 'diều trên bãi cỏ'], 2], ['xe xe diều', ['con diều'], 1], ['diều', ['diều'], 2]],
        why='Đó là p_n của một câu; BLEU cộng riêng tử và mẫu trên toàn tập rồi mới chia.', wrong=[
        (unclipped, 'Bạn chưa chặn số đếm: “một một một một” không thể được điểm tuyệt đối.'),
        (clipped_by_sum, 'Số đếm bị chặn bởi số lớn nhất trong một câu tham chiếu (max), không phải bởi tổng của tất cả.'),
        (recall, 'Đây là recall: mẫu số phải là số n-gram của câu được chấm.'),
        (distinct, 'Bạn bỏ mất các n-gram lặp lại: dùng Counter, đừng dùng set.'),
        (best_reference, 'Bạn chọn một câu tham chiếu tốt nhất; ở đây mỗi n-gram được tìm trong mọi câu tham chiếu.')],
        hint='Gộp các câu tham chiếu bằng phép | của Counter, rồi giao với câu bằng phép &.'),
    '07.2': dict(right=lcs, calls=[
            ['một cậu bé áo tím cầm diều', 'cậu bé cầm con diều tím'], ['hai con bò và hai con trâu', 'con trâu và con bò'],
            ['a b c d', 'd a b c'], ['x a b c', 'a b c x'], ['', 'có gì'], ['một một', 'một']], wrong=[
        (as_a_bag, 'Bạn đếm âm tiết chung mà quên thứ tự.'),
        (as_a_set, 'Bạn đếm các âm tiết khác nhau: quên cả thứ tự lẫn số lần.'),
        (unbroken, 'Đây là đoạn chung liền nhau; dãy con thì không cần liền nhau.'),
        (greedy, 'Gặp âm tiết nào trùng cũng lấy ngay thì có khi mất những âm tiết sau: phải thử cả hai cách, lấy và bỏ qua.'),
        (by_letter, 'Bạn so từng chữ cái; hãy tách câu thành âm tiết bằng split.')],
        hint='Lập bảng L[i][j] và nhìn xem nó bằng gì khi hai âm tiết bằng nhau, khi khác nhau.'),
    '07.3': dict(right=weight, calls=[[w, KITE] for w in ('diều', 'bò', 'một', 'có', 'trâu', 'cụ', 'c')], wrong=[
        (by_captions, 'Bạn đếm câu; N và df đều là số ảnh.'),
        (df_of_captions, 'N là số ảnh thì df cũng phải là số ảnh, không phải số câu.'),
        (in_letters, '“c” nằm trong “có” nhưng không phải là một âm tiết của câu: tách câu rồi mới tìm.'),
        (in_tens, 'Đây là lôgarit cơ số 10; CIDEr dùng lôgarit tự nhiên.'),
        (upside_down, 'Tử và mẫu bị đảo: âm tiết hiếm phải nặng hơn.'),
        (without_log, 'Bạn quên lấy lôgarit.')],
        hint='Với mỗi ảnh chỉ hỏi: có câu nào của nó chứa âm tiết này không?'),
    '07.4': dict(right=(.31-1.96*math.sqrt(.31*.69/100), .31+1.96*math.sqrt(.31*.69/100)),
        why='Từ khoảng 22 % đến 40 %: 38 trên 100 vẫn nằm trong khoảng ấy, nên chưa đủ để nói mô hình kia hơn.', wrong=[
        ((.31-math.sqrt(.31*.69/100), .31+math.sqrt(.31*.69/100)), 'Bạn quên nhân 1,96: khoảng này chỉ chứa chừng 68 %.'),
        ((.31-1.96*.31*.69/100, .31+1.96*.31*.69/100), 'Bạn quên lấy căn bậc hai.'),
        ((.31-1.96*math.sqrt(.31*.69), .31+1.96*math.sqrt(.31*.69)), 'Bạn quên chia cho n: đây là độ lệch chuẩn của một câu.'),
        ((31-196*math.sqrt(.31*.69/100), 31+196*math.sqrt(.31*.69/100)), 'Trả lời bằng số từ 0 đến 1, không phải phần trăm.')],
        hint='Thấp là p trừ đi, cao là p cộng thêm cùng một lượng.'),
    '07.5': dict(right='BCA', why='Người không kiểm tra lại được cần câu đúng; và CIDEr một mình sẽ chọn A.', wrong=[
        ('ACA', 'Câu 1: gần bảy phần mười số câu của A là sai, mà người nghe không biết câu nào.'),
        ('CCA', 'Câu 1: C luôn đúng, nhưng không kể gì cả.'),
        ('DCA', 'Câu 1: D giống B ở CIDEr và phần kể, nhưng nói sai nhiều hơn hẳn.'),
        ('BCB', 'Câu 3: bài báo chỉ in CIDEr, người đọc không thấy hai cột sau.'),
        ('BDA', 'Câu 2: “có một bức ảnh” không bao giờ sai và không kể gì.')],
        hint='Xét từng câu hỏi: nó cần cột nào của bảng?'),
}
