"""The number of a page as it is printed alone on a line: "2", "- 2 -", "2/5", "Trang 2", "Trang 2/5", "2."."""

from __future__ import annotations

import re

_DASHES = r"[\s\-–—~_•·]*"
_ALONE = re.compile(
    rf"{_DASHES}(?:trang|page)?[\s:.]*(?P<number>\d{{1,3}})(?:\s?(?:/|trên)\s?(?P<of>\d{{1,3}}))?\.?{_DASHES}",
    re.IGNORECASE,
)


def page_number(line: str) -> int | None:
    """The number, where a whole line has the form of one. "7/5" is a day or a share: no page is beyond the last."""
    match = _ALONE.fullmatch(line)
    if match is None or (match["of"] and int(match["number"]) > int(match["of"])):
        return None
    return int(match["number"])
