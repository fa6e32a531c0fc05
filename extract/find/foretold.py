"""The day from which a text says that it works, as a weak word about the day of its head."""

from __future__ import annotations

from datetime import date

from decisions.fact import Fact
from extract.find.effect import find_effect
from extract.find.figures import Bound
from extract.find.stamped import Stamped, with_stamps
from extract.outline import Outline

_SOON = 45  #: days: 7 or 10 at the least for what is normative (Law 80/2015/QH13, article 151), a month or so as a rule
_LATE = 0.3
_AFTER = 0.5  #: some work from a day before they were signed


def with_effect(issued_on: Fact[date], outline: Outline) -> Fact[date]:
    """The candidates of a date in the order that "có hiệu lực kể từ ngày 01/8/2022" makes likelier; none becomes sure.

    "Kể từ ngày ký" names no day and says nothing.
    """
    if not issued_on.candidates:
        return issued_on
    effective_on, _ = find_effect(outline, Fact())
    if effective_on.value is None or not effective_on.said:
        return issued_on
    bound = Bound(on={effective_on.value: effective_on.said[0].confidence}, soon=_SOON, late=_LATE, after=_AFTER)
    return with_stamps(issued_on, [Stamped(bound=bound, said=effective_on.said[0])])
