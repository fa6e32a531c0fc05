"""Text that knows its place on the paper."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page in shares of its width and height: 0..1 from the top left corner."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __or__(self, other: Box) -> Box:
        return Box(
            x0=min(self.x0, other.x0), y0=min(self.y0, other.y0), x1=max(self.x1, other.x1), y1=max(self.y1, other.y1)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where on the paper: a page (from 1) and, where the page is an image, a box on it."""

    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """`start` ≤ i < `end` in the string of a DocumentText."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word as read: NFC, never empty, without white space; confidence 0..1."""

    text: str
    page: int
    box: Box | None = None
    confidence: float = 1.0


PageSource = Literal["ocr", "layer", "born", "blank"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What became of one page: the span of its text, where the text came from and why that was believed."""

    number: int
    span: Span
    source: PageSource
    reason: str
    width: int | None = None  #: pixels of the image that was read
    height: int | None = None
    dpi: int | None = None
    rotation: int = 0  #: quarter turns undone, in degrees clockwise
    skew: float = 0.0  #: degrees undone
    confidence: float = 1.0  #: mean word confidence


ZoneName = Literal[
    "head_left",
    "head_right",
    "title",
    "body",
    "foot_left",
    "foot_right",
    "page_number",
    "stamp",
    "signature_stamp",
    "copy_mark",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of text that one part of the form fills (Decree 30/2020, appendix I: the boxes of page 1)."""

    name: ZoneName
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table. A merged one stands in the row and the column in which it begins."""

    column: int  #: from 0
    columns: int = 1  #: how many it fills
    rows: int = 1
    spans: tuple[Span, ...] = ()  #: none for an empty cell, several where its row runs over a page break


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, ruled or set in columns, over all pages on which it goes on; a head that comes again is left out."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int

    @property
    def span(self) -> Span:
        """From its first word to its last. A table without words is none and never kept."""
        spans = [span for row in self.rows for cell in row for span in cell.spans]
        return Span(start=min(span.start for span in spans), end=max(span.end for span in spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """NFC text of a whole file in reading order; words, pages and zones lead from any span back to the paper.

    Lines end in one "\\n"; a blank line divides blocks; pages are divided by "\\f". `starts[i]` is the offset of
    `words[i]` in `string`, ascending. A row of a table is one line, its cells one after another.
    """

    string: str
    words: tuple[Word, ...] = ()
    starts: tuple[int, ...] = ()
    pages: tuple[PageText, ...] = ()
    zones: tuple[Zone, ...] = ()
    tables: tuple[Table, ...] = ()

    def __getitem__(self, span: Span) -> str:
        return self.string[span.start : span.end]

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that the span touches."""
        first = bisect_right(self.starts, span.start) - 1
        if first < 0 or self.starts[first] + len(self.words[first].text) <= span.start:
            first += 1
        return self.words[first : bisect_left(self.starts, span.end)]

    def place(self, span: Span) -> Place | None:
        """The page on which the span begins, and the box around its words there."""
        page = self.page_at(span.start)
        if page is None:
            return None
        boxes = [w.box for w in self.words_in(span) if w.box is not None and w.page == page.number]
        box = None
        for each in boxes:
            box = each if box is None else box | each
        return Place(page=page.number, box=box)

    def places(self, span: Span) -> tuple[Place, ...]:
        """One place for every line of every page that the span runs over: what a reader would see marked."""
        found: list[Place] = []
        for line in self.lines(span):
            place = self.place(line)
            if place is not None and place.box is not None:
                found.append(place)
        return tuple(found)

    def confidence(self, span: Span) -> float:
        """The lowest confidence of the words that the span touches; 1 where the text was born digital."""
        return min((w.confidence for w in self.words_in(span)), default=1.0)

    def page_at(self, offset: int) -> PageText | None:
        """The page that an offset stands on."""
        for page in self.pages:
            if page.span.start <= offset <= page.span.end:
                return page
        return None

    def zone(self, name: ZoneName) -> tuple[Span, ...]:
        """All stretches of one zone, in reading order."""
        return tuple(z.span for z in self.zones if z.name == name)

    def lines(self, within: Span | None = None) -> Iterator[Span]:
        """Spans of the lines that are not blank, without their ends."""
        start = within.start if within else 0
        stop = within.end if within else len(self.string)
        while start < stop:
            end = min((i for i in (self.string.find(c, start, stop) for c in "\n\f") if i >= 0), default=stop)
            if self.string[start:end].strip():
                yield Span(start=start, end=end)
            start = end + 1
