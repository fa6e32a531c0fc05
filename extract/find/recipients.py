"""Nơi nhận: the list left of the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from decisions.fold import fold
from extract.find.bodies import names_a_body
from extract.find.post import is_post
from extract.find.spelling import as_spelled
from extract.letters import LOW, UP
from extract.outline import Outline
from extract.plain import plain
from extract.sheet import Line, joined

#: A dash, and whatever an optical reader makes of one: "~-", "ˆ_~", "„".
_DASH = re.compile(r"(?=[^\w(]*ˆ?[-–+•~¬_])(?:[^\w(]|[_ˆ])+")
_SPECKS = re.compile(r"(?:(?:[^\w(]|[_ˆ])+|\b\w{1,2}\s+(?=(?:Lưu|Như)\b))+")
_HEADING = re.compile(r"\W*noi nhan\b\W*")
#: Where an entry ends in the middle of a line.
_NEXT = re.compile(r";\s*(?=[^\w\s(]*[-–~])")
_CLOSED = re.compile(r"[;.]\s*\Z")
_AFTER_CLOSE = re.compile(r"(?<=;)\s+")
#: "Lưu: VT." closes the list with a full stop.
_LAST = re.compile(r"(?i:lưu)\b[^.]*\.")
#: The clerical office keeps the paper itself (Decree 30/2020/NĐ-CP, appendix I): what is nearly its sign is its sign.
_KEPT = re.compile(r"(?<=Lưu: )(?:V[IÍÌỸYFl1]|YT)(?!\w)")
#: The signs of offices behind it have no marks, and none ends in Y: "NÝ", "NY" and "ÑV" are NV, "H§" is HS.
_SIGNS = re.compile(r"(?<=Lưu: VT, )[^\W\d_a-zđ][^\s,;.]{0,5}(?=[,;.\s]|\Z)")
_AS_ABOVE = re.compile(r"\AN\w{2} ?Đi\wu (?=\d)")
#: "Lưu:.VT", "Lưu; VT", "Lạ: VT": the entry that the clerical office is in, with the one mark behind its first word.
_FILED = re.compile(rf"\A(?:Lưu|L[{LOW}]{{1,3}}(?=\W*VT\b))\s?[:;.,]{{1,2}}\s?(?=[{UP}]{{2}})")
_PARTED = re.compile(rf"(?<=[{UP}]);(?=\s?[{UP}]{{2,6}}\b)")
#: "Như Điều 3 3": a figure seen twice. "(để thực hiện), Ã": the entry ends with its purpose.
_TWICE = re.compile(r"(?<=Điều )(\d+) \1(?!\d)|(?<=\))[,.;:]\s*\w{1,2}\W*\Z")
#: What a paper is sent for, as the form has it; what an eye left of it behind "để" is the one that it is like.
_PURPOSES = ("b/c", "báo cáo", "thực hiện", "biết", "phối hợp", "chỉ đạo", "theo dõi", "thi hành")
_PURPOSE = re.compile(r"\((?P<lead>đ[ểếề]\s?)(?P<what>[^()]{1,14}?)[):;.,\s]*\Z")
_LIKE = 0.6
_FIRST = re.compile(r"nhu (?:tren|dieu|khoan)|luu\b")


def find_recipients(outline: Outline) -> tuple[str, ...]:
    """One entry a dash, as printed, without the dash and the final mark. What an eye read is rid of specks."""
    seen = any(outline.sheet.source(line.span) == "ocr" for line in outline.recipients)
    entries: list[list[str]] = []
    for line in outline.recipients:
        for part in _parts(line):
            dashed = _DASH.match(part)
            words = part[dashed.end() :] if dashed else part
            words = _without_specks(words) if seen else words
            if not words:
                continue
            closed = bool(entries) and _CLOSED.search(entries[-1][-1]) is not None
            apart = closed or not entries or not part.startswith(words[:1])
            # "Nơi nhận:" and "Như Điều 6;" below it, often without the dash of the others.
            if dashed or (apart and (seen or not entries) and _is_entry(words)):
                entries.append([words])
            elif entries and not (seen and closed):
                entries[-1].append(words)
    texts = (joined(" ".join(parts)).rstrip(" ;.,") for parts in entries)
    return tuple(_mended(text) if seen else text for text in texts if text)


def _mended(text: str) -> str:
    """An entry that an eye read, as the form has its fixed words."""
    text = _TWICE.sub(lambda match: match[1] or "", _KEPT.sub("VT", as_spelled(text)))
    text = _AS_ABOVE.sub("Như Điều ", _SIGNS.sub(lambda sign: _sign(sign.group()), text))
    purpose = _PURPOSE.search(text)
    if purpose is None:
        return text
    many = len(purpose["what"].split())
    likes = (
        (SequenceMatcher(None, purpose["what"], each, autojunk=False).ratio(), each)
        for each in _PURPOSES
        if len(each.split()) == many
    )
    like, meant = max(likes, default=(0.0, ""))
    return f"{text[: purpose.start('lead')]}để {meant})" if like >= _LIKE else text


def _sign(read: str) -> str:
    bare = "".join(char if char == "Đ" else plain(char) for char in read.replace("§", "S").replace("Ñ", "N"))
    return f"{bare[:-1]}V" if len(bare) > 1 and bare.endswith("Y") else bare


def _parts(line: Line) -> Iterator[str]:
    """ "Nơi nhận: - Như Điều 3; - Lưu: VT." on one line is two entries."""
    heading = _HEADING.match(line.bare)
    rest = line.text[line.bare.index("nhan") + 4 :].lstrip(" :.") if heading else line.text
    parts = _NEXT.split(rest)
    # Without dashes a line of several is told by its first: "Nơi nhận: Như Điều 3; Sở Nội vụ; Lưu: VT."
    if heading and len(parts) == 1 and _FIRST.match(fold(rest)):
        parts = [f"- {each.strip()}" for each in rest.split(";") if each.strip()]
    for part in parts:
        if any(char.isalnum() for char in part):
            yield part.strip()


def _without_specks(words: str) -> str:
    """The words from the first letter to where the entry ends; behind that only another entry counts."""
    specks = _SPECKS.match(words)
    words = words[specks.end() :] if specks else words
    filed = _FILED.match(words)
    if filed:
        words = f"Lưu: {_PARTED.sub(',', words[filed.end() :])}"
    first, *more = _AFTER_CLOSE.split(words)
    last = _LAST.match(first)
    return " ".join([last.group() if last else first, *(piece for piece in more if _is_entry(piece))])


def _is_entry(words: str) -> bool:
    """Is it what recipients are: "Như Điều 3", "Lưu: VT", a body, a post?"""
    return _FIRST.match(fold(words)) is not None or names_a_body(words) or is_post(words)
