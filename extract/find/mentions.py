"""Every place that names a person: the title, the act, those who carry it out."""

from __future__ import annotations

import re
from functools import lru_cache

from decisions.fact import Candidate, Mention
from decisions.fold import fold
from decisions.text import Span
from extract.find.subject import subject_span
from extract.outline import Outline
from extract.sheet import Sheet, joined

_BY = "person/1"
_WORD = re.compile(r"\w+")


def mentions_of(outline: Outline, name: str) -> tuple[Mention, ...]:
    """The places in the title and the body, marks aside; not in the bases, the recipients or the signature."""
    title = subject_span(outline)
    wanted = _runs(outline.sheet.bare, len(_WORD.findall(fold(name)))).get(" ".join(fold(name).split()), ())
    return tuple(
        outline.sheet.mention(Span(start=start, end=end), _BY)
        for stretch in (title, outline.body)
        if stretch
        for start, end in wanted
        if stretch.start <= start and end <= stretch.end
    )


def spellings(sheet: Sheet, said: tuple[Mention, ...], name: str) -> tuple[Candidate[str], ...]:
    """The ways in which a name is spelled in a text, for a person to choose from; none where there is one only."""
    found: dict[str, list[Mention]] = {}
    for each in said:
        found.setdefault(joined(each.text), []).append(each)
    if len({spelling.lower() for spelling in found} | {name.lower()}) < 2:
        return ()
    return tuple(
        Candidate(value=spelling, confidence=max(m.confidence for m in where), said=tuple(where))
        for spelling, where in found.items()
    )


@lru_cache(maxsize=8)
def _runs(bare: str, count: int) -> dict[str, list[tuple[int, int]]]:
    """Each run of so many words of a text, single spaces between them → where it stands: thousands of names are looked
    up in one text."""
    words = [match.span() for match in _WORD.finditer(bare)]
    found: dict[str, list[tuple[int, int]]] = {}
    for (start, _), (_, end) in zip(words, words[max(0, count - 1) :], strict=False):
        found.setdefault(" ".join(bare[start:end].split()), []).append((start, end))
    return found
