"""Names of bodies, printed in capitals or abbreviated, in the case in which running text writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from decisions.fold import fold, has_marks, mark
from decisions.syllable import is_syllable
from decisions.tables import rows, valid
from extract.sheet import joined

_SMALL = {"và", "của", "các", "cho", "về", "với", "tại", "trong", "thuộc", "trực", "cấp", "một", "số", "theo", "đến"}
_VOWEL = re.compile(r"[aeiouy]")
_OPENING = 200  #: letters in which the beginning of a name ends
_LEVELS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã")
#: A level behind other words. XÃ HỘI is no unit, nor is a HỢP TÁC XÃ, nor what a TỈNH ĐOÀN and a QUẬN ỦY begin with.
_NO_UNIT = r"(?!(?:hội|uỷ|đoàn|đội|bộ|lộ|và)(?!\w))"
_WITHIN = re.compile(rf"(?<=\w )(?<!tác )(?<!tấn )(?:{'|'.join(map(mark, _LEVELS))}) {_NO_UNIT}(?=\w)")
_OF_LEVEL = re.compile(rf"(?:{'|'.join(map(mark, _LEVELS))})(?: {_NO_UNIT}|\Z)")
#: "KHU VỰC VII", "QUỐC GIA III"; VI and XI are syllables too, but no name ends in one.
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body's name in full. `known`: a table of the time confirms the whole name; `opened`: at least its beginning."""

    name: str
    known: bool
    opened: bool


def body(words: str, on: date | None) -> Body:
    """ "UBND TỈNH QUẢNG NGÃI" → "Ủy ban nhân dân tỉnh Quảng Ngãi", known."""
    words = expand(joined(words).strip(" .,:;-–*"))
    full = _central(on).get(_key(words))
    if full:
        return Body(name=full, known=True, opened=True)
    opening = opening_of(words)
    if opening is None:
        name = sentence_case(words)
        return Body(name=name[:1].upper() + name[1:], known=False, opened=False)
    rest = words[len(opening) :].strip()
    takes_place = opening.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân", "Thường trực"))
    place, known = place_name(rest, on, expected=takes_place)
    return Body(name=f"{opening} {place}".strip(), known=known and takes_place, opened=True)


def opening_of(words: str) -> str | None:
    """The written form of the beginning of a body's name: "SỞ Y TẾ" → "Sở"."""
    folded = _key(words[:_OPENING]) + " "
    return next((opening for key, opening in _openings() if folded.startswith(key)), None)


def expand(words: str) -> str:
    """Abbreviations written out: "UBND" → "Ủy ban nhân dân", "TRƯỜNG CĐ" → "TRƯỜNG CAO ĐẲNG"."""
    for row in rows("abbreviations"):
        words = re.sub(rf"(?<!\w){re.escape(row['short'])}(?!\w)", row["full"], words)
    for row in rows("name_abbreviations"):
        after = rf"(?<!\w)(?:{row['after']}|{row['after'].upper()})\s+"
        full = row["full"]
        words = re.sub(
            rf"({after}){row['short']}(?=\s|$)",
            lambda found, full=full: found[1] + (full.upper() if found[1].isupper() else full),  # type: ignore[misc]
            words,
        )
    return words


def place_name(words: str, on: date | None, *, expected: bool = False) -> tuple[str, bool]:
    """ "TỈNH QUẢNG NGÃI" → ("tỉnh Quảng Ngãi", True): is it a unit of the table on that day?

    `expected`: nothing but a unit can stand here. Else a word is a level only by its marks: QUÂN SỰ is no QUẬN.
    """
    folded = _key(words)
    for level in _LEVELS if expected or _OF_LEVEL.match(mark(words)) or not has_marks(words) else ():
        if folded == _key(level) or folded.startswith(_key(level) + " "):
            rest = words[len(level) :].strip()
            name = _units(on).get((_key(level), _key(rest)))
            if expected or _is_level(words[: len(level)], level, rest, known=name is not None):
                return f"{level} {name or _unit(rest)}".strip(), name is not None
    return sentence_case(words), False


def _is_level(printed: str, level: str, rest: str, *, known: bool) -> bool:
    """Is a word the level by its marks? One without any is, where the rest has none either or is such a unit."""
    bare = not has_marks(printed) and (known or not has_marks(rest))
    return bare or mark(printed) == mark(level)


def ever_a_unit(words: str) -> bool:
    """Is it a unit of any time?"""
    return place_name(words, None)[1]


def is_unit_name(words: str) -> bool:
    """Is it the name of a unit of any time, its type left out: "Quảng Ngãi", "TP. Hồ Chí Minh"? Marks count."""
    name = re.sub(r"^(?:thành phố|tỉnh|quận|huyện|thị xã|phường|xã)\s+", "", expand(words), flags=re.IGNORECASE)
    return mark(name) in _names()


def nearly_unit_names(words: str) -> tuple[str, ...]:
    """The names of units that differ from the words in marks alone: "Phù Đồng" → "Phù Đổng"; empty for a unit's own."""
    return () if is_unit_name(words) else _by_letters().get(_key(words), ())


def ending_in(words: str, body: str) -> tuple[str, ...]:
    """The names of units whose last words these are, where they are none themselves: "Bằng" → "Cao Bằng". The unit that
    the body is of comes before all others.
    """
    end = f" {mark(words)}"
    own = re.split(rf"(?<!\w)(?:{'|'.join(_LEVELS)})\s", body)[-1]
    if is_unit_name(words) or mark(words) == mark(own):
        return ()
    return (own,) if mark(own).endswith(end) else tuple(name for name in _unit_names() if mark(name).endswith(end))


def sentence_case(words: str) -> str:
    """Words in capitals as a name: known fields of government by table, else every word but the small ones."""
    if words != words.upper():
        return words
    within = _level_within(words)
    if within:
        return f"{sentence_case(words[:within].strip())} {place_name(words[within:], None)[0]}"
    parts = words.split()
    for known in _fields():
        size = len(known.split())
        for at in range(len(parts) - size + 1 if " và " in known else 1):
            if _key(" ".join(parts[at : at + size])) == _key(known):
                before, after = " ".join(parts[:at]), " ".join(parts[at + size :])
                return " ".join(part for part in (title_case(before), known, place_name(after, None)[0]) if part)
    return title_case(words)


def title_case(words: str) -> str:
    """ "BẠCH MAI" → "Bạch Mai"; "THỂ THAO VÀ DU LỊCH" → "Thể thao và Du lịch"; "HSSV" stays.

    Of what names a field of work only the first syllable is large (Decree 30/2020/NĐ-CP, appendix II).
    """
    parts = words.split()
    cased = " ".join(
        word if _ROMAN.fullmatch(word) and (word is parts[-1] or not is_syllable(word)) else _cased(word)
        for word in parts
    )
    for found in _terms().finditer(mark(cased)):
        term = cased[found.start() : found.end()]
        cased = cased[: found.start()] + term.capitalize() + cased[found.end() :]
    return cased


def _unit(words: str) -> str:
    """The name of a unit, and the unit above it where that follows: "BẢO LỘC TỈNH LÂM ĐỒNG"."""
    within = _level_within(words)
    if within:
        return f"{_unit(words[:within].strip())} {place_name(words[within:], None)[0]}"
    return " ".join(_cased(word) for word in words.split())


def _level_within(words: str) -> int:
    """Where behind other words a unit begins; 0 where none does."""
    found = _WITHIN.search(mark(words))
    return found.start() if found else 0


def _cased(word: str) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    if not _VOWEL.search(fold(word)):
        return word  # no syllable, but letters of an abbreviation
    return word[:1].upper() + word[1:].lower()


def as_written(name: str, text: str) -> str:
    """A name in the case in which a text writes it in small letters, where it does with the same marks."""
    opening = opening_of(name) or name.partition(" ")[0]
    others = name[len(opening) :].split()
    # Dashes fold to spaces: a pattern of theirs would try all ways to share out a run of spaces among them.
    folded = fold(" ".join(others)).split()
    pattern = r"\s+".join(map(re.escape, folded))
    for found in re.finditer(rf"(?<=\s){pattern}(?!\w)", fold(text)) if folded else ():
        written = " ".join(text[found.start() : found.end()].split())
        if written[:1].isupper() and not written.isupper() and mark(written) == mark(" ".join(others)):
            return f"{opening} {written}"
    return name


def _key(words: str) -> str:
    return " ".join(fold(words).split())


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    """Folded, with a space behind, and as written; the longest first."""
    written = sorted((row["opening"] for row in rows("bodies")), key=lambda opening: -len(opening))
    return tuple((f"{_key(opening)} ", opening) for opening in written)


@cache
def _central(on: date | None) -> dict[str, str]:
    return {_key(row["name"]): row["name"] for row in valid("issuers", on)}


@cache
def _units(on: date | None) -> dict[tuple[str, str], str]:
    return {(_key(row["type"]), _key(row["name"])): row["name"] for row in valid("units", on)}


@cache
def _unit_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys(row["name"] for row in rows("units")))


@cache
def _names() -> frozenset[str]:
    return frozenset(map(mark, _unit_names()))


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for row in rows("units"):
        found.setdefault(_key(row["name"]), {})[row["name"]] = None
    return {key: tuple(names) for key, names in found.items()}


@cache
def _fields() -> tuple[str, ...]:
    """ "Giáo dục và Đào tạo", from "Bộ Giáo dục và Đào tạo": departments of provinces bear the same names; "Cao đẳng"."""
    names = {row["name"][3:] for row in rows("issuers") if row["name"].startswith("Bộ ")}
    names |= {row["full"] for row in rows("name_abbreviations")}
    return tuple(sorted(names, key=len, reverse=True))


@cache
def _terms() -> re.Pattern[str]:
    """What names a field of work, in small letters with its marks, the longest first; names of bodies as well."""
    openings = {row["opening"] for row in rows("bodies") if " " in row["opening"]}
    terms = {mark(term) for term in openings | {row["term"] for row in rows("name_terms")}}
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(terms, key=len, reverse=True))})(?!\w)")
