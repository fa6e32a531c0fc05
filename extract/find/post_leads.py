"""What leads to a post in a clause, by the slot that it opens."""

from __future__ import annotations

import re
from functools import cache

from extract.find.tails import TAIL
from extract.plain import pattern

_POST = r"(?:các\s+)?(?:chức\s+vụ|chức\s+danh(?!\s+nghề)|chức(?!\s+danh)|vị\s+trí(?:\s+việc\s+làm)?)(?:\s+lãnh\s+đạo|\s+quản\s+lý)?\s*:?\s+"
#: What comes before a slot, in the order in which it is tried.
_LEADS = {
    "taken": rf"(?:được\s+)?(?<!(?<![Hh]ội\s)(?<![Hh]ợp\s)đồng\s)(?<!tạm\s)(?<!lâm\s)thôi\s+(?:giữ|làm|là|đảm\s+nhiệm|kiêm\s+nhiệm|tham\s+gia)\s+(?:{_POST}|nhiệm\s+vụ\s+)?|bị\s+(?:cách\s+chức|miễn\s+nhiệm|bãi\s+nhiệm|giáng\s+chức)\s+(?:{_POST})?(?=[A-ZĐỦ])|từ\s+nhiệm\s+(?:{_POST})?(?!kỳ)(?=\w)|từ\s+chức(?:\s+vụ)?\s+(?!danh\s)(?=\w)"
    r"|từ\s+(?:chức\s+vụ\s+)?(?=(?:Trưởng|Phó|Giám\s+đốc|Chủ\s+tịch|Hiệu\s+trưởng))|khỏi\s+(?:danh\s+sách\s+)?(?=\w)",
    "kept": rf"(?:hiện|đang|hiện\s+đang|hiện\s+nay)\s+(?:giữ\s+{_POST}|là\s+|làm\s+|công\s+tác\s+tại\s+|làm\s+việc\s+tại\s+)"
    rf"|hiện\s+(?:là\s+)?(?=[A-ZĐỦ])|(?=nguyên\s+(?:là\s+)?[A-ZĐ])|(?:,\s*|\s)[Cc]hức\s+(?:vụ|danh)\s+(?:hiện\s+(?:tại|nay|giữ)|cũ|đang\s+giữ)\s*:?\s+|,\s*(?:đơn\s+vị|nơi\s+công\s+tác)"
    r"(?:\s+công\s+tác)?\s*:\s+|(?:,\s*|\s)[Cc]hức\s+vụ(?:,\s*|\s+và\s+|\s*/\s*)(?:đơn\s+vị|nơi)[^:\n]{0,20}:\s*(?=\w)|(?:,\s*|\s)[Đđ]ơn\s+vị(?:\s+công\s+tác)?\s*:\s*(?=\w)",
    "is": r",\s*là\s+",
    #: What a person is called: where it is held or given, the act tells.
    "called": r",\s*(?:chức\s+vụ|chức\s+danh(?!\s+nghề))\s*:?\s+|(?:,\s*|\s)[Cc]hức\s+(?:vụ|danh(?!\s+nghề))[^:,]{0,20}:\s*(?=\w)",
    #: What a place to be filled is called: who is hired or moved gets it.
    "placed": r",\s*vị\s+trí(?:\s+việc\s+làm)?(?:\s+(?:tuyển\s+dụng|dự\s+tuyển))?\s*:?\s+(?=\w)",
    #: What somebody was until now, where the act gives another post or takes one.
    "acting": r",\s*(?=[Qq]uyền\s+(?:Chủ\s+tịch|Giám\s+đốc|Trưởng|Bộ\s+trưởng|Cục\s+trưởng|Hiệu\s+trưởng|Viện\s+trưởng|Chánh))",
    "given": rf"(?:(?:tạm\s+thời\s+|kiêm\s+)?(?:[Gg]iữ|đảm\s+nhiệm|đảm\s+nhận|đảm\s+đương|kiêm\s+nhiệm|kiêm)\s+{_POST}|vào\s+{_POST}"
    rf"|(?:nhận|trúng\s+cử)\s+{_POST}|giữ\s+nhiệm\s+vụ\s+(?=[A-ZĐỦ])|(?:,\s*|\s)làm\s+(?=(?:thành|ủy|chuyên|giáo|nhân)\s+viên|kế\s+toán|người\s+đại\s+diện)"
    # The civil servants of a commune (Decree 33/2023/NĐ-CP art. 5): "vào làm công chức Tư pháp - Hộ tịch xã Mẫu".
    r"|(?:(?:vào\s+)?làm|vào)\s+(?=công\s+chức\s+(?:Văn\s+phòng|Địa\s+chính|Tài\s+chính|Tư\s+pháp|Văn\s+hóa)\s*[-–])"
    r"|(?:,\s*|\s)(?:làm|kiêm|giữ\s+quyền|kiêm\s+nhiệm|đảm\s+nhiệm|đảm\s+nhận)\s+(?=[A-ZĐỦ])|giao\s+quyền\s+(?=[A-ZĐỦ])"
    r"|(?:giữ\s+|tạm\s+)?(?<!,\s)[Qq]uyền\s+(?=(?:Chủ\s+tịch|Giám\s+đốc|Trưởng|Bộ\s+trưởng|Cục\s+trưởng|Hiệu\s+trưởng|Viện\s+trưởng|Chánh)))"
    r"|(?:làm|thành)\s+(?=(?:công|viên)\s+chức\s+(?:Văn\s+phòng\s*[-–]|Địa\s+chính|Tài\s+chính\s*[-–]\s*kế\s+toán|Tư\s+pháp\s*[-–]|Văn\s+hóa\s*[-–]))"
    rf"|(?<!nguyên\s)là(?:m)?\s+{_POST}|xuống\s+(?:giữ\s+)?(?:{_POST})?(?=[A-ZĐỦ])"
    r"|(?:(?<=\w\s)|(?<=^\s))(?<!nguyên\s)là\s+(?=(?:Trưởng|Phó|Tổ\s+trưởng|Chủ\s+tịch|Giám\s+đốc|Bí\s+thư|Ủy\s+viên|Thành\s+viên))",
    "charge": r"(?:giao\s+)?phụ\s+trách(?:,?\s*(?:và\s+)?điều\s+hành)?\s+(?:(?:(?:mọi|toàn\s+bộ|các)\s+)?hoạt\s+động\s+(?:của\s+)?)?(?=\w)|điều\s+hành\s+(?:(?:mọi\s+)?hoạt\s+động\s+(?:của\s+)?)?(?=\w)",
    "to": r"(?:đến|về|sang|tới)\s+(?:nhận\s+)?(?:(?:công\s+tác|nhiệm\s+vụ|làm\s+việc|làm\s+nhiệm\s+vụ|biệt\s+phái)\s+)?(?:tại\s+|ở\s+)?(?=[A-ZĐỦ])"
    r"|(?<!đã\s)(?<!từng\s)(?:làm\s+việc|công\s+tác|nhận\s+công\s+tác)\s+(?:tại|ở)\s+(?=[A-ZĐỦ])"
    r"|(?:làm|vào(?:\s+làm)?|thành)\s+(?:công\s+chức|viên\s+chức|cán\s+bộ)(?:\s+(?:tại|thuộc(?:\s+biên\s+chế)?(?:\s+của)?|do|của))?\s+(?=[A-ZĐỦ])",
    "from": r"biệt\s+phái\s+(?:tại|ở)\s+(?=[A-ZĐỦ])|từ\s+(?=(?:Phòng|Sở|Ban|Bộ|Văn|Ủy|UBND|HĐND|Trường|Trung|Cục|Chi|Viện|Vụ|Công|Huyện|Thành|Quận|Đảng|Tỉnh|Hội|Thanh|Bệnh|Trạm))",
    "stop": rf"{TAIL}|(?:hiện\s+)?đang\s+(?:học|theo|nghỉ|hưởng|mang|nuôi|điều\s+trị)(?!\w)|(?:và\s+)?đồng\s+thời(?!\w)|(?:(?<=,\s)(?:tạm|lâm)\s+thời\s*\Z|(?:tạm|lâm)\s+thời\s+(?=(?:phụ\s+trách|điều\s+hành|đảm|làm|nhận|kiêm|giao)(?!\w)))|(?:đến|về)\s+(?:nhận\s+)?(?:công\s+tác|nhiệm\s+vụ|làm\s+việc)|(?:kể\s+)?từ\s+(?:ngày|tháng|năm|\d|bậc|ngạch|hạng|khi|chức\s+danh\s+(?:nghề|[a-z][^,;.(]{{2,40}}\s+hạng))|(?:với\s+|có\s+|trong\s+)?thời\s+(?:hạn|gian|điểm)(?:\s+giữ\s+chức(?:\s+vụ|\s+danh)?(?=\s*(?::|,|là\s|\d)))?|đối\s+với\s|cho\s+(?:đến|ông|bà|đồng)"
    r"|cho\s+(?=[A-ZĐỦ])|đến\s+(?:khi|hết|ngày|tuổi|\d)|để\s|(?:và\s+)?(?<!chế\sđộ\s)nghỉ\s+(?!dưỡng|mát)|chờ\s|không\s+(?:còn\s+|tiếp\s+tục\s+)?(?:giữ|đảm\s+nhiệm|làm)(?:\s+chức(?:\s+vụ|\s+danh)?)?|tính\s+(?:kể\s+)?từ|về\s+(?:thành\s+tích|việc|hành\s+vi)"
    r"|do\s+(?:đã|có|vi|đến|chuyển|nghỉ|hoàn|bị|không|thiếu|điều|yêu|được|sắp|sức)|vì\s|theo\s+(?:nguyện|đơn|quy|chế|(?:các\s+)?(?:[Qq]uyết\s+định|[Nn]ghị\s+(?:quyết|định)|[Tt]hông\s+(?:báo|tư)|[Tt]ờ\s+trình|[Kk]ết\s+luận|[Cc]ông\s+văn|[Hh]ợp\s+đồng|Điều\s|Luật\s))|lý\s+do\s*:"
    r"|kiêm(?:\s+nhiệm)?\s+(?:thêm\s+)?(?:công\s+(?:tác|việc)|nhiệm\s+vụ|việc)\s|dự\s+(?:thi|xét|tuyển|kỳ|lớp|khóa|hội\s+(?:nghị|thảo))(?!\w)|khóa\s+(?:thứ\s+)?[IVX]{1,6}(?!\w)"
    r"|sang\s+(?:chức\s+danh\s+nghề|ngạch|hạng)|nhiệm\s+kỳ|năm\s+học\s+\d|(?:được\s+)?hưởng(?!\w)|phụ\s+cấp"
    r"|(?:kết\s+thúc|chấm\s+dứt|hết)\s+(?=thời|biệt|việc)|(?:và\s+)?(?:được\s+)?(?:điều\s+động|bổ\s+nhiệm|chỉ\s+định|giới\s+thiệu|biệt\s+phái|luân\s+chuyển|(?<!chế\sđộ\s)nghỉ\s+hưu|nghỉ\s+việc|thôi\s+việc|phân\s+công|bố\s+trí|nhận\s+nhiệm\s+vụ|xếp\s+lương|chuyển\s+(?:ngạch|sang|công|về|đến))"
    r"|(?:đã\s+)?có\s+(?:đơn|đủ|nhiều|thành)|đã\s+(?:có|được|công|giữ|đảm|làm|qua|hoàn|đạt|vi|hy|hi|mất|từ|nghỉ)|(?<=\s)Được\s|(?:được\s+)?(?:tham\s+gia|tham\s+dự|đi\s+(?:học|công|đào|bồi|thực|nghiên))|được\s"
    r"|thay\s+(?:ông|bà|thế|đồng|mặt)|trình\s+độ|quê\s+quán|số\s+CCCD|tốt\s+nghiệp|chuyên\s+ngành|giữ\s+nguyên|và\s+giao\s|tiếp\s+tục\s|bằng\s+hình\s+thức|(?:đã\s+)?trúng\W+tuyển|đạt\s+kết\s+quả"
    r"|thành\s+(?:công\s+chức|viên\s+chức|cán\s+bộ)|vào\s+(?:ngạch|hạng|chức\s+danh\s+nghề|(?:làm\s+)?(?:công|viên)\s+chức)|(?<=,\s)do\s+(?=[a-zđ])|quản\s+lý\s*(?:,|và)\s*sử\s+dụng",
}


@cache
def leads(typed: bool) -> re.Pattern[str]:
    either = "|".join(
        rf"(?P<{name}>(?<!\w)(?:{lead})|(?=,)(?:{lead})|(?=\s)(?:{lead}))" for name, lead in _LEADS.items()
    )
    return re.compile(either) if typed else pattern(either)
