"Lời giải của Bài 4, và những lỗi thường gặp"
from math import exp, sqrt

def cut(flat, prefix):
    n = len(flat)//prefix
    return [flat[i*n:(i+1)*n] for i in range(prefix)]

def interleaved(flat, prefix): return [flat[i::prefix] for i in range(prefix)]
def pieces_of(flat, prefix): return [flat[i:i+prefix] for i in range(0, len(flat), prefix)]
def first_only(flat, prefix): return flat[:len(flat)//prefix]

def mlp_size(dim_in, dim_out, prefix):
    hidden, out = prefix*dim_out//2, prefix*dim_out
    return dim_in*hidden+hidden + hidden*out+out

def no_bias(dim_in, dim_out, prefix): return prefix*dim_out//2*(dim_in+prefix*dim_out)
def full_hidden(dim_in, dim_out, prefix):
    out = prefix*dim_out
    return dim_in*out+out + out*out+out
def first_matrix(dim_in, dim_out, prefix): return (dim_in+1)*(prefix*dim_out//2)
def without_prefix(dim_in, dim_out, prefix): return mlp_size(dim_in, dim_out, 1)
def times_prefix(dim_in, dim_out, prefix): return prefix*mlp_size(dim_in, dim_out, 1)

def softmax(xs):
    e = [exp(x) for x in xs]
    return [x/sum(e) for x in e]
def scores(q, keys, scale): return [sum(a*b for a,b in zip(q, k))/scale for k in keys]
def mix(weights, rows): return [sum(w*r[i] for w,r in zip(weights, rows)) for i in range(len(rows[0]))]
def attend(q, keys, values): return mix(softmax(scores(q, keys, sqrt(len(q)))), values)

def unscaled(q, keys, values): return mix(softmax(scores(q, keys, 1)), values)
def by_dim(q, keys, values): return mix(softmax(scores(q, keys, len(q))), values)
def no_softmax(q, keys, values): return mix(scores(q, keys, sqrt(len(q))), values)
def of_keys(q, keys, values): return mix(softmax(scores(q, keys, sqrt(len(q)))), keys)
def only_weights(q, keys, values): return softmax(scores(q, keys, sqrt(len(q))))
def hardest(q, keys, values):
    s = scores(q, keys, 1)
    return values[s.index(max(s))]

def row_of(i, prefix, start): return prefix+start-1+i

def own_place(i, prefix, start): return prefix+start+i
def forgets_start(i, prefix, start): return prefix-1+i
def always_start(i, prefix, start): return prefix+i
def forgets_prefix(i, prefix, start): return i
def from_one(i, prefix, start): return prefix+start+i-2

EXERCISES = {
    '04.1': dict(right=cut, calls=[[[1, 2, 3, 4, 5, 6], 2], [[1, 2, 3, 4, 5, 6], 3], [[7, 8], 1]], wrong=[
        (interleaved, 'Bạn lấy xen kẽ; mỗi khúc phải gồm những số đứng liền nhau.'),
        (pieces_of, 'Bạn cắt thành những khúc dài prefix; bài cần prefix khúc.'),
        (first_only, 'Đây mới là khúc đầu tiên.')],
        hint='prefix khúc liền nhau, mỗi khúc dài len(flat)//prefix.'),
    '04.2': dict(right=mlp_size, calls=[[256, 256, 5], [512, 768, 10], [7, 12, 3]], wrong=[
        (no_bias, 'Bạn quên hệ số điều chỉnh (bias) của hai tầng.'),
        (full_hidden, 'Tầng ẩn chỉ rộng bằng một nửa đầu ra.'),
        (first_matrix, 'Bạn mới đếm tầng thứ nhất.'),
        (without_prefix, 'Đầu ra là cả tiền tố, không phải một embedding.'),
        (times_prefix, 'Không phải mỗi embedding một mạng riêng: chỉ có một mạng, với đầu ra dài hơn.')],
        hint='Hai tầng: dim_in → hidden → prefix × dim_out, mỗi tầng có hệ số điều chỉnh.'),
    '04.3': dict(right=attend, calls=[[[1, 0, 1, 2], [[1, 1, 0, 1], [0, 1, 0, 0]], [[1, 2, 3, 0], [4, 0, -1, 1]]],
            [[2, 0], [[1, 5], [3, 1], [0, 2]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]],
            [[1, 1], [[0, 0], [0, 0]], [[1, 3], [3, 5]]]], wrong=[
        (unscaled, 'Bạn quên chia điểm cho căn của số chiều.'),
        (by_dim, 'Chia cho căn của số chiều, không phải cho số chiều.'),
        (no_softmax, 'Các trọng số phải qua softmax: dương và có tổng bằng 1.'),
        (of_keys, 'Bạn lấy trung bình của các khoá; phải là của các giá trị.'),
        (only_weights, 'Đây là các trọng số; còn phải nhân chúng với các giá trị rồi cộng lại.'),
        (hardest, 'Bạn chỉ lấy token có điểm cao nhất; cơ chế tập trung lấy trung bình có trọng số của tất cả.')],
        hint='Ba bước: điểm, softmax, trung bình có trọng số.'),
    '04.4': dict(right=[4, 5, 6, 7, 8, 9], why='Bốn token đầu là của ảnh, sáu token sau là những chiếc ghế.', wrong=[
        ([0, 1, 2, 3, 4, 5], 'Đây là sáu token đầu, trong đó có bốn token của ảnh.'),
        ([0, 1, 2, 3], 'Đây là token của ảnh; chúng ở lại.'),
        ([6, 7, 8, 9], 'Có sáu chiếc ghế, không phải bốn.'),
        ([5, 6, 7, 8, 9, 10], 'Đếm từ 0: chiếc ghế đầu tiên đứng ngay sau bốn token của ảnh.')],
        hint='4 token của ảnh rồi 6 chiếc ghế, đếm từ 0.'),
    '04.5': dict(right=row_of, calls=[[0, 5, True], [3, 10, False], [2, 1, True], [7, 4, False]], wrong=[
        (own_place, 'Đây là chỗ token ấy đứng; logit ở đó đoán token sau nó.'),
        (forgets_start, 'Bạn quên token bắt đầu: nó cũng chiếm một vị trí.'),
        (always_start, 'Không phải lúc nào cũng có token bắt đầu.'),
        (forgets_prefix, 'Tiền tố cũng chiếm vị trí: câu không bắt đầu ở 0.'),
        (from_one, 'Lùi một hàng thôi: logit đoán token kế tiếp, và i đếm từ 0.')],
        hint='Tìm chỗ token đứng trong dãy đầu vào, rồi lùi một.'),
}
