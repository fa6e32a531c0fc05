"""A look at the signature block with the black seal taken out: what stands beside it is read without its lettering.

On a photocopy a seal's letters are as black as print, and a line that runs into them is read as rubbish from end to
end. Blank inside the seal, the rest of the line stands there clear.
"""

from __future__ import annotations

from collections.abc import Sequence

from decisions.syllable import core, is_syllable
from ocr.engines import OcrEngine
from ocr.look import merged, read_regions
from ocr.page import Frame, Grey, Mark
from ocr.rim import Seal, Unrimmed
from ocr.rows import letter_height, pieces

_CLEAR = 0.8  #: confidence from which a word inside a seal is print that was read all the same
_ABOVE, _BELOW = 1.5, 1.8  #: radii from the middle of a seal up to the titles and down to the name


def look_beside(marks: Sequence[Mark], sealed: Unrimmed | None, dpi: int, engine: OcrEngine) -> tuple[Mark, ...]:
    """The words without what the seals' lettering gave, and with those that are read beside the seals."""
    seen = tuple(marks)
    if sealed is None:
        return seen
    regions = [_region(seal, sealed.hollow) for seal in sealed.seals]
    for seal, words in zip(sealed.seals, read_regions(regions, sealed.hollow, dpi, engine), strict=True):
        kept = tuple(mark for mark in seen if not _inside(mark, seal) or _is_clear(mark))
        beside = pieces(words, letter_height(seen))
        seen = merged(kept, [piece for piece in beside if not _cut(piece.y0, piece.y1, seal)])
    return seen


def _region(seal: Seal, grey: Grey) -> Frame:
    height, width = grey.shape
    return Frame(
        x0=max(seal.x - seal.radius, 0),
        y0=max(seal.y - _ABOVE * seal.radius, 0),
        x1=width,
        y1=min(seal.y + _BELOW * seal.radius, height),
    )


def _inside(mark: Mark, seal: Seal) -> bool:
    """Does any part of the word lie in the seal?"""
    x = min(max(seal.x, mark.x0), mark.x1)
    y = min(max(seal.y, mark.y0), mark.y1)
    return (x - seal.x) ** 2 + (y - seal.y) ** 2 < seal.radius**2


def _is_clear(mark: Mark) -> bool:
    bare = core(mark.text)
    return mark.confidence >= _CLEAR and len(bare) > 1 and is_syllable(bare)


def _cut(y0: float, y1: float, seal: Seal) -> bool:
    """Does a line lie at the upper or lower edge of the region, where half of it may be missing?"""
    return y0 < seal.y - (_ABOVE - 0.05) * seal.radius or y1 > seal.y + (_BELOW - 0.05) * seal.radius
