"""What people ask of the index, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Words as typed, and filters. All filters must hold; values of one filter are alternatives.

    Names (issuer, signer, person) are compared folded, and found by some of their words as well as by all.
    """

    words: str = ""
    issuer: tuple[str, ...] = ()  #: all words, in any order, abbreviations written out: "ubnd bach mai"
    signer: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()  #: codes
    year: tuple[int, ...] = ()
    since: date | None = None
    until: date | None = None
    status: tuple[str, ...] = ()
    as_of: date | None = None  #: the day on which `status` is asked; today if None
    limit: int = 20
    cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A stretch of the text as it stands on paper; marks are [start, end) in `text`."""

    text: str
    marks: tuple[tuple[int, int], ...]
    page: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    id: str
    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    score: float
    snippets: tuple[Snippet, ...] = ()
    name: str | None = None  #: of the file that it came in as


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`facets`: for kind, issuer, year, signer the values and counts over all hits, most frequent first, then by name."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A stretch of time in which a decision has one status: from `start` (None: ever before) until before `end`."""

    status: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageString:
    number: int
    text: str  #: NFC, as on paper


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexEntry:
    """One held document as the index needs it. Values are as on paper; the index folds them itself."""

    id: str
    kind: str | None = None
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    subject: str | None = None
    signer: str | None = None
    persons: tuple[str, ...] = ()
    name: str | None = None  #: of the file that it came in as: shown, not searched
    cited: tuple[str, ...] = ()  #: numbers cited, normalised
    spells: tuple[Spell, ...] = ()
    pages: tuple[PageString, ...] = ()
