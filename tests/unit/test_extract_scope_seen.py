"""Which part of another instrument is meant, where an eye was not sure of it: for review, the relation stays."""

from __future__ import annotations

import pytest

from decisions.decision import Relation
from decisions.reading import Reading
from decisions.text import DocumentText, PageText, Span, Word
from extract.decisions import find_decisions
from tests.unit.test_extract_relations import HEAD


def scanned(body: str, unsure: str | None = None) -> Relation:
    """The relation of a body that an eye read, one of its words badly."""
    string = f"{HEAD}Căn cứ Luật Lưu trữ ngày 21/6/2024;\nQUYẾT ĐỊNH:\n{body}\nCHỦ TỊCH\nLê Văn Mẫu\n"
    starts, words, at = [], [], 0
    for part in string.split():
        at = string.index(part, at)
        starts.append(at)
        words.append(Word(text=part, page=1, confidence=0.4 if part == unsure else 0.96))
        at += len(part)
    page = PageText(number=1, span=Span(start=0, end=len(string)), source="ocr", reason="image")
    text = DocumentText(string=string, words=tuple(words), starts=tuple(starts), pages=(page,))
    (decision,) = find_decisions(Reading(sha256="0" * 64, media_type="application/pdf", text=text))
    (relation,) = (each for each in decision.relations if each.action == "repeals")
    return relation


@pytest.mark.parametrize(("unsure", "state"), [(None, "sure"), ("7", "review")])
def test_a_label_that_was_hardly_seen(unsure: str | None, state: str) -> None:
    relation = scanned(
        "Điều 1. Bãi bỏ khoản 7 Điều 12 Quyết định số 45/QĐ-UBND ngày 03/02/2020 từ ngày 01/3/2025.", unsure
    )
    assert (relation.scope, relation.state) == (("khoản 7 Điều 12",), state)


@pytest.mark.parametrize(
    ("annex", "state"),
    [
        ("V.8", "sure"),
        ("II.8", "review"),
        ("1A", "sure"),
        ("B", "sure"),
        ("IV", "sure"),
        ("I", "review"),
        ("11", "review"),
        ("IÏ.8", "review"),
        ("HI.§", "review"),
        ("III.!", "review"),
    ],
)
def test_the_label_of_an_annex_is_a_letter_or_a_number(annex: str, state: str) -> None:
    relation = scanned(
        f"Điều 1. Bãi bỏ mục 3 Phụ lục {annex} kèm theo Quyết định số 45/QĐ-UBND ngày 03/02/2020 từ ngày 01/3/2025."
    )
    assert relation.state == state


def test_a_phrase_in_other_marks() -> None:
    scopes = ("một số nội dung", "một số nội dụng")
    told = [
        scanned(f"Điều 1. Bãi bỏ {each} của Quyết định số 45/QĐ-UBND ngày 03/02/2020 từ ngày 01/3/2025.")
        for each in scopes
    ]
    assert [each.state for each in told] == ["sure", "review"]
