"""Judgments of courts: an office carries them out and refers to them; none but a court touches them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decisions.decision import Relation
from decisions.fold import fold

JUDGMENT = "ban_an"
_COURT = "toa an"


def without_judgments(stated: Iterable[Relation], issuer: str | None) -> Iterator[Relation]:
    """ "Hủy bỏ Quyết định A theo Bản án B" annuls A alone, whoever decides, if that is no court."""
    court = issuer is not None and fold(issuer).lstrip().startswith(_COURT)
    return (each for each in stated if court or each.target.kind != JUDGMENT or each.source is not None)
