"""Learn how far each witness is believed, from openings whose truth is known.

    python -m models.evidence.fit witnesses.jsonl

Each line of the file is an opening: {"truth": "216", "witnesses": [{"name": "reader_pen", "says": {"216": 0.9}, "unsure": 0.0}]}.
`tests/bench/evidence.py` makes such a file from generated papers. Writes weights.json beside this file.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.evidence.joint import Weights, Witness, joint

NAMES = ("reader_pen", "reader_print", "engine_pen", "engine_print", "again")
FLOOR = 0.002  #: what a witness that never heard of a value gives to it
_TOWARDS_ONE = 0.5  #: how strongly weights are held to one, the weight of an independent and honest witness
_WRONG = 0.0005  #: share of values called sure that may be wrong where the threshold is set
_LEAST_SURE = 0.97  #: whatever made papers say: hands on real paper are stranger than theirs


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    truth: str
    witnesses: tuple[Witness, ...]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("openings", type=Path, nargs="+")
    openings = [opening for path in args.parse_args().openings for opening in read_openings(path)]
    weights = fit(openings)
    text = json.dumps(asdict(weights), indent=2)
    (Path(__file__).parent / "weights.json").write_text(text + "\n", encoding="utf-8")
    print(text)


def read_openings(path: Path) -> list[Opening]:
    """The openings of a file, those without witnesses left out; digits are compared as numbers, so 05 is 5."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [_opening(row) for row in rows if row["witnesses"]]


def fit(openings: Sequence[Opening], *, steps: int = 400, rate: float = 0.05) -> Weights:
    """The weights that make the truths likeliest (gradient ascent on a conditional logit), and the threshold."""
    problems = [_features(opening) for opening in openings]
    beta = np.array([*(1.0 for _ in NAMES), 0.0])
    toward = np.array([*(1.0 for _ in NAMES), 0.0])
    speed = np.zeros_like(beta)
    for _ in range(steps):
        slope = sum((_slope(features, truth, beta) for features, truth in problems), np.zeros_like(beta))
        slope -= _TOWARDS_ONE * (beta - toward)
        speed = 0.9 * speed + slope / len(problems)
        # No witness is believed more than it claims itself: hands on real paper vary more than made ones.
        beta = np.clip(beta + rate * speed, [*(0.0 for _ in NAMES), -20.0], [*(1.0 for _ in NAMES), 20.0])
    learned = dict(zip(NAMES, (round(float(b), 4) for b in beta), strict=False))
    weights = Weights(witnesses=learned, floor=FLOOR, none=round(float(beta[-1]), 4), sure=1.0)
    return Weights(witnesses=learned, floor=FLOOR, none=weights.none, sure=threshold(openings, weights))


def threshold(openings: Iterable[Opening], weights: Weights) -> float:
    """The least joint probability from which hardly any value is wrong."""
    told = sorted((_best(opening, weights) for opening in openings), reverse=True)
    least, wrong = 1.0, 0
    for count, (probability, right) in enumerate(told, start=1):
        wrong += not right
        if wrong <= _WRONG * count:
            least = probability
    return max(_LEAST_SURE, round(least, 4))


def _best(opening: Opening, weights: Weights) -> tuple[float, bool]:
    values = joint(opening.witnesses, weights)
    if not values:
        return 0.0, False
    value, probability = next(iter(values.items()))
    return probability, value == opening.truth


def _features(opening: Opening) -> tuple[NDArray[np.float64], int]:
    """A row for each value that is named and a last one for "none of these"; the index of the true row."""
    values = list(dict.fromkeys(value for witness in opening.witnesses for value in witness.says))
    rows = np.zeros((len(values) + 1, len(NAMES) + 1))
    for witness in opening.witnesses:
        at = NAMES.index(witness.name)
        for row, value in enumerate(values):
            rows[row, at] += log(witness.gives(value) + FLOOR)
        rows[-1, at] += log(witness.gives(None) + FLOOR)
    rows[-1, -1] = 1.0
    return rows, values.index(opening.truth) if opening.truth in values else len(values)


def _slope(features: NDArray[np.float64], truth: int, beta: NDArray[np.float64]) -> NDArray[np.float64]:
    scores = features @ beta
    odds = np.exp(scores - scores.max())
    return np.asarray(features[truth] - (odds / odds.sum()) @ features)


def _opening(row: dict) -> Opening:
    witnesses = []
    for each in row["witnesses"]:
        says: dict[str, float] = {}
        for digits, probability in each["says"].items():
            says[str(int(digits))] = says.get(str(int(digits)), 0.0) + probability
        witnesses.append(Witness(name=each["name"], says=says, unsure=each["unsure"]))
    return Opening(truth=str(int(row["truth"])), witnesses=tuple(witnesses))


if __name__ == "__main__":
    main()
