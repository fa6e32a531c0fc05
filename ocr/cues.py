"""The printed words by which the parts of the form are known, read as an OCR might have misread them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from decisions.fold import fold
from decisions.tables import kind_names

_MOTTOES = (
    "cong hoa xa hoi chu nghia viet nam",
    "doc lap tu do hanh phuc",
    "dang cong san viet nam",
)
_LIKE_MOTTO = 0.75
#: Capacities (Decree 30/2020/NĐ-CP, appendix I, part I, item II.7) and the titles of those who sign.
_CAPACITY = re.compile(r"^(?:(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?[.,:]?|Q\.)\s?[A-ZĐÀ-Ỹ]")
_TITLES = (
    "chu tich",
    "pho chu tich",
    "thu tuong",
    "pho thu tuong",
    "bo truong",
    "thu truong",
    "giam doc",
    "pho giam doc",
    "tong giam doc",
    "cuc truong",
    "vu truong",
    "chi cuc truong",
    "chanh van phong",
    "pho chanh van phong",
    "chanh thanh tra",
    "chanh an",
    "vien truong",
    "truong phong",
    "truong ban",
    "hieu truong",
    "pho hieu truong",
    "bi thu",
    "pho bi thu",
    "tong bi thu",
    "tong cuc truong",
    "thong doc",
    "truong doan",
    "to truong",
)
_BODY = re.compile(r"^\W*(?:can cu|xet|theo de nghi|thuc hien|tren co so|dieu [1il]\b|kinh gui|de |nham )")
_AS_ABOVE = re.compile(r"^(?:\w )*nhu (?:tren$|dieu \d{1,2}$)")
_HARMED_HEADING = re.compile(r"\w?o\w? nhan")
_COPIES = ("sao y", "sao y ban chinh", "sao luc", "trich sao", "ban sao")
_DATE = re.compile(r"\bng[aà]y\b.*\bth[aá]ng\b|\bth[aá]ng\b.*\bn[aă]m\b", re.IGNORECASE)


def is_motto(text: str) -> bool:
    """The country's name and motto, or the Party's name, in the head of a page."""
    return likeness_to_motto(text) >= _LIKE_MOTTO


def likeness_to_motto(text: str) -> float:
    """How near a line is to the motto, 0..1; 0 where it is not near enough to be one."""
    best = max(_likeness(text, motto) for motto in _MOTTOES)
    return best if best >= _LIKE_MOTTO else 0.0


def is_kind(text: str) -> bool:
    """A kind of document in capitals, alone on its line: "QUYẾT ĐỊNH"."""
    if not is_upper(text):
        return False
    bare = " ".join(fold(text).split())
    return any(_near(bare, kind, 0.85) for kind in _kinds())


def is_date(text: str) -> bool:
    """A line with "ngày … tháng … năm" or what is left of it."""
    return bool(_DATE.search(text))


def is_number(text: str) -> bool:
    """A line that begins with "Số"."""
    return bool(re.match(r"\W*s[oốôóồỗ0]\s*[:.;]?(?:\s|\d|$)", text, re.IGNORECASE))


def starts_body(text: str) -> bool:
    """The first words of what follows the title: a basis, an article, an addressee."""
    return bool(_BODY.match(fold(text)))


def is_recipients(text: str) -> bool:
    """The heading "Nơi nhận", or the entry "- Như Điều 3;" that nearly always follows it."""
    return is_recipients_heading(text) or bool(_AS_ABOVE.search(" ".join(fold(text).split()[:6])))


def is_recipients_heading(text: str) -> bool:
    """The heading "Nơi nhận".

    Word by word, with a capital or a colon: "nội thành" and "lợi nhuận" are nearly the same strings and no headings.
    """
    words = fold(text).split()
    capital = next((char.isupper() for char in text if char.isalpha()), False)
    likely = 2 <= len(words) <= 5 and (capital or text.rstrip().endswith(":"))
    if likely and _near(words[0], "noi", 0.66) and _near(words[1], "nhan", 0.75):
        return True
    # "cỗ nhận:": what is left of the first word, its round letter. "Xác nhận:" and "Bên nhận:" have none.
    return text.rstrip().endswith(":") and len(words) == 2 and _HARMED_HEADING.fullmatch(" ".join(words)) is not None


def is_copy(text: str) -> bool:
    """The heading of a certified copy, in capitals: "SAO Y", "SAO LỤC", "TRÍCH SAO" (before 2020 "SAO Y BẢN CHÍNH")."""
    return is_upper(text) and " ".join(fold(text).split()) in _COPIES


def is_signature(text: str) -> bool:
    """A line of the signature block in capitals: a capacity or a title."""
    if not is_upper(text):
        return False
    bare = " ".join(fold(text).split())
    return bool(_CAPACITY.match(text.strip())) or any(_near(bare[: len(title) + 2], title, 0.85) for title in _TITLES)


def ends_as_title(text: str) -> bool:
    """Capitals whose last word is that of a title: a seal hides where a line begins, never where it ends."""
    last = fold(text).split()[-1:]
    return is_upper(text) and any(title.split()[-1:] == last for title in _TITLES)


def is_upper(text: str) -> bool:
    """Nearly all letters are capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 2 and sum(char.isupper() for char in letters) >= 0.8 * len(letters)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(" ".join(fold(name).split()) for name in kind_names().values())


def _near(text: str, wanted: str, ratio: float) -> bool:
    return _likeness(text, wanted) >= ratio


def _likeness(text: str, wanted: str) -> float:
    """The share of letters that folded text and wanted string have in common, 0..1; 0 for very unequal lengths."""
    bare = " ".join(fold(text).split())
    if abs(len(bare) - len(wanted)) > max(4, 0.4 * len(wanted)):
        return 0.0
    return SequenceMatcher(None, bare, wanted, autojunk=False).ratio()
