"""Articles whose numbers do not rise: told once, with the place, and never where the numbers are another text's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.decisions import find_decisions
from tests.property.laid_out import laid_out
from tests.unit.test_extract_problems import FOOT, HEAD, MISREAD, WHOLE, codes, decided


def numbered(*numbers: int) -> str:
    articles = (f"Điều {number}. Giao việc thứ {at} cho Văn phòng.\n" for at, number in enumerate(numbers, start=1))
    return HEAD + "".join(articles) + FOOT.replace("Như Điều 3", "Như Điều 1")


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((1, 2, 3), []),
        ((1, 2, 2, 3), ["article_twice"]),
        ((1, 2, 2), ["article_twice"]),
        ((1, 1, 2), ["article_twice"]),
        ((1, 3, 2), ["article_out_of_order"]),
        ((2, 1, 3), ["article_out_of_order"]),
        ((1, 2, 4), ["missing_article"]),
        # The second Điều 2 is the Điều 3 that would be missing: one slip, told once.
        ((1, 2, 2, 4), ["article_twice"]),
        ((1, 2, 2, 5), ["article_twice", "missing_article"]),
        # A text below the last article counts from one.
        ((1, 2, 3, 1, 2), []),
    ],
)
def test_numbers_of_articles(numbers: tuple[int, ...], found: list[str]) -> None:
    problems = decided(numbered(*numbers)).problems
    assert sorted(problem.code for problem in problems) == sorted(found)
    assert all(problem.field == "articles" and problem.place for problem in problems)


def test_the_sentence_shows_the_second_article() -> None:
    (told,) = decided(numbered(1, 2, 2, 3)).problems
    assert "Điều 2" in told.message and "Giao việc thứ 3" in told.message


@pytest.mark.parametrize(
    ("numbers", "labels"),
    [
        ((1, 2, 2, 3), [1, 2, 2, 3]),
        ((1, 2, 2), [1, 2, 2]),
        ((1, 1, 2), [1, 1, 2]),
        ((1, 2, 2, 4), [1, 2, 2, 4]),
        # One behind a later one stays part of it, and a text below the last article is none of the decision's.
        ((1, 3, 2), [1, 3]),
        ((1, 2, 3, 1, 2), [1, 2, 3]),
    ],
)
def test_a_second_article_of_one_number_is_one_of_its_own(numbers: tuple[int, ...], labels: list[int]) -> None:
    articles = decided(numbered(*numbers)).articles
    assert [each.label for each in articles] == [f"Điều {number}" for number in labels]
    kept = [at for at, each in enumerate(articles) if "Giao việc" in each.text]
    assert len(kept) == len(labels)


WORDING = "Điều 1. Sở Tài chính chủ trì kiểm tra hằng năm.\nĐiều 2. Sở Nội vụ phối hợp.\n"


@pytest.mark.parametrize(
    "wording",
    [f"“{WORDING.strip()}”\n", WORDING],
)
def test_new_wording_has_numbers_of_its_own(wording: str) -> None:
    amends = "Điều 2. Sửa đổi Điều 1 và Điều 2 Quyết định số 5/2020/QĐ-UBND ngày 05/6/2020 như sau:\n"
    text = f"{HEAD}Điều 1. Giao việc.\n{amends}{wording}Điều 3. Chánh Văn phòng thi hành.\n{FOOT}"
    assert not {"article_twice", "article_out_of_order"} & set(codes(decided(text)))
    assert [each.label for each in decided(text).articles] == ["Điều 1", "Điều 2", "Điều 3"]


def test_an_annex_has_numbers_of_its_own() -> None:
    assert codes(decided(WHOLE, "QUY CHẾ\nHoạt động của Tổ trực ban\nĐiều 1. Phạm vi.\nĐiều 2. Đối tượng.\n")) == []


def test_what_is_told_as_a_paragraph_is_not_told_again() -> None:
    article = "Điều 2. Quyết định này có hiệu lực kể từ ngày 01/02/2025 và thay thế các quy định trước đây.\n"
    text = f"{HEAD}Điều 1. Giao việc.\n{article}{article}Điều 3. Chánh Văn phòng thi hành.\n{FOOT}"
    assert codes(decided(text)) == ["repeated_paragraph"]
    assert [each.label for each in decided(text).articles] == ["Điều 1", "Điều 2", "Điều 3"]


def test_on_a_scan_the_number_was_perhaps_misread() -> None:
    (decision,) = find_decisions(laid_out(numbered(1, 2, 3, 3), "ocr"))
    (told,) = [each.message for each in decision.problems if each.code == "article_twice"]
    assert MISREAD in told


def test_a_stain_read_as_a_raised_figure_hides_no_article() -> None:
    assert codes(decided(WHOLE.replace("Điều 1.", "–⁷ Điều 1."))) == []


@pytest.mark.parametrize(("height", "found"), [(0.1, False), (1.0, True)])
def test_a_speck_below_a_word_is_not_the_word_again(height: float, found: bool) -> None:
    text = WHOLE.replace("chịu trách nhiệm", "của của chịu trách nhiệm")
    reading = laid_out(text, "ocr")
    last = max(at for at, word in enumerate(reading.text.words) if word.text == "của")
    box = reading.text.words[last].box
    assert box is not None
    low = replace(reading.text.words[last], box=replace(box, y1=box.y0 + height * (box.y1 - box.y0)))
    words = (*reading.text.words[:last], low, *reading.text.words[last + 1 :])
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    assert ("repeated_words" in codes(decision)) is found
