"""The issuer of a citation that an eye read, beside the bodies it can be: what its number names, and what the paper itself
is issued by. Nearly one of them is that one, in review.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache

from decisions.decision import Citation
from decisions.fold import fold
from decisions.number import parse_number
from decisions.register import implied_issuer
from decisions.tables import rows
from extract.settle import for_review

_NAMED = 0.6  #: how like the body that the number names
_LIKE = 0.5  #: how like is a word to the one in whose place it stands
_DIM = 0.5


def as_named(citation: Citation, own: str | None, seen: float) -> Citation:
    """The citation with the issuer that its own is nearly. `seen`: the confidence of the worst word in it."""
    printed = citation.issuer
    if printed is None:
        return citation
    number = parse_number(citation.number) if citation.number else None
    implied = implied_issuer(number) if number else None
    post, name = _apart(printed)
    meant = None
    if implied and _size(name) == _size(implied) and _NAMED <= _like(name, implied) < 1:
        meant = implied
    elif own and _but_one(name, own, seen):
        meant = own
    return for_review(replace(citation, issuer=f"{post}{meant}")) if meant else citation


def _but_one(name: str, own: str, seen: float) -> bool:
    """Is only one word another, and either like the one in its place or hardly read?"""
    one, other = fold(name).split(), fold(own).split()
    unlike = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(one) < 3 or len(unlike) != 1:
        return False
    return seen < _DIM or _like(*unlike[0]) >= _LIKE


def _apart(issuer: str) -> tuple[str, str]:
    """ "Hiệu trưởng Trường Đại học Sư phạm": the post with its space, and the body."""
    post = next((title for title in _posts() if fold(issuer).startswith(f"{title} ")), "")
    return (issuer[: len(post) + 1], issuer[len(post) + 1 :]) if post else ("", issuer)


def _like(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other), autojunk=False).ratio()


def _size(name: str) -> int:
    return len(name.split())


@cache
def _posts() -> tuple[str, ...]:
    return tuple(sorted((fold(row["title"]) for row in rows("posts")), key=len, reverse=True))
