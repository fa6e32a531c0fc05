"""An invisible text layer over a scanned page: words at their places, in a font without glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from decisions.text import Box, Word
from samples.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerWord:
    """A word and its box in shares of the page, as in `decisions.text.Word`."""

    text: str
    box: Box


def layer_of(sheet: Sheet) -> tuple[LayerWord, ...]:
    """What a perfect reader would lay over this sheet."""
    return tuple(LayerWord(text=word.text, box=word.box) for word in sheet.words if word.box is not None)


def stamp_layer(text: str, *, y: float = 0.02) -> tuple[LayerWord, ...]:
    """The few words that a digital-signature stamp leaves at the top right of an otherwise scanned page."""
    words = text.split()
    step = 0.42 / max(len(words), 1)
    return tuple(
        LayerWord(text=word, box=Box(x0=0.55 + i * step, y0=y, x1=0.55 + (i + 0.9) * step, y1=y + 0.01))
        for i, word in enumerate(words)
    )


def garbled(words: Sequence[Word]) -> tuple[LayerWord, ...]:
    """The layer of a reader that knows no Vietnamese: every letter beyond ASCII is lost to another."""
    return tuple(
        LayerWord(text="".join(c if c.isascii() else "?~^`§"[ord(c) % 5] for c in word.text), box=word.box)
        for word in words
        if word.box is not None
    )


def add_layer(pdf: pikepdf.Pdf, page: pikepdf.Page, words: Sequence[LayerWord]) -> None:
    """Writes the words into the page in text rendering mode 3 (ISO 32000-1, 9.3.6)."""
    width, height = float(page.MediaBox[2]), float(page.MediaBox[3])
    chars = sorted({char for word in words for char in word.text})
    codes = {char: i for i, char in enumerate(chars, start=1)}
    if "/Font" not in page.Resources:
        page.Resources.Font = pikepdf.Dictionary()
    page.Resources.Font.Layer = _blank_font(pdf, codes)
    lines = ["q BT 3 Tr"]
    for word in words:
        size = max((word.box.y1 - word.box.y0) * height, 1.0)
        room = (word.box.x1 - word.box.x0) * width
        stretch = 100 * room / (0.5 * size * len(word.text))
        text = "".join(f"{codes[char]:04X}" for char in word.text)
        x, y = word.box.x0 * width, (1 - word.box.y1) * height
        lines.append(f"/Layer {size:.2f} Tf {stretch:.1f} Tz 1 0 0 1 {x:.2f} {y:.2f} Tm <{text}> Tj")
    lines.append("ET Q")
    page.contents_add("\n".join(lines).encode(), prepend=False)


def _blank_font(pdf: pikepdf.Pdf, codes: dict[str, int]) -> pikepdf.Object:
    """A font of two-byte codes, each half an em wide, that says what its codes mean and draws nothing."""
    name = pikepdf.Name("/Blank")
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=pikepdf.Array([0, -200, 500, 800]),
        ItalicAngle=0,
        Ascent=800,
        Descent=-200,
        CapHeight=700,
        StemV=80,
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=500,
        CIDToGIDMap=pikepdf.Name.Identity,
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode(codes)),
        )
    )


def to_unicode(codes: dict[str, int]) -> bytes:
    """The CMap that says which character each two-byte code means (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:04X}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items()]
    blocks = [pairs[i : i + 100] for i in range(0, len(pairs), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode("ascii")
