"""A second look takes what it reads better and leaves the rest as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest

from ocr.engines import EngineFailed, Layout, OcrEngine
from ocr.look import look_again, regions
from ocr.page import Colour, Grey, Mark
from tests.unit.ocr_lines import BODY, FOOT, HEAD, HEIGHT, TITLE, WIDTH, Line, words

PAGE = np.full((HEIGHT, WIDTH), 255, np.uint8)


@dataclass
class Reader(OcrEngine):
    """An engine that sees these lines in crops as wide as the head's, or in the narrower ones of the foot."""

    lines: Sequence[Line]
    confidence: float = 0.95
    fails: bool = False
    in_foot: bool = False
    asked: list[tuple[int, ...]] = field(default_factory=list)
    name: str = "reader/1"

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        self.asked.append(image.shape)
        if self.fails:
            raise EngineFailed("broken")
        found = words(list(self.lines)) if (image.shape[1] < WIDTH) is self.in_foot else []
        return tuple(
            Mark(text=m.text, x0=m.x0, y0=m.y0, x1=m.x1, y1=m.y1, confidence=self.confidence, line=m.line)
            for m in found
            if m.x1 <= image.shape[1] and m.y1 <= image.shape[0]
        )


def first_pass(*lost: str, confidence: float = 0.5) -> list[Mark]:
    """The page as first read: some lines lost, nothing sure."""
    lines = [line for line in [*HEAD, *TITLE, *BODY, *FOOT] if line[0] not in lost]
    return [
        Mark(text=m.text, x0=m.x0, y0=m.y0, x1=m.x1, y1=m.y1, confidence=confidence, line=m.line) for m in words(lines)
    ]


def text(marks: Sequence[Mark]) -> str:
    return " ".join(mark.text for mark in marks)


def test_head_and_signature_block_are_looked_at_again() -> None:
    head, foot = regions(first_pass(), WIDTH, HEIGHT, first=True)
    assert (head.x0, head.y0, head.x1) == (0, 0, WIDTH)
    assert 150 < head.y1 < 200
    assert foot.x0 >= 0.38 * WIDTH
    assert foot.y0 < 538 < foot.y1


def test_a_page_that_only_goes_on_is_read_once() -> None:
    marks = words([("một hai ba bốn năm sáu bảy tám", 140, 100 + 30 * i) for i in range(9)])
    reader = Reader([])
    assert look_again(marks, PAGE, 300, reader, first=False) == tuple(marks)
    assert reader.asked == []


def test_the_top_of_a_first_page_without_a_head_is_looked_at() -> None:
    marks = words([("một hai ba bốn năm sáu bảy tám", 140, 300 + 30 * i) for i in range(9)])
    (top,) = regions(marks, WIDTH, HEIGHT, first=True)
    assert (top.y0, top.y1) == (0, pytest.approx(0.2 * HEIGHT))


def test_a_lost_line_is_found() -> None:
    seen = look_again(first_pass("PHƯỜNG BẠCH MAI"), PAGE, 300, Reader(HEAD), first=True)
    assert "PHƯỜNG BẠCH MAI" in text(seen)


@pytest.mark.parametrize(("confidence", "taken"), [(0.95, True), (0.4, False)])
def test_the_better_reading_stays(confidence: float, taken: bool) -> None:
    again = [("Số: 219/QĐ-UBND", x, y) if line.startswith("Số") else (line, x, y) for line, x, y in HEAD]
    seen = look_again(first_pass(confidence=0.6), PAGE, 300, Reader(again, confidence), first=True)
    assert ("219/QĐ-UBND" in text(seen)) is taken
    assert ("218/QĐ-UBND" in text(seen)) is not taken


def test_nothing_is_there_twice() -> None:
    seen = look_again(first_pass(), PAGE, 300, Reader(HEAD), first=True)
    assert len(seen) == len(first_pass())


def test_words_cut_by_the_edge_of_the_region_are_not_taken() -> None:
    marks = first_pass(confidence=0.6)
    foot = regions(marks, WIDTH, HEIGHT, first=True)[1]
    # Relative to the crop: a line that begins at its very edge, where the left column was cut through.
    again = look_again(marks, PAGE, 300, Reader([("n sai", 2, 640 - foot.y0)], in_foot=True), first=True)
    assert "sai" not in text(again)
    inside = look_again(marks, PAGE, 300, Reader([("n đúng", 200, 640 - foot.y0)], in_foot=True), first=True)
    assert "đúng" in text(inside)


def test_an_engine_that_fails_the_second_time_changes_nothing() -> None:
    marks = first_pass()
    assert look_again(marks, PAGE, 300, Reader([], fails=True), first=True) == tuple(marks)
