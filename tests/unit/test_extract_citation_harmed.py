"""Citations that an eye misread: what else they tell, and what the paper itself is issued by, says what was meant."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation
from extract.find.as_named import as_named
from extract.find.as_told import as_told
from tests.unit.test_extract_citations import cited, scanned
from tests.unit.test_extract_stained import scanned as scanned_paper


def _citation(number: str, kind: str, day: date | None = None, issuer: str | None = None) -> Citation:
    return Citation(text=number, number=number, kind=kind, issued_on=day, issuer=issuer, confidence=0.95)


@pytest.mark.parametrize(
    ("citation", "number", "state"),
    [
        (_citation("1382/2020/NĐ-CP", "nghi_dinh", date(2020, 11, 27)), "138/2020/NĐ-CP", "review"),
        (_citation("10/2004/NĐ-CP", "nghi_dinh", date(2004, 4, 8)), "110/2004/NĐ-CP", "review"),
        (_citation("1382/2020/NĐ-CP", "nghi_dinh", date(2020, 11, 28)), "1382/2020/NĐ-CP", "sure"),
        (_citation("103/2024/NĐ-CP", "nghi_dinh", date(2024, 7, 30)), "103/2024/NĐ-CP", "sure"),
        (_citation("104/2024/NĐ-CP", "nghi_dinh", date(2024, 7, 30)), "104/2024/NĐ-CP", "sure"),  # of the same day
        (_citation("35/CT-TTs", "chi_thi", None, "Thủ tướng Chính phủ"), "35/CT-TTg", "review"),
        (_citation("35/CT-TTs", "chi_thi", None, "Giám đốc Sở Nội vụ"), "35/CT-TTs", "sure"),
        (_citation("12/TT-BTP", "thong_tu", None, "Bộ Tài chính"), "12/TT-BTP", "sure"),  # another's, whole
        (_citation("27/QU", "nghi_quyet", None, "Ban Thường vụ Quận ủy"), "27-NQ/QU", "review"),
        (_citation("27/UBND", "nghi_quyet"), "27/UBND", "sure"),
    ],
)
def test_numbers_beside_what_the_citation_tells(citation: Citation, number: str, state: str) -> None:
    found = as_told(citation)
    assert (found.number, found.state) == (number, state)
    assert state == "sure" or citation.number in [each.value for each in found.candidates]


@pytest.mark.parametrize(
    ("printed", "number", "own", "seen", "issuer"),
    [
        ("Chính phả", "138/2020/NĐ-CP", None, 0.9, "Chính phủ"),
        ("C| phủ", "138/2020/NĐ-CP", None, 0.9, "Chính phủ"),
        ("Bộ trưởng Bộ Nộl vụ", "2/2019/TT-BNV", None, 0.9, "Bộ trưởng Bộ Nội vụ"),
        ("Bộ Tài chính", "2/2019/TT-BNV", None, 0.9, "Bộ Tài chính"),  # another body, whoever is wrong
        ("Ủy ban nhân dân quận Hai Bà Triếng", "2/QĐ-UBND", "Ủy ban nhân dân quận Hai Bà Trưng", 0.9, None),
        (
            "Ủy ban nhân dân xã Ninh Hiệp",
            "2/QĐ-UBND",
            "Ủy ban nhân dân xã Ninh Giang",
            0.9,
            "Ủy ban nhân dân xã Ninh Hiệp",
        ),
        (
            "Hiệu trưởng Tin Đại học Sư phạm",
            "2/QĐ-ĐHSP",
            "Trường Đại học Sư phạm",
            0.3,
            "Hiệu trưởng Trường Đại học Sư phạm",
        ),
        (
            "Hiệu trưởng Tin Đại học Sư phạm",
            "2/QĐ-ĐHSP",
            "Trường Đại học Sư phạm",
            0.9,
            "Hiệu trưởng Tin Đại học Sư phạm",
        ),
    ],
)
def test_issuers_beside_the_bodies_they_can_be(
    printed: str, number: str, own: str | None, seen: float, issuer: str | None
) -> None:
    """None: as the paper's own issuer."""
    found = as_named(_citation(number, "quyet_dinh", None, printed), own, seen)
    assert found.issuer == (issuer or own)
    assert found.state == ("sure" if found.issuer == printed else "review")


@pytest.mark.parametrize(
    ("string", "number"),
    [
        ("Căn cứ Nghị quyết số22/NQ-HĐND ngày 11/12/2021;", "22/NQ-HĐND"),
        ("Căn cứ Nghị định số 170//202%NĐ-CP ngày 30 tháng 6 năm 2025;", "170/2025/NĐ-CP"),
        ("Căn cứ Nghị định sốl 10/2004/NĐ-CP ngày 08 tháng 4 năm 2004;", "110/2004/NĐ-CP"),
        ("Căn cứ Nghị định sốt 12/2004/NĐ-CP ngày 08 tháng 4 năm 2004;", "12/2004/NĐ-CP"),
    ],
)
def test_numbers_that_run_into_what_stands_before(string: str, number: str) -> None:
    citation = scanned(string, {})
    assert citation.number == number
    assert citation.state == ("sure" if "số22" in string else "review")


def test_a_word_where_the_day_should_be_named() -> None:
    citation = scanned("Xét Công văn số 6906/BNV-VTLTNN Tên? 10/5/2022 của Bộ Nội vụ về việc xây dựng kho;", {})
    assert (citation.issued_on, citation.issuer, citation.state) == (date(2022, 5, 10), "Bộ Nội vụ", "review")


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("ngày 05 . 3 năm 2020", date(2020, 3, 5)),
        ("ngày 15 thần . LỊ năm 2020", date(2020, 11, 15)),
        ("ngày 13 tháng IT năm 2020", date(2020, 11, 13)),
        ("ngày 01 6/2020", date(2020, 6, 1)),
        ("ngày '19 tháng 6 năm 2020", date(2020, 6, 19)),
        ("ngày 07/2020", None),
    ],
)
def test_what_is_left_of_a_day(printed: str, day: date | None) -> None:
    citation = scanned(f"Căn cứ Nghị định số 30/2020/NĐ-CP {printed} của Chính phủ về công tác văn thư;", {})
    assert citation.issued_on == day
    assert citation.state == ("sure" if "'19" in printed else "review")
    assert day is None or (citation.issuer, citation.subject) == ("Chính phủ", "về công tác văn thư")


@pytest.mark.parametrize(
    ("string", "seen", "subject", "state"),
    [
        ("quay định về tuyển dụng", {}, "quy định về tuyển dụng", "review"),
        ("về công tác văn thu", {}, "về công tác văn thư", "review"),
        ("quyết định về tuyển dụng", {}, None, "sure"),
        (
            "thi hành Nghị quyết ngày 27 tháng 1Ì năm 2019",
            {},
            "thi hành Nghị quyết ngày 27 tháng 11 năm 2019",
            "review",
        ),
        ("về công tác văn thư", {"thư;": 0.3}, "về công tác văn thư", "review"),
        ("về kế hoạch năm 2023", {"2023;": 0.7}, "về kế hoạch năm 2023", "review"),
        ("về công tác văn thư", {"thư;": 0.7}, "về công tác văn thư", "sure"),
    ],
)
def test_a_subject_is_sure_where_it_was_read(
    string: str, seen: dict[str, float], subject: str | None, state: str
) -> None:
    citation = scanned(f"Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ {string};", seen)
    assert (citation.subject, citation.state) == (subject, state)


def test_a_law_whose_day_cannot_be_read_is_not_told_by_its_name_alone() -> None:
    found = scanned_paper("Điều 1. Giao Sở Nội vụ.\n", day="15 thảo x . LỊ mùa")
    assert [(base.subject, base.state) for base in found.bases] == [("Viên chức", "review")]
    found = scanned_paper("Điều 1. Giao Sở Nội vụ.\n", day="x . LỊ mùa")
    assert [base.state for base in found.bases] == ["review"]


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ("Luật Cán bộ; công chức ngày 13 tháng 11 năm 2008;", [("Cán bộ, công chức", date(2008, 11, 13), "review")]),
        ("Luật Cán bộ; công chức năm 2008;", [("Cán bộ, công chức", None, "review")]),
        (
            "Luật Phổ biến; giáo dục pháp luật ngày 20/6/2012.",
            [("Phổ biến, giáo dục pháp luật", date(2012, 6, 20), "review")],
        ),
        ("Luật Cán bộ; công chức;", [("Cán bộ", None, "sure")]),  # neither date nor year: nothing says that it goes on
        ("Luật Lưu trữ; theo đề nghị của Trưởng phòng tại Tờ trình ngày 20/6/2025.", [("Lưu trữ", None, "sure")]),
        ("Luật Lưu trữ; nghị định của Chính phủ ngày 20/6/2025.", [("Lưu trữ", None, "sure")]),
        ("Luật Lưu trữ; được sửa đổi năm 2025.", [("Lưu trữ", None, "sure")]),
        (
            "Luật Lưu trữ; Luật Thanh tra ngày 14/11/2022;",
            [("Lưu trữ", None, "sure"), ("Thanh tra", date(2022, 11, 14), "sure")],
        ),
    ],
)
def test_a_comma_in_the_name_of_a_law_read_as_a_semicolon(base: str, found: list[tuple[str, date | None, str]]) -> None:
    laws = cited(f"Căn cứ {base}", in_bases=True)
    assert [(law.subject, law.issued_on, law.state) for law in laws] == found


def test_the_number_behind_a_torn_name_of_a_law_leaves_no_sure_law_of_half_a_name() -> None:
    laws = cited("Căn cứ Luật Cán bộ; công chức số 22/2008/QH12 ngày 13/11/2008;", in_bases=True)
    assert [(law.number, law.state) for law in laws] == [(None, "review"), ("22/2008/QH12", "sure")]


def test_a_bracket_in_the_name_of_a_law_that_nothing_closes_was_a_part_of_it() -> None:
    bases = (
        "Căn cứ Luật Tổ chức Hội đồng nhân (ĐWEk Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
        "Căn cứ Luật Viên chức (được sửa đổi ngày 25 tháng 11 năm 2019);",
    )
    assert [cited(base, in_bases=True)[0].state for base in bases] == ["review", "sure"]


@pytest.mark.parametrize(("symbol", "state"), [("UBND", "sure"), ("UBNĐ", "review")])
def test_a_mark_too_many_in_the_symbol_of_a_known_body(symbol: str, state: str) -> None:
    citation = scanned(f"Quyết định số 80/2019/QĐ-{symbol} ngày 03/02/2019 của Ủy ban nhân dân tỉnh về chợ;", {})
    assert (citation.number, citation.state) == ("80/2019/QĐ-UBND", state)
