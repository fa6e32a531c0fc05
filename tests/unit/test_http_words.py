"""What the pages say: nothing is missing in a language, nothing is said by nobody."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest

from search_api.web.marked import cut
from search_api.web.words import day, kind_label, moment, title_of, words

WEB = files("search_api.web")
#: Keys made of two parts while a page is laid out.
MADE = r"(outcome|state|match|field|list|source|facet)\.\w+|act_\w+"


def used() -> set[str]:
    """Keys that stand in the templates and the code by themselves."""
    found: set[str] = set()
    for folder in (WEB / "templates", WEB):
        for file in folder.iterdir():
            if file.name.endswith((".html", ".py")):
                text = file.read_text(encoding="utf-8")
                found |= set(re.findall(r"\bt\.(\w+)", text))
                found |= set(re.findall(r"(?:_words|words\(lang\)|named|\bt)\[f?[\"']([\w.]+)[\"']\]", text))
                found |= set(re.findall(r"\bt\['([\w.]+)'\]", text))
    return found


def test_every_word_is_there_and_every_word_is_said() -> None:
    known = set(words("vi"))
    assert used() <= known
    said_by_name = {"from", "to", "as_of", "person", "status"}  # labels of filters that are on
    assert {key for key in known - used() - said_by_name if not re.fullmatch(MADE, key)} == set()


def test_both_languages_say_everything_with_the_same_gaps() -> None:
    vi, en = words("vi"), words("en")
    for key, sentence in vi.items():
        assert sentence, key
        assert en[key], key
        assert re.findall(r"{\w+}", sentence) == re.findall(r"{\w+}", en[key]), key


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (date(2022, 7, 1), "01/07/2022", "1 July 2022"),
        ("2019-11-27", "27/11/2019", "27 November 2019"),
        (None, "", ""),
    ],
)
def test_days(value: date | str | None, vi: str, en: str) -> None:
    assert (day(value, "vi"), day(value, "en")) == (vi, en)


def test_moments_are_those_of_vietnam() -> None:
    assert moment(datetime(2026, 6, 30, 18, 30, tzinfo=UTC), "vi") == "01:30 · 01/07/2026"


def test_labels_come_from_the_tables_and_unknown_codes_stay() -> None:
    assert kind_label("quyet_dinh", "vi") == "Quyết định"
    assert kind_label("x_y", "vi") == "x_y"


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([], ["abcdef"]),
        ([(1, 3, "m")], ["a", "[m]bc", "def"]),
        ([(0, 6, "m"), (2, 4, "n")], ["[m]ab", "[m n]cd", "[m]ef"]),
        ([(1, 3, "m"), (2, 5, "n")], ["a", "[m]b", "[m n]c", "[n]de", "f"]),
        ([(-4, 2, "m"), (5, 99, "n"), (3, 3, "none")], ["[m]ab", "cde", "[n]f"]),
    ],
)
def test_a_text_is_cut_at_its_marks(marks: list[tuple[int, int, str]], pieces: list[str]) -> None:
    cut_up = cut("abcdef", marks)
    assert [(f"[{' '.join(p.marks)}]" if p.marks else "") + p.text for p in cut_up] == pieces
    begun = [name for piece in cut_up for name in piece.begin]
    assert len(begun) == len(set(begun))


@pytest.mark.parametrize(
    ("kind", "number", "subject", "file", "title"),
    [
        ("quyet_dinh", "218/QĐ-UBND", "Về việc ủy quyền", "a.pdf", "Quyết định 218/QĐ-UBND"),
        ("quyet_dinh", None, "Về việc ủy quyền", "a.pdf", "Quyết định: Về việc ủy quyền"),
        ("quyet_dinh", None, None, "a.pdf", "Quyết định: a.pdf"),
        (None, None, None, "bao/bai-viet.txt", "Văn bản: bao/bai-viet.txt"),
        (None, None, None, None, "Văn bản"),
    ],
)
def test_what_a_document_is_called(
    kind: str | None, number: str | None, subject: str | None, file: str | None, title: str
) -> None:
    assert title_of(kind, number, subject, file, "vi") == title
