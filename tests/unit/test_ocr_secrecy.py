"""The mark of secrecy, and all that only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocr.columns import Section, arrange
from ocr.page import Mark
from ocr.read import read
from ocr.secrecy import find_mark, is_nearly_a_mark, is_secrecy_mark
from samples.box import Paper, pilot, write_paper
from samples.look import Look


@pytest.mark.parametrize(
    "line",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "| MẬT |",
        "[TỐI MẬT]",
        "MẠT",
        "TÓI MẬT",
        "TUYỆT  MẬT.",
        "M Ậ T",
        "T Ố I  M Ậ T",
        "Độ mật: MẬT",
        "Mức độ mật: Tối mật",
        "Số: 501/QĐ-UBND   MẬT",
    ],
)
def test_marks(line: str) -> None:
    assert is_secrecy_mark(line)


@pytest.mark.parametrize(
    "line",
    [
        "HỎA TỐC",
        "THƯỢNG KHẨN",
        "bảo mật",
        "Mật",
        "mật",
        "BẢO MẬT",
        "BÍ MẬT NHÀ NƯỚC",
        "Độ mật: Thường",
        "Độ mật:",
        "Mật độ: Mật",
        "Số lượng: mật ong",
        "MẬT ONG",
        "DANH MỤC BÍ MẬT",
        "",
        "12",
    ],
)
def test_no_marks(line: str) -> None:
    assert not is_secrecy_mark(line)


@pytest.mark.parametrize("said", ["MẬT", "MÂI", "IUYỆ I MẬI", "LUYỆT MÂT", "TÔI MẠT", "TUYỆT MẬTI"])
def test_a_stamped_mark_with_a_misread_letter_is_still_one(said: str) -> None:
    assert is_nearly_a_mark(said)


@pytest.mark.parametrize("said", ["KHẨN", "HỎA TỐC", "THƯỢNG KHẨN", "ĐẾN", "SAO Y", "BẢN SAO", "UBND", "A", "TÔI", ""])
def test_other_stamps_are_not(said: str) -> None:
    assert not is_nearly_a_mark(said)


@pytest.mark.parametrize("word", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "HỎA TỐC", "KHẨN"])
@pytest.mark.parametrize("recipe", ["faint", "low", "office"])
def test_stamps_on_damaged_scans(word: str, recipe: str, tmp_path: Path) -> None:
    secret = word.endswith("MẬT")
    look = Look(seed=2, clerk=2, secrecy=word) if secret else Look(seed=2, clerk=2, urgency=word)
    paper = Paper(name="a.pdf", draft=pilot(2)[5], look=look, recipe=recipe, dpi=200, font=0)
    assert (read(write_paper(paper, tmp_path)).secret_page == 1) is secret


def line_of(text: str, x: float, y: float, number: int) -> list[Mark]:
    """Words 20 pixels high, 12 pixels a letter."""
    marks, left = [], x
    for word in text.split():
        marks.append(Mark(text=word, x0=left, y0=y, x1=left + 12 * len(word), y1=y + 20, line=number))
        left += 12 * len(word) + 8
    return marks


def page(*extra: tuple[str, float, float]) -> list[Section]:
    """A first page of 1000 × 1400 with further lines at their places."""
    lines = [
        ("BỘ Y TẾ", 150, 60),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 480, 60),
        ("Độc lập - Tự do - Hạnh phúc", 530, 90),
        ("Số: 12/QĐ-BYT", 140, 130),
        ("Hà Nội, ngày 05 tháng 3 năm 2024", 520, 130),
        ("QUYẾT ĐỊNH", 460, 200),
        ("Về việc thành lập Tổ công tác", 360, 230),
        ("BỘ TRƯỞNG BỘ Y TẾ", 420, 280),
        ("Căn cứ Luật An ninh mạng và quy định về bảo mật thông tin của Bộ;", 180, 330),
        ("Điều 1. Thành lập Tổ công tác về bảo vệ bí mật nhà nước.", 180, 370),
        *extra,
    ]
    marks = [mark for number, row in enumerate(lines) for mark in line_of(*row, number)]
    return arrange(marks, 1000, 1400)


@pytest.mark.parametrize("place", [(150, 165), (60, 205), (100, 250), (60, 282)])
def test_black_mark_under_number_or_beside_the_title(place: tuple[float, float]) -> None:
    assert find_mark(page(("TỐI MẬT", *place)), (), 1000, 1400) is not None


@pytest.mark.parametrize("extra", [("HỎA TỐC", 60, 205), ("MẬT", 120, 1000), ("MẬT ONG", 60, 205)])
def test_other_stamps_and_cells_further_down(extra: tuple[str, float, float]) -> None:
    assert find_mark(page(extra), (), 1000, 1400) is None


def test_the_words_of_a_text_are_no_mark() -> None:
    assert find_mark(page(), (), 1000, 1400) is None


@pytest.mark.parametrize(("text", "y", "found"), [("MẬT", 200, True), ("HỎA TỐC", 200, False), ("MẬT", 1200, False)])
def test_red_stamps(text: str, y: float, found: bool) -> None:
    assert (find_mark(page(), tuple(line_of(text, 700, y, 1)), 1000, 1400) is not None) is found


def test_a_page_without_a_head_bears_its_mark_in_red_only() -> None:
    marks = [*line_of("MẬT", 100, 100, 1), *line_of("Cột một và cột hai của một bảng số liệu dài", 100, 130, 2)]
    sections = arrange(marks, 1000, 1400)
    assert find_mark(sections, (), 1000, 1400) is None
    assert find_mark(sections, tuple(line_of("MẬT", 100, 100, 1)), 1000, 1400) is not None
