"""Sets words into lines, lines into pages: breaks, justifies, centres, and turns the page when it is full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from samples.fonts import Fonts, Style
from samples.plan import BOTTOM, LEFT, MM, RIGHT, TOP, WIDTH, Piece, Plan, Row, Stroke

Run = tuple[str, Style]


@dataclass(slots=True)
class _Page:
    rows: list[Row] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    spots: dict[str, tuple[float, float]] = field(default_factory=dict)


class Setter:
    """A pen that walks down the pages. `y` is the top of what comes next; all measures are points."""

    def __init__(self, fonts: Fonts, *, size: float, leading: float) -> None:
        self.fonts = fonts
        self.size = size
        self.leading = leading
        self.y = TOP
        self._pages = [_Page()]

    @property
    def page(self) -> _Page:
        return self._pages[-1]

    def turn(self) -> None:
        """A new page with its number in the middle of the top margin."""
        self._pages.append(_Page())
        self.y = TOP
        self.row((str(len(self._pages)), "regular"), size=13, y=14 * MM, middle=WIDTH / 2)

    def need(self, height: float) -> None:
        """Turns the page unless so much room is left on it."""
        if self.y + height > BOTTOM:
            self.turn()

    def row(self, *runs: Run, size: float, y: float, left: float | None = None, middle: float | None = None) -> float:
        """One line at a given place, from `left` or around `middle`; its width."""
        words = list(_words(runs))
        width = self._natural(words, size)
        start = left if left is not None else (middle or 0.0) - width / 2
        self.page.rows.append(tuple(self._place(words, size, start, y, self._space(words, size))))
        return width

    def rule(self, x0: float, x1: float, y: float, width: float = 0.75) -> None:
        self.page.strokes.append(Stroke(x0=x0, y0=y, x1=x1, y1=y, width=width))

    def centred(self, text: str, style: Style, *, size: float | None = None, width: float = RIGHT - LEFT) -> float:
        """Balanced centred lines in the middle of the text; the width of the last one."""
        size = size or self.size
        last = 0.0
        for line in self._balanced(list(_words([(text, style)])), size, width):
            self.need(size * self.leading)
            self.y += size * self.leading
            last = self._natural(line, size)
            start = (LEFT + RIGHT - last) / 2
            self.page.rows.append(tuple(self._place(line, size, start, self.y, self._space(line, size))))
        return last

    def paragraph(
        self,
        *runs: Run,
        size: float | None = None,
        indent: float = 36.0,
        gap: float = 5.0,
        left: float = LEFT,
        right: float = RIGHT,
        justify: bool = True,
    ) -> None:
        """A paragraph with its first line indented and the others full, `gap` above it."""
        size = size or self.size
        lines = list(self._lines(list(_words(runs)), size, right - left, indent))
        self.y += gap
        for i, line in enumerate(lines):
            self.need(size * self.leading)
            self.y += size * self.leading
            start = left + (indent if i == 0 else 0.0)
            space = self._space(line, size)
            if justify and i < len(lines) - 1:
                space += (right - start - self._natural(line, size)) / max(len(line) - 1, 1)
            self.page.rows.append(tuple(self._place(line, size, start, self.y, space)))

    def lines(self, text: str, style: Style, *, size: float, width: float) -> list[list[Run]]:
        """The words broken into lines of at most so much width."""
        return list(self._lines(list(_words([(text, style)])), size, width, 0.0))

    def line(self, words: list[Run], *, size: float, x: float, y: float) -> None:
        """One of those lines, put down at a given place."""
        self.page.rows.append(tuple(self._place(words, size, x, y, self._space(words, size))))

    def plans(self) -> tuple[Plan, ...]:
        return tuple(
            Plan(number=n, rows=tuple(page.rows), strokes=tuple(page.strokes), spots=page.spots)
            for n, page in enumerate(self._pages, start=1)
        )

    def _lines(self, words: list[Run], size: float, width: float, indent: float) -> Iterator[list[Run]]:
        line: list[Run] = []
        room = width - indent
        for word in words:
            # A dash never begins a line: it would look like the first one of a list.
            if line and word[0] != "-" and self._natural([*line, word], size) > room:
                yield line
                line, room = [], width
            line.append(word)
        if line:
            yield line

    def _balanced(self, words: list[Run], size: float, width: float) -> list[list[Run]]:
        """As few lines as fit, none much longer than another: how titles are broken by hand."""
        lines = list(self._lines(words, size, width, 0.0))
        count = len(lines)
        while len(narrow := list(self._lines(words, size, width - 6, 0.0))) == count and width > 40:
            width, lines = width - 6, narrow
        return lines

    def _place(self, words: list[Run], size: float, x: float, y: float, space: float) -> Iterator[Piece]:
        for text, style in words:
            yield Piece(text=text, style=style, size=size, x=x, y=y)
            x += self.fonts.width(text, style, size) + space

    def _natural(self, words: list[Run], size: float) -> float:
        inner = sum(self.fonts.width(text, style, size) for text, style in words)
        return inner + self._space(words, size) * max(len(words) - 1, 0)

    def _space(self, words: list[Run], size: float) -> float:
        return self.fonts.width(" ", words[-1][1] if words else "regular", size)


def _words(runs: Sequence[Run]) -> Iterator[Run]:
    for text, style in runs:
        yield from ((word, style) for word in text.split())
