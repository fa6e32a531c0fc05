"""Texts that nobody would send and somebody will: decisions torn, doubled, misread and mixed, and plain nonsense."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from samples.golden.drafts import golden_drafts
from samples.plain import as_text

Change = Callable[[str, random.Random], str]

_MISREAD = (
    "0O",
    "0⁰",
    "1¹",
    "2²",
    "5⁵",
    "1l",
    "1I",
    "5S",
    "8B",
    "2Z",
    "ĐD",
    "ĐÐ",
    "đð",
    "-–",
    "/l",
    "/⁄",
    "ưu",
    "ơo",
    "ấâ",
    "rn",
    ".,",
    ";:",
)
_STRANGE = "\x00\x01\x0b\x1b\x7f\u00a0\u00ad\u200b\u200d\u200e\u202e\ufeff\ufffd\u2028\u0301\u0323🏛𝟙ﬁẞİ١٢⁰²⁹½"
_WORDS = (
    *(
        "Điều",
        "Điều 1.",
        "khoản 2",
        "điểm đ",
        "Căn cứ",
        "Quyết định",
        "số",
        "ngày",
        "tháng",
        "năm",
        "của",
        "và",
        ";",
        ":",
    ),
    *("12/QĐ-UBND", "97/2019/QH14", "32/2021/NĐ-CP", "01/7/2022", "31/02/2021", "thay thế", "bãi bỏ", "hết hiệu lực"),
    *("sửa đổi, bổ sung", "có hiệu lực kể từ", "Bổ nhiệm ông", "Nguyễn Văn", "giữ chức vụ", "TM.", "KT. CHỦ TỊCH"),
    *(
        "QUYẾT ĐỊNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Nơi nhận:",
        "“",
        "”",
        '"',
        "(",
        ")",
        "\n",
        "\n\n",
        "\f",
        "\t",
    ),
    *("Luật", "Chủ tịch Ủy ban nhân dân", "kèm theo", "DANH SÁCH", "1.", "a)", "- ", "/", "-", "2", "QĐ", "Số:"),
)


def texts(seed: int, count: int) -> Iterator[str]:
    """So many texts, the same for the same seed: four in five are decisions that something happened to."""
    rng = random.Random(seed)
    for _ in range(count):
        yield _nonsense(rng) if rng.random() < 0.2 else _harmed(rng)


def _harmed(rng: random.Random) -> str:
    text = _shortened(rng.choice(_sound()), rng)
    for change in rng.choices(_CHANGES, k=rng.randint(1, 4)):
        text = change(text, rng)
    return text


@cache
def _sound() -> tuple[str, ...]:
    return tuple(as_text(draft, columns=at % 3 == 2) for at, draft in enumerate(golden_drafts(7).values()))


def _shortened(text: str, rng: random.Random) -> str:
    """A stretch of whole lines: the head, the foot or the midst of a decision, seldom all of it."""
    lines = text.split("\n")
    if rng.random() < 0.25:
        return text
    start = rng.choice((0, 0, 0, rng.randrange(len(lines))))
    return "\n".join(lines[start : start + rng.randint(1, 24)])


def _nonsense(rng: random.Random) -> str:
    match rng.randrange(5):
        case 0:
            return "".join(
                chr(rng.choice((rng.randrange(0x250), rng.randrange(0xD800)))) for _ in range(rng.randrange(300))
            )
        case 1:
            return " ".join(rng.choices(_WORDS, k=rng.randrange(120)))
        case 2:
            return rng.choice(_WORDS) * rng.randrange(1, 300)
        case 3:
            return "".join(rng.choices("0123456789/-. ngàytháng\n", k=rng.randrange(400)))
        case _:
            return rng.choice(("", " ", "\n", "\f", "\t\n", "\ufeff", "Điều 1", "QUYẾT ĐỊNH", "QUYẾT ĐỊNH\n", "Số:"))


def _lost_line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def _doubled_line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    return "\n".join((*lines[:at], lines[at], *lines[at:]))


def _moved_line(text: str, rng: random.Random) -> str:
    lines = text.split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    lines.insert(rng.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def _joined_lines(text: str, rng: random.Random) -> str:
    return text.replace("\n", rng.choice((" ", "", "\f", "\r\n", "\n\n")), rng.randint(1, 30))


def _broken_lines(text: str, rng: random.Random) -> str:
    width = rng.randint(3, 60)
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _lost_stretch(text: str, rng: random.Random) -> str:
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.randint(1, 80) :]


def _strange_signs(text: str, rng: random.Random) -> str:
    return _scattered(text, rng, lambda char: char + rng.choice(_STRANGE))


def _swapped(text: str, rng: random.Random) -> str:
    chars = list(text)
    for _ in range(rng.randint(1, 20)):
        if len(chars) > 1:
            at = rng.randrange(len(chars) - 1)
            chars[at], chars[at + 1] = chars[at + 1], chars[at]
    return "".join(chars)


def _misread(text: str, rng: random.Random) -> str:
    """As a poor reader has it: look-alikes, marks lost, spaces in words."""
    for pair in rng.sample(_MISREAD, 5):
        text = text.replace(pair[0], pair[1], rng.randint(1, 9))
    return _scattered(text, rng, lambda char: rng.choice((" ", unicodedata.normalize("NFD", char)[0], "", char + char)))


def _taken_apart(text: str, rng: random.Random) -> str:
    return unicodedata.normalize(rng.choice(("NFD", "NFKD", "NFKC")), text)


def _other_case(text: str, rng: random.Random) -> str:
    return rng.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


def _cut(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return rng.choice((text[at:], text[:at]))


def _stuttered(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice((*_WORDS, text[at : at + 12], " ", ".", ",")) * rng.randint(2, 90) + text[at:]


def _spliced(text: str, rng: random.Random) -> str:
    return text + rng.choice(("\n", "\f", "")) + _shortened(rng.choice(_sound()), rng)


def _scattered(text: str, rng: random.Random, change: Callable[[str], str]) -> str:
    chars = list(text)
    for _ in range(rng.randint(1, 25)):
        if chars:
            at = rng.randrange(len(chars))
            chars[at] = change(chars[at]) if chars[at] else ""
    return "".join(chars)


_CHANGES: tuple[Change, ...] = (
    *(_lost_line, _doubled_line, _moved_line, _joined_lines, _broken_lines, _lost_stretch, _strange_signs, _swapped),
    *(_misread, _misread, _taken_apart, _other_case, _cut, _stuttered, _spliced),
)
