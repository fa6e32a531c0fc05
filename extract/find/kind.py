"""Which kind of instrument is it? The name below the head says so."""

from __future__ import annotations

import re

from decisions.fact import Fact
from decisions.text import Span
from extract.heads import numbered
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
    span = head.kind_span
    said = outline.sheet.mention(span, "kind/1")
    return settle([Claim(value=head.kind, said=(said,), typed=outline.sheet.typed(span), fits=head.exact)], "print")
