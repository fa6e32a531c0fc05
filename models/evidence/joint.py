"""Several witnesses of the same figures become one distribution, with room for "none of these".

A conditional logit: the score of a value is the weighted sum of the logarithms of what each witness gives it, and so
is that of "none of these", of which each witness holds what it gives to no value. Weights of one would take the
witnesses for independent; learned weights know how far they are, and how far each can be trusted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A source and its probabilities; with `unsure` they sum to at most 1, the rest is what it gives to other values.

    `unsure` is how far it does not know at all: that speaks for no value and against none, the one it names included.
    """

    name: str
    says: Mapping[str, float]
    unsure: float = 0.0

    @property
    def leaves(self) -> float:
        return max(0.0, 1.0 - self.unsure - sum(self.says.values()))

    def gives(self, value: str | None) -> float:
        """To a value; to all that it does not name, for None."""
        return self.unsure + (self.leaves if value is None else self.says.get(value, 0.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learned. `floor` is the least that a witness gives to any value, `none` the bias of "none of these",
    `sure` the joint probability from which a value is believed without a person.
    """

    witnesses: Mapping[str, float]
    floor: float
    none: float
    sure: float


def joint(witnesses: Sequence[Witness], weights: Weights | None = None) -> dict[str, float]:
    """The probability of each value that any witness names, likeliest first; what is missing to 1 is "none of these".

    Raises KeyError for a witness that nothing was learned about.
    """
    weights = weights or learned()
    values = dict.fromkeys(value for witness in witnesses for value in witness.says)
    scores = {value: score(witnesses, weights, value) for value in values}
    odds = {value: exp(each) for value, each in scores.items()}
    whole = sum(odds.values()) + exp(score(witnesses, weights, None))
    return dict(sorted(((v, each / whole) for v, each in odds.items()), key=lambda pair: -pair[1]))


def score(witnesses: Iterable[Witness], weights: Weights, value: str | None) -> float:
    """The logarithm, up to a constant, of the odds of a value; of none of all values for None."""
    total = weights.none if value is None else 0.0
    for witness in witnesses:
        total += weights.witnesses[witness.name] * log(witness.gives(value) + weights.floor)
    return total


@cache
def learned() -> Weights:
    """The weights that the project ships."""
    return Weights(**json.loads((files("models.evidence") / "weights.json").read_text("utf-8")))
