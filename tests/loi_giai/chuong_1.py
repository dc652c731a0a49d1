"Lời giải của các bài tập trong phần 1, và những lỗi thường gặp"

EXERCISES = {
    '103.1': dict(right={'epochs', 'lr'}, why='Khác bao nhiêu thiết lập thì nêu bấy nhiêu.', wrong=[
        ({'epochs'}, 'Dòng báo lỗi không dừng ở chỗ khác đầu tiên.'),
        ({'lr'}, 'Số epoch cũng là một thiết lập: huấn luyện lâu hơn là một lần chạy khác.'),
        ({'epochs', 'lr', 'data'}, 'Dữ liệu hai lần giống nhau; chỉ điều khác nhau mới được nêu.')],
        hint='So từng thiết lập của hai lần gọi.'),
    '104.1': dict(right=8, why='đ 1, ư 2, ờ 3, n 1, g 1.', wrong=[
        (5, 'Đó là số ký tự ở dạng NFC; ở dạng NFD các dấu đứng riêng.'),
        (9, 'Trong Unicode, “đ” là một chữ cái riêng, không tách được.'),
        (7, 'Có một chữ mang hai dấu: dấu móc của nguyên âm và dấu thanh.'),
        (6, 'Hai chữ trong từ này mang dấu móc, chứ không phải một.')],
        hint='Đi từng chữ: chữ cái gốc là 1, mỗi dấu thêm 1.'),
    '105.1': dict(right=4, why='Không âm tiết nào đủ hai lần; chỉ còn các mục đặc biệt.', wrong=[
        (7, 'Mỗi âm tiết chỉ xuất hiện một lần, chưa đủ min_count.'),
        (3, 'Đó là số âm tiết của câu; hãy xem min_count nói gì về chúng.'),
        (0, 'Các mục đặc biệt luôn có mặt, dù văn bản là gì.')],
        hint='Mục nào vẫn ở lại khi văn bản không góp được âm tiết nào?'),
    '106.1': dict(right=204, why='255 × (1 − 51/255): mực chỉ đậm một phần năm.', wrong=[
        (51, 'Độ đục là phần của mực đen; phần còn lại là nền trắng.'),
        (0, 'Ảnh không đục hoàn toàn: nền trắng còn hiện qua.'),
        (255, 'Mực tuy loãng nhưng vẫn làm nền tối đi.')],
        hint='Trộn đen với nền trắng theo tỉ lệ của độ đục.'),
    '107.1': dict(right=2, why='Cột đầu được lặp lại; bên cạnh nó mỗi phần chỉ còn chỗ cho một cột.', wrong=[
        (1, 'Ba cột rộng 8 và hai khoảng cách cần nhiều hơn 20 cột của cửa sổ.'),
        (3, 'Bạn đếm cột, không đếm phần: cột đầu không đứng một mình thành một phần.')],
        hint='Bên cạnh cột đầu, mỗi phần còn chỗ cho mấy cột?'),
    '108.1': dict(right=65536, why='256 × 128 số, mỗi số hai byte.', wrong=[
        (131072, 'Đó là float32, bốn byte một số; đây là float16.'),
        (32768, 'Bạn đếm số phần tử; một số float16 không chỉ chiếm một byte.'),
        (524288, 'Bạn tính bằng bit; bài hỏi byte.'),
        (64, 'Bạn trả lời bằng KiB; bài hỏi byte.')],
        hint='Số phần tử nhân với số byte của một phần tử.'),
    '109.1': dict(right=7.5, why='Ba phần tư của 10: câu ba từ không có n-gram bốn từ nào.', wrong=[
        (10, 'Trung bình lấy trên n = 1, 2, 3, 4, và câu này quá ngắn cho một trong bốn n.'),
        (1, 'CIDEr-D được nhân 10.'), (.75, 'Bạn đã lấy trung bình đúng cách; còn một hằng số ở cuối công thức.'),
        (0, 'Điểm của bốn n được lấy trung bình cộng, không nhân với nhau như ở BLEU.')],
        hint='Tính cosin cho từng n từ 1 đến 4, rồi lấy trung bình và nhân 10.'),
    '110.1': dict(right=.25, why='1 trong 4 câu có âm tiết viết được hai lối.', wrong=[
        (.01, 'Mẫu số chỉ gồm những câu có âm tiết viết được hai lối.'),
        (.75, 'Bạn đảo hai kiểu: xem chương 104, kiểu nào đặt dấu ở “o”.'),
        (.03, 'Vừa nhầm kiểu, vừa lấy cả những câu không có gì để chọn làm mẫu số.'),
        (1/3, 'Đây là tỉ số của hai kiểu; bài hỏi một kiểu trên tổng số.')],
        hint='Bao nhiêu câu có âm tiết phải chọn kiểu? Trong đó bao nhiêu câu theo kiểu cũ?'),
    '111.1': dict(right=20, why='Khi tăng dần, bước đầu chỉ bằng 1/20 tốc độ đầy đủ.', wrong=[
        (.05, 'Bạn đảo tỉ số.'), (1, 'Có tăng dần thì bước đầu tiên phải ngắn hơn.'),
        (19, 'Bước đầu tiên không phải là bước 0: nó đã được một phần của tốc độ đầy đủ.'),
        (21, 'Tốc độ đạt mức đầy đủ ở cuối đoạn tăng dần, không phải sau đó một bước.')],
        hint='Tốc độ của bước đầu là mấy phần của tốc độ đầy đủ?'),
    '112.1': dict(right=2, why='Trung bình động của gradient và của bình phương gradient.', wrong=[
        (1, 'Đó là SGD có quán tính; AdamW còn nhớ cả độ lớn của gradient.'),
        (3, 'Chính trọng số không thuộc trạng thái của bộ tối ưu.'),
        (0, 'Đó là SGD trơn: AdamW có nhớ những bước trước.')],
        hint='Công thức của Adam có m và gì nữa?'),
    '113.1': dict(right=['trainval', 'train'], why='“trainval” là một từ lạ nên giữ nguyên; gạch dưới thì tách từ.', wrong=[
        (['train', 'train'], 'Chỉ những từ đứng riêng mới được nhận ra; không tìm trong ruột một từ.'),
        (['trainval', 'trainval'], 'Gạch dưới không phải là chữ cái: nó tách hai từ.'),
        (['trainval', 'val'], 'Có hai từ nhận ra được; từ đứng trước thắng.'),
        (['train', 'val'], 'Chỉ từ đứng riêng mới được nhận ra, và từ đứng trước thắng.')],
        hint='Hàm tìm một từ quen, hai bên không có chữ cái nào khác.'),
    '114.1': dict(right=16, why='Tám ảnh, mỗi ảnh hai câu, mỗi câu một mục.', wrong=[
        (8, 'Mỗi câu là một mục, không phải mỗi ảnh.'),
        (24, 'Ảnh nằm trong images, không nằm trong annotations.'),
        (4, 'Bạn chỉ đếm các màu; mỗi màu còn ở hai bên.')],
        hint='Có bao nhiêu ảnh, mỗi ảnh bao nhiêu câu?'),
    '115.1': dict(right='B', why='Lỗi nói luôn những độ dài được phép.', wrong=[
        ('A', 'Không có tiền tố thì mô hình không thấy ảnh: điều ấy đáng được báo.'),
        ('C', 'Người dùng đã nói một con số; lặng lẽ lấy số khác thì họ không biết mình chạy gì.')],
        hint='Một thiết lập vô nghĩa nên được báo lúc nào?'),
    '116.1': dict(right='C', why='Chùm hai nhánh không có ba câu để chọn.', wrong=[
        ('A', 'Câu thứ ba lấy ở nhánh nào?'),
        ('B', 'Người gọi xin ba câu; cho ít hơn mà không nói thì chương trình phía sau sẽ vấp.')],
        hint='Một chùm cho nhiều nhất bao nhiêu câu?'),
    '117.1': dict(right=5, why='Ngày ấy chùm không bao giờ hẹp hơn độ rộng mặc định.', wrong=[
        (3, 'Bản cũ không bỏ phiếu trong ít câu hơn độ rộng mặc định của chùm.'),
        (8, 'Hai số ấy không cộng lại: số lớn hơn thắng.'),
        (16, 'Đó là giá trị mặc định ngày nay; tệp cũ giữ cách bỏ phiếu của nó.')],
        hint='Đọc dòng có max trong hàm upgrade.'),
    '119.1': dict(right='agreement', why='Không ai được mời chọn thì các câu tự bầu lẫn nhau.', wrong=[
        ('near', 'near chỉ khi thiết lập near khác 0; ở đây là 0.'),
        ('clip', 'CLIP chỉ chọn khi có vote_clip.'), ('match', 'matcher chỉ chọn khi có vote_match.'),
        ('vote', 'vote là tên của thiết lập, không phải một cách chọn.')],
        hint='Không thiết lập nào trong KINDS được bật: giá trị mặc định của next là gì?'),
    '121.1': dict(right=1024000, why='1.000 × 256 số, mỗi số bốn byte.', wrong=[
        (256000, 'Bạn đếm số phần tử; mỗi số float32 chiếm nhiều byte.'),
        (512000, 'Đó là float16, hai byte một số.'),
        (2048000, 'Đó là float64, tám byte một số.'),
        (8192000, 'Bạn tính bằng bit; bài hỏi byte.')],
        hint='Số phần tử nhân với số byte của một phần tử.'),
    '122.1': dict(right=13, why='Một token mở đầu, rồi mỗi câu ba token và một token kết.', wrong=[
        (12, 'Trước câu đầu tiên cũng có một token.'),
        (10, 'Mỗi câu đều có token kết, không riêng câu cuối.'),
        (9, 'Bạn quên mọi token kết và token mở đầu.'),
        (15, 'Giữa hai câu chỉ có một token, vừa kết câu này vừa mở câu sau.')],
        hint='Viết dãy ra giấy, bắt đầu bằng token kết của một câu tưởng tượng phía trước.'),
    '124.1': dict(right='QuickGELU', why='Những trọng số đầu tiên trên LAION được huấn luyện theo cấu hình của OpenAI.', wrong=[
        ('GELU', 'Không phải trọng số nào của OpenCLIP cũng dùng hàm chuẩn: những bộ đầu tiên theo OpenAI.'),
        ('ReLU', 'Không bộ trọng số CLIP nào ở đây dùng hàm ấy.')],
        hint='Tra cấu hình của nhãn bằng get_pretrained_cfg.'),
    '125.1': dict(right=4, why='3.769 × 5 × 10 câu, mỗi giây 800 câu, mỗi phút 60 giây.', wrong=[
        (1, 'Mỗi ảnh có năm câu, và câu nào cũng được học.'),
        (236, 'Đó là số giây.'), (0, 'Bạn tính một epoch; bài hỏi mười.'),
        (39, 'Bạn nhân thừa một lần 10: đếm lại số epoch.')],
        hint='Số câu của mọi epoch chia cho số câu mỗi giây, rồi đổi ra phút.'),
    '126.1': dict(right=0, why='Ký hiệu đệm không bao giờ được đọc cũng không được nói.', wrong=[
        (1, 'Hàng chỉ cần cho ký hiệu mà mô hình phải đọc hay nói; ký hiệu đệm thì sao?'),
        (2, 'Chỉ có một ký hiệu được thêm vào bộ tách token.'),
        (300, 'Các mục khác đã có hàng của mình.')],
        hint='Mô hình có bao giờ phải đọc hay đoán ký hiệu đệm không?'),
    '127.1': dict(right=3, why='Việc đã xong và hai việc được làm trước.', wrong=[
        (2, 'Bạn quên việc vừa xong: most chỉ đếm những việc chưa ai hỏi.'),
        (1, 'Đó là khi workers=0: không việc nào được làm trước.'),
        (100, 'Chỉ một số việc được làm trước, nếu không bộ nhớ sẽ đầy.')],
        hint='Đếm việc vừa xong và những việc chưa ai hỏi.'),
    '128.1': dict(right=2, why='Chiều thứ nhất của mảng bốn chiều là số ảnh.', wrong=[
        (1, 'Mảng ba chiều mới là một ảnh; mảng này có bốn chiều.'),
        (64, 'Đó là chiều cao; chiều đứng đầu là gì?'),
        (3, 'Đó là số màu; chiều đứng đầu là gì?')],
        hint='Đọc hình dạng: (ảnh, cao, rộng, màu).'),
    '130.1': dict(right='A', why='Khoá nằm ở hệ điều hành và mất theo tiến trình, tệp chỉ là chỗ để đặt khoá.', wrong=[
        ('B', 'Tệp không phải là khoá: ai giữ khoá đã không còn nữa.'),
        ('C', 'Không có đồng hồ nào: hệ điều hành biết ngay khi một tiến trình kết thúc.')],
        hint='Khoá thuộc về tệp hay thuộc về tiến trình?'),
    '135.1': dict(right='MLP', why='Hai ma trận, mỗi cái lớn bằng bốn lần dim².', wrong=[
        ('attention, in and out', 'Bốn ma trận dim × dim; có phần còn rộng hơn thế trong mỗi tầng.'),
        ('attention over 30 tokens', 'Ba mươi token là rất ít so với độ rộng 768.'),
        ('vocabulary head', 'Đầu ra từ vựng rộng, nhưng chỉ có một; các tầng thì có nhiều.')],
        hint='Đếm số phần tử của các ma trận trong một tầng, rồi nhân với số tầng.'),
}
