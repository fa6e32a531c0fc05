"""Every place that names a person: the title, the act, those who carry it out."""

from __future__ import annotations

import re

from decisions.fact import Candidate, Mention
from decisions.fold import fold
from decisions.text import Span
from extract.find.subject import subject_span
from extract.outline import Outline
from extract.sheet import Sheet, joined

_BY = "person/1"


def mentions_of(outline: Outline, name: str) -> tuple[Mention, ...]:
    """The places in the title and the body, marks aside; not in the bases, the recipients or the signature."""
    title = subject_span(outline)
    stretches = [span for span in (title, outline.body) if span]
    anywhere = re.compile(r"(?<!\w)" + r"\s+".join(fold(name).split()) + r"(?!\w)")
    return tuple(
        outline.sheet.mention(Span(start=match.start(), end=match.end()), _BY)
        for stretch in stretches
        for match in anywhere.finditer(outline.sheet.bare, stretch.start, stretch.end)
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
