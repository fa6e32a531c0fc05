"""The word reader at work: words in, what their shapes say out. No torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.ctc import log_likelihoods, strings
from models.session import session
from models.words.alphabet import ALPHABET, BLANK, PLACE
from models.words.slot import beside

NAME = "words/1"
_AT_ONCE = 32
_NEVER = -40.0  #: the logarithm of what cannot be
_PLAIN = 0.95
_FOLLOWED = 0.01  #: of letters in a step: fewer strings come out, all that matter


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What one word looks like: `steps` are logarithms of probabilities [steps, letters + 1]."""

    steps: NDArray[np.float32]

    @cached_property
    def strings(self) -> tuple[tuple[str, float], ...]:
        """The likeliest readings and their probabilities, best first; looked for only where somebody asks."""
        return _strings(np.exp(self.steps))

    def weigh(self, texts: Sequence[str]) -> list[float]:
        """How likely each of the texts is, as a logarithm; never less than that of what cannot be."""
        known = [text for text in texts if all(char in PLACE for char in text)]
        logs = log_likelihoods(self.steps, [[PLACE[char] for char in text] for text in known])
        likely = {text: max(float(log), _NEVER) for text, log in zip(known, logs, strict=True)}
        return [likely.get(text, _NEVER) for text in texts]


def see_words(words: Sequence[NDArray[np.float32]]) -> list[Seen]:
    """Reads words as `models.words.slot.frame` cut them, each [HEIGHT, width], in the order given."""
    seen: dict[int, Seen] = {}
    for batch in _of_like_width(words):
        for index, steps in zip(batch, _steps([words[i] for i in batch]), strict=True):
            seen[index] = Seen(steps=steps)
    return [seen[i] for i in range(len(words))]


def _strings(steps: NDArray[np.float32]) -> tuple[tuple[str, float], ...]:
    if steps.max(axis=1).prod() > _PLAIN:  # every step is as good as certain: there is one way through
        way = steps.argmax(axis=1)
        letters = way[(way != BLANK) & (way != np.concatenate(([BLANK], way[:-1])))]
        return (("".join(ALPHABET[at] for at in letters), float(steps.max(axis=1).prod())),)
    return tuple(strings(steps, ALPHABET, beam=8, most=4, least=_FOLLOWED))


def _of_like_width(words: Sequence[NDArray[np.float32]]) -> Iterator[list[int]]:
    """Narrow words together, so that little paper is read beside them."""
    order = sorted(range(len(words)), key=lambda i: words[i].shape[1])
    return (order[start : start + _AT_ONCE] for start in range(0, len(order), _AT_ONCE))


def _steps(words: list[NDArray[np.float32]]) -> list[NDArray[np.float32]]:
    (steps,) = session("models.words", "words.onnx").run(None, {"pixel_values": beside(words)[:, None]})
    return list(steps)
