"""What people type, and what they mean by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.index.number_terms import key_of, keys_in
from search_api.index.query import MOST_CLAUSES, Clause, Number, parse


def shown(clause: Clause) -> str:
    """A number as #key|key, words as typed, "!" behind those that must have their marks."""
    if isinstance(clause, Number):
        return "#" + "|".join(clause.keys)
    return " ".join(word.text + "!" * word.exact for word in clause.words)


@pytest.mark.parametrize(
    ("typed", "must"),
    [
        ("quyet dinh bổ nhiệm", ["quyet", "dinh", "bổ!", "nhiệm!"]),
        ("QUYET ĐINH", ["quyet", "đinh!"]),
        ("Hòa hoà", ["hoà!"]),
        ("bổ bổ bo", ["bổ!", "bo"]),
        ('"bổ nhiem" an', ["bổ! nhiem", "an"]),
        ("“bổ nhiệm” „an“ «ban»", ["bổ! nhiệm!", "an", "ban"]),
        ('"bổ nhiệm', ["bổ!", "nhiệm!"]),
        ('a"b c"d', ["a", "b c", "d"]),
        ("và/hoặc a_b 29.3.2021", ["và! hoặc!", "a b", "29 3 2021"]),
        ("Hà Nội - Huế", ["hà!", "nội!", "huế!"]),
        ("2015-2020", ["2015 2020"]),
        ("a AND b OR *:* kind:x", ["a", "and", "b", "or", "kind x"]),
        ('!!! … ""', []),
        ("", []),
        # numbers, whole
        ("12/QĐ-UBND", ["#12 qd ubnd"]),
        ("12/QD-UBND", ["#12 qd ubnd"]),
        ("12/qđ-ubnd", ["#12 qd ubnd"]),
        ("012/QÐ-UBND,", ["#12 qd ubnd"]),
        ("(12/QĐ-UBND)", ["#12 qd ubnd"]),
        ('"12/QĐ-UBND"', ["#12 qd ubnd"]),
        ("12/QĐ–UBND", ["#12 qd ubnd"]),
        ("12 / QĐ - UBND", ["#12 qd ubnd"]),
        ("12/QĐ -UBND", ["#12 qd ubnd"]),
        ("Số: 12/QĐ-UBND", ["#12 qd ubnd"]),
        ("số:12/QĐ-UBND", ["#12 qd ubnd"]),
        ("quyết định số 12/QĐ-UBND về", ["quyết!", "định!", "#12 qd ubnd", "về!"]),
        ("hồ số mới", ["hồ!", "số!", "mới!"]),
        ("77/2015/QH13", ["#77 2015 qh13"]),
        ("32/2021/nđ-cp", ["#32 2021 nd cp"]),
        ("127-QĐ/TW", ["#127 qd tw"]),
        ("1028a/QĐ-UBND", ["#1028a qd ubnd"]),
        ("17/UBND-VP", ["#17 ubnd vp"]),
        ("12/QĐ-UBND-NC", ["#12 qd ubnd nc"]),
        # numbers in words
        ("12 qd ubnd", ["#12 qd ubnd"]),
        ("12 QĐ-UBND", ["#12 qd ubnd"]),
        ("12/2021 nđ cp", ["#12 2021 nd cp"]),
        ("77 2015 qh13", ["#77 2015 qh13"]),
        ("12 qd tu", ["#12 qd tu"]),
        ("12 QD CA", ["#12 qd ca"]),
        ("12 qd ubnd bo nhiem", ["#12 qd ubnd|12 qd ubnd bo|12 qd ubnd bo nhiem", "bo", "nhiem"]),
        ("bo nhiem 12 qd ubnd", ["bo", "nhiem", "#12 qd ubnd"]),
        # what only begins like a number, or is none
        ("12/QĐ", ["12 qd"]),
        ("29/3/2021", ["29 3 2021"]),
        ("12/2021", ["12 2021"]),
        ("điều 3 nq số 5", ["điều!", "3", "nq", "số!", "5"]),
        ("10 tt huế", ["10", "tt", "huế!"]),
        ("12 qd -ubnd", ["12", "qd"]),
    ],
)
def test_what_must_be_there(typed: str, must: list[str]) -> None:
    assert [shown(clause) for clause in parse(typed).must] == must


@pytest.mark.parametrize(
    ("typed", "must", "must_not"),
    [
        ("nhiem -bổ", ["nhiem"], ["bổ!"]),
        ('-"bổ nhiem" -x', [], ["bổ! nhiem", "x"]),
        ("-12/QĐ-UBND", [], ["#12 qd ubnd"]),
        ("12/QĐ-UBND -Hà", ["#12 qd ubnd"], ["hà!"]),
        ("a-b", ["a b"], []),
        ("a - b -- -", ["a", "b"], []),
        ("–b", ["b"], []),
    ],
)
def test_what_must_not_be_there(typed: str, must: list[str], must_not: list[str]) -> None:
    query = parse(typed)
    assert ([shown(c) for c in query.must], [shown(c) for c in query.must_not]) == (must, must_not)


@given(st.text() | st.text(alphabet='12qđub/-. "”aắ\u0301\n', max_size=60))
def test_no_text_is_an_error(typed: str) -> None:
    query = parse(typed)
    for clause in (*query.must, *query.must_not):
        if isinstance(clause, Number):
            assert all(key.split()[0][0].isdecimal() for key in clause.keys)
        else:
            assert clause.words
            assert all(word.text and all(char.isalnum() for char in word.text) for word in clause.words)


def test_endless_questions_end() -> None:
    assert len(parse(" ".join(f"w{n}" for n in range(5000))).must) == MOST_CLAUSES
    assert parse("w1 " * 100_000).must == parse("w1").must


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Căn cứ Quyết định số 12/QĐ-UBND ngày 1/2/2020", {"12 qd ubnd"}),
        ("12/QĐ -UBND; 07/2021/NÐ-CP", {"12 qd ubnd", "7 2021 nd cp"}),
        ("theo 12/qđ-ubnd", {"12 qd ubnd"}),
        ("112/QĐ-UBND", {"112 qd ubnd"}),
        ("12/QĐ-UBND-NC", {"12 qd ubnd nc"}),
        ("12/QĐ; 1/2/2020; km 5/10", set()),
    ],
)
def test_numbers_in_a_text(text: str, keys: set[str]) -> None:
    assert keys_in(text) == keys


@pytest.mark.parametrize("chunk", ["", "12", "12/", "QĐ-UBND", "1/2/2020", "12/QĐ", "a12/QĐ-UBND"])
def test_what_is_no_whole_number(chunk: str) -> None:
    assert key_of(chunk) is None
