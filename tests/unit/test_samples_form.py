"""Made pages: every word of the draft stands on them, where its box says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest

from samples.draft import Annex, Clause, Signing, Table
from samples.fonts import MissingGlyph, all_fonts, find_fonts
from samples.form import compose, lay_out
from samples.head import written_date
from samples.look import Arrival, CopyMark, Look, Portal
from samples.plan import HEIGHT, RIGHT, WIDTH
from tests.unit.samples_drafts import a_draft

PLAIN = Look(seal=False, signature=False, hand=frozenset())


def test_the_page_says_what_the_draft_says_in_the_order_of_the_form() -> None:
    (sheet,) = lay_out(a_draft(), dpi=72, look=PLAIN)
    told = " ".join(sheet.text.split())
    parts = (
        "ỦY BAN NHÂN DÂN PHƯỜNG THỤY KHUÊ Số: 307/QĐ-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Thụy Khuê, ngày 05 tháng 02 năm 2023",
        "QUYẾT ĐỊNH Về việc bổ nhiệm Trưởng phòng Nội vụ",
        "Căn cứ Nghị quyết số 97/2019/QH14 của Quốc hội; QUYẾT ĐỊNH:",
        "Điều 1. Bổ nhiệm bà Đỗ Thị Ngọc Ẩn giữ chức vụ Trưởng phòng Nội vụ kể từ ngày 01/3/2023.",
        "Nơi nhận: - Như Điều 2; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hoàng Quốc Ước",
    )
    places = [told.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("fonts", all_fonts(), ids=lambda fonts: fonts.family)
def test_outside_the_boxes_of_words_and_the_rules_the_paper_is_white(fonts) -> None:
    draft = a_draft()
    (sheet,) = lay_out(draft, dpi=150, fonts=fonts, look=PLAIN)
    (plan,) = compose(draft, fonts, PLAIN)
    left = np.array(sheet.image.convert("L"))
    height, width = left.shape
    for word in sheet.words:
        assert word.box is not None
        y0, y1 = int(word.box.y0 * height) - 1, int(word.box.y1 * height) + 2
        x0, x1 = int(word.box.x0 * width) - 1, int(word.box.x1 * width) + 2
        assert left[y0:y1, x0:x1].min() < 128, f"no ink in the box of {word.text}"
        assert (y1 - y0) * (x1 - x0) < 0.01 * height * width, f"the box of {word.text} is no word's"
    for word in sheet.words:
        box = word.box
        left[int(box.y0 * height) - 1 : int(box.y1 * height) + 2, int(box.x0 * width) - 1 : int(box.x1 * width) + 2] = (
            255
        )
    for s in plan.strokes:
        y, x0, x1 = round(s.y0 * 150 / 72), round(s.x0 * 150 / 72), round(s.x1 * 150 / 72)
        left[y - 3 : y + 4, x0 - 3 : x1 + 4] = 255
    assert left.min() == 255


def test_lines_break_alike_at_every_resolution() -> None:
    coarse, fine = (lay_out(a_draft(), dpi=dpi, look=PLAIN)[0] for dpi in (60, 300))
    assert coarse.text == fine.text
    assert fine.image.size == (2480, 3508)
    for a, b in zip(coarse.words, fine.words, strict=True):
        assert a.box.x0 == pytest.approx(b.box.x0, abs=0.004)
        assert a.box.y1 == pytest.approx(b.box.y1, abs=0.004)


def test_the_same_seed_gives_the_same_page_and_another_seed_another_hand() -> None:
    one, again, other = (lay_out(a_draft(), dpi=100, look=Look(seed=s, clerk=s))[0].image.tobytes() for s in (4, 4, 5))
    assert one == again
    assert one != other


def test_number_and_day_are_written_where_their_words_are() -> None:
    (sheet,) = lay_out(a_draft(), dpi=150, look=Look(seed=2))
    words = {word.text: word for word in sheet.words}
    assert words["307"].box == sheet.marks["number"]
    assert words["05"].box == sheet.marks["day"]
    assert "/QĐ-UBND" in words
    assert sheet.marks["number"].x1 < 0.5 < sheet.marks["day"].x0


def test_the_seal_lies_over_title_and_name_left_of_their_middle() -> None:
    (sheet,) = lay_out(a_draft(), dpi=100, look=Look(seed=2))
    words = {word.text: word for word in sheet.words}
    seal, name, title = sheet.marks["seal"], words["Hoàng"].box, words["PHÓ"].box
    assert seal.x0 < title.x0 < seal.x1
    assert seal.y0 < title.y1 < name.y0 < seal.y1
    signature = sheet.marks["signature"]
    assert signature.x0 < seal.x1 < signature.x1


def test_a_letter_without_a_glyph_stops_the_page() -> None:
    with pytest.raises(MissingGlyph, match="U\\+6F22"):
        lay_out(a_draft(subject="Về việc 漢"), dpi=72)


@pytest.mark.parametrize(
    ("on", "printed"),
    [
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020"),
        (date(2022, 1, 1), "ngày 01 tháng 01 năm 2022"),
        (date(2022, 2, 10), "ngày 10 tháng 02 năm 2022"),
        (date(2021, 12, 31), "ngày 31 tháng 12 năm 2021"),
    ],
)
def test_dates_take_zeros_as_the_decree_says(on: date, printed: str) -> None:
    assert written_date(on) == printed


def test_later_pages_bear_their_number_in_the_top_margin_and_the_signature_is_never_alone() -> None:
    clause = a_draft().clauses[0]
    clauses = tuple(replace(clause, label=f"Điều {n}") for n in range(1, 25))
    sheets = lay_out(a_draft(clauses=clauses), dpi=72, look=PLAIN)
    assert len(sheets) > 1
    for sheet in sheets[1:]:
        first = sheet.lines[0][0]
        assert first.text == str(sheet.number)
        assert first.box.y1 < 20 / 297
        assert (first.box.x0 + first.box.x1) / 2 == pytest.approx(0.5, abs=0.02)
    assert "Điều 24." in sheets[-1].text
    assert "Hoàng Quốc Ước" in sheets[-1].text


@pytest.mark.parametrize("count", range(8, 14))
def test_nothing_leaves_the_margins(count: int) -> None:
    clauses = tuple(replace(a_draft().clauses[0], label=f"Điều {n}") for n in range(1, count))
    for sheet in lay_out(a_draft(clauses=clauses), dpi=72, look=PLAIN):
        for word in sheet.words:
            assert word.box.x0 > 29 / 210, word
            assert word.box.x1 < 196 / 210, word
            assert word.box.y1 < 280 / 297, word


def test_an_annex_has_its_pages_and_its_table_all_its_cells() -> None:
    table = Table(
        head=("STT", "Họ và tên"), rows=tuple((str(n), f"Người Thứ {n}") for n in range(1, 61)), widths=(0.2, 0.8)
    )
    annex = Annex(title=("DANH SÁCH",), origin="(Kèm theo Quyết định số 307/QĐ-UBND)", table=table)
    sheets = lay_out(a_draft(annex=annex), dpi=72, look=PLAIN)
    assert len(sheets) >= 3
    told = " ".join(" ".join(sheet.text.split()) for sheet in sheets[1:])
    assert all(f"{n} Người Thứ {n}" in told for n in range(1, 61))
    assert all("STT" in sheet.text for sheet in sheets[1:])


def test_stamps_copy_mark_and_back() -> None:
    signing = Signing(stack=("TL. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG"), name="Tạ Thị Én")
    look = Look(
        arrival=Arrival(office="UBND quận", number="219", on=date(2023, 2, 7)),
        portal=Portal(signer="Lê Văn Én", office="UBND quận", email="a@b.gov.vn", at=datetime(2023, 2, 6, 9, 30)),
        secrecy="MẬT",
        copy=CopyMark(
            issuer_lines=("ỦY BAN NHÂN DÂN",),
            number="05/SY-UBND",
            place="Hà Nội",
            on=date(2023, 3, 1),
            signing=signing,
        ),
        back=True,
    )
    *fronts, back = lay_out(a_draft(), dpi=100, look=look)
    assert {"arrival", "portal", "secrecy"} <= fronts[0].marks.keys()
    assert "SAO Y" in fronts[-1].text
    assert "Số: 05/SY-UBND" in fronts[-1].text
    assert back.words == ()
    paper = np.array(back.image)
    assert 150 < paper.min() < 250, "the seal shows through, faintly"


def test_a_plan_has_sections_and_no_enacting_line() -> None:
    section = Clause(label="I", title="MỤC ĐÍCH, YÊU CẦU", paragraphs=("1. Một.", "2. Hai."))
    (sheet,) = lay_out(a_draft(kind="ke_hoach", authority=None, clauses=(section,)), dpi=72, look=PLAIN)
    assert "I. MỤC ĐÍCH, YÊU CẦU\n1. Một.\n2. Hai." in sheet.text
    assert "KẾ HOẠCH" in sheet.text
    assert "QUYẾT ĐỊNH:" not in sheet.text


def test_a_page_is_a4() -> None:
    assert (round(WIDTH, 2), round(HEIGHT, 2)) == (595.28, 841.89)


@pytest.mark.parametrize("widths", [(0.1, 0.15, 0.75), (0.2, 0.2, 0.6)], ids=["too narrow", "wide enough"])
def test_no_word_of_a_table_reaches_over_a_rule(widths: tuple[float, ...]) -> None:
    rows = (("1", "15/2015/QĐ-UBND", "Quy định về quản lý chợ"), ("2", "138/2019/QĐ-UBND", "Giá dịch vụ"))
    table = Table(head=("STT", "Số, ký hiệu", "Trích yếu"), rows=rows, widths=widths)
    fonts = find_fonts()
    annex = Annex(title=("DANH MỤC",), origin="(Kèm theo Quyết định)", table=table)
    plan = compose(a_draft(annex=annex), fonts, PLAIN)[-1]
    uprights = sorted({stroke.x0 for stroke in plan.strokes if stroke.x0 == stroke.x1})
    assert uprights[-1] == pytest.approx(RIGHT)
    for piece in (piece for row in plan.rows for piece in row if piece.text in {"15/2015/QĐ-UBND", "138/2019/QĐ-UBND"}):
        end = piece.x + fonts.width(piece.text, piece.style, piece.size)
        assert [x for x in uprights if piece.x < x < end] == []
