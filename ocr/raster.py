"""The pages of a TIFF, a JPEG or a PNG as sheets, one at a time."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageOps

from decisions.problem import Damaged, TooLarge
from decisions.reading import FormField
from ocr.limits import Limits
from ocr.page import Colour, Sheet, Verdict

READ_DPI = 300
_LEAST_NATIVE = 180
_A4_INCHES = (8.27, 11.69)
_MOST_PIXELS = 40_000_000
_NO_LAYER = Verdict(believed=False, reason="Tệp ảnh không có lớp chữ; đọc từ ảnh.")


@dataclass(slots=True, kw_only=True)
class RasterPages:
    """An open image file: its frames in order."""

    picture: Image.Image
    count: int
    limits: Limits
    fields: list[FormField] = field(default_factory=list)  #: an image has no form

    def sheets(self) -> Iterator[Sheet]:
        """Every frame, decoded when asked for. Raises Damaged where the file is cut short, TooLarge for bombs."""
        for number in range(1, self.count + 1):
            with _damaged():
                self.picture.seek(number - 1)
                _check_size(self.picture, self.limits)
                sheet = _sheet(number, self.picture)
            yield sheet


@contextmanager
def open_raster(path: Path, limits: Limits) -> Iterator[RasterPages]:
    """The frames of an image file. Raises Damaged and TooLarge."""
    with path.open("rb") as file:
        with _damaged():
            picture = Image.open(file, formats=("TIFF", "JPEG", "PNG"))
            _check_size(picture, limits)
            # A JPEG of a telephone holds a second, smaller picture of the same page: only a TIFF has pages.
            count = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        with picture:
            if count > limits.pages:
                raise TooLarge(what=f"{count} > {limits.pages} trang / pages")
            yield RasterPages(picture=picture, count=count, limits=limits)


@contextmanager
def _damaged() -> Iterator[None]:
    """What Pillow says about broken bytes, as our own troubles."""
    try:
        # Pillow warns of large pictures and of odd tags; sizes are checked here, and what cannot be read raises.
        with warnings.catch_warnings(action="ignore"):
            yield
    except Image.DecompressionBombError as error:
        raise TooLarge(what="ảnh quá nhiều điểm ảnh / too many pixels") from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError) as error:
        raise Damaged from error


def _check_size(picture: Image.Image, limits: Limits) -> None:
    width, height = picture.size
    if width * height > limits.pixels:
        raise TooLarge(what=f"{width} × {height} điểm ảnh / pixels")
    if min(width, height) < 8:
        raise Damaged


def _sheet(number: int, frame: Image.Image) -> Sheet:
    native = _dpi(frame)
    pixels = np.asarray(_white_backed(ImageOps.exif_transpose(frame)))
    wanted = min(native, READ_DPI) if native >= _LEAST_NATIVE else READ_DPI
    scale = min(wanted / native, (_MOST_PIXELS / (pixels.shape[0] * pixels.shape[1])) ** 0.5)
    image = _scaled(np.array(pixels), scale)
    return Sheet(number=number, image=image, dpi=round(native * scale), verdict=_NO_LAYER)


def _dpi(frame: Image.Image) -> float:
    """As the file says where that makes a sensible sheet of paper; else as if it were A4."""
    short, long = sorted(frame.size)
    said = frame.info.get("dpi")
    if said and min(said) > 0:
        dpi = float(max(said))
        if 4 <= short / dpi <= 17 and 5 <= long / dpi <= 24:
            return dpi
    return max(short / _A4_INCHES[0], long / _A4_INCHES[1])


def _white_backed(frame: Image.Image) -> Image.Image:
    """RGB on white paper, whatever the file holds: palettes, transparency, 1 and 16 bits, CMYK."""
    if frame.mode.startswith("I"):
        deep = np.asarray(frame, dtype=np.float64)
        frame = Image.fromarray((deep / max(float(deep.max()), 1.0) * 255).astype(np.uint8))
    if "A" in frame.getbands() or "transparency" in frame.info:
        layer = frame.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    return frame.convert("RGB")


def _scaled(image: Colour, scale: float) -> Colour:
    if 0.95 < scale < 1.05:
        return image
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=how), dtype=np.uint8)
