"""Names as terms: what part of a name an official may type to find it."""

from __future__ import annotations

from itertools import combinations

from decisions.fold import words
from decisions.issuer import issuer_key

_LONGEST_NAME = 7  #: words that are looked at; 127 terms a person at most


def issuer_words(name: str) -> tuple[str, ...]:
    """The words of a body, abbreviations written out: "UBND phường Bạch Mai" → uy ban nhan dan phuong bach mai."""
    return tuple(dict.fromkeys(issuer_key(name).split()))


def person_terms(name: str) -> tuple[str, ...]:
    """One term for every choice of words of one person's name, so that two persons of one decision never mix."""
    parts = _parts(name)
    return tuple(" ".join(some) for size in range(1, len(parts) + 1) for some in combinations(parts, size))


def person_term(typed: str) -> str:
    """The term to look for: "Nguyễn An" → "an nguyen"."""
    return " ".join(_parts(typed))


def _parts(name: str) -> list[str]:
    return sorted(set(words(name)[:_LONGEST_NAME]))
