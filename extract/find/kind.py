"""Which kind of instrument is it? The name below the head says so."""

from __future__ import annotations

from decisions.fact import Fact
from extract.outline import Outline
from extract.settle import Claim, settle


def find_kind(outline: Outline) -> Fact[str]:
    """Code of the kind: "quyet_dinh"."""
    head = outline.head
    if head is None or head.kind is None:
        return Fact()
    span = head.kind_span
    said = outline.sheet.mention(span, "kind/1")
    return settle([Claim(value=head.kind, said=(said,), typed=outline.sheet.typed(span), fits=head.exact)], "print")
