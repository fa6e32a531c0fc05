"""The items below a heading that amends: each has an act and a part of its own."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_relations import acts, decided

OLD = "Quyết định số 12/QĐ-UBND ngày 01/7/2022"


def below(heading: str, items: str) -> list[tuple[str, tuple[str, ...]]]:
    """(action, scope) of what the items of an article do, all of it to the instrument of its heading."""
    found = acts(decided(f"Điều 1. {heading}\n{items}\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành."))
    assert {number for _, number, _ in found} == {"12/QĐ-UBND"}
    return [(action, scope) for action, _, scope in found]


@pytest.mark.parametrize(
    ("item", "action", "scope"),
    [
        ("1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Hồ sơ gồm đơn và bản sao.”", "amends", "khoản 2 Điều 5"),
        ("1. Sửa đổi khoản 2 Điều 5: “2. Ông Lê Văn Mẫu - Tổ trưởng”.", "amends", "khoản 2 Điều 5"),
        ("1. Bổ sung khoản 3a vào sau khoản 3 Điều 7 như sau:", "supplements", "khoản 3a Điều 7"),
        ("1. Bãi bỏ điểm d, đ khoản 2 Điều 10.", "repeals", "điểm d, đ khoản 2 Điều 10"),
        ("1. Thay thế cụm từ “Sở A” bằng cụm từ “Sở B” tại điểm a khoản 1 Điều 9.", "amends", "điểm a khoản 1 Điều 9"),
        ("1. Bãi bỏ cụm từ “theo khoản 9 Điều 9” tại Điều 4.", "amends", "Điều 4"),
        ("1. Tại khoản 2 Điều 1, sửa “10 người” thành “12 người”.", "amends", "khoản 2 Điều 1"),
        ("a) Khoản 3 Điều 4 được sửa đổi như sau:\n“3. Nộp hồ sơ.”", "amends", "Khoản 3 Điều 4"),
        ("- Bãi bỏ Điều 8;", "repeals", "Điều 8"),
        ("1. Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Quyết định này.", "replaces", "Phụ lục I"),
    ],
)
def test_an_item_has_its_own_act(item: str, action: str, scope: str) -> None:
    assert below(f"Sửa đổi, bổ sung {OLD} như sau:", item) == [(action, (scope,))]


def test_what_is_of_a_clause_may_be_named_alone_below_it() -> None:
    items = "1. Sửa đổi điểm d như sau:\n“d) Lập danh sách.”\n2. Bãi bỏ điểm đ khoản 2 Điều 6."
    assert below(f"Sửa đổi, bổ sung một số điểm của khoản 2 Điều 6 {OLD} như sau:", items) == [
        ("amends", ("một số điểm của khoản 2 Điều 6",)),
        ("amends", ("điểm d khoản 2 Điều 6",)),
        ("repeals", ("điểm đ khoản 2 Điều 6",)),
    ]


def test_an_item_may_act_twice() -> None:
    items = (
        "1. Sửa đổi điểm d, bổ sung điểm đ khoản 1 Điều 7 như sau:\n“d) Một;\nđ) Hai.”\n"
        "2. Bãi bỏ Điều 9 và cụm từ “cấp huyện” tại Điều 3."
    )
    assert below(f"Sửa đổi, bổ sung một số điều của {OLD} như sau:", items)[1:] == [
        ("amends", ("điểm d khoản 1 Điều 7",)),
        ("supplements", ("điểm đ khoản 1 Điều 7",)),
        ("repeals", ("Điều 9",)),
        ("amends", ("Điều 3",)),
    ]


def test_an_item_lends_its_act_to_those_below_it() -> None:
    items = (
        "1. Thay thế các cụm từ như sau:\na) Cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 1 Điều 3;\n"
        "2. Bãi bỏ một số khoản, cụm từ sau:\na) Khoản 2 Điều 15;\nb) Cụm từ “quận” tại khoản 1 Điều 2.\n"
        "3. Giao Văn phòng thực hiện khoản 2 Điều 8."
    )
    assert below(f"Sửa đổi {OLD} như sau:", items) == [
        ("amends", ("khoản 1 Điều 3",)),
        ("repeals", ("Khoản 2 Điều 15",)),
        ("amends", ("khoản 1 Điều 2",)),
    ]


def test_a_clause_without_its_article_is_in_doubt() -> None:
    decision = decided(f"Điều 1. Điều chỉnh {OLD} như sau:\n1. Bãi bỏ khoản 3.")
    assert [r.state for r in decision.relations if r.action == "repeals"] == ["review"]


@pytest.mark.parametrize(
    "after",
    [
        "“1. Bãi bỏ khoản 3 Điều 5.”",  # new wording
        "1. Bãi bỏ khoản 3 Điều 5 của Quyết định này.",
        "Điều 2. Bãi bỏ khoản 3 Điều 5 của Quy chế.",  # another article
    ],
)
def test_nothing_else_is_an_item(after: str) -> None:
    assert acts(decided(f"Điều 1. Sửa đổi {OLD} như sau:\n{after}")) == [("amends", "12/QĐ-UBND", ())]


def test_what_a_heading_leaves_open_its_items_say() -> None:
    items = (
        "1. Thay thế cụm từ “huyện” bằng “xã” tại khoản 1 Điều 4;\n2. Bãi bỏ một số khoản như sau:\na) Khoản 2 Điều 15;"
    )
    assert below(f"Thay thế, bãi bỏ một số khoản, cụm từ tại các điều Quy định kèm theo {OLD}", items) == [
        ("amends", ("khoản 1 Điều 4",)),
        ("repeals", ("Khoản 2 Điều 15",)),
    ]
    assert below(f"Bãi bỏ một số khoản của Quy định kèm theo {OLD}", "1. Giao Sở Nội vụ.") == [
        ("repeals", ("một số khoản",))
    ]
