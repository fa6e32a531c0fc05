"""The articles: "Điều 1" to the next, headings quoted from other instruments left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Article
from decisions.text import Span
from extract.outline import Outline
from extract.sheet import Line, trim

_HEADING = re.compile(r"dieu\s+(\d{1,3})([a-z]?)(?![^\W_])")
_INLINE = re.compile(r"\s*(?:của|này|Luật|Nghị|và|Quyết|Thông|,|;|\))")


def find_articles(outline: Outline) -> tuple[Article, ...]:
    """The articles in order; `text` is the stretch of the document after the heading's number."""
    if outline.head is None:
        return ()
    headings = list(_headings(outline))
    if not headings:
        return ()
    ends = [line.span.start for line, _ in headings[1:]] + [outline.body.end]
    found = []
    for (line, number), end in zip(headings, ends, strict=True):
        match = _HEADING.match(line.bare)
        assert match is not None
        start = line.span.start + match.end()
        while start < end and outline.sheet.flat[start] in " .:":
            start += 1
        span = trim(outline.sheet.text.string, start, end)
        found.append(
            Article(
                label=f"Điều {number}",
                text=outline.sheet.quote(span),
                span=span,
                place=outline.sheet.place(Span(start=line.span.start, end=max(span.end, line.span.end))),
            )
        )
    return tuple(found)


def _headings(outline: Outline) -> Iterator[tuple[Line, str]]:
    """Lines that open an article. Numbers rise; inside quotation marks they belong to the amended instrument."""
    last, quoted = 0, False
    for line in outline.sheet.within(outline.body):
        match = _HEADING.match(line.bare)
        if match and not quoted and line.text[0] in "ĐDÐ" and _opens(line.text[match.end() :]):
            number = int(match[1])
            if last < number <= last + 5 or (number == last and match[2]):
                last = number
                yield line, f"{number}{match[2]}"
        quoted = _still_quoted(line.text, quoted) and _closes(outline, line.span.end)


def _opens(rest: str) -> bool:
    if rest[:1] in (".", ":"):
        return True
    return _INLINE.match(rest) is None and (not rest.strip() or rest.strip()[:1].isupper())


def _closes(outline: Outline, after: int) -> bool:
    """Does a quotation end at all? A speck read as an opening mark would hide every article behind it."""
    return re.search('[”"]', outline.sheet.flat[after : outline.body.end]) is not None


def _still_quoted(text: str, quoted: bool) -> bool:
    opened, closed = text.count("“"), text.count("”")
    plain = text.count('"') % 2 == 1
    if opened != closed:
        return opened > closed
    return not quoted if plain else quoted
