"""Which citations are the instrument itself."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation, Decision
from decisions.fact import Candidate, Fact
from extract.find.own import is_own

_SIGNED = date(2025, 8, 19)
_DOUBTFUL = Decision(
    number=Fact(
        value="6/2025/QĐ-UBND",
        state="review",
        confidence=0.7,
        candidates=(
            Candidate(value="6/2025/QĐ-UBND", confidence=0.7),
            Candidate(value="62/2025/QĐ-UBND", confidence=0.2),
        ),
    ),
    issued_on=Fact(value=_SIGNED, state="sure", confidence=0.9),
)


@pytest.mark.parametrize(
    ("number", "day", "own"),
    [
        ("6/2025/QĐ-UBND", None, True),
        ("62/2025/QĐ-UBND", _SIGNED, True),  # what its own number may be, on its day
        ("62/2025/QĐ-UBND", None, False),
        ("62/2025/QĐ-UBND", date(2025, 8, 1), False),
        ("63/2025/QĐ-UBND", _SIGNED, False),
    ],
)
def test_a_number_in_doubt_is_known_by_its_day(number: str, day: date | None, own: bool) -> None:
    assert is_own(Citation(text=number, number=number, issued_on=day), _DOUBTFUL) is own
