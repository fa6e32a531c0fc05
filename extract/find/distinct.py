"""Each instrument once, by its first mention: one number with two dates, or of two places, is two; silence is either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decisions.decision import Citation
from decisions.issuer import issuer_key, same_issuer
from decisions.number import number_key
from extract.find.cited import Cited

#: Every unit's committee and council counts its papers for itself, so that "45/QĐ-UBND" may be of any.
_COUNCILS = ("uy ban nhan dan ", "hoi dong nhan dan ")


class Seen:
    """The instruments named so far. To ask takes as long for the thousandth as for the first."""

    def __init__(self, citations: Iterable[Citation] = ()) -> None:
        self._known: dict[object, list[Citation]] = {}
        for citation in citations:
            self.add(citation)

    def __contains__(self, citation: Citation) -> bool:
        return any(same_instrument(known, citation) for known in self._known.get(_key(citation), ()))

    def add(self, citation: Citation) -> bool:
        """Was it new?"""
        new = citation not in self
        if new:
            self._known.setdefault(_key(citation), []).append(citation)
        return new


def same_instrument(one: Citation, other: Citation) -> bool:
    """Can two citations of one number, or name, be one instrument?"""
    if one.number is None:
        return True
    if one.issued_on and other.issued_on and one.issued_on != other.issued_on:
        return False
    return not _of_two_places(one, other)


def _of_two_places(one: Citation, other: Citation) -> bool:
    """ "45/QĐ-UBND của UBND tỉnh" and "… của UBND huyện"; a name that was hardly read is no other's."""
    if "review" in (one.state, other.state):
        return False
    councils = {_council(one.issuer), _council(other.issuer)}
    return len(councils) == 1 and None not in councils and same_issuer(one.issuer, other.issuer) is False


def _council(issuer: str | None) -> str | None:
    name = issuer_key(issuer).removeprefix("chu tich ")
    return next((council for council in _COUNCILS if name.startswith(council)), None)


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
            meant = (group for group in same if same_instrument(group[0].citation, each.citation))
            next(meant, same[0]).append(each)
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
