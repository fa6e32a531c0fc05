"""Words on a page in the order in which a clerk reads them."""

from __future__ import annotations

from random import Random

import pytest

from ocr.columns import Section, arrange
from ocr.cues import is_recipients_heading
from ocr.page import Mark
from tests.unit.ocr_lines import BODY, FOOT, HEAD, HEIGHT, TITLE, WIDTH, words


def told(sections: list[Section]) -> list[tuple[str | None, str]]:
    return [(section.zone, " / ".join(row.text for block in section.blocks for row in block)) for section in sections]


WHOLE = [
    ("head_left", "ỦY BAN NHÂN DÂN / PHƯỜNG BẠCH MAI / Số: 218/QĐ-UBND"),
    (
        "head_right",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc / Bạch Mai, ngày 05 tháng 7 năm 2022",
    ),
    ("title", "QUYẾT ĐỊNH / Về việc ban hành Quy chế làm việc"),
    ("body", " / ".join(line[0] for line in BODY)),
    ("foot_left", "Nơi nhận: / - Như Điều 2; / - Lưu: VT."),
    ("foot_right", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Bùi Phương Nhung"),
]


@pytest.mark.parametrize("as_read", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_a_whole_page_in_any_order_of_words(as_read: bool, seed: int) -> None:
    marks = words([*HEAD, *TITLE, *BODY, *FOOT], as_read=as_read)
    Random(seed).shuffle(marks)
    assert told(arrange(marks, WIDTH, HEIGHT)) == WHOLE


def test_columns_that_stand_so_close_that_an_engine_reads_across_them() -> None:
    lines = [
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", 120, 60),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 395, 60),
        *[line for line in HEAD if line[2] > 87],
        *TITLE,
        *BODY,
    ]
    sections = dict(told(arrange(words(lines, as_read=True), WIDTH, HEIGHT)))
    assert sections["head_left"].startswith("BỘ GIÁO DỤC VÀ ĐÀO TẠO / Số:")
    assert sections["head_right"].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập")


def test_the_motto_begins_the_right_column_where_a_long_issuer_and_a_speck_run_into_it() -> None:
    """The issuer reaches below the first line of the motto, so that no strip of paper parts the columns."""
    lines = [
        ("BỘ NỘI VỤ", 230, 60),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 440, 60),
        ("CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC", 190, 86),
        ("-", 506, 86),
        ("Độc lập - Tự do - Hạnh phúc", 525, 86),
        *[line for line in HEAD if line[2] > 100],
        *TITLE,
        *BODY,
    ]
    sections = dict(told(arrange(words(lines, as_read=True), WIDTH, HEIGHT)))
    assert sections["head_left"].startswith("BỘ NỘI VỤ / CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC / Số:")
    assert sections["head_right"].startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập")


def test_a_misread_motto_is_still_the_motto() -> None:
    lines = [(text.replace("CỘNG HÒA XÃ", "CỌNG HÓA XẢ"), x, y) for text, x, y in [*HEAD, *TITLE, *BODY]]
    assert told(arrange(words(lines), WIDTH, HEIGHT))[0] == WHOLE[0]


def test_a_stamp_in_the_margin_stays_out_of_head_and_title() -> None:
    stamp = [("CỔNG THÔNG TIN", 30, 200), ("ĐẾN Ngày: 13/9", 30, 228), ("Số: 55", 30, 276)]
    sections = dict(told(arrange(words([*HEAD, *TITLE, *stamp, *BODY, *FOOT]), WIDTH, HEIGHT)))
    assert sections["title"] == WHOLE[2][1]
    assert sections["head_left"] == WHOLE[0][1]
    assert sections["body"] == WHOLE[3][1]
    assert sections["stamp"] == "CỔNG THÔNG TIN / ĐẾN Ngày: 13/9 / Số: 55"


def test_a_directive_without_bases_loses_no_line_of_its_text_to_stamps() -> None:
    text = [
        ("Thời gian qua, công tác tiếp dân trên địa bàn đã có nhiều chuyển biến", 227, 275),
        ("song còn việc chậm. Nay làm tốt hơn, Chủ tịch Ủy ban nhân dân phường yêu cầu làm", 118, 301),
        ("những việc sau:", 145, 327),
        ("1. Bộ phận Một cửa có mặt đúng giờ, không để người dân phải chờ lâu.", 227, 360),
    ]
    title = [("CHỈ THỊ", 490, 200), ("Về việc tiếp công dân", 420, 228)]
    sections = dict(told(arrange(words([*HEAD, *title, *text, *FOOT]), WIDTH, HEIGHT)))
    assert sections["title"] == "CHỈ THỊ / Về việc tiếp công dân"
    assert sections["body"] == " / ".join(line[0] for line in text)
    assert "stamp" not in sections


def test_a_letter_keeps_its_subject_under_the_number() -> None:
    lines = [
        *HEAD,
        ("V/v báo cáo kết quả", 150, 158),
        ("năm 2022", 190, 182),
        ("Kính gửi: Sở Nội vụ", 400, 230),
        *BODY[1:],
    ]
    sections = dict(told(arrange(words(lines), WIDTH, HEIGHT)))
    assert sections["head_left"].endswith("Số: 218/QĐ-UBND / V/v báo cáo kết quả / năm 2022")
    assert sections["body"].startswith("Kính gửi: Sở Nội vụ / Căn cứ")


def test_a_certified_copy_has_its_own_head_and_foot_apart() -> None:
    copy = [
        ("ỦY BAN NHÂN DÂN QUẬN", 140, 800),
        ("SAO Y", 690, 800),
        ("Số: 05/SY-UBND", 160, 830),
        ("Hà Nội, ngày 01 tháng 8 năm 2022", 560, 830),
        ("TL. CHỦ TỊCH", 660, 860),
        ("Lê Thị Xuân", 665, 950),
    ]
    sections = told(arrange(words([*HEAD, *TITLE, *BODY, *FOOT, *copy]), WIDTH, HEIGHT))
    assert sections[:6] == WHOLE
    assert sections[6][0] == "copy_mark"
    assert "05/SY-UBND" in sections[6][1]
    assert len(sections) == 7


def test_a_page_that_only_goes_on_has_no_parts() -> None:
    lines = [("2", 500, 40), *_LINES]
    assert [section.zone for section in arrange(words(lines), WIDTH, HEIGHT)] == ["page_number", None]


_LINES = [("một hai ba bốn năm sáu", 140, 160 + 30 * i) for i in range(8)]


@pytest.mark.parametrize(
    ("line", "x", "y", "found"),
    [
        ("2", 495, 40, True),
        ("- 2 -", 480, 40, True),
        ("2/5", 485, 40, True),
        ("2.", 490, 40, True),
        ("Trang 2", 460, 40, True),
        ("Trang 2/5", 860, 40, True),
        ("2", 495, 1340, True),
        ("Trang 2/5", 860, 1340, True),
        ("2.", 190, 40, False),  # where paragraphs begin
        ("2. Các đơn vị có liên quan", 190, 40, False),
        ("9/5", 485, 40, False),
        ("2", 495, 700, False),
        ("2019", 480, 40, False),
        ("Phụ lục 2", 455, 40, False),
    ],
)
def test_a_page_number_is_told_by_place_and_form(line: str, x: int, y: int, found: bool) -> None:
    sections = told(arrange(words([(line, x, y), *_LINES]), WIDTH, HEIGHT))
    assert (("page_number", line) in sections) is found
    assert line in " / ".join(text for _, text in sections)


def test_a_number_and_its_paragraph_at_the_top_of_a_page_stay_together() -> None:
    lines = [("2.", 490, 40), ("Các đơn vị có liên quan chịu trách nhiệm", 530, 40), *_LINES]
    (section,) = told(arrange(words(lines), WIDTH, HEIGHT))
    assert section[1].startswith("2. Các đơn vị có liên quan chịu trách nhiệm / một")


def test_a_page_number_stands_where_it_stands_in_reading_order() -> None:
    above = told(arrange(words([("2", 495, 40), *BODY, *FOOT]), WIDTH, HEIGHT))
    below = told(arrange(words([*BODY, *FOOT, ("2", 495, 1340)]), WIDTH, HEIGHT))
    assert above[0] == below[-1] == ("page_number", "2")
    assert above[1:] == below[:-1]


def test_the_enacting_word_is_no_foot() -> None:
    sections = arrange(words([*HEAD, *TITLE, *BODY]), WIDTH, HEIGHT)
    assert [section.zone for section in sections] == ["head_left", "head_right", "title", "body"]


def test_paragraphs_begin_where_a_line_is_indented() -> None:
    body = next(s for s in arrange(words([*HEAD, *TITLE, *BODY]), WIDTH, HEIGHT) if s.zone == "body")
    assert [" ".join(row.text for row in block) for block in body.blocks][-2:] == [
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ủy ban nhân dân phường Bạch Mai trong nhiệm kỳ này.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.",
    ]


@pytest.mark.parametrize("seed", range(40))
def test_no_word_is_lost_or_told_twice(seed: int) -> None:
    rng = Random(seed)
    lines = [line for line in [*HEAD, *TITLE, *BODY, *FOOT] if rng.random() > 0.3]
    junk = [(f"rác{i}", rng.uniform(0, 900), rng.uniform(0, 1350)) for i in range(8)]
    marks = words([*lines, *junk], as_read=bool(seed % 2))
    out = [mark for s in arrange(marks, WIDTH, HEIGHT) for b in s.blocks for row in b for mark in row.marks]
    assert _spoken(out) == _spoken(marks)


def _spoken(marks: list[Mark]) -> list[tuple[float, float, str]]:
    """Words with a letter or a digit, each as often as it stands there."""
    return sorted((mark.x0, mark.y0, mark.text) for mark in marks if any(char.isalnum() for char in mark.text))


def test_nothing_gives_nothing() -> None:
    assert arrange([], WIDTH, HEIGHT) == []


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Nơi nhận:", True),
        ("cỗ nhận:", True),
        ("Xác nhận:", False),
        ("Bên nhận:", False),
        ("cố nhân", False),
        ("nội thành", False),
    ],
)
def test_the_heading_of_the_recipients(line: str, heading: bool) -> None:
    assert is_recipients_heading(line) is heading
