"""How the clause of an act ends, in patterns: none of it is part of a post or a unit."""

from __future__ import annotations

_DONE_OR_UNDERGONE = (
    r"đạt\s+(?:thành\s+tích|giải|danh\s+hiệu)|từ\s+(?:chức|nhiệm)(?=\s*(?:[,;.]|\Z))"
    r"|bị\s+(?:kỷ\s+luật|thi\s+hành|xử\s+lý|buộc\s+thôi|cách\s+chức|miễn\s+nhiệm|bãi\s+nhiệm|giáng\s+chức|đình\s+chỉ|tạm\s+đình|khiển\s+trách|cảnh\s+cáo)"
)
_SINCE = r"bắt\s+đầu\s+(?:kể\s+)?(?:từ|ngày)(?!\w)|(?:và\s+)?có\s+hiệu\s+lực(?!\w)"
_HOW_LONG = (
    r"(?:trong\s+)?(?:một|hai|0?1)\s+nhiệm\s+kỳ|lần\s+(?:đầu|thứ)(?!\w)"
    r"|trong\s+(?:vòng\s+)?\w+\s+(?:mươi\s+)?(?:\([^)]{1,20}\)\s*)?(?:năm|tháng|ngày)(?!\w)"
)
_WHY = (
    r"(?:do|vì|bởi|nhân\s+dịp)\s+(?:Hiệu|Phó|Trưởng|Giám|Chủ\s|ông\s|bà\s|đồng\s+chí\s)|nhân\s+dịp\s"
    r"|(?:sau|trước|trong)\s+khi(?!\w)|khi\s+(?:có|cần|hết|được|đủ|đến|ông|bà|đồng\s+chí|Hiệu|Phó|Trưởng|Giám)(?!\w)"
)
_BY_WHAT = (
    r"theo\s+(?:đúng\s+)?(?:các\s+)?quy\s+định(?!\w)|theo\s+(?:pháp\s+luật|yêu\s+cầu|phân\s+công|tinh\s+thần|đề\s+nghị)(?!\w)"
    r"|với\s+(?:mức|nhiệm\s+vụ|hệ\s+số|lương|tư\s+cách|chức\s+trách)(?!\w)"
)
_HOW_MUCH = (
    r"(?:(?:và|kèm|kèm\s+theo)\s+)?(?:tiền\s+thưởng|mức\s+thưởng|số\s+tiền|thưởng\s+(?:\d|số|tiền|mức))"
    r"|kèm\s+(?:theo\s+)?(?:tiền|hiện\s+vật|phần\s+thưởng)(?!\w)"
)
_HOW = (
    r"(?:theo\s+|với\s+|bằng\s+)?hình\s+thức(?!\w)|(?:bao\s+|(?<!thu\s))gồm(?!\w)|cụ\s+thể(?!\w)|như\s+sau(?!\w)"
    r"|lần\s+lượt(?!\w)|hoàn\s+thành(?!\w)|thêm\s+(?:\d|(?:một|hai|ba|sáu|mười)\s)"
)
#: Since when, how long, why, by which law, for how much, how.
TAIL = "|".join((_DONE_OR_UNDERGONE, _SINCE, _HOW_LONG, _WHY, _BY_WHAT, _HOW_MUCH, _HOW))
