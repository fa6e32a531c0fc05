"""What all mentions of an instrument say together: a title has its number alone, an article its day and its issuer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from decisions.decision import Citation
from decisions.fact import Mention
from decisions.issuer import issuer_key, same_issuer
from decisions.number import number_key, parse_number
from decisions.register import national
from extract.casing import expand, opening_of
from extract.find.cited import Cited
from extract.find.distinct import same_instrument
from extract.find.kinds import LAWS
from extract.settle import for_review

#: Of one instrument: the mentions that tell something new, since a long list may name it a thousand times.
_Told = dict[tuple[object, ...], Citation]


def joined(cited: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """Each citation with the day, the issuer and the subject that it leaves to other mentions of its instrument.

    What could not be read well lends nothing. A mention that may be of two instruments is taken for the first, and
    one that another of a number of the whole country contradicts stays as it is, both in review.
    """
    told: dict[tuple[str, bool], _Told] = {}
    for each in cited:
        if each.citation.number and each.citation.state != "review":
            about = each.citation
            told.setdefault(_key(about), {}).setdefault((about.issued_on, about.issuer, about.subject), about)
    return tuple(_with(each, tuple(told.get(_key(each.citation), {}).values())) for each in cited)


def _with(cited: Cited, told: tuple[Citation, ...]) -> Cited:
    citation = cited.citation
    if citation.number is None or not told:
        return cited
    same = tuple(other for other in told if same_instrument(citation, other))
    first = _first(same, "issued_on", "issuer") or _first(same, "issued_on") or citation
    dated = replace(citation, issued_on=citation.issued_on or first.issued_on, issuer=citation.issuer or first.issuer)
    meant = tuple(other for other in same if same_instrument(dated, other))
    lent = {name: first for name in ("issued_on", "issuer") if getattr(citation, name) is None and getattr(first, name)}
    for name in ("issuer", "subject"):
        lender = _first(meant, name)
        if lender and not getattr(dated, name):
            lent[name] = lender
    values: dict[str, Any] = {name: getattr(lender, name) for name, lender in lent.items()}
    made = replace(citation, said=tuple(_mention(each) for each in dict.fromkeys(lent.values())), **values)
    unsure = len(meant) < len(same) or _at_odds(citation, same, told)
    return replace(cited, citation=for_review(made) if unsure else made)


def _first(told: Iterable[Citation], *names: str) -> Citation | None:
    return next((each for each in told if all(getattr(each, name) for name in names)), None)


def _mention(citation: Citation) -> Mention:
    span, place = citation.span, citation.place
    return Mention(text=citation.text, by="citation/1", confidence=citation.confidence, span=span, place=place)


def _at_odds(citation: Citation, same: Iterable[Citation], told: Iterable[Citation]) -> bool:
    """Does another mention name another day of a number that is one instrument's in the whole country, or a body
    beside the one named here?
    """
    number = parse_number(citation.number or "")
    alone = number is not None and national(number)
    days = {other.issued_on for other in (citation, *told) if other.issued_on} if alone else set()
    return len(days) > 1 or any(_other_body(citation.issuer, other.issuer) for other in same)


def _other_body(one: str | None, other: str | None) -> bool:
    """A post names its body or leaves it out, and a joint circular may be called one ministry's."""
    names = [issuer_key(name) for name in (one, other) if name and opening_of(expand(name))]
    if len(names) < 2 or same_issuer(one, other) is not False:
        return False
    shorter, longer = sorted(names, key=len)
    return not longer.startswith(shorter) and not longer.endswith(shorter)


def _key(citation: Citation) -> tuple[str, bool]:
    """Laws and resolutions of the National Assembly are counted apart."""
    return number_key(citation.number or ""), citation.kind in LAWS
