"""The stretches of a decision's pages that show best why it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from decisions.question import Snippet
from search_api.index.marks import Found, find, joined
from search_api.index.query import Query

MOST = 3  #: snippets of one decision
_WIDTH = 160  #: letters that the marks of one snippet may span
_AROUND = 60  #: letters before and behind
_SPOTS_A_CLAUSE = 20

Page = tuple[int, str]  #: number, NFC text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Spot:
    """A clause found at `start` ≤ i < `end` of the text of page number `at` in the list."""

    at: int
    start: int
    end: int
    clause: int


def snippets(query: Query, pages: Sequence[Page]) -> tuple[Snippet, ...]:
    """Up to `MOST` snippets in reading order; those with most of what was asked for are chosen first."""
    spots = _spots(find(query, "\n".join(text for _, text in pages)), pages)
    windows: list[list[_Spot]] = []
    free = _first_of_each_clause(spots)
    shown: set[int] = set()
    while free and len(windows) < MOST:
        window = _best(free, shown)
        windows.append(window)
        shown |= {spot.clause for spot in window}
        free = [spot for spot in free if not _near(spot, window)]
    return tuple(_snippet(window, pages[window[0].at], spots) for window in sorted(windows))


def _spots(found: Iterable[Found], pages: Sequence[Page]) -> list[_Spot]:
    """What was found in the joined text, on its pages. A phrase that runs over the end of a page has a part on each."""
    spots: list[_Spot] = []
    for each in found:
        offset = 0
        for at, (_, text) in enumerate(pages):
            if offset >= each.end:
                break
            start, end = max(each.start - offset, 0), min(each.end - offset, len(text))
            if start < end:
                spots.append(_Spot(at=at, start=start, end=end, clause=each.clause))
            offset += len(text) + 1
    return sorted(spots)


def _first_of_each_clause(spots: Iterable[_Spot]) -> list[_Spot]:
    seen: Counter[int] = Counter()
    kept: list[_Spot] = []
    for spot in spots:
        seen[spot.clause] += 1
        if seen[spot.clause] <= _SPOTS_A_CLAUSE:
            kept.append(spot)
    return kept


def _best(spots: Sequence[_Spot], shown: set[int]) -> list[_Spot]:
    """The window with most clauses not shown yet, then with most clauses, then the first."""
    return max(_windows(spots), key=lambda window: _worth({spot.clause for spot in window}, shown))


def _worth(clauses: set[int], shown: set[int]) -> tuple[int, int]:
    return len(clauses - shown), len(clauses)


def _windows(spots: Sequence[_Spot]) -> Iterator[list[_Spot]]:
    for i, first in enumerate(spots):
        window = [first]
        for spot in spots[i + 1 :]:
            if spot.at != first.at or spot.start > first.start + _WIDTH:
                break
            if spot.end <= first.start + _WIDTH:
                window.append(spot)
        yield window


def _near(spot: _Spot, window: Sequence[_Spot]) -> bool:
    start, end = _extent(window)
    room = 2 * _AROUND
    return spot.at == window[0].at and spot.start < end + room and spot.end > start - room


def _extent(window: Sequence[_Spot]) -> tuple[int, int]:
    return window[0].start, max(spot.end for spot in window)


def _snippet(window: Sequence[_Spot], page: Page, spots: Iterable[_Spot]) -> Snippet:
    number, text = page
    start, end = _whole_words(text, *_extent(window))
    inside = (s for s in spots if s.at == window[0].at and start <= s.start and s.end <= end)
    marks = joined((spot.start - start, spot.end - start) for spot in inside)
    return Snippet(text=text[start:end], marks=tuple(marks), page=number)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with some words around it, none cut."""
    left, right = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    if len(left) == _AROUND < start:
        left = left.partition(" ")[2]
    if end + _AROUND < len(text):
        right = right.rpartition(" ")[0]
    return start - len(left.lstrip()), end + len(right.rstrip())
