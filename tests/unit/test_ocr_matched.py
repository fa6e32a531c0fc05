"""Words of two readings that are the same ink: all pairs at once say what each pair says alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ocr.matched import once, over, twins
from ocr.page import Mark

_sides = st.tuples(*(st.integers(0, 30) for _ in range(2)), *(st.integers(0, 12) for _ in range(2)))


def words(sides: list[tuple[int, int, int, int]], said: str) -> list[Mark]:
    return [Mark(text=f"{said}{n}", x0=x, y0=y, x1=x + w, y1=y + h) for n, (x, y, w, h) in enumerate(sides)]


@given(st.lists(_sides, max_size=12), st.lists(_sides, max_size=12))
def test_a_twin_is_the_only_word_over_another_and_lies_over_one_only(
    one: list[tuple[int, int, int, int]], other: list[tuple[int, int, int, int]]
) -> None:
    first, second = words(one, "a"), words(other, "b")
    expected = {
        word: over(word, second)[0]
        for word in first
        if len(over(word, second)) == 1 and len(over(over(word, second)[0], first)) == 1
    }
    assert twins(first, second) == expected


def test_a_word_read_as_two_has_no_twin() -> None:
    whole = words([(0, 0, 40, 10)], "a")
    halves = words([(0, 0, 18, 10), (22, 0, 18, 10)], "b")
    assert twins(whole, halves) == {}
    assert twins(whole, words([(1, 1, 38, 10)], "b"))[whole[0]].text == "b0"


def test_a_piece_of_a_word_that_was_seen_twice_goes() -> None:
    (whole,) = words([(0, 0, 60, 20)], "trong")
    (piece,) = words([(44, 1, 16, 19)], "ợ")
    (comma,) = words([(56, 14, 4, 6)], "dấu")
    (next_,) = words([(64, 0, 30, 20)], "thời")
    assert once([whole, piece, comma, next_]) == (whole, comma, next_)
    stain = replace(whole, text=".")
    assert once([stain, piece]) == (stain, piece)
    assert once([]) == ()
