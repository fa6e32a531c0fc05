"""Letters and words wrong in a reading, against the truth: edits on NFC code points after white-space collapse."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields

import numpy as np
from rapidfuzz.distance import Levenshtein

from decisions.fold import fold, nfc

_EITHER_WAY = str.maketrans({"…": "...", **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))})


@dataclass(frozen=True, slots=True, kw_only=True)
class Errors:
    """Counts over one or many pages; they add up, so that means are micro means."""

    letters: int = 0  #: of the truth
    edits: int = 0
    marks: int = 0  #: edits that change a letter's diacritics only; a part of `edits`
    words: int = 0
    word_edits: int = 0
    numbers: int = 0  #: words of the truth with a digit in them
    numbers_found: int = 0

    def __add__(self, other: Errors) -> Errors:
        return Errors(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})

    @property
    def cer(self) -> float:
        """Character error rate, 0..; in shares."""
        return self.edits / max(self.letters, 1)

    @property
    def wer(self) -> float:
        """Word error rate, in shares."""
        return self.word_edits / max(self.words, 1)


def errors(truth: str, read: str) -> Errors:
    """What is wrong in that stretch of a reading that is most like the truth; what stands around it does not count."""
    wanted, seen = collapsed(truth), collapsed(read)
    start, end = nearest_stretch(wanted, seen)
    seen = seen[start:end]
    changes = Levenshtein.editops(wanted, seen)
    numbers, found = _numbers(wanted), _numbers(seen)
    return Errors(
        letters=len(wanted),
        edits=len(changes),
        marks=sum(op.tag == "replace" and fold(wanted[op.src_pos]) == fold(seen[op.dest_pos]) != " " for op in changes),
        words=len(wanted.split()),
        word_edits=Levenshtein.distance(wanted.split(), seen.split()),
        numbers=numbers.total(),
        numbers_found=(numbers & found).total(),
    )


def collapsed(text: str) -> str:
    """NFC, one space for any white space; what a text layer may write in either way counts as one: "…", "m³"."""
    return " ".join(nfc(text).translate(_EITHER_WAY).split())


def nearest_stretch(wanted: str, seen: str) -> tuple[int, int]:
    """Start and end of the substring of `seen` with the fewest edits from `wanted`."""
    end = _best_end(wanted, seen)
    start = end - _best_end(wanted[::-1], seen[:end][::-1])
    return start, end


def _best_end(wanted: str, seen: str) -> int:
    """Sellers' algorithm: the end of the best stretch, which may begin anywhere."""
    text = np.array([ord(char) for char in seen], np.int32)
    steps = np.arange(len(text) + 1, dtype=np.int32)
    costs = np.zeros(len(text) + 1, np.int32)
    for row, char in enumerate(wanted, start=1):
        fresh = np.empty_like(costs)
        fresh[0] = row
        np.minimum(costs[1:] + 1, costs[:-1] + (text != ord(char)), out=fresh[1:])
        costs = np.minimum.accumulate(fresh - steps) + steps
    return int(costs.argmin())


def _numbers(text: str) -> Counter[str]:
    return Counter(word.strip('.,;:()“”"') for word in text.split() if any(char.isdecimal() for char in word))
