"""Numbers, dates and codes: what stands there was seen there, and where looks differ nothing stays sure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocr.figures import decide, is_figure, joined, own_second_choice, well_formed
from ocr.page import Mark


def word(text: str, confidence: float = 0.95, x0: float = 0, x1: float = 80) -> Mark:
    return Mark(text=text, x0=x0, y0=0, x1=x1, y1=20, confidence=confidence)


@pytest.mark.parametrize(
    ("text", "can_be"),
    [
        ("19/6/2015;", True),
        ("31/6/2015", False),
        ("29/02/2024", True),
        ("29/02/2023", False),
        ("573/TTr-SNV", True),
        ("373/1Tr-SNV", False),
        ("12§4/QĐ", False),
        ("31/2024/QH15,", True),
        ("31/2024/0H15,", False),
        ("31/2024/QH13", False),
        ("1420TTr-BQL", False),
        ("2.416,5", True),
        ("466/00-", False),
        ("5/9,", True),
        ("3Š", False),
    ],
)
def test_what_can_be(text: str, can_be: bool) -> None:
    assert well_formed(text) is can_be


@pytest.mark.parametrize(
    ("text", "before", "figure"),
    [("II", "tháng", True), ("l6", "ngày", True), ("II", "Chương", False), ("Il", "và", False), ("16", "", True)],
)
def test_letters_stand_for_figures_only_where_the_form_has_some(text: str, before: str, figure: bool) -> None:
    assert is_figure(text, before) is figure


@pytest.mark.parametrize(
    ("first", "looks", "text", "sure"),
    [
        ("573/TTr-SNV", ["573/TTr-SNV"], "573/TTr-SNV", True),
        ("373/1Tr-SNV", ["573/TTr-SNV"], "573/TTr-SNV", False),
        ("203/TTr-BNV", ["503/TTr-BNV"], "203/TTr-BNV", False),
        ("203/TTr-BNV", ["503/TTr-BNV", "503/TTr-BNV"], "503/TTr-BNV", False),
        ("203/TTr-BNV", ["503/TTr-BNV", "203/TTr-BNV"], "203/TTr-BNV", False),
        ("3Š", ["35", "36"], "3Š", False),
        ("3Š", ["35", "35"], "35", False),
        ("31/6/2015", ["21/6/2015"], "21/6/2015", False),
    ],
)
def test_form_then_majority(first: str, looks: list[str], text: str, sure: bool) -> None:
    found = decide(word(first), [word(look) for look in looks])
    assert found.text == text
    assert (found.confidence >= 0.9) is sure
    assert (found.x0, found.y0, found.x1, found.y1) == (0, 0, 80, 20)


FIGURES = st.text(st.sampled_from("0123456789/-TRQDĐlIO"), min_size=1, max_size=9)


@given(FIGURES, st.lists(FIGURES, max_size=3))
def test_figures_are_never_made_up(first: str, looks: list[str]) -> None:
    found = decide(word(first), [word(look) for look in looks])
    assert found.text in {first, *looks}
    assert found.text == first or found.confidence < 0.9


def test_the_readers_own_digits_where_it_took_letters() -> None:
    first = replace(word("II"), rivals=((("1", 0.5), ("l", 0.4)), (("1", 0.4),)))
    own = own_second_choice(first)
    assert own is not None
    assert own.text == "11"
    code = replace(word("l00/KH-UBND"), rivals=((("1", 0.5),), *[()] * 10))
    assert (found := own_second_choice(code)) is not None
    assert found.text == "100/KH-UBND"
    dash = replace(word("60/2021/NĐJCP"), rivals=(*[()] * 10, (("-", 0.4),), (), ()))
    assert (found := own_second_choice(dash)) is not None
    assert found.text == "60/2021/NĐ-CP"
    square = replace(word("7.395m7"), rivals=(*[()] * 5, (("0", 0.5),), ()))
    assert own_second_choice(square) is None
    assert own_second_choice(replace(word("II"), rivals=((("l", 0.5),), (("1", 0.4),)))) is None


def test_a_torn_number_is_joined_when_it_was_seen_whole() -> None:
    parts = [word("1", x0=0, x1=8), word("9/6/2015", x0=10, x1=80)]
    whole = joined(parts, word("19/6/2015"))
    assert whole is not None
    assert (whole.text, whole.x0, whole.x1) == ("19/6/2015", 0, 80)
    assert whole.confidence < 0.9
    assert joined(parts, word("19/5/2015")) is None
