"""Words in quotation marks are another text's: the new wording of an amended article, a phrase put for another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.text import Span

_MARK = re.compile(r"[“”„‟\"«»]")
#: New wording is set below "… như sau:", or goes on after new wording.
_BELOW_COLON = re.compile(r":\s*\Z")
_AS_FOLLOWS = re.compile(r"như\s+sau\s*\Z")  #: the colon may be lost before an article
_ARTICLE = re.compile(r"(?:\A|\n)\s*Điều\s+(\d{1,3})\s?[.:]")
_MOST = 60  #: articles of new wording below one article
_HEADING = re.compile(r"\s?Điều\s+\d")
_GOES_ON = re.compile(r"[\s.;,]*")
_PARAGRAPH = re.compile(r"\n\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The stretches of a text between quotation marks, left to right, none within another.

    `blocks`: those that are the new wording of something, with paragraphs, articles and citations of their own.
    """

    spans: tuple[Span, ...]
    blocks: tuple[Span, ...]

    def around(self, offset: int) -> Span | None:
        """The quotation in which a place stands."""
        return _around(self.spans, offset)

    def block_around(self, offset: int) -> Span | None:
        """The new wording in which a place stands."""
        return _around(self.blocks, offset)


def quoted(flat: str) -> Quoted:
    """All quotations. Marks are told apart by where they stand: keyboards and optical readers have one for both.

    Only new wording runs over a paragraph; where nobody closes it, it ends with its paragraph, and an article of it above
    the article that is due.
    """
    spans: list[Span] = []
    blocks: list[Span] = []
    for span, block in _quotations(flat):
        spans.append(span)
        if block:
            blocks.append(span)
    return Quoted(spans=tuple(spans), blocks=tuple(blocks))


def _quotations(flat: str) -> Iterator[tuple[Span, bool]]:
    marks = _Marks(flat)
    headings = [(article.start(), int(article[1])) for article in _ARTICLE.finditer(flat)]
    at, last_block = 0, -1
    for index, (start, opens) in enumerate(marks.found):
        if start < at or not opens:
            continue
        heading = _HEADING.match(flat, start + 1) is not None
        block = _BELOW_COLON.search(flat, max(0, start - 8), start) is not None
        block = block or (heading and _AS_FOLLOWS.search(flat, max(0, start - 12), start) is not None)
        block = block or (last_block >= 0 and _GOES_ON.fullmatch(flat, last_block, start) is not None)
        paragraph = _paragraph_end(flat, start + 1)
        end = marks.closing(index, len(flat) if block else paragraph)
        if end is None and block:
            end = (_above_due(headings, start) if heading else None) or paragraph
        if end is None:
            continue
        yield Span(start=start, end=end), block
        at = end
        last_block = end if block else -1


def _above_due(headings: list[tuple[int, int]], start: int) -> int | None:
    """Where the article behind the one in which new wording begins stands below it. `headings`: places and numbers."""
    at = bisect_right(headings, start, key=lambda heading: heading[0])
    due = headings[at - 1][1] + 1 if at else None
    return next((place for place, number in headings[at : at + _MOST] if number == due), None)


class _Marks:
    """The quotation marks of a text, each with how many quotations are open behind it."""

    def __init__(self, flat: str) -> None:
        self.found = [(mark.start(), _opens(flat, mark.start())) for mark in _MARK.finditer(flat)]
        self._own: list[
            int
        ] = []  #: what a mark opens or closes; one that opens a paragraph of new wording does neither
        self._behind: list[int] = []
        self._reaching: dict[int, list[int]] = {}  #: how many are open → the marks behind which so many are
        level = 0
        for index, (start, opens) in enumerate(self.found):
            inside = opens and _PARAGRAPH.search(flat, max(0, start - 8), start) is not None
            self._own.append((0 if inside else 1) if opens else -1)
            level += self._own[-1]
            self._behind.append(level)
            self._reaching.setdefault(level, []).append(index)

    def closing(self, index: int, limit: int) -> int | None:
        """Where the quotation that a mark opens closes, before a limit."""
        before = self._behind[index] - self._own[index]
        wanted = before if self._own[index] else before - 1
        reaching = self._reaching.get(wanted, [])
        at = bisect_right(reaching, index)
        if at == len(reaching) or self.found[reaching[at]][0] >= limit:
            return None
        return self.found[reaching[at]][0] + 1


def _opens(flat: str, at: int) -> bool:
    if flat[at] != '"':
        return flat[at] in "“„«"
    free = at == 0 or flat[at - 1].isspace() or flat[at - 1] in "([:“"
    return free and not flat[at + 1 : at + 2].isspace()


def _around(spans: tuple[Span, ...], offset: int) -> Span | None:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[index] if index >= 0 and offset < spans[index].end else None


def _paragraph_end(flat: str, at: int) -> int:
    end = flat.find("\n", at)
    return len(flat) if end < 0 else end
