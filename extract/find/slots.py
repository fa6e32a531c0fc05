"""What a reader of digits saw in the openings of a head, for the instrument that the head belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from decisions.fact import Mention
from decisions.reading import Slot, SlotName
from extract.outline import Outline
from models.evidence.joint import Witness


def slot_of(outline: Outline, slots: Iterable[Slot], name: SlotName) -> Slot | None:
    """The opening of that name on the page of the title, nearest above it."""
    if outline.head is None:
        return None
    title = outline.sheet.place(outline.head.title.span)
    if title is None or title.box is None:
        return None
    above = [
        (title.box.y0 - slot.place.box.y1, slot)
        for slot in slots
        if slot.name == name and slot.place.page == title.page and slot.place.box and slot.place.box.y0 < title.box.y0
    ]
    return min(above, key=lambda pair: pair[0], default=(0.0, None))[1]


def reader(slot: Slot, *, last: int = 9) -> Witness:
    """The reader of digits as a witness of the last few digits of an opening; an empty string names no value."""
    hand = slot.handwritten >= slot.printed
    says: dict[str, float] = {}
    for digits, probability in slot.strings:
        if digits:
            says[digits[-last:]] = says.get(digits[-last:], 0.0) + probability
    return Witness(name="reader_pen" if hand else "reader_print", says=says)


def engine(slot: Slot | None, digits: str, confidence: float) -> Witness:
    """The engine for print as a witness of the same opening: what it read without confidence says next to nothing."""
    hand = slot is not None and slot.handwritten >= slot.printed
    return Witness(name="engine_pen" if hand else "engine_print", says={digits: confidence}, unsure=1 - confidence)


def again(digits: str, confidence: float) -> Witness:
    """Another place of the same text, read by the engine: "(Kèm theo Quyết định số 216/QĐ-UBND …)"."""
    return Witness(name="again", says={digits: confidence}, unsure=1 - confidence)


def seen(slot: Slot) -> Mention:
    """The likeliest string as evidence."""
    text, probability = slot.strings[0] if slot.strings else ("", 0.0)
    return Mention(text=text, by=slot.by, confidence=probability, place=slot.place)
