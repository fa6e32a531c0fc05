"""The digit reader at work: a slot in, a distribution over strings and over who wrote them out. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.ctc import strings
from models.session import session

VERSION = "digits/1"
DIGITS = "0123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class Digits:
    """What may stand in a slot: strings with their probabilities, best first, and how likely each kind of writing."""

    strings: tuple[tuple[str, float], ...]
    blank: float
    printed: float
    handwritten: float


def read_digits(slots: Sequence[NDArray[np.float32]]) -> list[Digits]:
    """Reads slots as `models.digits.slot.frame` cut them, each [HEIGHT, WIDTH], all in one run of the net."""
    steps, kinds = session("models.digits", "digits.onnx").run(None, {"pixel_values": np.stack(slots)[:, None]})
    return [
        Digits(
            strings=tuple(strings(step, DIGITS)), blank=float(blank), printed=float(printed), handwritten=float(hand)
        )
        for step, (blank, printed, hand) in zip(steps, kinds, strict=True)
    ]
