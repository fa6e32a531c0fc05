"""The members of a body that is set up: who has which role in it, beside which post."""

from __future__ import annotations

import re
from functools import cache

from decisions.fold import fold
from decisions.tables import rows
from extract.find.people import ITEM
from extract.find.post import Post, is_post, post_in
from extract.find.posts import Posts
from extract.plain import pattern, plain
from extract.sheet import joined

#: A body is named by its kind; "thành lập khu kinh tế" has no members.
_BODY = pattern(
    r"\s*(?:lại\s+)?(?:các\s+)?(?P<name>(?:thành\s+viên\s+)?(?:Ban|Hội đồng|Tổ|Đoàn|Tiểu ban|Ủy ban|Nhóm|Đội|Bộ phận|Cụm|Văn phòng)\s(?!(?:bao\s+)?gồm(?!\w)).{3,240}?|(?:Ban|Hội đồng|Tổ|Đoàn|Nhóm|Đội))"
    r"(?=\s*(?:\(|:|;|\n|\Z|\.(?:\s|\Z)|,?\s*(?:bao\s+)?gồm(?!\w)|,?\s*(?:cụ\s+thể|như\s+sau|có\s+tên|với\s+(?:các|thành)|theo\s|do\s+(?:ông|bà|đồng)|trên\s+cơ\s+sở|cho\s+(?:nghiên\s+cứu\s+sinh|học\s+viên|sinh\s+viên)(?!\w)|(?:đề|luận)\s+(?:tài|án|văn)\s*:|(?:đã\s+)?được\s+(?:thành\s+lập|kiện\s+toàn)|(?:thành\s+lập|kiện\s+toàn)\s+(?:tại|theo)\s|ban\s+hành|tại\s+(?:Quyết|Nghị))))",
    re.IGNORECASE | re.DOTALL,
)
_MEMBERS = pattern(r"\s*(?:các\s+)?(?:thành\s+viên|nhân\s+sự|Phó\s|Trưởng\s|Chủ\s+tịch\s|Ủy\s+viên)", re.IGNORECASE)
_HEADING = pattern(
    r"\s*(?:các\s+|là\s+|đồng\s+chí\s+(?=ủy|thành)|kiện\s+toàn\s+|bổ\s+sung\s+)*(?P<role>[^:;,]{4,90}?)\s*(?:,?\s*(?:bao\s+)?gồm(?:\s+các\s+(?:ông|đồng)[^:]*)?|,?\s*có\s+tên[^:]*)?\s*[:.]?\s*\Z",
    re.IGNORECASE,
)
_BREAK = re.compile(r",|;|:|\s[-–]\s|\(|\)")
_DASH = re.compile(r"\s[-–]\s\Z")
#: "…, Trưởng ban; 2. Bà B": the number of the next row of a list in one paragraph.
_NEXT_ROW = re.compile(r"[;,.]\s*(?:\d{1,2}|[a-zđ])\s*[.)]?\s*\Z")
_AND_OTHERS = re.compile(r"\s+(?:và|thay|cùng)(?:\s+(?:các|những)\s.*)?\Z", re.DOTALL)
_AS = pattern(r"(?:^|\s)(?:làm|(?:giữ\s+chức\s+)?là(?=\s+(?:Trưởng|Phó|Chủ|Tổ|Đoàn|Ủy|Thành|Thư)))\s+", re.IGNORECASE)
_PLAIN_ROLES = frozenset({"uy vien", "thanh vien"})
#: Words that may stand beside a role: "Phó Trưởng ban thường trực", "Tổ trưởng Tổ công tác".
_BESIDE = frozenset(
    [
        "thuong",
        "truc",
        "thu",
        "ky",
        "phu",
        "trach",
        "kiem",
        "chuyen",
        "hoi",
        "dong",
        "ban",
        "to",
        "doan",
        "nhom",
        "doi",
        "chi",
        "dao",
        "giup",
        "viec",
        "phan",
        "bien",
        "cong",
        "tac",
        "tieu",
        "la",
    ]
)


def body_in(text: str) -> str | None:
    """The name of the body behind the verb: "Ban Chỉ đạo chuyển đổi số phường Mẫu"."""
    match = _BODY.match(plain(text))
    if match is None:
        return None
    name = joined(text[match.start("name") : match.end("name")]).strip(" ,")
    return re.sub(r"^[Tt]hành viên\s+", "", name)


def has_members(text: str) -> bool:
    """Does what follows the verb have members at all?"""
    words = plain(text)
    return _BODY.match(words) is not None or _MEMBERS.match(words) is not None


def role_heading(text: str, body: str | None) -> str | None:
    """ "2. Các thành viên gồm:" heads those named below with the role "thành viên"."""
    item = ITEM.match(text)
    start = item.end() if item else 0
    match = _HEADING.match(plain(text), start)
    words = joined(text[match.start("role") : match.end("role")]) if match else ""
    return words if is_role(words, body) else None


def member_posts(lead: str, own: str, heading: str | None, body: str | None) -> Posts:
    """Role and post of one member. `lead`: what stands before the person in the item, `own`: what stands behind."""
    before = role_heading(lead.rstrip(" :,-–") + ":", body) if lead.strip(" :,-–") else None
    pieces = _pieces(own)
    last = pieces[-1] if pieces else ""
    role = before or (last if is_role(last, body) else None)
    if role and role is not before:
        pieces = pieces[:-1]
        if pieces and fold(pieces[-1]) in _PLAIN_ROLES:  # "Ủy viên, Thư ký"
            role, pieces = f"{pieces[-1]}, {role}", pieces[:-1]
    held = post_in(", ".join(pieces)) if pieces else Post()
    role = role or heading
    return Posts(position=role, unit=body, from_position=held.title, from_unit=held.unit, known=role is not None)


def is_role(words: str, body: str | None) -> bool:
    """ "Phó Trưởng ban Thường trực": a role of the table, and no more than what may stand beside one."""
    bare = " ".join(fold(words).split())
    title = next((role for role in _roles() if bare == role or bare.startswith(f"{role} ")), None)
    if title is None:
        return False
    allowed = _BESIDE | frozenset(fold(body or "").split())
    rest = bare[len(title) :].split()
    return "nhan" not in rest and all(word in allowed for word in rest)


def _pieces(own: str) -> list[str]:
    """What is said of a member, cut where commas, colons and dashes cut it; a dash inside a post cuts nothing, nor
    does "lâm" ("Hạt Kiểm lâm", "tỉnh Lâm Đồng"), which is no "làm".
    """
    words = _AND_OTHERS.sub("", _NEXT_ROW.sub("", own).strip(" .;,:-–"))
    bare = plain(words)
    found = (m for cut in (_BREAK, _AS) for m in cut.finditer(bare))
    cuts = sorted({(m.start(), m.end()) for m in found if words[m.start() : m.end()].strip().lower() != "lâm"})
    pieces: list[str] = []
    at, by = 0, ""
    for start, end in [*cuts, (len(words), len(words))]:
        piece = joined(words[at:start]).strip(" .,")
        if piece and by and pieces and not is_post(piece):
            pieces[-1] += f" - {piece}"
        elif piece:
            pieces.append(piece)
        by, at = ("-" if _DASH.search(words[start:end]) else ""), end
    return pieces


@cache
def _roles() -> tuple[str, ...]:
    return tuple(sorted((" ".join(fold(row["role"]).split()) for row in rows("roles")), key=len, reverse=True))
