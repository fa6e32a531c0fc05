"""The chain as a drawing: what the root acts on to its left, what acts on it to its right, arrows from doer to done."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from search_api.chain.name import action, day, status, title
from search_api.chain.trace import Leg, Stop, Trace

_WIDTH, _LINE, _PAD = 250, 17, 10  # of a box, in pixels
_COLUMN_GAP, _ROW_GAP, _MARGIN, _HEAD = 210, 26, 24, 44
_CHARS, _SUBJECT_LINES = 38, 2  # of the text in a box
_LETTER, _LABEL_LINE = 6, 14  # of a label, in pixels
_BOW = 150  # that arrows within the outermost columns need beside these, with their labels
_FONT = "'Liberation Sans', 'DejaVu Sans', Arial, sans-serif"
_STYLE = f"""
text {{ font: 12px {_FONT}; fill: #222 }}
.title {{ font-weight: bold }} .status {{ font-style: italic; fill: #555 }} .label {{ font-size: 11px; fill: #333 }}
.box {{ fill: #fff; stroke: #333; stroke-width: 1.2 }} .root {{ fill: #fff6d8; stroke-width: 2.4 }}
.missing {{ stroke-dasharray: 6 4; fill: #fafafa }} .ended {{ fill: #f0f0f0 }}
.way {{ fill: none; stroke: #777; stroke-width: 1.2 }} .acts {{ stroke: #a4262c; stroke-width: 1.6 }}
.unsure {{ stroke-dasharray: 3 4 }} .under {{ fill: #fff; opacity: .88 }}
"""
_LEGEND = {
    "vi": "Khung liền: có trong kho. Khung đứt: chỉ được dẫn. Mũi tên đi từ văn bản tác động đến văn bản chịu tác động; "
    "mũi tên đứt: chưa chắc.",
    "en": "Solid frame: held. Dashed frame: only cited. Arrows go from the instrument that acts to the one acted on; "
    "dashed arrows: not sure.",
}
_LAST = {"vi": "đến hết {day}", "en": "until {day}"}
_ENDED = ("expired", "replaced", "repealed", "annulled")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    stop: Stop
    x: float
    y: float
    height: float
    lines: tuple[tuple[str, str], ...]  #: (class, text)

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Label:
    """What an arrow says, around the point (x, y)."""

    lines: tuple[str, ...]
    x: float
    y: float

    @property
    def width(self) -> int:
        return max(len(line) for line in self.lines) * _LETTER + 6

    @property
    def height(self) -> int:
        return len(self.lines) * _LABEL_LINE + 2


def draw(found: Trace, *, lang: str = "vi") -> str:
    """An SVG document that stands by itself."""
    boxes = _place(found, lang)
    width = max(box.x for box in boxes.values()) + _WIDTH + _MARGIN + (_BOW if _bows(found, max) else 0)
    height = max(box.y + box.height for box in boxes.values()) + _MARGIN
    root = found.root.node
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img">',
        f"<title>{escape(title(root))}, {day(found.as_of)}</title>",
        f"<style>{_STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">'
        '<path d="M0 1 10 5 0 9z" fill="#555"/></marker></defs>',
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
        _text(_MARGIN, _MARGIN, "label", _LEGEND["en" if lang == "en" else "vi"]),
        *_ways(found.legs, boxes, lang),
        *(part for box in boxes.values() for part in _drawn(box, is_root=box.stop.node.id == root.id)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _place(found: Trace, lang: str) -> dict[str, _Box]:
    """A column for each number of steps, in it by date; columns stand centred on the tallest."""
    columns: dict[int, list[Stop]] = defaultdict(list)
    for stop in found.stops:
        columns[stop.steps].append(stop)
    texts = {stop.node.id: _lines(stop, lang) for stop in found.stops}
    heights = {id: len(lines) * _LINE + _PAD * 2 for id, lines in texts.items()}
    tallest = max(_column_height(column, heights) for column in columns.values())
    boxes: dict[str, _Box] = {}
    left = _MARGIN + (_BOW if _bows(found, min) else 0)
    for place, steps in enumerate(sorted(columns)):
        y = _HEAD + (tallest - _column_height(columns[steps], heights)) / 2
        for stop in sorted(columns[steps], key=_by_date):
            id = stop.node.id
            x = left + place * (_WIDTH + _COLUMN_GAP)
            boxes[id] = _Box(stop=stop, x=x, y=y, height=heights[id], lines=texts[id])
            y += heights[id] + _ROW_GAP
    return boxes


def _bows(found: Trace, outermost: Callable[[Iterable[int]], int]) -> bool:
    """Do arrows bow out beside the outermost column: the first (min) or the last (max)?"""
    steps = {stop.node.id: stop.steps for stop in found.stops}
    edge = outermost(steps.values())
    outwards = edge < 0 if outermost is min else edge >= 0
    return outwards and any(steps[leg.edge.source] == steps[leg.edge.target] == edge for leg in found.legs)


def _column_height(column: Sequence[Stop], heights: Mapping[str, int]) -> float:
    return sum(heights[stop.node.id] for stop in column) + _ROW_GAP * (len(column) - 1)


def _by_date(stop: Stop) -> tuple[str, str]:
    return (stop.node.issued_on.isoformat() if stop.node.issued_on else "", stop.node.id)


def _lines(stop: Stop, lang: str) -> tuple[tuple[str, str], ...]:
    node = stop.node
    head = [("title", line) for line in textwrap.wrap(title(node), _CHARS - 2)]
    below = ", ".join(part for part in (node.issued_on and day(node.issued_on), node.issuer) if part)
    body = [("body", line) for line in textwrap.wrap(below, _CHARS)]
    subject = node.subject if node.number else None
    body += [
        ("body", line) for line in textwrap.wrap(subject or "", _CHARS, max_lines=_SUBJECT_LINES, placeholder=" …")
    ]
    return (*head, *body, ("status", status(stop.status, lang)))


def _drawn(box: _Box, *, is_root: bool) -> Iterator[str]:
    marks = ["box", *(["root"] if is_root else []), *([] if box.stop.node.held else ["missing"])]
    if box.stop.status in _ENDED:
        marks.append("ended")
    yield (
        f'<rect class="{" ".join(marks)}" x="{box.x:.1f}" y="{box.y:.1f}" '
        f'width="{_WIDTH}" height="{box.height:.1f}" rx="4"/>'
    )
    for n, (mark, text) in enumerate(box.lines):
        yield _text(box.x + _PAD, box.y + _PAD + _LINE * n + 12, mark, text)


def _ways(legs: Sequence[Leg], boxes: dict[str, _Box], lang: str) -> Iterator[str]:
    """One arrow for all that one instrument does to another; the labels lie above all arrows."""
    pairs: dict[tuple[str, str], list[Leg]] = defaultdict(list)
    for leg in legs:
        pairs[(leg.edge.source, leg.edge.target)].append(leg)
    labels: list[_Label] = []
    for (source, target), some in pairs.items():
        path, x, y = _arrow(boxes[source], boxes[target])
        yield f'<path class="{_marks(some)}" d="{path}" marker-end="url(#tip)"/>'
        said = dict.fromkeys(_said(leg, lang) for leg in some)
        labels.append(_Label(lines=tuple(line for lines in said for line in lines), x=x, y=y))
    for label in _apart(labels):
        yield from _written(label)


def _arrow(source: _Box, target: _Box) -> tuple[str, float, float]:
    """The path, and the middle of its label."""
    y0, y1 = source.middle, target.middle
    if source.x == target.x:
        # On the side away from the root: the arrows from and to the root lie on the other.
        outwards = -1 if source.stop.steps < 0 else 1
        x = source.x if outwards < 0 else source.x + _WIDTH
        bow = x + outwards * min(60 + abs(y1 - y0) / 5, _BOW)
        path = f"M{x:.1f} {y0:.1f} C{bow:.1f} {y0:.1f} {bow:.1f} {y1:.1f} {x:.1f} {y1:.1f}"
        return path, x + 0.75 * (bow - x), (y0 + y1) / 2
    leftwards = source.x > target.x
    x0 = source.x if leftwards else source.x + _WIDTH
    x1 = target.x + _WIDTH if leftwards else target.x
    middle = (x0 + x1) / 2
    # The label stands nearer to the end that is farther from the root, where the arrows of a fan lie apart.
    far = 0.6 if abs(target.stop.steps) > abs(source.stop.steps) else 0.4
    path = f"M{x0:.1f} {y0:.1f} C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    x, y = _on_curve(x0, x1, far), _on_curve_y(y0, y1, far)
    return path, x, y


def _on_curve(x0: float, x1: float, t: float) -> float:
    middle = (x0 + x1) / 2
    return x0 * (1 - t) ** 3 + 3 * middle * t * (1 - t) ** 2 + 3 * middle * t**2 * (1 - t) + x1 * t**3


def _on_curve_y(y0: float, y1: float, t: float) -> float:
    return y0 * ((1 - t) ** 3 + 3 * t * (1 - t) ** 2) + y1 * (3 * t**2 * (1 - t) + t**3)


def _marks(legs: Sequence[Leg]) -> str:
    acts = ["acts"] if any(leg.effective_on for leg in legs) else []
    unsure = ["unsure"] if any(leg.edge.relation["state"] == "review" for leg in legs) else []
    return " ".join(["way", *acts, *unsure])


def _apart(labels: Iterable[_Label]) -> list[_Label]:
    """The labels from top to bottom, each moved down until it covers none of those above it."""
    placed: list[_Label] = []
    for label in sorted(labels, key=lambda each: (each.y, each.x)):
        while other := next((each for each in placed if _touch(each, label)), None):
            label = replace(label, y=other.y + (other.height + label.height) / 2)
        placed.append(label)
    return placed


def _touch(one: _Label, other: _Label) -> bool:
    across = abs(one.x - other.x) < (one.width + other.width) / 2
    return across and abs(one.y - other.y) < (one.height + other.height) / 2 - 0.01


def _written(label: _Label) -> Iterator[str]:
    left, top = label.x - label.width / 2, label.y - label.height / 2
    yield f'<rect class="under" x="{left:.1f}" y="{top:.1f}" width="{label.width}" height="{label.height}"/>'
    for n, line in enumerate(label.lines):
        yield _text(label.x, top + _LABEL_LINE * (n + 0.85), "label", line, anchor="middle")


def _said(leg: Leg, lang: str) -> tuple[str, ...]:
    """The verb with the day from which it works; below it the last day, where it has one."""
    verb = action(leg.edge.relation["action"], lang)
    last = _LAST["en" if lang == "en" else "vi"].format(day=day(leg.until)) if leg.until else None
    return (f"{verb} {day(leg.effective_on)}" if leg.effective_on else verb, *([last] if last else []))


def _text(x: float, y: float, mark: str, text: str, anchor: str = "start") -> str:
    return f'<text class="{mark}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
