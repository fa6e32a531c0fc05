"""Pages put together: every word of the text leads back to its place."""

from __future__ import annotations

import unicodedata

import pytest

from decisions.text import Box, PageText, Place, Span, Word
from ocr.assemble import assemble
from ocr.page import Block, Frame, PageRead
from ocr.place import box_of

NOWHERE = Span(start=0, end=0)


def page(number: int, *blocks: Block) -> PageRead:
    return PageRead(about=PageText(number=number, span=NOWHERE, source="ocr", reason=""), blocks=blocks)


def line(text: str, number: int = 1) -> tuple[Word, ...]:
    return tuple(
        Word(text=word, page=number, box=Box(x0=i / 20, y0=0, x1=(i + 1) / 20, y1=0.1))
        for i, word in enumerate(text.split())
    )


def test_lines_blocks_and_pages() -> None:
    text = assemble(
        [
            page(1, Block(lines=(line("một hai"), line("ba"))), Block(lines=(line("bốn"),))),
            page(2),
            page(3, Block(lines=(line("năm", 3),))),
        ]
    )
    assert text.string == "một hai\nba\n\nbốn\f\fnăm"
    assert [text[p.span] for p in text.pages] == ["một hai\nba\n\nbốn", "", "năm"]
    assert [text.string[s : s + len(w.text)] for s, w in zip(text.starts, text.words, strict=True)] == [
        "một",
        "hai",
        "ba",
        "bốn",
        "năm",
    ]


def test_a_span_leads_to_its_page_and_box() -> None:
    text = assemble([page(1, Block(lines=(line("a b"),))), page(2, Block(lines=(line("c d e", 2),)))])
    start = text.string.index("d e")
    assert text.place(Span(start=start, end=start + 3)) == Place(page=2, box=Box(x0=0.05, y0=0, x1=0.15, y1=0.1))


def test_neighbouring_blocks_of_one_part_are_one_zone() -> None:
    text = assemble(
        [
            page(
                1,
                Block(zone="head_left", lines=(line("A"),)),
                Block(zone="body", lines=(line("B"),)),
                Block(zone="body", lines=(line("C"),)),
                Block(lines=(line("D"),)),
            )
        ]
    )
    assert [(zone.name, text[zone.span]) for zone in text.zones] == [("head_left", "A"), ("body", "B\n\nC")]


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        (unicodedata.normalize("NFD", "Quyết"), "Quyết"),
        ("QÐ-UBND", "QĐ-UBND"),
        ("a\u00a0b", "ab"),
    ],
)
def test_words_are_normal_and_without_white_space(read: str, kept: str) -> None:
    text = assemble([page(1, Block(lines=((Word(text=read, page=1),),)))])
    assert text.string == text.words[0].text == kept


def test_words_of_nothing_leave_no_trace() -> None:
    text = assemble([page(1, Block(lines=((Word(text="\u00a0", page=1),), line("x"))), Block(lines=()))])
    assert text.string == "x"


@pytest.mark.parametrize("skew", [-3.0, 0.0, 2.0])
def test_boxes_lie_on_the_page_as_it_was_before_straightening(skew: float) -> None:
    from math import cos, radians, sin

    # A word found at the right end of the middle line of a straightened page 1000 × 1000.
    box = box_of(Frame(x0=900, y0=490, x1=940, y1=510), 1000, 1000, skew)
    x, y = 500 + 420 * cos(radians(skew)), 500 + 420 * sin(radians(skew))
    assert (box.x0 + box.x1) / 2 * 1000 == pytest.approx(x, abs=1)
    assert (box.y0 + box.y1) / 2 * 1000 == pytest.approx(y, abs=1)


def test_boxes_end_at_the_edge_of_the_page() -> None:
    assert box_of(Frame(x0=-5, y0=0, x1=1200, y1=30), 1000, 1000, 0.0) == Box(x0=0, y0=0, x1=1, y1=0.03)
