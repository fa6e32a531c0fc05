"""A PDF that was never on paper: the same plan of the page, its words as text in an embedded font.

Source: ISO 32000-1, 9.7 (composite fonts) and 9.9 (embedded font programs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pikepdf

from samples.draft import Draft
from samples.fonts import STYLES, Fonts, find_fonts
from samples.form import compose
from samples.layer import to_unicode
from samples.look import Look
from samples.plan import HEIGHT, MM, WIDTH, Piece, Plan, Slot
from samples.press import RED
from samples.seal import DIAMETER_MM, seal
from samples.sfnt import FontFile


def write_born(draft: Draft, path: Path, *, fonts: Fonts | None = None, look: Look | None = None) -> Path:
    """The draft as a text PDF with the image of the seal; what a Look would have written by hand is typed."""
    fonts, look = fonts or find_fonts(), look or Look()
    plans = compose(draft, fonts, look)
    words = [piece for plan in plans for piece in _pieces(plan)]
    with pikepdf.new() as pdf:
        table = pikepdf.Dictionary(
            {
                f"/{style}": _font(pdf, fonts.files[style], "".join(w.text for w in words if w.style == style))
                for style in STYLES
                if any(word.style == style for word in words)
            }
        )
        stamp = _seal(pdf, draft.issuer, fonts, look.seed) if look.seal else None
        for plan in plans:
            _page(pdf, plan, fonts, table, stamp)
        pdf.save(path, deterministic_id=True)
    return path


def _pieces(plan: Plan) -> Iterable[Piece]:
    for row in plan.rows:
        for part in row:
            if isinstance(part, Slot):
                yield Piece(text=part.text, style="regular", size=part.size, x=part.x, y=part.y)
            else:
                yield part


def _page(pdf: pikepdf.Pdf, plan: Plan, fonts: Fonts, table: pikepdf.Dictionary, stamp: pikepdf.Stream | None) -> None:
    page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
    page.Resources = pikepdf.Dictionary(Font=table)
    drawn = [_rule_lines(plan), "BT", *(_show(piece, fonts) for piece in _pieces(plan)), "ET"]
    if stamp is not None and "seal" in plan.spots:
        page.Resources.XObject = pikepdf.Dictionary(Seal=stamp)
        x, y = plan.spots["seal"]
        side = DIAMETER_MM * MM
        drawn.append(f"q {side:.2f} 0 0 {side:.2f} {x - side / 2:.2f} {HEIGHT - y - side / 2:.2f} cm /Seal Do Q")
    page.Contents = pdf.make_stream("\n".join(drawn).encode())


def _rule_lines(plan: Plan) -> str:
    return "\n".join(
        f"{s.width:.2f} w {s.x0:.2f} {HEIGHT - s.y0:.2f} m {s.x1:.2f} {HEIGHT - s.y1:.2f} l S" for s in plan.strokes
    )


def _show(piece: Piece, fonts: Fonts) -> str:
    fonts.check(piece.text, piece.style)
    glyphs = fonts.files[piece.style].glyphs
    text = "".join(f"{glyphs[char]:04X}" for char in piece.text)
    at = f"1 0 0 1 {piece.x:.2f} {HEIGHT - piece.y:.2f} Tm"
    return f"/{piece.style} {piece.size:.2f} Tf {at} <{text}> Tj"


def _font(pdf: pikepdf.Pdf, file: FontFile, text: str) -> pikepdf.Object:
    """The whole face, its characters by glyph, and what each glyph means."""
    used: Mapping[str, int] = {char: file.glyphs[char] for char in sorted(set(text))}
    scale = 1000 / file.units
    cff = file.outlines == "cff"
    program = pdf.make_stream(file.path.read_bytes())
    if cff:
        program.Subtype = pikepdf.Name.OpenType
    name = pikepdf.Name(f"/{file.path.stem}")
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=name,
        Flags=6,
        FontBBox=pikepdf.Array([-200, -300, 1200, 1000]),
        ItalicAngle=0,
        Ascent=round(file.ascent * scale),
        Descent=round(file.descent * scale),
        CapHeight=660,
        StemV=80,
    )
    descriptor["/FontFile3" if cff else "/FontFile2"] = program
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType0 if cff else pikepdf.Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        W=_widths(file, used),
    )
    if not cff:
        descendant.CIDToGIDMap = pikepdf.Name.Identity
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type0,
            BaseFont=name,
            Encoding=pikepdf.Name("/Identity-H"),
            DescendantFonts=pikepdf.Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(to_unicode(dict(used))),
        )
    )


def _widths(file: FontFile, used: Mapping[str, int]) -> pikepdf.Array:
    pairs = sorted((glyph, round(1000 * file.advance(char))) for char, glyph in used.items())
    return pikepdf.Array([part for glyph, width in pairs for part in (glyph, pikepdf.Array([width]))])


def _seal(pdf: pikepdf.Pdf, name: str, fonts: Fonts, seed: int) -> pikepdf.Stream:
    """The seal as e-signing software draws it: a red picture whose paper is transparent."""
    side = 420
    ink = seal(name, pixels=side, fonts=fonts, rng=np.random.default_rng([seed, 3]))
    size = {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": side, "/Height": side}
    mask = pdf.make_stream(
        ink.tobytes(), pikepdf.Dictionary({**size, "/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 8})
    )
    red = np.full((side, side, 3), RED, np.uint8)
    return pdf.make_stream(
        red.tobytes(),
        pikepdf.Dictionary({**size, "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8, "/SMask": mask}),
    )
