"""What the name of a person looks like: two to six words with capitals, no post among them."""

from __future__ import annotations

import re
from functools import cache

from decisions.fold import fold, mark
from decisions.tables import rows
from extract.letters import UP

_WORD = rf"[{UP}](?:[^\W\d_]*|['’](?=\s))(?:[-'’][^\W\d_]+)*"
#: Two to six words with capitals on one line. Lower-case names go unfound rather than guessed.
NAME = re.compile(rf"{_WORD}(?: {{1,2}}{_WORD}){{1,5}}")
ONE_WORD = re.compile(_WORD)
_DEGREES = re.compile(
    r"\s*(?:(?:PGS|GS|TS|ThS|Ths|BS|BSCK\s?I{0,2}|KS|CN|LS|NGƯT|NGND|NSND|NSƯT|TTND|TTƯT|DS|CKI{1,2}|QNCN)(?:\s?[.:,]\s?|\s+)|(?:BS)?CKI{1,2}\s+"
    r"|(?:Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy)\s*[,\s]\s*)+"
)
_OF_BIRTH = re.compile(r"\s*:?\s*(?:ngày|năm|\d)")
#: The next line of a form, whose first word has its capital: "… Mỹ Lệ / Ngày sinh: …".
_LABEL = re.compile(
    r"(?:(?:Ngày|Năm)\s+sinh|Ngày,?\s+tháng|Chức\s+(?:vụ|danh)|Đơn\s+vị|Mã\s+(?:số|ngạch)|Nơi\s+(?:sinh|ở|công)|Số\s+(?:CCCD|CMND|sổ|định|hiệu)"
    r"|Trình\s+độ|Giới\s+tính|Dân\s+tộc|Quê\s+quán|Hiện\s+(?:nay|đang|giữ|là|công))"
)
_NOT_IN_NAMES = {
    *("uỷ", "ban", "hội", "quyết", "điều", "sở", "bộ", "nơi", "tỉnh", "huyện", "quận", "phường", "xã", "căn", "về"),
    *("nghị", "luật", "các", "cục", "chi", "vụ", "phòng"),
}

#: What is left of CHỦ TỊCH, GIÁM ĐỐC, THỦ TƯỚNG, BỘ TRƯỞNG where a seal lies over them; nobody is called so.
_ENDS_OF_TITLES = {"tịch", "đốc", "tướng", "trưởng"}
_LETTERS = frozenset("YÝAÁÔƠÊƯHK")  #: words of one letter that stand in names
#: … and at their end: "Lò Thị Ế", "Vàng A Ủ". Without a tone such a letter is what is left of a word.
_LAST_LETTERS = frozenset("ÀẢÃẠẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰỲỶỸỴ")


def without_degrees(text: str) -> int:
    """Where the name begins, degrees and military ranks before it left out (Decree 30/2020/NĐ-CP art. 13)."""
    match = _DEGREES.match(text)
    return match.end() if match else len(text) - len(text.lstrip())


def is_name(words: str) -> bool:
    """Can these words, found by `NAME`, be a person's name?"""
    parts = words.split()
    if mark(parts[0]) in _NOT_IN_NAMES:
        return False
    within = parts[:-1] if parts[-1] in _LAST_LETTERS else parts
    if any(len(part) == 1 and part not in _LETTERS for part in within):
        return False
    return 2 <= len(parts) <= 6 and not f"{mark(words)} ".startswith(_posts())


def is_signature(words: str) -> bool:
    """Can these words be the name below a signature, and not what pen and seal have left of the title above it?"""
    harmed = any(mark(part) in _ENDS_OF_TITLES for part in words.split())
    return is_name(words) and not harmed and not is_harmed_post(words)


def is_harmed_post(words: str) -> bool:
    """A post but for its marks: "HIỆU TRƯỜNG" is how readers see HIỆU TRƯỞNG. "Vũ Trường" may be somebody's name."""
    return fold(words) in _folded_posts() and mark(words.split()[0]) not in _surnames()


def name_alone(words: str, following: str = "") -> str:
    """A name without the post or body printed right behind it: "Nguyễn Văn A Chủ tịch" → "Nguyễn Văn A".

    `following` is the text after the words; a post may reach into it ("Nguyễn Văn A Chuyên" before "viên").
    """
    starts = [match.start() for match in re.finditer(r"\S+", words)]
    if len(starts) > 2 and words[starts[-1] :] == "Sinh" and _OF_BIRTH.match(following):
        return words[: starts[-1]].rstrip()  # the next line of a form
    if len(starts) > 2 and _LABEL.match(words[starts[-1] :] + following):
        return words[: starts[-1]].rstrip()
    for at in starts[2:]:
        rest = words[at:]
        whole = f"{mark(rest + following)} "
        if f"{mark(rest)} ".startswith(_posts()) or (following[:1] == " " and _begins_title(whole, len(rest))):
            return words[:at].rstrip()
    return words


def _begins_title(words: str, inside: int) -> bool:
    """Does a post or the name of a body stand at the beginning, and go on beyond the first `inside` letters?"""
    return any(len(title) > inside + 1 and words.startswith(title) for title in (*_posts(), *_bodies()))


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(f"{mark(row['opening'])} " for row in rows("bodies"))


@cache
def _posts() -> tuple[str, ...]:
    return tuple(f"{mark(row['title'])} " for row in rows("posts"))


@cache
def _folded_posts() -> frozenset[str]:
    return frozenset(fold(row["title"]) for row in rows("posts"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(mark(row["surname"]) for row in rows("surnames"))
