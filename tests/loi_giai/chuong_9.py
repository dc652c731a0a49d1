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
    '990.1': dict(right='C', why='Phép thử xuất ra sẽ không còn là ô đã viết.', wrong=[
        ('A', 'Thân hàm phải thụt lề, kể cả dòng thứ hai của chuỗi.'),
        ('B', 'Cây cú pháp trước và sau khi thụt lề được so với nhau.')],
        hint='Điều gì xảy ra với dòng thứ hai của chuỗi khi ô thành thân hàm?'),
    '992.1': dict(right=[False, True, False], why='update đổi tại chỗ và trả về None; phép gán không cho giá trị.', wrong=[
        ([True, True, False], 'Có những phương thức đổi vật tại chỗ và trả về None.'),
        ([False, False, False], 'Một biểu thức ở cuối ô thì hiện giá trị của nó.'),
        ([False, True, True], 'Phép gán không hiện gì.'), ([True, True, True], 'Không phải câu lệnh nào cũng cho một giá trị.')],
        hint='Gõ ba dòng ấy vào Python: dòng nào hiện ra một giá trị?'),
    '993.1': dict(right=[True, False, True], why='Hai số có dấu chấm được lệch nhau một đơn vị ở chữ số cuối của số thô hơn.', wrong=[
        ([False, False, False], 'Chữ số cuối có thể lệch vì làm tròn trên một máy khác.'),
        ([True, True, True], 'Số nguyên là kết quả của phép đếm: chúng có được lệch nhau không?'),
        ([True, False, False], 'So ở chữ số cuối của số được in thô hơn.'),
        ([False, False, True], 'Hai số in với hai chữ số cũng được lệch vì làm tròn.')],
        hint='Số in thô nhất lệch nhau mấy đơn vị ở chữ số cuối? Và số nguyên thì sao?'),
    '994.1': dict(right='base', why='Nó không nhập phần nào thấp hơn: không có phần nào thấp hơn.', wrong=[
        ('world', 'Phần ấy còn dùng những điều mọi phần đều cần.'),
        ('use', 'Không ai nhập phần ấy, nhưng nó nhập rất nhiều: bạn đảo chiều mũi tên.'),
        ('inside', 'Muốn nhìn vào bên trong thì phải nhập thứ để nhìn.')],
        hint='Mũi tên đi từ phần nhập đến phần được nhập.'),
    '996.1': dict(right=[], why='Chỉ hàm và lớp mới có đầu mục riêng.', wrong=[
        (['K'], 'Hằng số không phải là một định nghĩa có tham số và lời giải thích.'),
        ([('K', '1', '')], 'Hàm chỉ đi tìm def và class.'),
        ([('K', 'K = 1', '')], 'Hằng số không có đầu mục riêng trên trang.')],
        hint='Vòng lặp của definitions nhận những nút nào của cây cú pháp?'),
}
