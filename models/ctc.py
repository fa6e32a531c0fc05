"""From the steps of a CTC net (Graves et al. 2006) to what may stand there, and how likely a given string is.

A step tells of each letter, and in its last place of the blank, how likely it is there.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_SCALED, _TINY = 4, 1e-300  #: steps after which probabilities are scaled up again; what is as small is none
_LEAST = 1e-4  #: what is less likely than this in a step, or as a whole string, is not followed


def strings(
    steps: NDArray[np.float32], alphabet: str, *, beam: int = 24, most: int = 8, least: float = _LEAST
) -> list[tuple[str, float]]:
    """The likeliest strings and their probabilities, best first, from [steps, letters + 1] (prefix beam search).

    Probabilities are sums over all alignments that the beam kept, so they are lower bounds and sum to at most 1.
    """
    place = {char: at for at, char in enumerate(alphabet)}
    # prefix → (probability that it ends in a blank, … in its last letter)
    beams: dict[str, tuple[float, float]] = {"": (1.0, 0.0)}
    for step in steps.astype(np.float64):
        grown: dict[str, tuple[float, float]] = {}
        likely = [(alphabet[at], float(step[at])) for at in np.flatnonzero(step[:-1] > least)]
        pause = float(step[-1])
        for prefix, (blank, letter) in beams.items():
            both = blank + letter
            stay = letter * float(step[place[prefix[-1]]]) if prefix else 0.0
            _add(grown, prefix, both * pause, stay)
            for char, probability in likely:
                # The same letter again is a new one only after a blank.
                before = blank if prefix and prefix[-1] == char else both
                _add(grown, prefix + char, 0.0, before * probability)
        beams = dict(sorted(grown.items(), key=lambda item: -sum(item[1]))[:beam])
    ranked = sorted(((text, sum(p)) for text, p in beams.items()), key=lambda pair: -pair[1])
    return [(text, float(p)) for text, p in ranked[:most] if p > least]


def log_likelihoods(logs: NDArray[np.float32], strings: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """The logarithm of the probability of each string, over all its alignments; `logs` [steps, letters + 1]."""
    blank = logs.shape[1] - 1
    lengths = np.array([len(string) for string in strings], np.intp)
    # blank, letter, blank, …, letter, blank; what is behind the end of a shorter string leads nowhere
    states = np.full((len(strings), 2 * int(lengths.max(initial=0)) + 1), blank)
    for row, string in zip(states, strings, strict=True):
        row[1 : 2 * len(string) : 2] = string
    skips = np.zeros(states.shape, bool)
    skips[:, 3::2] = states[:, 3::2] != states[:, 1:-2:2]
    spoken = np.exp(logs.astype(np.float64))[:, states]
    at = np.zeros(states.shape)
    at[:, :2] = spoken[0, :, :2]
    scale = np.zeros(len(strings))
    for number, step in enumerate(spoken[1:], start=1):
        once, twice = at[:, :-1], at[:, :-2] * skips[:, 2:]
        at = at.copy()
        at[:, 1:] += once
        at[:, 2:] += twice
        at *= step
        if number % _SCALED == 0:  # long before a product is too small for a float
            largest = np.maximum(at.max(axis=1), _TINY)
            at /= largest[:, None]
            scale += np.log(largest)
    every = np.arange(len(strings))
    last_letter = np.where(lengths > 0, at[every, np.maximum(2 * lengths - 1, 0)], 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(at[every, 2 * lengths] + last_letter) + scale, np.float64)


def _add(beams: dict[str, tuple[float, float]], prefix: str, blank: float, letter: float) -> None:
    old = beams.get(prefix, (0.0, 0.0))
    beams[prefix] = (old[0] + blank, old[1] + letter)
