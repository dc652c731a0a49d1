"Lời giải của các bài tập trong phần 4, và những lỗi thường gặp"
import math

EXERCISES = {
    '404.1': dict(right='A', why='Trung bình có trọng số không biết ô nào đứng đâu: lưới không mang vị trí.', wrong=[
        ('B', 'Thứ tự từ do LSTM quyết định; nó nhận từ lưới một trung bình, không nhận một dãy.'),
        ('C', 'Mỗi ô mang theo đặc trưng của mình; chỉ chỗ của nó trong danh sách thay đổi.')],
        hint='Trung bình có trọng số của các ô phụ thuộc vào thứ tự cộng thế nào?'),
    '405.1': dict(right=0, why='Không còn câu sai nào để kéo xác suất ra khỏi những câu đúng.', wrong=[
        (math.log(3), 'Đó là mất mát khi chỉ một trong ba câu đúng mà mô hình đoán bừa.'),
        (1, 'Mất mát là âm lôgarit của xác suất rơi vào câu đúng; xác suất ấy bằng bao nhiêu?'),
        (-math.log(3), 'Mất mát không âm.')],
        hint='Cộng xác suất của mọi câu đúng, rồi lấy âm lôgarit.'),
    '407.1': dict(right=0, why='Không câu nào hơn câu nào, nên không có gì để học.', wrong=[
        (2.7, 'Đó là điểm; gradient nhân với phần hơn mức nền.'),
        (1, 'Lợi thế là hiệu số với mức nền, không phải tỉ số.'),
        (.54, 'Bạn chia điểm cho số câu; trước hết hãy trừ mức nền.')],
        hint='Lợi thế của một câu là điểm của nó trừ điểm trung bình của các câu kia.'),
    '407.3': dict(right=1, why='Mức nền của mỗi mẫu là điểm của mẫu kia.', wrong=[
        (.5, 'Mức nền không gồm chính mẫu ấy: với hai mẫu chỉ còn mẫu kia.'),
        (2, 'Hai lợi thế ngược dấu nhau; bài hỏi riêng mẫu tốt.'),
        (-1, 'Đó là mẫu kém.')],
        hint='Mức nền của mẫu tốt là điểm trung bình của những mẫu khác.'),
    '410.1': dict(right=3, why='Mỗi câu nó biết chỉ được nói một lần.', wrong=[
        (5, 'Nó không viết câu mới: nó chỉ chọn trong những câu đã biết.'),
        (1, 'n là số câu muốn có, và nó biết nhiều hơn một câu.'),
        (0, 'Xin nhiều hơn số câu đã biết không phải là một lỗi.')],
        hint='Chọn được bao nhiêu câu khác nhau trong những câu đã biết?'),
}
