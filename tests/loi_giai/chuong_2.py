"Lời giải của các bài tập trong phần 2, và những lỗi thường gặp"

EXERCISES = {
    '200.1': dict(right=2, why='Một ảnh chỉ có câu toàn khoảng trắng, một ảnh không có câu nào.', wrong=[
        (4, 'Ảnh không có câu nào dùng được thì bị bỏ.'),
        (3, 'Hãy xem câu của ảnh 0: có chữ nào không?'),
        (1, 'Câu ở dạng NFD được chuẩn hoá, câu có dấu “?” vẫn được giữ: cả hai chỉ bị đếm.'),
        (0, '`strict=False` không từ chối cả tệp; nó bỏ riêng từng ảnh hỏng.')],
        hint='Với mỗi ảnh: có câu nào còn chữ sau khi bỏ khoảng trắng không?'),
    '203.1': dict(right=[1], why='Người ngồi trên xe, nón và ba lô treo vào người.', wrong=[
        ([0], 'Chính người ấy cũng được một vật khác chở.'),
        ([0, 1], 'Hai vật gắn với nhau thì chỉ một vật là gốc.'),
        ([1, 2, 3], 'Vật được đội, được đeo treo vào người.'),
        ([0, 1, 2, 3], 'Vật gắn vào vật khác thì không phải là gốc.')],
        hint='Vật nào không treo vào vật nào khác?'),
    '205.1': dict(right={'con heo', 'chú heo'}, wrong=[
        ({'con lợn', 'chú lợn'}, 'Đó là cách gọi của miền Bắc.'),
        ({'con heo'}, 'Còn một loại từ nữa mà người ta dùng cho con vật này.'),
        ({'heo'}, 'Bạn quên loại từ.'),
        ({'con heo', 'con lợn'}, 'Một người nói chỉ theo một miền.')],
        hint='Từ của miền Nam, với mỗi loại từ mà từ điển của làng ghi cho con vật này.'),
    '209.1': dict(right=(1, 0), why='Tập unseen chỉ nhận những cảnh như thế, ba tập kia không nhận.', wrong=[
        ((0, 1), 'Bạn đảo hai tập.'), ((1, 1), 'Tập kiểm tra cũng được lọc, như train và val.'),
        ((0, 0), 'Cặp bị giữ lại phải có mặt ở đâu đó, nếu không thì giữ lại để làm gì?'),
        ((.5, 0), 'Hãy xem một cảnh cần điều kiện gì để vào tập unseen.')],
        hint='Tập nào dùng để hỏi về những cặp chưa từng thấy? Tập nào không được thấy chúng?'),
    '210.1': dict(right=(3, 2), why='Bảy ảnh cần ba hàng, chín ô.', wrong=[
        ((2, 1), 'Ảnh còn dư cũng cần một hàng.'), ((3, 1), 'Bạn đếm số ảnh của hàng cuối, không đếm ô trống.'),
        ((2, 3), 'Bạn đảo thứ tự của cặp số.'), ((3, 0), 'Ba hàng có nhiều ô hơn bảy.')],
        hint='Làm tròn 7/3 lên, rồi lấy số ô trừ số ảnh.'),
    '212.1': dict(right='như cũ', why='Số liệu đếm âm tiết sau khi hạ chữ hoa.', wrong=[
        ('tăng', 'Sẽ đúng nếu “Có” và “có” là hai âm tiết khác nhau; ở đây thì không.'),
        ('giảm', 'Viết hoa không làm hai âm tiết khác nhau thành một.')],
        hint='Xem syllables làm gì với chữ hoa.'),
    '217.1': dict(right=64, why='Mỗi cảnh chiếm bốn chỗ: nó và ba láng giềng.', wrong=[
        (256, 'Láng giềng chỉ khác cảnh gốc một điều; bài hỏi những cảnh khác hẳn nhau.'),
        (85, 'Bên cạnh ba láng giềng, chính cảnh gốc cũng chiếm một chỗ.'),
        (192, 'Đó là số láng giềng trong lô.'), (768, 'Láng giềng nằm trong lô, không thêm vào lô.')],
        hint='Một cảnh và các láng giềng của nó chiếm mấy chỗ trong lô?'),
    '220.1': dict(right=0, why='Mỗi ảnh được chia theo mã của riêng nó.', wrong=[
        (10, 'Đó là một phần mười của số ảnh thiếu; nhưng ảnh thiếu có ảnh hưởng gì đến ảnh khác?'),
        (100, 'Những ảnh thiếu không đổi tập: chúng vắng mặt. Bài hỏi các ảnh còn lại.'),
        (367, 'Đó là cỡ của tập val; bài hỏi bao nhiêu ảnh đổi tập.')],
        hint='held_out cần biết gì, ngoài mã của một ảnh?'),
    '221.1': dict(right='một"hai', wrong=[
        ('mộthai', 'Bạn bỏ mọi dấu ngoặc, cả những dấu thuộc về câu.'),
        ('"một""hai"', 'Cặp dấu ngoặc ở hai đầu chỉ để bọc ô.'),
        ('một""hai', 'Trong một ô được bọc, dấu ngoặc của câu phải viết gấp đôi.'),
        ('một', 'Dấu ngoặc gấp đôi không kết thúc ô.'), ('hai', 'Ô chỉ có một, và bắt đầu bằng “một”.')],
        hint='Bỏ cặp dấu ngoặc bọc ô, rồi đọc những dấu ngoặc viết gấp đôi (RFC 4180).'),
    '222.1': dict(right=['cho/1.jpg', 'meo/1.jpg'], why='Bảng không có mã riêng, nên tên tệp với cả thư mục là mã.', wrong=[
        (['1.jpg', '1.jpg'], 'Hai ảnh khác nhau không thể mang cùng một mã.'),
        (['cho', 'meo'], 'Một thư mục có thể chứa nhiều ảnh.'),
        (['cho/1', 'meo/1'], 'Đuôi tệp không bị cắt đi.'),
        (['0', '1'], 'Số thứ tự của dòng sẽ đổi khi bảng đổi; mã thì không được đổi.')],
        hint='Điều gì trong bảng phân biệt được hai ảnh?'),
    '223.1': dict(right='caption_vi', wrong=[
        ('text', 'Tên chung chung chỉ được đọc khi không có tên nào rõ hơn.'),
        ('id', 'Đó là mã của ảnh.'), ('image', 'Đó là ảnh.')],
        hint='Cột nào nói rõ hơn rằng nó chứa câu chú thích tiếng Việt?'),
    '224.1': dict(right='C', why='Một tệp dữ liệu của người lạ không được hỏi máy trong mạng của bạn.', wrong=[
        ('A', 'Một địa chỉ trong tệp dữ liệu của người lạ có thể hỏi những máy mà chỉ bạn với tới được.'),
        ('B', 'http cũng được phép; hãy nhìn tên máy.')],
        hint='localhost là máy nào?'),
    '225.1': dict(right='B', why='Mã chỉ cần là duy nhất trong tập của nó.', wrong=[
        ('A', 'Hai tập là hai tệp, mỗi tệp có mã của riêng mình.'),
        ('C', 'Bạn đảo hai trường hợp.'),
        ('D', 'Trong một tập, một mã với hai ảnh thì câu thuộc về ảnh nào?')],
        hint='Mã phải phân biệt ảnh trong phạm vi nào?'),
    '226.1': dict(right='A', why='Tập được chọn theo mã, không theo tên tệp.', wrong=[
        ('B', 'Đổi tên tệp không được làm ảnh nhảy từ tập này sang tập kia.'),
        ('C', 'Phép chia không nhìn tên tệp.')],
        hint='held_out nhận gì làm tham số?'),
    '228.1': dict(right=0, why='Bao nhiêu dòng trống liền nhau cũng chỉ là một chỗ ngắt.', wrong=[
        (3, 'Bạn đếm dòng trống; dòng trống chỉ ngăn cách các văn bản.'),
        (2, 'Giữa hai dòng trống liền nhau không có văn bản nào.'),
        (1, 'Một văn bản không có câu nào thì không được giữ.')],
        hint='Đếm những văn bản có ít nhất một câu trước.'),
    '229.1': dict(right='prediction', wrong=[
        ('caption', 'Tên ấy có thể chỉ câu của người; có một tên nói rõ hơn.'),
        ('image_id', 'Đó là mã của ảnh.'),
        ('caption và prediction', 'Mỗi mục cho một câu: tên rõ nghĩa nhất thắng.')],
        hint='Tên nào chỉ có thể là câu của máy?'),
    '230.1': dict(right='B', why='Đoán mã ảnh thì câu bị chấm với ảnh khác mà không ai biết.', wrong=[
        ('A', 'Tệp có câu: trả về danh sách rỗng thì người dùng tưởng đã chấm.'),
        ('C', 'Mã bịa ra có thể trùng với mã của một ảnh khác.')],
        hint='Điều gì tệ hơn cho người dùng: biết ngay rằng thiếu mã, hay nhận một điểm số sai?'),
    '231.1': dict(right='B', why='Tên của thư mục chứa dấu vân tay của nguồn.', wrong=[
        ('A', 'Khi ấy mô hình học những câu không còn trong tệp của bạn.'),
        ('C', 'Sửa dữ liệu của mình không phải là một lỗi.')],
        hint='Tên của thư mục trong bộ nhớ đệm được tính từ gì?'),
}
