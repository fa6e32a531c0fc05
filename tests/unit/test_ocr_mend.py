"""Made pages with harmed words: what a second look mends, what it leaves, and that every word keeps its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocr.engines import EngineFailed, Layout, OcrEngine
from ocr.gaps import fill_gaps, gaps
from ocr.mend import mend
from ocr.page import Colour, Frame, Grey, Mark
from samples.fonts import Style, find_fonts

DPI = 300
UNIT = 30


def line_of(text: str, y: float, line: int = 0) -> list[Mark]:
    """Words 30 pixels high, 15 a letter."""
    found, x = [], 200.0
    for each in text.split():
        found.append(Mark(text=each, x0=x, y0=y, x1=x + 15 * len(each), y1=y + UNIT, confidence=0.95, line=line))
        x += 15 * len(each) + 12
    return found


def drawn(lines: Sequence[Mark], says: str = "") -> Grey:
    """A page on which these words are printed, or others in their places."""
    page = Image.new("L", (2480, 3300), 255)
    for word, text in zip(lines, says.split() or [word.text for word in lines], strict=True):
        size = UNIT * 1.1
        width = font("regular", size).getlength(text)
        if width > word.x1 - word.x0:
            size *= (word.x1 - word.x0) / width
        base = word.y0 + 0.8 * UNIT
        ImageDraw.Draw(page).text((word.x0, base), text, fill=0, font=font("regular", size), anchor="ls")
    return np.array(page, np.uint8)


def font(style: Style, size: float) -> ImageFont.FreeTypeFont:
    return find_fonts().face(style, size)


@dataclass
class Reader(OcrEngine):
    """An engine that answers with one line of words wherever it is asked; a text a call, the last one for good."""

    texts: list[str]
    fails: bool = False
    asked: list[tuple[int, int]] = field(default_factory=list)
    name: str = "reader/1"

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        self.asked.append((image.shape[0], dpi))
        if self.fails:
            raise EngineFailed("broken")
        text = self.texts.pop(0) if len(self.texts) > 1 else self.texts[0]
        # As pasted: the line begins a word's height after the left edge, in the middle of the strip.
        scale, y = dpi / DPI, image.shape[0] / 2
        return tuple(
            replace(
                word,
                x0=(word.x0 - 200 + UNIT) * scale,
                x1=(word.x1 - 200 + UNIT) * scale,
                y0=y - 15 * scale,
                y1=y + 15 * scale,
            )
            for word in line_of(text, 0)
        )


def test_a_page_without_words_is_left_alone() -> None:
    assert mend((), drawn([]), DPI, Reader(["x"])).marks == ()


def test_dust_below_a_word_is_not_that_word_again() -> None:
    """A speck of two pixels, called a letter: what is seen in its line at its place is the word above it."""
    words = line_of("Giao quản lý hồ sơ của các đơn vị", 400)
    of = words[5]
    dust = replace(of, text="c", x0=of.x0 + 8, x1=of.x0 + 11, y0=of.y1 + 8, y1=of.y1 + 10)
    looked = mend([*words, dust], drawn(words), DPI, Reader(["khác"]))
    assert " ".join(mark.text for mark in looked.marks) == "Giao quản lý hồ sơ của các đơn vị"


def test_sure_pages_are_read_once() -> None:
    words = line_of("Căn cứ Luật ngày 19/6/2015;", 400)
    reader = Reader(["khác"])
    assert mend(words, drawn(words), DPI, reader).marks == tuple(words)
    assert reader.asked == []


@pytest.mark.parametrize(
    ("first", "looks", "now"),
    [
        ("Tờ trình số 373/1Tr-SNV ngày", ["Tờ trình số 573/TTr-SNV ngày"], "Tờ trình số 573/TTr-SNV ngày"),
        ("Luật số 31/2024/0H15, Luật", ["Luật số 31/2024/QH15, Luật"], "Luật số 31/2024/QH15, Luật"),
        ("tháng 3Š năm", ["tháng 35 năm", "tháng 35 năm"], "tháng 35 năm"),
        # Two looks differ: the shape on the paper decides.
        ("tháng 3Š năm", ["tháng 35 năm", "tháng 38 năm"], "tháng 35 năm"),
    ],
)
def test_harmed_figures_are_read_again(first: str, looks: list[str], now: str) -> None:
    words = line_of(first, 400)
    looked = mend(words, drawn(words, now), DPI, Reader(list(looks)))
    assert " ".join(mark.text for mark in looked.marks) == now
    assert [(m.was, m.mark.text) for m in looked.mended] == [
        (was, is_) for was, is_ in zip(first.split(), now.split(), strict=True) if was != is_
    ]
    assert [(m.x0, m.y0, m.x1, m.y1) for m in looked.marks] == [(m.x0, m.y0, m.x1, m.y1) for m in words]


@pytest.mark.parametrize(
    ("first", "paper"),
    [
        ("của thành phó trực", "của thành phố trực"),
        ("mương công lớn", "mương cống lớn"),
        ("(rước khi) thi", "(trước khi) thi"),
        # What the paper bears is what the engine read.
        ("của thành phó trực", "của thành phó trực"),
        ("số 38 ngày", "số 38 ngày"),
    ],
)
def test_letters_are_seen_as_the_paper_has_them(first: str, paper: str) -> None:
    words = line_of(first, 400)
    reader = Reader(["khác"])
    looked = mend(words, drawn(words, paper), DPI, reader)
    assert " ".join(mark.text for mark in looked.marks) == paper
    assert {m.by for m in looked.mended} <= {"words/1"}
    assert reader.asked == []


@pytest.mark.parametrize(
    ("printed", "again", "believed"), [("35", "35", True), ("38", "35", False), ("35", "36", False)]
)
def test_figures_that_two_readers_see_alike_are_believed(printed: str, again: str, believed: bool) -> None:
    words = [replace(word, confidence=0.7) for word in line_of("tháng 35 năm", 400)]
    looked = mend(words, drawn(words, f"tháng {printed} năm"), DPI, Reader([f"tháng {again} năm"]))
    figure = looked.marks[1]
    assert (figure.text, figure.confidence >= 0.9) == ("35", believed)
    assert looked.mended == ()


def test_a_shape_makes_no_sure_figure_doubtful() -> None:
    words = line_of("thành phó số 35 ngày", 400)
    looked = mend(words, drawn(words, "thành phố số 36 ngày"), DPI, Reader(["khác"]))
    assert [(mark.text, mark.confidence) for mark in looked.marks][3] == ("35", 0.95)


def test_a_shape_that_the_engine_weighed_too_makes_a_figure_doubtful() -> None:
    words = line_of("thành phố số 35 ngày", 400)
    words[3] = replace(words[3], rivals=((), (("6", 0.2),)))
    looked = mend(words, drawn(words, "thành phố số 36 ngày"), DPI, Reader(["khác"]))
    assert looked.marks[3].confidence < 0.9


def test_a_number_torn_by_a_space_is_joined_over_both_boxes() -> None:
    words = line_of("ngày 1 9/6/2015; của", 400)
    words[1] = replace(words[1], confidence=0.5)
    seen = Reader(["ngày 19/6/2015; của"])
    looked = mend(words, drawn(words), DPI, seen)
    whole = next(mark for mark in looked.marks if mark.text == "19/6/2015;")
    assert (whole.x0, whole.x1) == (words[1].x0, words[2].x1)
    assert looked.mended[0].was == "1 9/6/2015;"
    assert "150 dpi" in looked.mended[0].by


def test_an_engine_that_fails_the_second_time_changes_nothing() -> None:
    words = line_of("Tờ trình số 373/1Tr-SNV ngày", 400)
    assert mend(words, drawn(words), DPI, Reader(["x"], fails=True)).marks == tuple(words)


def test_other_words_keep_their_reading() -> None:
    words = line_of("ông Trần Văn Đặng số 3Š", 400)
    looked = mend(words, drawn(words), DPI, Reader(["ông Trân Vàn Dặng số 35", "ông Trần Văn Đặng số 35"]))
    assert " ".join(mark.text for mark in looked.marks) == "ông Trần Văn Đặng số 35"


def test_a_dropped_block_is_read_or_said() -> None:
    above = line_of("một hai ba bốn năm sáu bảy", 400)
    lost = [*line_of("tám chín mười mười một", 500), *line_of("mười hai mười ba chín", 550)]
    page = drawn([*above, *lost])
    (gap,) = gaps(above, (), page, DPI)
    assert gap.y0 == pytest.approx(505, abs=8)
    assert gap.y1 == pytest.approx(575, abs=8)
    assert "mười" in " ".join(mark.text for mark in fill_gaps(above, (), page, DPI, Reader(["mười hai mười ba"])).marks)
    unread = fill_gaps(above, (), page, DPI, Reader(["x"], fails=True))
    assert unread.marks == ()
    assert len(unread.unread) == 1
    assert fill_gaps(above, [Frame(x0=0, y0=480, x1=2480, y1=600)], page, DPI, Reader(["x"])).unread == ()


@pytest.mark.parametrize(
    ("x", "seen", "read"),
    [
        (200, "2024.", ["2024."]),
        (200, "phủ;", ["phủ;"]),
        (200, "Xw(]", []),  # a stain that happens to stand there
        (1200, "2024.", []),  # in the midst of the page no line begins
    ],
)
def test_a_dropped_last_line_of_a_paragraph_is_read(x: int, seen: str, read: list[str]) -> None:
    kept = [word for line in range(5) for word in line_of("một hai ba bốn năm sáu", 400 + 100 * line, line)]
    lost = [replace(word, x0=word.x0 + x - 200, x1=word.x1 + x - 200) for word in line_of("abcd", 450)]
    found = fill_gaps(kept, (), drawn([*kept, *lost]), DPI, Reader([seen]))
    assert ([mark.text for mark in found.marks], found.unread) == (read, ())


def test_seals_and_signatures_are_no_dropped_lines() -> None:
    above = line_of("một hai ba bốn năm sáu bảy", 400)
    page = drawn(above)
    cv2.circle(page, (1700, 2200), 210, 0, 14)
    cv2.polylines(page, [np.array([[1500 + 9 * i, int(2600 + 60 * np.sin(i))] for i in range(60)])], False, 0, 5)
    assert gaps(above, (), page, DPI) == []
