"""What is known of a page beside its words, as rows for those who look into a kept folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from decisions.reading import Look
from models.words.reader import Seen
from ocr.columns import Section
from ocr.digits import DigitLook, mean
from ocr.keep import Keep, Noted, box
from ocr.mend import Mending
from ocr.page import Frame, Grid, Mark
from ocr.steps import Step


def table_rows(tables: Iterable[Grid]) -> Iterator[Noted]:
    """Where columns and rows end, and each cell with its column and how many columns and rows it takes."""
    for table in tables:
        cells = [
            {"box": box(cell.frame), "column": cell.column, "columns": cell.columns, "rows": cell.rows}
            for row in table.rows
            for cell in row
        ]
        yield {"edges": _rounded(table.edges), "levels": _rounded(table.levels), "cells": cells}


def look_rows(looks: Iterable[Look]) -> Iterator[Noted]:
    """Each reading of the signer's name, how sure, by whom, and whether a seal lies over it."""
    for look in looks:
        yield {
            "text": look.text,
            "confidence": round(float(look.confidence), 3),
            "by": look.by,
            "covered": look.covered,
        }


def shape_rows(shapes: Mapping[Mark, Seen]) -> Iterator[Noted]:
    """A word as the engine read it, and what its shape may be, likeliest first."""
    for mark, seen in shapes.items():
        yield {"text": mark.text, "box": box(mark), "strings": _weighed(seen.strings)}


def mended_rows(mended: Iterable[Mending]) -> Iterator[Noted]:
    """What was read first, what stands now, by which look."""
    for each in mended:
        yield {"was": each.was, "now": each.mark.text, "by": each.by, "box": box(each.mark)}


def zone_rows(sections: Iterable[Section]) -> Iterator[Noted]:
    """Each block of lines in reading order, and the part of the form that it stands in."""
    for section in sections:
        for block in section.blocks:
            around = Frame(
                x0=min(row.x0 for row in block),
                y0=min(row.y0 for row in block),
                x1=max(row.x1 for row in block),
                y1=max(row.y1 for row in block),
            )
            yield {"zone": section.zone, "box": box(around), "lines": [row.text for row in block]}


def keep_digits(keep: Keep, step: Step, looks: Sequence[DigitLook]) -> None:
    """Openings as the reader of digits saw them, one scale below the other, and the distribution that came of it."""
    if keep.folder is None:
        return
    for number, look in enumerate(looks, start=1):
        part = f"{number:02d}_{look.opening.name}"
        keep.image(step, np.vstack(look.cuts), part)
        keep.note(step, _digits(look), part)


def _digits(look: DigitLook) -> Noted:
    scales = [
        {
            "strings": _weighed(seen.strings),
            "blank": round(seen.blank, 4),
            "printed": round(seen.printed, 4),
            "handwritten": round(seen.handwritten, 4),
        }
        for seen in look.seen
    ]
    return {"box": box(look.opening.frame), "strings": _weighed(mean(look.seen)), "scales": scales}


def _weighed(strings: Iterable[tuple[str, float]]) -> list[list[str | float]]:
    return [[text, round(float(probability), 4)] for text, probability in strings]


def _rounded(places: Iterable[float]) -> list[float]:
    return [round(float(place), 1) for place in places]
