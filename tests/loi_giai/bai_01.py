"Lời giải của Bài 1, và những lỗi thường gặp"

def share_starting(texts, word):
    firsts = [c.split()[0].lower() for c in texts if c.split()]
    return sum(f==word.lower() for f in firsts)/len(texts) if texts else 0

def by_startswith(texts, word): return sum(c.lower().startswith(word) for c in texts)/max(1, len(texts))
def by_case(texts, word): return sum(c.split()[:1]==[word] for c in texts)/max(1, len(texts))
def a_count(texts, word): return sum(c.lower().split()[:1]==[word] for c in texts)
def anywhere(texts, word): return sum(word in c.lower().split() for c in texts)/max(1, len(texts))

EXERCISES = {
    '01.1': dict(right=16960, why='3.769 − 377 = 3.392 ảnh, mỗi ảnh 5 câu.', wrong=[
        (3392, 'Đây là số ảnh; bài hỏi số câu.'),
        (18845, 'Đây là mọi câu; val vẫn còn ở trong đó.'),
        (16961, 'Bạn chia theo câu: khi ấy câu của một ảnh nằm ở cả train lẫn val.'),
        (1885, 'Đây là số câu của val.')],
        hint='Tính số ảnh còn lại trước.'),
    '01.2': dict(right=share_starting, calls=[
            [['có một con trâu', 'Có hai em bé', 'cóc nhảy', 'một con cò'], 'có'], [[], 'có'],
            [['', 'một', 'trên bàn có một'], 'một']], wrong=[
        (by_startswith, '“cóc” cũng bắt đầu bằng chữ “có”, nhưng không phải âm tiết “có”.'),
        (by_case, '“Có” đầu câu viết hoa vẫn là “có”: so sánh chữ thường.'),
        (a_count, 'Đây là số câu; bài hỏi tỉ lệ.'),
        (anywhere, 'Bạn tìm âm tiết ở khắp câu; bài hỏi âm tiết đầu tiên.')],
        hint='Tách từng câu bằng split, lấy phần tử đầu, viết thường rồi so sánh.'),
    '01.3': dict(right={1, 4}, why='Trong ảnh không có cây nào, và cậu bé mặc áo tím.', wrong=[
        ({1}, 'Còn một câu nữa: hãy xem kỹ màu sắc.'),
        ({4}, 'Còn một câu nữa: mọi vật được nhắc đến có ở trong ảnh không?'),
        ({1, 3, 4}, 'Câu 3 nói rất ít, nhưng điều nó nói là đúng.'),
        ({0, 2, 3}, 'Đây là những câu đúng; bài hỏi những câu sai.')],
        hint='Với mỗi câu, tìm từng điều nó nói ở trong ảnh.'),
    '01.4': dict(right=(100, 0), why='Không nói điều gì sai, cũng không kể điều gì: phải xem cả hai số.', wrong=[
        ((1, 0), 'Trả lời bằng phần trăm, từ 0 đến 100.'),
        ((0, 0), 'Câu ấy có điều gì sai không? Đúng nghĩa là không có điều gì sai.'),
        ((0, 100), 'Ngược lại: câu này đúng, nhưng kể được gì?'),
        ((100, 100), 'Nó đúng thật; nhưng nó có nhắc đến vật nào trong ảnh không?')],
        hint='Hỏi hai câu riêng: có điều gì sai không, và có kể điều gì không?'),
}
