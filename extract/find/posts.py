"""The posts of a personnel act: the one held, the one given or taken, each with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.casing import opening_of
from extract.letters import UP
from extract.sheet import joined

#: Acts after which the post named beside the verb is no longer held.
_TAKES_AWAY = frozenset({"mien_nhiem", "thoi_giu", "tu_chuc", "cach_chuc", "bai_nhiem"})
_END = r"(?=\s*(?:;|\n|\Z|,?\s*(?:kể từ|từ ngày|thời hạn|trong thời (?:hạn|gian)|với thời hạn|đối với|để |do |và (?:điều động|bổ nhiệm|giao)|sinh (?:ngày|năm)|nhiệm kỳ|có thời hạn|được hưởng|hưởng)|\.\s|\.\Z))"
_GIVEN = re.compile(
    rf"(?:giữ\s+(?:các\s+)?(?:chức\s+vụ|chức\s+danh|chức)|nắm giữ chức vụ|(?:kết quả\s+(?:bầu|bầu cử)\s+)?(?:bổ sung\s+)?chức\s+(?:vụ|danh)"
    rf"|,\s*làm|\slàm|,\s*là|giao\s+quyền|phụ\s+trách)\s*:?\s+(?P<post>[^\W\d_].{{2,200}}?){_END}",
    re.DOTALL,
)
_GOES_TO = re.compile(
    rf"(?:đến\s+(?:nhận\s+)?(?:công\s+tác|nhiệm vụ|làm việc)\s+tại|về\s+công\s+tác\s+tại|(?:biệt phái\s+)?đến)\s+(?P<unit>[{UP}].{{2,160}}?)(?=,|\s+giữ\s|{_END[3:-1]})",
    re.DOTALL,
)
_BESIDE = re.compile(
    r"\s*,\s*(?P<words>.{2,220}?)(?=\s*(?:;|\n|\Z|\.\s|\.\Z|:|,?\s*(?:giữ\s|làm\s|từ ngạch|được\s|kể từ|từ ngày|do\s|thôi\s|đến\s|về\s|sinh\s|vào\s|có\s|đã\s|hiện\s)))",
    re.DOTALL,
)
_ROLE = re.compile(rf"(?::|\s[-–]|,\s*làm|\slàm)\s+(?P<role>[{UP}][^:;]{{2,120}}?)\s*[.,]?\s*\Z")


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
        role = _ROLE.search(own.rstrip(" ;.,"), name_end)
        return Posts(position=joined(role["role"]) if role else None, from_position=held, from_unit=held_unit)
    given = _GIVEN.search(own, name_end) or _GIVEN.search(sentence)
    post = joined(given["post"]).strip(" ,.") if given else None
    goes = _GOES_TO.search(own, name_end) or _GOES_TO.search(sentence)
    unit = joined(goes["unit"]).strip(" ,.") if goes else _unit_in(post)
    if act in _TAKES_AWAY:
        return Posts(from_position=post or held, from_unit=_unit_in(post) or held_unit)
    return Posts(position=post, unit=unit, from_position=held, from_unit=held_unit)


def _held(text: str, name_end: int) -> tuple[str | None, str | None]:
    """What stands beside the name: ", Chuyên viên, Phòng Nội vụ quận …,"."""
    match = _BESIDE.match(text, name_end)
    if match is None:
        return None, None
    parts = [joined(part) for part in match["words"].split(",")]
    parts = [
        part for part in parts if part and not re.match(r"\(?(?:sinh|mã|số|bậc|hệ|ngạch|quê|trình độ)\b|\d", part, re.I)
    ]
    units = [part for part in parts if opening_of(part)]
    posts = [part for part in parts if part not in units]
    position = ", ".join(posts) or None
    unit = ", ".join(units) or (_unit_in(posts[0]) if posts else None)
    return position, unit


def _unit_in(post: str | None) -> str | None:
    """The body inside a post: "Chủ tịch Ủy ban nhân dân phường Bạch Mai" → "Ủy ban nhân dân phường Bạch Mai"."""
    words = (post or "").split()
    for index in range(1, len(words)):
        rest = " ".join(words[index:])
        if words[index][:1].isupper() and opening_of(rest) and len(rest.split()) > 1:
            return rest
    return None
