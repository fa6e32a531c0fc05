"""What Tesseract says in hOCR: words with their places, and what else it took each letter for.

With `lstm_choice_mode=2` every letter comes with the letters that the network weighed against it: its own doubt, which
the confidence of a whole word does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from statistics import median
from xml.etree import ElementTree

from ocr.engines import EngineFailed
from ocr.page import Mark, Rivals

_SPAN, _DIV = "{http://www.w3.org/1999/xhtml}span", "{http://www.w3.org/1999/xhtml}div"
_BOX = re.compile(r"\bbbox (\d+) (\d+) (\d+) (\d+)\b")
_SURE = re.compile(r"\bx_wconf (\d+)\b")
_WEIGHT = re.compile(r"\bx_confs ([\d.]+)")
_WIDE = 1.5  #: widths of the line's letters: wider than that is no letter
_FAINT = 0.1  #: rivals of less weight are none
#: The Vietnamese model gives some Đ twice, as itself and as its Icelandic twin; Vietnamese has neither pair.
_TWINS = ("\u0110\u00d0", "\u00d0\u0110")
#: Papers of offices are typed with the slash of keyboards; the model knows that of fractions too.
_SLIPS = str.maketrans({"\u2044": "/"})


def pages(answer: str, sizes: Sequence[tuple[int, int]]) -> list[tuple[Mark, ...]]:
    """The words of each page; EngineFailed unless there is one for each image, of this width and height in pixels, and
    all boxes lie on it.
    """
    try:
        root = ElementTree.fromstring(answer)
    except ElementTree.ParseError as error:
        raise EngineFailed("Tesseract: no hOCR in its answer") from error
    found = [div for div in root.iter(_DIV) if div.get("class") == "ocr_page"]
    if len(found) != len(sizes):
        raise EngineFailed("Tesseract: pages are missing in its answer")
    return [_words(page, *size) for page, size in zip(found, sizes, strict=True)]


def _words(page: ElementTree.Element, width: int, height: int) -> tuple[Mark, ...]:
    lines = ([e for e in span if e.get("class") == "ocrx_word"] for span in page.iter(_SPAN))
    found = (
        chain.from_iterable(_word(element, number, width, height) for element in line)
        for number, line in enumerate(line for line in lines if line)
    )
    return tuple(chain.from_iterable(_cut_back(list(line)) for line in found))


def _cut_back(line: list[Mark]) -> Iterator[Mark]:
    """A box that is far too wide for its letters and holds the words after it ends where the first of them begins."""
    usual = median(map(_letter_width, line)) if line else 0.0
    for word, after in zip_longest(line, line[1:]):
        held = after is not None and word.x0 < after.x0 and after.x1 <= word.x1
        yield replace(word, x1=after.x0) if after and held and _letter_width(word) > _WIDE * usual else word


def _letter_width(word: Mark) -> float:
    return (word.x1 - word.x0) / len(word.text)


def _word(element: ElementTree.Element, line: int, width: int, height: int) -> Iterator[Mark]:
    box, sure = _BOX.search(element.get("title", "")), _SURE.search(element.get("title", ""))
    if box is None or sure is None:
        raise EngineFailed("Tesseract: a word without a place in its answer")
    left, top, right, bottom = (int(side) for side in box.groups())
    if right > width or bottom > height or left > right or top > bottom:
        raise EngineFailed("Tesseract: a word beyond the image")
    # Tesseract gives whole-region boxes to what it could not place; such a word has no place on the paper.
    if right - left > 0.95 * width and bottom - top > 0.5 * height:
        return
    said = (element.text or "").strip()
    rivals = _rivals(element, said)
    text = _mended("".join(char for char in said if char.isprintable()))
    parts = text.split()
    share = (right - left) / max(len(parts), 1)
    for i, part in enumerate(parts):
        yield Mark(
            text=part,
            x0=left + i * share,
            y0=top,
            x1=left + (i + 1) * share,
            y1=bottom,
            confidence=min(int(sure[1]) / 100, 1.0),
            line=line,
            rivals=rivals if len(rivals) == len(part) else (),
        )


def _mended(text: str) -> str:
    for twin in _TWINS:
        text = text.replace(twin, "Đ")
    # The dash of a list is taken for a tilde, which Vietnamese does not write.
    return "-" if text == "~" else text.translate(_SLIPS)


def _rivals(element: ElementTree.Element, said: str) -> Rivals:
    """For each letter the other letters weighed; nothing where letters and choices do not match one to one."""
    groups = [[(c.text or "", _weight(c)) for c in group] for group in element if group.get("class") == "ocrx_cinfo"]
    if groups and groups[0] and groups[0][0][0] == " ":  # the space before the word
        groups = groups[1:]
    if len(groups) != len(said):
        return ()
    return tuple(_weighed(char, group) for char, group in zip(said, groups, strict=True))


def _weighed(char: str, group: list[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Weights against that of the letter taken; a letter that the language model put in its place weighs as the best."""
    own = next((weight for other, weight in group if other == char), 0.0)
    own = own or max((weight for _, weight in group), default=1.0) or 1.0
    others = [(other.translate(_SLIPS), round(weight / own, 3)) for other, weight in group if other != char]
    return tuple((other, weight) for other, weight in others if weight >= _FAINT and other.strip() and other != char)


def _weight(choice: ElementTree.Element) -> float:
    found = _WEIGHT.search(choice.get("title", ""))
    return float(found[1]) / 100 if found else 0.0
