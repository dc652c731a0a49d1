"Lời giải của các bài tập trong phần 6, và những lỗi thường gặp"

EXERCISES = {
    '600.1': dict(right={'lr', 'prefix'}, why='Chùm và cuộc bỏ phiếu chỉ đổi cách sinh câu.', wrong=[
        ({'beams', 'lr', 'vote', 'prefix'}, 'Thiết lập chỉ dùng khi sinh câu thì không đổi trọng số đã học.'),
        ({'lr'}, 'Cỡ của tiền tố cũng quyết định trọng số nào được học.'),
        ({'prefix'}, 'Tốc độ học khác thì trọng số học được cũng khác.'),
        ({'beams', 'vote'}, 'Bạn đảo: đây là những thiết lập của việc sinh câu.')],
        hint='Thiết lập nào có ảnh hưởng đến trọng số sau khi huấn luyện?'),
    '601.1': dict(right='B', why='Kết quả trong thư mục sẽ không còn là của thiết lập nào cả.', wrong=[
        ('A', 'Một nửa học với tốc độ này, một nửa với tốc độ kia: bảng so sánh gọi nó là gì?'),
        ('C', 'Kết quả cũ không bị xoá khi người dùng chưa nói --overwrite.')],
        hint='Điều gì an toàn nhất cho kết quả đã có?'),
    '603.1': dict(right=8, why='Bốn loại thẻ, mỗi loại nhiều nhất hai ảnh.', wrong=[
        (12, 'Mỗi loại muốn ba mẫu, nhưng không có đủ ảnh.'),
        (6, 'Bạn nhân số mẫu với số ảnh; hãy nhân số loại với số ảnh.'),
        (2, 'Một ảnh có thể đứng ở nhiều loại.'), (4, 'Mỗi loại có nhiều hơn một thẻ.')],
        hint='Trang có mấy loại thẻ? Mỗi loại có thể có mấy ảnh?'),
    '604.1': dict(right=1, why='Show and Tell không có phần nào đóng băng trong tệp của nó.', wrong=[
        (0, 'Dòng này có được huấn luyện.'), (.5, 'Trong dòng này không phần nào của mô hình bị đóng băng.'),
        (100, 'Tỉ lệ đi từ 0 đến 1.')],
        hint='Phần nào của dòng ấy không học?'),
    '605.1': dict(right=2, wrong=[
        (1, 'Mỗi cách sinh câu có ghi chú riêng, để người đọc biết dòng nào dùng cách nào.'),
        (0, 'Cách sinh câu làm đổi điểm số: người đọc phải được biết.'),
        (4, 'Ghi chú không lặp lại cho từng hạt giống.')],
        hint='Một ghi chú nói về những dòng dùng chung một cách.'),
    '606.1': dict(right='0.750 ± 0.125*', why='Một sao cho p dưới 0,05, hai sao cho p dưới 0,01.', wrong=[
        ('0.750 ± 0.125**', 'Hai dấu sao cần p dưới 0,01.'),
        ('0.750 ± 0.125', 'p dưới 0,05 được một dấu sao.'),
        ('0.750 ± 0.250*', 'Sau dấu ± là nửa khoảng tin cậy, không phải cả khoảng.')],
        hint='Xem `scores_of`: hai ngưỡng của p và số dấu sao ứng với mỗi ngưỡng.'),
    '607.1': dict(right=3, why='Chỉ dòng không đổi với hạt giống cũ là đã có.', wrong=[
        (4, 'overwrite chỉ huấn luyện lại những lần chạy không còn khớp thiết lập.'),
        (2, 'Hạt giống mới cần huấn luyện cả hai dòng.'),
        (1, 'Mỗi hạt giống là một lần huấn luyện.'), (0, 'Một dòng đã đổi lr.')],
        hint='Kể bốn lần chạy (hai dòng, hai hạt giống): lần nào đã có và không đổi?'),
    '608.1': dict(right=10, why='9,6 làm tròn.', wrong=[
        (9.6, 'Số ảnh là số nguyên.'), (9, 'Làm tròn đến số gần nhất, không cắt.'),
        (1, '.1 là một phần mười của tập huấn luyện, không phải một ảnh.'),
        (12, 'Phần mười của tập huấn luyện, không phải của cả làng 120 ảnh.')],
        hint='96 × 0,1, rồi làm tròn.'),
    '610.1': dict(right=.1845, why='Hai con số in trên một bảng; không ai biết khoảng tin cậy của chúng.', wrong=[
        (.1845/.6282, 'Đây là phần hơn tương đối; bài hỏi hiệu số.'),
        (.8127/.6282, 'Đây là tỉ số; bài hỏi hiệu số.'),
        (-.1845, 'Sai dấu: hệ thống nào cao hơn?'), (18.45, 'Bảng in điểm theo thang từ 0.')],
        hint='Trừ hai ô của cột CIDEr.'),
    '611.1': dict(right=16, why='Bốn loại, mỗi loại bốn ảnh.', wrong=[
        (8, 'Một ảnh có thể đứng ở nhiều loại.'), (4, 'Mỗi loại có nhiều hơn một thẻ.'),
        (32, 'Mỗi loại chỉ lấy một số ảnh nhất định, không lấy tất cả.')],
        hint='Số loại nhân với số thẻ của mỗi loại.'),
    '612.1': dict(right=1, why='Hiệu số bằng 0, và lần rút nào cũng lệch ít nhất là 0.', wrong=[
        (0, 'p = 0 là bằng chứng mạnh nhất rằng hai tệp khác nhau.'),
        (.5, 'Kiểm định hai phía: lần rút nào cũng lệch ít nhất bằng hiệu số đã quan sát.'),
        (.05, 'Đó là mức ý nghĩa, không phải p.')],
        hint='Bao nhiêu lần rút lệch ít nhất bằng hiệu số đã quan sát?'),
    '613.1': dict(right=(0, 0), why='Không kể ra vật nào thì không đọc đúng vật nào.', wrong=[
        ((1, 1), 'Không nói sai chưa phải là đọc đúng.'),
        ((.5, 0), 'Đừng tung đồng xu: nó không gọi tên vật nào.'),
        ((1, 0), 'kind chỉ tính những vật có trong cảnh.'),
        ((0, 1), 'Muốn đọc đúng cả cảnh thì phải đọc đúng mọi vật.')],
        hint='Bao nhiêu vật có trong cảnh được gọi tên?'),
    '614.1': dict(right=0, why='Hoà không phải là biết.', wrong=[
        (.5, 'Hai câu bằng điểm nhau: bộ mã hoá có chọn câu đúng không?'),
        (1, 'Câu đúng không vượt lên trên đối thủ nào.'),
        (.25, 'Không có phép đoán nào ở đây: điểm bằng nhau thì tính thế nào?')],
        hint='Câu đúng phải được điểm cao hơn hẳn mọi đối thủ.'),
    '615.1': dict(right='decoding', why='Mất nhiều nhất giữa mapper và câu được viết.', wrong=[
        ('vector', 'Vector giữ được phần lớn: mất ở đâu nhiều hơn?'),
        ('mapper', 'Mapper không làm mất gì của vector.'),
        ('encoder', 'Chuỗi không gọi mắt xích nào bằng tên ấy; và ảnh vào vẫn còn đủ.')],
        hint='Từ mắt xích nào sang mắt xích nào con số giảm nhiều nhất?'),
    '618.1': dict(right=188, why='3.769 × 0,05, từng ảnh được chia theo mã của nó nên chỉ xấp xỉ.', wrong=[
        (377, 'Đó là một phần mười.'), (3581, 'Đó là những ảnh ở lại tập huấn luyện.'),
        (18, 'Bạn lấy 0,5 %.'), (1885, 'Bạn lấy một nửa.')],
        hint='Năm phần trăm của số ảnh huấn luyện.'),
    '620.1': dict(right=2, why='Một lần đo bị quấy rầy không kéo được trung vị.', wrong=[
        (4, 'Đó là trung bình: một vòng bị quấy rầy kéo nó đi.'),
        (9, 'Đứng giữa theo độ lớn, không theo thứ tự đo.'),
        (5, 'Đó là điểm giữa của số nhỏ nhất và số lớn nhất.')],
        hint='Xếp ba số theo độ lớn, lấy số ở giữa.'),
    '621.1': dict(right=(2006, 106), why='Cây chỉ đọc mỗi từ mới một lần cho mỗi nhánh.', wrong=[
        ((2161, 111), 'Từ cuối cùng không cần đọc: sau nó không còn từ nào để đoán.'),
        ((410, 30), 'Bạn quên rằng có năm nhánh.'),
        ((2050, 150), 'Ở lượt đầu các nhánh chưa tách ra: tiền tố chỉ đọc một lần.'),
        ((106, 2006), 'Bạn đảo thứ tự của cặp số.')],
        hint='Lượt đầu 11 vị trí. Mười chín lượt sau: cách cũ đọc lại tất cả, cách mới chỉ đọc từ mới.'),
    '622.1': dict(right=(14, 36), why='Chỉ vị trí của chú thích mới được hỏi.', wrong=[
        ((14, 25), 'Cách cũ trả lời cả ở các vị trí của tiền tố.'),
        ((25, 36), 'Phần đệm không cần câu trả lời nào.'),
        ((36, 14), 'Bạn đảo thứ tự của cặp số.'), ((25, 25), 'Có tiền tố thì dãy dài hơn 25; và phần đệm có cần không?')],
        hint='Dãy dài bao nhiêu vị trí? Ở bao nhiêu vị trí thật sự có từ cần đoán?'),
    '623.1': dict(right=3, why='27 giây cho 9.000 ảnh thêm.', wrong=[
        (3.5, 'Bạn chia cả thời gian cố định cho số ảnh: hãy lấy hiệu số.'),
        (2.7, 'Số ảnh thêm không phải là 10.000.'), (.003, 'Đó là giây.'),
        (8, 'Đó là giá của một ảnh khi chỉ có 1.000 ảnh, kể cả phần cố định.')],
        hint='Chia phần thời gian tăng thêm cho số ảnh tăng thêm.'),
    '624.1': dict(right=(4/7, 1), why='Có luồng thứ hai thì việc chậm hơn quyết định.', wrong=[
        ((4/7, 4/7), 'Luồng thứ hai mở ảnh trong lúc luồng thứ nhất mã hoá.'),
        ((3/7, 1), 'Đó là phần của việc mở ảnh.'), ((1, 1), 'Một luồng phải làm lần lượt cả hai việc.'),
        ((4/7, .75), 'Mở ảnh nhanh hơn mã hoá: ai phải đợi ai?'),
        ((7/4, 1), 'Bạn đảo tỉ số.')],
        hint='Một luồng: 4 + 3 ms mỗi ảnh. Hai luồng: mỗi ảnh mất bằng việc lâu hơn.'),
    '625.1': dict(right=5, why='Hai bộ cho người, hai bộ cho mô hình, một bộ cho mức sàn.', wrong=[
        (12, 'Đó là khi mỗi ảnh có năm câu tham chiếu.'), (11, 'Đó là năm câu tham chiếu; hãy đếm lại với hai câu.'),
        (4, 'Bạn quên câu nói cho mọi ảnh.'), (3, 'Mô hình cũng được chấm với ít đi một câu, mỗi lần bỏ một câu khác.'),
        (2, 'Đó chỉ là các bộ của người.')],
        hint='Mỗi câu tham chiếu được lấy ra một lần, cho người và cho mô hình; rồi mức sàn.'),
}
