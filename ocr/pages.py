"""One page from its sheet to blocks of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from decisions.problem import Problem, problem
from decisions.reading import Slot
from decisions.text import PageText, Place, Span, Word
from ocr import secrecy
from ocr.aligned import aligned_tables
from ocr.arrival import find_arrivals
from ocr.blank import makes_sense, writing
from ocr.cells import table_read
from ocr.clean import clean
from ocr.columns import Section, arrange
from ocr.digits import DigitLook, look_into, read_slots, slot_of
from ocr.drawn import Drawn, drawn_tables
from ocr.engines import EngineFailed, OcrEngine
from ocr.flattened import signature_frames
from ocr.foot import find_foot
from ocr.framed import framed_words
from ocr.keep import NOTHING, Keep, word_rows
from ocr.mend import Mending
from ocr.noted import keep_digits, table_rows, zone_rows
from ocr.page import Block, Failed, Frame, Grey, Mark, PageRead, Sheet, WordMended, apart
from ocr.place import box_of, word_of
from ocr.red import red_words
from ocr.rows import letter_height, rows_of
from ocr.steps import Step
from ocr.watched import watched
from ocr.words import read_words

_NOWHERE = Span(start=0, end=0)  # until the pages are put together


@dataclass(frozen=True, slots=True, kw_only=True)
class _Canvas:
    """The straight image that all marks of a page lie on, and how it came about."""

    number: int
    width: int
    height: int
    rotation: int = 0
    skew: float = 0.0


def read_page(sheet: Sheet | Failed, engine: OcrEngine, keep: Keep = NOTHING) -> PageRead:
    """The words of a page in reading order. Trouble with one page is a problem of that page, never an error."""
    if isinstance(sheet, Failed):
        return _failed(sheet.number, sheet.why)
    keep.image(Step.RENDERED, sheet.image)
    if sheet.verdict.believed:
        return _from_layer(sheet, keep)
    try:
        return _from_image(sheet, engine, keep)
    except EngineFailed as error:
        return _failed(sheet.number, error.why)


def _failed(number: int, why: str) -> PageRead:
    reason = f"Không đọc được: {why}"
    about = PageText(number=number, span=_NOWHERE, source="ocr", reason=reason, confidence=0.0)
    return PageRead(about=about, problems=(problem("page_unreadable", place=Place(page=number), page=number, why=why),))


def _from_layer(sheet: Sheet, keep: Keep) -> PageRead:
    height, width = sheet.image.shape[:2]
    canvas = _Canvas(number=sheet.number, width=width, height=height)
    stamped, layer = apart(sheet.layer, signature_frames(sheet.layer))
    marks = [*layer, *_on_own_lines(sheet.filled)]
    tables = (*sheet.tables, *aligned_tables(marks, sheet.tables, letter_height(marks)))
    keep.note(Step.TABLES, table_rows(tables))
    keep.note(Step.WORDS, word_rows((*marks, *stamped)))
    sections = [*arrange(marks, width, height, tables=tables), *_stamp_sections(stamped)]
    keep.note(Step.ZONES, zone_rows(sections))
    about = PageText(
        number=sheet.number,
        span=_NOWHERE,
        source="layer",
        reason=sheet.verdict.reason,
        width=width,
        height=height,
        dpi=sheet.dpi,
    )
    return _page(about, canvas, sections, sheet.stamps, secrecy.find_mark(sections, (), width, height))


def _from_image(sheet: Sheet, engine: OcrEngine, keep: Keep) -> PageRead:
    cleaned = clean(sheet.image, sheet.dpi, engine, keep)
    height, width = cleaned.grey.shape
    canvas = _Canvas(number=sheet.number, width=width, height=height, rotation=cleaned.rotation, skew=cleaned.skew)
    bears = writing(cleaned.grey, sheet.dpi)
    red = () if cleaned.red is None else red_words(cleaned.red, sheet.dpi, watched(engine, keep, Step.RED_WORDS))
    drawn = drawn_tables(cleaned.grey, sheet.dpi)
    marks = () if bears == "empty" else _first_look(drawn, sheet.dpi, engine, keep)
    if bears == "empty" or (bears == "pale" and not makes_sense(marks)):
        return _blank(sheet, canvas, red)
    words = read_words(marks, sheet, cleaned, drawn, engine, keep)
    marks = (*_beside_filled(words.marks, sheet.filled), *_on_own_lines(sheet.filled))
    arrivals = find_arrivals(marks, red, cleaned, words.pen, sheet.dpi, watched(engine, keep, Step.ARRIVAL))
    framed, marks = apart(marks, (*words.frames, *(arrival.frame for arrival in arrivals)))
    signing, red = apart(red, signature_frames(red))
    signed, red = _facsimile(red, marks, width)
    marks = (*marks, *signed)
    red = (*red, *signing)
    keep.note(Step.WORDS, word_rows((*marks, *framed, *red)))
    sections = arrange(marks, width, height, tables=words.tables)
    sections += _stamp_sections((*framed, *red))
    keep.note(Step.ZONES, zone_rows(sections))
    stamps = watched(engine, keep, Step.FRAMED)
    secret = secrecy.find_mark(sections, red, width, height) or _stamped_secret(cleaned.red, sheet.dpi, stamps)
    page = _page(_about_scan(sheet, canvas, marks), canvas, sections, sheet.stamps, secret)
    if not marks:
        lost = problem("no_words", place=Place(page=sheet.number), page=sheet.number)
        return replace(page, problems=(*page.problems, lost))
    slots = (*read_slots(marks, words.pen), *look_into([arrival.opening for arrival in arrivals], words.pen))
    keep_digits(keep, Step.SLOTS, slots)
    return replace(
        page,
        slots=_slots(slots, canvas),
        looks=words.looks,
        mended=_mended(words.mended, canvas),
        problems=(*page.problems, *_unread(words.unread, canvas)),
    )


def _first_look(drawn: Drawn, dpi: int, engine: OcrEngine, keep: Keep) -> tuple[Mark, ...]:
    """The words of the whole page as the engine alone reads them."""
    if drawn.tables:
        keep.image(Step.UNRULED, drawn.grey)
    marks = engine.words(drawn.grey, dpi)
    keep.note(Step.FIRST, word_rows(marks))
    return marks


def _about_scan(sheet: Sheet, canvas: _Canvas, marks: Sequence[Mark]) -> PageText:
    return PageText(
        number=sheet.number,
        span=_NOWHERE,
        source="ocr",
        reason=sheet.verdict.reason,
        width=canvas.width,
        height=canvas.height,
        dpi=sheet.dpi,
        rotation=canvas.rotation,
        skew=canvas.skew,
        confidence=round(fmean([mark.confidence for mark in marks] or [0.0]), 4),
    )


def _unread(frames: Sequence[Frame], canvas: _Canvas) -> Iterator[Problem]:
    for frame in frames:
        place = Place(page=canvas.number, box=box_of(frame, canvas.width, canvas.height, canvas.skew))
        yield problem("ink_without_words", place=place, page=canvas.number)


def _slots(looks: Sequence[DigitLook], canvas: _Canvas) -> tuple[Slot, ...]:
    boxes = (box_of(look.opening.frame, canvas.width, canvas.height, canvas.skew) for look in looks)
    return tuple(slot_of(look, Place(page=canvas.number, box=box)) for look, box in zip(looks, boxes, strict=True))


def _mended(mended: Sequence[Mending], canvas: _Canvas) -> tuple[WordMended, ...]:
    return tuple(WordMended(word=_words([each.mark], canvas)[0], was=each.was, by=each.by) for each in mended)


def _stamped_secret(red: Grey | None, dpi: int, engine: OcrEngine) -> Frame | None:
    """A secrecy mark in a red frame in the upper part of the page that the look at the whole page did not make out."""
    if red is None:
        return None
    upper = red[: int(0.6 * red.shape[0])]
    return next((frame for frame, said in framed_words(upper, dpi, engine) if secrecy.is_nearly_a_mark(said)), None)


def _blank(sheet: Sheet, canvas: _Canvas, red: tuple[Mark, ...]) -> PageRead:
    about = PageText(
        number=sheet.number,
        span=_NOWHERE,
        source="blank",
        reason="Trang trống: chỉ có giấy, vết hằn hoặc dấu thấm từ mặt sau.",
        width=canvas.width,
        height=canvas.height,
        dpi=sheet.dpi,
        rotation=canvas.rotation,
        skew=canvas.skew,
    )
    return _page(about, canvas, [], sheet.stamps, secrecy.find_mark([], red, canvas.width, canvas.height))


def _on_own_lines(marks: Sequence[Mark]) -> list[Mark]:
    """Words laid over the page are no part of the lines that an engine saw."""
    return [replace(mark, line=-1 - index) for index, mark in enumerate(marks)]


def _beside_filled(marks: Sequence[Mark], filled: Sequence[Mark]) -> tuple[Mark, ...]:
    """The words read from the image without those that stand where a field says it exactly."""
    fields = [Frame(x0=f.x0, y0=f.y0, x1=f.x1, y1=f.y1) for f in filled]
    return tuple(mark for mark in marks if not any(field.holds(mark) for field in fields))


def _facsimile(red: tuple[Mark, ...], marks: Sequence[Mark], width: int) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """Red words of the signature block (titles and names are stamped too), and the other red words."""
    if not red or not marks:
        return (), red
    unit = letter_height(marks)
    every = rows_of(marks, unit)
    foot = find_foot(every, width, unit)
    if foot is None:
        return (), red
    top = min(row.y0 for row in every[foot.start :])
    signed = tuple(mark for mark in red if mark.y0 > top and mark.x0 > 0.38 * width)
    line = 1 + max(mark.line for mark in marks)
    moved = tuple(replace(mark, line=line + mark.line) for mark in signed)
    return moved, tuple(mark for mark in red if mark not in signed)


def _stamp_sections(marks: Sequence[Mark]) -> list[Section]:
    if not marks:
        return []
    found = rows_of(marks, letter_height(marks))
    return [Section(zone="stamp", blocks=(tuple(found),))] if found else []


def _page(
    about: PageText, canvas: _Canvas, sections: Sequence[Section], signature: Sequence[Mark], secret: Frame | None
) -> PageRead:
    blocks = [
        Block(
            zone=section.zone,
            lines=tuple(_words(row.marks, canvas) for row in block),
            table=table_read(block, canvas.width),
        )
        for section in sections
        for block in section.blocks
    ]
    if signature:
        # Signature appearances were drawn by the file, not scanned: they lie on the page as it is, never askew.
        flat = replace(canvas, skew=0.0)
        found = rows_of(signature, letter_height(signature))
        blocks.append(Block(zone="signature_stamp", lines=tuple(_words(row.marks, flat) for row in found)))
    place = None
    if secret:
        place = Place(page=about.number, box=box_of(secret, canvas.width, canvas.height, canvas.skew))
    return PageRead(about=about, blocks=tuple(blocks), secret=place)


def _words(marks: Sequence[Mark], canvas: _Canvas) -> tuple[Word, ...]:
    return tuple(word_of(mark, canvas.number, canvas.width, canvas.height, canvas.skew) for mark in marks)
