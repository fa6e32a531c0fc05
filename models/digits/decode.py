"""From the steps of a CTC net to a distribution over strings of digits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BLANK = 10


def strings(steps: NDArray[np.float32], *, beam: int = 24, most: int = 8) -> list[tuple[str, float]]:
    """The likeliest strings and their probabilities, best first, from [steps, 11] probabilities (prefix beam search).

    Probabilities are sums over all alignments that the beam kept, so they are lower bounds and sum to at most 1.
    """
    # prefix → (probability that it ends in a blank, … in its last digit)
    beams: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    for step in steps.astype(np.float64):
        grown: dict[str, tuple[float, float]] = {}
        likely = [d for d in range(BLANK) if step[d] > 1e-4]
        for prefix, (blank, digit) in beams.items():
            both = blank + digit
            stay = digit * step[int(prefix[-1])] if prefix else 0.0
            _add(grown, prefix, both * step[BLANK], stay)
            for d in likely:
                # The same digit again is a new one only after a blank.
                before = blank if prefix and prefix[-1] == str(d) else both
                _add(grown, prefix + str(d), 0.0, before * step[d])
        beams = dict(sorted(grown.items(), key=lambda item: -sum(item[1]))[:beam])
    ranked = sorted(((text, sum(p)) for text, p in beams.items()), key=lambda pair: -pair[1])
    return [(text, float(p)) for text, p in ranked[:most] if p > 1e-4]


def _add(beams: dict[str, tuple[float, float]], prefix: str, blank: float, digit: float) -> None:
    old = beams.get(prefix, (0.0, 0.0))
    beams[prefix] = (old[0] + blank, old[1] + digit)
