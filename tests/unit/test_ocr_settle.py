"""Between the letters that a reader weighed, neighbours decide; what no reader weighed never comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.candidates import candidates
from ocr.page import Mark, Rivals
from ocr.settle import settled


def word(text: str, rivals: dict[int, str] | None = None, weight: float = 0.6, at: int = 0) -> Mark:
    """A word whose letters at these places have rivals."""
    found: Rivals = tuple(tuple((o, weight) for o in (rivals or {}).get(i, "")) for i in range(len(text)))
    return Mark(text=text, x0=at * 100, y0=0, x1=at * 100 + 80, y1=20, confidence=0.9, rivals=found)


@pytest.mark.parametrize(
    ("line", "doubt", "meant"),
    [
        ("chính quyên địa phương", {1: {3: "ềể"}}, "chính quyền địa phương"),
        ("sửa đối, bô sung", {1: {1: "ổ"}, 2: {1: "ổồ"}}, "sửa đổi, bổ sung"),
        ("một sô điêu", {1: {1: "ố"}, 2: {2: "ề"}}, "một số điều"),
        ("Kiêm tra", {0: {2: "ể"}}, "Kiểm tra"),
        ("QUYÉT ĐỊNH:", {0: {3: "Ế"}}, "QUYẾT ĐỊNH:"),
        ("Thủ tướng Chính phú", {3: {2: "ủ"}}, "Thủ tướng Chính phủ"),
        # Nothing but the pair's place in the table speaks for it, and no reader saw it: it stays.
        ("chính quyên địa phương", {}, "chính quyên địa phương"),
        # A name is no phrase.
        ("ông Trần Bô Nhiêm", {2: {1: "ổ"}, 3: {3: "ệ"}}, "ông Trần Bô Nhiêm"),
        # What was read whole stays whole where nothing speaks for the rival.
        ("tên là Hồ", {2: {1: "ô"}}, "tên là Hồ"),
        ("số 2O3/TTr-BNV", {1: {1: "0"}}, "số 2O3/TTr-BNV"),
    ],
)
def test_letters_weighed_by_their_neighbours(line: str, doubt: dict[int, dict[int, str]], meant: str) -> None:
    words = [word(text, doubt.get(i), at=i) for i, text in enumerate(line.split())]
    assert " ".join(settled(words)) == meant


def test_a_second_look_puts_in_what_the_first_did_not_weigh() -> None:
    first, after = word("hê"), word("thống", at=1)
    second = word("hệ")
    assert settled([first, after], [{first: second}]) == ["hệ", "thống"]
    assert settled([first, after]) == ["hê", "thống"]


def test_a_pair_read_surely_elsewhere_on_the_page_speaks_too() -> None:
    sure = [word(text, at=i) for i, text in enumerate(["bờ", "kè", "bờ", "kè", "bờ", "kè"])]
    assert settled([*sure, word("bờ"), word("ke", {1: "è"})])[-1] == "kè"


LETTERS = st.sampled_from("aăâbcdđêghiklmnôơpqrstuưvxyáàảãạếềểễệốồổỗộ0123456789/-.")
WORDS = st.text(LETTERS, min_size=1, max_size=8)


@given(WORDS, st.lists(LETTERS, min_size=8, max_size=8), st.floats(0.1, 1.2))
def test_every_candidate_was_seen_letter_for_letter_and_digits_stay(
    text: str, others: list[str], weight: float
) -> None:
    rivals = tuple(((other, weight),) for other in others[: len(text)])
    first = Mark(text=text, x0=0, y0=0, x1=9, y1=9, rivals=rivals)
    for found in candidates(first):
        assert len(found) == len(text)
        assert all(now in (was, rival) for now, was, rival in zip(found, text, others, strict=False))
        assert [c for c in found if c.isdecimal()] == [c for c in text if c.isdecimal()]
