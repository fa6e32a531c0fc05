"""A page of an original as a picture: upright, form fields drawn, no wider than asked."""

from __future__ import annotations

import io
from pathlib import Path
from threading import Lock
from typing import cast

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from search_api.http.troubles import NoPageImage, PageUnreadable

RENDERER = "1"  #: part of the ETag: a new one where the same page comes out otherwise
_MOST_PIXELS = 40_000_000
_PDF = "application/pdf"
#: Formats of Pillow, to which a JPEG is any, those of telephones with a second picture in them too.
_PICTURES = {"image/tiff": ("TIFF",), "image/jpeg": ("JPEG",), "image/png": ("PNG",)}

# PDFium keeps state of its own for the whole process: two threads in it at once crash it.
_pdfium_is_for_one = Lock()


def has_pages(media_type: str) -> bool:
    """Are there pages to look at, or only text?"""
    return media_type == _PDF or media_type in _PICTURES


def page_png(path: Path, media_type: str, page: int, width: int, rotation: int = 0) -> bytes:
    """The PNG of one page (from 1), `width` pixels wide after turning it `rotation` degrees clockwise.

    Raises NoPageImage for born-digital text and PageUnreadable for what cannot be drawn.
    """
    if not has_pages(media_type):
        raise NoPageImage(what=media_type)
    try:
        if media_type == _PDF:
            image = _of_pdf(path, page, width, rotation)
        else:
            image = _of_picture(path, _PICTURES[media_type], page, width, rotation)
    except (pdfium.PdfiumError, UnidentifiedImageError, Image.DecompressionBombError, OSError, EOFError, ValueError):
        raise PageUnreadable(page=page) from None
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return out.getvalue()


def _of_pdf(path: Path, page: int, width: int, rotation: int) -> Image.Image:
    with _pdfium_is_for_one:
        document = pdfium.PdfDocument(path)
        try:
            document.init_forms()
            sheet = document[page - 1]
            wide, high = sheet.get_size() if rotation % 180 == 0 else reversed(sheet.get_size())
            scale = _bounded(width / wide, wide, high)
            # PDFium turns clockwise on top of what the page itself says.
            bitmap = sheet.render(scale=scale, rotation=rotation, may_draw_forms=True)
            image: Image.Image = bitmap.to_pil().convert("RGB")
            return image
        finally:
            document.close()


def _of_picture(path: Path, formats: tuple[str, ...], page: int, width: int, rotation: int) -> Image.Image:
    with Image.open(path, formats=formats) as file:
        file.seek(page - 1)
        if file.width * file.height > 4 * _MOST_PIXELS:
            raise Image.DecompressionBombError
        image = _plain(ImageOps.exif_transpose(file))
    image = image.rotate(-rotation, expand=True)
    scale = min(1.0, _bounded(width / image.width, image.width, image.height))
    return image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), Image.Resampling.BOX)


def _plain(image: Image.Image) -> Image.Image:
    """Grey or RGB on white paper, whatever the file holds: palettes, transparency, 16 bits, CMYK."""
    if image.mode.startswith("I"):
        deep = image.convert("I")
        _, brightest = cast("tuple[int, int]", deep.getextrema())
        scale = 255 / max(brightest, 1)
        return deep.point(lambda value: value * scale).convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        layer = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _bounded(scale: float, width: float, height: float) -> float:
    pixels = width * height * scale**2
    return scale if pixels <= _MOST_PIXELS else scale * (_MOST_PIXELS / pixels) ** 0.5
