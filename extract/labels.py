"""The number of an item that an eye misread, known from the items before and behind it: "7. … §. … 9. …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from decisions.text import DocumentText, Span
from extract.letters import UP

#: "7. Quyết định …", and what may have been such a label: a sign, or letters of the strokes of figures.
_LABEL = re.compile(
    rf"(?:^|(?<=\f))[ \t]*(?:(?P<number>\d{{1,2}})|(?P<misread>[^\w\s(\[“”„\"«»+•*–-]|[OQDlIiJZzSGbBgq|]{{1,2}}))(?P<mark>[.)])\s(?=[{UP}])",
    re.MULTILINE,
)


def numbered_labels(text: DocumentText) -> Iterator[tuple[Span, str]]:
    """Where a label was misread, and its figures, of the same length. Only an eye misreads; lists run over pages."""
    eyed = (page.span for page in text.pages if page.source == "ocr")
    yield from _between([label for span in eyed for label in _LABEL.finditer(text.string, span.start, span.end)])


def _between(labels: list[re.Match[str]]) -> Iterator[tuple[Span, str]]:
    """The one label between a number and the next but one."""
    whole = [at for at, label in enumerate(labels) if label["number"]]
    for before, behind in pairwise(whole):
        if behind - before != 2 or int(labels[behind]["number"]) - int(labels[before]["number"]) != 2:
            continue
        label, number = labels[before + 1], str(int(labels[before]["number"]) + 1)
        alike = label["mark"] == labels[before]["mark"] == labels[behind]["mark"]
        if alike and len(label["misread"]) == len(number):
            yield Span(start=label.start("misread"), end=label.end("misread")), number
