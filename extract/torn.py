"""Headings of articles that do not open a line: "… theo quy định. Điều" above "2. Giao Sở Nội vụ …", and those that go on
in the line of the article before: "Điều 1. Giao Sở Nội vụ. Điều 2. Giao Sở Y tế."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.letters import UP
from extract.sheet import Line

#: Behind the end of a sentence, or of the enacting word, so that "tại khoản 3 Điều" is none.
_WORD = re.compile(r"[.:;/)\]”\"]\s+(?P<word>Điều)\s*\Z")
_NUMBER = re.compile(rf"\s{{0,6}}(?P<number>\d{{1,3}})\s?[.:]\s+(?=[{UP}])")
_WITHIN = re.compile(rf"[.;)/]\s+(?P<word>Điều)\s+(?P<number>\d{{1,3}})\s?[.:]\s+(?=[{UP}])")
_NEAR = 12  #: letters at the end of a line in which the word stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Torn:
    """Where the word begins, the number, and where the text begins behind it."""

    start: int
    number: int
    text_from: int


def torn_heading(line: Line, after: Line | None) -> Torn | None:
    """The heading that is torn apart between two lines."""
    word = _WORD.search(line.text, max(0, len(line.text) - _NEAR))
    number = _NUMBER.match(after.text) if word and after else None
    if word is None or number is None or after is None:
        return None
    return Torn(
        start=line.span.start + word.start("word"),
        number=int(number["number"]),
        text_from=after.span.start + number.end(),
    )


def headings_within(line: Line) -> Iterator[Torn]:
    """The headings in the midst of a line, behind the end of a sentence."""
    for match in _WITHIN.finditer(line.text):
        at = line.span.start
        yield Torn(start=at + match.start("word"), number=int(match["number"]), text_from=at + match.end())
