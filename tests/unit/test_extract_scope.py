"""Which parts of another instrument are meant: never fewer than are named, never more."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_relations import acts, decided


@pytest.mark.parametrize(
    ("parts", "scope"),
    [
        ("khoản 2, 3 Điều 5", ("khoản 2, 3 Điều 5",)),
        ("khoản 4, 5 và 6 Điều 30", ("khoản 4, 5 và 6 Điều 30",)),
        ("khoản 1 và khoản 4 Điều 8", ("khoản 1 và khoản 4 Điều 8",)),
        ("điểm a, b khoản 1 Điều 4", ("điểm a, b khoản 1 Điều 4",)),
        ("điểm d, điểm đ khoản 1 Điều 4", ("điểm d, điểm đ khoản 1 Điều 4",)),
        ("điểm a khoản 1, b khoản 2 Điều 6", ("điểm a khoản 1, b khoản 2 Điều 6",)),
        ("khoản 1 và điểm c khoản 3, khoản 4 Điều 11", ("khoản 1 và điểm c khoản 3, khoản 4 Điều 11",)),
        (
            "khoản 1, khoản 2 Điều 3 và các điểm a, b khoản 1 Điều 4",
            ("khoản 1, khoản 2 Điều 3", "điểm a, b khoản 1 Điều 4"),
        ),
        ("khoản 1 và khoản 3 Điều 2, Điều 5", ("khoản 1 và khoản 3 Điều 2", "Điều 5")),
        ("các khoản 1, 2 Điều 4; khoản 5 Điều 6", ("khoản 1, 2 Điều 4", "khoản 5 Điều 6")),
        ("khoản 2 của Điều 5", ("khoản 2 của Điều 5",)),
        ("Điều 3, 4 và 7", ("Điều 3, 4 và 7",)),
        ("từ Điều 3 đến Điều 6", ("từ Điều 3 đến Điều 6",)),
        ("các điểm từ a đến d khoản 2 Điều 4", ("điểm từ a đến d khoản 2 Điều 4",)),
        ("khoản 1 đến khoản 4 Điều 9", ("khoản 1 đến khoản 4 Điều 9",)),
        ("đoạn thứ hai khoản 2 Điều 5", ("đoạn thứ hai khoản 2 Điều 5",)),
        ("gạch đầu dòng thứ nhất khoản 3 Điều 5", ("gạch đầu dòng thứ nhất khoản 3 Điều 5",)),
        ("một số khoản của Điều 5", ("một số khoản của Điều 5",)),
        ("Điều 3 Chương II, Điều 9", ("Điều 3 Chương II", "Điều 9")),
        ("mục 2, mục 5 Phần II", ("mục 2, mục 5 Phần II",)),
        ("Điều 5 và Phụ lục II ban hành kèm theo", ("Điều 5", "Phụ lục II")),
        ("các quy định tại Chương II của Quy chế ban hành kèm theo", ("Chương II",)),
        ("Mục 2 Chương III Quy định ban hành kèm theo", ("Mục 2 Chương III",)),
        ("Phụ lục I, Phụ lục II ban hành kèm theo", ("Phụ lục I", "Phụ lục II")),
    ],
)
def test_all_parts_are_named(parts: str, scope: tuple[str, ...]) -> None:
    decision = decided(f"Điều 1. Bãi bỏ {parts} Quyết định số 12/QĐ-UBND ngày 01/7/2022.")
    assert acts(decision) == [("repeals", "12/QĐ-UBND", scope)]
    assert [r.state for r in decision.relations if r.action == "repeals"] == ["sure"]


@pytest.mark.parametrize(
    ("part", "scope"),
    [
        ("khoản 3a vào sau khoản 3 Điều 7", "khoản 3a Điều 7"),
        ("khoản 3a, 3b vào sau khoản 3 Điều 7", "khoản 3a, 3b Điều 7"),
        ("điểm đ vào sau điểm d khoản 1 Điều 7", "điểm đ khoản 1 Điều 7"),
        ("Điều 7a vào sau Điều 7", "Điều 7a"),
        ("điểm đ vào khoản 2 Điều 4", "điểm đ vào khoản 2 Điều 4"),
    ],
)
def test_what_comes_in_is_meant_not_what_stands_before_it(part: str, scope: str) -> None:
    decision = decided(f"Điều 1. Bổ sung {part} Quyết định số 12/QĐ-UBND như sau:")
    assert acts(decision) == [("supplements", "12/QĐ-UBND", (scope,))]


@pytest.mark.parametrize(
    ("heading", "scope"),
    [
        ("lỗi kỹ thuật tại Quyết định số 12/QĐ-UBND như sau", ()),
        ("một số sai sót về thể thức văn bản tại Quyết định số 12/QĐ-UBND như sau", ()),
        ("Điều 5 Quyết định số 12/QĐ-UBND như sau", ("Điều 5",)),
    ],
)
def test_slips_are_no_part_of_an_instrument(heading: str, scope: tuple[str, ...]) -> None:
    body = f"Điều 1. Đính chính {heading}:\nTại điểm a khoản 2 Điều 5 đã in là: “khoản 3”, nay đính chính thành: “khoản 2”."
    assert acts(decided(body)) == [("corrects", "12/QĐ-UBND", scope)]


@pytest.mark.parametrize(
    "parts", ["khoản 2 và Điều 5", "Điều 5 (trừ khoản 2)", "quy định tại khoản 2 Điều 5 (kể cả Phụ lục số 3)"]
)
def test_a_scope_that_leaves_something_out_is_in_doubt(parts: str) -> None:
    decision = decided(f"Điều 1. Bãi bỏ {parts} Quyết định số 12/QĐ-UBND.")
    assert [r.state for r in decision.relations if r.action == "repeals"] == ["review"]


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        (
            "khoản 1 và khoản 3 Điều 5, điểm a, b khoản 2 Điều 7 và các khoản 2, 4 Điều 9",
            ("khoản 1 và khoản 3 Điều 5", "điểm a, b khoản 2 Điều 7", "khoản 2, 4 Điều 9"),
        ),
        ("khoản 5, khoản 6 Điều 20", ("khoản 5, khoản 6 Điều 20",)),
        ("khoản 2 và Điều 5", ("khoản 2 và Điều 5",)),
    ],
)
def test_a_citation_has_all_parts_before_it(printed: str, parts: tuple[str, ...]) -> None:
    decision = decided(f"Điều 1. Giao Văn phòng thực hiện {printed} Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.")
    assert [citation.parts for citation in decision.citations] == [parts]


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Hủy bỏ phần diện tích 350 m2 tại Điều 1", ("phần diện tích 350 m2 tại Điều 1",)),
        ("Bãi bỏ quy định tại khoản 2 Điều 5 và Phụ lục số 3", ("khoản 2 Điều 5", "Phụ lục số 3")),
        ("Bãi bỏ phần kinh phí quản lý tại khoản 2 Điều 1", ("phần kinh phí quản lý tại khoản 2 Điều 1",)),
        ("Bãi bỏ phần II Phụ lục 1", ("phần II Phụ lục 1",)),
        ("Đính chính lỗi kỹ thuật tại khoản 2 Điều 4 và Phụ lục II", ("khoản 2 Điều 4", "Phụ lục II")),
        ("Sửa đổi, bổ sung tên gọi tại Phụ lục I, Phụ lục III và Điều 5", ("Phụ lục I", "Phụ lục III", "Điều 5")),
    ],
)
def test_what_is_named_beside_the_articles(words: str, scope: tuple[str, ...]) -> None:
    found = decided(f"Điều 1. {words} Quyết định số 12/QĐ-UBND ngày 01/7/2022.").relations
    assert [(r.scope, r.state) for r in found if r.source is None and r.action != "based_on"] == [(scope, "sure")]


@pytest.mark.parametrize(
    ("targets", "scopes"),
    [
        ("Điều 5 Quyết định số 12/QĐ-UBND và Quyết định số 45/QĐ-UBND", [("Điều 5",), ()]),
        ("Phụ lục II Quyết định số 12/QĐ-UBND, Quyết định số 45/QĐ-UBND", [("Phụ lục II",), ()]),
        ("Điều 5 các Quyết định số 12/QĐ-UBND và số 45/QĐ-UBND", [("Điều 5",), ("Điều 5",)]),
        ("Điều 5 các Quyết định: Quyết định số 12/QĐ-UBND và Quyết định số 45/QĐ-UBND", [("Điều 5",), ("Điều 5",)]),
        ("một số điều của Quyết định số 12/QĐ-UBND và Quyết định số 45/QĐ-UBND", [("một số điều",), ("một số điều",)]),
    ],
)
def test_the_next_instrument_has_its_own_parts_or_none(targets: str, scopes: list[tuple[str, ...]]) -> None:
    numbers = ("12/QĐ-UBND", "45/QĐ-UBND")
    expected = [("repeals", number, scope) for number, scope in zip(numbers, scopes, strict=True)]
    assert acts(decided(f"Điều 1. Bãi bỏ {targets}.")) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Bãi bỏ Điều 3; các điểm a, b khoản 2 Điều 5 và cụm từ “hoặc Chủ tịch” tại khoản 1 Điều 6",
            [("repeals", ("Điều 3", "điểm a, b khoản 2 Điều 5")), ("amends", ("khoản 1 Điều 6",))],
        ),
        (
            "Sửa đổi điểm d, bổ sung điểm đ khoản 1 Điều 7",
            [("amends", ("điểm d khoản 1 Điều 7",)), ("supplements", ("điểm đ khoản 1 Điều 7",))],
        ),
        ("Sửa đổi khoản 2, bãi bỏ khoản 3 Điều 7", [("amends", ("khoản 2 Điều 7",)), ("repeals", ("khoản 3 Điều 7",))]),
    ],
)
def test_two_acts_each_on_its_part(words: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    found = decided(f"Điều 1. {words} Quyết định số 12/QĐ-UBND ngày 01/7/2022.").relations
    told = [r for r in found if r.source is None and r.action != "based_on"]
    assert [(r.action, r.scope) for r in told] == expected
    assert {r.state for r in told} == {"sure"}


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Bãi bỏ một số điều của Quy định về mức hỗ trợ một phần chi phí học nghề ban hành kèm theo", ("một số điều",)),
        ("Bãi bỏ Quy chế quản lý một số mục chi ban hành kèm theo", ("Quy chế quản lý một số mục chi",)),
        ("Bãi bỏ một phần nội dung của", ("một phần nội dung",)),
        ("Bãi bỏ một số nội dung tại mục II Phần 2 Định mức lưu trữ ban hành kèm theo",
         ("một số nội dung tại mục II Phần 2",)),
        ("Bãi bỏ các quy định tại một số điều của", ("một số điều",)),
    ],
)  # fmt: skip
def test_what_a_title_says_is_no_scope(words: str, scope: tuple[str, ...]) -> None:
    assert acts(decided(f"Điều 1. {words} Quyết định số 12/QĐ-UBND.")) == [("repeals", "12/QĐ-UBND", scope)]
