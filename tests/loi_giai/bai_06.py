"Lời giải của Bài 6, và những lỗi thường gặp"
import math

TABLE = {'^': {'một': .6, 'cậu bé': .4}, 'một': {'bạn nhỏ': .4, 'con diều': .35, 'bông sen': .25},
    'bạn nhỏ': {'cầm': .6, 'chạy': .4}, 'cậu bé': {'cầm': .9, '.': .1},
    'cầm': {'con diều': 1.}, 'chạy': {'.': 1.}, 'con diều': {'.': 1.}, 'bông sen': {'.': 1.}}
EARLY = {'^': {'trâu': .5, 'có': .3, 'hai': .2}, 'trâu': {'.': .7, 'đen': .3}, 'đen': {'.': .45, 'gặm cỏ': .55},
    'có': {'trâu': .65, 'bò': .35}, 'hai': {'bò': .9, 'trâu': .1}, 'bò': {'gặm cỏ': .8, '.': .2}, 'gặm cỏ': {'.': .4, 'non': .6},
    'non': {'.': 1.}}
LATE = {'^': {'có': .5, 'một': .3, 'bà': .2}, 'có': {'bà': .34, 'cô': .335, 'chú': .325}, 'một': {'bà': .4, 'cô': .6},
    'bà': {'cụ': 1.}, 'cụ': {'.': .8, 'đi chợ': .2}, 'đi chợ': {'.': 1.}, 'cô': {'gái': .6, '.': .4}, 'gái': {'.': 1.}, 'chú': {'.': 1.}}
FORK = {'^': {'có': .6, 'một': .4}, 'có': {'hai': .51, 'bà': .49}, 'một': {'bà': .4, 'cô': .35, 'chú': .25},
    'hai': {'bà': .52, 'cô': .48}, 'bà': {'.': 1.}, 'cô': {'.': 1.}, 'chú': {'.': 1.}}

def greedy(table):
    words, logp = ['^'], 0.
    while words[-1]!='.':
        after = table[words[-1]]
        words.append(max(after, key=after.get))
        logp += math.log(after[words[-1]])
    return ' '.join(words[1:-1]), logp

def as_probability(table): return greedy(table)[0], math.exp(greedy(table)[1])
def with_the_marks(table): return f'^ {greedy(table)[0]} .', greedy(table)[1]
def without_the_end(table):
    text, logp, w = *greedy(table), '^'
    for x in table:
        if x!='^' and text.endswith(x): w = x
    return text, logp-math.log(table[w]['.'])
def likeliest(table):
    "Of all sentences, not greedy at all"
    def go(w, words, logp):
        if w=='.': return [(logp, ' '.join(words[:-1]))]
        return [s for x,p in table[w].items() for s in go(x, [*words, x], logp+math.log(p))]
    logp, text = max(go('^', [], 0.))
    return text, logp
def sum_of_probabilities(table):
    words, total = ['^'], 0.
    while words[-1]!='.':
        after = table[words[-1]]
        words.append(max(after, key=after.get))
        total += after[words[-1]]
    return ' '.join(words[1:-1]), total

def search(table, k, keep_done=True, among='all', finish=None):
    kept, out = [(0., ('^',))], []
    for _ in range(10):
        grown = []
        for s,b in kept:
            if b[-1]=='.': continue
            new = [(s+math.log(p), (*b, w)) for w,p in table[b[-1]].items()]
            grown += new if among=='all' else sorted(new, reverse=True)[:1]
        done = [o for o in kept if o[1][-1]=='.'] if keep_done else []
        kept = sorted(grown+done, reverse=True)[:k]
        out += [o for o in kept if o[1][-1]=='.']
        if finish=='first' and out: break
        if not any(b[-1]!='.' for _,b in kept): break
    best = max(out) if finish!='last' else max(o for o in out if len(o[1])==max(len(x[1]) for x in out))
    return ' '.join(best[1][1:-1])

def beam(table, k): return search(table, k)
def always_greedy(table, k): return greedy(table)[0]
def best_of_each(table, k):
    starts = sorted(table['^'], key=table['^'].get, reverse=True)[:k]
    found = []
    for w in starts:
        words, p = [w], table['^'][w]
        while words[-1]!='.':
            after = table[words[-1]]
            words.append(max(after, key=after.get)); p *= after[words[-1]]
        found.append((p, ' '.join(words[:-1])))
    return max(found)[1]
def first_to_end(table, k): return search(table, k, finish='first')
def longest(table, k): return search(table, k, finish='last')
def every_sentence(table, k): return likeliest(table)[0]

def top_p(probs, p):
    kept, total = {}, 0.
    for w in sorted(probs, key=probs.get, reverse=True):
        kept[w] = probs[w]; total += probs[w]
        if total>=p: break
    return {w: q/total for w,q in kept.items()}

def not_normalised(probs, p):
    return {w: probs[w] for w in top_p(probs, p)}
def one_too_few(probs, p):
    kept, total = {}, 0.
    for w in sorted(probs, key=probs.get, reverse=True):
        if kept and total+probs[w]>p: break
        kept[w] = probs[w]; total += probs[w]
    return {w: q/total for w,q in kept.items()}
def as_threshold(probs, p):
    kept = {w: q for w,q in probs.items() if q>=p} or {max(probs, key=probs.get): 1.}
    return {w: q/sum(kept.values()) for w,q in kept.items()}
def unsorted(probs, p):
    kept, total = {}, 0.
    for w,q in probs.items():
        kept[w] = q; total += q
        if total>=p: break
    return {w: q/total for w,q in kept.items()}
def smallest_first(probs, p): return unsorted(dict(sorted(probs.items(), key=lambda o: o[1])), p)

def jaccard(a, b):
    a, b = {*a.split()}, {*b.split()}
    return len(a & b)/max(1, len(a | b))

def elected(captions, like=jaccard, others=True, pick=max):
    n = len(captions)
    votes = [sum(like(captions[i], captions[j]) for j in range(n) if i!=j or not others) for i in range(n)]
    return captions[votes.index(pick(votes))]

def elect(captions): return elected(captions)
def by_shared(captions): return elected(captions, lambda a, b: len({*a.split()} & {*b.split()}))
def the_odd_one(captions): return elected(captions, pick=min)
def without_twins(captions):
    one = [*dict.fromkeys(captions)]
    return elected(one)
def of_letters(captions): return elected(captions, lambda a, b: len({*a} & {*b})/max(1, len({*a} | {*b})))

EXERCISES = {
    '06.1': dict(right=greedy, calls=[[TABLE], [EARLY], [LATE]],
        why='Câu tham lam không phải là câu có xác suất lớn nhất của bảng này.', wrong=[
        (as_probability, 'Đây là xác suất; bài hỏi log xác suất.'),
        (with_the_marks, 'Bỏ dấu ^ và dấu . ra khỏi câu.'),
        (without_the_end, 'Bạn quên cộng log xác suất của dấu hết câu.'),
        (likeliest, 'Đây là câu tốt nhất trong mọi câu; tham lam không nhìn xa như thế.'),
        (sum_of_probabilities, 'Bạn cộng xác suất; phải cộng log xác suất.')],
        hint='Mỗi bước: chọn từ lớn nhất, cộng math.log của xác suất của nó, dừng khi gặp dấu chấm.'),
    '06.2': dict(right=beam, calls=[[t, k] for t in (TABLE, EARLY, LATE, FORK) for k in (1, 2, 3)], wrong=[
        (always_greedy, 'Đây là tham lam: bề rộng k chưa có tác dụng gì.'),
        (best_of_each, 'Bạn chỉ rẽ nhánh ở từ đầu tiên; phải chọn lại k câu trong tất cả ở mỗi bước.'),
        (first_to_end, 'Câu xong trước chưa chắc hơn: các câu dở dang còn lại phải được đi tiếp.'),
        (longest, 'Bạn làm mất những câu đã xong sớm: chúng vẫn được so với các câu dài hơn.'),
        (every_sentence, 'Bạn thử hết mọi câu: đúng hơn chùm, nhưng không phải là tìm kiếm chùm bề rộng k.')],
        hint='In ra các câu được giữ ở mỗi bước và so với ví dụ k = 2 ở trên.'),
    '06.3': dict(right='AAB', why='−4,0 và −6,0; −2,47 và −2,85; −0,8 và −0,5.', wrong=[
        ('BBB', 'Khi α = 0 không có gì được chia: −4,0 gần 0 hơn −6,0.'),
        ('ABB', 'Tính lại khi α = 0,3: −4,0/1,62 và −6,0/2,11, số nào gần 0 hơn?'),
        ('AAA', 'Khi α = 1, mỗi điểm là trung bình trên một từ.'),
        ('BBA', 'Điểm là số âm: số gần 0 hơn mới thắng.')],
        hint='Tính hai điểm cho từng α rồi so; cả hai đều âm.'),
    '06.4': dict(right=top_p, calls=[[{'a': .1, 'b': .5, 'c': .25, 'd': .15}, .7], [{'a': .1, 'b': .6, 'c': .3}, .5],
            [{'a': .3, 'b': .3, 'c': .4}, .9], [{'có': .05, 'một': .95}, .9]], wrong=[
        (not_normalised, 'Bạn quên chuẩn hoá: các xác suất còn lại phải cộng thành 1.'),
        (one_too_few, 'Bạn dừng sớm một từ: từ làm cho tổng đạt p cũng được giữ.'),
        (as_threshold, 'p là tổng của các từ được giữ, không phải ngưỡng cho từng từ.'),
        (unsorted, 'Phải sắp giảm dần trước khi cộng dồn.'),
        (smallest_first, 'Bạn giữ những từ nhỏ nhất; phải bắt đầu từ từ lớn nhất.')],
        hint='Thử với {0,5; 0,25; 0,15; 0,1} và p = 0,7: còn lại bao nhiêu từ?'),
    '06.5': dict(right=elect, calls=[[['một con chó', 'hai con bò gặm cỏ', 'có một con chó', 'một con chó đen']],
            [['một bà cụ', 'một bà cụ bán hoa ở chợ hôm nay', 'bà cụ bán hoa', 'một cậu bé bán kem ở chợ hôm nay']],
            [['có hai con trâu', 'mèo ngủ', 'mèo ngủ', 'trâu gặm cỏ', 'có hai con bò']], [['một']],
            [['ngủ một trâu bò con chạy', 'chạy trâu bò', 'hai trâu chó đen một', 'chạy trâu chó một']],
            [['mèo ngủ', 'mèo ngủ', 'có hai con trâu đen', 'có hai con trâu trắng']],
            [['cá bơi', 'bác ơi', 'chó', 'có hai bác ơi là bác']]], wrong=[
        (by_shared, 'Bạn quên chia: câu dài luôn chung nhiều âm tiết hơn.'),
        (the_odd_one, 'Đây là câu lạc lõng nhất; cần câu hợp với các câu khác nhất.'),
        (without_twins, 'Bạn gộp những câu y hệt nhau: hai câu giống nhau là hai phiếu.'),
        (of_letters, 'Bạn so chữ cái; hãy tách câu thành âm tiết.')],
        hint='Với mỗi câu, cộng Jaccard của nó với từng câu khác; lấy câu có tổng lớn nhất.'),
}
