"""What is laid over a page becomes part of it: filled fields and the stamps of digital signatures.

A signature vouches for the bytes of the original (ISO 32000-1, 12.8.1). In another file its stamp is still part of
what the paper shows, but its seal on the bytes would be a broken one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from pikepdf import Array, Dictionary, Matrix, Name, Object, Page, Pdf, Rectangle, Stream

from pdfa.apart import part_images_from_text

_NOT_SEEN = 1 | 2 | 32  #: flags invisible, hidden, no view (ISO 32000-1, table 165)
_STAYS = ("/Link", "/Popup")


def fold_in(pdf: Pdf) -> None:
    """Draw every annotation that has an appearance as part of its page, and let go of the form behind them."""
    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        if isinstance(annotations, Array):
            _fold_page(pdf, page, list(annotations))
    for key in ("/AcroForm", "/Perms", "/DSS"):
        if key in pdf.Root:
            del pdf.Root[key]


def _fold_page(pdf: Pdf, page: Page, annotations: list[Object]) -> None:
    kept: list[Object] = []
    drawn: list[bytes] = []
    for annotation in annotations:
        if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") in _STAYS:
            kept.append(annotation)
            continue
        look = _appearance(annotation)
        if look is not None:
            drawn += _draw(page, annotation, look)
        elif annotation.get("/Subtype") != Name.Widget:
            kept.append(annotation)
    if drawn:
        # The page's own drawing may end in any state: it is closed off before anything is drawn over it.
        page.contents_add(pdf.make_stream(b"q\n"), prepend=True)
        page.contents_add(pdf.make_stream(b"\nQ\n" + b"\n".join(drawn)))
    if kept:
        page.obj.Annots = Array(kept)
    else:
        del page.obj["/Annots"]


def _appearance(annotation: Dictionary) -> Stream | None:
    """The normal appearance in its present state, where the annotation is to be seen."""
    if int(annotation.get("/F", 0)) & _NOT_SEEN:
        return None
    look = annotation.get("/AP", Dictionary()).get("/N")
    if isinstance(look, Dictionary) and not isinstance(look, Stream):
        look = look.get(str(annotation.get("/AS", "/Off")))
    return look if isinstance(look, Stream) else None


def _draw(page: Page, annotation: Dictionary, look: Stream) -> Iterator[bytes]:
    """The form, moved and scaled so that its box fills the annotation's rectangle (ISO 32000-1, 12.5.5)."""
    box = _rectangle(look.get("/BBox", annotation.Rect))
    turned = Matrix(look.get("/Matrix", Array([1, 0, 0, 1, 0, 0]))).transform(box)
    place = _rectangle(annotation.Rect)
    if not (turned.width and turned.height and place.width and place.height):
        return
    look.Type, look.Subtype = Name.XObject, Name.Form
    part_images_from_text(look)
    across, up = place.width / turned.width, place.height / turned.height
    move = place.llx - turned.llx * across, place.lly - turned.lly * up
    name = page.add_resource(look, Name.XObject, prefix="Stamp")
    numbers = " ".join(f"{number:.5f}" for number in (across, 0, 0, up, *move))
    yield f"q\n{numbers} cm\n{name} Do\nQ".encode()


def _rectangle(array: Object) -> Rectangle:
    x0, y0, x1, y1 = (float(side) for side in cast(Array, array))
    return Rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
