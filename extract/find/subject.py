"""The trích yếu: what the instrument is about, as printed, its lines joined."""

from __future__ import annotations

from decisions.fact import Fact
from decisions.text import Span
from extract.outline import Outline
from extract.plain import pattern
from extract.settle import Claim, settle
from extract.sheet import joined, trim

#: A base inside the subject: the lines have run together, so nobody knows where the subject ends.
_BASE = pattern(r"\s-?\s*Căn cứ\s")


def find_subject(outline: Outline) -> Fact[str]:
    """ "Về việc ủy quyền cho công chức Tư pháp - Hộ tịch"."""
    span = subject_span(outline)
    if span is None:
        return Fact()
    begun = _BASE.search(outline.sheet.plain, span.start, span.end)
    if begun:
        span = trim(outline.sheet.flat, span.start, begun.start())
    said = outline.sheet.mention(span, "subject/1")
    value = joined(outline.sheet.flat[span.start : span.end]).strip(" _*")
    return (
        settle([Claim(value=value, said=(said,), typed=outline.sheet.typed(span), fits=not begun)], "print")
        if value
        else Fact()
    )


def subject_span(outline: Outline) -> Span | None:
    """From the first to the last word below the name of the kind."""
    if outline.head is None:
        return None
    starts = [line.span.start for line in outline.subject]
    ends = [line.span.end for line in outline.subject]
    if outline.head.title_rest is not None:
        starts.insert(0, outline.head.title_rest.start)
        ends.insert(0, outline.head.title_rest.end)
    if not starts:
        return None
    span = trim(outline.sheet.flat, starts[0], ends[-1])
    return span if span.start < span.end else None
