"""What an instrument calls itself: "Quyết định này", "Thông tư này", and what came with it: "Quy chế này"."""

from __future__ import annotations

from decisions.fold import fold
from extract.find.kinds import kind_of_words

#: Parts of patterns for plain text.
KIND = (
    r"(?:Quyết\s+định|Nghị\s+quyết|Nghị\s+định|Thông\s+tư(?:\s+liên\s+tịch)?|Chỉ\s+thị|Quy\s+định|Quy\s+chế|Kế\s+hoạch"
    r"|Chương\s+trình|Hướng\s+dẫn|Thông\s+báo|Pháp\s+lệnh|(?:Bộ\s+)?Luật|Văn\s+bản)"
)
ITSELF = rf"{KIND}\s+này"
#: These come with no other instrument; a consolidated text has the words of what it consolidates.
_ALONE = frozenset({"nghi_dinh", "thong_tu", "thong_tu_lien_tich", "phap_lenh", "luat", "bo_luat"})


def may_mean(words: str, kind: str | None) -> bool:
    """May "Thông tư này" be said of an instrument of this kind, or of what came with it?"""
    said = kind_of_words(fold(words))
    return said not in _ALONE or said == kind
