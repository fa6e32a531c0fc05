"""Numbers, dates and codes: which of several looks at them is right? Only what was seen may stand there.

A language model knows nothing about digits; form does: a date exists, a number follows a grammar, figures hold no
letters. Where looks disagree and form does not decide, the majority does, and the word is no longer sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from decisions.number import Number, parse_number
from decisions.tables import rows
from ocr.page import Mark

_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)*%?|\d{1,2}[/-]\d{1,4}")
_ASSEMBLY = re.compile(r"/(?:UBTV)?QH(\d{1,2})$")
_EDGES = ".,;:()“”\"'–-"
#: What a pen or a worn type makes of digits; alone such a word is a figure only where the form has one.
_LIKE_FIGURES = re.compile(r"[\dIl|!OoŠ§SZBi\]\[]{1,4}")
_LIKE_A_DIGIT = frozenset("IlOoSsŠ§ZzB|!i[]")
_BEFORE_FIGURES = ("ngày", "tháng", "năm", "số", "điều", "khoản")
_MENDED = 0.85  #: confidence, at most, of figures that were read in two ways: for a person to see
_DISPUTED = 0.5
_SPOTS = 5  #: rivals that are tried, from the left


def is_figure(text: str, before: str = "") -> bool:
    """Is the word a number, a date, a code, or does it stand where the form has one?"""
    if any(char.isdecimal() for char in text):
        return True
    return before.lower() in _BEFORE_FIGURES and _LIKE_FIGURES.fullmatch(text.strip(_EDGES)) is not None


def well_formed(text: str) -> bool:
    """Can it be? A date that exists, plain figures, or a number by one of the grammars."""
    bare = text.strip(_EDGES)
    day = _DATE.fullmatch(bare)
    if day:
        return _exists(*(int(part) for part in day.groups()))
    number = parse_number(bare)
    return _PLAIN.fullmatch(bare) is not None or (number is not None and _of_its_term(number))


def in_doubt(word: Mark) -> bool:
    """Is there reason to look again?"""
    weighed = any(weight > 0.3 for rivals in word.rivals for _, weight in rivals)
    return weighed or word.confidence < 0.9 or not well_formed(word.text)


def decide(first: Mark, looks: Sequence[Mark]) -> Mark:
    """The first reading, or a later one in its place; less sure where they differ."""
    said = [first, *looks]
    votes = Counter(word.text for word in said)
    if len(votes) == 1:
        return first
    fitting = {word.text for word in said if well_formed(word.text)}
    among = fitting or set(votes)
    best = max(among, key=lambda text: (votes[text], text == first.text))
    tied = [text for text in among if votes[text] == votes[best]]
    if len(tied) > 1 and first.text in fitting:
        best = first.text
    elif len(tied) > 1 and len(fitting) != 1:
        return replace(first, confidence=min(first.confidence, _DISPUTED))
    agreeing = max(word.confidence for word in said if word.text == best)
    limit = _MENDED if votes[best] > 1 or fitting == {best} else _DISPUTED
    rivals = next(word.rivals for word in said if word.text == best)
    return replace(first, text=best, confidence=min(agreeing, limit), rivals=rivals)


def own_second_choice(word: Mark) -> Mark | None:
    """The word with signs that its own reader weighed, if that makes it well-formed: "II" as 11, "60/2021/NĐJCP".

    None without such. The digits that it took stay.
    """
    if not word.rivals:
        return None
    spots = [
        (i, rival)
        for i, rivals in enumerate(word.rivals)
        if not word.text[i].isdecimal()
        for rival, _ in rivals
        if not rival.isalpha() or word.text[i].isalpha()
    ][:_SPOTS]
    for count in range(1, len(spots) + 1):
        for chosen in combinations(spots, count):
            text = _put(word.text, chosen)
            if well_formed(text) and (parse_number(text.strip(_EDGES)) or _look_alike(word.text, chosen)):
                return replace(word, text=text, rivals=())
    return None


def _put(text: str, chosen: Sequence[tuple[int, str]]) -> str:
    letters = list(text)
    for i, other in chosen:
        letters[i] = other
    return "".join(letters)


def _look_alike(text: str, chosen: Sequence[tuple[int, str]]) -> bool:
    """Plain figures have no grammar that a wrong one would break: only letters that look like digits become some."""
    return all(text[i] in _LIKE_A_DIGIT and other.isdecimal() for i, other in chosen)


def joined(words: Sequence[Mark], seen: Mark) -> Mark | None:
    """Words that a later look saw as one, if it saw the same signs: "1 9/6/2015" is 19/6/2015. None otherwise."""
    if "".join(word.text for word in words) != seen.text or not well_formed(seen.text):
        return None
    return replace(
        words[0],
        text=seen.text,
        x0=min(word.x0 for word in words),
        y0=min(word.y0 for word in words),
        x1=max(word.x1 for word in words),
        y1=max(word.y1 for word in words),
        confidence=min(_MENDED, *(word.confidence for word in words)),
        rivals=(),
    )


def _of_its_term(number: Number) -> bool:
    """Did the National Assembly that the symbol names sit in the year of the number? "31/2024/QH13" cannot be."""
    named = _ASSEMBLY.search(str(number))
    if named is None or number.year is None:
        return True
    term = next((row for row in rows("assembly_terms") if row["term"] == named[1]), None)
    return term is None or int(term["valid_from"][:4]) <= number.year <= int(term["valid_to"][:4] or 9999)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1945 <= year <= 2100
