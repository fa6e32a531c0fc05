"""Names, stretches of time, facets and places as the index keeps them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decisions.question import Answer, Hit, Snippet, Spell
from search_api.index.cursor import After, cursor, cursor_text
from search_api.index.days import written
from search_api.index.facets import facets
from search_api.index.fields import label
from search_api.index.names import issuer_words, person_term, person_terms
from search_api.index.spells import spell_terms, terms_on
from search_api.index.wire import answer_json

days = st.dates() | st.sampled_from([date.min, date.max])


@given(st.none() | days, st.none() | days, days)
def test_a_day_lies_in_a_stretch_if_and_only_if_they_share_a_term(
    start: date | None, end: date | None, day: date
) -> None:
    terms = set(spell_terms([Spell(status="in_force", start=start, end=end)]))
    inside = (start is None or start <= day) and (end is None or day < end)
    assert bool(terms & set(terms_on("in_force", day))) == inside
    assert not terms & set(terms_on("expired", day))
    assert len(terms) <= 44


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nguyễn Văn An", True),
        ("nguyen an", True),
        ("An Nguyễn", True),
        ("AN", True),
        ("Nguyễn Văn Anh", False),
        ("Nguyễn Văn An Bình", False),
    ],
)
def test_what_of_a_persons_name_finds_it(typed: str, found: bool) -> None:
    assert (person_term(typed) in person_terms("Nguyễn Văn An")) == found


@pytest.mark.parametrize(
    ("day", "forms"),
    [
        (
            date(2022, 7, 1),
            [
                *("01/07/2022", "01/7/2022", "1/07/2022", "1/7/2022"),
                *("ngày 01 tháng 07 năm 2022", "ngày 01 tháng 7 năm 2022"),
                *("ngày 1 tháng 07 năm 2022", "ngày 1 tháng 7 năm 2022"),
            ],
        ),
        (date(2023, 12, 15), ["15/12/2023", "ngày 15 tháng 12 năm 2023"]),
    ],
)
def test_a_day_as_people_write_it(day: date, forms: list[str]) -> None:
    assert list(written(day)) == forms


def test_a_list_of_words_is_no_name_but_does_no_harm() -> None:
    assert len(person_terms("một hai ba bốn năm sáu bảy tám chín mười")) == 127


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("UBND phường Bạch Liên", True),
        ("Ủy ban nhân dân phường Bạch Liên", True),
        ("ubnd bach lien", True),
        ("bạch liên", True),
        ("UBND phường Bạch", True),
        ("UBND quận Bạch Liên", False),
        ("HĐND phường Bạch Liên", False),
    ],
)
def test_what_of_an_issuers_name_finds_it(typed: str, found: bool) -> None:
    assert (set(issuer_words(typed)) <= set(issuer_words("Uỷ ban nhân dân phường Bạch Liên"))) == found


def test_facets_are_ordered_by_count_then_by_name() -> None:
    raw = {"kind": [("b", 2), ("a", 2), ("c", 9)], "signer": [(label("Lê Thủy"), 1), (label("Lê Thuỷ"), 2)]}
    assert facets(raw) == {"kind": (("c", 9), ("a", 2), ("b", 2)), "signer": (("Lê Thuỷ", 3),)}


@given(st.floats(allow_nan=False, width=32), st.integers(min_value=0, max_value=2**62), st.text(min_size=1))
def test_a_cursor_comes_back_as_it_was(score: float, rank: int, id: str) -> None:
    after = After(score=score, rank=rank, id=id)
    assert cursor(cursor_text(after)) == after
    assert cursor_text(after).isascii()


def test_no_cursor_is_the_beginning() -> None:
    assert cursor(None) is None
    assert cursor("") is None


def test_the_answer_as_json() -> None:
    hit = Hit(
        id="d1",
        kind="quyet_dinh",
        number="12/QĐ-UBND",
        issued_on=date(2024, 5, 2),
        issuer="Sở Y tế",
        subject=None,
        score=1.23456789,
        name="hop 1/qd-12.pdf",
        snippets=(Snippet(text="bổ nhiệm", marks=((0, 2),), page=3),),
    )
    assert answer_json(Answer(total=7, hits=(hit,), facets={"kind": (("quyet_dinh", 7),)}, next="abc")) == {
        "total": 7,
        "hits": [
            {
                "id": "d1",
                "kind": "quyet_dinh",
                "number": "12/QĐ-UBND",
                "issued_on": "2024-05-02",
                "issuer": "Sở Y tế",
                "subject": None,
                "name": "hop 1/qd-12.pdf",
                "score": 1.2346,
                "snippets": [{"text": "bổ nhiệm", "marks": [[0, 2]], "page": 3}],
            }
        ],
        "facets": {"kind": [["quyet_dinh", 7]]},
        "next": "abc",
    }
