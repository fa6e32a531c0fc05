"""How well are made slots read that the reader was not taught on?

    python -m models.digits.evaluate [--digits FOLDER] [--count 2000]

By kind of hand: strings read exactly, and of those that the reader gives 0.9 or more, how many are wrong. Without the
folder of handwritten digits only drawn ones are made. Real crops are measured by `tests/bench/crops.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.digits.hands import Hand, drawn, scanned, written
from models.digits.made import BLANK, Slot, make
from models.digits.reader import read_digits
from samples.fonts import all_fonts

UNSEEN = range(10_000, 10_400)  #: clerks that wrote nothing to be taught on
_SEED = 4_711  #: never used for training
_SURE = 0.9
_AT_ONCE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Of `slots`, so many were read right; `sure` had a probability of 0.9 or more, and `wrong` of those were not."""

    slots: int
    right: int
    sure: int
    wrong: int


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--digits", type=Path)
    args.add_argument("--count", type=int, default=2_000)
    wanted = args.parse_args()
    hands: dict[str, Hand] = {"drawn": drawn(UNSEEN)}
    if wanted.digits:
        hands |= {"scanned": scanned(wanted.digits), "written": written(wanted.digits / "pendigits.tra")}
    for name, hand in hands.items():
        print(name, evaluate([hand], wanted.count))


def evaluate(hands: Sequence[Hand], count: int, seed: int = _SEED) -> Score:
    """Makes and reads so many slots."""
    fonts = [str(face.path) for family in all_fonts() for face in family.files.values()]
    rng = np.random.default_rng(seed)
    slots = [make(hands, fonts, rng) for _ in range(count)]
    told = [each for start in range(0, count, _AT_ONCE) for each in _told(slots[start : start + _AT_ONCE])]
    sure = [right for right, probability in told if probability >= _SURE]
    return Score(slots=count, right=sum(right for right, _ in told), sure=len(sure), wrong=sure.count(False))


def _told(slots: Sequence[Slot]) -> list[tuple[bool, float]]:
    """Right or wrong, and how likely the reader found it; nothing in a blank slot is the empty string."""
    seen = read_digits([slot.pixels for slot in slots])
    best = [each.strings[0] if each.strings else ("", 0.0) for each in seen]
    return [
        (string == ("" if slot.kind == BLANK else slot.digits), probability)
        for slot, (string, probability) in zip(slots, best, strict=True)
    ]


if __name__ == "__main__":
    main()
