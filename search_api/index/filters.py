"""The filters of a question as sets of terms and one range, the same for both engines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from decisions.fold import words
from decisions.question import Question
from search_api.index.fields import first_rank
from search_api.index.names import issuer_words, person_term
from search_api.index.spells import terms_on

_HERE = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """At least one alternative must be there; of an alternative, all terms."""

    field: str
    alternatives: tuple[tuple[str, ...], ...]

    @property
    def single_terms(self) -> tuple[str, ...] | None:
        """The terms where no alternative has more than one; None otherwise."""
        if any(len(each) > 1 for each in self.alternatives):
            return None
        return tuple(each[0] for each in self.alternatives)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranks:
    """`low` ≤ rank < `high`: what was issued in a stretch of days."""

    low: int
    high: int


Filter = AnyOf | Ranks


def filters(question: Question) -> list[Filter]:
    """All filters of the question. A value without a letter or digit is no filter."""
    found = [
        _any_of("issuer_word", (issuer_words(name) for name in question.issuer)),
        _any_of("signer_name", _persons(question.signer)),
        _any_of("person_name", _persons(question.person)),
        _any_of("kind", ((_code(kind),) for kind in question.kind)),
        _any_of("year", ((str(year),) for year in question.year)),
        _status(question),
        _dates(question.since, question.until),
    ]
    return [each for each in found if each is not None]


def _any_of(field: str, alternatives: Iterable[tuple[str, ...]]) -> AnyOf | None:
    said = tuple(each for each in alternatives if any(each))
    return AnyOf(field=field, alternatives=said) if said else None


def _persons(names: Iterable[str]) -> Iterable[tuple[str, ...]]:
    return ((person_term(name),) for name in names)


def _code(typed: str) -> str:
    """ "Quyết định" and "quyet_dinh" are one code."""
    return "_".join(words(typed))


def _status(question: Question) -> AnyOf | None:
    day = question.as_of or datetime.now(_HERE).date()
    codes = [code for code in map(_code, question.status) if code]
    return _any_of("spell", ((term,) for code in codes for term in terms_on(code, day)))


def _dates(since: date | None, until: date | None) -> Ranks | None:
    if since is None and until is None:
        return None
    first = since.toordinal() if since else 1  # day 0 holds those without a date
    last = until.toordinal() if until else date.max.toordinal()
    return Ranks(low=first_rank(first), high=first_rank(last + 1))
