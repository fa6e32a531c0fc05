"""Vietnamese capitals and small letters for character classes: ranges of code points mix them."""

from __future__ import annotations

_MARKED = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
LOW = f"a-z{_MARKED}"
UP = f"A-Z{_MARKED.upper()}"
