"""Where a digital signature's stamp stands that was printed with the page: told by its words, wherever it is.

Portals and signing tools set it over the head, below the recipients, between the titles and the name; scanned or printed
into another file, it is no annotation any more, and its lines stand among those of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from decisions.signing_stamp import names_portal, shows_signature, stamp_label
from ocr.page import Frame, Mark
from ocr.rows import Piece, letter_height, pieces

_ALIGNED = 1.5  #: letter heights that labels below each other may begin off one line
_APART = 4.0  #: letter heights from one label to the next: a long value takes a second line


def signature_frames(marks: Sequence[Mark]) -> tuple[Frame, ...]:
    """The boxes around such stamps, in pixels of the page."""
    if not marks:
        return ()
    unit = letter_height(marks)
    every = pieces(marks, unit)
    blocks = _blocks(sorted(_labelled(every), key=lambda piece: piece.y0), unit)
    frames = [_around(block, every, unit) for block in blocks]
    return tuple(_with_portal(frame, every, unit) for frame in frames if shows_signature(_lines(every, frame)))


def _labelled(every: Sequence[Piece]) -> Iterator[Piece]:
    """What begins with a label: a piece, or the rest of one that an engine read on from other words."""
    for piece in every:
        label = stamp_label(piece.text)
        if label:
            before = len(piece.text[: label.start].split())
            yield Piece(marks=piece.marks[before:])


def _blocks(labelled: Sequence[Piece], unit: float) -> list[list[Piece]]:
    """Labels below each other, beginning on one line."""
    blocks: list[list[Piece]] = []
    for piece in labelled:
        block = next((block for block in blocks if _goes_on(block[-1], piece, unit)), None)
        if block is None:
            blocks.append([piece])
        else:
            block.append(piece)
    return blocks


def _goes_on(last: Piece, piece: Piece, unit: float) -> bool:
    return abs(piece.x0 - last.x0) < _ALIGNED * unit and 0 < piece.y0 - last.y0 < _APART * unit


def _around(block: Sequence[Piece], every: Sequence[Piece], unit: float) -> Frame:
    """From the first label to the end of the last line, with the second lines of long values between."""
    left, top, bottom = min(p.x0 for p in block), min(p.y0 for p in block), max(p.y1 for p in block)
    right = max(p.x1 for p in block)
    between = (p for p in every if top < (p.y0 + p.y1) / 2 < bottom and left - unit < p.x0 < right)
    return Frame(x0=left, y0=top, x1=max([right, *(p.x1 for p in between)]), y1=bottom)


def _with_portal(frame: Frame, every: Sequence[Piece], unit: float) -> Frame:
    """The name of the portal stands above the labels in capitals, beside its emblem."""
    over = (p for p in every if 0 <= frame.y0 - p.y0 < 2 * unit and frame.x0 - unit < p.x0 < frame.x1)
    named = [piece for piece in over if names_portal(piece.text)]
    return Frame(
        x0=min([frame.x0, *(p.x0 for p in named)]),
        y0=min([frame.y0, *(p.y0 for p in named)]),
        x1=max([frame.x1, *(p.x1 for p in named)]),
        y1=frame.y1,
    )


def _lines(every: Sequence[Piece], frame: Frame) -> list[str]:
    inside = (" ".join(mark.text for mark in piece.marks if frame.holds(mark)) for piece in every)
    return [line for line in inside if line]
