"""A font for text that nobody sees: every character is a box of the same width, and says which character it is.

The box is a real one: PDFium (Chrome's) passes by text whose letters have no height once a page is turned sideways.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pikepdf import Array, Dictionary, Name, Object, Pdf

NAME = Name("/QdText")
EM = 1000
WIDTH = 500  #: of every character, in thousandths of the font size
ASCENT, DESCENT = 800, -200  #: together the font size: a word's box is as high as its font

_BASE = Name("/QUYETD+Glyphless")
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{characters}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_EPOCH = 2_082_844_800  #: 1970 in seconds since 1904: the same font every time
_AT_ONCE = 100  #: entries of one bfchar block (ISO 32000-1, 9.10.3)


class Glyphless:
    """The one such font of a document; it learns the characters as words are written with it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self.object: Object = pdf.make_indirect(Dictionary())

    def encode(self, text: str) -> bytes:
        """The text as a hexadecimal string of a content stream."""
        codes = (self._codes.setdefault(char, len(self._codes) + 1) for char in text)
        return b"<" + b"".join(b"%04X" % code for code in codes) + b">"

    def finish(self) -> None:
        """Write the font. To be called once, after the last word."""
        program = self._pdf.make_stream(_program(), Length1=len(_program()))
        descriptor = self._pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=_BASE,
                Flags=5,  # every box has the same width; the characters are no Latin letters to the viewer
                FontBBox=Array([0, DESCENT, WIDTH, ASCENT]),
                ItalicAngle=0,
                Ascent=ASCENT,
                Descent=DESCENT,
                CapHeight=ASCENT,
                StemV=80,
                FontFile2=program,
            )
        )
        cid_font = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.CIDFontType2,
                BaseFont=_BASE,
                CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
                FontDescriptor=descriptor,
                DW=WIDTH,
                # Code 0 is no character; all others are drawn by the one box.
                CIDToGIDMap=self._pdf.make_stream(b"\0\0" + b"\0\1" * len(self._codes)),
            )
        )
        self.object.Type = Name.Font
        self.object.Subtype = Name.Type0
        self.object.BaseFont = _BASE
        self.object.Encoding = Name("/Identity-H")
        self.object.DescendantFonts = Array([cid_font])
        self.object.ToUnicode = self._pdf.make_stream(self._to_unicode())

    def _to_unicode(self) -> bytes:
        lines = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for char, code in self._codes.items()]
        blocks = [lines[start : start + _AT_ONCE] for start in range(0, len(lines), _AT_ONCE)]
        written = (f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return _CMAP.format(characters="\n".join(written)).encode("ascii")


def _box() -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, DESCENT))
    for corner in ((0, ASCENT), (WIDTH, ASCENT), (WIDTH, DESCENT)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


@cache
def _program() -> bytes:
    """A TrueType font of one box, with the tables that PDF asks for (ISO 32000-1, 9.9)."""
    builder = FontBuilder(EM, isTTF=True)
    builder.updateHead(created=_EPOCH, modified=_EPOCH)
    builder.font.recalcTimestamp = False
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "box": _box()})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", "box"), (WIDTH, 0)))
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupMaxp()
    out = BytesIO()
    builder.save(out)
    return out.getvalue()
