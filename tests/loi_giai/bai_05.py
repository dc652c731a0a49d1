"Lời giải của Bài 5, và những lỗi thường gặp"
from math import log, prod

def nll(probs): return -sum(map(log, probs))/len(probs)

def summed(probs): return -sum(map(log, probs))
def log_of_mean(probs): return -log(sum(probs)/len(probs))
def positive(probs): return sum(map(log, probs))/len(probs)
def mean_of_probs(probs): return 1-sum(probs)/len(probs)
def product(probs): return prod(probs)
def in_bits(probs): return nll(probs)/log(2)

def real(losses, labels, keep): return [x for xs,ys in zip(losses, labels) for x,y in zip(xs, ys) if keep(y)]
def mean(xs): return sum(xs)/len(xs)
def batch_loss(losses, labels): return mean(real(losses, labels, lambda y: y!=-100))

def with_padding(losses, labels): return mean(real(losses, labels, lambda y: True))
def without_end(losses, labels): return mean(real(losses, labels, lambda y: y>0))
def divided_by_all(losses, labels):
    return sum(real(losses, labels, lambda y: y!=-100))/len(real(losses, labels, lambda y: True))
def mean_of_rows(losses, labels): return mean([batch_loss([x], [y]) for x,y in zip(losses, labels)])
def summed_all(losses, labels): return sum(real(losses, labels, lambda y: y!=-100))
def padding_only(losses, labels): return mean(real(losses, labels, lambda y: y==-100))

def targets(prefix, ids): return [-100]*(prefix-1)+list(ids)+[-100]

def unshifted(prefix, ids): return [-100]*prefix+list(ids)
def twice(prefix, ids): return ([-100]*prefix+list(ids))[2:]+[-100]*2
def first_lost(prefix, ids): return [-100]*prefix+list(ids)[1:]+[-100]
def end_lost(prefix, ids): return [-100]*(prefix-1)+list(ids)[:-1]+[-100]*2
def too_short(prefix, ids): return [-100]*(prefix-1)+list(ids)

def early_stop(vals, patience):
    best = 0
    for i,v in enumerate(vals):
        if v<vals[best]: best = i
        if i-best==patience: return [best+1, i+1]
    return [best+1, len(vals)]

def keeps_last(vals, patience):
    ran = early_stop(vals, patience)[1]
    return [ran, ran]
def against_previous(vals, patience):
    best, bad = 0, 0
    for i in range(1, len(vals)):
        if vals[i]<vals[best]: best = i
        bad = 0 if vals[i]<vals[i-1] else bad+1
        if bad==patience: return [best+1, i+1]
    return [best+1, len(vals)]
def equal_is_better(vals, patience):
    best = 0
    for i,v in enumerate(vals):
        if v<=vals[best]: best = i
        if i-best==patience: return [best+1, i+1]
    return [best+1, len(vals)]
def never_stops(vals, patience): return [vals.index(min(vals))+1, len(vals)]
def one_more(vals, patience): return early_stop(vals, patience+1)
def from_zero(vals, patience):
    best, ran = early_stop(vals, patience)
    return [best-1, ran-1]
def largest(vals, patience): return early_stop([-v for v in vals], patience)

EXERCISES = {
    '05.1': dict(right=nll, calls=[[[.5, .25, .8]], [[1., .1]], [[.3, .3, .3, .9]]], wrong=[
        (summed, 'Đây là tổng: câu dài sẽ luôn bị phạt nặng hơn. Hãy chia cho số token.'),
        (log_of_mean, 'Lấy lôgarit của từng xác suất trước, rồi mới lấy trung bình.'),
        (positive, 'Bạn quên dấu trừ: hàm mất mát không bao giờ âm.'),
        (mean_of_probs, 'Bạn chưa lấy lôgarit.'),
        (product, 'Đây là xác suất của cả câu; hàm mất mát là trung bình của −ln từng xác suất.'),
        (in_bits, 'Đây là lôgarit cơ số 2; bài dùng lôgarit tự nhiên.')],
        hint='Trung bình của −ln p.'),
    '05.2': dict(right=batch_loss, calls=[
            [[[1., 2., 3., 9.], [.5, .7, .2, .4]], [[5, 8, 0, -100], [5, 7, 9, 0]]],
            [[[4., 7., 7.], [1., 3., 2.]], [[6, -100, -100], [3, 2, 0]]]], wrong=[
        (with_padding, 'Phần đệm lọt vào trung bình: bỏ những vị trí có nhãn -100.'),
        (without_end, 'Bạn bỏ luôn nhãn 0; ở đây 0 là token kết thúc, mô hình sẽ không học cách dừng.'),
        (divided_by_all, 'Tử số đúng, nhưng mẫu số vẫn đếm cả phần đệm.'),
        (mean_of_rows, 'Bạn lấy trung bình từng câu trước: token của câu ngắn bỗng nặng hơn.'),
        (summed_all, 'Đây là tổng; bài hỏi trung bình.'),
        (padding_only, 'Ngược rồi: đây là trung bình của phần đệm.')],
        hint='Chỉ những vị trí có nhãn khác -100, ở cả tử số và mẫu số.'),
    '05.3': dict(right=targets, calls=[[2, [7, 8, 0]], [1, [5, 0]], [4, [3, 9, 4, 0]]], wrong=[
        (unshifted, 'Mỗi vị trí đang đoán chính token ở đó, tức là chép lại đầu vào: hãy dịch một ô.'),
        (twice, 'Nhãn bị dịch hai lần: mô hình học đoán token sau nữa.'),
        (first_lost, 'Không ai đoán token đầu tiên: đó là việc của vị trí cuối cùng của tiền tố.'),
        (end_lost, 'Token kết thúc không có trong nhãn: mô hình sẽ không học cách dừng.'),
        (too_short, 'Danh sách phải dài bằng đầu vào; vị trí của token kết thúc cũng cần một nhãn.')],
        hint='Dịch dãy (-100 của tiền tố, rồi ids) sang trái một ô, điền -100 vào chỗ trống.'),
    '05.4': dict(right=1, why='Đầu câu đúng, mất mát thấp, chỉ việc dừng lại là chưa ai dạy.', wrong=[
        (0, 'Tốc độ học quá nhỏ thì hàm mất mát đã không xuống được 0,02.'),
        (2, 'Dropout làm câu sai ở khắp nơi, không chỉ ở chỗ dừng.'),
        (3, 'Khi ấy mô hình học viết phần đệm sau token kết thúc; câu vẫn dừng đúng chỗ.'),
        (4, 'Nhãn bị dịch hai lần thì câu mất chữ ngay từ đầu.')],
        hint='Điều gì chỉ làm hỏng chỗ kết thúc?'),
    '05.5': dict(right='model.eval()', wrong=[
        ('model.eval', 'Thiếu cặp ngoặc: không có ngoặc thì hàm không được gọi.'),
        ('model.train()', 'Mô hình đang ở chế độ ấy rồi; dropout vẫn bật.'),
        ('model.train(False)', 'Tác dụng đúng như thế; hãy viết lệnh có tên riêng cho việc ấy.'),
        ('torch.no_grad()', 'no_grad chỉ tắt việc ghi gradient; dropout vẫn bật.'),
        ('opt.zero_grad()', 'Gradient đã được xoá trong vòng lặp; dropout vẫn bật.')],
        hint='Lệnh chuyển cả mô hình sang chế độ đánh giá.'),
    '05.6': dict(right=early_stop, calls=[[[3., 2., 1.5, 1.6, 1.7, 1.8, 1.2], 2], [[3., 2., 2.5, 2.2, 2.1, 1.9], 3],
            [[2., 1., 1., 1., .5], 2], [[3., 2., 1.], 2]], wrong=[
        (keeps_last, 'Epoch được giữ là epoch tốt nhất, không phải epoch cuối cùng.'),
        (against_previous, 'Bạn so với epoch ngay trước; hãy so với số tốt nhất từ trước đến giờ.'),
        (equal_is_better, 'Bằng số tốt nhất thì chưa phải là thấp hơn.'),
        (never_stops, 'Bạn chạy hết mọi epoch: đợi đủ patience epoch thì phải dừng.'),
        (one_more, 'Bạn đợi thêm một epoch: đủ patience epoch không khá hơn thì dừng ngay.'),
        (from_zero, 'Đếm epoch từ 1.'),
        (largest, 'Mất mát càng thấp càng tốt; bạn đang giữ epoch có mất mát cao nhất.')],
        hint='Nhớ số tốt nhất và epoch của nó.'),
}
