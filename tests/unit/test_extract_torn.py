"""Articles whose "Điều" stands at the end of the line above their number."""

from __future__ import annotations

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 86/QĐ-UBND
Nghệ An, ngày 16 tháng 9 năm 2025
QUYẾT ĐỊNH
Về việc giao quản lý nhà văn hóa
"""
BASE = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;\nTheo đề nghị của Giám đốc Sở Nội vụ."
FOOT = "\nNơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Minh\n"
LAST = "Quyết định này có hiệu lực kể từ ngày ký."


def decided(rest: str) -> Decision:
    (decision,) = find_decisions(reading_of(f"{HEAD}{rest}{FOOT}"))
    return decision


@pytest.mark.parametrize(
    "rest",
    [
        f"{BASE}\nQUYẾT ĐỊNH: Điều\n1. Giao nhà văn hóa cho phường.\n1. Sở Nội vụ bàn giao.\n2. Phường nhận. Điều\n2. {LAST}",
        f"{BASE}\nQUYẾT ĐỊNH:\nĐiều 1. Giao nhà văn hóa cho phường.\n1. Sở Nội vụ bàn giao.\n2. Phường nhận. Điều\n2. {LAST}",
        f"{BASE} Điều\n1. Giao nhà văn hóa cho phường.\n1. Sở Nội vụ bàn giao.\n2. Phường nhận. Điều\n2. {LAST}",
        f"QUYẾT ĐỊNH: Điều\n1. Giao nhà văn hóa cho phường.\n1. Sở Nội vụ bàn giao.\n2. Phường nhận. Điều\n2. {LAST}",
    ],
)
def test_a_torn_heading_opens_its_article(rest: str) -> None:
    decision = decided(rest)
    assert [(each.label, each.text) for each in decision.articles] == [
        ("Điều 1", "Giao nhà văn hóa cho phường.\n1. Sở Nội vụ bàn giao.\n2. Phường nhận."),
        ("Điều 2", LAST),
    ]
    assert decision.subject.value == "Về việc giao quản lý nhà văn hóa"
    assert len(decision.bases) == (1 if BASE in rest else 0)
    assert decision.problems == ()


@pytest.mark.parametrize(
    "article",
    [
        # No sentence has ended before the word, the number is not due, or no capital follows.
        "Điều 1. Giao nhà văn hóa theo khoản 3 Điều\n2. Sở Nội vụ bàn giao.",
        "Điều 1. Giao nhà văn hóa cho phường. Điều\n4. Sở Nội vụ bàn giao.",
        "Điều 1. Giao nhà văn hóa cho phường. Điều\n2. và các khoản khác.",
    ],
)
def test_what_is_no_torn_heading(article: str) -> None:
    assert [each.label for each in decided(f"{BASE}\nQUYẾT ĐỊNH:\n{article}").articles] == ["Điều 1"]
