"""Words of set phrases that an optical reader gave other marks: "Tố chức", "Cống Thông tin", "học bống"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from decisions.fold import fold, mark
from decisions.tables import rows

#: Tables whose words stand in decisions letter for letter, and the columns with them.
_SOURCES = (
    ("phrases", "phrase"),
    ("instruments", "subject"),
    ("issuers", "name"),
    ("posts", "title"),
    ("roles", "role"),
    ("bodies", "opening"),
    ("divisions", "opening"),
    ("punishments", "form"),
    ("kinds", "name"),
)
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_LONGEST = 8  #: words of a phrase that are compared
Phrase = tuple[str, ...]


def misspelled(words: str) -> bool:
    """Does a whole phrase stand there in marks that no table gives it? Names are left alone."""
    return any(not _is_name(found) for _, found, _ in _misread(words.split()))


def as_spelled(words: str) -> str:
    """The words with the marks of the phrases that they make, where only one phrase has their letters and no name."""
    parts = words.split()
    for start, found, forms in _misread(words.split()):
        if len(forms) == 1 and not _is_name(found):
            for index, (word, spelled) in enumerate(zip(found, next(iter(forms)), strict=True), start):
                parts[index] = _put(word, spelled)
    return " ".join(parts)


def _misread(words: list[str]) -> Iterator[tuple[int, list[str], frozenset[Phrase]]]:
    """Where a phrase begins, its words, and the phrases that have their letters and other marks; the longest first."""
    at = 0
    while at < len(words):
        size, forms = _phrase_at(words, at)
        found = words[at : at + size]
        if forms and not any(_marks(found) == _marks(form) for form in forms):
            yield at, found, forms
        at += max(1, size)


def _phrase_at(words: list[str], at: int) -> tuple[int, frozenset[Phrase]]:
    """How many words from a place on have the letters of a phrase, and which phrases those are."""
    for size in range(min(_LONGEST, len(words) - at), 1, -1):
        found = words[at : at + size]
        forms = _known().get(tuple(fold(_core(word)) for word in found))
        if forms and all(word.endswith(_core(word)) for word in found[:-1]):
            return size, forms
    return 0, frozenset()


def _marks(words: Iterable[str]) -> Phrase:
    return tuple(mark(_core(word)) for word in words)


def _put(word: str, spelled: str) -> str:
    """The word in another spelling of its letters; its case and what stands around it are kept."""
    core = _core(word)
    if mark(core) == mark(spelled) or len(core) != len(spelled):
        return word
    cased = "".join(new.upper() if old.isupper() else new for old, new in zip(core, spelled, strict=True))
    return word.replace(core, cased, 1)


def _core(word: str) -> str:
    return _EDGES.sub("", word)


def _is_name(words: list[str]) -> bool:
    """Capitalised words are a name; whole words in capitals are headings."""
    cores = [_core(word) for word in words]
    return all(core[:1].isupper() for core in cores) and not all(core.isupper() for core in cores)


@cache
def _known() -> dict[Phrase, frozenset[Phrase]]:
    """The folded words of a phrase → the ways in which tables spell it, in small letters, each spelling once."""
    found: dict[Phrase, dict[Phrase, Phrase]] = {}
    for table, column in _SOURCES:
        for row in rows(table):
            words = tuple(_core(word) for word in row[column].lower().split())
            if 1 < len(words) <= _LONGEST and all(words):
                forms = found.setdefault(tuple(fold(word) for word in words), {})
                forms.setdefault(_marks(words), words)
    return {bare: frozenset(forms.values()) for bare, forms in found.items()}
