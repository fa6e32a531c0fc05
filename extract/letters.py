"""Vietnamese capitals and small letters for character classes: ranges of code points mix them."""

from __future__ import annotations

_MARKED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
LOW = f"a-z{_MARKED}"
UP = f"A-Z{_MARKED.upper()}"


def one_letter_apart(one: str, other: str) -> bool:
    """The same but for one letter that is another, or one more."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(short, long, strict=True)) <= 1
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
