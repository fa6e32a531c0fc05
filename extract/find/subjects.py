"""What a cited instrument is about: the words from "về việc", "quy định", "ban hành" … to the end of the clause."""

from __future__ import annotations

import re

_LEAD = re.compile(
    r"\s*,?\s*(?P<about>(?:về việc|về|v/v|quy định|hướng dẫn|sửa đổi|bổ sung|ban hành|phê duyệt|công bố|thông qua|bãi bỏ"
    r"|triển khai|tổ chức|thành lập|kiện toàn|giao|phân cấp|điều chỉnh|đính chính|ủy quyền|xử lý|thi hành)[\s,])".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
_KIND = r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Kế hoạch|Chỉ thị|Công văn|Tờ trình|Pháp lệnh)"
_END = re.compile(
    r";|\n|:|(?<!TP)(?<!TX)\.(?=\s|\Z|/)|\s*\((?:đã\s+)?được|,\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế|điều chỉnh)"
    rf"|\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế)[^;.]{{0,60}}?\s(?:bởi|tại|theo)\s+(?:các\s+)?{_KIND}"
    r"|\s+(?:hết|có|không còn)\s+hiệu lực|\s+tiếp tục\s|\s+kể từ ngày|\s+như sau(?!\w)|\s+đến\s+(?:hết\s+)?ngày\s"
    rf"|(?:,|\s+và)\s+(?:các\s+)?{_KIND}\s+(?:số\s+)?\d|\s+và\s+(?:số\s+)?\d+[/-]|\s+nhằm\s|\s+thì\s|,\s+(?:nay|chậm nhất|để)\s"
)
_LONGEST = 420


def subject_at(flat: str, start: int, limit: int) -> tuple[str | None, int]:
    """The subject printed at a place and where it ends; (None, start) without one."""
    lead = _LEAD.match(flat, start, limit)
    if lead is None:
        return None, start
    stop = min(limit, start + _LONGEST)
    end = _END.search(flat, lead.end(), stop)
    finish = end.start() if end else _last_word(flat, lead.end(), stop)
    finish = _closing(flat, lead.end(), finish)
    return flat[lead.start("about") : finish], finish


def _last_word(flat: str, start: int, stop: int) -> int:
    return stop if stop == len(flat) else max(flat.rfind(" ", start, stop), start)


def _closing(flat: str, start: int, end: int) -> int:
    """A parenthesis or quotation mark that the subject did not open closes it."""
    depth = 0
    for index in range(start, end):
        depth += (flat[index] in "(“") - (flat[index] in ")”")
        if depth < 0:
            return index
    return end
