"""Charges that end: "Thôi phân công ông A làm Trưởng ban" takes what a "Phân công" gave."""

from __future__ import annotations

import re

from extract.find.acts import Act
from extract.find.posts import Posts, posts_of
from extract.plain import pattern, plain
from extract.sheet import Sheet

_OWN_VERB = re.compile(r"(?:thoi|rut)\s", re.IGNORECASE)
#: "thôi phân công nhiệm vụ Tổ trưởng đối với ông A"
_DUTY = pattern(r"\s*(?:thêm\s+)?(?:nhiệm\s+vụ|chức\s+trách|việc)\s+(?=[A-ZĐỦ])", re.IGNORECASE)


def ends_charge(sheet: Sheet, act: Act) -> bool:
    """Is the loss told by the verb of a charge: "thôi giao", "thôi phân công"?"""
    return act.code == "thoi_giu" and _OWN_VERB.match(sheet.plain, act.span.start) is None


def ended_charge(lead: str, own: str, *, typed: bool) -> Posts:
    """What the charge was, told as if it were given. What the person is besides, stays so and is no part of the loss."""
    duty = _DUTY.match(plain(lead))
    charge = posts_of(lead[duty.end() if duty else 0 :], own, "phu_trach", typed=typed)
    return Posts(from_position=charge.position, from_unit=charge.unit, known=charge.known)
