"Lời giải của các bài tập trong phần 5, và những lỗi thường gặp"

EXERCISES = {
    '500.1': dict(right=7, why='Năm câu tham chiếu, câu của mô hình, câu cố định.', wrong=[
        (12, 'Đó là số bộ câu; cùng một câu có mặt trong nhiều bộ.'),
        (5, 'Không chỉ có câu tham chiếu: câu được chấm cũng là câu.'),
        (6, 'Ngoài câu của người còn hai câu nữa.'),
        (60, 'Mỗi câu chỉ cần đếm một lần, dù nó đứng ở bộ nào.')],
        hint='Kể tên: câu của ai có mặt trong mười hai bộ?'),
    '501.1': dict(right=5, why='LIMITS là ý muốn của người dùng.', wrong=[
        (2, 'Đó là điều chương trình gọi xin; LIMITS để làm gì?'),
        (7, 'Hai con số không cộng lại.'), (3, 'Không có phép trừ nào: một trong hai con số thắng.')],
        hint='Người dùng đặt LIMITS khi máy của mình chậm hoặc vội.'),
    '502.1': dict(right=6/7, why='Precision và recall đều là 6/7, nên F cũng thế.', wrong=[
        (1, 'Từ đầu tiên không khớp: dãy con chung ngắn hơn câu.'),
        (5/7, 'Một từ khác thì chỉ mất một từ của dãy con chung.'),
        (36/49, 'F không phải là tích của precision và recall.'),
        (6, 'Đó là độ dài của dãy con chung; hãy chia cho độ dài của câu.')],
        hint='Dãy con chung dài mấy từ? Chia cho độ dài của mỗi câu.'),
    '503.1': dict(right={'poster'}, why='Chỉ quy ước ấy giữ chữ hoa và dấu câu.', wrong=[
        (set(), 'Có quy ước giữ nguyên chữ hoa và dấu câu.'),
        ({'coco', 'poster'}, 'Bộ tách từ của COCO hạ chữ hoa và bỏ dấu câu.'),
        ({'coco'}, 'Bộ tách từ của COCO hạ chữ hoa và bỏ dấu câu; quy ước nào thì không?'),
        ({'segmented'}, 'Nối từ bằng “_” không liên quan đến chữ hoa và dấu câu.'),
        ({'syllable', 'word', 'segmented', 'coco', 'poster'}, 'Phần lớn quy ước hạ chữ hoa và bỏ dấu câu trước khi so.')],
        hint='Xem bảng các quy ước: cột chữ hoa, cột dấu câu.'),
    '504.1': dict(right=0, why='Mọi n-gram có mặt ở mọi ảnh: trọng số nào cũng bằng 0.', wrong=[
        (10, 'Trùng khít chưa đủ: trọng số đo xem n-gram có hiếm trong tập không.'),
        (1, 'CIDEr không phải là tỉ lệ trùng; và nó được nhân 10.'),
        (5, 'Hai câu tham chiếu được lấy trung bình, nhưng trọng số của các n-gram là bao nhiêu?')],
        hint='Tính log(N/df) cho một n-gram có mặt ở cả hai ảnh.'),
    '507.1': dict(right=3, why='Số lượng, cỡ, màu.', wrong=[
        (2, 'Số lượng cũng được ghi thành một thuộc tính.'),
        (4, '“chiếc” là loại từ: nó không nói thêm điều gì về vật.'),
        (1, 'Bạn chỉ đếm màu.'), (5, '“xe đạp” là tên của vật; “màu đỏ” là một thuộc tính.')],
        hint='Bỏ tên của vật và loại từ: còn lại những điều gì được nói về nó?'),
    '508.1': dict(right=2, why='Cậu bé cầm bóng, cậu bé cầm vợt.', wrong=[
        (1, 'Động từ có hai bổ ngữ, mỗi bổ ngữ là một vật.'),
        (3, '“và” nối hai vật, nhưng không phải là một quan hệ giữa chúng.'),
        (0, '“cầm” nối một người với những vật khác.')],
        hint='Viết từng bộ ba (chủ thể, quan hệ, vật).'),
    '509.1': dict(right='B', why='Nói đúng vật thì được nhiều hơn nói đúng số lượng.', wrong=[
        ('A', 'Khi vật sai thì số lượng và màu của nó cũng không còn khớp.'),
        ('C', 'Sai số lượng và sai vật không nặng như nhau.')],
        hint='Viết các bộ của hai câu ra: bộ nào trùng với câu tham chiếu?'),
    '510.1': dict(right={'đồng phục', 'áo', 'khăn'}, wrong=[
        ({'đồng phục'}, 'Đồng phục gồm những món nhìn thấy được: nói tên chúng cũng là nói đúng.'),
        ({'áo', 'khăn'}, 'Tên chung của cả bộ cũng đúng.'),
        ({'đồng phục', 'áo'}, 'Còn thiếu một món, có màu nổi nhất.'),
        ({'đồng phục', 'áo', 'váy'}, 'Trong làng, đồng phục không vẽ váy.')],
        hint='Học sinh tiểu học mang gì ở cổ?'),
    '512.1': dict(right={'pr', 're', 'f'}, why='Hạng mục trống thì bộ chấm gốc không cho số nào.', wrong=[
        ({'re'}, 'F1 tính từ recall: thiếu recall thì thiếu cả F1.'),
        ({'re', 'f'}, 'Bộ chấm gốc không tính riêng từng số của một hạng mục trống.'),
        ({'pr'}, 'Recall chia cho số màu trong các câu tham chiếu: ở đây là chia cho 0.'),
        (set(), 'Không có màu nào để so thì cũng không có số nào có nghĩa.')],
        hint='Số nào có nghĩa khi không có gì để tìm?'),
    '513.1': dict(right=.75, why='2,5 × 0,3 = 0,75; trung bình điều hoà của 0,75 và 0,75.', wrong=[
        (2*.3*.75/1.05, 'Phần của ảnh không phải là cosin, mà là CLIPScore (chương này: nhân với bao nhiêu?).'),
        (.525, 'Đây là trung bình cộng của hai cosin.'),
        (.5625, 'Đây là tích; RefCLIPScore là một trung bình.'),
        (2*.75*1.875/2.625, 'Chỉ phần của ảnh được nhân với hằng số, phần của câu tham chiếu thì không.')],
        hint='CLIPScore trước, rồi trung bình điều hoà với cosin của câu tham chiếu.'),
    '514.1': dict(right=.01, why='Ba từ khác nhau trong 300 từ.', wrong=[
        (.03, 'Mẫu số là số từ của mọi câu, không phải số câu.'),
        (1, 'Trong một câu thì không từ nào lặp lại; nhưng distinct-1 đếm trên cả tập.'),
        (1/300, 'Bạn đếm câu khác nhau; distinct-1 đếm từ khác nhau.'),
        (3, 'Đó là số từ khác nhau; còn phải chia.')],
        hint='Số từ khác nhau chia cho tổng số từ, trên cả 100 câu.'),
    '515.1': dict(right=1, why='Mỗi câu được lấy ra đều trùng với bốn câu còn lại.', wrong=[
        (.8, 'Bốn câu còn lại vẫn đủ để mọi n-gram đều trùng.'),
        (0, 'Câu bị lấy ra vẫn còn bốn bản giống hệt.'),
        (100, 'Thang ở đây là từ 0 đến 1.'), (.2, 'Điểm không chia cho số câu tham chiếu.')],
        hint='Lấy một câu ra, chấm nó với bốn câu còn lại: n-gram nào không trùng?'),
    '516.1': dict(right=2**.5, why='Sai số chuẩn giảm theo căn bậc hai của số ảnh.', wrong=[
        (2, 'Độ rộng không tỉ lệ nghịch với chính số ảnh.'),
        (.5**.5, 'Ít ảnh hơn thì khoảng tin cậy rộng ra, không hẹp lại.'),
        (4, 'Bạn bình phương; cần phép ngược lại.'), (1, 'Ít ảnh hơn thì ta biết ít hơn.')],
        hint='Sai số chuẩn của một trung bình phụ thuộc vào số ảnh thế nào?'),
    '517.1': dict(right=.005, why='(0 + 1)/(199 + 1): hiệu số đã quan sát cũng là một lần rút.', wrong=[
        (0, 'Một kiểm định bằng cách rút không bao giờ được nói rằng điều gì đó không thể xảy ra.'),
        (1/199, 'Chính điều đã quan sát cũng được tính, ở tử và ở mẫu.'),
        (.01, 'Không cần nhân đôi: hiệu số đã được lấy giá trị tuyệt đối.'),
        (1, 'p nhỏ khi hiếm lần rút nào đạt tới hiệu số.')],
        hint='(số lần đạt tới + 1) chia cho (số lần rút + 1).'),
    '518.1': dict(right=[True, False], wrong=[
        ([True, True], 'Câu thứ hai không đếm phụ nữ.'),
        ([False, False], 'Đàn ông và phụ nữ đều là người.'),
        ([False, True], 'Bạn đảo hai câu.')],
        hint='Mỗi câu đếm những ai? Trong cảnh có mấy người như thế?'),
    '519.1': dict(right=[True, True, False], wrong=[
        ([True, False, False], '“vài” không chỉ đúng một con số.'),
        ([True, True, True], 'Đông đến thế thì người ta không nói “vài” nữa.'),
        ([False, True, False], '“vài” đã đúng từ những nhóm nhỏ.'),
        ([True, False, True], 'Nếu đúng với số nhỏ và số lớn thì phải đúng với số ở giữa.')],
        hint='Bạn nói “vài” cho từ mấy đến mấy con?'),
    '521.1': dict(right=1, why='Hiệu số bằng 0, và mọi lần rút đều đạt tới 0.', wrong=[
        (0, 'p = 0 là bằng chứng mạnh nhất rằng hai dòng khác nhau.'),
        (.5, 'Kiểm định hai phía: mọi lần rút đều lệch ít nhất bằng hiệu số đã quan sát.'),
        (.05, 'Đó là mức ý nghĩa, không phải p.')],
        hint='Bao nhiêu lần rút lệch ít nhất bằng hiệu số đã quan sát?'),
    '522.1': dict(right=1.1/1.6, why='Người chỉ được chấm với bốn câu, nên mô hình cũng vậy.', wrong=[
        (.75, 'Hai con số phải được chấm với cùng số câu tham chiếu.'),
        (1.6/1.1, 'Bạn đảo tử và mẫu.'), (1.1/1.2, 'Mức trần là điểm của người.'),
        (1.6/1.2, 'Tử và mẫu bị đảo, và số câu tham chiếu không bằng nhau.')],
        hint='Điểm nào của mô hình được đo như điểm của người?'),
    '523.1': dict(right=1, why='Trong làng không có con voi nào.', wrong=[
        (0, 'Bạn đọc ngược: đây là tỉ lệ những câu không bịa.'),
        (.5, 'Đừng tung đồng xu: hãy tìm loài vật ấy trong làng.'),
        (100, 'Tỉ lệ đi từ 0 đến 1.')],
        hint='Cảnh nào trong làng có con vật ấy?'),
    '525.1': dict(right=['một', 'trắng', 'chợ'], why='Số lượng, màu và nơi chốn sai; con bò thì có.', wrong=[
        (['trắng'], 'Không chỉ màu sai: hãy xem cả số lượng và nơi chốn.'),
        (['trắng', 'chợ'], 'Trong cảnh có mấy con bò?'),
        (['một', 'trắng'], 'Bò đang gặm cỏ ở đâu?'),
        (['một', 'bò', 'trắng', 'chợ'], 'Trong cảnh có bò: chữ ấy không sai.'),
        (['một con bò trắng', 'ở chợ'], 'Chỉ gạch những chữ sai, không gạch cả cụm.')],
        hint='Đi từng chữ: cảnh có nói khác đi không?'),
    '526.1': dict(right=[True, False], why='Đối thủ phải sai với cảnh.', wrong=[
        ([True, True], 'Đối thủ phải là một câu sai; trong cảnh có mấy con?'),
        ([False, False], 'Một con số sai chính là đối thủ của một từ chỉ lượng đúng.'),
        ([False, True], 'Bạn đảo hai câu: đối thủ là câu sai, không phải câu đúng.')],
        hint='Câu nào sai với cảnh có ba con chó?'),
    '527.1': dict(right=(.5, 0), why='Câu sai dài bằng câu đúng; câu ngắn thì luôn ngắn hơn.', wrong=[
        ((.5, 1), 'AUC hỏi bên thứ nhất có điểm cao hơn không; câu ngắn có ít từ.'),
        ((1, 0), 'Câu sai được sửa từ câu đúng: độ dài có đổi không?'),
        ((.5, .5), 'Câu ngắn và câu sai có dài như nhau không?'), ((0, .5), 'Bạn đảo thứ tự của cặp số.')],
        hint='Bên nào có nhiều từ hơn?'),
    '528.1': dict(right='count', wrong=[
        ('object', 'Các vật vẫn như cũ.'), ('colour', 'Màu không bị đổi.'),
        ('relation', 'Quan hệ giữa các vật vẫn như cũ.'), ('action', 'Hành động không bị đổi.')],
        hint='Điều gì của câu đã bị đổi? Bảng gọi nó là gì?'),
    '529.1': dict(right=1, why='Người kể trong làng không nói sai, và truth so với cảnh, không với câu của người khác.', wrong=[
        (.8, 'truth không đếm số câu tham chiếu: nó so câu với cảnh.'),
        (.5, 'Người không kể hết, nhưng điều họ kể thì có sai không?'),
        (0, 'Bạn đọc ngược: đây là tỉ lệ câu sai.')],
        hint='Người kể của làng có nói điều không có trong cảnh không?'),
    '530.1': dict(right=1, why='p là một xác suất, không phải điểm.', wrong=[
        (100, 'Chỉ điểm số được nhân; p là gì?'), (.01, 'Không có gì bị chia.'),
        (0, 'So với chính mình thì không có bằng chứng nào rằng có khác biệt.')],
        hint='percent nói về điểm; p có phải là điểm không?'),
    '531.1': dict(right=0, why='Không có token nào để so.', wrong=[
        (1, 'Câu rỗng không trùng với điều gì.'), (.5, 'Không có gì để lấy trung bình.'),
        (-1, 'Điểm thấp nhất được cho là bao nhiêu khi không có token nào?')],
        hint='Precision của một câu không có token là bao nhiêu?'),
}
