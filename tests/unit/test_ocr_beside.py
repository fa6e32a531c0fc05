"""Beside a black seal: its lettering is dropped, what was read well stays, the rest is read with the seal taken out."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ocr.beside import look_beside
from ocr.engines import Layout, OcrEngine
from ocr.page import Colour, Grey, Mark
from ocr.rim import Seal, Unrimmed

SEAL = Seal(x=300, y=400, rings=((95, 100),))
BLANK = np.full((800, 1000), 255, np.uint8)
SEALED = Unrimmed(grey=BLANK, gap=np.zeros(BLANK.shape, bool), hollow=BLANK, seals=(SEAL,))


@dataclass
class Reader(OcrEngine):
    """Reads the same words wherever it looks, and remembers how large the image was."""

    found: tuple[Mark, ...] = ()
    name: str = "reader/1"
    seen: list[tuple[int, ...]] = field(default_factory=list)

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        self.seen.append(image.shape)
        return self.found


def mark(text: str, x0: float, y0: float, confidence: float) -> Mark:
    return Mark(text=text, x0=x0, y0=y0, x1=x0 + 12 * len(text), y1=y0 + 20, confidence=confidence)


def test_rubbish_over_a_seal_gives_way_to_what_stands_beside_it() -> None:
    far, rubbish, clear = mark("nhận", 20, 300, 0.9), mark("9GNHỦ", 330, 330, 0.2), mark("TỊCH", 390, 345, 0.95)
    reader = Reader(found=(mark("HỦ", 180, 80, 0.9), mark("TỊCH", 240, 80, 0.9)))  # in the region, which begins at 200
    seen = look_beside((far, rubbish, clear), SEALED, 200, reader)
    assert [each.text for each in seen] == ["nhận", "HỦ", "TỊCH"]
    assert reader.seen == [(330, 800)]


def test_what_was_read_well_over_a_seal_stays() -> None:
    clear = mark("Công", 350, 400, 0.95)
    assert look_beside((clear,), SEALED, 200, Reader()) == (clear,)


def test_a_page_without_black_seals_is_not_looked_at_again() -> None:
    reader = Reader()
    word = mark("nhận", 20, 300, 0.9)
    assert look_beside((word,), None, 200, reader) == (word,)
    assert reader.seen == []
