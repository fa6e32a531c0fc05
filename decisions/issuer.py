"""When two ways to write the name of a body are the same body."""

from __future__ import annotations

from functools import cache

from decisions.fold import words
from decisions.tables import rows

#: Who decides alone for a body and is cited in its place.
_HEADS = ("chu tich", "bo truong", "giam doc")


def issuer_key(name: str | None) -> str:
    """The name folded, abbreviations written out: "UBND phường Bạch Mai" → "uy ban nhan dan phuong bach mai".

    Empty for None. "TM." and the like before a name are no part of it and must be cut before.
    """
    full, of_names = _abbreviations(), _name_abbreviations()
    bare = words(name or "")
    return " ".join(
        of_names.get((before, word)) or full.get(word, word) for before, word in zip(["", *bare], bare, strict=False)
    )


def names_no_place(name: str | None) -> bool:
    """Does the name end where the name of the place should begin? "UBND phường", "Ủy ban nhân dân thành phố"."""
    return issuer_key(name).endswith(tuple(f" {each}" for each in _unit_types()))


def same_issuer(one: str | None, other: str | None) -> bool | None:
    """Are two names the same body? None where it stays open: one is not known, or names no place ("UBND phường").

    A decision of the chairman counts as one of his committee, a minister's as his ministry's; a name may go on with
    the unit above, or with the state.
    """
    first, second = sorted((_body(one), _body(other)), key=len)
    if not first:
        return None
    if first == second:
        return None if names_no_place(one) else True
    if not second.startswith(f"{first} "):
        return False
    rest = second[len(first) + 1 :]
    if first.endswith(tuple(f" {each}" for each in _unit_types())):
        return None
    return rest.startswith(tuple(f"{each} " for each in (*_unit_types(), "nuoc")))


def _body(name: str | None) -> str:
    key = issuer_key(name)
    heads = (f"{head} " for head in _HEADS if key.startswith(f"{head} ") and key != "chu tich nuoc")
    return key.removeprefix(next(heads, ""))


@cache
def _abbreviations() -> dict[str, str]:
    return {" ".join(words(row["short"])): " ".join(words(row["full"])) for row in rows("abbreviations")}


@cache
def _name_abbreviations() -> dict[tuple[str, str], str]:
    """What stands before an abbreviation that only there means something, and its short form → its full one, folded."""
    return {
        (" ".join(words(row["after"])), " ".join(words(row["short"]))): " ".join(words(row["full"]))
        for row in rows("name_abbreviations")
    }


@cache
def _unit_types() -> tuple[str, ...]:
    return tuple(" ".join(words(row["name"])) for row in rows("unit_types"))
