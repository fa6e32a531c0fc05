"""Writes pages as the files that offices send: PDF with or without a text layer, TIFF, JPEG, PNG.

Source of the PDF parts: ISO 32000-1, 8.9.5 (images), 9.10.3 (ToUnicode), 12.8 (digital signatures).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from samples.damage import resolution
from samples.layer import LayerWord, add_layer


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """What a signature dictionary says. The bytes are not truly signed: it is evidence of who and when only."""

    name: str
    at: datetime  #: with its time zone
    reason: str | None = None


def write_pdf(
    images: Sequence[Image.Image],
    path: Path,
    *,
    quality: int = 80,
    layer: Sequence[Sequence[LayerWord]] = (),
    password: str | None = None,
    signed: Signed | None = None,
) -> Path:
    """A page an image, JPEG or (bilevel) CCITT Group 4, at its true size; `layer` holds invisible words a page.

    With a password the file cannot be opened without it.
    """
    with pikepdf.new() as pdf:
        for i, image in enumerate(images):
            page = _page(pdf, image, quality)
            if i < len(layer) and layer[i]:
                add_layer(pdf, page, layer[i])
        if signed:
            _sign(pdf, signed)
        encryption = pikepdf.Encryption(owner=password, user=password) if password else None
        # One id for the same pages: the same seed writes the same bytes (encrypted files cannot).
        pdf.save(path, encryption=encryption or False, deterministic_id=not password)
    return path


def write_tiff(images: Sequence[Image.Image], path: Path) -> Path:
    """All pages in one file: Group 4 for bilevel pages, JPEG for the others, as scanners do it."""
    first, *rest = images
    dpi = resolution(first)
    compression = "group4" if all(image.mode == "1" for image in images) else "jpeg"
    first.save(path, "TIFF", save_all=True, append_images=rest, compression=compression, dpi=(dpi, dpi))
    return path


def write_jpeg(image: Image.Image, path: Path, *, quality: int = 80) -> Path:
    dpi = resolution(image)
    image.convert("RGB").save(path, "JPEG", quality=quality, dpi=(dpi, dpi))
    return path


def write_png(image: Image.Image, path: Path) -> Path:
    dpi = resolution(image)
    image.save(path, "PNG", dpi=(dpi, dpi), compress_level=3)
    return path


def _page(pdf: pikepdf.Pdf, image: Image.Image, quality: int) -> pikepdf.Page:
    width, height = (72 * side / resolution(image) for side in image.size)
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=_image(pdf, image, quality)))
    page.Contents = pdf.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Scan Do Q\n".encode())
    return page


def _image(pdf: pikepdf.Pdf, image: Image.Image, quality: int) -> pikepdf.Stream:
    width, height = image.size
    stream = pdf.make_stream(_group4(image) if image.mode == "1" else _jpeg(image, quality))
    stream.update(pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=width, Height=height))
    if image.mode == "1":
        stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceGray, 1
        stream.Filter = pikepdf.Name.CCITTFaxDecode
        stream.DecodeParms = pikepdf.Dictionary(K=-1, Columns=width, Rows=height)
    else:
        stream.ColorSpace, stream.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        stream.Filter = pikepdf.Name.DCTDecode
    return stream


def _jpeg(image: Image.Image, quality: int) -> bytes:
    data = BytesIO()
    image.convert("RGB").save(data, "JPEG", quality=quality)
    return data.getvalue()


def _group4(image: Image.Image) -> bytes:
    """The one strip of a Group 4 TIFF is what a PDF wants."""
    data = BytesIO()
    image.save(data, "TIFF", compression="group4", tiffinfo={278: image.height, 262: 0})
    tiff = Image.open(data)
    tags = tiff.tag_v2  # type: ignore[attr-defined]
    (start,), (length,) = tags[273], tags[279]
    return data.getvalue()[start : start + length]


def _sign(pdf: pikepdf.Pdf, signed: Signed) -> None:
    """A signature field with its dictionary, drawn nowhere."""
    zone = signed.at.strftime("%z")
    value = pikepdf.Dictionary(
        Type=pikepdf.Name.Sig,
        Filter=pikepdf.Name("/Adobe.PPKLite"),
        SubFilter=pikepdf.Name("/adbe.pkcs7.detached"),
        Name=pikepdf.String(signed.name),
        M=pikepdf.String(f"D:{signed.at:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:]}'"),
        ByteRange=pikepdf.Array([0, 0, 0, 0]),
        Contents=pikepdf.String(b"\x30\x00"),
    )
    if signed.reason:
        value.Reason = pikepdf.String(signed.reason)
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=pikepdf.String("Signature1"),
            V=pdf.make_indirect(value),
            Rect=pikepdf.Array([0, 0, 0, 0]),
            F=132,
            P=pdf.pages[0].obj,
        )
    )
    pdf.pages[0].Annots = pikepdf.Array([field])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3)
