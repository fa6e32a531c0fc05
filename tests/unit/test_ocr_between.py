"""Words end and begin where paper lies between them, wherever the engine has cut the line."""

import numpy as np
import pytest

from ocr.between import parting
from ocr.page import Mark

_TOP, _BOTTOM = 10.0, 30.0


def _line(*inked: tuple[int, int]) -> np.ndarray:
    page = np.full((40, 200), 255, np.uint8)
    for begin, end in inked:
        page[12:28, begin:end] = 0
    return page


def _mark(text: str, x0: float, x1: float) -> Mark:
    return Mark(text=text, x0=x0, y0=_TOP, x1=x1, y1=_BOTTOM)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((51.0, 58.0), (51.0, 58.0)),  # as the engine has them
        ((50.0, 66.0), (50.0, 60)),  # the second begins in its first letter
        ((64.0, 66.0), (50, 60)),  # the first ends in the first letter of the second
        ((46.0, 48.0), (50, 60)),  # the second begins in the last letter of the first
        ((22.0, 24.0), (22.0, 24.0)),  # far from any gap
    ],
)
def test_a_gap_is_where_the_paper_is(told: tuple[float, float], expected: tuple[float, float]) -> None:
    page = _line((10, 22), (24, 34), (36, 50), (60, 72), (74, 90))
    assert parting(_mark("Như", 10, told[0]), _mark("Điều", told[1], 90), _TOP, _BOTTOM, page) == expected


def test_words_that_touch_part_where_the_engine_says() -> None:
    page = _line((10, 90))
    assert parting(_mark("Như", 10, 50), _mark("Điều", 55, 90), _TOP, _BOTTOM, page) == (50, 55)


def test_a_line_at_the_edge_of_the_page_is_no_error() -> None:
    page = _line((0, 20), (30, 200))
    assert parting(_mark("a", -5, 20), _mark("b", 25, 230), -8.0, 6.0, page) == (20, 25)
