"""What one mention of an instrument leaves out and another says, and where mentions disagree."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation, Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 86/QĐ-UBND
Nghệ An, ngày 16 tháng 01 năm 2025
QUYẾT ĐỊNH
"""


def decided(title: str, body: str, bases: str = "Căn cứ Luật Lưu trữ ngày 21/6/2024;") -> Decision:
    (decision,) = find_decisions(
        reading_of(f"{HEAD}{title}\n{bases}\nQUYẾT ĐỊNH:\n{body}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n")
    )
    return decision


def told(citations: tuple[Citation, ...]) -> list[tuple[str | None, date | None, str | None, str]]:
    return [(c.number, c.issued_on, c.issuer, c.state) for c in citations]


FIRST, LAST = date(2022, 3, 1), date(2023, 3, 1)


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Về việc bãi bỏ Quyết định số 45/QĐ-UBND",
            "Điều 1. Bãi bỏ Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh về giá nước.",
            [("45/QĐ-UBND", FIRST, "UBND tỉnh", "sure")],
        ),
        (
            "Về việc điều chỉnh Quyết định số 45/QĐ-UBND ngày 01/3/2022",
            "Điều 1. Điều chỉnh Quyết định số 45/QĐ-UBND ngày 01/3/2022 của Chủ tịch UBND tỉnh.",
            [("45/QĐ-UBND", FIRST, "Chủ tịch UBND tỉnh", "sure")],
        ),
        # Nobody can tell which of the two the title means.
        (
            "Về việc bãi bỏ Quyết định số 45/QĐ-UBND",
            "Điều 1. Bãi bỏ Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh.\n"
            "Điều 2. Bãi bỏ Quyết định số 45/QĐ-UBND ngày 01/3/2023 của UBND tỉnh.",
            [("45/QĐ-UBND", FIRST, "UBND tỉnh", "review"), ("45/QĐ-UBND", LAST, "UBND tỉnh", "sure")],
        ),
        # Each unit counts its papers for itself.
        (
            "Về việc giao nhiệm vụ",
            "Điều 1. Thực hiện Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh và Quyết định số 45/QĐ-UBND ngày "
            "01/3/2022 của UBND huyện.",
            [("45/QĐ-UBND", FIRST, "UBND tỉnh", "sure"), ("45/QĐ-UBND", FIRST, "UBND huyện", "sure")],
        ),
        (
            "Về việc giao nhiệm vụ",
            "Điều 1. Thực hiện Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh.\n"
            "Điều 2. Đăng Quyết định số 45/QĐ-UBND của Chủ tịch Ủy ban nhân dân tỉnh Nghệ An.",
            [("45/QĐ-UBND", FIRST, "UBND tỉnh", "sure")],
        ),
    ],
)
def test_mentions_tell_together(
    title: str, body: str, expected: list[tuple[str | None, date | None, str | None, str]]
) -> None:
    assert told(decided(title, body).citations) == expected


def test_two_days_of_one_national_number_are_both_in_doubt() -> None:
    found = decided(
        "Về việc thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020",
        "Điều 1. Thực hiện Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ.",
    )
    assert [(c.issued_on, c.state) for c in found.citations] == [
        (date(2020, 3, 5), "review"),
        (date(2020, 3, 6), "review"),
    ]


def test_a_base_and_what_is_done_to_it_have_the_day_too_and_the_place_that_says_it() -> None:
    found = decided(
        "Về việc sửa đổi Quyết định số 45/QĐ-UBND",
        "Điều 1. Sửa đổi khoản 2 Điều 3 Quyết định số 45/QĐ-UBND như sau:",
        "Căn cứ Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh;",
    )
    (act,) = (r.target for r in found.relations if r.action == "amends")
    assert (act.issued_on, act.issuer) == (FIRST, "UBND tỉnh")
    assert [mention.text for mention in act.said] == ["Quyết định số 45/QĐ-UBND ngày 01/3/2022 của UBND tỉnh"]
    assert all(base.said == () for base in found.bases)


def test_both_of_one_number_are_repealed() -> None:
    body = "Điều 1. Bãi bỏ Quyết định số 45/QĐ-UBND ngày 01/3/2022 và Quyết định số 45/QĐ-UBND ngày 01/3/2023."
    found = decided("Về việc bãi bỏ văn bản", body)
    assert [r.target.issued_on for r in found.relations if r.action == "repeals"] == [FIRST, LAST]
