"Lời giải của Bài 3, và những lỗi thường gặp"
from math import exp, sqrt

def dot(u, v): return sum(a*b for a,b in zip(u, v))
def cosine(u, v): return dot(u, v)/sqrt(dot(u, u)*dot(v, v))

def no_root(u, v): return dot(u, v)/(dot(u, u)*dot(v, v))
def one_norm(u, v): return dot(u, v)/sqrt(dot(u, u))
def distance(u, v): return sqrt(sum((a-b)**2 for a,b in zip(u, v)))
def absolute(u, v): return abs(cosine(u, v))

def recall_at_1(sim):
    return sum(all(row[i]>x for j,x in enumerate(row) if j!=i) for i,row in enumerate(sim))/len(sim)

def ties_count(sim): return sum(row[i]==max(row) for i,row in enumerate(sim))/len(sim)
def first_best(sim): return sum(row.index(max(row))==i for i,row in enumerate(sim))/len(sim)
def columns(sim): return recall_at_1([*zip(*sim)])
def how_many(sim): return recall_at_1(sim)*len(sim)
def threshold(sim): return sum(row[i]>.5 for i,row in enumerate(sim))/len(sim)

def probabilities(cosines, scale):
    e = [exp(scale*c) for c in cosines]
    return [x/sum(e) for x in e]

def unscaled(cosines, scale): return probabilities(cosines, 1)
def divided(cosines, scale): return probabilities(cosines, 1/scale)
def scaled_after(cosines, scale): return [scale*p for p in probabilities(cosines, 1)]
def not_divided(cosines, scale): return [exp(scale*c) for c in cosines]
def without_exp(cosines, scale): return [c/sum(cosines) for c in cosines]

EXERCISES = {
    '03.1': dict(right=cosine, calls=[[[1, 2, 2], [2, 0, 0]], [[3, 4], [6, 8]], [[1, 0], [-2, 0]],
            [[1, 5], [5, -1]]], wrong=[
        (dot, 'Đây là tích vô hướng: vector dài hơn sẽ được lợi. Hãy chia cho độ dài của cả hai.'),
        (no_root, 'Bạn quên căn bậc hai: độ dài là căn của tổng các bình phương.'),
        (one_norm, 'Bạn mới chia cho độ dài của một vector; còn vector kia?'),
        (distance, 'Đây là khoảng cách giữa hai điểm; cosin đo góc, và bằng 1 khi cùng hướng.'),
        (absolute, 'Cosin có thể âm: hai vector ngược hướng có cosin bằng −1.')],
        hint='Tích vô hướng chia cho tích của hai độ dài.'),
    '03.2': dict(right=recall_at_1, calls=[[[[.9, .1, .2], [.8, .7, .1], [.3, .2, .6]]],
            [[[.5, .5], [.1, .4]]], [[[.3, .1], [.2, .2]]], [[[.4, .8], [.9, .6]]]], wrong=[
        (ties_count, 'Bằng điểm với một câu khác thì không tính là tìm thấy.'),
        (first_best, 'Hàm index lấy câu đầu tiên trong những câu bằng điểm: nếu đó là câu đúng thì chỉ là nhờ may.'),
        (columns, 'Bạn đi theo cột: đó là câu tìm ảnh. Bài hỏi ảnh tìm câu, theo hàng.'),
        (how_many, 'Đây là số ảnh; bài hỏi tỉ lệ.'),
        (threshold, 'Không có ngưỡng chung nào: hãy so câu đúng với các câu khác trong cùng hàng.')],
        hint='Đếm những hàng mà phần tử trên đường chéo lớn hơn mọi phần tử khác, rồi chia cho số hàng.'),
    '03.3': dict(right=probabilities, calls=[[[.6, .5, .1], 10], [[.2, .7], 2], [[.3, .3, .3, .3], 5]], wrong=[
        (unscaled, 'Bạn quên nhân cosin với scale.'),
        (divided, 'Bạn chia cho scale thay vì nhân: hệ số lớn phải làm phân bố nhọn hơn.'),
        (scaled_after, 'Nhân scale trước khi lấy exp; nhân sau thì tổng không còn bằng 1.'),
        (not_divided, 'Các số này chưa có tổng bằng 1: hãy chia cho tổng của chúng.'),
        (without_exp, 'Bạn chia thẳng các cosin; softmax lấy exp của từng số trước rồi mới chia.')],
        hint='exp của từng tích scale × cosin, rồi chia cho tổng.'),
    '03.4': dict(right={0, 2, 4}, why='Cùng các âm tiết, chỉ khác cái gì đi với cái gì.', wrong=[
        ({0, 2}, 'Còn một cặp nữa: hãy đếm từng âm tiết trong những cặp có số lượng.'),
        ({0, 4}, 'Còn một cặp nữa: ai đuổi ai?'),
        ({2, 4}, 'Còn một cặp nữa: màu nào là của vật nào?'),
        ({0, 1, 2, 4}, '“trái” và “phải” là hai âm tiết khác nhau: túi từ thấy ngay.'),
        ({0, 2, 3, 4}, '“ba” và “sáu” là hai âm tiết khác nhau: túi từ thấy ngay.'),
        ({1, 3}, 'Đây là những cặp mà túi từ phân biệt được; bài hỏi những cặp còn lại.')],
        hint='Hai câu có cùng những âm tiết, mỗi âm tiết cùng số lần, thì túi từ không phân biệt được.'),
    '03.5': dict(right=.6, why='0,6 + 0,4/2 = 0,8.', wrong=[
        (.8, 'Đây là tỉ lệ chọn đúng; trong đó có những lần đúng nhờ đồng xu.'),
        (.3, 'Đúng là hơn đồng xu 0,3; nhưng thang đo từ đồng xu đến hoàn hảo chỉ dài 0,5.'),
        (.4, 'Đây là phần tung đồng xu; bài hỏi phần biết.'),
        (.2, 'Đây là phần chọn sai; những lần tung đồng xu nhiều gấp đôi thế.'),
        (60, 'Trả lời bằng một số từ 0 đến 1.')],
        hint='Số lần sai đều do đồng xu, và đồng xu sai một nửa số lần nó được tung.'),
}
