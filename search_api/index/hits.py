"""What both engines make of a page of results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from decisions.question import Answer, Hit
from search_api.index.cursor import After, cursor_text
from search_api.index.facets import facets
from search_api.index.fields import FACETS, Json
from search_api.index.query import Query
from search_api.index.snippet import snippets

MOST_A_PAGE = 1000

# Scores of tiers: far above what the words of any question add up to, and low enough for the 24 bits of a float score
# to tell words apart inside a tier.
HAS_NUMBER = 65536.0  #: the decision of that number
CITES_NUMBER = 32768.0  #: one that cites it

NOTHING = Answer(total=0, hits=(), facets=dict.fromkeys(FACETS, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A hit in its place: by score, then by rank, both descending. `shown` as in `fields.Record`."""

    score: float
    rank: int
    shown: Json


def page_size(limit: int) -> int:
    return max(0, min(limit, MOST_A_PAGE))


def answer(
    query: Query, total: int, found: Sequence[Ranked], size: int, counts: Mapping[str, Iterable[tuple[str, int]]]
) -> Answer:
    """The answer with `size` of the hits found; one more than that says that there is another page."""
    page = found[:size]
    more = bool(page) and len(found) > size
    return Answer(
        total=total,
        hits=tuple(_hit(query, each) for each in page),
        facets=facets(counts),
        next=cursor_text(_place(page[-1])) if more else None,
    )


def _place(ranked: Ranked) -> After:
    return After(score=ranked.score, rank=ranked.rank, id=ranked.shown["id"])


def _hit(query: Query, ranked: Ranked) -> Hit:
    shown = ranked.shown
    return Hit(
        id=shown["id"],
        kind=shown["kind"],
        number=shown["number"],
        issued_on=date.fromisoformat(shown["issued_on"]) if shown["issued_on"] else None,
        issuer=shown["issuer"],
        subject=shown["subject"],
        name=shown["name"],
        score=ranked.score,
        snippets=snippets(query, [(number, text) for number, text in shown["pages"]]),
    )
