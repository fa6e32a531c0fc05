"""Copies of real scans as worse machines would give them: for forms and hands that nothing here has made.

What a file says besides its pictures (text layers, form fields, signatures) is lost on the way, as on paper.
"""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from PIL import Image

from ocr import kind
from ocr.limits import Limits
from ocr.page import Failed
from ocr.pdf import open_pdf
from ocr.raster import open_raster
from samples.damage import RECIPES, damage


def worn(scan: Path, recipe: str, folder: Path) -> Path:
    """A PDF in the folder with every page of the scan after the recipe; the same name gives the same pixels."""
    opened = open_pdf if kind.media_type(scan) == kind.PDF else open_raster
    pages = []
    with opened(scan, Limits()) as file:
        for sheet in file.sheets():
            if isinstance(sheet, Failed):
                raise ValueError(f"{scan.name}, {sheet.number}: {sheet.why}")
            image = Image.fromarray(sheet.image)
            image.info["dpi"] = (sheet.dpi, sheet.dpi)
            pages.append(damage(image, RECIPES[recipe], crc32(f"{scan.name} {sheet.number}".encode())))
    copy = folder / f"{scan.stem}.pdf"
    loss = {} if pages[0].mode == "1" else {"quality": 92}
    pages[0].save(copy, save_all=True, append_images=pages[1:], resolution=pages[0].info["dpi"][0], **loss)
    return copy
