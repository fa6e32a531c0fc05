"""Labels that are not the plain numbers of today: those that an eye misread, and articles in Roman figures.

"7. … §. … 9. …": the items before and behind tell the number. "Điều I: … Điều II: …" stands on papers of before 2005.
"""

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

_LEAST = 2  #: articles that a decision has
_ROMAN = re.compile(r"^[ \t]*Điều (?P<number>[IVX]{1,5})(?=\s?[.:])", re.MULTILINE)
_PLAIN = re.compile(r"^[ \t]*Điều \d", re.MULTILINE)
_FIGURES = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


def roman_articles(string: str) -> Iterator[tuple[Span, str]]:
    """Where articles have Roman figures, and their Arabic ones, of the same length: where all have, from the first on."""
    found = list(_ROMAN.finditer(string))
    numbers = [_FIGURES.get(each["number"]) for each in found]
    if len(found) < _LEAST or numbers != list(range(1, len(found) + 1)) or _PLAIN.search(string):
        return
    for each, number in zip(found, numbers, strict=True):
        yield Span(start=each.start("number"), end=each.end("number")), str(number).rjust(len(each["number"]))


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
