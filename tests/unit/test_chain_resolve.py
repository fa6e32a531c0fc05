"""Which instrument does a citation mean? Rows that a lawyer can read; the registry is the project's own table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from decisions.decision import Citation
from decisions.number import number_key, parse_number
from decisions.tables import rows
from search_api.chain.known import registered
from search_api.chain.resolve import resolve
from search_api.store import CitationRow, Node, Resolution
from search_api.store.drawers import drawer, serial_of

BACH_MAI = "Ủy ban nhân dân phường Bạch Mai"
HAI_BA_TRUNG = "Ủy ban nhân dân quận Hai Bà Trưng"
URBAN = "về thí điểm tổ chức mô hình chính quyền đô thị tại thành phố Hà Nội"


def held(
    id: str, number: str, day: str | None, issuer: str | None, kind: str = "quyet_dinh", subject: str = ""
) -> Node:
    on = date.fromisoformat(day) if day else None
    return Node(id=id, held=True, kind=kind, number=number, issued_on=on, issuer=issuer, subject=subject or None)


D216 = held("d-216", "216/QĐ-UBND", "2022-01-20", HAI_BA_TRUNG)
D216_NEXT = held("d-216b", "216/QĐ-UBND", "2023-01-18", HAI_BA_TRUNG)
D216_WARD = held("d-216c", "216/QĐ-UBND", "2022-01-20", BACH_MAI)
D12_UNDATED = held("d-12", "12/QĐ-UBND", None, None)
D15_NORM = held("d-15", "15/2019/QĐ-UBND", "2019-09-11", "Ủy ban nhân dân tỉnh Quảng Ngãi")
ND32 = held("d-32", "32/2021/NĐ-CP", "2021-03-29", "Chính phủ", kind="nghi_dinh")
D5_TTG = held("d-5", "5/QĐ-TTg", "2022-01-04", "Thủ tướng Chính phủ")


def cites(
    number: str | None,
    day: str | None = None,
    issuer: str | None = None,
    kind: str | None = None,
    subject: str | None = None,
    text: str = "",
) -> Citation:
    on = date.fromisoformat(day) if day else None
    return Citation(text=text or number or "", number=number, kind=kind, issued_on=on, issuer=issuer, subject=subject)


def answers(citations: list[Citation], nodes: list[Node], own: str | None = None) -> list[Resolution]:
    rows = [
        CitationRow(key=i, said_by=f"d-{i}", citation=each, node=None, own_issuer=own)
        for i, each in enumerate(citations)
    ]
    found, _ = resolve(rows, nodes, registered({drawer(each) for each in citations}))
    return found


def answer(citation: Citation, nodes: list[Node], own: str | None = None) -> tuple[str, str | None]:
    (found,) = answers([citation], nodes, own)
    return found.match, found.node


@pytest.mark.parametrize(
    ("citation", "nodes", "expected"),
    [
        # A number of the whole country is enough by itself.
        (cites("32/2021/NĐ-CP"), [ND32], ("held", "d-32")),
        (cites("32/2021/NĐ-CP", "2021-03-29", "Chính phủ", "nghi_dinh"), [ND32], ("held", "d-32")),
        # A government page prints 23 for 29: matched by number, the date is a warning and no other decree.
        (cites("32/2021/NĐ-CP", "2021-03-23", "Chính phủ"), [ND32], ("held", "d-32")),
        # A number of one office among many: body and day.
        (cites("216/QĐ-UBND", "2022-01-20", "UBND quận Hai Bà Trưng"), [D216, D216_NEXT, D216_WARD], ("held", "d-216")),
        (cites("216/QĐ-UBND", "2023-01-18", "UBND quận Hai Bà Trưng"), [D216, D216_NEXT], ("held", "d-216b")),
        (cites("0216/QĐ-UBND", "2022-01-20", "UBND quận Hai Bà Trưng"), [D216], ("held", "d-216")),
        (
            cites("216/QĐ-UBND", "2022-01-20", "Chủ tịch UBND quận Hai Bà Trưng, thành phố Hà Nội"),
            [D216, D216_WARD],
            ("held", "d-216"),
        ),
        # The day without the body: only where one decision fits.
        (cites("216/QĐ-UBND", "2022-01-20"), [D216, D216_NEXT], ("held", "d-216")),
        (cites("216/QĐ-UBND", "2022-01-20"), [D216, D216_WARD], ("ambiguous", None)),
        # The number alone never links, not even where only one is held.
        (cites("216/QĐ-UBND"), [D216, D216_NEXT], ("ambiguous", None)),
        (cites("216/QĐ-UBND"), [D216], ("ambiguous", None)),
        (cites("216/QĐ-UBND", issuer=HAI_BA_TRUNG), [D216], ("ambiguous", None)),
        (cites("12/QĐ-UBND", "2022-01-20", BACH_MAI), [D12_UNDATED], ("ambiguous", None)),
        # The same number, body and year, but another day: a slip or another decision, a person must look.
        (cites("216/QĐ-UBND", "2022-01-21", HAI_BA_TRUNG), [D216], ("ambiguous", None)),
        # A year in the number stands for the date.
        (cites("15/2019/QĐ-UBND", issuer="UBND tỉnh Quảng Ngãi"), [D15_NORM], ("held", "d-15")),
        (cites("15/2019/QĐ-UBND"), [D15_NORM], ("ambiguous", None)),
        # Only one body signs QĐ-TTg, but its numbers start anew each year.
        (cites("05/QĐ-TTg", "2022-01-04"), [D5_TTG], ("held", "d-5")),
        (cites("05/QĐ-TTg"), [D5_TTG], ("ambiguous", None)),
    ],
)
def test_what_is_held(citation: Citation, nodes: list[Node], expected: tuple[str, str | None]) -> None:
    assert answer(citation, nodes) == expected


@pytest.mark.parametrize(
    ("citation", "nodes"),
    [
        (cites("217/QĐ-UBND", "2022-01-20", HAI_BA_TRUNG), [D216]),  # one wrong digit in the serial
        (cites("33/2021/NĐ-CP", "2021-03-29", "Chính phủ", "nghi_dinh"), [ND32]),
        (cites("32/2022/NĐ-CP", "2021-03-29", "Chính phủ", "nghi_dinh"), [ND32]),  # wrong year
        (cites("216/QĐ-UBND", "2022-01-20", "UBND quận Hoàn Kiếm"), [D216]),  # another body
        (cites("216/QĐ-UBND", "2024-01-20", HAI_BA_TRUNG), [D216]),  # another year
        (cites("216/KH-UBND", "2022-01-20", HAI_BA_TRUNG, "ke_hoach"), [D216]),  # another kind, on the same day
        (cites("56/QĐ-SNV", "2022-01-20", kind="quyet_dinh"), [held("d-56", "56/QĐ-UBND", "2022-01-20", BACH_MAI)]),
        # A council's resolution of the same serial, year and day as the Assembly's.
        (cites("97/2019/NQ-HĐND", "2019-11-27", kind="nghi_quyet"), []),
        # The Government's own resolution, rightly said to be the Government's.
        (cites("97/2019/NQ-CP", "2019-11-27", "Chính phủ", "nghi_quyet"), []),
    ],
)
def test_what_is_another_instrument(citation: Citation, nodes: list[Node]) -> None:
    (found,) = answers([citation], nodes)
    assert found.match == "missing"
    assert found.node is not None and found.node.startswith("m-")
    assert found.number is None


def registered_id(number: str) -> str:
    return next(node.id for node in registered({serial_of(number)}) if node.number == number)


@pytest.mark.parametrize(
    "citation",
    [
        cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội", "nghi_quyet"),
        cites("97/2019/NQ-CP", None, "Quốc hội", "nghi_quyet"),
        cites("97/2019/NQ-CP", "2019-11-27", None, None, URBAN),
        cites("97/2019/QH15", "2019-11-27", "Quốc hội", "nghi_quyet"),
        cites("97/2019/NQ-QH14", "2019-11-27", "Quốc hội", "nghi_quyet"),
    ],
)
def test_the_slip_97_2019(citation: Citation) -> None:
    (found,) = answers([citation], [])
    assert (found.match, found.number) == ("corrected", "97/2019/QH14")
    assert found.node == registered_id("97/2019/QH14")


RECORDS = "về công tác văn thư"


@pytest.mark.parametrize(
    ("citation", "match"),
    [
        (cites("30/2022/NĐ-CP", "2020-03-05", "Chính phủ", "nghi_dinh", RECORDS), "corrected"),
        (cites("30/2022/NĐ-CP", "2020-03-05", None, "nghi_dinh", RECORDS), "corrected"),
        (cites("30/2022/NĐ-CP", "2020-03-05", "Chính phủ", "nghi_dinh"), "missing"),  # nothing says what it is about
        (cites("30/2022/NĐ-CP", "2022-03-05", "Chính phủ", "nghi_dinh", RECORDS), "missing"),  # right in itself
        (cites("30/2022/NĐ-CP", "2020-05-03", "Chính phủ", "nghi_dinh", RECORDS), "missing"),  # another day
        (cites("31/2022/NĐ-CP", "2020-03-05", "Chính phủ", "nghi_dinh", RECORDS), "missing"),  # another serial
        (cites("30/2022/QĐ-TTg", "2020-03-05", "Thủ tướng Chính phủ", "quyet_dinh", RECORDS), "missing"),
    ],
)
def test_a_year_that_the_day_belies(citation: Citation, match: str) -> None:
    (found,) = answers([citation], [])
    assert found.match == match
    if match == "corrected":
        assert (found.number, found.node) == ("30/2020/NĐ-CP", registered_id("30/2020/NĐ-CP"))


def test_a_slip_resolves_to_what_is_held() -> None:
    qh14 = held("d-97", "97/2019/QH14", "2019-11-27", "Quốc hội", "nghi_quyet", URBAN)
    assert answer(cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội", "nghi_quyet"), [qh14]) == ("corrected", "d-97")


def test_a_slip_is_mended_by_what_others_cite_rightly() -> None:
    slip = cites("48/2018/QĐ-TTg", "2018-05-04", "Chính phủ", "nghi_dinh")
    right = cites("48/2018/NĐ-CP", "2018-05-04", "Chính phủ", "nghi_dinh")
    wrong, good = answers([slip, right], [])
    assert (wrong.match, wrong.number, wrong.node) == ("corrected", "48/2018/NĐ-CP", good.node)
    assert answer(slip, [])[0] == "missing"


def test_a_rightly_cited_number_is_no_slip() -> None:
    """Another document shows that the number exists: then nothing is mended, and nobody is led astray."""
    wrong, right = answers(
        [
            cites("48/2018/QĐ-TTg", "2018-05-04", "Chính phủ", "quyet_dinh"),
            cites("48/2018/QĐ-TTg", "2018-05-04", "Thủ tướng Chính phủ", "quyet_dinh"),
        ],
        [held("d-48", "48/2018/NĐ-CP", "2018-05-04", "Chính phủ", "nghi_dinh")],
    )
    assert wrong.match == right.match == "missing"
    assert wrong.node == right.node


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (BACH_MAI, ("held", "d-216c")),
        (HAI_BA_TRUNG, ("ambiguous", None)),  # a district that says "UBND phường" may mean any ward
        (None, ("ambiguous", None)),
    ],
)
def test_a_ward_means_itself(own: str | None, expected: tuple[str, str | None]) -> None:
    other = held("d-216d", "216/QĐ-UBND", "2022-01-20", "Ủy ban nhân dân phường Ngọc Hà")
    citation = cites("216/QĐ-UBND", "2022-01-20", "UBND phường")
    assert answer(citation, [D216_WARD, other], own) == expected


@pytest.mark.parametrize(
    "citation",
    [
        cites(None, "2015-06-19", None, "luat", "Tổ chức chính quyền địa phương"),
        cites(
            None,
            None,
            None,
            "luat",
            "Tổ chức chính quyền địa phương",
            text="Luật Tổ chức chính quyền địa phương năm 2015",
        ),
        cites("77/2015/QH13", kind="luat"),
        cites("77/2015/QH13"),
    ],
)
def test_laws_are_cited_by_name(citation: Citation) -> None:
    (found,) = answers([citation], [])
    assert (found.match, found.node) == ("missing", registered_id("77/2015/QH13"))


LOCAL = "Tổ chức chính quyền địa phương"


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        # 2025 had two laws of this name: the year alone names neither, the day does.
        (cites(None, None, None, "luat", LOCAL, text=f"Luật {LOCAL} năm 2025"), ("ambiguous", None)),
        (cites(None, "2025-06-16", None, "luat", LOCAL), ("missing", "72/2025/QH15")),
        (cites(None, "2025-02-19", None, "luat", LOCAL), ("missing", "65/2025/QH15")),
        (cites(None, None, None, "bo_luat", "Dân sự", text="Bộ luật Dân sự 2015"), ("missing", "91/2015/QH13")),
        (cites(None, None, None, "luat", "Đất đai", text="Luật Đất đai 2013"), ("missing", "45/2013/QH13")),
        (cites(None, None, None, "luat", "Thanh tra", text="Luật Thanh tra năm 2022"), ("missing", "11/2022/QH15")),
    ],
)
def test_the_year_of_a_law(citation: Citation, expected: tuple[str, str | None]) -> None:
    match, number = expected
    assert answer(citation, []) == (match, registered_id(number) if number else None)


@pytest.mark.parametrize("row", [row for row in rows("instruments") if row["number"]], ids=lambda row: row["number"])
def test_one_wrong_digit_never_links(row: dict[str, str]) -> None:
    """Kind, day, issuer and subject all agree; only a figure of the serial or the year is wrong. A year that the day
    belies may be corrected, and is shown as such; a serial never is.
    """
    digits = [i for i, char in enumerate(row["number"][:9]) if char.isdecimal()]
    wrong = {row["number"][:i] + other + row["number"][i + 1 :] for i in digits for other in "0123456789"}
    for number in sorted(wrong):
        if number_key(number) == number_key(row["number"]) or parse_number(number) is None:
            continue
        citation = cites(number, row["issued_on"], row["issuer"], row["kind"], row["subject"])
        (found,) = answers([citation], [])
        same_serial = serial_of(number) == serial_of(row["number"])
        assert found.match in ("missing", "ambiguous", *(["corrected"] if same_serial else []))
        assert found.node != registered_id(row["number"]) or found.match == "corrected"


def test_a_law_and_a_resolution_may_share_a_number() -> None:
    law = held("d-law", "80/2025/QH15", "2025-06-24", "Quốc hội", "luat")
    resolution = replace(law, id="d-res", kind="nghi_quyet")
    assert answer(cites("80/2025/QH15", kind="luat"), [law, resolution]) == ("held", "d-law")
    assert answer(cites("80/2025/QH15", kind="nghi_quyet"), [law, resolution]) == ("held", "d-res")
    assert answer(cites("80/2025/QH15"), [law, resolution]) == ("ambiguous", None)


SAME_DECREE = [
    cites("48/2018/NĐ-CP"),
    cites("48/2018/NĐ-CP", "2018-03-21"),
    cites("48/2018/NĐ-CP", "2018-03-21", "Chính phủ", "nghi_dinh", "về cảng biển"),
    cites("48/2018/NĐ-CP", "2018-03-12", "Chính phủ", "nghi_dinh"),
]


def test_a_missing_decree_is_one_node_in_any_order() -> None:
    seen = set()
    for order in permutations(SAME_DECREE):
        rows = [CitationRow(key=i, said_by="d-1", citation=each, node=None) for i, each in enumerate(order)]
        found, nodes = resolve(rows, [], [])
        assert len({each.node for each in found}) == 1
        seen.add(tuple(nodes))
    ((node,),) = seen
    assert (node.number, node.issued_on) == ("48/2018/NĐ-CP", date(2018, 3, 21))
    assert (node.issuer, node.kind, node.subject) == ("Chính phủ", "nghi_dinh", "về cảng biển")


SAME_DECISION = [
    cites("1455/QĐ-UBND", "2021-05-21", "UBND quận Hai Bà Trưng", "quyet_dinh"),
    cites("1455/QĐ-UBND", "2021-05-21", "Ủy ban nhân dân quận Hai Bà Trưng, thành phố Hà Nội"),
    cites("1455/QĐ-UBND", "2021-05-21"),
]


def test_a_missing_decision_is_one_node_in_any_order() -> None:
    for order in permutations(SAME_DECISION):
        assert {each.match for each in answers(list(order), [])} == {"missing"}
        assert len({each.node for each in answers(list(order), [])}) == 1


def test_two_missing_decisions_of_one_number_stay_two() -> None:
    one, other, bare = answers(
        [
            cites("1455/QĐ-UBND", "2021-05-21", "UBND quận Hai Bà Trưng"),
            cites("1455/QĐ-UBND", "2021-05-21", "UBND quận Hoàn Kiếm"),
            cites("1455/QĐ-UBND", "2021-05-21"),
        ],
        [],
    )
    assert one.node != other.node
    assert (bare.match, bare.node) == ("ambiguous", None)
    assert {id for id, _ in bare.candidates} == {one.node, other.node}
