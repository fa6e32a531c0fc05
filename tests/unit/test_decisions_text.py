"""Spans lead to words, words to boxes."""

from __future__ import annotations

import pytest

from decisions.text import Box, DocumentText, PageText, Place, Span, Word, Zone


def made_text() -> DocumentText:
    """Two pages: "Số: 12/QĐ\\nHà Nội" and "Điều 1"; each word a box of one tenth of the page's width."""
    rows = [
        ("Số:", 1, 0.0, 0.1),
        ("12/QĐ", 1, 0.1, 0.1),
        ("Hà", 1, 0.0, 0.2),
        ("Nội", 1, 0.1, 0.2),
        ("Điều", 2, 0.0, 0.1),
        ("1", 2, 0.1, 0.1),
    ]
    string = "Số: 12/QĐ\nHà Nội\fĐiều 1"
    words, starts, at = [], [], 0
    for text, page, x, y in rows:
        at = string.index(text, at)
        starts.append(at)
        words.append(Word(text=text, page=page, box=Box(x0=x, y0=y, x1=x + 0.1, y1=y + 0.05), confidence=0.5 + x))
        at += len(text)
    return DocumentText(
        string=string,
        words=tuple(words),
        starts=tuple(starts),
        pages=(
            PageText(number=1, span=Span(start=0, end=16), source="ocr", reason="no text layer"),
            PageText(number=2, span=Span(start=17, end=len(string)), source="ocr", reason="no text layer"),
        ),
        zones=(Zone(name="head_left", span=Span(start=0, end=9)),),
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Số: 12/QĐ", ["Số:", "12/QĐ"]),
        ("12", ["12/QĐ"]),
        ("2/QĐ\nHà", ["12/QĐ", "Hà"]),
        ("Điều 1", ["Điều", "1"]),
        (" ", []),
    ],
)
def test_a_span_touches_these_words(said: str, words: list[str]) -> None:
    text = made_text()
    start = text.string.index(said)
    assert [w.text for w in text.words_in(Span(start=start, end=start + len(said)))] == words


def test_the_place_of_a_span_is_the_box_around_its_words_on_its_first_page() -> None:
    text = made_text()
    place = text.place(Span(start=4, end=16))
    assert place == Place(page=1, box=Box(x0=0.0, y0=0.1, x1=0.2, y1=0.25))


def test_a_span_over_two_lines_has_a_place_for_each() -> None:
    text = made_text()
    assert [p.page for p in text.places(Span(start=0, end=len(text.string)))] == [1, 1, 2]


def test_a_span_is_as_sure_as_its_weakest_word() -> None:
    text = made_text()
    assert text.confidence(Span(start=0, end=9)) == 0.5
    assert text.confidence(Span(start=4, end=9)) == 0.6


def test_zones_give_their_spans() -> None:
    text = made_text()
    assert [text[s] for s in text.zone("head_left")] == ["Số: 12/QĐ"]
    assert text.zone("title") == ()
