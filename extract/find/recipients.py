"""Nơi nhận: the list left of the signature."""

from __future__ import annotations

from extract.outline import Outline
from extract.sheet import Line, joined


def find_recipients(outline: Outline) -> tuple[str, ...]:
    """One entry a dash, as printed, without the dash and the final mark."""
    entries: list[list[str]] = []
    for line in outline.recipients:
        for index, part in enumerate(_parts(line)):
            if index or part.startswith(("-", "–", "+", "•")):
                entries.append([part])
            elif entries:
                entries[-1].append(part)
    texts = (joined(" ".join(parts)).lstrip("-–+• ").rstrip(" ;.,") for parts in entries)
    return tuple(text for text in texts if text)


def _parts(line: Line) -> list[str]:
    """ "Nơi nhận: - Như Điều 3; - Lưu: VT." on one line is two entries."""
    text = line.text
    if line.bare.startswith("noi nhan"):
        text = text[8:].lstrip(" :")
    pieces = text.split("; - ")
    return [pieces[0], *(f"- {piece}" for piece in pieces[1:])] if pieces[0] else []
