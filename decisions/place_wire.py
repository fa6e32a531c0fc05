"""Where on the paper and in the text something stands, as JSON: spans, pages, boxes, and the problems that lie there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from decisions.problem import Problem
from decisions.text import Box, Place, Span

Json = dict[str, Any]


def where(span: Span | None, place: Place | None) -> Json:
    page, box = page_box(place)
    return {"span": span_json(span), "page": page, "box": box}


def page_box(place: Place | None) -> tuple[int | None, list[float] | None]:
    return (place.page, corners(place.box)) if place else (None, None)


def place_from(data: Mapping[str, Any]) -> Place | None:
    if data.get("page") is None:
        return None
    return Place(page=data["page"], box=box_from(data["box"]) if data["box"] else None)


def span_json(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def span_from(data: list[int] | None) -> Span | None:
    return Span(start=data[0], end=data[1]) if data else None


def corners(box: Box | None) -> list[float] | None:
    return [round(v, 5) for v in (box.x0, box.y0, box.x1, box.y1)] if box else None


def box_from(corners: list[float]) -> Box:
    x0, y0, x1, y1 = corners
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)


def problem_json(problem: Problem) -> Json:
    page, box = page_box(problem.place)
    return {
        "code": problem.code,
        "field": problem.field,
        "message": problem.message,
        "message_en": problem.message_en,
        "page": page,
        "box": box,
    }


def problem_from(data: Mapping[str, Any]) -> Problem:
    return Problem(
        code=data["code"],
        message=data["message"],
        message_en=data["message_en"],
        field=data["field"],
        place=place_from(data),
    )
