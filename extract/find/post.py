"""One post as printed: its title and its unit, of a stretch of words or of a table's cell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from decisions.fold import fold, mark
from decisions.tables import rows
from extract.casing import expand, opening_of
from extract.find.brackets import in_pairs, pieces
from extract.plain import pattern, plain
from extract.sheet import joined

#: "nguyên Phó Chủ tịch", "quyền Trưởng phòng": how somebody had it is said with the post.
_FORMER = pattern(r"(?:nguyên\s+(?:là\s+)?|[Qq]uyền\s+)(?=[A-Z])")
#: Two posts in one: the unit of the first ends there.
_BESIDE = re.compile(r",?\s+kiêm\s")
#: "kết thúc biệt phái … tại Ủy ban nhân dân phường": where, not what.
_AT = re.compile(r"(?:tại|thuộc|ở)\s+(?=[A-ZĐỦ])")
#: Behind these stands the name of a place, which begins no body whatever it sounds like: "thôn Bản Pè", "xã Hội Hoan".
_PLACES = frozenset(
    ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "thôn", "bản", "ấp", "buôn", "làng", "khu"]
)
_MOST_WORDS = 16  #: of the title of a post
_BEGINNING = 200  #: letters in which the title of a post and the beginning of a body's name end
#: What stands among the words about a person and is neither post nor unit.
_NO_POST = pattern(
    r"\(?(?:sinh(?!\s+viên)|nam\Z|nữ\Z|mã\s+số|số\s+(?:CCCD|CMND|hiệu|định|sổ|BHXH|thẻ)|sổ\s+(?:BHXH|bảo\s+hiểm)|bậc\s+(?:lương\s+)?\d|hệ\s+số|ngạch|quê\s|trình\s+độ|dân\s+tộc|giới\s+tính|CCCD|CMND"
    r"|năm\s+sinh|tức\s|bí\s+danh|SN\s|tên\s+(?:thường|khác|gọi)|chức\s+danh\s+nghề|người\s+(?:có|đã)|vào\s+Đảng|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\Z|ngày\s+vào|kết\s+nạp|đảng\s+viên|kiêm\s+nhiệm\Z)|\d|\(?năm\s+\d",
    re.IGNORECASE,
)
_FORMAL = pattern(
    r"(?:[^,]*?(?<!\w))?(?:chức\s+vụ|chức\s+danh|(?<![Cc]ông\s)(?<![Vv]iên\s)(?<![Tt]ổ\s)chức|vị\s+trí)\s+(?:lãnh\s+đạo\s+)?(?=[A-Z])"
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
    if _heads_board(words, length):
        return _BESIDE.split(" ".join(words[length - 1 :]))[0]
    for index in range(max(1, length), len(words)):
        if not words[index][:1].isupper() or fold(words[index]).partition(" ")[0] not in _first_words():
            continue
        if _names_place(words, index):
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


def _heads_board(words: list[str], length: int) -> bool:
    """ "Phó Trưởng Ban Dân vận Huyện ủy": the capital tells that the word belongs to the board, not to the title alone."""
    if not 1 < length < len(words) or words[length - 1] != "Ban" or words[length - 2] != "Trưởng":
        return False
    rest = fold(" ".join(words[length:]))
    return not rest.startswith(("ban ", "thuong truc", "kiem ")) and words[length][:1].isalpha()


def _names_place(words: list[str], index: int) -> bool:
    """Is a word part of the name of a place, or the first of one: "thành phố Đồng Hới" has no "Hội"?"""
    before = index - 1
    while before > 0 and words[before][:1].isupper():
        before -= 1
    if mark(words[before]).strip() not in _PLACES:
        return False
    return before == index - 1 or mark(words[index]).strip() not in _first_marked()


def _title_length(words: list[str]) -> int:
    """How many words the title takes: "Chánh Văn phòng" ends with what might begin the name of a body."""
    folded = fold(" ".join(words[:_MOST_WORDS])).split()
    heads = (len(folded) - cut for cut in range(len(folded)))
    return next((n for n in heads if " ".join(folded[:n]) in _bare() and not _begins_school(words[:n])), 0)


def _begins_school(title: list[str]) -> bool:
    """ "Kế toán Trường Mẫu giáo": by its marks and its capital the last word is no "trưởng"."""
    return len(title) > 1 and title[-1] == "Trường"


def _parts(words: str) -> list[tuple[str, str]]:
    """Comma by comma: ("post" or "unit", words); a part that is neither goes on with the one before it."""
    found: list[tuple[str, str]] = []
    formal = _FORMAL.match(plain(words))
    for piece in pieces(words[formal.end() if formal else 0 :]):
        part = in_pairs(joined(piece))
        part = part if found else _AT.sub("", part, count=1) if _AT.match(part) else part
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
def _first_marked() -> frozenset[str]:
    """The same with their marks."""
    columns = (("bodies", "opening"), ("divisions", "opening"), ("abbreviations", "short"))
    return frozenset(mark(row[column]).split()[0] for table, column in columns for row in rows(table))


@cache
def _bare_titles() -> tuple[str, ...]:
    """Titles of several words without their marks: one word alone is too like others."""
    return tuple(fold(title) for title in _titles() if " " in title.strip())
