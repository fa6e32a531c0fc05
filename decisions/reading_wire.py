"""The whole reading as JSON, compact enough to keep, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from decisions.place_wire import (
    Json,
    box_from,
    corners,
    place_from,
    problem_from,
    problem_json,
    span_from,
    span_json,
    where,
)
from decisions.reading import FormField, Look, Mended, Reading, Signature, Slot
from decisions.table_wire import table_from, table_json
from decisions.text import DocumentText, PageText, Span, Word, Zone


def reading_json(reading: Reading) -> Json:
    """The whole reading, compact enough to keep: words as rows of [start, text, page, x0, y0, x1, y1, confidence]."""
    text = reading.text
    return {
        "sha256": reading.sha256,
        "media_type": reading.media_type,
        "name": reading.name,
        "text": {
            "string": text.string,
            "words": [
                [start, word.text, word.page, *(corners(word.box) or (None,) * 4), round(word.confidence, 3)]
                for start, word in zip(text.starts, text.words, strict=True)
            ],
            "pages": [page_json(page) for page in text.pages],
            "zones": [[z.name, z.span.start, z.span.end] for z in text.zones],
            "tables": [table_json(table) for table in text.tables],
        },
        "signatures": [
            {
                "name": s.name,
                "organisation": s.organisation,
                "signed_at": s.signed_at.isoformat() if s.signed_at else None,
                **where(None, s.place),
            }
            for s in reading.signatures
        ],
        "fields": [{"name": f.name, "value": f.value, **where(None, f.place)} for f in reading.fields],
        "slots": [_slot_json(slot) for slot in reading.slots],
        "looks": [_look_json(look) for look in reading.looks],
        "mended": [_mended_json(mended) for mended in reading.mended],
        "problems": [problem_json(p) for p in reading.problems],
        "secret_page": reading.secret_page,
    }


def reading_from(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_json` wrote."""
    text = data["text"]
    rows = text["words"]
    return Reading(
        sha256=data["sha256"],
        media_type=data["media_type"],
        name=data.get("name"),
        text=DocumentText(
            string=text["string"],
            words=tuple(
                Word(text=r[1], page=r[2], box=None if r[3] is None else box_from(r[3:7]), confidence=r[7])
                for r in rows
            ),
            starts=tuple(r[0] for r in rows),
            pages=tuple(_page_from(p) for p in text["pages"]),
            zones=tuple(Zone(name=n, span=Span(start=s, end=e)) for n, s, e in text["zones"]),
            tables=tuple(table_from(table) for table in text.get("tables", ())),
        ),
        signatures=tuple(
            Signature(
                name=s["name"],
                organisation=s["organisation"],
                signed_at=datetime.fromisoformat(s["signed_at"]) if s["signed_at"] else None,
                place=place_from(s),
            )
            for s in data["signatures"]
        ),
        fields=tuple(FormField(name=f["name"], value=f["value"], place=place_from(f)) for f in data["fields"]),
        slots=tuple(_slot_from(slot) for slot in data.get("slots", ())),
        looks=tuple(_look_from(look) for look in data.get("looks", ())),
        mended=tuple(_mended_from(mended) for mended in data.get("mended", ())),
        problems=tuple(problem_from(p) for p in data["problems"]),
        secret_page=data["secret_page"],
    )


def page_json(page: PageText) -> Json:
    out = {f.name: getattr(page, f.name) for f in fields(page)}
    out["span"] = span_json(page.span)
    return out


def _page_from(data: Mapping[str, Any]) -> PageText:
    span = span_from(data["span"])
    assert span is not None
    return PageText(**{**data, "span": span})


def _mended_json(mended: Mended) -> Json:
    return {"was": mended.was, "now": mended.now, "by": mended.by, **where(mended.span, mended.place)}


def _mended_from(data: Mapping[str, Any]) -> Mended:
    span = span_from(data["span"])
    assert span is not None
    return Mended(span=span, was=data["was"], now=data["now"], by=data["by"], place=place_from(data))


def _slot_json(slot: Slot) -> Json:
    return {
        "name": slot.name,
        "strings": [[digits, round(probability, 5)] for digits, probability in slot.strings],
        "kinds": [round(kind, 4) for kind in (slot.blank, slot.printed, slot.handwritten)],
        "by": slot.by,
        **where(None, slot.place),
    }


def _slot_from(data: Mapping[str, Any]) -> Slot:
    place = place_from(data)
    assert place is not None
    blank, printed, handwritten = data["kinds"]
    return Slot(
        name=data["name"],
        place=place,
        strings=tuple((digits, probability) for digits, probability in data["strings"]),
        blank=blank,
        printed=printed,
        handwritten=handwritten,
        by=data["by"],
    )


def _look_json(look: Look) -> Json:
    return {
        "text": look.text,
        "confidence": round(look.confidence, 3),
        "by": look.by,
        "covered": look.covered,
        **where(None, look.place),
    }


def _look_from(data: Mapping[str, Any]) -> Look:
    place = place_from(data)
    assert place is not None
    return Look(text=data["text"], confidence=data["confidence"], place=place, by=data["by"], covered=data["covered"])
