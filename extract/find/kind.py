"""Which kind of instrument is it? The name below the head says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from decisions.fact import Fact
from decisions.fold import fold
from decisions.tables import kind_names
from decisions.text import Span
from extract.find.damage import symbol_in
from extract.find.kinds import abbreviation
from extract.heads import Head, numbered
from extract.outline import Outline
from extract.settle import Claim, settle

CONSOLIDATED = "van_ban_hop_nhat"
#: A consolidated text bears the title of what it consolidates; its number says what it is (Ordinance 01/2012/UBTVQH13).
_CONSOLIDATED = re.compile(r"/\s?(VBHN)\s?-")


def find_kind(outline: Outline) -> Fact[str]:
    """Code of the kind: "quyet_dinh"."""
    head = outline.head
    if head is None or head.kind is None:
        return Fact()
    marks = ((line, _CONSOLIDATED.search(line.text)) for line in head.lines if numbered(line))
    line, mark = next((found for found in marks if found[1]), (None, None))
    if line and mark:
        span = Span(start=line.span.start + mark.start(1), end=line.span.start + mark.end(1))
        said = outline.sheet.mention(span, "kind/1")
        return settle([Claim(value=CONSOLIDATED, said=(said,), typed=outline.sheet.typed(span))], "print")
    heading = replace(_claim(outline, head.kind, head.kind_span), fits=head.exact)
    again = (_claim(outline, head.kind, span) for span in (*_symbols(outline, head), *_enacting(outline, head)))
    return settle([heading, *again], "print")


def _claim(outline: Outline, kind: str, span: Span) -> Claim[str]:
    said = outline.sheet.mention(span, "kind/1")
    return Claim(value=kind, said=(said,), typed=outline.sheet.typed(span))


def _symbols(outline: Outline, head: Head) -> Iterator[Span]:
    """Where the number names the kind too: "/QĐ-UBND"."""
    for line in head.lines:
        match = symbol_in(line.text) if numbered(line) else None
        if match and match["symbol"].split("-")[0].strip() == abbreviation(head.kind):
            yield Span(start=line.span.start + match.start("symbol"), end=line.span.start + match.end("symbol"))


def _enacting(outline: Outline, head: Head) -> Iterator[Span]:
    """Where it is named once more, alone in capitals above the first article: "QUYẾT ĐỊNH:"."""
    name = fold(kind_names().get(head.kind or "", ""))
    for line in outline.sheet.within(Span(start=head.end, end=outline.body.start)):
        if line.upper and line.words.strip(" :.") == name:
            yield line.span
