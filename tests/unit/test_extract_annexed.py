"""Instruments that an article repeals and only an annex names: row by row, wholly or in part, as a clerk reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from decisions.decision import Decision, Relation
from decisions.text import PageSource
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD

MARKET = "Quyết định số 12/2015/QĐ-UBND ngày 11/5/2015 của Ủy ban nhân dân tỉnh quy định về quản lý chợ"
RULES = (
    "Quyết định số 13/2017/QĐ-UBND ngày 12/6/2017 của Ủy ban nhân dân tỉnh sửa đổi, bổ sung một số điều của Quyết định số "
    "5/2016/QĐ-UBND ngày 01/02/2016 của Ủy ban nhân dân tỉnh"
)
PRICES = "Quyết định số 14/2019/QĐ-UBND ngày 21/10/2019 của Ủy ban nhân dân tỉnh về giá dịch vụ"
LIST = ("PHỤ LỤC", "DANH MỤC QUYẾT ĐỊNH BỊ BÃI BỎ", f"1. {MARKET};", f"2. {RULES};", f"3. {PRICES}.")
ALL = ["12/2015/QĐ-UBND", "13/2017/QĐ-UBND", "14/2019/QĐ-UBND"]


def decided(clause: str, *annexes: tuple[str, ...], source: PageSource = "born") -> Decision:
    """A decision whose first article is the clause; each annex is two lines of heading and its rows."""
    origin = "(Kèm theo Quyết định số 86/QĐ-UBND ngày 16 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh)"
    below = "\n".join("\n".join((*lines[:2], origin, *lines[2:])) for lines in annexes)
    reading = reading_of(
        f"{HEAD}Căn cứ Luật Lưu trữ ngày 21/6/2024;\nQUYẾT ĐỊNH:\nĐiều 1. {clause}\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n"
        f"TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n{below}\n"
    )
    pages = tuple(replace(page, source=source) for page in reading.text.pages)
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, pages=pages)))
    return decision


def ended(decision: Decision) -> list[Relation]:
    return [r for r in decision.relations if r.source is None and r.action in ("repeals", "annuls", "ends")]


def numbers(relations: list[Relation]) -> list[str | None]:
    return [r.target.number for r in relations]


def test_a_stray_word_that_an_eye_saw_puts_the_list_in_review() -> None:
    clause = "Bãi bỏ một phần 03 mm Quyết định có tên trong Danh mục ban hành kèm theo Quyết định này."
    found = decided(clause, LIST, source="ocr")
    assert [(r.action, r.target.number, r.state) for r in ended(found)] == [("repeals", n, "review") for n in ALL]


def test_a_speck_behind_the_heading_of_a_list_parts_it_not_from_its_rows() -> None:
    clause = "Bãi bỏ các Quyết định do Ủy ban nhân dân tỉnh ban hành (có Danh mục kèm theo)."
    decision = decided(clause, ("DANH MỤC'", "Quyết định bị bãi bỏ .", *LIST[2:]), source="ocr")
    assert (len(decision.annexes), numbers(ended(decision))) == (1, ALL)


@pytest.mark.parametrize(
    "clause",
    [
        "Bãi bỏ toàn bộ 03 văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này.",
        "Bãi bỏ các văn bản quy phạm pháp luật do Ủy ban nhân dân tỉnh ban hành tại Phụ lục ban hành kèm theo Quyết định này.",
        "Bãi bỏ toàn bộ các Quyết định có tên trong Danh mục ban hành kèm theo Quyết định này.",
        "Bãi bỏ 03 (ba) Quyết định do Ủy ban nhân dân tỉnh ban hành (có Danh mục kèm theo).",
        "Bãi bỏ các Quyết định của Ủy ban nhân dân tỉnh (Phụ lục kèm theo Quyết định này).",
        "Bãi bỏ toàn bộ các văn bản quy phạm pháp luật (chi tiết tại Phụ lục đính kèm).",
    ],
)
def test_an_article_repeals_what_its_annex_lists(clause: str) -> None:
    decision = decided(clause, LIST)
    found = ended(decision)
    assert [(r.action, r.target.number, r.scope, r.state) for r in found] == [
        ("repeals", number, (), "sure") for number in ALL
    ]
    assert {r.effective_on for r in found} == {date(2025, 1, 16)}
    assert all(r.sentence.endswith(clause.rstrip(".")) and r.place == r.target.place for r in found)
    # what is only named in the title of another is no row of the list
    others = [
        (r.action, r.source and r.source.number) for r in decision.relations if r.target.number == "5/2016/QĐ-UBND"
    ]
    assert others == [("amends", "13/2017/QĐ-UBND"), ("refers_to", None)]


@pytest.mark.parametrize(
    ("clause", "action", "day"),
    [
        ("Hủy bỏ các Quyết định tại Phụ lục kèm theo Quyết định này.", "annuls", date(2025, 1, 16)),
        (
            "Các văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này hết hiệu lực kể từ ngày 01/3/2025.",
            *("ends", date(2025, 3, 1)),
        ),
        (
            "Bãi bỏ các Quyết định tại Phụ lục kèm theo Quyết định này kể từ ngày 01/3/2025.",
            "repeals",
            date(2025, 3, 1),
        ),
    ],
)
def test_other_acts_and_other_days(clause: str, action: str, day: date) -> None:
    assert {(r.action, r.effective_on) for r in ended(decided(clause, LIST))} == {(action, day)}


@pytest.mark.parametrize(
    ("clause", "rows", "scopes"),
    [
        # the parts stand in the row
        (
            "Bãi bỏ một phần các văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này.",
            (f"1. Khoản 2 Điều 3 {MARKET};", f"2. Điều 5 và Điều 7 của {PRICES}."),
            [("Khoản 2 Điều 3",), ("Điều 5", "Điều 7")],
        ),
        # they do not: in part all the same
        (
            "Bãi bỏ một phần các văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này.",
            (f"1. {MARKET};", f"2. {PRICES}."),
            [("một phần",), ("một phần",)],
        ),
        # the headings of the list tell which
        (
            "Bãi bỏ toàn bộ và một phần các văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này.",
            (
                *("I. VĂN BẢN BÃI BỎ TOÀN BỘ", f"1. {MARKET};"),
                *("II. VĂN BẢN BÃI BỎ MỘT PHẦN", f"1. Điều 5 {PRICES}."),
            ),
            [(), ("Điều 5",)],
        ),
    ],
)
def test_in_whole_or_in_part(clause: str, rows: tuple[str, ...], scopes: list[tuple[str, ...]]) -> None:
    found = ended(decided(clause, ("PHỤ LỤC", "DANH MỤC VĂN BẢN BỊ BÃI BỎ", *rows)))
    assert [(r.target.number, r.scope, r.state) for r in found] == [
        (number, scope, "sure") for number, scope in zip(("12/2015/QĐ-UBND", "14/2019/QĐ-UBND"), scopes, strict=True)
    ]


def test_whole_or_part_that_nothing_tells_is_for_a_person() -> None:
    clause = "Bãi bỏ toàn bộ hoặc một phần các văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này."
    assert [(r.target.number, r.state) for r in ended(decided(clause, LIST))] == [(number, "review") for number in ALL]


def test_two_annexes_each_for_its_sentence() -> None:
    clause = (
        "Bãi bỏ toàn bộ các Quyết định tại Phụ lục I kèm theo Quyết định này; bãi bỏ một phần các Quyết định tại Phụ lục II "
        "kèm theo Quyết định này."
    )
    found = ended(
        decided(
            clause,
            ("PHỤ LỤC I", "DANH MỤC BÃI BỎ TOÀN BỘ", f"1. {MARKET}."),
            ("PHỤ LỤC II", "DANH MỤC BÃI BỎ MỘT PHẦN", f"1. Điều 4 {PRICES}."),
        )
    )
    assert [(r.target.number, r.scope) for r in found] == [("12/2015/QĐ-UBND", ()), ("14/2019/QĐ-UBND", ("Điều 4",))]


def test_a_count_that_the_annex_does_not_have_is_for_a_person() -> None:
    clause = "Bãi bỏ toàn bộ 04 văn bản quy phạm pháp luật tại Phụ lục kèm theo Quyết định này."
    assert [(r.target.number, r.state) for r in ended(decided(clause, LIST))] == [(number, "review") for number in ALL]


@pytest.mark.parametrize(
    "rows",
    [
        (
            f"1. {MARKET} theo Nghị định số 5/2010/NĐ-CP. Lý do hết hiệu lực: Được thay thế bởi Quyết định số 35/2024/QĐ-UBND. Ngày hết hiệu lực: 01/01/2025.",
            f"2. {PRICES}.\nLý do hết hiệu lực: Hết thời hạn.\nNgày hết hiệu lực: 31/12/2024.",
        ),
        (
            "STT\tTên văn bản\tLý do hết hiệu lực\tNgày hết hiệu lực",
            f"1\t{MARKET} theo Nghị định số 5/2010/NĐ-CP\tĐược thay thế bởi Quyết định số 35/2024/QĐ-UBND\t01/01/2025",
            f"2\t{PRICES}\tHết thời hạn\t31/12/2024",
        ),
    ],
)
def test_a_list_of_what_ended_says_why_and_when(rows: tuple[str, ...]) -> None:
    clause = "Công bố kèm theo Quyết định này Danh mục 02 văn bản quy phạm pháp luật hết hiệu lực toàn bộ năm 2024."
    decision = decided(clause, ("DANH MỤC", "VĂN BẢN QUY PHẠM PHÁP LUẬT HẾT HIỆU LỰC TOÀN BỘ", *rows))
    told = [
        (r.action, r.source and r.source.number, r.target.number, r.scope, r.effective_on, r.state)
        for r in decision.relations
        if r.action in ("replaces", "ends")
    ]
    assert told == [
        ("replaces", "35/2024/QĐ-UBND", "12/2015/QĐ-UBND", (), date(2025, 1, 1), "sure"),
        ("ends", None, "14/2019/QĐ-UBND", (), date(2024, 12, 31), "sure"),
    ]


def test_a_title_within_such_a_list_tells_of_others() -> None:
    row = f"1. {MARKET} theo Nghị định số 5/2010/NĐ-CP được sửa đổi bởi Nghị định số 6/2012/NĐ-CP. Hết hiệu lực từ ngày 01/01/2025."
    decision = decided("Công bố kèm theo Quyết định này Danh mục.", ("DANH MỤC", "VĂN BẢN HẾT HIỆU LỰC", row))
    told = [
        (r.action, r.source and r.source.number, r.target.number)
        for r in decision.relations
        if r.action in ("amends", "ends")
    ]
    assert told == [("amends", "6/2012/NĐ-CP", "5/2010/NĐ-CP"), ("ends", None, "12/2015/QĐ-UBND")]


@pytest.mark.parametrize(
    "clause",
    [
        # the annex of another instrument; lists of procedures; what is only issued
        "Bãi bỏ các Quyết định tại Phụ lục kèm theo Quyết định số 20/QĐ-UBND ngày 01/01/2020.",
        "Bãi bỏ các thủ tục hành chính tại Phụ lục kèm theo Quyết định này.",
        "Ban hành kèm theo Quyết định này Danh mục văn bản áp dụng trên địa bàn tỉnh.",
        "Giao Sở Tư pháp trình bãi bỏ các Quyết định tại Phụ lục kèm theo Quyết định này.",
    ],
)
def test_what_repeals_nothing_of_the_annex(clause: str) -> None:
    assert [n for n in numbers(ended(decided(clause, LIST))) if n in ALL] == []


def test_a_list_set_with_tabs() -> None:
    rows = (
        "STT\tTên loại\tSố, ký hiệu\tNgày ban hành\tTrích yếu",
        "1\tQuyết định\t12/2015/QĐ-UBND\t11/5/2015\tQuy định về quản lý chợ",
        "2\tQuyết định\t14/2019/QĐ-UBND\t21/10/2019\tVề giá dịch vụ theo Nghị định số 60/2021/NĐ-CP",
    )
    found = ended(
        decided(
            "Bãi bỏ các Quyết định tại Phụ lục kèm theo Quyết định này.",
            ("PHỤ LỤC", "DANH MỤC QUYẾT ĐỊNH BỊ BÃI BỎ", *rows),
        )
    )
    assert [(r.target.number, r.target.kind, r.scope) for r in found] == [
        ("12/2015/QĐ-UBND", "quyet_dinh", ()),
        ("14/2019/QĐ-UBND", "quyet_dinh", ()),
    ]
