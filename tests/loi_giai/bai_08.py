"Lời giải của Bài 8, và những lỗi thường gặp"
import math

def softmax(scores):
    e = [math.exp(s) for s in scores]
    return [x/sum(e) for x in e]

def mix(weights, cells): return [sum(w*c[k] for w,c in zip(weights, cells)) for k in range(len(cells[0]))]
def attend(scores, cells): return mix(softmax(scores), cells)
def without_softmax(scores, cells): return mix(scores, cells)
def by_share(scores, cells): return mix([s/(sum(scores) or 1) for s in scores], cells)
def the_largest(scores, cells): return cells[scores.index(max(scores))]
def plain_mean(scores, cells): return mix([1/len(cells)]*len(cells), cells)
def only_weights(scores, cells): return softmax(scores)
def unnormalised(scores, cells): return mix([math.exp(s) for s in scores], cells)

def mean(xs): return sum(xs)/len(xs)
def tossed(gaps, coins): return [mean([g*c for g,c in zip(gaps, row)]) for row in coins]
def p_value(gaps, coins):
    seen = abs(mean(gaps))
    return (1+sum(abs(x)>=seen-1e-12 for x in tossed(gaps, coins)))/(1+len(coins))
def without_own(gaps, coins):
    seen = abs(mean(gaps))
    return sum(abs(x)>=seen-1e-12 for x in tossed(gaps, coins))/len(coins)
def one_sided(gaps, coins):
    return (1+sum(x>=mean(gaps)-1e-12 for x in tossed(gaps, coins)))/(1+len(coins))
def strictly(gaps, coins):
    seen = abs(mean(gaps))
    return (1+sum(abs(x)>seen+1e-12 for x in tossed(gaps, coins)))/(1+len(coins))
def the_rest(gaps, coins): return 1-p_value(gaps, coins)

def mended(a, b):
    both = [i for i in a if i in b]
    return sum(not a[i] and b[i] for i in both), sum(a[i] and not b[i] for i in both)
def turned(a, b): return mended(a, b)[::-1]
def by_place(a, b):
    pairs = [*zip(a.values(), b.values())]
    return sum(not x and y for x,y in pairs), sum(x and not y for x,y in pairs)
def missing_as_wrong(a, b):
    every = {*a, *b}
    return (sum(not a.get(i) and bool(b.get(i)) for i in every), sum(bool(a.get(i)) and not b.get(i) for i in every))
def totals(a, b): return sum(map(bool, b.values())), sum(map(bool, a.values()))
def all_wrong(a, b): return sum(not x for x in a.values()), sum(not x for x in b.values())

def findings(train, val, test, scored, same=str):
    train, val, test, scored = ({same(i) for i in x} for x in (train, val, test, scored))
    found = {'rò rỉ': train & test, 'chọn trên test': val & test, 'chấm thiếu': test-scored, 'chấm thừa': scored-test}
    return [k for k,v in found.items() if v]
def audit(train, val, test, scored): return findings(train, val, test, scored)
def as_they_are(train, val, test, scored): return findings(train, val, test, scored, lambda i: i)
def by_number(train, val, test, scored):
    out = [k for k in audit(train, val, test, scored) if not k.startswith('chấm')]
    return out + ['chấm thiếu']*(len(scored)<len(test)) + ['chấm thừa']*(len(scored)>len(test))
def first_only(train, val, test, scored): return audit(train, val, test, scored)[:1]
def leak_of_scored(train, val, test, scored):
    mine = {str(i) for i in scored}
    return findings(train, val, test, scored) if mine & {str(i) for i in train} else [
        k for k in findings(train, val, test, scored) if k!='rò rỉ']
def val_in_train(train, val, test, scored):
    more = {str(i) for i in train} & {str(i) for i in val}
    out = audit(train, val, test, scored)
    return ['rò rỉ', *out] if more and 'rò rỉ' not in out else out

COINS = [[1, 1, 1, 1], [1, -1, 1, -1], [-1, -1, -1, -1], [-1, 1, 1, 1], [1, 1, -1, -1], [-1, -1, 1, -1], [1, 1, 1, -1], [-1, 1, -1, 1]]

EXERCISES = {
    '08.1': dict(right=attend, calls=[[[0., 1., 2.], [[1, 0], [0, 2], [4, 4]]], [[1., 1.], [[2, 0, 1], [0, 2, 1]]],
            [[-1., 3., .5], [[1, 1], [5, 0], [0, 5]]]], wrong=[
        (without_softmax, 'Bạn dùng thẳng điểm làm trọng số; phải qua softmax.'),
        (by_share, 'Chia cho tổng chưa phải softmax: điểm có thể âm; phải lấy exp trước.'),
        (the_largest, 'Đây là ô có điểm lớn nhất (tập trung “cứng”); bài hỏi trung bình có trọng số.'),
        (plain_mean, 'Mọi ô đang được nhìn như nhau: trọng số phải theo điểm.'),
        (only_weights, 'Đây là trọng số; còn phải cộng các vector theo trọng số ấy.'),
        (unnormalised, 'Bạn quên chia cho tổng của các exp.')],
        hint='Tính trọng số bằng softmax, rồi cộng trọng số nhân vector, từng toạ độ một.'),
    '08.2': dict(right=p_value, calls=[[[.5, .2, -.1, .4], COINS], [[-.3, -.2, -.1, .0], COINS], [[1, 2, 4, 8], COINS]], wrong=[
        (without_own, 'Bạn quên chính kết quả đo được: cộng 1 vào tử và mẫu, để p không bao giờ bằng 0.'),
        (one_sided, 'Đây là một phía; hiệu âm lớn cũng là bằng chứng.'),
        (strictly, 'Những lần tung cho hiệu đúng bằng hiệu đo được cũng phải tính.'),
        (the_rest, 'Đây là 1 − p: bạn đếm những lần lệch ít hơn.')],
        hint='Với mỗi lần tung: nhân từng hiệu với dấu, lấy trung bình, rồi so trị tuyệt đối.'),
    '08.3': dict(right=mended, calls=[[{'1': True, '2': False, '3': False, '4': True}, {'4': False, '1': True, '3': False, '2': False}],
            [{'a': False, 'b': False, 'c': True}, {'c': True, 'b': False, 'd': True}], [{}, {}]], wrong=[
        (turned, 'Bạn đảo hai số: số đầu là những ảnh b sửa được.'),
        (by_place, 'Bạn so theo thứ tự; phải so theo id ảnh.'),
        (missing_as_wrong, 'Ảnh chỉ có ở một bên thì bỏ ra, không coi là sai.'),
        (totals, 'Đây là tổng số câu đúng; bài hỏi những ảnh mà hai mô hình khác nhau.'),
        (all_wrong, 'Đây là tổng số câu sai; bài hỏi những ảnh mà hai mô hình khác nhau.')],
        hint='Duyệt các id có ở cả hai từ điển và đếm hai trường hợp.'),
    '08.4': dict(right='AC', why='Chỉ cột mô hình khác nhau.', wrong=[
        ('AB', 'Hai quy ước chấm khác nhau: điểm theo từ và điểm theo âm tiết không cùng một thước.'),
        ('CD', 'D có bỏ phiếu: bạn không biết nó hơn nhờ kiến trúc hay nhờ bỏ phiếu.'),
        ('AE', 'E chọn epoch trên test: điểm của nó không phải là điểm trên ảnh mới.'),
        ('AF', 'Cùng những câu máy ấy, chấm theo bốn câu tham chiếu thì điểm thấp hơn theo năm.'),
        ('AD', 'Cặp này cho biết bỏ phiếu có lợi gì; bài hỏi về kiến trúc.')],
        hint='Gạch bỏ những dòng khác A ở một cột ngoài cột mô hình.'),
    '08.5': dict(right={3, 8, 10}, why='Học cả test, chọn epoch trên test, chấm năm ảnh.', wrong=[
        ({3, 10}, 'Còn một dòng: epoch tốt nhất được chọn bằng gì?'),
        ({8, 10}, 'Còn một dòng: mô hình học trên những ảnh nào?'),
        ({3, 8}, 'Còn một dòng: điểm cuối cùng được đo trên bao nhiêu ảnh?'),
        ({2, 3, 8, 10}, 'Dòng 2 chia đủ ba phần và có hạt giống: không có gì phải sửa ở đó.'),
        ({2, 3, 10}, 'Dòng 2 chia có hạt giống: tốt. Còn epoch được chọn bằng gì?'),
        ({3, 4, 10}, 'Dòng 4 lấy từ vựng từ train: đúng cách, khi train đúng. Còn epoch được chọn bằng gì?'),
        ({3, 8, 11}, 'Dòng 11 chỉ làm theo một dòng ở trên nó: sửa dòng ấy là đủ.'),
        ({3, 8, 13}, 'Dòng 13 chấm đúng những gì được đưa cho; ai chọn những ảnh ấy?'),
        ({7, 8, 10}, 'Dòng 7 học trên dữ liệu được đưa cho; dữ liệu ấy được lập ở dòng nào?')],
        hint='Ba câu hỏi: học trên gì, chọn bằng gì, đo trên gì.'),
    '08.6': dict(right=audit, calls=[[[1, 2, 3], [4], [5, 6], [5, 6]], [[1, 2, '5'], [4], [5, 6], ['6', '5']],
            [[1], ['6', 2], [5, 6], [5]], [[1, 2], [3], ['5', '6'], [5, 7]], [[1, 6], [6], [5, 6], [5]], [[1, 3], [3], [5], [5]]], wrong=[
        (as_they_are, '7 và “7” là một ảnh: đưa id về cùng một kiểu trước khi so.'),
        (by_number, 'Bạn so số lượng; hai danh sách dài bằng nhau vẫn có thể gồm những ảnh khác nhau.'),
        (first_only, 'Bạn dừng ở phát hiện đầu tiên; hãy báo mọi phát hiện.'),
        (leak_of_scored, 'Rò rỉ là ảnh của test nằm trong train, dù ảnh ấy có được chấm hay không.'),
        (val_in_train, 'Ảnh val nằm trong train cũng không hay, nhưng “rò rỉ” ở đây chỉ nói về test.')],
        hint='Bốn phép tập hợp, mỗi phép cho một phát hiện; xét theo thứ tự của đề.'),
}
