"""Sentences of the law: what stands between semicolons, full stops and paragraph ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.text import Span
from extract.sheet import trim

_END = re.compile(r"\n|;|(?<!TP)(?<!TX)(?<!\bQ)\.(?=\s|/\.|\Z)(?!\s*\d)")
#: "Điều 2. Bãi bỏ", "1. Bãi bỏ": the full stop of a heading's number ends nothing.
_HEADING = re.compile(r"(?:Điều\s+)?\d{1,3}[a-zđ]?\Z|[IVX]{1,4}\Z")


def clauses(flat: str, within: Span) -> Iterator[Span]:
    """The clauses of a stretch, without white space at their ends."""
    start = within.start
    for match in _END.finditer(flat, within.start, within.end):
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
