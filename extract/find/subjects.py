"""What a cited instrument is about: the words from "về việc", "quy định", "ban hành" … to the end of the clause."""

from __future__ import annotations

import re

from decisions.tables import rows
from extract.letters import UP

_LEAD = re.compile(
    r"\s*(?P<about>(?:,?\s*(?:về việc|về|v/v|(?:quy định|hướng dẫn)(?! (?:số )?:?\d)|sửa đổi|bổ sung|ban hành|phê duyệt|công bố"
    r"|thông qua|bãi bỏ|thành lập|kiện toàn|phân cấp|điều chỉnh|đính chính|ủy quyền)"
    # Behind a comma these say what somebody shall do: "theo Quyết định số …, giao Sở Nội vụ chủ trì".
    r"|giao|tổ chức|triển khai|xử lý|thi hành)[\s,])".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_KIND = f"(?:{'|'.join(sorted({row['name'] for row in rows('kinds')}, key=len, reverse=True))}|QĐ)"
#: "và các quy định hiện hành": what is to be kept besides, no part of a title.
_ELSE = r"các\s+(?:quy định|văn bản|hướng dẫn)(?:\s+[^\W\d]+){0,4}?\s+(?:hiện hành|liên quan|khác|pháp luật)(?!\w)"
_END = re.compile(
    r";|\n|:|(?<!TP)(?<!TX)\.(?=\s|\Z|/)|\s*\((?:đã\s+)?được|,\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế|điều chỉnh)"
    r"|\s*\((?:sau\s+đây|dưới\s+đây|gọi|viết)\s"
    rf"|\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế)[^;.]{{0,60}}?\s(?:bởi|tại|theo)\s+(?:các\s+)?{_KIND}"
    r"|\s+(?:hết|có|không còn)\s+hiệu lực|\s+tiếp tục\s|\s+kể từ ngày|\s+như sau(?!\w)|\s+đến\s+(?:hết\s+)?ngày\s"
    rf"|(?:,|\s+và)\s+(?:các\s+)?{_KIND}\s+(?:số\s+)?\d|(?:,|\s+và)\s+{_ELSE}|\s+và\s+(?:số\s+)?\d+[/-]"
    rf"|\s+nhằm\s|\s+thì\s|,\s+(?:nay|chậm nhất|để|theo(?=\s+[{UP}]))\s"
)
#: Somebody's task has begun, and nobody knows at which word: "… viên chức xây dựng kế hoạch trình Ủy ban nhân dân huyện".
_TASK = re.compile(
    r"\s(?:trình\s+(?:Ủy ban|UBND|Hội đồng|HĐND|Chủ tịch|Giám đốc|Thủ tướng|Bộ trưởng|cấp)|trước\s+ngày"
    r"|(?:có|chịu)\s+trách\s+nhiệm)\s"
)
_LONGEST = 420


def subject_at(flat: str, start: int, limit: int) -> tuple[str | None, int]:
    """The subject printed at a place and where it ends; (None, start) without one, or where its end cannot be told."""
    lead = _LEAD.match(flat, start, limit)
    if lead is None:
        return None, start
    stop = min(limit, start + _LONGEST)
    end = _END.search(flat, lead.end(), stop)
    finish = end.start() if end else _last_word(flat, lead.end(), stop)
    finish = _closing(flat, lead.end(), finish)
    if _TASK.search(flat, lead.end(), finish):
        return None, start
    return flat[lead.start("about") : finish].lstrip(" ,"), finish


def _last_word(flat: str, start: int, stop: int) -> int:
    return stop if stop == len(flat) else max(flat.rfind(" ", start, stop), start)


def _closing(flat: str, start: int, end: int) -> int:
    """A parenthesis or quotation mark that the subject did not open closes it, and one that it does not close is none
    of it: "… của Sở Tài chính (Có".
    """
    depth, opened = 0, end
    for index in range(start, end):
        if flat[index] == "(" and not depth:
            opened = index
        depth += (flat[index] in "(“") - (flat[index] in ")”")
        if depth < 0:
            return index
    return opened if depth > 0 and flat.find(")", opened, end) < 0 else end
