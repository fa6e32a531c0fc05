"""How well are made words read that the reader was not taught on?

    python -m models.words.evaluate [--count 4000]

Words read exactly, and of those that the reader gives 0.9 or more, how many are wrong. What it does for whole pages is
measured by `tests/bench/body.py`.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np

from models.words.made import made
from models.words.reader import see_words

_SEED = 4_711  #: never used for training
_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Of `words`, so many were read right; `sure` had a probability of 0.9 or more, and `wrong` of those were not."""

    words: int
    right: int
    sure: int
    wrong: int


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--count", type=int, default=4_000)
    print(evaluate(args.parse_args().count))


def evaluate(count: int, seed: int = _SEED) -> Score:
    """Makes and reads so many words."""
    words = made(count, np.random.default_rng(seed))
    read = [seen.strings for seen in see_words([word.pixels for word in words])]
    best = [strings[0] if strings else ("", 0.0) for strings in read]
    told = [(text == word.text, probability) for word, (text, probability) in zip(words, best, strict=True)]
    sure = [right for right, probability in told if probability >= _SURE]
    return Score(words=count, right=sum(right for right, _ in told), sure=len(sure), wrong=sure.count(False))


if __name__ == "__main__":
    main()
