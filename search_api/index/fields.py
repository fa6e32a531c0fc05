"""The table of fields that both engines hold, and what of a decision goes into each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

from decisions.fold import mark, nfc
from decisions.number import number_key
from decisions.question import IndexEntry
from decisions.tables import kind_names
from search_api.index.days import written
from search_api.index.names import issuer_words, person_terms
from search_api.index.number_terms import keys_in
from search_api.index.query import words_of
from search_api.index.spells import spell_terms

Json = dict[str, Any]
_Text = TypeVar("_Text", str, str | None)
#: words: searched word by word, with and without marks · term: equal or not · order: a 64 bit integer
Use = Literal["words", "term", "order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    name: str
    use: Use
    weight: float = 1.0  #: of a word found here
    counted: bool = False  #: a facet


FIELDS = (
    Field(name="id", use="term"),
    Field(name="head", use="words", weight=3.0),  #: what the decision is, also where a person has corrected it
    Field(name="body", use="words"),  #: its pages
    Field(name="number", use="term"),
    Field(name="cited", use="term"),
    Field(name="kind", use="term", counted=True),
    Field(name="issuer", use="term", counted=True),
    Field(name="year", use="term", counted=True),
    Field(name="signer", use="term", counted=True),
    Field(name="issuer_word", use="term"),
    Field(name="signer_name", use="term"),
    Field(name="person_name", use="term"),
    Field(name="spell", use="term"),
    Field(name="rank", use="order"),
)
WORDS = tuple(field for field in FIELDS if field.use == "words")
FACETS = tuple(field.name for field in FIELDS if field.counted)

_BETWEEN = ("|", "|")  #: no word that can be typed, so no phrase runs from one value of the head into the next
_LONGEST_TERM = 500  #: letters; both engines refuse terms of more than 32 kB
_DAY_BITS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An entry as the engines hold it. `words` are pairs (folded, with marks); `shown` is what an answer needs."""

    id: str
    words: dict[str, list[tuple[str, str]]]
    terms: dict[str, tuple[str, ...]]
    rank: int
    shown: Json


def record(entry: IndexEntry) -> Record:
    """What both engines keep of an entry."""
    pages = [(page.number, _plain(page.text)) for page in entry.pages]
    body = "\n".join(text for _, text in pages)
    return Record(
        id=entry.id,
        words={"head": _head(entry), "body": words_of(body)},
        terms={name: _short(terms) for name, terms in _terms(entry, body).items()},
        rank=first_rank(entry.issued_on.toordinal() if entry.issued_on else 0) + _hash(entry.id),
        shown={
            "id": entry.id,
            "kind": entry.kind,
            "number": _plain(entry.number),
            "issued_on": entry.issued_on.isoformat() if entry.issued_on else None,
            "issuer": _plain(entry.issuer),
            "subject": _plain(entry.subject),
            "name": _plain(entry.name),
            "pages": pages,
        },
    )


def first_rank(day: int) -> int:
    """The lowest rank of a day (ordinal). Ranks order what is equally good: the newest first, then by a hash of the id."""
    return day << _DAY_BITS


def label(name: str) -> str:
    """A facet's term: first what is counted as the same name, then the name as printed."""
    name = _plain(name)[: _LONGEST_TERM // 3]
    return " ".join(mark(name).split()) + "\t" + name


@cache
def fingerprint() -> str:
    """Of the fields and of all rules that decide what stands in them. An index with another one must be rebuilt."""
    rules = [files("decisions") / name for name in ("fold.py", "number.py", "issuer.py")]
    rules += [files("decisions.tables") / name for name in ("kinds.csv", "abbreviations.csv")]
    rules += [
        files(__package__) / f"{name}.py" for name in ("days", "fields", "names", "number_terms", "query", "spells")
    ]
    return hashlib.sha256(b"\0".join(rule.read_bytes() for rule in rules)).hexdigest()[:16]


def shown_json(shown: Json) -> bytes:
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


def _head(entry: IndexEntry) -> list[tuple[str, str]]:
    kind = kind_names().get(entry.kind or "")
    days = written(entry.issued_on) if entry.issued_on else ()
    values = (kind, entry.number, *days, entry.issuer, entry.subject, entry.signer, *entry.persons)
    found: list[tuple[str, str]] = []
    for value in values:
        if value:
            found += [*words_of(nfc(value)), _BETWEEN]
    return found


def _terms(entry: IndexEntry, body: str) -> dict[str, Iterable[str]]:
    number = number_key(entry.number) if entry.number else None
    cited = {number_key(each) for each in entry.cited} | keys_in(body)
    return {
        "id": (entry.id,),
        "number": (number,) if number else (),
        "cited": sorted(cited - {number}),
        "kind": (entry.kind,) if entry.kind else (),
        "issuer": (label(entry.issuer),) if entry.issuer else (),
        "year": (str(entry.issued_on.year),) if entry.issued_on else (),
        "signer": (label(entry.signer),) if entry.signer else (),
        "issuer_word": issuer_words(entry.issuer) if entry.issuer else (),
        "signer_name": person_terms(entry.signer) if entry.signer else (),
        "person_name": dict.fromkeys(term for person in entry.persons for term in person_terms(person)),
        "spell": spell_terms(entry.spells),
    }


def _plain(text: _Text) -> _Text:
    """NFC, and without halves of letters (lone surrogates, as broken text layers hold): no engine takes those."""
    return nfc(text).encode("utf-8", "replace").decode() if text else text


def _short(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(term for term in terms if len(term) <= _LONGEST_TERM)


def _hash(id: str) -> int:
    return int.from_bytes(hashlib.sha256(id.encode()).digest()[:5])
