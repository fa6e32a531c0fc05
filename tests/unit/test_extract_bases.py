"""What a decision stands on: what follows "Căn cứ", not what the titles of its bases or its enacting words name."""

from __future__ import annotations

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_torn import HEAD

FOOT = """
Điều 1. Sắp xếp các tổ chức.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Minh
"""


def decided(bases: str) -> Decision:
    (decision,) = find_decisions(reading_of(f"{HEAD}{bases}{FOOT}"))
    return decision


@pytest.mark.parametrize(
    ("bases", "based", "named"),
    [
        # What the title of a base changes is the target of that base, though the title ends before its second name.
        (
            "Căn cứ Nghị định số 7/2025/NĐ-CP ngày 01/7/2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
            "5/2024/NĐ-CP ngày 01/4/2024 của Chính phủ về lập hồ sơ và Nghị định số 6/2024/NĐ-CP ngày 01/4/2024 của "
            "Chính phủ về lưu hồ sơ;",
            ["7/2025/NĐ-CP"],
            ["5/2024/NĐ-CP", "6/2024/NĐ-CP"],
        ),
        (
            "Căn cứ Nghị định số 5/2024/NĐ-CP ngày 01/4/2024 của Chính phủ về lập hồ sơ được sửa đổi, bổ sung bởi Nghị định "
            "số 7/2025/NĐ-CP ngày 01/7/2025 của Chính phủ;",
            ["5/2024/NĐ-CP", "7/2025/NĐ-CP"],
            [],
        ),
        # One that stands behind "Căn cứ" too is a base, wherever its name comes first.
        (
            "Căn cứ Nghị định số 7/2025/NĐ-CP ngày 01/7/2025 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số "
            "5/2024/NĐ-CP ngày 01/4/2024 của Chính phủ về lập hồ sơ;\n"
            "Căn cứ Nghị định số 5/2024/NĐ-CP ngày 01/4/2024 của Chính phủ về lập hồ sơ;",
            ["7/2025/NĐ-CP", "5/2024/NĐ-CP"],
            [],
        ),
        # The author goes on in the line of the last base, and what he decides on is none.
        (
            "Theo đề nghị của Sở Nội vụ tại Tờ trình số 3/TTr-SNV ngày 01/9/2025; ý kiến của các Thành viên Ủy ban nhân dân "
            "tỉnh (qua Phiếu lấy ý kiến). Ủy ban nhân dân tỉnh ban hành Quyết định bãi bỏ Quyết định số 2/QĐ-UBND ngày "
            "02/3/2024 của Ủy ban nhân dân tỉnh.",
            ["3/TTr-SNV"],
            ["2/QĐ-UBND"],
        ),
        (
            "Theo đề nghị của Sở Nội vụ tại Tờ trình số 3/TTr-SNV ngày 01/9/2025; UBND tỉnh Nghệ An ban hành Quyết định bãi "
            "bỏ Quyết định số 2/QĐ-UBND ngày 02/3/2024 của UBND tỉnh Nghệ An.",
            ["3/TTr-SNV"],
            ["2/QĐ-UBND"],
        ),
        (
            "Căn cứ ý kiến của Sở Nội vụ; Ủy ban nhân dân tỉnh ban hành Quyết định số 2/QĐ-UBND ngày 02/3/2024 về hồ sơ;",
            ["2/QĐ-UBND"],
            [],
        ),
    ],
)
def test_bases_and_what_they_name(bases: str, based: list[str], named: list[str]) -> None:
    found = decided(bases)
    assert [each.number for each in found.bases] == based
    assert [each.number for each in found.citations] == named
    assert [each.target.number for each in found.relations if each.action == "based_on"] == based
