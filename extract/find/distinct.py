"""Each instrument once, by its first mention: one number with two dates is two, one without a date is either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from decisions.decision import Citation
from decisions.number import number_key
from extract.find.cited import Cited


class Seen:
    """The instruments named so far. To ask takes as long for the thousandth as for the first."""

    def __init__(self, citations: Iterable[Citation] = ()) -> None:
        self._days: dict[object, set[date | None]] = {}
        for citation in citations:
            self.add(citation)

    def __contains__(self, citation: Citation) -> bool:
        days = self._days.get(_key(citation))
        if days is None:
            return False
        day = citation.issued_on
        return citation.number is None or day is None or None in days or day in days

    def add(self, citation: Citation) -> bool:
        """Was it new?"""
        new = citation not in self
        if new:
            self._days.setdefault(_key(citation), set()).add(citation.issued_on)
        return new


def mentions_of_each(cited: Iterable[Cited], seen: Seen) -> Iterator[tuple[Cited, ...]]:
    """All mentions of each instrument that was not seen before, in the order of the first ones."""
    groups: dict[object, list[list[Cited]]] = {}
    order: list[list[Cited]] = []
    for each in cited:
        same = groups.setdefault(_key(each.citation), [])
        if seen.add(each.citation):
            same.append([each])
            order.append(same[-1])
        elif same:
            days = (None, each.citation.issued_on)
            next((group for group in same if group[0].citation.issued_on in days), same[0]).append(each)
    return (tuple(group) for group in order)


def distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The first mention of each, in order."""
    seen = Seen()
    return tuple(citation for citation in citations if seen.add(citation))


def _key(citation: Citation) -> object:
    """An instrument without a number is known by its kind, name and day together."""
    if citation.number is None:
        return (citation.kind, citation.subject, citation.issued_on)
    return number_key(citation.number)
