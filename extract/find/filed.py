"""What the name of a file says about number and date: enough to put a candidate first, never enough to be sure."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from decisions.fact import Fact, Mention
from decisions.fold import fold
from extract.find.days import calendar_day

T = TypeVar("T")

_BY = "file_name/1"
_BELIEF = 0.3
_NUMBER = re.compile(r"(?<![0-9])([0-9]{1,5}) ?(?=q ?d|c ?t|k ?h|n ?q|t ?b|b ?c|t ?t ?r)")
_YEAR_FIRST = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}) ?([01][0-9]) ?([0-3][0-9])(?![0-9])")
_DAY_FIRST = re.compile(r"(?<![0-9])([0-3]?[0-9]) ([01]?[0-9]) ((?:19|20)[0-9]{2})(?![0-9])")
_LEAST = 0.02  #: probability of a candidate that a name can put first


def with_name_of_number(fact: Fact[str], name: str | None) -> Fact[str]:
    """ "87_QD-UBND.pdf" puts 87 first among the candidates of a doubtful number."""
    match = _NUMBER.search(fold(name or ""))
    return _put_first(fact, lambda n: int(n.partition("/")[0]) == int(match[1]), match[1]) if match else fact


def with_name_of_date(fact: Fact[date], name: str | None) -> Fact[date]:
    """ "scan 20250116.pdf" puts 16/01/2025 first among the candidates of a doubtful date."""
    bare = fold(name or "")
    if match := _YEAR_FIRST.search(bare):
        day = calendar_day(match[3], match[2], match[1])
    elif match := _DAY_FIRST.search(bare):
        day = calendar_day(*match.groups())
    else:
        return fact
    return _put_first(fact, lambda value: value == day, match.group())


def _put_first(fact: Fact[T], named: Callable[[T], bool], text: str) -> Fact[T]:
    if fact.state != "review" or not fact.candidates:
        return fact
    said = (*fact.said, Mention(text=text, by=_BY, confidence=_BELIEF))
    order = sorted(fact.candidates, key=lambda c: not (c.confidence >= _LEAST and named(c.value)))
    best = order[0]
    return Fact(
        value=best.value,
        state="review",
        confidence=min(best.confidence, fact.confidence),
        said=said,
        candidates=tuple(order),
    )
