"""An image file as a PDF of its pages: the compressed image goes in as it is where PDF knows its kind, else without loss."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pikepdf import Dictionary, Name, Pdf
from PIL import Image, TiffImagePlugin

from decisions.text import PageText
from pdfa import png
from pdfa.troubles import StrangeImage

_A4_LONG = 11.69 * 72
_ORIENTATION = 0x0112  # EXIF 2.3, 4.6.4
#: From the unit square of an image as stored to that of the page as seen, for each orientation of EXIF.
_AS_SEEN = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
_COLOURS = {"1": ("/DeviceGray", 1), "L": ("/DeviceGray", 8), "RGB": ("/DeviceRGB", 8)}
_ON_WHITE = ("LA", "RGBA", "PA", "La", "RGBa")
_GROUP_4 = "group4"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Picture:
    """An image as PDF keeps it: compressed bytes, what they are, and which way up they are stored."""

    data: bytes
    entries: Mapping[str, Any]
    orientation: int = 1


def wrapped(path: Path, media_type: str, pages: Mapping[int, PageText], name: str) -> Pdf:
    """A PDF of as many pages as the file has images, each as large as it was read. Raises StrangeImage."""
    pdf = Pdf.new()
    for number, picture in enumerate(_pictures(path, media_type, name), start=1):
        _add_page(pdf, picture, pages.get(number))
    return pdf


def _pictures(path: Path, media_type: str, name: str) -> Iterator[_Picture]:
    # Pillow warns of large pictures and odd tags; reading has judged the file already.
    with warnings.catch_warnings(action="ignore"), Image.open(path, formats=("TIFF", "JPEG", "PNG")) as image:
        if media_type == "image/jpeg":
            yield _jpeg(path, image, name)
        elif media_type == "image/png":
            stream = png.stream(path)
            yield _Picture(data=stream.data, entries=stream.entries) if stream else _pixels(image, name)
        else:
            for frame in range(getattr(image, "n_frames", 1)):
                image.seek(frame)
                yield _fax(path, image) or _pixels(image, name)


def _jpeg(path: Path, image: Image.Image, name: str) -> _Picture:
    if image.mode not in _COLOURS:
        raise StrangeImage(name=name, mode=image.mode)
    entries = {**_about(image.width, image.height, image.mode), "Filter": Name.DCTDecode}
    return _Picture(data=path.read_bytes(), entries=entries, orientation=image.getexif().get(_ORIENTATION, 1))


def _fax(path: Path, image: Image.Image) -> _Picture | None:
    """The CCITT group 4 data of a TIFF page where it is one strip in the order of bits that PDF reads."""
    assert isinstance(image, TiffImagePlugin.TiffImageFile)
    tags = image.tag_v2
    offsets, counts = tags.get(TiffImagePlugin.STRIPOFFSETS, ()), tags.get(TiffImagePlugin.STRIPBYTECOUNTS, ())
    plain = tags.get(TiffImagePlugin.FILLORDER, 1) == 1 and tags.get(_ORIENTATION, 1) == 1
    if image.info.get("compression") != _GROUP_4 or len(offsets) != 1 or not plain:
        return None
    with path.open("rb") as file:
        file.seek(offsets[0])
        data = file.read(counts[0])
    how = Dictionary(K=-1, Columns=image.width, Rows=image.height)
    if tags.get(TiffImagePlugin.PHOTOMETRIC_INTERPRETATION) == 1:
        how.BlackIs1 = True
    entries = {**_about(image.width, image.height, "1"), "Filter": Name.CCITTFaxDecode, "DecodeParms": how}
    return _Picture(data=data, entries=entries)


def _pixels(image: Image.Image, name: str) -> _Picture:
    """Everything else, by its pixels. What lets the paper shine through lies on white, as it was read."""
    if image.mode in _ON_WHITE or "transparency" in image.info:
        layer = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")
    elif image.mode == "P":
        image = image.convert("RGB")
    if image.mode not in _COLOURS:
        raise StrangeImage(name=name, mode=image.mode)
    entries = {**_about(image.width, image.height, image.mode), "Filter": Name.FlateDecode}
    return _Picture(data=zlib.compress(image.tobytes(), 6), entries=entries)


def _about(width: int, height: int, mode: str) -> dict[str, Any]:
    space, bits = _COLOURS[mode]
    return {"Width": width, "Height": height, "ColorSpace": Name(space), "BitsPerComponent": bits}


def _add_page(pdf: Pdf, picture: _Picture, read: PageText | None) -> None:
    image = pdf.make_stream(picture.data, Type=Name.XObject, Subtype=Name.Image, **picture.entries)
    a, b, c, d, e, f = _AS_SEEN.get(picture.orientation, _AS_SEEN[1])
    stored = int(image.Width), int(image.Height)
    wide, high = _points(stored if b == 0 else stored[::-1], read)
    numbers = a * wide, b * high, c * wide, d * high, e * wide, f * high
    page = pdf.add_blank_page(page_size=(wide, high))
    page.obj.Resources = Dictionary(XObject=Dictionary(Image=image))
    drawing = " ".join(f"{number:.4f}" for number in numbers)
    page.obj.Contents = pdf.make_stream(f"q\n{drawing} cm\n/Image Do\nQ\n".encode())


def _points(pixels: tuple[int, int], read: PageText | None) -> tuple[float, float]:
    """The size of the paper: as it was read; a page that could not be read is as long as A4."""
    if read is None or not (read.width and read.height and read.dpi):
        scale = _A4_LONG / max(pixels)
        return pixels[0] * scale, pixels[1] * scale
    size = read.width * 72 / read.dpi, read.height * 72 / read.dpi
    return size if read.rotation % 180 == 0 else size[::-1]
