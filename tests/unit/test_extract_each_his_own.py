"""What is said of one person of a decision is not said of the next."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.test_extract_acts_told_apart import decided

A, B = "Trần Văn Mẫu", "Lê Thị Dụ"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # the reason is that of the last
            f"Phê chuẩn ông {A} giữ chức vụ Phó Chủ tịch xã; cho thôi làm Phó Chủ tịch xã đối với bà {B} (do nghỉ hưu).",
            [{"name": A, "reason": None}, {"name": B, "reason": "do nghỉ hưu"}],
        ),
        (
            f"Miễn nhiệm bà {B} thôi giữ chức Kế toán trưởng do chuyển công tác và bổ nhiệm ông {A} làm Kế toán trưởng.",
            [{"name": B, "reason": "do chuyển công tác"}, {"name": A, "reason": None}],
        ),
        (
            f"Tuyển dụng bà {B} vào làm công chức Tư pháp - Hộ tịch xã Mẫu.",
            [{"name": B, "position": "công chức Tư pháp - Hộ tịch xã Mẫu", "unit": None}],
        ),
        (
            f"Tiếp nhận ông {A}, Trưởng ban Kinh tế Công ty Mẫu, vào công chức.",
            [{"name": A, "from_position": "Trưởng ban Kinh tế Công ty Mẫu"}],
        ),
        (
            f"Bổ nhiệm các ông (bà) có tên sau giữ chức vụ Tổ trưởng chuyên môn:\n- Bà {B}: Tổ phó tổ Ngữ văn\n- Ông {A}: Tổ trưởng chuyên môn",
            [{"name": B, "state": "review"}, {"name": A, "state": "sure"}],
        ),
        (
            f"Thành lập Hội đồng đánh giá luận án cho nghiên cứu sinh Phan Ái Nhi, đề tài: Vật liệu, gồm:\n1. Ông {A} - Chủ tịch;\n2. Bà {B} - Thư ký.",
            [{"name": A, "unit": "Hội đồng đánh giá luận án"}, {"name": B, "unit": "Hội đồng đánh giá luận án"}],
        ),
        (
            f"Tặng Giấy khen cho ông {A}, Trưởng Công an xã Mẫu, Thiếu tá, vì đã có thành tích trong đợt cao điểm từ ngày "
            "15/12/2021 đến ngày 14/02/2022.",
            [{"name": A, "from_position": "Trưởng Công an xã Mẫu", "effective_on": None, "until": None}],
        ),
        (
            f"Điều động ông {A}, giáo viên, đã công tác tại Trường Tiểu học Vùng Cao từ ngày 01/9/2015, đến Trường Tiểu học Mẫu "
            "kể từ ngày 01/02/2025.",
            [{"unit": "Trường Tiểu học Mẫu", "from_position": "giáo viên", "effective_on": date(2025, 2, 1)}],
        ),
        (  # from when the post was held that is left
            f"Bổ nhiệm ông {A}, Phó Hiệu trưởng từ ngày 15/8/2017, giữ chức vụ Hiệu trưởng Trường Tiểu học Mẫu.",
            [{"position": "Hiệu trưởng Trường Tiểu học Mẫu", "from_position": "Phó Hiệu trưởng", "state": "review"}],
        ),
        (
            f"Bổ nhiệm ông {A}, quyền Trưởng phòng, giữ chức vụ Trưởng phòng Nội vụ.",
            [{"position": "Trưởng phòng Nội vụ", "from_position": "quyền Trưởng phòng"}],
        ),
        (
            f"Giao ông {A}, Phó Trưởng phòng, quyền Trưởng phòng Nội vụ.",
            [{"position": "Trưởng phòng Nội vụ", "from_position": "Phó Trưởng phòng"}],
        ),
        (
            f"Thành lập Hội đồng gồm các thành viên:\n1. Bà {B}, Phó khoa Nhi, Ủy viên, Thư ký.",
            [{"unit": "Hội đồng", "position": "Ủy viên, Thư ký", "from_position": "Phó khoa Nhi"}],
        ),
        (
            f"Bổ nhiệm ông {A}, Phó Trưởng phòng, hiện đang học cao học, giữ chức vụ Trưởng phòng Nội vụ.",
            [{"position": "Trưởng phòng Nội vụ", "from_position": "Phó Trưởng phòng"}],
        ),
        (
            f"Điều động bà {B}, giáo viên, nguyên là Tổ trưởng Tổ Văn Trường Mẫu từ năm 2015 đến năm 2020, đến Trường Hai.",
            [{"unit": "Trường Hai", "position": None}],
        ),
        (
            f"Công nhận các ông có tên sau giữ chức vụ Trưởng thôn:\n1. Ông {A}, Trưởng thôn Đông;",
            [{"position": "Trưởng thôn Đông", "from_position": None}],
        ),
        (
            f"Khiển trách ông {A}, giáo viên vì đã tự ý nghỉ việc từ ngày 01/4/2024 đến ngày 06/4/2024.",
            [{"effective_on": None, "until": None}],
        ),
        (
            f"Bổ nhiệm bà {B} vào ngạch mới: Chuyên viên, mã số 01.003 kể từ ngày 01/02/2025.",
            [{"rank": "Chuyên viên", "rank_code": "01.003"}],
        ),
        (
            f"Thi hành kỷ luật cảnh cáo bà {B}, kế toán thôn, do thu tiền trái quy định.",
            [{"name": B, "from_position": "kế toán thôn"}],
        ),
        (
            f"Nâng bậc lương đối với bà {B}, Trưởng phòng Tư pháp, hiện hưởng lương ngạch Chuyên viên, mã số 01.003.",
            [{"name": B, "from_position": "Trưởng phòng Tư pháp"}],
        ),
    ],
)
def test_what_is_said_of_each(body: str, expected: list[dict[str, Any]]) -> None:
    acts = decided(body).appointments
    found = [
        {slot: getattr(act, slot, getattr(act.person, slot, None)) for slot in each}
        for act, each in zip(acts, expected, strict=True)
    ]
    assert found == expected
