"""Why a personnel act is done, and the form of a punishment or a reward, as the sentence says them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from decisions.tables import rows
from extract.find.brackets import in_pairs
from extract.find.other_words import found_in
from extract.plain import pattern, plain
from extract.sheet import joined

_END = r"(?=\s*(?:;|\n|\Z|\.(?=\s|\Z)|,?\s*(?:kể\s+từ|từ\s+ngày|thời\s+hạn|mức\s+thưởng|kèm\s+theo|số\s+tiền|(?:bao\s+)?gồm\s*(?::|\Z)|có\s+tên|(?:đối\s+với|cho)\s+(?:các\s+)?(?:ông|bà|đồng\s+chí)\s|và\s+bổ\s+sung\s)))"
_WHY = (
    r"(?:để\s+(?:nghỉ(?!\s+(?:của|tại|đối)(?!\w))|nhận|hưởng|chuyển|đảm|thực|bố\s+trí|giữ\s+chức|tham\s+gia|điều\s+động|tập\s+trung|phục\s+vụ)|do\s+(?:đã|có|vi|đến|chuyển|nghỉ|hoàn|bị|không|thiếu|điều|yêu|sức)"
    r"|(?<!thay\s)vì\s+(?=\w)|theo\s+nguyện\s+vọng|[Ll]ý\s+do\s*:|về\s+thành\s+tích|(?:đã\s+)?có\s+(?:nhiều\s+)?(?:thành\s+tích|công|đóng\s+góp|hành\s+vi)|(?:đã\s+)?hoàn\s+thành\s+(?:tốt|xuất)|đã\s+có\s+những\s+vi\s+phạm"
    r"|đã\s+vi\s+phạm|đạt\s+(?:giải|thành\s+tích|danh\s+hiệu))"
)
_REASON = pattern(rf"(?<!\w)(?P<why>{_WHY}.{{0,300}}?){_END}", re.DOTALL)
#: "do chuyển công tác và bổ nhiệm ông A": the next act has begun.
_LEADS_ON = re.compile(r"\s+và\Z")
_FORM_OF_REWARD = pattern(
    r"(?:tặng\s+(?:thưởng\s+)?|công\s+nhận\s+)(?P<form>(?:Giấy\s+khen|Bằng\s+khen|Huân\s+chương|Huy\s+chương|Kỷ\s+niệm\s+chương|Huy\s+hiệu|danh\s+hiệu)[^,;.\n]{0,90}?)"
    r"(?=\s+(?:của|cho|đối\s+với|kèm|và\s+tiền|năm)\s|\s*[,;.\n]|\s*\Z)",
    re.IGNORECASE,
)


def reason_of(text: str, *, typed: bool) -> str | None:
    """ "… để nghỉ hưu", "do đã có vi phạm …", "đã có thành tích …": from its first word to the end of the clause."""
    match = _marked().search(text) if typed else next(found_in(_REASON, _marked(), plain(text), text), None)
    if match is None:
        return None
    # "(để nghỉ hưu)", "có thành tích (có danh sách": half a pair of brackets ends it.
    why = in_pairs(joined(text[match.start("why") : match.end("why")]))
    return _LEADS_ON.sub("", why.strip(" ,:"))


@lru_cache(maxsize=16)
def form_of(text: str, act: str) -> str | None:
    """The form of a reward, "Giấy khen", or of a punishment, "Cảnh cáo", as printed; None for other acts."""
    words = plain(text)
    if act == "khen_thuong":
        match = _FORM_OF_REWARD.search(words)
        return joined(text[match.start("form") : match.end("form")]) if match else None
    if act in ("ky_luat", "cach_chuc", "giang_chuc", "bai_nhiem"):
        match = _punishments().search(words)
        return joined(text[match.start() : match.end()]) if match else None
    return None


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<why>{_WHY}.{{0,300}}?){_END}", re.DOTALL)


@cache
def _punishments() -> re.Pattern[str]:
    forms = sorted({row["form"] for row in rows("punishments")}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(plain(form)) for form in forms)})(?!\w)", re.IGNORECASE)
