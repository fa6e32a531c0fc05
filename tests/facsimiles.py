"""Scans of every kind in which offices send them, each with the reading of a perfect reader."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
from PIL import Image

from decisions.reading import Reading
from decisions.text import DocumentText, Word
from samples.born import write_born
from samples.draft import Clause
from samples.form import lay_out
from samples.layer import garbled
from samples.sheet import Sheet
from samples.write import write_pdf
from tests.answering import text_of
from tests.unit.samples_drafts import a_draft

DPI = 100
PDF, JPEG, PNG, TIFF = "application/pdf", "image/jpeg", "image/png", "image/tiff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    path: Path
    reading: Reading

    def words(self, page: int) -> list[Word]:
        return [word for word in self.reading.text.words if word.page == page]


Maker = Callable[[Path], Scan]


def sheets() -> tuple[Sheet, ...]:
    """Two pages, with a red seal."""
    long = Clause(
        label="Điều 3", paragraphs=("Các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.",) * 30
    )
    return lay_out(a_draft(clauses=(*a_draft().clauses, long)), dpi=DPI)


def colour_pdf(folder: Path) -> Scan:
    made = sheets()
    return _scan(write_pdf([sheet.image for sheet in made], folder / "colour.pdf"), PDF, made)


def bilevel_pdf(folder: Path) -> Scan:
    made = sheets()
    return _scan(write_pdf([_bilevel(sheet.image) for sheet in made], folder / "bilevel.pdf"), PDF, made)


def turned_pdf(folder: Path, degrees: int = 90) -> Scan:
    """Scanned on its side; the page says how far a viewer is to turn it."""
    made = sheets()
    path = write_pdf([_turned(sheet.image, -degrees) for sheet in made], folder / f"turned-{degrees}.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Parent.Rotate = degrees  # as many tools do: said once for all pages
        pdf.save()
    return _scan(path, PDF, made)


def sideways_pdf(folder: Path, degrees: int = 270) -> Scan:
    """Scanned on its side, and the page does not say so: reading found it out."""
    made = sheets()
    path = write_pdf([_turned(sheet.image, -degrees) for sheet in made], folder / f"sideways-{degrees}.pdf")
    return _scan(path, PDF, made, rotation=degrees)


def cropped_pdf(folder: Path) -> Scan:
    """The page is a part of a larger sheet, whose corner is not at zero."""
    made = sheets()
    path = write_pdf([sheet.image for sheet in made], folder / "cropped.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(side) for side in page.mediabox)
            page.contents_add(b"1 0 0 1 30 40 cm\n", prepend=True)
            page.obj.CropBox = pikepdf.Array([x0 + 30, y0 + 40, x1 + 30, y1 + 40])
            page.obj.MediaBox = pikepdf.Array([x0 - 10, y0 - 10, x1 + 90, y1 + 90])
        pdf.save()
    return _scan(path, PDF, made)


def badly_read_pdf(folder: Path) -> Scan:
    """Another machine has left its text, wrong and invisible."""
    made = sheets()
    layer = [garbled(sheet.words) for sheet in made]
    return _scan(write_pdf([sheet.image for sheet in made], folder / "layer.pdf", layer=layer), PDF, made)


def stamped_pdf(folder: Path) -> Scan:
    """Digitally signed: a stamp with text of its own, made as signing tools make it."""
    made = sheets()
    path = write_pdf([sheet.image for sheet in made], folder / "signed.pdf")
    stamp = write_born(a_draft(), folder / "stamp.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf, pikepdf.open(stamp) as other:
        look = pdf.copy_foreign(other.pages[0].as_form_xobject())
        helvetica = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        look.Resources.Font.Unused = helvetica
        outer = pdf.make_stream(b"BT 1 0 0 1 2 2 Tm q 1 0 0 1 0 0 cm /FRM Do Q 4 0 Td ET")
        outer.update(
            pikepdf.Dictionary(
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=look.BBox,
                Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary(FRM=look)),
            )
        )
        value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=pikepdf.Array([0, 1, 2, 3]), Contents=b"\x30\0")
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=b"Signature1",
                Rect=pikepdf.Array([300, 700, 400, 840]),
                F=132,
                AP=pikepdf.Dictionary(N=pdf.make_indirect(outer)),
                V=pdf.make_indirect(value),
            )
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([field])
        fonts = pikepdf.Dictionary(Font=pikepdf.Dictionary(Helv=helvetica))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]), SigFlags=3, DR=fonts)
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=b"app.alert(1)")
        pdf.save()
    return _scan(path, PDF, made)


def jpeg(folder: Path) -> Scan:
    (first, *_) = sheets()
    first.image.convert("RGB").save(folder / "page.jpg", quality=70, dpi=(DPI, DPI))
    return _scan(folder / "page.jpg", JPEG, [first])


def turned_jpeg(folder: Path, orientation: int = 6) -> Scan:
    """As a telephone stores it: the picture lies, and EXIF tells how."""
    (first, *_) = sheets()
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Pillow's transpositions that undo those of EXIF
    exif = Image.Exif()
    exif[0x0112] = orientation
    lying = first.image.convert("RGB").transpose(Image.Transpose(back[orientation]))
    path = folder / f"telephone-{orientation}.jpg"
    lying.save(path, quality=70, dpi=(DPI, DPI), exif=exif)
    return _scan(path, JPEG, [first])


def grey_png(folder: Path) -> Scan:
    (first, *_) = sheets()
    first.image.convert("L").save(folder / "grey.png", dpi=(DPI, DPI))
    return _scan(folder / "grey.png", PNG, [first])


def palette_png(folder: Path) -> Scan:
    (first, *_) = sheets()
    first.image.convert("RGB").quantize(16).save(folder / "palette.png", dpi=(DPI, DPI))
    return _scan(folder / "palette.png", PNG, [first])


def clear_png(folder: Path) -> Scan:
    """Its paper is transparent."""
    (first, *_) = sheets()
    ink = first.image.convert("RGB")
    ink.putalpha(ink.convert("L").point(lambda value: 255 - value))
    ink.save(folder / "clear.png", dpi=(DPI, DPI))
    return _scan(folder / "clear.png", PNG, [first])


def fax_tiff(folder: Path) -> Scan:
    made = sheets()
    first, *rest = (_bilevel(sheet.image) for sheet in made)
    more = {"save_all": True, "append_images": rest, "compression": "group4", "dpi": (DPI, DPI)}
    first.save(folder / "fax.tif", **more, tiffinfo={278: first.height})
    return _scan(folder / "fax.tif", TIFF, made)


def colour_tiff(folder: Path) -> Scan:
    made = sheets()
    first, *rest = (sheet.image.convert("RGB") for sheet in made)
    first.save(folder / "colour.tif", save_all=True, append_images=rest, compression="tiff_lzw", dpi=(DPI, DPI))
    return _scan(folder / "colour.tif", TIFF, made)


def born_pdf(folder: Path) -> Scan:
    """Never on paper: its text is there already."""
    made = sheets()
    path = write_born(a_draft(), folder / "born.pdf")
    text = text_of(made[:1])
    return _with(path, PDF, replace(text, pages=tuple(replace(page, source="layer") for page in text.pages)))


KINDS: tuple[Maker, ...] = (
    colour_pdf,
    bilevel_pdf,
    turned_pdf,
    sideways_pdf,
    cropped_pdf,
    badly_read_pdf,
    stamped_pdf,
    jpeg,
    turned_jpeg,
    grey_png,
    palette_png,
    clear_png,
    fax_tiff,
    colour_tiff,
)


def _bilevel(image: Image.Image) -> Image.Image:
    return image.convert("L").point(lambda value: 255 * (value > 150)).convert("1")


def _turned(image: Image.Image, clockwise: int) -> Image.Image:
    turned = image.rotate(-clockwise, expand=True)
    turned.info = dict(image.info)
    return turned


def _scan(path: Path, media_type: str, made: Sequence[Sheet], *, rotation: int = 0) -> Scan:
    text = text_of(made)
    pages = tuple(replace(page, rotation=rotation) for page in text.pages)
    return _with(path, media_type, replace(text, pages=pages))


def _with(path: Path, media_type: str, text: DocumentText) -> Scan:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Scan(path=path, reading=Reading(sha256=sha256, media_type=media_type, text=text))
