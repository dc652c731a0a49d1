"Lời giải của các bài tập trong phần 7, và những lỗi thường gặp"
from math import comb, erfc

EXERCISES = {
    '709.1': dict(right=2*sum(comb(30, k) for k in range(11))/2**30, why='Lớn hơn 0,05: 30 cặp trái ngược chưa đủ.', wrong=[
        (sum(comb(30, k) for k in range(11))/2**30, 'Đó là một phía; trước khi đo, bạn không biết bên nào hơn.'),
        (2*sum(comb(30, k) for k in range(10))/2**30, 'Chính kết quả đã quan sát cũng được tính.'),
        (2*comb(30, 10)/2**30, 'Cộng cả những kết quả lệch hơn nữa.'),
        (erfc((100/30/2)**.5), 'Đó là xấp xỉ χ²; với ít cặp thì hãy tính chính xác.')],
        hint='Tung 30 đồng xu: xác suất được nhiều nhất 10 mặt ngửa, nhân đôi.'),
    '717.1': dict(right='C', why='Không có khác biệt nào để đồng ý hay bất đồng: 0 chia cho 0.', wrong=[
        ('A', 'Họ giống nhau, nhưng có thể chỉ vì không ai dùng điểm nào khác.'),
        ('B', 'Không có bất đồng nào cả; nhưng mẫu số bằng bao nhiêu?')],
        hint='Mẫu số của alpha là bất đồng nếu điểm được chia ngẫu nhiên.'),
    '721.1': dict(right='nhiều hơn', why='Chưa có từ nào khác để nhìn.', wrong=[
        ('ít hơn', 'Trước từ đầu tiên chưa có từ nào khác để chia trọng số.'),
        ('như', 'Càng về cuối câu càng có nhiều từ chia trọng số.')],
        hint='Các trọng số tập trung cộng lại bằng 1: chúng chia cho những vị trí nào?'),
    '722.1': dict(right='B', why='Bộ giải mã chỉ thấy ảnh qua tiền tố.', wrong=[
        ('A', 'Bộ giải mã còn thấy ảnh thứ nhất ở đâu, ngoài tiền tố?'),
        ('C', 'Khi không còn vị trí nào của ảnh thứ nhất thì không có gì để pha trộn.')],
        hint='Sau khi tráo, còn vị trí nào của ảnh thứ nhất?'),
    '724.1': dict(right='quá rụt rè', why='Xác suất phẳng ra, trong khi nó vẫn đúng như trước.', wrong=[
        ('quá tự tin', 'Đó là khi nhân logit với 2: xác suất nhọn lên.'),
        ('như cũ', 'Thứ tự của các từ thì như cũ, nhưng xác suất thì không.')],
        hint='Softmax của những logit nhỏ hơn thì nhọn hơn hay phẳng hơn?'),
    '728.1': dict(right=0, why='Những câu đã sinh được đọc lại.', wrong=[
        (1, 'Câu của lần trước còn trong thư mục.'),
        (2, 'Không có gì đổi kể từ lần gọi trước.')],
        hint='Thư mục của lần chạy giữ những gì sau lần gọi đầu?'),
}
