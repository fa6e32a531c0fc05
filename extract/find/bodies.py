"""Who issued a cited instrument: the words after "của", as printed."""

from __future__ import annotations

import re
from functools import cache

from decisions.fold import fold, mark
from decisions.tables import rows
from extract.casing import expand, opening_of
from extract.find.local_bodies import local_body_end, with_unit_above
from extract.letters import UP
from extract.plain import pattern, plain
from extract.sheet import joined

#: "của của" is a slip that real papers hold.
_LEAD = re.compile(rf"\s*,?\s*(?:(?:c[ủu]a|CỦA)\s+)+(?:các\s+|liên\s+)?(?=[{UP}])|\s*,?\s*do\s+(?=[{UP}])")
_KIND = r"(?:các\s+)?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Quyết định|Thông tư|Kế hoạch|Chỉ thị|Công văn|Tờ trình|Pháp lệnh|Văn bản|Đề án)"
_STOP = re.compile(
    r"\s*(?:[,;:()\"“”\n]|\.(?!\s?(?:Hồ Chí Minh|HCM))|\Z)"
    rf"|\s+(?:về|v/v|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|công bố|thông qua|bãi bỏ|triển khai|thực hiện|tại"
    r"|được|đã|có|hết|như|theo|trong|đối với|nhằm|cho|bị|do|thì|là|k[ểế] từ|đến|giao(?!\s+(?:thông|dịch|lưu|tiếp)(?!\w))|ngày|phân|điều chỉnh|thành lập|từ"
    r"|kiện toàn|đính chính|ủy quyền|nêu|trình|chủ trì|ký|thay thế|thành (?:một|các)|để|khóa|nhiệm kỳ|xử lý|thi hành|liên quan"
    r"|không còn|tạm (?:ngưng|ngừng|dừng|đình chỉ)|ngưng|đình chỉ|gia hạn|kéo dài|công nhận"
    rf"|và\s+(?:{_KIND}|hướng dẫn|quy định|các|số|\d)"
    # Small words that no name holds; in capitals they open one: "Khoa Sau đại học".
    r"|(?-i:bằng|thành(?!\s+(?:phố|đoàn|ủy|viên|niên))|kèm|trước|sau|chấm dứt|cấp\s+(?:cho|phép|ngày|giấy)|căn cứ|vào|với"
    r"|cùng|khi|nếu|vẫn|sẽ|phải|chưa|này|hoặc|mà|thu hồi|hủy bỏ|tiếp tục|vì|bởi|và\s+(?:thủ tục|văn bản|hồ sơ|nội dung)))(?!\w)",
    re.IGNORECASE,
)
#: What no name ends in.
_TAIL = re.compile(r"(?:\s+(?:và|của|các|cùng|kèm|với|bằng|cho|theo))+\Z", re.IGNORECASE)
_ISSUED = re.compile(r"\s+(?:đã\s+)?(?:ký\s+)?ban hành\s+(?:các\s+)?\Z")
_LONGEST = 120
#: What a name of the table may go on with; another capital begins a subject: "của Chính phủ Quản lý …".
_GOES_ON = "Trung ương|Ban Chấp hành|Việt Nam|Khu vực|Chuyên ngành|Chi nhánh|Cộng hòa"


def issuer_at(flat: str, start: int, limit: int) -> tuple[str | None, int]:
    """The issuer printed at a place and where it ends; (None, start) without one."""
    lead = _LEAD.match(flat, start, limit)
    if lead is None:
        return None, start
    known = _central().match(plain(flat[lead.end() : min(limit, lead.end() + _LONGEST)]))
    if known:
        end = lead.end() + known.end()
        return joined(flat[lead.end() : end]), end
    local = local_body_end(flat, lead.end(), min(limit, lead.end() + _LONGEST))
    if local is not None:
        return joined(flat[lead.end() : local]), local
    stop = _STOP.search(flat, lead.end(), min(limit, lead.end() + _LONGEST))
    if stop is None:
        return None, start
    tail = _TAIL.search(flat, lead.end(), stop.start())
    end = with_unit_above(flat, lead.end(), tail.start() if tail else stop.start(), limit)
    name = joined(flat[lead.end() : end])
    return (name, end) if len(name) > 2 else (None, start)


def issuer_before(flat: str, floor: int, start: int) -> str | None:
    """ "UBND thành phố Hà Nội đã ban hành Kế hoạch số …": the issuer printed before the verb."""
    lead = flat[max(floor, start - _LONGEST) : start]
    issued = _ISSUED.search(lead)
    clause = re.split(r"[.;,:\n]", lead[: issued.start()])[-1].split() if issued else []
    for index in range(len(clause) - 1, -1, -1):
        name = " ".join(clause[index:])
        if clause[index][0].isupper() and opening_of(expand(name)):
            return name
    return None


def names_a_body(issuer: str) -> bool:
    """Does a name contain the beginning of a body's name, or a post: "Bộ trưởng Bộ Y tế", "UBND tỉnh", "Thủ tướng"?"""
    parts = issuer.split()
    named = (" ".join(parts[i:]) for i in range(len(parts)) if parts[i][:1].isupper())
    return any(opening_of(expand(rest)) is not None for rest in named) or f"{mark(issuer)} ".startswith(_posts())


def is_opening(issuer: str) -> bool:
    """Is a name cut off where it has only begun: "Ủy ban", "Bộ", "Hội đồng"?"""
    words = fold(issuer).split()
    if " ".join(words) in _spelled():
        return False
    return words in [fold(row["opening"]).split()[:size] for row in rows("bodies") for size in (1, 2)]


def as_known(issuer: str) -> str:
    """ "Chính phú" → "Chính phủ": a body of the state whose letters agree, its marks as they are spelled."""
    return _spelled().get(" ".join(fold(issuer).split()), issuer)


@cache
def _spelled() -> dict[str, str]:
    return {" ".join(fold(row["name"]).split()): row["name"] for row in rows("issuers")}


@cache
def _posts() -> tuple[str, ...]:
    return tuple(f"{mark(row['title'])} " for row in rows("posts"))


@cache
def _central() -> re.Pattern[str]:
    """Names that no stop word may cut: "Bộ Văn hóa, Thể thao và Du lịch", with or without the post of its head.

    Joint circulars name several: "Bộ Nội vụ và Bộ Tài chính hướng dẫn …".
    """
    names = sorted((row["name"] for row in rows("issuers")), key=len, reverse=True)
    either = "|".join(re.escape(plain(name)).replace(r"\ ", r"\s+") for name in names)
    one = rf"(?:(?:Bộ trưởng(?:,\s*Chủ nhiệm)?|Thứ trưởng|Văn phòng|Thường trực)\s+)?(?:{either})(?!\w)(?!\s+(?:{_GOES_ON})(?!\w))"
    closed = r"\s*(?:[;.)\n]|\Z)|\s+(?:hướng dẫn|quy định|về|sửa đổi|ban hành)\s"
    return pattern(rf"{one}(?:(?:(?:,|\s+và)\s+{one})+(?={closed}))?")
