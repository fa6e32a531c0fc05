"""Do the words of a phrase stand elsewhere in the same text with other marks? Two readings that disagree ask a person."""

from __future__ import annotations

import re
from itertools import pairwise

from decisions.fold import fold, mark
from extract.sheet import Sheet


def contradicted(sheet: Sheet, phrase: str) -> bool:
    """ "Phòng Tố chức" where the text also has "phòng Tổ chức"; pairs of words, since single ones differ by right."""
    return any(_other_marks(sheet, f"{one} {two}") for one, two in pairwise(phrase.split()))


def _other_marks(sheet: Sheet, pair: str) -> bool:
    bare = fold(pair).split()
    wanted = " ".join(mark(pair).split())
    anywhere = r"\b" + r"\s+".join(bare) + r"\b"
    found = re.finditer(anywhere, sheet.bare) if len(bare) > 1 else ()
    return any(" ".join(mark(sheet.flat[match.start() : match.end()]).split()) != wanted for match in found)
