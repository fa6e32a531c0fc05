"""The citations of a decision: found as printed, short forms resolved by the full ones, then noted what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from decisions.decision import Citation, Decision
from decisions.text import Span
from extract.citation_checks import contradictions, is_later
from extract.find.as_named import as_named
from extract.find.as_told import as_told
from extract.find.capitals import spelled
from extract.find.citations import find_citations
from extract.find.cited import Cited
from extract.find.joined import joined
from extract.find.kinds import LAWS
from extract.find.own import is_own
from extract.find.parts import parts_before
from extract.find.registered import agrees, as_registered, is_misnamed
from extract.find.rows import dated_by_row
from extract.find.short import find_short_forms
from extract.find.subject import subject_span
from extract.outline import Outline
from extract.settle import confirmed, for_review
from extract.sheet import Sheet

_DAY = re.compile(r"\W*ngay\s+(?:ngay\s+)?\d")
_BEHIND = 12  #: letters behind a citation where its day would begin


def cite(outline: Outline, decision: Decision) -> tuple[tuple[Cited, ...], tuple[Cited, ...]]:
    """The citations among the bases and those elsewhere, in order, without the mentions of the decision itself.

    Four steps: `_found` takes what is printed in full, `_resolved` adds the short forms with what they mean,
    `_annotated` notes the provisions and the doubts of each, and `joined` adds what other mentions of the same
    instrument say of it. What is held decides further (search_api/chain/resolve).
    """
    found = tuple(_found(outline))
    if outline.annex:
        found = dated_by_row(outline.sheet, outline.annex, found)
    full = tuple(_others(_own_days(outline.sheet, found), decision))
    resolved = _resolved(outline, full)
    annotated = joined(_annotated(outline.sheet, resolved, decision))
    bases = outline.bases
    based = [bases is not None and bases.start <= each.core.start < bases.end for each in annotated]
    among = tuple(each for each, inside in zip(annotated, based, strict=True) if inside)
    return among, tuple(each for each, inside in zip(annotated, based, strict=True) if not inside)


def _found(outline: Outline) -> Iterator[Cited]:
    """Step 1: every instrument that the text names in full, letter for letter."""
    for span in _stretches(outline):
        yield from find_citations(outline.sheet, span, in_bases=span == outline.bases)


def _own_days(sheet: Sheet, found: tuple[Cited, ...]) -> Iterator[Cited]:
    """Without the day at the end of "Luật sửa đổi … Luật A số …, Luật B số … và Luật C số … ngày …": it is the first's."""
    amends = False
    for before, each in zip((None, *found), found, strict=False):
        named = each.citation.kind in LAWS
        follows = before is not None and sheet.flat[before.span.end : each.span.start].strip(" ,") in ("", "và")
        amends = named and ((amends and follows) or _amends(each.citation))
        lent = amends and not _amends(each.citation)
        yield replace(each, citation=replace(each.citation, issued_on=None)) if lent else each


def _amends(citation: Citation) -> bool:
    return (citation.subject or "").startswith("sửa đổi")


def _resolved(outline: Outline, full: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """Step 2: with the short forms, each with the number and date of what it means."""
    title = subject_span(outline)
    short = find_short_forms(outline.sheet, _stretches(outline), full, title=title, body=outline.body)
    return tuple(sorted((*full, *short), key=lambda cited: cited.core.start))


def _annotated(sheet: Sheet, cited: Iterable[Cited], decision: Decision) -> tuple[Cited, ...]:
    """Step 3: with the provisions named before each; what an eye read is in doubt where it contradicts itself or is dated
    after the decision, and beyond doubt where it agrees with the registry in everything.
    """
    on, issuer = decision.issued_on, decision.issuer.value  # which names itself more often than anyone
    latest = on.value if on.state == "sure" else None
    floor, done = 0, []
    for each in cited:
        told = spelled(each.citation)
        citation = replace(told, parts=parts_before(sheet, floor, each.core.start))
        if sheet.source(each.core) == "ocr":
            read = as_named(as_told(citation), issuer, sheet.text.confidence(each.core))
            citation = as_registered(read, on.value)
            wrong = (
                any(contradictions(citation))
                or is_misnamed(citation)
                or (latest is not None and is_later(citation, latest))
            )
            known = agrees(read) and not _day_is_lost(sheet, each)
            citation = for_review(citation) if wrong else confirmed(citation) if known else citation
        elif _day_is_slip(sheet, each):
            citation = for_review(citation)
        done.append(replace(each, citation=citation))
        floor = max(floor, each.core.end)
    return tuple(done)


def _day_is_slip(sheet: Sheet, cited: Cited) -> bool:
    """ "ngày 27 năm 12 năm 2019": a day is printed that is none."""
    return cited.citation.issued_on is None and _DAY.match(sheet.bare, cited.core.end) is not None


def _day_is_lost(sheet: Sheet, cited: Cited) -> bool:
    """Was a day printed with it that could not be read? It may tell of another instrument."""
    behind = sheet.bare[cited.core.start : cited.span.end + _BEHIND].split()
    return cited.citation.issued_on is None and "ngay" in behind


def _stretches(outline: Outline) -> tuple[Span, ...]:
    """What the instrument says: above the title there are stamps and certificates, which cite nothing."""
    top = outline.head.end if outline.head else outline.span.start
    subject = subject_span(outline)
    top = subject.start if subject else top
    bases, end = outline.bases, outline.span.end
    if bases is None:
        return (Span(start=top, end=end),)
    return (Span(start=top, end=bases.start), bases, Span(start=bases.end, end=end))


def _others(cited: Iterable[Cited], decision: Decision) -> Iterator[Cited]:
    """Without the mentions of the decision itself."""
    return (each for each in cited if not is_own(each.citation, decision))
