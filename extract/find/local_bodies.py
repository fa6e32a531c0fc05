"""Names of people's committees and councils: the law fixes their words, so they end where these do, whatever follows.

Courts and procuracies tell the unit above theirs behind a comma.
"""

from __future__ import annotations

import re
from functools import cache

from decisions.tables import rows
from extract.find.subjects import subject_at
from extract.plain import pattern, plain

_COUNCIL = r"(?i:(?:ủy ban|hội đồng) nhân dân|UBND|HĐND)"
_CAPITAL = r"(?:Nông trường|(?!V/v)[A-Z][\w'’]*)"
#: Between a level and its unit: "TP.HCM" has nothing there.
_GAP = r"(?:(?<=\.)| )"
#: "Bà Rịa - Vũng Tàu", "phường 12", "Quận 1".
_NAME = rf"{_GAP}(?:{_CAPITAL}(?: (?:- )?{_CAPITAL})*(?: \d{{1,2}})?|\d{{1,2}})(?!\w)"
#: A unit of the table is the beginning of another's name: "Hà Nam Ninh". A sentence goes on in small letters.
_LONGER = rf" (?:- )?{_CAPITAL}(?: {_CAPITAL})?(?=\s*(?:[,;:.()\n]|\Z)| (?:về|ngày|quy định|ban hành) )"


def local_body_end(flat: str, start: int, limit: int) -> int | None:
    """Where the name of a people's committee or council, or of its chairman, ends that begins at a place.

    None where no such name begins, where it names no level ("UBND Hà Nội"), and where capitals hide its end.
    """
    words = plain(flat[start:limit])
    council = _council().match(words)
    if council is None:
        return None
    end = council.end()
    while (level := _level().match(words, end)) is not None:
        capitals = level["level"].isupper() and len(level["level"]) > len("TP.")
        unit = _unit().match(words, end)
        if unit is None and capitals:
            return None
        longer = _spaced(_LONGER).match(words, unit.end()) if unit and not capitals else None
        begun = subject_at(flat, start + level.end(), limit)[0]  # "UBND tỉnh Quy định về …"
        named = None if begun else _spaced(_NAME).match(words, level.end())
        end = (longer or unit or named or level).end()
    return start + end if end > council.end() else None


def with_unit_above(flat: str, start: int, end: int, limit: int) -> int:
    """Where "Tòa án nhân dân huyện Tân Phú, tỉnh Đồng Nai" ends, of which only the court's own unit has been read.

    Many a district and each of the courts' regions has its like in another province.
    """
    words = plain(flat[start:limit])
    comma = end - start
    high = _high_court().match(words)
    if high and high.start("where") == comma:
        return start + high.end()
    if not _court().match(words) or words[comma : comma + 1] != ",":
        return end
    unit = _province().match(words, comma + 1)
    return start + unit.end() if unit else end


@cache
def _court() -> re.Pattern[str]:
    return _spaced(r"(?i:(?:chánh án |viện trưởng )?(?:tòa án nhân dân|TAND|viện kiểm sát nhân dân|VKSND))(?!\w)")


@cache
def _high_court() -> re.Pattern[str]:
    """ "Tòa án nhân dân cấp cao tại Hà Nội": where it sits is part of the name."""
    return _spaced(
        r"(?i:(?:tòa án nhân dân|TAND|viện kiểm sát nhân dân|VKSND) cấp cao)"
        r"(?P<where> tại (?:Hà Nội|Đà Nẵng|(?i:thành phố|TP\.?)\s?Hồ Chí Minh))(?!\w)"
    )


@cache
def _council() -> re.Pattern[str]:
    """ "Phó Chủ tịch UBND", "Văn phòng HĐND và UBND", "Thường trực Hội đồng nhân dân"."""
    posts = sorted((row["title"] for row in rows("posts")), key=len, reverse=True)
    before = "|".join((*posts, "Văn phòng", "Đảng ủy", "Thường trực"))
    return _spaced(rf"(?:(?i:{before}) )?{_COUNCIL}(?:(?:,| và) {_COUNCIL})?(?!\w)")


@cache
def _level() -> re.Pattern[str]:
    return _spaced(rf" (?:(?:các|cấp) )?(?P<level>(?i:{_levels()}))(?:(?<=\.)|(?!\w))")


@cache
def _unit() -> re.Pattern[str]:
    """A unit of the table behind its level."""
    return _named({row["name"] for row in rows("units")})


@cache
def _province() -> re.Pattern[str]:
    return _named({row["name"] for row in rows("units") if row["level"] == "province"})


def _named(units: set[str]) -> re.Pattern[str]:
    names = sorted(units, key=len, reverse=True)
    return _spaced(rf" (?i:{_levels()}){_GAP}(?i:{'|'.join(map(re.escape, names))})(?!\w)")


def _levels() -> str:
    return "|".join((*(row["name"] for row in rows("unit_types")), r"TP\.?", r"TX\.?"))


@cache
def _spaced(regex: str) -> re.Pattern[str]:
    return pattern(regex.replace(r"\ ", " ").replace(" ", r"[^\S\n]+"))
