"""From when it is carried out, where nothing says from when it is in force: "chịu trách nhiệm thi hành … kể từ ngày ký"."""

from __future__ import annotations

import re
from datetime import date

from decisions.fact import Candidate, Fact
from extract.find.days import day_at
from extract.find.itself import ITSELF
from extract.find.quoted import quoted
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import trim

_CARRIED_OUT = pattern(
    rf"\b(?:chịu|có)\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện)\s+{ITSELF}\s*,?\s*"
    r"(?:kể\s+)?từ\s+ngày\s+(?:(?P<signing>ký|kí|ban\s+hành)\b|(?=\d))",
    re.IGNORECASE,
)
#: What is to be carried out from a day on is in force by then, but nothing says that it was not before.
_LIKELY = 0.6


def find_execution(outline: Outline, issued_on: Fact[date]) -> Fact[date]:
    """The day from which those named shall carry it out, as the day of effect for a person to confirm.

    The form has a sentence for the effect and another for those who carry out (Decree 30/2020/NĐ-CP app. III, form 1.2).
    """
    sheet, body = outline.sheet, outline.body
    match = _CARRIED_OUT.search(sheet.plain, body.start, body.end) if outline.head else None
    if match is None or quoted(sheet.flat).around(match.start()):
        return Fact()
    day = None if match["signing"] else day_at(sheet.plain, match.end())
    end = day.span.end if day else match.end()
    said = sheet.mention(trim(sheet.flat, match.start(), end), "execution/1")
    named = issued_on.value if day is None else day.value
    if named is None:
        return Fact()
    candidates = (Candidate(value=named, confidence=_LIKELY, said=(said,)),)
    return Fact(value=named, state="review", confidence=_LIKELY, said=(said,), candidates=candidates)
