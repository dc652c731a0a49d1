"Lời giải của các bài tập trong phần 3, và những lỗi thường gặp"
import math

EXERCISES = {
    '300.1': dict(right=130, why='26 lô, 13 bước một epoch, mười epoch.', wrong=[
        (260, 'Bạn đếm lô; cứ hai lô mới có một bước.'),
        (120, 'Lô cuối tuy thiếu vẫn là một lô, và vẫn được bước.'),
        (125, 'Không có nửa bước: hãy làm tròn trong từng epoch.'),
        (13, 'Đó là số bước của một epoch.')],
        hint='Số lô một epoch (làm tròn lên), số bước một epoch (làm tròn lên), rồi nhân với số epoch.'),
    '301.1': dict(right=[True, False], why='Trọng số như nhau, nhưng cùng một ảnh cho hai vector khác nhau.', wrong=[
        ([True, True], 'Ảnh được thu về cỡ khác thì vector khác: kho đặc trưng không được dùng lẫn.'),
        ([False, False], 'Trọng số không đổi theo cỡ ảnh.'), ([False, True], 'Bạn đảo hai vân tay.')],
        hint='Vân tay nào phải đổi khi cùng một ảnh cho một vector khác?'),
    '302.1': dict(right=('QuickGELU', 'GELU'), why='Cùng kiến trúc, nhưng hai người huấn luyện khác nhau.', wrong=[
        (('GELU', 'QuickGELU'), 'Bạn đảo hai bộ.'),
        (('GELU', 'GELU'), 'CLIP đầu tiên dùng một hàm xấp xỉ nhanh hơn.'),
        (('QuickGELU', 'QuickGELU'), 'Kiến trúc giống nhau không có nghĩa là hàm kích hoạt giống nhau.')],
        hint='Hàm xấp xỉ nhanh có từ thời CLIP đầu tiên; OpenCLIP về sau dùng hàm chuẩn.'),
    '303.1': dict(right=math.log(64), why='Đoán bừa giữa 64 câu: log 64.', wrong=[
        (math.log(256), 'Đó là lô 256 cặp.'), (6, 'Đó là lôgarit cơ số 2; mất mát dùng lôgarit tự nhiên.'),
        (1/64, 'Đó là xác suất đoán trúng; mất mát là âm lôgarit của nó.'),
        (2*math.log(64), 'Hai chiều (ảnh sang câu, câu sang ảnh) được lấy trung bình, không cộng lại.'),
        (-math.log(64), 'Sai dấu: mất mát không âm.')],
        hint='Mô hình chưa biết gì cho mỗi câu cùng một xác suất.'),
    '304.1': dict(right=(10.24, 230.4), wrong=[
        ((2.56, 115.2), 'Bạn đếm số phần tử; mỗi số chiếm hai hay bốn byte.'),
        ((10.24, 460.8), 'Lưới được giữ ở float16, không phải float32.'),
        ((5.12, 230.4), 'Vector được giữ ở float32, không phải float16.'),
        ((9.77, 220), 'Bạn chia cho 1.024²; bài hỏi triệu byte.')],
        hint='float32 là bốn byte, float16 là hai.'),
    '306.1': dict(right='không đổi', why='Khi huấn luyện, các câu của một tài liệu được xáo trộn mỗi lượt.', wrong=[
        ('tăng', 'Sẽ đúng nếu mô hình học một thứ tự cố định của các câu.'),
        ('giảm', 'Vì sao thứ tự ngược lại dễ hơn? Mô hình chưa thấy thứ tự nào nhiều hơn thứ tự kia.')],
        hint='Thứ tự các câu có mang thông tin gì khi huấn luyện không?'),
    '307.1': dict(right=481, why='Lớp sau có số cột và số hàng đều gấp bốn.', wrong=[
        (127, 'Bạn nhân bốn: lớp sau lớn lên theo cả hai chiều.'),
        (31, 'Đó là tiền tố dài 10.'),
        (511, 'Bạn nhân mười sáu: lớp trước chỉ lớn lên theo một chiều.')],
        hint='Hai ma trận: 640 × h và h × (40·768), với h = 40·768/2.'),
    '311.1': dict(right='A', why='Mọi xác suất dồn vào từ đứng đầu.', wrong=[
        ('B', 'Đó là nhiệt độ rất cao: các xác suất bằng nhau.'),
        ('C', 'Lấy mẫu chỉ đi theo một nhánh, dù nhiệt độ thế nào.')],
        hint='Chia logit cho một số rất nhỏ rồi lấy softmax.'),
    '313.1': dict(right=260, wrong=[
        (250, 'Lô cuối tuy thiếu vẫn là một lô.'),
        (251, 'Hãy làm tròn trong từng epoch: lô không chứa câu của hai epoch.'),
        (26, 'Đó là số bước của một epoch.'), (10030, 'Bạn bước sau từng câu, không phải sau từng lô.')],
        hint='Số lô của một epoch, làm tròn lên, nhân với số epoch.'),
    '315.1': dict(right='như cũ', why='Cosin chia cho độ dài của vector.', wrong=[
        ('tăng', 'Tích vô hướng thì tăng, nhưng recall so các cosin.'),
        ('giảm', 'Mọi câu đều được nhân như nhau: câu nào sẽ vượt lên trước câu đúng?')],
        hint='Thước đo nào được dùng để so hai vector? Nó có phụ thuộc độ dài không?'),
    '316.1': dict(right=2457600, wrong=[
        (40960, 'Bạn lấy phút làm giây.'), (9600, 'Đó là số bước.'),
        (307200, 'Đó là số cặp trong một phút.'),
        (629145600, 'Một lô 256 cặp có 256² phép so, nhưng bài hỏi số cặp đi qua.')],
        hint='Số giây nhân số bước mỗi giây, nhân số cặp mỗi bước.'),
}
