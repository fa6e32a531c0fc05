"""Sentences of the law: what stands between semicolons, full stops and paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.text import Span
from extract.letters import LOW
from extract.sheet import trim

#: Degrees before a name end no sentence: "PGS.TS. Nguyễn …", "ThS. BS. …".
_DEGREE = r"(?<!\b[GTBKLD]S)(?<!ThS)(?<!Ths)(?<!PGS)(?<!\bCN)"
#: A point alone between words, small letters behind it, is a speck.
_SPECK = rf"(?!(?<=\s\.)\s+[{LOW}])"
_STOP = rf"(?<!TP)(?<!TX)(?<!\bQ){_DEGREE}\.(?=\s|/\.|\Z)(?!\s*\d){_SPECK}"
_END = re.compile(rf"\n|;|{_STOP}")
_FULL_END = re.compile(rf"\n|{_STOP}")
#: A bracket that is open where a line ends, and closes soon on the next, was only wrapped: "(có / Phụ lục kèm theo)".
_OPEN = re.compile(r"\([^()\n]{0,60}\Z")
_CLOSES = re.compile(r"\n[^()\n]{0,120}\)")
#: "Điều 2. Bãi bỏ", "1. Bãi bỏ": the full stop of a heading's number ends nothing.
_HEADING = re.compile(r"(?:Điều\s+)?\d{1,3}[a-zđ]?\Z|[IVX]{1,4}\Z")


def clauses(flat: str, within: Span) -> Iterator[Span]:
    """The clauses of a stretch, without white space at their ends."""
    return _pieces(flat, within, _END)


def sentences(flat: str, within: Span) -> Iterator[Span]:
    """The sentences of a stretch: clauses joined by semicolons are one."""
    return _pieces(flat, within, _FULL_END)


def _wraps(flat: str, piece: Span, at: int) -> bool:
    """Does the line end within a bracket that the next one closes?"""
    closes = _CLOSES.match(flat, at, piece.end)
    return closes is not None and _OPEN.search(flat, max(piece.start, at - 62), at) is not None


def _pieces(flat: str, within: Span, ends: re.Pattern[str]) -> Iterator[Span]:
    start = within.start
    for match in ends.finditer(flat, within.start, within.end):
        if match.group() == "\n" and _wraps(flat, Span(start=start, end=within.end), match.start()):
            continue
        if match.group() == "." and _HEADING.search(flat[max(start, match.start() - 12) : match.start()].strip()):
            if _HEADING.fullmatch(flat[start : match.start()].strip()):
                continue
        span = trim(flat, start, match.start())
        if span.start < span.end:
            yield span
        start = match.end()
    span = trim(flat, start, within.end)
    if span.start < span.end:
        yield span
