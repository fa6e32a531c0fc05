"""Where a post, a unit, a day or an act of one person ends, and that of the next begins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.test_extract_acts_told_apart import agrees

A, B = "Trần Văn Mẫu", "Lê Thị Dụ"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # the second is elected, not dismissed
            f"Phê chuẩn kết quả miễn nhiệm chức vụ Chủ tịch UBND xã đối với ông {A} và kết quả bầu chức vụ Chủ tịch UBND xã "
            f"đối với bà {B}.",
            [
                {"action": "mien_nhiem", "name": A, "from_position": "Chủ tịch UBND xã"},
                {"action": "phe_chuan", "name": B, "position": "Chủ tịch UBND xã"},
            ],
        ),
        (  # the day of another's retirement
            f"Bổ nhiệm ông {A} làm Chánh Thanh tra Sở thay ông Bùi Văn Ví nghỉ hưu từ ngày 01/6/2024.",
            [{"action": "bo_nhiem", "name": A, "state": "review"}],
        ),
        (
            f"Điều động ông {A} đến Trường THPT Mẫu (thay vị trí bà {B} chuyển công tác).",
            [{"action": "dieu_dong", "name": A, "unit": "Trường THPT Mẫu"}],
        ),
        (
            f"Điều động 02 viên chức từ Trường Mầm non Hoa sang Trường Mầm non Mẫu, gồm:\n1. {A};\n2. {B}.",
            [
                {"action": "dieu_dong", "name": A, "from_unit": "Trường Mầm non Hoa", "unit": "Trường Mầm non Mẫu"},
                {"action": "dieu_dong", "name": B, "unit": "Trường Mầm non Mẫu"},
            ],
        ),
        (
            f"Luân chuyển bà {B}, Trưởng phòng Tổ chức Sở Nội vụ, đến công tác tại Đảng ủy xã Mẫu.",
            [{"action": "luan_chuyen", "from_position": "Trưởng phòng Tổ chức Sở Nội vụ", "unit": "Đảng ủy xã Mẫu"}],
        ),
        (
            f"Thi hành kỷ luật đối với bà {B}, nguyên Trưởng phòng Tài chính, hình thức Cảnh cáo.",
            [{"action": "ky_luat", "from_position": "nguyên Trưởng phòng Tài chính", "form": "Cảnh cáo"}],
        ),
        (
            f"Thi hành kỷ luật bằng hình thức giáng chức từ Trưởng phòng xuống Phó Trưởng phòng đối với ông {A}.",
            [{"action": "ky_luat", "from_position": "Trưởng phòng", "position": "Phó Trưởng phòng"}],
        ),
        (
            f"Bà {B}, cán bộ không chuyên trách xã, nghỉ việc hưởng trợ cấp một lần kể từ ngày 01/8/2025.",
            [{"action": "thoi_viec", "from_position": "cán bộ không chuyên trách xã"}],
        ),
        (  # who gets which post, a person must tell
            f"Bổ nhiệm ông {A} và bà {B}, Phó Trưởng phòng, giữ chức vụ Trưởng phòng Dân tộc và Trưởng phòng Tôn giáo.",
            [{"action": "bo_nhiem", "state": "review"}, {"action": "bo_nhiem", "state": "review"}],
        ),
        (
            f"Phê duyệt kết quả tuyển dụng và tuyển dụng 01 thí sinh sau:\n1. {B}, vị trí Giáo viên Tin học, Trường THCS Mẫu.",
            [
                {
                    "action": "tuyen_dung",
                    "position": "Giáo viên Tin học",
                    "unit": "Trường THCS Mẫu",
                    "from_position": None,
                }
            ],
        ),
        (
            f"Đồng ý để bà {B}, giáo viên, chuyển công tác về Trường Tiểu học Mẫu.",
            [{"action": "chuyen_cong_tac", "unit": "Trường Tiểu học Mẫu"}],
        ),
        (
            f"Để ông {A} thôi giữ chức Tổ trưởng tổ dân phố số 7.",
            [{"action": "thoi_giu", "from_position": "Tổ trưởng tổ dân phố số 7"}],
        ),
        (
            f"Điều chuyển bà {B}, Kế toán Trường Mẫu giáo Hoa sang Trường Mẫu giáo Mẫu.",
            [{"action": "dieu_dong", "from_unit": "Trường Mẫu giáo Hoa", "unit": "Trường Mẫu giáo Mẫu"}],
        ),
        (
            f"Giao bà {B}, Phó Hiệu trưởng Trường Mẫu, quyền Hiệu trưởng Trường Mẫu từ ngày 05/9/2024.",
            [{"action": "giao_quyen", "position": "Hiệu trưởng Trường Mẫu"}],
        ),
        (
            f"Xếp ngạch, bậc lương đối với ông {A}: mã số 01.003, bậc 4, hệ số 3,33; thời điểm hưởng 01/7/2024.",
            [{"action": "xep_luong", "grade": "4", "effective_on": date(2024, 7, 1)}],
        ),
        (
            f"Bổ nhiệm các ông: {A}, Phó Trưởng phòng; Rah Lan Thử, chuyên viên, giữ chức vụ Phó Chánh Văn phòng.",
            [{"action": "bo_nhiem", "state": "review"}, {"action": "bo_nhiem", "position": "Phó Chánh Văn phòng"}],
        ),
        (  # behind the semicolon a post of his own
            f"Bổ nhiệm Hiệu trưởng Trường Mẫu đối với bà {B}; Phó Hiệu trưởng Trường Mẫu đối với ông {A}.",
            [
                {"action": "bo_nhiem", "name": B, "position": "Hiệu trưởng Trường Mẫu"},
                {"action": "bo_nhiem", "name": A, "position": "Phó Hiệu trưởng Trường Mẫu"},
            ],
        ),
        (
            f"Bổ nhiệm ông {A} giữ chức vụ Phó Giám đốc, phụ trách Trung tâm Mẫu.",
            [{"action": "bo_nhiem", "position": "Phó Giám đốc", "unit": "Trung tâm Mẫu"}],
        ),
        (
            f"Chấm dứt việc kiêm nhiệm chức vụ Giám đốc Quỹ Mẫu của ông {A}.",
            [{"action": "thoi_giu", "from_position": "Giám đốc Quỹ Mẫu"}],
        ),
        (  # the lines of a form
            f"Bổ nhiệm Bà {B}\nSinh ngày: 12/8/1982\nChức vụ hiện nay: Phó Trưởng phòng Đô thị\n"
            "Giữ chức vụ: Trưởng phòng Đô thị quận Mẫu\nThời hạn: 05 năm kể từ ngày 01/3/2024.",
            [
                {
                    "action": "bo_nhiem",
                    "born_on": "1982-08-12",
                    "from_position": "Phó Trưởng phòng Đô thị",
                    "position": "Trưởng phòng Đô thị quận Mẫu",
                    "term_months": 60,
                }
            ],
        ),
        (
            "Nâng bậc lương đối với:\nHọ và tên: Lê Thị Mỹ Dụ\nNgày sinh: 05/6/1985\nTừ: bậc 5/12, hệ số 2,66\n"
            "Lên: bậc 6/12, hệ số 2,86",
            [{"action": "nang_luong", "name": "Lê Thị Mỹ Dụ", "grade": "6/12", "from_grade": "5/12"}],
        ),
        (  # what a list closes with is no part of its last row
            f"Cử các ông, bà sau tham gia Đoàn công tác:\n1. Ông {A}, Giám đốc - Trưởng đoàn\n"
            f"2. Bà {B}, chuyên viên - Thành viên\nThời gian: từ ngày 15/5/2024 đến ngày 20/5/2024.",
            [
                {"action": "cu", "position": "Trưởng đoàn", "until": date(2024, 5, 20)},
                {"action": "cu", "from_position": "chuyên viên", "position": "Thành viên", "until": date(2024, 5, 20)},
            ],
        ),
        (  # money for her; what she is, is no act
            f"Hỗ trợ kinh phí cho bà {B}, giáo viên nghỉ hưu, số tiền 2.000.000 đồng.",
            [],
        ),
        (
            f"Bổ nhiệm ông {A}, được tuyển dụng ngày 01/9/2010, bổ nhiệm Phó Trưởng phòng ngày 05/5/2018, giữ chức vụ Trưởng "
            "phòng Mẫu.",
            [{"action": "bo_nhiem", "position": "Trưởng phòng Mẫu"}],
        ),
        (f"Chủ tịch UBND xã có trách nhiệm phân công ông {A} theo dõi thôn 5.", []),
        (
            f"Bổ nhiệm ông {A} giữ chức vụ Trưởng Ban, kiêm nhiệm.",
            [{"action": "bo_nhiem", "position": "Trưởng Ban"}],
        ),
        (  # nothing but "viên chức" says that a person is named
            f"Điều động viên chức {A}, giáo viên Trường Mẫu, đến Trường THCS Mẫu.",
            [{"action": "dieu_dong", "name": A, "unit": "Trường THCS Mẫu", "state": "review"}],
        ),
        (
            f"Tiếp nhận bà {B} về làm việc tại Trung tâm Mẫu, vị trí: phóng viên hạng III.",
            [{"action": "tiep_nhan", "position": "phóng viên hạng III", "unit": "Trung tâm Mẫu"}],
        ),
        (f"Chi trả trợ cấp thôi việc đối với bà {B}, nhân viên, số tiền 30.000.000 đồng.", []),
        (
            f"Bổ nhiệm ông {A}, Giám đốc Sở Y tế, làm Ủy viên Ban Chỉ đạo Mẫu.",
            [{"action": "bo_nhiem", "from_position": "Giám đốc Sở Y tế", "position": "Ủy viên Ban Chỉ đạo Mẫu"}],
        ),
        (
            f"Thành lập Ban Chỉ đạo gồm: 1. Ông {A}, Bí thư Đảng ủy, Trưởng ban; 2. Bà {B}, Chủ tịch UBND, Phó Trưởng ban.",
            [
                {"action": "thanh_lap", "from_position": "Bí thư Đảng ủy", "position": "Trưởng ban"},
                {"action": "thanh_lap", "from_position": "Chủ tịch UBND", "position": "Phó Trưởng ban"},
            ],
        ),
        (
            f"Kéo dài thời gian giữ chức vụ đối với ông {A}, Giám đốc, đến khi đủ tuổi nghỉ hưu vào ngày 01/9/2026.",
            [{"action": "keo_dai", "until": date(2026, 9, 1)}],
        ),
        (
            f"Công nhận ông {A} trúng cử chức danh Trưởng thôn Mẫu.",
            [{"action": "cong_nhan", "position": "Trưởng thôn Mẫu"}],
        ),
    ],
)
def test_each_person_has_his_own(body: str, expected: list[dict[str, Any]]) -> None:
    agrees(body, *expected)


@pytest.mark.parametrize("source", ["born", "ocr"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"Bổ nhiệm ông {A} giữ chức vụ Giám đốc Quỹ Đầu tư tỉnh từ ngày 01/01/2024.",
            {"action": "bo_nhiem", "position": "Giám đốc Quỹ Đầu tư tỉnh", "effective_on": date(2024, 1, 1)},
        ),
        (
            f"Cử bà {B}, Trưởng khoa Dược Bệnh viện Mẫu, đi học.",
            {"action": "cu", "from_position": "Trưởng khoa Dược Bệnh viện Mẫu"},
        ),
        (
            f"Miễn nhiệm ông {A}, Trưởng Ban quản lý chợ Mường Mẫu.",
            {"action": "mien_nhiem", "from_position": "Trưởng Ban quản lý chợ Mường Mẫu"},
        ),
        (
            f"Bổ nhiệm ông {A} giữ chức vụ Hạt trưởng Hạt Kiểm lâm Mộc Mẫu, đơn vị thuộc Chi cục.",
            {"action": "bo_nhiem", "reason": None},
        ),
        (
            f"Bổ nhiệm ông {A} giữ chức vụ Giám đốc Trung tâm Kiểm soát bệnh tật kiêm Trưởng khoa Xét nghiệm.",
            {
                "action": "bo_nhiem",
                "position": "Giám đốc Trung tâm Kiểm soát bệnh tật kiêm Trưởng khoa Xét nghiệm",
                "state": "sure",
            },
        ),
    ],
)
def test_an_eye_that_read_well_is_believed(body: str, expected: dict[str, Any], source: str) -> None:
    agrees(body, expected, source=source)
