"Lời giải của các bài tập trong phần 9, và những lỗi thường gặp"

EXERCISES = {
    '900.1': dict(right=0, why='Java chỉ cần cho một vài thước đo; doctor kể điều nó thấy.', wrong=[
        (1, 'Thiếu một thứ không bắt buộc thì có phải là lỗi không?'),
        (2, 'Đó là trạng thái của một dòng lệnh gõ sai.'),
        (127, 'Đó là khi chính lệnh ấy không có.')],
        hint='doctor có làm được việc của nó không?'),
    '903.2': dict(right=1, why='Lỗi của người dùng luôn là một dòng.', wrong=[
        (2, 'Xuống dòng trong lỗi được thay bằng dấu cách.'),
        (0, 'Lỗi nào cũng được báo.'), (3, 'Chữ “error:” đứng trên cùng dòng với lỗi.')],
        hint='Tên của hàm nói điều ấy.'),
    '907.1': dict(right=2, why='Dòng lệnh gõ sai thì cách dùng sai; đó không phải lỗi của công việc.', wrong=[
        (1, 'Trạng thái ấy dành cho lỗi trong khi làm việc; ở đây chưa có việc nào bắt đầu.'),
        (0, 'Trạng thái ấy nói rằng mọi việc ổn.'),
        (127, 'Shell trả trạng thái ấy khi không tìm thấy chương trình; ở đây chương trình có chạy.')],
        hint='Các chương trình dòng lệnh phân biệt lỗi khi làm việc với cách dùng sai.'),
    '989.1': dict(right={'docstring', 'return'}, why='Hàm sinh cũng trả về một thứ, và không có tham số nào.', wrong=[
        ({'docstring'}, 'Hàm sinh cũng cho người gọi một thứ.'),
        ({'return'}, 'Hàm cũng phải nói nó làm gì.'),
        ({'docstring', 'parameters', 'return'}, 'Hàm không có tham số nào để chú thích.')],
        hint='Hàm có tham số không? Có cho người gọi thứ gì không? Có nói nó làm gì không?'),
    '996.1': dict(right=[], why='Chỉ hàm và lớp mới có đầu mục riêng.', wrong=[
        (['K'], 'Hằng số không phải là một định nghĩa có tham số và lời giải thích.'),
        ([('K', '1', '')], 'Hàm chỉ đi tìm def và class.'),
        ([('K', 'K = 1', '')], 'Hằng số không có đầu mục riêng trên trang.')],
        hint='Vòng lặp của definitions nhận những nút nào của cây cú pháp?'),
}
