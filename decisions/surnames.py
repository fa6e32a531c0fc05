"""How many people bear each surname."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from decisions.tables import rows

RARE = 0.1  #: per cent of the people: a surname without a share of its own


@cache
def surname_shares() -> Mapping[str, float]:
    """The surnames as spelled, each with its share in per cent of the people (decisions/tables/surnames.csv)."""
    return MappingProxyType({row["surname"]: float(row["share"] or RARE) for row in rows("surnames")})
