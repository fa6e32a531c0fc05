"""Red and blue ink lifted off the page, so that seals and signatures do not cover what is printed beneath them.

Painting red pixels white would tear holes into the letters below; where the ink is red the red channel shows the page
as if the ink were not there, and the blue channel does the same for blue ink. Some seals cover all the same: their
ink is thick, or a signing tool or a scanner's driver laid them over the print. There the strokes are carried on.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.bridge import Ink, bridged, opaque
from ocr.page import Colour, Grey

_STRONG = 45  #: difference of channels from which ink counts as coloured; grey print under a coloured lamp has less
_WEAK = 18  #: … from which a pixel beside coloured ink belongs to it: JPEG and scanners smear colour
_LETTERS, _PAPER = 0.45, 0.9  #: print and paper seen through the ink, as shares of the brightness of most of the ink
_BLACK = 128  #: print that strokes are carried on from
_LEAST_RED = 8.0  #: square millimetres of red ink that are worth a look of their own
_DARK = 150  #: ink of any colour is darker
_PRINTED = 0.01  #: ink that covers less of a page than this is no print: a seal or a signature on an empty back


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """The page in grey without coloured ink, and the red ink alone (None where there is hardly any).

    In the gap lay red ink through which no print shows: what was printed there is lost.
    """

    grey: Grey
    red: Grey | None
    gap: Ink | None = None


def lift(image: Colour, dpi: int) -> Lifted:
    """Grey page and red ink of a colour page."""
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    if _colourless(image):
        return Lifted(grey=grey, red=None)
    red, blue = _ink_masks(image, grey)
    lifted = grey.copy()
    lifted[red] = _through(image[:, :, 0], red)
    lifted[blue] = _through(image[:, :, 2], blue)
    gap = opaque(lifted < _BLACK, red, dpi)
    lifted[bridged(lifted < _BLACK, gap, dpi)] = 0
    return Lifted(grey=lifted, red=_alone(image, red, dpi), gap=gap)


def _colourless(image: Colour) -> bool:
    small = image[::4, ::4].astype(np.int16)
    return bool((small.max(axis=2) - small.min(axis=2) > _STRONG).mean() < 1e-5)


def _through(channel: Grey, ink: Ink) -> npt.NDArray[np.uint8]:
    """The inked pixels as seen through the ink: as bright as most of the ink is paper, much darker is print beneath."""
    seen = channel[ink].astype(np.float32)
    if not seen.size:
        return seen.astype(np.uint8)
    usual = float(np.percentile(seen, 40))
    paper, letters = _PAPER * usual, _LETTERS * usual
    return np.clip((seen - letters) * (255 / max(paper - letters, 1.0)), 0, 255).astype(np.uint8)


def _ink_masks(image: Colour, grey: Grey) -> tuple[Ink, Ink]:
    """Red and blue ink: what is more coloured than the print of the page, which scanners and printers tint."""
    r, g, b = (channel.astype(np.int16) for channel in cv2.split(image))
    red, blue = r - np.maximum(g, b), np.where(b >= g, b - r, 0).astype(np.int16)
    return _spread(_beyond_print(red, grey)), _spread(_beyond_print(blue, grey))


def _beyond_print(excess: npt.NDArray[np.int16], grey: Grey) -> npt.NDArray[np.int16]:
    """The excess without that of the print's own tint: the darker a pixel of one ink, the more coloured it is."""
    dark = grey < _DARK
    if dark.mean() < _PRINTED:
        return excess
    depth = (255 - grey).astype(np.float32)
    tint = max(float(np.median(excess[dark] / depth[dark])), 0.0)
    return np.asarray(excess - tint * depth, dtype=np.int16)


def _spread(excess: npt.NDArray[np.int16]) -> Ink:
    """Clearly coloured pixels, and the faintly coloured ones beside them."""
    near = cv2.dilate((excess > _STRONG).astype(np.uint8), np.ones((7, 7), np.uint8)).astype(bool)
    return np.asarray(near & (excess > _WEAK))


def _alone(image: Colour, mask: Ink, dpi: int) -> Grey | None:
    """The red ink on white paper; None where there is hardly any."""
    if mask.sum() < _LEAST_RED * (dpi / 25.4) ** 2:
        return None
    alone = np.full(mask.shape, 255, np.uint8)
    alone[mask] = np.minimum(image[:, :, 1], image[:, :, 2])[mask]
    return alone
