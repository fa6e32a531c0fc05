"""Words that one sign joins, a speck or a comma without its space: "ông:Trần", "lực;kể"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from decisions.syllable import core, is_syllable
from ocr.page import Mark

_SIGN = re.compile(r"(?<=[^\W\d_]{2})[.,:;](?=[^\W\d_]{2})")


def parted(word: Mark) -> Iterator[Mark]:
    """The word, or two or more where all that a sign joins are syllables; as wide as they have letters."""
    ends = [match.end() for match in _SIGN.finditer(word.text)]
    cuts = [0, *ends, len(word.text)]
    parts = [word.text[a:b] for a, b in pairwise(cuts)]
    if not ends or not all(is_syllable(core(part)) for part in parts):
        yield word
        return
    letter = (word.x1 - word.x0) / len(word.text)
    for start, part in zip(cuts, parts, strict=False):
        x0 = word.x0 + start * letter
        rivals = word.rivals[start : start + len(part)]
        yield replace(word, text=part, x0=x0, x1=x0 + len(part) * letter, rivals=rivals)
