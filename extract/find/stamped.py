"""Days in stamps on the first page: by then the paper had its date. They rank what is doubtful, and can cast doubt.

A stamp is pressed by whom the paper reached, its day is written by whom it reached: no date is sure by their word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from decisions.fact import Candidate, Fact, Mention, mention
from decisions.fold import fold
from decisions.reading import Slot
from decisions.signing_stamp import shows_signature, signing_day
from decisions.text import Span
from extract.find.days import calendar_day
from extract.find.figures import Bound, before, fit
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.settle import doubted

_READ = 0.8  #: confidence from which printed figures of a stamp count
_AS_PRINT = 0.7  #: how far an engine for print is believed about figures that a pen may have written
_LEAST = 0.2  #: what a reader of digits sees in a stamp counts from here, all its days together
_AGAINST = 0.5  #: a sure date half as likely with the stamps as without is no longer sure
#: "Ngày: 05/3", "Ngày đến: 05/3/2019", dots of the line between.
_DAY = pattern(
    r"ngày(?: đến)?[\s:.…]*(\d{1,2})\s?[/.\-–]\s?(\d{1,2})(?:\s?[/.\-–]\s?((?:19|20)\d{2}))?(?!\d)", re.IGNORECASE
)
_BAR = {True: 0.95, False: 0.05}  #: how often a reader of digits sees a bar between them as a one, and how often not


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """A day by which the paper had its date, and the words that say so."""

    bound: Bound
    said: Mention


def find_stamped(outline: Outline, slots: Sequence[Slot], near: date | None) -> tuple[Stamped, ...]:
    """What stamps say: those of arrival (Decree 30/2020/NĐ-CP, appendix IV), and of digital signatures printed along.

    `near` tells the year where a stamp has none.
    """
    signed = tuple(_signed(outline))
    if near is None:
        return signed
    return (*signed, *(tuple(_written(outline, slots, near)) or tuple(_printed(outline, near))))


def with_stamps(fact: Fact[date], stamped: Sequence[Stamped]) -> Fact[date]:
    """The date with what stamps say: candidates in another order, or a doubt. Nothing becomes sure."""
    if not stamped or fact.value is None:
        return fact
    bounds = [each.bound for each in stamped]
    stamps = tuple(each.said for each in stamped)
    against = fit(fact.value, bounds) < _AGAINST
    fact = replace(fact, said=(*fact.said, *stamps))
    if not fact.candidates:
        return doubted(fact) if against else fact
    said = {candidate.value: (*candidate.said, *stamps) for candidate in fact.candidates}
    weighed = before({candidate.value: candidate.confidence for candidate in fact.candidates}, bounds)
    best, confidence = next(iter(weighed.items()))
    return replace(
        fact,
        value=best,
        confidence=min(round(confidence, 4), fact.confidence),
        candidates=tuple(Candidate(value=v, confidence=round(p, 4), said=said[v]) for v, p in weighed.items()),
    )


def _arrived(days: dict[date, float]) -> Bound:
    """Papers arrive within days; a pen wrote when."""
    return Bound(on=days, soon=10, late=0.5, after=0.2)


def _signed(outline: Outline) -> Iterator[Stamped]:
    """The moment of a signature, as letters on the page: "Thời gian ký: 05.03.2019 10:12:45 +07:00"."""
    text, known = outline.sheet.text, outline.sheet.text.zone("signature_stamp")  # the file's own say more themselves
    for span in outline.sheet.stamped:
        lines = tuple(text.lines(span))
        inside = outline.span.start <= span.start < outline.span.end
        if not inside or span in known or not shows_signature(text[line] for line in lines):
            continue
        for line in lines:
            day = signing_day(text[line])
            read = text.confidence(Span(start=line.start + day.start, end=line.start + day.end)) if day else 0.0
            if day and read >= _READ:
                said = mention(text, line, "signing_stamp/1", read)
                bound = Bound(on={day.on: _sure(outline, said)}, soon=4, late=0.5, after=0.2)
                yield Stamped(bound=bound, said=said)


def _sure(outline: Outline, said: Mention) -> float:
    return said.confidence if said.span and outline.sheet.typed(said.span) else _AS_PRINT


def _printed(outline: Outline, near: date) -> Iterator[Stamped]:
    text, title = outline.sheet.text, outline.head
    page = text.page_at(title.title.span.start) if title else None
    for zone in text.zone("stamp"):
        if page is None or not page.span.start <= zone.start <= page.span.end or "den" not in fold(text[zone]).split():
            continue
        for match in _DAY.finditer(plain(text.string), zone.start, zone.end):
            span = Span(start=match.start(1), end=match.end())
            said = mention(text, span, "arrival/1")
            on = calendar_day(match[1], match[2], match[3]) if match[3] else _nearest(match[1], match[2], near)
            if on and said.confidence >= _READ:
                yield Stamped(bound=_arrived({on: _sure(outline, said)}), said=said)


def _written(outline: Outline, slots: Sequence[Slot], near: date) -> Iterator[Stamped]:
    title = outline.sheet.place(outline.head.title.span) if outline.head else None
    for slot in slots:
        days = _days(slot, near) if slot.name == "arrival" and title and slot.place.page == title.page else {}
        if sum(days.values()) >= _LEAST:
            on, sure = max(days.items(), key=lambda pair: pair[1])
            said = Mention(text=f"{on:%d/%m/%Y}", by="arrival/1", confidence=round(sure, 4), place=slot.place)
            yield Stamped(bound=_arrived(days), said=said)


def _days(slot: Slot, near: date) -> dict[date, float]:
    """The days that a slot's strings can mean, each with its probability."""
    found: dict[date, float] = {}
    for digits, probability in slot.strings:
        meant = _meanings(digits, near)
        whole = sum(meant.values())
        for on, share in meant.items():
            found[on] = found.get(on, 0.0) + probability * share / whole
    return found


def _meanings(digits: str, near: date) -> dict[date, float]:
    """Days that stand for digits without their bars: "0513" and "053" are 05/3, "05132019" is 05/3/2019."""
    found: dict[date, float] = {}
    for day, rest in _heads(digits):
        for barred, behind in _bars(rest):
            for month, tail in _heads(behind):
                share = _BAR[barred] * _year_share(tail, near)
                on = _nearest(day, month, near)
                if on and share:
                    found[on] = max(found.get(on, 0.0), share)
    return found


def _heads(digits: str) -> Iterator[tuple[str, str]]:
    """The first two digits or the first one, and what follows."""
    yield from ((digits[:size], digits[size:]) for size in (2, 1) if len(digits) >= size)


def _bars(digits: str) -> Iterator[tuple[bool, str]]:
    """What stands behind a bar that was seen as a one, or that was not seen."""
    if digits.startswith("1"):
        yield True, digits[1:]
    yield False, digits


def _year_share(tail: str, near: date) -> float:
    """How well the last digits fit: nothing, or a year about then, whole, in short or cut off by the edge of the stamp."""
    if not tail:
        return 1.0
    years = [str(near.year + step) for step in (-1, 0, 1)]
    fits = (
        _BAR[barred]
        for barred, rest in _bars(tail)
        for year in years
        if rest and (year.startswith(rest) or rest.startswith(year) or rest == year[2:])
    )
    return max(fits, default=0.0)


def _nearest(day: str, month: str, near: date) -> date | None:
    """That day of the year in which it lies nearest."""
    found = (calendar_day(day, month, str(near.year + step)) for step in (0, 1, -1))
    return min((on for on in found if on), key=lambda on: abs((on - near).days), default=None)
