"""Articles that do not open a line, or whose heading has another sign than a full stop; recipients and annexes likewise."""

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


@pytest.mark.parametrize(
    ("body", "articles"),
    [
        ("Điều 1. Giao nhà văn hóa. Điều 2. Sở Nội vụ bàn giao.", ["Giao nhà văn hóa.", "Sở Nội vụ bàn giao."]),
        ("Điều 1- Giao nhà văn hóa.\nĐiều 2 – Sở Nội vụ bàn giao.", ["Giao nhà văn hóa.", "Sở Nội vụ bàn giao."]),
        (
            "Điều 1. Giao nhà văn hóa.\nMục 2. NHÀ XÃ\nĐiều 2. Sở Nội vụ bàn giao.",
            ["Giao nhà văn hóa.", "Sở Nội vụ bàn giao."],
        ),
        # A provision of another instrument, and new wording in the midst of a line.
        (
            "Điều 1. Giao nhà văn hóa theo khoản 1; Điều 3. Sở Nội vụ bàn giao.",
            ["Giao nhà văn hóa theo khoản 1; Điều 3. Sở Nội vụ bàn giao."],
        ),
        (
            "Điều 1. Sửa đổi Quyết định số 5/QĐ-UBND ngày 05/02/2024 như sau: “Giao nhà. Điều 2. Bàn giao.”",
            ["Sửa đổi Quyết định số 5/QĐ-UBND ngày 05/02/2024 như sau: “Giao nhà. Điều 2. Bàn giao.”"],
        ),
    ],
)
def test_headings_of_other_forms(body: str, articles: list[str]) -> None:
    assert [each.text for each in decided(f"{BASE}\nQUYẾT ĐỊNH:\n{body}").articles] == articles


def test_recipients_without_dashes_in_the_line_of_their_heading() -> None:
    text = f"{HEAD}{BASE}\nQUYẾT ĐỊNH:\nĐiều 1. {LAST}{FOOT}"
    text = text.replace("Nơi nhận:\n- Lưu: VT.", "Nơi nhận: Như Điều 1; Bộ Nội vụ; Lưu: VT, NV.")
    (decision,) = find_decisions(reading_of(text))
    assert decision.recipients == ("Như Điều 1", "Bộ Nội vụ", "Lưu: VT, NV")


@pytest.mark.parametrize(
    ("annex", "labels"),
    [
        ("PHỤ LỤC I\nDANH MỤC NHÀ\nNhà A\nPHỤ LỤC II\nDANH MỤC KHO\nKho B", ["PHỤ LỤC I", "PHỤ LỤC II"]),
        ("PHỤ LỤC 1\nDANH MỤC NHÀ\nNhà A\nPHỤ LỤC 2\nDANH MỤC KHO\nKho B", ["PHỤ LỤC 1", "PHỤ LỤC 2"]),
        # One that is not the next is named in a table or a reference.
        ("PHỤ LỤC I\nDANH MỤC NHÀ\nNhà A\nPHỤ LỤC IV\nKho B", ["PHỤ LỤC I"]),
    ],
)
def test_annexes_follow_by_their_numbers(annex: str, labels: list[str]) -> None:
    text = f"{HEAD}{BASE}\nQUYẾT ĐỊNH:\nĐiều 1. Phê duyệt danh mục nhà kèm theo.\nĐiều 2. {LAST}{FOOT}{annex}\n"
    (decision,) = find_decisions(reading_of(text))
    assert [each.label for each in decision.annexes] == labels


@pytest.mark.parametrize("mark", [":", "."])
def test_articles_in_roman_figures(mark: str) -> None:
    first = f"Điều I{mark} Bãi bỏ Quyết định số 12/QĐ-UB ngày 05/02/1998.\n"
    decision = decided(
        f"{BASE}\nQUYẾT ĐỊNH:\n{first}Điều II{mark} {LAST}\nĐiều III{mark} Sở Nội vụ chịu trách nhiệm thi hành./."
    )
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert [each.action for each in decision.relations if each.action not in ("based_on", "refers_to")] == ["repeals"]
    assert [problem.code for problem in decision.problems if "article" in problem.code] == []
