"""The lines of a made-up decision as an engine would see them, for the tests of reading order."""

from __future__ import annotations

from ocr.page import Mark

WIDTH, HEIGHT = 1000, 1400
Line = tuple[str, float, float]

HEAD: list[Line] = [
    ("ỦY BAN NHÂN DÂN", 150, 60),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 470, 60),
    ("PHƯỜNG BẠCH MAI", 155, 86),
    ("Độc lập - Tự do - Hạnh phúc", 540, 88),
    ("Số: 218/QĐ-UBND", 160, 130),
    ("Bạch Mai, ngày 05 tháng 7 năm 2022", 520, 132),
]
TITLE: list[Line] = [("QUYẾT ĐỊNH", 470, 200), ("Về việc ban hành Quy chế làm việc", 340, 228)]
BODY: list[Line] = [
    ("ỦY BAN NHÂN DÂN PHƯỜNG BẠCH MAI", 345, 275),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm;", 190, 320),
    ("QUYẾT ĐỊNH:", 465, 365),
    ("Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của", 190, 410),
    ("Ủy ban nhân dân phường Bạch Mai trong nhiệm kỳ này.", 140, 436),
    ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.", 190, 462),
]
FOOT: list[Line] = [
    ("Nơi nhận:", 140, 540),
    ("TM. ỦY BAN NHÂN DÂN", 600, 538),
    ("- Như Điều 2;", 140, 562),
    ("CHỦ TỊCH", 670, 564),
    ("- Lưu: VT.", 140, 584),
    ("Bùi Phương Nhung", 630, 700),
]


def words(lines: list[Line], *, as_read: bool = False) -> list[Mark]:
    """Words 20 pixels high, 11 pixels a letter; `as_read`: lines of one height run together, as engines do it."""
    numbers: dict[float, int] = {}
    marks: list[Mark] = []
    for index, (text, x, y) in enumerate(lines):
        line = numbers.setdefault(round(y / 6), len(numbers)) if as_read else index
        left = x
        for word in text.split():
            marks.append(Mark(text=word, x0=left, y0=y, x1=left + 11 * len(word), y1=y + 20, line=line))
            left += 11 * len(word) + 7
    return marks
