"""All looks at the words of a scanned page, one after another: each sees again what those before it left in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from decisions.reading import Look
from ocr import stamps
from ocr.aligned import aligned_tables
from ocr.beside import look_beside
from ocr.clean import Clean
from ocr.digits import with_pen
from ocr.downward import without_downward
from ocr.drawn import Drawn
from ocr.engines import OcrEngine
from ocr.flattened import signature_frames
from ocr.gaps import fill_gaps
from ocr.keep import Keep
from ocr.look import look_again
from ocr.matched import once
from ocr.mend import Mending, mend
from ocr.name import read_name
from ocr.noted import keep_digits, look_rows, mended_rows, shape_rows, table_rows
from ocr.page import Frame, Grey, Grid, Mark, Sheet, apart
from ocr.rows import letter_height
from ocr.steps import Step
from ocr.strips import read_cells
from ocr.watched import watched
from ocr.written import read_written


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words after all looks, and what was seen on the way."""

    marks: tuple[Mark, ...]
    tables: tuple[Grid, ...]
    frames: Sequence[Frame]  #: of stamps
    looks: tuple[Look, ...]  #: at the name of the signer
    mended: tuple[Mending, ...]
    unread: tuple[Frame, ...]  #: ink without words
    pen: Grey  #: the straight page with blue ink and without red


def read_words(
    first: Sequence[Mark], sheet: Sheet, cleaned: Clean, drawn: Drawn, engine: OcrEngine, keep: Keep
) -> PageWords:
    """`first` are the words of the look at the whole page, `drawn` is that page without the rules of its tables."""
    dpi = sheet.dpi
    signing = signature_frames(first)
    stamped, first = apart(first, signing)
    first = without_downward(first, letter_height(first))
    tables = (*drawn.tables, *aligned_tables(first, drawn.tables, letter_height(first)))
    marks = read_cells(first, tables, drawn.grey, dpi, watched(engine, keep, Step.CELLS))
    # A look into each cell may show numbers that the first had left out: a column of their own.
    tables = _with_numbers(tables, (*drawn.tables, *aligned_tables(marks, drawn.tables, letter_height(first))))
    keep.note(Step.TABLES, table_rows(tables))
    marks = look_beside(marks, cleaned.sealed, dpi, watched(engine, keep, Step.BESIDE))
    marks = look_again(marks, cleaned.grey, dpi, watched(engine, keep, Step.CORNERS), first=sheet.number == 1)
    named = read_name(marks, cleaned, sheet.number, dpi, watched(engine, keep, Step.NAME))
    keep.note(Step.SIGNER, look_rows(named.looks))
    frames = (*stamps.frames(cleaned.grey, dpi), *signing)
    taken: list[Mark | Frame] = [*frames, *sheet.filled, *sheet.stamps]
    gaps = fill_gaps(named.marks, taken, drawn.grey, dpi, watched(engine, keep, Step.DROPPED))
    looked = mend(once((*named.marks, *gaps.marks)), drawn.grey, dpi, watched(engine, keep, Step.AGAIN))
    keep.note(Step.SHAPES, shape_rows(looked.shapes))
    pen = with_pen(sheet.image, cleaned)
    keep.image(Step.PEN, pen)
    written = read_written(looked.marks, pen)
    keep_digits(keep, Step.WRITTEN, written.looks)
    mended = (*looked.mended, *written.mended)
    keep.note(Step.MENDED, mended_rows(mended))
    _, unstamped = apart(_with_written(looked.marks, written.mended), signing)  # later looks see the stamp again
    return PageWords(
        marks=(*unstamped, *stamped),
        tables=tables,
        frames=frames,
        looks=named.looks,
        mended=mended,
        unread=tuple(gaps.unread),
        pen=pen,
    )


def _with_numbers(tables: tuple[Grid, ...], anew: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The tables as they are told anew, unless rows of theirs are fewer: without a number they seem to go on."""
    rows, again = ([len(table.rows) for table in each] for each in (tables, anew))
    return anew if len(rows) == len(again) and all(a >= b for a, b in zip(again, rows, strict=True)) else tables


def _with_written(marks: Sequence[Mark], written: Sequence[Mending]) -> tuple[Mark, ...]:
    """The words with what the reader of digits read in place of the engine's figures."""
    changed = {_at(each.mark): each.mark for each in written}
    return tuple(changed.get(_at(mark), mark) for mark in marks)


def _at(mark: Mark) -> tuple[float, ...]:
    return (mark.x0, mark.y0, mark.x1, mark.y1)
