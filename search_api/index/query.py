"""What a person typed, taken apart: words, phrases, exclusions and numbers. No string is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.fold import fold, mark, nfc
from search_api.index.number_terms import key_of, keys_of_words

LONGEST_WORD = 100  #: letters; longer runs are noise of a reader, and engines differ on them
LONGEST_QUESTION = 4000  #: letters; what stands behind is not looked at
MOST_CLAUSES = 256

_QUOTES = '"“”„«»'
_TYPED = re.compile(
    rf"(?P<minus>(?<!\S)-)?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)[{_QUOTES}]|(?P<chunk>[^\s{_QUOTES}]+))"
)
# "12 / QĐ - UBND" as copied from paper; only while the number has no body yet, so that "-word" still excludes.
_SLASH = re.compile(r"(?<=\d)\s*/\s*(?=[^\W_])|(?<=\d[a-zA-ZđĐ])\s*/\s*(?=[^\W_])")
_DASH = re.compile(r"((?<!\S)\d+[a-zA-ZđĐ]?(?:/(?:19|20)\d\d)?/[^\W\d_]+)\s*[-–]\s*(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_BEGUN_NUMBER = re.compile(r"\W*\d+[^\W\d_]?[/-](?:\d{4}[/-])?[^\W\d_]")
_CALLED_NUMBER = re.compile(r"(?<!\w)(số|so)\s*:\s*(?=\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """`exact`: typed with marks, only those marks; otherwise `text` is folded and any marks will do."""

    text: str
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that stand side by side; one word alone is a phrase too."""

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number; where its end cannot be seen, all keys that it may have."""

    keys: tuple[str, ...]


Clause = Phrase | Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """All of `must` and none of `must_not`. Without `must`, everything is asked for."""

    must: tuple[Clause, ...] = ()
    must_not: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    text: str
    excluded: bool
    quoted: bool


def parse(typed: str) -> Query:
    """The query that a person means by what was typed."""
    chunks = list(_chunks(_tightened(_within_reach(nfc(typed)))))
    must: dict[Clause, None] = {}
    must_not: dict[Clause, None] = {}
    while chunks:
        taken, clause = _next_clause(chunks)
        wanted = must_not if chunks[0].excluded else must
        if isinstance(clause, Number) and not chunks[0].excluded:
            _forget_so(must)
        if clause is not None:
            wanted[clause] = None
        del chunks[:taken]
    return Query(must=tuple(must)[:MOST_CLAUSES], must_not=tuple(must_not)[:MOST_CLAUSES])


def words_of(text: str) -> list[tuple[str, str]]:
    """The words of an NFC text as an index keeps them: (folded, with marks), cut to `LONGEST_WORD`."""
    return [
        (bare[:LONGEST_WORD], marked[:LONGEST_WORD])
        for bare, marked in zip(fold(text).split(), mark(text).split(), strict=True)
    ]


def _within_reach(text: str) -> str:
    if len(text) <= LONGEST_QUESTION:
        return text
    return text[:LONGEST_QUESTION].rpartition(" ")[0] or text[:LONGEST_QUESTION]


def _tightened(text: str) -> str:
    return _DASH.sub(r"\1-", _SLASH.sub("/", _CALLED_NUMBER.sub(r"\1 ", text)))


def _chunks(text: str) -> Iterator[_Chunk]:
    for match in _TYPED.finditer(text):
        quoted = match["quoted"] is not None
        yield _Chunk(
            text=match["quoted"] if quoted else match["chunk"], excluded=match["minus"] is not None, quoted=quoted
        )


def _next_clause(chunks: list[_Chunk]) -> tuple[int, Clause | None]:
    """How many chunks the next clause takes, and the clause; None where there are no words in it."""
    first = chunks[0]
    key = key_of(first.text)
    if key:
        return 1, Number(keys=(key,))
    if not first.excluded and not first.quoted:
        spaced = keys_of_words([_WORD.findall(chunk.text) for chunk in _plain_head(chunks)])
        if spaced:
            return spaced[0], Number(keys=spaced[1])
    words = _words(first.text)
    return 1, Phrase(words=words) if words else None


def _words(text: str) -> tuple[Word, ...]:
    # "12/QĐ" is the beginning of a number, and numbers are the same with and without marks.
    any_marks = _BEGUN_NUMBER.match(text) is not None
    return tuple(
        Word(text=bare, exact=False) if any_marks or bare == marked else Word(text=marked, exact=True)
        for bare, marked in words_of(text)
    )


def _plain_head(chunks: list[_Chunk]) -> Iterator[_Chunk]:
    for chunk in chunks[:8]:
        if chunk.excluded or chunk.quoted:
            return
        yield chunk


def _forget_so(must: dict[Clause, None]) -> None:
    """In "số 12/QĐ-UBND" the first word is how one says that a number follows; it need not stand in the text."""
    if must:
        last = next(reversed(must))
        if isinstance(last, Phrase) and [fold(word.text) for word in last.words] == ["so"]:
            del must[last]
