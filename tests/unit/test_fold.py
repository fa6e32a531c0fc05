"""Folding loses marks and nothing else: lengths stay, and the ways to type one word become one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.fold import fold, has_marks, mark, nfc, words

VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
any_text = st.text().map(nfc)
vietnamese_text = st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + " -/.12")


@given(any_text | vietnamese_text)
def test_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text) == len(mark(text))


@given(any_text | vietnamese_text)
def test_marks_are_all_that_differs(text: str) -> None:
    assert fold(mark(text)) == fold(text)
    assert [len(word) for word in fold(text).split()] == [len(word) for word in mark(text).split()]


@given(any_text | vietnamese_text)
def test_once_is_enough(text: str) -> None:
    assert nfc(text) == text
    assert fold(fold(text)) == fold(text)
    assert mark(mark(text)) == mark(text)


@given(any_text | vietnamese_text)
def test_only_letters_digits_and_spaces_are_left(text: str) -> None:
    assert all(char == " " or char.isalnum() for char in fold(text) + mark(text))


@given(vietnamese_text)
def test_folded_vietnamese_is_ascii(text: str) -> None:
    assert fold(text).isascii()


@given(vietnamese_text)
def test_decomposed_text_is_the_same_text(text: str) -> None:
    assert nfc(unicodedata.normalize("NFD", text)) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("hòa", "hoà"),
        ("Hoà", "hoà"),
        ("khỏe", "khoẻ"),
        ("ủy", "uỷ"),
        ("Thủy", "thuỷ"),
        ("THÚY", "thuý"),
        ("hóa", "hoá"),
        ("tòan", "toàn"),
        ("ngòai", "ngoài"),
        ("khủyu", "khuỷu"),
        ("qúy", "quý"),
        ("qủan", "quản"),
        ("qùa", "quà"),
        ("Ðường", "đường"),
        # Those that have one place only, and must not be moved:
        ("của", "của"),
        ("mùa", "mùa"),
        ("thuở", "thuở"),
        ("tuyến", "tuyến"),
        ("quyền", "quyền"),
        ("quỹ", "quỹ"),
        ("khuya", "khuya"),
        ("ngoèo", "ngoèo"),
        ("lóng", "lóng"),
    ],
)
def test_tone_placement(typed: str, kept: str) -> None:
    assert mark(nfc(typed)) == kept


@pytest.mark.parametrize(
    ("one", "other"),
    [("đường", "dương"), ("bán", "bàn"), ("hoá", "hoa"), ("quyết", "quyêt"), ("thủy", "thụy"), ("lúa", "lụa")],
)
def test_other_marks_are_other_words(one: str, other: str) -> None:
    assert mark(one) != mark(other)
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Quyết định số 12/QĐ-UBND", ["quyet", "dinh", "so", "12", "qd", "ubnd"]),
        ("29.3.2021", ["29", "3", "2021"]),
        ("a_b", ["a", "b"]),
        ("32/2021/NÐ-CP", ["32", "2021", "nd", "cp"]),
        ("Quye\u0302\u0301t đi\u0323nh", ["quyet", "dinh"]),
        ("“Huế”…", ["hue"]),
        ("", []),
    ],
)
def test_words(text: str, folded: list[str]) -> None:
    assert words(text) == folded


@pytest.mark.parametrize(
    ("word", "marked"), [("duong", False), ("dương", True), ("QD", False), ("QĐ", True), ("12", False), ("hòa", True)]
)
def test_has_marks(word: str, marked: bool) -> None:
    assert has_marks(word) is marked
