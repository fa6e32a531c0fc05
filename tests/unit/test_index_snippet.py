"""Snippets show the words as they stand on paper, on the page where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.fold import nfc
from search_api.index.marks import marks
from search_api.index.query import parse
from search_api.index.snippet import MOST, snippets

PAPER = "QUYẾT ĐỊNH số 12/QĐ-UBND\nvề việc bổ nhiệm Trưởng phòng; bỏ Quyết định 112/QĐ-UBND và 12/QĐ-UBND-NC, thủy lợi"


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("quyet", ["QUYẾT", "Quyết"]),
        ("bo", ["bổ", "bỏ"]),
        ("bổ", ["bổ"]),
        ("thuỷ", ["thủy"]),
        ('"quyết dinh"', ["QUYẾT ĐỊNH", "Quyết định"]),
        ('"định so"', ["ĐỊNH số"]),
        ('"việc bổ nhiệm trưởng"', ["việc bổ nhiệm Trưởng"]),
        ('bổ "bổ nhiệm"', ["bổ nhiệm"]),
        ("12/QĐ-UBND", ["12/QĐ-UBND"]),
        ("112 qd ubnd", ["112/QĐ-UBND"]),
        ("12/QĐ-UBND-NC", ["12/QĐ-UBND-NC"]),
        ("nhiem -bo", ["nhiệm"]),
        ("kế hoạch", []),
        ("nhi", []),
        ("", []),
    ],
)
def test_what_is_marked(typed: str, marked: list[str]) -> None:
    assert [PAPER[start:end] for start, end in marks(typed, PAPER)] == marked


def test_page_and_marks() -> None:
    (snippet,) = snippets(parse("suoi vang"), [(1, "trang một"), (11, "Phụ lục: hồ Suối Vàng\nđập chính")])
    assert snippet.page == 11
    assert snippet.text == "Phụ lục: hồ Suối Vàng\nđập chính"
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["Suối", "Vàng"]


def test_the_richest_places_are_chosen_and_stand_in_reading_order() -> None:
    far = "một hai ba bốn năm sáu bảy tám chín " * 20
    pages = [(1, f"{far} bổ {far} bổ {far} nhiệm {far} bổ nhiệm {far}"), (2, f"{far} lương {far}")]
    found = snippets(parse("bổ nhiệm lương"), pages)
    assert len(found) == MOST
    assert [[each.text[a:b] for a, b in each.marks] for each in found] == [["bổ"], ["bổ", "nhiệm"], ["lương"]]
    assert [each.page for each in found] == [1, 1, 2]
    assert all(len(each.text) < 300 for each in found)


def test_a_phrase_over_the_end_of_a_page_shows_on_both() -> None:
    found = snippets(parse('"bổ nhiệm ông"'), [(1, "việc bổ"), (2, "nhiệm ông An")])
    assert [(each.page, [each.text[a:b] for a, b in each.marks]) for each in found] == [(1, ["bổ"]), (2, ["nhiệm ông"])]


def test_nothing_asked_nothing_shown() -> None:
    assert snippets(parse(""), [(1, PAPER)]) == ()
    assert snippets(parse("-bổ"), [(1, PAPER)]) == ()
    assert snippets(parse("bổ"), []) == ()


page_text = st.text(alphabet="abổ  \n12/QĐ-x", max_size=400).map(nfc)


@given(st.lists(page_text, max_size=4), st.sampled_from(["a", "bổ", "bo", '"a bổ"', "12/QĐ-X", "a b bo"]))
def test_snippets_are_pieces_of_their_pages(texts: list[str], typed: str) -> None:
    pages = list(enumerate(texts, 1))
    for snippet in snippets(parse(typed), pages):
        assert snippet.page
        assert snippet.text in texts[snippet.page - 1]
        assert snippet.marks
        ends = [0, *(edge for mark in snippet.marks for edge in mark), len(snippet.text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in snippet.marks)
