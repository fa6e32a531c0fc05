"""Where marks seem lost, beside which words: only such lines are worth one more look."""

from __future__ import annotations

import pytest

from ocr.lost import seem_lost
from ocr.page import Mark


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("trên địa bàn thành phó trực thuộc", "phó"),
        ("của hệ thông này", "thông"),
        ("tô dân phố số 3", "tô"),
        ("trên địa bàn thành phố trực thuộc", ""),
        # Two phrases in one row: each word stands in one of them as it is.
        ("xây dựng quy trình", ""),
        # ủ bears one mark only: such vowels are rarely misread.
        ("cua các xã", ""),
        # No neighbours across a comma, none inside a name.
        ("thành, phó kia", ""),
        ("ông Thành Phó", ""),
        ("không có trong bảng nào cả", ""),
        ("", ""),
    ],
)
def test_words_that_seem_to_have_lost_marks(line: str, lost: str) -> None:
    words = [Mark(text=text, x0=at * 100, y0=0, x1=at * 100 + 80, y1=20) for at, text in enumerate(line.split())]
    found = seem_lost(words, [word.text for word in words])
    assert " ".join(word.text for word in words if word in found) == lost


def test_what_a_word_settled_as_counts() -> None:
    words = [Mark(text=text, x0=at * 100, y0=0, x1=at * 100 + 80, y1=20) for at, text in enumerate(("hệ", "thông"))]
    assert seem_lost(words, ["hệ", "thống"]) == frozenset()
