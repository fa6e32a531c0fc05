"""Who can be given a power: a post, or a body; "Giao chỉ tiêu" gives nobody anything."""

from __future__ import annotations

import re

from extract.casing import expand, opening_of
from extract.find.post import is_post
from extract.plain import pattern, plain

_HOLDS = pattern(
    r"(?:(?:các|những|đồng thời)\s+)?(?:người\s+đứng|thủ\s+trưởng|lãnh\s+đạo|cơ\s+quan|đơn\s+vị|cấp\s+phó)",
    re.IGNORECASE,
)


def is_holder(words: str) -> bool:
    """Do words begin with a post, with a body, or with "thủ trưởng", "các cơ quan"?"""
    if words.startswith("Trường hợp"):
        return False  # no school
    bare = re.sub(r"^(?:các|những|đồng thời)\s+", "", words)
    return is_post(bare) or opening_of(expand(bare)) is not None or _HOLDS.match(plain(words)) is not None
