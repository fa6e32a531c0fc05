"""What a cited instrument is about: the words from "về việc", "quy định", "ban hành" … to the end of the clause."""

from __future__ import annotations

import re

from decisions.tables import rows
from extract.letters import LOW, UP

#: "của UBND tỉnh Phú Yên (trước đây) quy định …": what became of the issuer stands before its instrument's title.
_FORMER = r"(?:\s*\((?:cũ|trước đây|nay là [^()\n]{2,80})\))?"
_LEAD = re.compile(
    rf"{_FORMER}"
    r"\s*(?P<about>(?:,?\s*(?:về việc|về|v/v|(?:quy định|hướng dẫn)(?! (?:số )?:?\d)|sửa đổi|bổ sung|ban hành|phê duyệt|công bố"
    r"|thông qua|bãi bỏ|thành lập|kiện toàn|phân cấp|điều chỉnh|đính chính|ủy quyền)"
    # Behind a comma these say what somebody shall do: "theo Quyết định số …, giao Sở Nội vụ chủ trì".
    r"|giao|tổ chức|triển khai|xử lý|thi hành)[\s,])".replace(" ", r"\s+"),
    re.IGNORECASE,
)
_KINDS = "|".join(sorted({row["name"] for row in rows("kinds")}, key=len, reverse=True))
_KIND = f"(?:{_KINDS}|QĐ)"
#: "và các quy định hiện hành": what is to be kept besides, no part of a title.
_ELSE = r"các\s+(?:quy định|văn bản|hướng dẫn)(?:\s+[^\W\d]+){0,4}?\s+(?:hiện hành|liên quan|khác|pháp luật)(?!\w)"
_CHANGED = r"các\s+văn bản\s+(?:sửa đổi|bổ sung|thay thế)(?!\w)"
_STOP = (
    r"|\n|(?<!TP)(?<!TX)\.(?=\s|\Z|/)|\s*\((?:đã\s+)?được|,\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế|điều chỉnh)"
    r"|\s*\((?:sau\s+đây|dưới\s+đây|gọi|viết)\s"
    rf"|\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế)[^;.]{{0,60}}?\s(?:bởi|tại|theo)\s+(?:các\s+)?{_KIND}"
    r"|\s+(?:hết|có|không còn)\s+hiệu lực|\s+tiếp tục\s|\s+cho đến khi\s|\s+kể từ ngày|\s+như sau(?!\w)|\s+đến\s+(?:hết\s+)?ngày\s"
    rf"|(?:,|\s+và)\s+(?:các\s+)?{_KIND}\s+(?:số\s+)?\d|(?:,|\s+và)\s+(?:{_ELSE}|{_CHANGED})|\s+và\s+(?:số\s+)?\d+[/-]"
    rf"|\s+nhằm\s|\s+thì\s|,\s+(?:nay|chậm nhất|để|theo(?=\s+[{UP}]))\s"
)
_END = re.compile(rf"[;:]{_STOP}")
#: A paragraph that says what a decision stands on ends in a ";"; one within it parts what a title tells.
_BASE = re.compile(r"\s*(?:[-+–•]\s*)?(?:Căn cứ|Thực hiện|Theo|Xét)\s")
#: Behind a ";" these begin another base, or say more of the one before.
_OPENS = (
    r"căn cứ|theo|xét|trên cơ sở|và|các|của|đã|được|ý kiến|kết quả|biên bản|đề nghị|kiến nghị|văn bản"
    f"|{_KINDS.lower()}"
)
_NUMBERED = rf"(?:số\s*:?\s*\d|ngày\s+\d|\d/[\d{UP}]|\d-[{UP}])"
_GOES_ON = rf"[^\S\n]+(?!(?:{_OPENS}|thực hiện)(?!\w))(?=[^\W\d])(?![^;\n]{{0,300}}?{_NUMBERED})"
_END_OF_BASE = re.compile(rf";(?!{_GOES_ON}(?![{UP}]))|(?:(?<=sau)|(?<=gồm)|(?<=đây)):|:(?!{_GOES_ON}){_STOP}")
#: "Căn cứ Nghị định số … của Chính phủ quản lý, cung cấp …;": behind a known issuer a title begins with any word but these;
#: a stray word before "về việc" is none of it.
_UNLED = re.compile(
    rf"\s+(?:\w+\s+(?=về việc\s))?(?P<about>(?!(?:{_OPENS}|tại|trong|thì|là|có|hết|như|với|đối với|nhằm|cho|bị|do"
    r"|kể từ|từ|đến|giao|ngày|năm|trình|ký|nêu|này|trên|dưới|để|khóa|kỳ|nhiệm kỳ|lần|nước|cùng|kèm|bằng|sau|trước|khi|nếu|vì|bởi|cũ|gửi|chủ trì"
    rf"|liên quan|số|hoặc|không|chưa|vẫn|sẽ|phải|cấp)(?!\w))[{LOW}])"
)
#: "Kế hoạch số … của … thực hiện Nghị quyết số …;": no base is carried out by another, so that this is the first one's title.
_CARRIES_OUT = re.compile(rf"\s+(?:thực\s+hiện|triển\s+khai)\s+(?:các\s+)?{_KIND}\s", re.IGNORECASE)
#: Somebody's task has begun, and nobody knows at which word: "… viên chức xây dựng kế hoạch trình Ủy ban nhân dân huyện".
_TASK = re.compile(
    r"\s(?:trình\s+(?:Ủy ban|UBND|Hội đồng|HĐND|Chủ tịch|Giám đốc|Thủ tướng|Bộ trưởng|cấp)|trước\s+ngày"
    r"|(?:có|chịu)\s+trách\s+nhiệm)\s"
)
_LONGEST = 420
_FAR = 2000  #: letters in which a paragraph of a base begins


def subject_at(flat: str, start: int, limit: int, *, issued: bool = False) -> tuple[str | None, int]:
    """The subject printed at a place and where it ends; (None, start) without one, or where its end cannot be told.

    `issued`: the issuer stands right before it, well read.
    """
    based = _in_base(flat, start)
    led = _LEAD.match(flat, start, limit)
    begins = based and (issued or _CARRIES_OUT.match(flat, start, limit) is not None)
    lead = led or (_UNLED.match(flat, start, limit) if begins else None)
    if lead is None:
        return None, start
    stop = min(limit, start + _LONGEST)
    end = (_END_OF_BASE if based else _END).search(flat, lead.end(), stop)
    if led is None and (end is None or end.group() != ";"):
        return None, start
    finish = end.start() if end else _last_word(flat, lead.end(), stop)
    finish = _closing(flat, lead.end(), finish)
    if _TASK.search(flat, lead.end(), finish):
        return None, start
    return flat[lead.start("about") : finish].lstrip(" ,"), finish


def _in_base(flat: str, start: int) -> bool:
    """Does the paragraph of a place say what the decision stands on?"""
    return _BASE.match(flat, flat.rfind("\n", max(0, start - _FAR), start) + 1, start) is not None


def _last_word(flat: str, start: int, stop: int) -> int:
    if stop < len(flat) and flat[stop - 1].isalnum() and flat[stop].isalnum():
        return max(flat.rfind(" ", start, stop), start)
    return start + len(flat[start:stop].rstrip(" ,\n"))


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
