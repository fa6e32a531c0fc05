"""The posts of a personnel act: the one held, the one given or taken, each with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from decisions.fold import fold
from decisions.tables import rows
from extract.casing import opening_of
from extract.plain import pattern, plain
from extract.sheet import joined

#: Acts after which the post named beside the verb is no longer held.
_TAKES_AWAY = frozenset({"mien_nhiem", "thoi_giu", "tu_chuc", "cach_chuc", "bai_nhiem"})
_STOPS = (
    r"kể từ|từ ngày|thời hạn|trong thời (?:hạn|gian)|với thời hạn|đối với|để |do đã|do có|do vi phạm"
    r"|và (?:điều động|bổ nhiệm|giao)|sinh (?:ngày|năm)|nhiệm kỳ|có thời hạn|được hưởng|hưởng"
)
_END = rf"\s*(?:;|\n|\Z|,?\s*(?<!\w)(?:{_STOPS})|\.\s|\.\Z)"
_GIVEN = pattern(
    r"(?:giữ\s+(?:các\s+)?(?:chức\s+vụ|chức\s+danh|chức)|chức\s+(?:vụ|danh)|,\s*làm|\slàm|,\s*là|giao\s+quyền|phụ\s+trách)"
    rf"\s*:?\s+(?P<post>[^\W\d_].{{2,200}}?)(?={_END})",
    re.DOTALL,
)
_GOES_TO = pattern(
    r"(?:đến\s+(?:nhận\s+)?(?:công\s+tác|nhiệm vụ|làm việc)\s+tại|về\s+công\s+tác\s+tại|(?:biệt phái\s+)?đến)"
    rf"\s+(?P<unit>[A-Z].{{2,160}}?)(?=,|\s+(?:và\s+)?giữ\s|\s+trong thời |{_END})",
    re.DOTALL,
)
_BESIDE = pattern(
    r"\s*,\s*(?P<words>.{2,220}?)(?=\s*(?:;|\n|\Z|\.\s|\.\Z|:|,?\s*(?<!\w)(?:giữ\s|làm\s|từ (?:ngạch|bậc)|biệt phái\s|được\s|kể từ|từ ngày|do đã|do có"
    r"|do vi phạm|thôi\s|đến\s|về\s|sinh\s|vào\s|có đơn|có thời|đã được|đã có|hiện là|hiện đang)))",
    re.DOTALL,
)
_ROLE = pattern(r"(?::|\s[-–]|,\s*làm|\slàm)\s+(?P<role>[A-Z](?:(?!\s[-–]\s)[^:;]){2,120}?)\s*[.,]?\s*\Z")
_NO_POST = pattern(r"\(?(?:sinh|mã|số|bậc|hệ|ngạch|quê|trình độ)\b|\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    position: str | None = None
    unit: str | None = None
    from_position: str | None = None
    from_unit: str | None = None


def posts_of(own: str, sentence: str, act: str, name_end: int, listed: bool) -> Posts:
    """The posts of one person. `own`: the stretch from the name on, the name ending at `name_end`; `listed`: the act
    forms a body, and the post is a role in it.
    """
    held, held_unit = _held(own, name_end)
    if listed:
        role = _found(_ROLE, "role", own.rstrip(" ;.,"), name_end)
        return Posts(position=role or held, from_position=held if role else None, from_unit=held_unit)
    post = _found(_GIVEN, "post", own, name_end) or _found(_GIVEN, "post", sentence, 0)
    unit = _found(_GOES_TO, "unit", own, name_end) or _found(_GOES_TO, "unit", sentence, 0) or _unit_in(post)
    if act in _TAKES_AWAY:
        return Posts(from_position=post or held, from_unit=_unit_in(post) or held_unit)
    return Posts(position=post, unit=unit, from_position=held, from_unit=held_unit)


def _found(wanted: re.Pattern[str], group: str, text: str, start: int) -> str | None:
    match = wanted.search(plain(text), start)
    return joined(text[match.start(group) : match.end(group)]).strip(" ,.") if match else None


def _held(text: str, name_end: int) -> tuple[str | None, str | None]:
    """What stands beside the name: ", Chuyên viên, Phòng Nội vụ quận …,"."""
    match = _BESIDE.match(plain(text), name_end)
    if match is None:
        return None, None
    parts = [joined(part) for part in text[match.start("words") : match.end("words")].split(",")]
    parts = [part for part in parts if part and not _NO_POST.match(plain(part))]
    units = [part for part in parts if opening_of(part) and not _is_post(part)]
    posts = [part for part in parts if part not in units]
    position = ", ".join(posts) or None
    unit = ", ".join(units) or (_unit_in(posts[0]) if posts else None)
    return position, unit


def _is_post(part: str) -> bool:
    """ "Trưởng phòng" is a post, and so is "Trường phòng" in a poor reading, though "Trường" begins the name of a school."""
    words = " ".join(fold(part).split())
    return any(words == post or words.startswith(f"{post} ") for post in _posts())


@cache
def _posts() -> frozenset[str]:
    return frozenset(" ".join(fold(row["title"]).split()) for row in rows("posts"))


def _unit_in(post: str | None) -> str | None:
    """The body inside a post: "Chủ tịch Ủy ban nhân dân phường Bạch Mai" → "Ủy ban nhân dân phường Bạch Mai"."""
    words = (post or "").split()
    for index in range(1, len(words)):
        rest = " ".join(words[index:])
        if words[index][:1].isupper() and opening_of(rest) and len(rest.split()) > 1:
            return rest
    return None
