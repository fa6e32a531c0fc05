"""The posts of a personnel act: the one held, the one given or taken, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from decisions.fold import fold, mark
from decisions.tables import rows
from extract.casing import expand, opening_of
from extract.find.cut import LEADS_ON
from extract.find.tails import TAIL
from extract.plain import pattern, plain
from extract.sheet import joined

#: Acts after which the post named beside the verb is no longer held.
TAKES_AWAY = frozenset({"mien_nhiem", "thoi_giu", "tu_chuc", "cach_chuc", "bai_nhiem", "giang_chuc"})
#: Acts that begin nothing which could end again: a last day or a term behind them is that of something else.
ENDS = TAKES_AWAY | {"nghi_huu", "thoi_viec", "het_biet_phai"}
#: Acts that give a post.
GIVES = frozenset(
    {
        "bau",
        "bo_nhiem",
        "bo_nhiem_lai",
        "chi_dinh",
        "phe_chuan",
        "cong_nhan",
        "giao_quyen",
        "phu_trach",
        "luan_chuyen",
        "keo_dai",
    }
)
#: Acts by which somebody comes to a unit.
MOVES = frozenset({"dieu_dong", "phan_cong", "luan_chuyen", "biet_phai", "chuyen_cong_tac", "tiep_nhan"})
#: Acts in which a rank is meant though its code is left out.
ON_RANKS = frozenset(
    {"bo_nhiem_ngach", "nang_ngach", "het_tap_su", "xep_luong", "nang_luong", "tuyen_dung", "tiep_nhan"}
)
#: Acts on the post that is held, and stays so.
_KEEPS = frozenset({"ky_luat", "khen_thuong", "nang_luong", "tham_nien", "dinh_chi", "cu"})
#: Acts whose object is a rank, not a post.
_OF_RANK = frozenset({"bo_nhiem_ngach", "nang_ngach", "het_tap_su", "xep_luong"})

_POST = r"(?:các\s+)?(?:chức\s+vụ|chức\s+danh(?!\s+nghề)|chức(?!\s+danh)|vị\s+trí(?:\s+việc\s+làm)?)(?:\s+lãnh\s+đạo|\s+quản\s+lý)?\s*:?\s+"
#: What comes before a slot, in the order in which it is tried.
_LEADS = {
    "taken": rf"(?:được\s+)?(?<!(?<![Hh]ội\s)(?<![Hh]ợp\s)đồng\s)(?<!tạm\s)(?<!lâm\s)thôi\s+(?:giữ|làm|là|đảm\s+nhiệm|kiêm\s+nhiệm|tham\s+gia)\s+(?:{_POST}|nhiệm\s+vụ\s+)?|bị\s+(?:cách\s+chức|miễn\s+nhiệm|bãi\s+nhiệm|giáng\s+chức)\s+(?:{_POST})?(?=[A-ZĐỦ])|từ\s+nhiệm\s+(?:{_POST})?(?!kỳ)(?=\w)|từ\s+chức(?:\s+vụ)?\s+(?!danh\s)(?=\w)"
    r"|từ\s+(?:chức\s+vụ\s+)?(?=(?:Trưởng|Phó|Giám\s+đốc|Chủ\s+tịch|Hiệu\s+trưởng))|khỏi\s+(?:danh\s+sách\s+)?(?=\w)",
    "kept": rf"(?:hiện|đang|hiện\s+đang|hiện\s+nay)\s+(?:giữ\s+{_POST}|là\s+|làm\s+|công\s+tác\s+tại\s+|làm\s+việc\s+tại\s+)"
    rf"|hiện\s+(?:là\s+)?(?=[A-ZĐ])|(?=nguyên\s+(?:là\s+)?[A-ZĐ])|(?:,\s*|\s)[Cc]hức\s+(?:vụ|danh)\s+(?:hiện\s+(?:tại|nay|giữ)|cũ|đang\s+giữ)\s*:?\s+|,\s*(?:đơn\s+vị|nơi\s+công\s+tác)"
    r"(?:\s+công\s+tác)?\s*:\s+|(?:,\s*|\s)[Cc]hức\s+vụ(?:,\s*|\s+và\s+|\s*/\s*)(?:đơn\s+vị|nơi)[^:\n]{0,20}:\s*(?=\w)|(?:,\s*|\s)[Đđ]ơn\s+vị(?:\s+công\s+tác)?\s*:\s*(?=\w)",
    "is": r",\s*là\s+",
    #: What a person is called: where it is held or given, the act tells.
    "called": r",\s*(?:chức\s+vụ|chức\s+danh(?!\s+nghề))\s*:?\s+|(?:,\s*|\s)[Cc]hức\s+(?:vụ|danh)[^:,]{0,20}:\s*(?=\w)",
    "given": rf"(?:(?:tạm\s+thời\s+|kiêm\s+)?(?:[Gg]iữ|đảm\s+nhiệm|đảm\s+nhận|đảm\s+đương|kiêm\s+nhiệm|kiêm)\s+{_POST}|vào\s+{_POST}"
    rf"|nhận\s+{_POST}|giữ\s+nhiệm\s+vụ\s+(?=[A-ZĐ])|(?:,\s*|\s)làm\s+(?=(?:thành|ủy|chuyên|giáo|nhân)\s+viên|kế\s+toán|người\s+đại\s+diện)"
    r"|(?:,\s*|\s)(?:làm|kiêm|giữ\s+quyền|kiêm\s+nhiệm|đảm\s+nhiệm|đảm\s+nhận)\s+(?=[A-ZĐ])|giao\s+quyền\s+(?=[A-ZĐ])"
    r"|(?:giữ\s+|tạm\s+)?[Qq]uyền\s+(?=(?:Chủ\s+tịch|Giám\s+đốc|Trưởng|Bộ\s+trưởng|Cục\s+trưởng|Hiệu\s+trưởng|Viện\s+trưởng|Chánh)))"
    rf"|là(?:m)?\s+{_POST}|xuống\s+(?:giữ\s+)?(?:{_POST})?(?=[A-ZĐ])"
    r"|(?:(?<=\w\s)|(?<=^\s))là\s+(?=(?:Trưởng|Phó|Tổ\s+trưởng|Chủ\s+tịch|Giám\s+đốc|Bí\s+thư|Ủy\s+viên|Thành\s+viên))",
    "charge": r"(?:giao\s+)?phụ\s+trách(?:,\s*điều\s+hành|\s+điều\s+hành)?\s+(?=\w)|điều\s+hành\s+(?:(?:mọi\s+)?hoạt\s+động\s+(?:của\s+)?)?(?=\w)",
    "to": r"(?:đến|về|sang|tới)\s+(?:nhận\s+)?(?:(?:công\s+tác|nhiệm\s+vụ|làm\s+việc|làm\s+nhiệm\s+vụ|biệt\s+phái)\s+)?(?:tại\s+|ở\s+)?(?=[A-ZĐỦ])"
    r"|(?:làm\s+việc|công\s+tác|nhận\s+công\s+tác)\s+(?:tại|ở)\s+(?=[A-ZĐỦ])"
    r"|(?:làm|vào(?:\s+làm)?|thành)\s+(?:công\s+chức|viên\s+chức|cán\s+bộ)(?:\s+(?:tại|thuộc(?:\s+biên\s+chế)?(?:\s+của)?|do|của))?\s+(?=[A-ZĐỦ])",
    "from": r"biệt\s+phái\s+(?:tại|ở)\s+(?=[A-ZĐỦ])|từ\s+(?=(?:Phòng|Sở|Ban|Bộ|Văn|Ủy|UBND|HĐND|Trường|Trung|Cục|Chi|Viện|Vụ|Công|Huyện|Thành|Quận|Đảng|Tỉnh|Hội|Thanh|Bệnh|Trạm))",
    "stop": rf"{TAIL}|(?:và\s+)?đồng\s+thời(?!\w)|(?:(?<=,\s)(?:tạm|lâm)\s+thời\s*\Z|(?:tạm|lâm)\s+thời\s+(?=(?:phụ\s+trách|điều\s+hành|đảm|làm|nhận|kiêm|giao)(?!\w)))|(?:đến|về)\s+(?:nhận\s+)?(?:công\s+tác|nhiệm\s+vụ|làm\s+việc)|(?:kể\s+)?từ\s+(?:ngày|tháng|\d|bậc|ngạch|hạng|khi|chức\s+danh\s+(?:nghề|[a-z][^,;.(]{{2,40}}\s+hạng))|(?:với\s+|có\s+|trong\s+)?thời\s+(?:hạn|gian|điểm)(?:\s+giữ\s+chức(?:\s+vụ|\s+danh)?(?=\s*(?::|,|là\s|\d)))?|đối\s+với\s|cho\s+(?:đến|ông|bà|đồng)"
    r"|cho\s+(?=[A-ZĐ])|đến\s+(?:khi|hết|ngày|tuổi|\d)|để\s|(?:và\s+)?(?<!chế\sđộ\s)nghỉ\s+(?!dưỡng|mát)|chờ\s|không\s+(?:còn\s+|tiếp\s+tục\s+)?(?:giữ|đảm\s+nhiệm|làm)(?:\s+chức(?:\s+vụ|\s+danh)?)?|tính\s+(?:kể\s+)?từ|về\s+(?:thành\s+tích|việc|hành\s+vi)"
    r"|do\s+(?:đã|có|vi|đến|chuyển|nghỉ|hoàn|bị|không|thiếu|điều|yêu|được|sắp|sức)|vì\s|theo\s+(?:nguyện|đơn|quy|chế|(?:các\s+)?(?:[Qq]uyết\s+định|[Nn]ghị\s+(?:quyết|định)|[Tt]hông\s+(?:báo|tư)|[Tt]ờ\s+trình|[Kk]ết\s+luận|[Cc]ông\s+văn|[Hh]ợp\s+đồng|Điều\s|Luật\s))|lý\s+do\s*:"
    r"|kiêm(?:\s+nhiệm)?\s+(?:thêm\s+)?(?:công\s+(?:tác|việc)|nhiệm\s+vụ|việc)\s|dự\s+(?:thi|xét|tuyển|kỳ|lớp|khóa|hội\s+(?:nghị|thảo))(?!\w)|khóa\s+(?:thứ\s+)?[IVX]{1,6}(?!\w)"
    r"|sang\s+(?:chức\s+danh\s+nghề|ngạch|hạng)|nhiệm\s+kỳ|năm\s+học\s+\d|(?:được\s+)?hưởng(?!\w)|phụ\s+cấp"
    r"|(?:kết\s+thúc|chấm\s+dứt|hết)\s+(?=thời|biệt|việc)|(?:và\s+)?(?:được\s+)?(?:điều\s+động|bổ\s+nhiệm|chỉ\s+định|giới\s+thiệu|biệt\s+phái|luân\s+chuyển|(?<!chế\sđộ\s)nghỉ\s+hưu|nghỉ\s+việc|thôi\s+việc|phân\s+công|bố\s+trí|nhận\s+nhiệm\s+vụ|xếp\s+lương|chuyển\s+(?:ngạch|sang|công|về|đến))"
    r"|(?:đã\s+)?có\s+(?:đơn|đủ|nhiều|thành)|đã\s+(?:có|được|hoàn|đạt|vi|hy|hi|mất|từ|nghỉ)|(?<=\s)Được\s|(?:được\s+)?(?:tham\s+gia|tham\s+dự|đi\s+(?:học|công|đào|bồi|thực|nghiên))|được\s"
    r"|thay\s+(?:ông|bà|thế|đồng|mặt)|trình\s+độ|quê\s+quán|số\s+CCCD|tốt\s+nghiệp|chuyên\s+ngành|giữ\s+nguyên|và\s+giao\s|tiếp\s+tục\s|bằng\s+hình\s+thức|(?:đã\s+)?trúng\W+tuyển|đạt\s+kết\s+quả"
    r"|thành\s+(?:công\s+chức|viên\s+chức|cán\s+bộ)|vào\s+(?:ngạch|hạng|chức\s+danh\s+nghề)|quản\s+lý\s*(?:,|và)\s*sử\s+dụng",
}
#: "nguyên Phó Chủ tịch": what somebody was is a post, with the word that says so.
_FORMER = pattern(r"nguyên\s+(?:là\s+)?(?=[A-Z])")
#: Two posts in one: the unit of the first ends there.
_BESIDE = re.compile(r",?\s+kiêm\s")
_ALSO = pattern(r"(?<!\w)đồng\s+thời\s+(?:giữ|làm|đảm|kiêm)")
_EDGES = ' ,.()-–“”"'  #: that belong to the sentence, not to a post
_MOST_WORDS = 16  #: of the title of a post
_BEGINNING = 200  #: letters in which the title of a post and the beginning of a body's name end
_ENDS = re.compile(r"[;:\n]|\.(?=\s|\Z)")
_CUT = re.compile(rf"(?<!,) (?:{'|'.join(sorted(LEADS_ON))})\Z")
#: What stands among the words about a person and is neither post nor unit.
_NO_POST = pattern(
    r"\(?(?:sinh(?!\s+viên)|nam\Z|nữ\Z|mã\s+số|số\s+(?:CCCD|CMND|hiệu|định|sổ|BHXH|thẻ)|sổ\s+(?:BHXH|bảo\s+hiểm)|bậc\s+(?:lương\s+)?\d|hệ\s+số|ngạch|quê\s|trình\s+độ|dân\s+tộc|giới\s+tính|CCCD|CMND"
    r"|năm\s+sinh|tức\s|bí\s+danh|SN\s|tên\s+(?:thường|khác|gọi)|chức\s+danh\s+nghề|người\s+(?:có|đã)|vào\s+Đảng|ngày\s+vào|kết\s+nạp|đảng\s+viên)|\d|\(?năm\s+\d",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    [
        "đến",
        "về",
        "trở",
        "và",
        "cho",
        "thay",
        "sang",
        "từ",
        "được",
        "nay",
        "đã",
        "xuống",
        "kiêm",
        "là",
        "của",
        "không",
        "do",
        "vì",
        "bởi",
        "khi",
        "sau",
        "trước",
        "với",
        "nhân",
        "dịp",
        "lúc",
        "trong",
        "xin",
        "thôi",
    ]
)
#: Facts about a person that stand among posts and units.
_FACTS = pattern(
    r"\s*,?\s*\(?\s*(?:(?:có\s+)?ngày\s+sinh|SN(?=\W)|(?<!hy\s)(?<!hi\s)sinh\s+(?:ngày|năm)?)\s*:?\s*(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*năm\s+\d{4}|(?:19|20)\d{2})\s*\)?"
    r"|\s*\((?:tức|bí\s+danh|tên\s+(?:thường|khác|gọi)|thường\s+gọi)\s[^()]{1,40}\)|\s*[,(]?\s*(?:có\s+)?mã\s+(?:số|ngạch)[^,;.)\d]{0,40}[\dV][\d.,]*\d\)?|\s*[,(]?\s*(?:từ\s+|lên\s+|sang\s+)?bậc\s*(?:lương\s*)?:?\s*\d{1,2}(?:\s?/\s?\d{1,2})?\)?"
    r"|\s*[,(;]?\s*(?:từ\s+|lên\s+|sang\s+)?hệ\s+số(?:\s+lương)?\s*:?\s*\d+[.,]\d+\)?|\s*[,(]\s*(?:mã\s+số\s+CBCC|số\s+(?:CCCD|CMND|định\s+danh))[^,;.)]*\)?",
    re.IGNORECASE,
)
#: "tiếp tục giữ chức vụ nêu trên": the post that is held.
_SAME = pattern(r"(?:nêu\s+trên|nói\s+trên|trên|này|hiện\s+(?:nay|tại|giữ|có)|đang\s+giữ|cũ)\Z", re.IGNORECASE)
_FORMAL = pattern(
    r"(?:[^,]*?(?<!\w))?(?:chức\s+vụ|chức\s+danh|(?<![Cc]ông\s)(?<![Vv]iên\s)chức|vị\s+trí)\s+(?:lãnh\s+đạo\s+)?(?=[A-Z])"
)
_LEVEL = pattern(
    r"(?:tỉnh|thành\s+phố|TP\.?|huyện|quận|thị\s+xã|phường|xã|thị\s+trấn|đặc\s+khu|thuộc)\s(?!ủy(?!\w))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post and its unit as printed. `known`: the post begins with a title of the table, the unit as bodies do."""

    title: str | None = None
    unit: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    position: str | None = None
    unit: str | None = None
    from_position: str | None = None
    from_unit: str | None = None
    known: bool = True


@lru_cache(maxsize=32)
def posts_of(lead: str, own: str, act: str, *, typed: bool) -> Posts:
    """The posts of one person. `lead`: the words between the verb and the person, `own`: those after the name.

    `typed`: letters from the file, whose marks can be trusted ("đền" is not "đến").
    """
    slots: dict[str, list[str]] = {}
    meant = {"called": "given" if act == "tuyen_dung" else "kept", "is": "given" if act == "cong_nhan" else "kept"}
    for name, words in (
        *_slots(_without_facts(lead), "object", typed, act),
        *_slots(_without_facts(own), "kept", typed, act),
    ):
        slots.setdefault(meant.get(name, name), []).append(words)
    slots["kept"] = [", ".join(slots["kept"])] if "kept" in slots else []
    said = {name: _first(*map(post_in, words)) for name, words in slots.items()}
    thing = said.get("object", _NONE)
    if act != "phu_trach" and not (thing.title and is_post(thing.title)):
        thing = _NONE
    held, taken, given = (said.get(name, _NONE) for name in ("kept", "taken", "given"))
    if act in GIVES and _ALSO.search(plain(own)):
        given = _both(slots.get("given", []))
    goes_to, comes_from = said.get("to", _NONE), said.get("from", _NONE)
    if act in TAKES_AWAY:
        lost = _first(taken, thing, given if not taken.title and act != "thoi_giu" else _NONE, held)
        gains = given if lost is not given else _NONE
        return Posts(
            position=gains.title,
            unit=goes_to.unit or gains.unit,
            from_position=lost.title,
            from_unit=lost.unit or _first(said.get("charge", _NONE), said.get("object", _NONE)).unit or held.unit,
            known=lost.known and gains.known,
        )
    if act in _KEEPS:
        role = given if act == "cu" and given.title and is_post(given.title) else _NONE
        held = _first(held, thing if act == "dinh_chi" else _NONE, _NONE if role.title else given)
        return Posts(
            position=role.title,
            unit=goes_to.unit or role.unit,
            from_position=held.title,
            from_unit=held.unit,
            known=held.known,
        )
    charge = said.get("charge", _NONE)
    if charge.title and not is_post(charge.title):
        charge = _NONE  # a field of work, not a post
    new = _first(given, _NONE if act in _OF_RANK else thing, charge)
    if new.title and _SAME.match(plain(new.title)):
        new = held
    return Posts(
        position=new.title,
        unit=goes_to.unit or goes_to.title or new.unit,
        from_position=held.title,
        from_unit=(comes_from.unit if act == "het_biet_phai" else None) or held.unit or comes_from.unit,
        known=new.known and held.known,
    )


def post_in(words: str) -> Post:
    """Post and unit of a stretch or a table's cell: "Chuyên viên, Phòng Nội vụ quận …"."""
    parts = _parts(words)
    posts = [part for kind, part in parts if kind == "post"]
    units = [part for kind, part in parts if kind == "unit"]
    title = ", ".join(posts) or None
    # "Thành ủy viên, Bí thư Huyện ủy …": where the first post is at no unit, that of the last is told.
    told = posts[:1] if units else [*posts[:1], *reversed(posts[1:])]
    within = next((unit for post in told if (unit := unit_within(post))), None)
    unit = ", ".join([*([within] if within else []), *units]) or None
    return Post(title=title, unit=unit, known=not posts or is_post(posts[0]))


def is_post(part: str) -> bool:
    """ "Trưởng phòng" is a post, and so is "Trường phòng" in a poor reading, though "Trường" begins the name of a school."""
    part = _holding(part)[:_BEGINNING]
    marked, bare = (f"{' '.join(words.split())} " for words in (mark(part), fold(part)))
    return marked.startswith(_titles()) or bare.startswith(_bare_titles())


def unit_within(post: str | None) -> str | None:
    """The body inside a post: "Chủ tịch Ủy ban nhân dân phường Bạch Mai" → "Ủy ban nhân dân phường Bạch Mai"."""
    words = _holding(post or "").split()
    length = _title_length(words)
    for index in range(max(1, length), len(words)):
        if not words[index][:1].isupper() or fold(words[index]).partition(" ")[0] not in _first_words():
            continue
        rest = _BESIDE.split(" ".join(words[index:]))[0]
        if index == length and _heads_office(words[:length], rest):
            return f"{' '.join(words[length - 2 : length])} {rest}"
        if _opens_body(rest) and not is_post(rest):
            return rest if len(expand(rest).split()) > len((_opening(rest) or "").split()) else None
    return None


def _holding(post: str) -> str:
    """The post as it is held: "Phó Chủ tịch" of "nguyên Phó Chủ tịch"."""
    former = _FORMER.match(plain(post[:_BEGINNING]))
    return post[former.end() :] if former else post


def _heads_office(title: list[str], rest: str) -> bool:
    """ "Phó Chánh Văn phòng HĐND và UBND huyện": two bodies are none, their office is one."""
    two = rest.split(" và ")
    return fold(" ".join(title)).endswith("chanh van phong") and len(two) == 2 and all(map(_opens_body, two))


def _title_length(words: list[str]) -> int:
    """How many words the title takes: "Chánh Văn phòng" ends with what might begin the name of a body."""
    folded = fold(" ".join(words[:_MOST_WORDS])).split()
    heads = (len(folded) - cut for cut in range(len(folded)))
    return next((n for n in heads if " ".join(folded[:n]) in _bare()), 0)


_NONE = Post()


def _without_facts(text: str) -> str:
    """The words without days of birth, codes and figures; a comma stands where they stood."""
    kept, at = [], 0
    for fact in _FACTS.finditer(plain(text)):
        kept.append(text[at : fact.start()])
        at = fact.end()
    return ",".join([*kept, text[at:]])


def _first(*posts: Post) -> Post:
    """The first with a title, else the first that says anything."""
    return next((post for post in posts if post.title), next((post for post in posts if post.unit), _NONE))


def _both(words: list[str]) -> Post:
    """ "giữ chức vụ A, đồng thời giữ chức vụ B": both, at the unit of the first."""
    posts = [post for post in map(post_in, words) if post.title]
    title = ", ".join(post.title for post in posts if post.title) or None
    return Post(title=title, unit=_first(*posts).unit, known=all(post.known for post in posts))


def _slots(text: str, opening: str, typed: bool, act: str) -> Iterator[tuple[str, str]]:
    """The stretches between the leads: (slot, words). The first belongs to `opening`."""
    name, start = opening, 0
    for match in _scan(text, typed):
        if match.lastgroup == "charge" and act != "phu_trach" and is_post(text[start : match.start()].strip(" ,")):
            if not text[: match.start()].rstrip().endswith(","):
                continue  # "Phó Giám đốc phụ trách Trung tâm" is a post
        if act != "kiem_nhiem" and _is_held_beside(name, text[start : match.start()], match.group()):
            continue
        yield from _slot(name, text[start : match.start()], led=True)
        name, start = str(match.lastgroup), match.end()
    yield from _slot(name, text[start:], led=False)


def _is_held_beside(slot: str, before: str, lead: str) -> bool:
    """Is "kiêm" part of a post ("Phó Giám đốc kiêm Trưởng khoa")? Behind the comma of a post that is held it may give one."""
    if lead.strip(" ,") != "kiêm" or (slot == "kept" and lead.startswith(",")):
        return False
    post = post_in(before)
    return post.title is not None and post.known


def _slot(name: str, words: str, *, led: bool) -> Iterator[tuple[str, str]]:
    """`led`: a lead follows; else the person, the next act, or nothing."""
    end = _ENDS.search(words)
    words = joined(words[: end.start()] if end else words).strip(_EDGES)
    # "và", "của" lead on to a verb or a person; before a full stop and before "kể từ" they tell that the title is cut off.
    cut = _CUT.search(words) is not None if end and end.group() != ":" else led and words.endswith(" của")
    words = words if cut else _without_tail(words)
    if name != "stop" and words:
        yield name, words


def _without_tail(words: str) -> str:
    """The words without a particle that leads on to what was cut off: "Hiệu trưởng Trường …, đến"."""
    kept = words.split()
    while kept and kept[-1] in _PARTICLES:
        kept.pop()
    return " ".join(kept).strip(_EDGES)


def _scan(text: str, typed: bool) -> Iterator[re.Match[str]]:
    return _leads(typed).finditer(text if typed else plain(text))


def _parts(words: str) -> list[tuple[str, str]]:
    """Comma by comma: ("post" or "unit", words); a part that is neither goes on with the one before it."""
    found: list[tuple[str, str]] = []
    formal = _FORMAL.match(plain(words))
    for piece in words[formal.end() if formal else 0 :].split(","):
        part = joined(piece).strip(" .()-–")
        if not part or _NO_POST.match(plain(part)):
            continue
        if not found and part[:1].islower() and _opens_body(part) and not is_post(part):
            continue  # "phòng chuyên môn thuộc …": a kind of body, none by its name
        if found and part[:1].islower():
            found[-1] = (found[-1][0], f"{found[-1][1]}, {part}")
        elif is_post(part) or (not found and not _opens_body(part)):
            found.append(("post", part))
        elif _opens_body(part):
            found.append(("unit", part))
        else:
            kind, before = found[-1]
            found[-1] = (kind, f"{before}, {part}")
    return found


def _opens_body(part: str) -> bool:
    return _opening(part) is not None and not _LEVEL.match(plain(part))


def _opening(part: str) -> str | None:
    """The beginning of the name of a body or of a part of one."""
    part = part[:_BEGINNING]
    bare = " ".join(fold(part).split())
    division = next(
        (row["opening"] for row in rows("divisions") if f"{bare} ".startswith(f"{fold(row['opening'])} ")), None
    )
    return opening_of(expand(part)) or (division if part[:1].isupper() else None)


@cache
def _leads(typed: bool) -> re.Pattern[str]:
    either = "|".join(
        rf"(?P<{name}>(?<!\w)(?:{lead})|(?=,)(?:{lead})|(?=\s)(?:{lead}))" for name, lead in _LEADS.items()
    )
    return re.compile(either) if typed else pattern(either)


@cache
def _titles() -> tuple[str, ...]:
    """With their marks, a space behind each."""
    return tuple(f"{' '.join(mark(row['title']).split())} " for row in rows("posts"))


@cache
def _bare() -> frozenset[str]:
    return frozenset(fold(title).strip() for title in _titles())


@cache
def _first_words() -> frozenset[str]:
    """With what the name of a body, of a part of one, or an abbreviation of such a name may begin, folded."""
    columns = (("bodies", "opening"), ("divisions", "opening"), ("abbreviations", "short"))
    return frozenset(fold(row[column]).split()[0] for table, column in columns for row in rows(table))


@cache
def _bare_titles() -> tuple[str, ...]:
    """Titles of several words without their marks: one word alone is too like others."""
    return tuple(fold(title) for title in _titles() if " " in title.strip())
