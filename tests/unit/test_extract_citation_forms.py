"""Citations in series, laws by their whole name, old forms and damaged numbers: rows that a clerk can check."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation
from decisions.text import Span
from extract.find.citations import find_citations
from extract.sheet import sheet
from tests.bench.texts import reading_of


def cited(string: str) -> list[Citation]:
    text = reading_of(string).text
    found = find_citations(sheet(text), Span(start=0, end=len(text.string)), in_bases=string.startswith("Căn cứ"))
    return [each.citation for each in found]


@pytest.mark.parametrize(
    ("string", "number"),
    [
        ("theo Thông tư số 20/TT-LB ngày 02/6/1993 hướng dẫn chế độ.", "20/TT-LB"),
        ("theo Thông tư liên Bộ số 20/TT-LB ngày 02/6/1993 hướng dẫn chế độ.", "20/TT-LB"),
        ("theo Thông tư liên bộ số 20/TTLB ngày 02/6/1993 của Bộ Nội vụ.", "20/TTLB"),
        ("theo Thông tư liên Bộ số 20/LB-TT ngày 02/6/1993 hướng dẫn chế độ.", "20/LB-TT"),
        ("theo Thông tư số 20-TT/LB ngày 02/6/1993 hướng dẫn chế độ.", "20-TT/LB"),
        ("theo Thông tư của liên Bộ Nội vụ - Tài chính số 20/TT-LB ngày 02/6/1993.", "20/TT-LB"),
        ("theo văn bản số 20/TT-LB ngày 02/6/1993 hướng dẫn chế độ.", "20/TT-LB"),
        ("theo Thông tư liên ngành số 01/1998/TTLN-TANDTC-VKSNDTC ngày 03/01/1998.", "01/1998/TTLN-TANDTC-VKSNDTC"),
        ("theo Thông tư số 55/2005/TTLT-BNV-VPCP ngày 06/5/2005 hướng dẫn.", "55/2005/TTLT-BNV-VPCP"),
        ("theo Thông tư liên tịch số 47/2011/TTLT/BGDĐT-BNV ngày 19/10/2011.", "47/2011/TTLT/BGDĐT-BNV"),
    ],
)
def test_circulars_of_several_ministries(string: str, number: str) -> None:
    (found,) = cited(string)
    assert (found.kind, found.number, found.state) == ("thong_tu_lien_tich", number, "sure")


def test_a_circular_of_one_ministry_beside_a_joint_one() -> None:
    found = cited("theo Thông tư số 20/TT-LB ngày 02/6/1993 và số 25/TT-BTC ngày 05/6/1993")
    assert [(each.kind, each.number) for each in found] == [
        ("thong_tu_lien_tich", "20/TT-LB"),
        ("thong_tu", "25/TT-BTC"),
    ]


def test_the_word_in_front_says_what_an_old_symbol_is() -> None:
    found = cited("Xét các Tờ trình số 12/TT-UBND ngày 02/6/2008 và số 14/TT-UBND ngày 05/6/2008 của UBND huyện")
    assert [(each.kind, each.number, each.state) for each in found] == [
        ("to_trinh", "12/TT-UBND", "sure"),
        ("to_trinh", "14/TT-UBND", "sure"),
    ]


FIRST, LAST = date(2022, 7, 1), date(2022, 7, 5)


@pytest.mark.parametrize(
    ("string", "expected"),
    [
        (
            "Bãi bỏ các Quyết định số 12, 13 và 14/QĐ-UBND ngày 01/7/2022 của UBND tỉnh về giá.",
            [(n, FIRST, "UBND tỉnh") for n in ("12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND")],
        ),
        (
            "Bãi bỏ các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 01/7/2022 và số 14/QĐ-UBND ngày 05/7/2022 của UBND tỉnh.",
            [
                ("12/QĐ-UBND", FIRST, "UBND tỉnh"),
                ("13/QĐ-UBND", FIRST, "UBND tỉnh"),
                ("14/QĐ-UBND", LAST, "UBND tỉnh"),
            ],
        ),
        (
            "Hủy bỏ Quyết định số 12/QĐ-UBND, Quyết định số 13/QĐ-UBND và Quyết định số 14/QĐ-UBND cùng ngày 01/7/2022 của "
            "UBND tỉnh.",
            [(n, FIRST, "UBND tỉnh") for n in ("12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND")],
        ),
        (
            "Hủy bỏ hai Quyết định số 12/QĐ-UBND, 13/QĐ-UBND cùng ký ngày 01/7/2022 của UBND tỉnh.",
            [(n, FIRST, "UBND tỉnh") for n in ("12/QĐ-UBND", "13/QĐ-UBND")],
        ),
        # Without "các" nothing says that the date is both's.
        (
            "theo Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 01/7/2022",
            [("12/QĐ-UBND", None, None), ("13/QĐ-UBND", FIRST, None)],
        ),
        # A year in the number that is not the date's own.
        (
            "các Quyết định số 12/2021/QĐ-UBND, 13/2022/QĐ-UBND ngày 01/7/2022",
            [("12/2021/QĐ-UBND", None, None), ("13/2022/QĐ-UBND", FIRST, None)],
        ),
        (
            "Quyết định số 12/2020, 13/2021/QĐ-UBND của UBND tỉnh",
            [("12/2020/QĐ-UBND", None, "UBND tỉnh"), ("13/2021/QĐ-UBND", None, "UBND tỉnh")],
        ),
        (
            "Căn cứ các Nghị quyết của Quốc hội: số 55/2010/QH12 ngày 01/7/2022 về thuế; số 28/2016/QH14 ngày 05/7/2022;",
            [("55/2010/QH12", FIRST, "Quốc hội"), ("28/2016/QH14", LAST, "Quốc hội")],
        ),
        (
            "Quyết định số 12/QĐ-UBND ngày 01/7/2022 và Quyết định số 13/QĐ-SNV ngày 05/7/2022 của Sở Nội vụ",
            [("12/QĐ-UBND", FIRST, None), ("13/QĐ-SNV", LAST, "Sở Nội vụ")],
        ),
        (
            "Nghị định số 48/2013/NĐ-CP ngày 01/7/2022 và Nghị định số 92/2017/NĐ-CP ngày 05/7/2022 của Chính phủ",
            [("48/2013/NĐ-CP", FIRST, "Chính phủ"), ("92/2017/NĐ-CP", LAST, "Chính phủ")],
        ),
        (
            "Quyết định số 12/QĐ-UBND ngày 01/7/2022;\nQuyết định số 13/QĐ-UBND ngày 05/7/2022 của UBND huyện",
            [("12/QĐ-UBND", FIRST, None), ("13/QĐ-UBND", LAST, "UBND huyện")],
        ),
        (
            "Quyết định số 12/QĐ-UBND ngày 01/7/2022 về giá và Quyết định số 13/QĐ-UBND ngày 05/7/2022 của UBND huyện",
            [("12/QĐ-UBND", FIRST, None), ("13/QĐ-UBND", LAST, "UBND huyện")],
        ),
        (
            "các Nghị định của Chính phủ số 63/2010/NĐ-CP ngày 01/7/2022 về giá; số 48/2013/NĐ-CP ngày 05/7/2022",
            [("63/2010/NĐ-CP", FIRST, "Chính phủ"), ("48/2013/NĐ-CP", LAST, "Chính phủ")],
        ),
        (
            "các Nghị định của Chính phủ: số 6/2010/NĐ-CP ngày 01/7/2022; số 7/2010/NĐ-CP ngày 05/7/2022 của Chính phủ về giá; "
            "số 8/2013/NĐ-CP ngày 05/7/2022",
            [
                (n, day, "Chính phủ")
                for n, day in (("6/2010/NĐ-CP", FIRST), ("7/2010/NĐ-CP", LAST), ("8/2013/NĐ-CP", LAST))
            ],
        ),
        (
            "các Quyết định của Chủ tịch UBND tỉnh: số 12/QĐ-UBND ngày 01/7/2022 về giá tại Quyết định số 9/QĐ-UBND ngày "
            "01/7/2022 của UBND tỉnh; số 13/QĐ-UBND ngày 05/7/2022",
            [
                ("12/QĐ-UBND", FIRST, "Chủ tịch UBND tỉnh"),
                ("9/QĐ-UBND", FIRST, "UBND tỉnh"),
                ("13/QĐ-UBND", LAST, "Chủ tịch UBND tỉnh"),
            ],
        ),
    ],
)
def test_series(string: str, expected: list[tuple[str, date | None, str | None]]) -> None:
    found = cited(string)
    assert [(c.number, c.issued_on, c.issuer) for c in found] == expected
    assert len({c.kind for c in found}) == 1
    assert {c.state for c in found} == {"sure"}
    for citation in found:
        assert citation.span is not None
        assert citation.text == string[citation.span.start : citation.span.end]


AMENDING = "sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Đầu tư và Luật Hải quan"


@pytest.mark.parametrize(
    ("string", "kind", "number", "day", "name"),
    [
        (
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
            *("luat", "64/2025/QH15", None, "Ban hành văn bản quy phạm pháp luật"),
        ),
        ("Căn cứ Luật Đất đai 31/2024/QH15;", "luat", "31/2024/QH15", None, "Đất đai"),
        (f"Căn cứ Luật {AMENDING} số 90/2025/QH15;", "luat", "90/2025/QH15", None, AMENDING),
        (f"Căn cứ Luật {AMENDING} ngày 25/6/2025;", "luat", None, date(2025, 6, 25), AMENDING),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch ngày 20/11/2018;",
            *("luat", None, date(2018, 11, 20), "sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch"),
        ),
        (
            "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;",
            *("luat", None, date(2022, 11, 10), "Thực hiện dân chủ ở cơ sở"),
        ),
        (
            "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân (sửa đổi) ngày 21 tháng 6 năm 1994;",
            *("luat", None, date(1994, 6, 21), "Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"),
        ),
        ("Căn cứ Luật ngày 25 tháng 6 năm 2025;", "luat", None, date(2025, 6, 25), None),
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương năm 2015;",
            *("luat", None, None, "Tổ chức chính quyền địa phương"),
        ),
        ("theo Bộ luật Dân sự 2015", "bo_luat", None, None, "Dân sự"),
        ("theo Pháp lệnh Ngoại hối ngày 13/12/2005", "phap_lenh", None, date(2005, 12, 13), "Ngoại hối"),
        (
            "Pháp lệnh số 34/2001/PL-UBTVQH10 ngày 04/4/2001",
            *("phap_lenh", "34/2001/PL-UBTVQH10", date(2001, 4, 4), None),
        ),
        ("Căn cứ Hiến pháp năm 2013;", "hien_phap", None, None, None),
        (
            "Căn cứ Luật số 97/2025/QH15 ngày 27/6/2025 sửa đổi, bổ sung một số điều của Luật Công đoàn;",
            *("luat", "97/2025/QH15", date(2025, 6, 27), "sửa đổi, bổ sung một số điều của Luật Công đoàn"),
        ),
    ],
)
def test_laws(string: str, kind: str, number: str | None, day: date | None, name: str | None) -> None:
    (law,) = cited(string)
    assert (law.kind, law.number, law.issued_on, law.subject) == (kind, number, day, name)
    assert law.text.startswith(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))


@pytest.mark.parametrize("string", ["theo quy định của pháp luật", "pháp luật số 5", "luật chuyên ngành năm 2020"])
def test_law_in_general_is_no_law(string: str) -> None:
    assert cited(string) == []


def test_a_word_for_any_instrument_takes_no_kind_from_the_one_ahead() -> None:
    found = cited("theo Quy định số 99-QĐ/TW ngày 09/01/2024, QĐ số 12-QĐ/HU và văn bản số 7/SNV-TH.")
    assert [c.kind for c in found] == ["quy_dinh", "quyet_dinh", "cong_van"]


def test_a_law_amended_by_another() -> None:
    found = cited("Căn cứ Luật Xây dựng số 50/2014/QH13 được sửa đổi, bổ sung bởi Luật số 62/2020/QH14;")
    assert [(c.number, c.subject) for c in found] == [("50/2014/QH13", "Xây dựng"), ("62/2020/QH14", None)]


@pytest.mark.parametrize(
    ("string", "kind", "number"),
    [
        ("Nghị định số 74/CP ngày 25/10/1993", "nghi_dinh", "74/CP"),
        ("Nghị định số 73-CP ngày 25/10/1995", "nghi_dinh", "73-CP"),
        ("Thông tư số 89-TC/TCT ngày 09/11/1993", "thong_tu", "89-TC/TCT"),
        ("Thông tư số 14 TC/HCVX ngày 01/02/1995", "thong_tu", "14-TC/HCVX"),
        ("Nghị định số 92/2017/NĐCP ngày 07/8/2017", "nghi_dinh", "92/2017/NĐ-CP"),
        ("Quyết định số 216/QĐUBND ngày 01/7/2022", "quyet_dinh", "216/QĐ-UBND"),
        ("Lệnh số 05/2025/L-CTN ngày 01/7/2025", None, "05/2025/L-CTN"),
        ("Nghị quyết liên tịch số 72/2025/NQLT-UBTVQH15-CP", "nghi_quyet", "72/2025/NQLT-UBTVQH15-CP"),
        ("Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP", "nghi_quyet", "72/2025/NQLT/UBTVQH15-CP"),
        ("Quy định số 80-QĐ/TW ngày 18/8/2022", "quy_dinh", "80-QĐ/TW"),
        ("Quyết định số 80-QĐ/TW ngày 18/8/2022", "quyet_dinh", "80-QĐ/TW"),
        ("Báo cáo thẩm định dự thảo số 22/BC-STP ngày 01/7/2022", "bao_cao", "22/BC-STP"),
        ("Nghị định của Chính phủ số 30/2020/NĐ-CP ngày 05/3/2020", "nghi_dinh", "30/2020/NĐ-CP"),
        ("Hợp đồng số 15/2022/HĐ-XD ngày 05/5/2022", "hop_dong", "15/2022/HĐ-XD"),
        ("Kế hoạch số 12/2019/KH-UBND ngày 05/5/2019", "ke_hoach", "12/2019/KH-UBND"),
        ("Tờ trình số 7/2023/TTr-STC ngày 05/5/2023", "to_trinh", "7/2023/TTr-STC"),
        ("Báo cáo thẩm định số 12/BCTĐ-TTĐ ngày 05/5/2023", "bao_cao", "12/BCTĐ-TTĐ"),
        ("Báo cáo kết quả thẩm định số 12/BCTĐ-TTĐ ngày 05/5/2023", "bao_cao", "12/BCTĐ-TTĐ"),
        ("Hợp đồng lao động số 17/HĐLĐ-ĐK ngày 05/5/2023", "hop_dong", "17/HĐLĐ-ĐK"),
        ("Kết luận thanh tra số 17/KLTT-STC ngày 05/5/2023", "ket_luan", "17/KLTT-STC"),
        ("Công văn hướng dẫn thực hiện số 17/STC-TT ngày 05/5/2023", "cong_van", "17/STC-TT"),
        ("văn bản hướng dẫn thực hiện số 17/STC-TT ngày 05/5/2023", "cong_van", "17/STC-TT"),
        ("Giấy phép số 12/GP-UBND ngày 05/5/2023", None, "12/GP-UBND"),
        ("Trích lục bản đồ địa chính số 55/TL-TNMT ngày 05/5/2023", None, "55/TL-TNMT"),
        ("tại Văn bản số 45/TNMT-ĐĐ ngày 05/5/2023", "cong_van", "45/TNMT-ĐĐ"),
        ("Luật Đất đai: số 103/2024/NĐ-CP ngày 30/7/2024", "nghi_dinh", "103/2024/NĐ-CP"),
    ],
)
def test_old_and_loose_forms(string: str, kind: str | None, number: str) -> None:
    (citation,) = cited(string)
    assert (citation.kind, citation.number, citation.state) == (kind, number, "sure")


@pytest.mark.parametrize(
    ("string", "printed", "number", "candidates"),
    [
        ("Nghị quyết số 97/2019/QHI4 ngày 27/11/2019", "97/2019/QHI4", "97/2019/QH14", ["97/2019/QH14"]),
        ("Luật Đất đai số 31/2024/0H15", "31/2024/0H15", "31/2024/QH15", ["31/2024/QH15"]),
        ("Nghị định số 30/2020/NĐJCP ngày 05/3/2020", "30/2020/NĐJCP", "30/2020/NĐ-CP", ["30/2020/NĐ-CP"]),
        ("Luật Giá số 16/2023/QHl5", "16/2023/QHl5", "16/2023/QH15", ["16/2023/QH15"]),
        ("Luật Đất đai số 72/2025/QH ngày 16/6/2025", "72/2025/QH", "72/2025/QH15", ["72/2025/QH15"]),
        # In an election year the day decides, and without one both terms stay.
        ("Luật Dược số 10/2016/QH ngày 06/4/2016", "10/2016/QH", "10/2016/QH13", ["10/2016/QH13"]),
        ("Luật Dược số 10/2016/QH", "10/2016/QH", None, ["10/2016/QH13", "10/2016/QH14"]),
        ("Luật số 43/2024/QH1;", "43/2024/QH1", "43/2024/QH1", ["43/2024/QH1", "43/2024/QH15"]),
        ("Nghị định số 78/20255/NĐ-CP ngày 01/4/2025", "78/20255/NĐ-CP", "78/2025/NĐ-CP", ["78/2025/NĐ-CP"]),
        ("Nghị định số 78/225/NĐ-CP ngày 01/4/2025", "78/225/NĐ-CP", "78/2025/NĐ-CP", ["78/2025/NĐ-CP"]),
        ("Nghị định số 78/225/NĐ-CP của Chính phủ", "78/225/NĐ-CP", None, []),
        ("Nghị định số 78/2025NĐ-CP ngày 01/4/2025", "78/2025NĐ-CP", "78/2025/NĐ-CP", ["78/2025/NĐ-CP"]),
        ("Thông tư số 5/2025/TTT-BNV ngày 01/4/2025", "5/2025/TTT-BNV", "5/2025/TT-BNV", ["5/2025/TT-BNV"]),
        ("Quyết định số …/QĐ-UBND ngày 01/4/2025 của UBND tỉnh", "…/QĐ-UBND", None, []),
        ("theo Nghị định số 78/NĐ-CP của Chính phủ;", "78/NĐ-CP", "78/NĐ-CP", []),
        (
            "theo Nghị định số 78/NĐ-CP ngày 01/4/2025 của Chính phủ;",
            *("78/NĐ-CP", "78/NĐ-CP", ["78/NĐ-CP", "78/2025/NĐ-CP"]),
        ),
        (
            "theo Chỉ thị số 5/CTT-TTg ngày 01/4/2025 của Thủ tướng Chính phủ;",
            *("5/CTT-TTg", "5/CTT-TTg", ["5/CTT-TTg", "5/CT-TTg"]),
        ),
        (
            "Quyết định số 12§4/QĐ-UBND ngày 01/7/2022",
            *("12§4/QĐ-UBND", None, ["1284/QĐ-UBND", "1254/QĐ-UBND", "1294/QĐ-UBND", "124/QĐ-UBND"]),
        ),
        ("Tờ trình số 1420TTr-BQL ngày 13/12/2024", "1420TTr-BQL", "1420/TTr-BQL", ["1420/TTr-BQL"]),
        ("Tờ trình số 14201TTr-BQL", "14201TTr-BQL", None, ["14201/TTr-BQL", "1420/TTr-BQL"]),
        ("Tờ trình số 373/1Tr-SNV ngày 01/7/2022", "373/1Tr-SNV", "373/TTr-SNV", ["373/TTr-SNV"]),
        ("Nghị định số 30/2021/NĐ- vọn ngày 05/3/2021", "30/2021/NĐ- vọn", "30/2021/NĐ-CP", ["30/2021/NĐ-CP"]),
        ("Nghị định số 92/201 7/NĐ-CP ngày 07/8/2017", "92/201 7/NĐ-CP", "92/2017/NĐ-CP", ["92/2017/NĐ-CP"]),
        ("Quyết định số 22/201 /QĐ-UBND ngày 13/9/2019", "22/201 /QĐ-UBND", "22/2019/QĐ-UBND", ["22/2019/QĐ-UBND"]),
        ("Quyết định số 22/201 /QĐ-UBND về giá", "22/201 /QĐ-UBND", None, []),
    ],
)
def test_damaged_numbers_are_found_and_left_to_a_person(
    string: str, printed: str, number: str | None, candidates: list[str]
) -> None:
    (citation,) = cited(string)
    assert (citation.printed, citation.number, citation.state) == (printed, number, "review")
    assert [each.value for each in citation.candidates] == candidates


@pytest.mark.parametrize("string", ["số tài khoản 1420TTr", "máy ISO 9001-QA", "phòng 12§4", "tờ bản đồ số 373/1"])
def test_damage_elsewhere_is_no_citation(string: str) -> None:
    assert cited(string) == []


def test_the_next_item_of_a_list_is_of_its_kind_and_not_of_the_title_before() -> None:
    bases = (
        "Căn cứ các Quyết định của Ủy ban nhân dân tỉnh: số 2601/QĐ-UBND ngày 10/8/2020 về việc phê duyệt dự án; "
        "số 811/QĐ-UBND ngày 12/3/2021 về việc điều chỉnh dự án;"
    )
    found = [(each.number, each.kind) for each in cited(bases)]
    assert found == [("2601/QĐ-UBND", "quyet_dinh"), ("811/QĐ-UBND", "quyet_dinh")]


@pytest.mark.parametrize(
    "between",
    ["về việc phê duyệt dự án;", "về việc phê duyệt dự án,", "ban hành Kế hoạch;", "về việc giao đất;", "và"],
)
def test_the_word_above_a_list_says_what_its_items_are(between: str) -> None:
    found = cited(
        f"Căn cứ các Quyết định của UBND tỉnh: số 2601/QĐ-UBND ngày 15/10/2021 {between} "
        "số 811/QĐ-UBND ngày 10/5/2022 về việc phê duyệt điều chỉnh dự án;"
    )
    assert [(each.kind, each.number, each.issuer, each.state) for each in found] == [
        ("quyet_dinh", "2601/QĐ-UBND", "UBND tỉnh", "sure"),
        ("quyet_dinh", "811/QĐ-UBND", "UBND tỉnh", "sure"),
    ]


def test_a_kind_of_another_symbol_behind_a_comma_begins_no_citation() -> None:
    found = cited("theo Nghị quyết số 12/NQ-HĐND ngày 05/3/2021 thông qua Đề án, số 13/NQ-HĐND ngày 06/3/2021.")
    assert [(each.kind, each.number) for each in found] == [("nghi_quyet", "12/NQ-HĐND"), ("nghi_quyet", "13/NQ-HĐND")]


@pytest.mark.parametrize(
    ("string", "kind", "number", "day", "state"),
    [
        (
            "Xét Tờ trình số 1.024/TTr-TNMT ngày 12/10/2023 của Phòng Tài nguyên và Môi trường;",
            "to_trinh",
            "1024/TTr-TNMT",
            date(2023, 10, 12),
            "review",
        ),
        (
            "Căn cứ Quyết định số 12.045/QĐ-UBND ngày 12/10/2023;",
            "quyet_dinh",
            "12045/QĐ-UBND",
            date(2023, 10, 12),
            "review",
        ),
        (
            "Căn cứ Nghị quyết số 66.7/2025/NQ-CP ngày 15/11/2025 của Chính phủ;",
            "nghi_quyet",
            "66.7/2025/NQ-CP",
            date(2025, 11, 15),
            "sure",
        ),
        (
            "Căn cứ Thông tư liên tịch số 28/1999/TTLT của Bộ Giáo dục và Đào tạo - Ban Tổ chức Cán bộ Chính phủ;",
            "thong_tu_lien_tich",
            None,
            None,
            "review",
        ),
        (
            "Căn cứ Thông tư liên tịch số 28/1999/TTLT - BTC-BNV ngày 03/3/1999;",
            "thong_tu_lien_tich",
            "28/1999/TTLT-BTC-BNV",
            date(1999, 3, 3),
            "sure",
        ),
        (
            "Căn cứ Sắc lệnh số 63/SL ngày 22/11/1945 của Chủ tịch Chính phủ lâm thời;",
            "sac_lenh",
            "63/SL",
            date(1945, 11, 22),
            "sure",
        ),
    ],
)
def test_numbers_that_old_and_careless_papers_bear(
    string: str, kind: str, number: str | None, day: date | None, state: str
) -> None:
    (found,) = cited(string)
    assert (found.kind, found.number, found.issued_on, found.state) == (kind, number, day, state)


def test_letters_that_look_like_others_are_those() -> None:
    (found,) = cited("Căn cứ Nghị quyết số 66/NQ-\u0421\u0420 ngày 26/3/2025 của Chính phủ;")
    assert (found.number, found.issued_on, found.state) == ("66/NQ-CP", date(2025, 3, 26), "sure")


def test_a_day_printed_twice_is_that_day() -> None:
    (found,) = cited("Căn cứ Nghị định số 63/2010/NĐ-CP ngày ngày 08 tháng 6 năm 2010 của Chính phủ;")
    assert (found.issued_on, found.issuer) == (date(2010, 6, 8), "Chính phủ")


@pytest.mark.parametrize("day", ["09/6/20205", "09/6/25", "09 tháng 6 năm 20255"])
def test_a_slip_in_a_day_hides_nothing_behind_it(day: str) -> None:
    (citation,) = cited(f"Nghị định số 118/2025/NĐ-CP ngày {day} của Chính phủ về một cửa;")
    assert (citation.issued_on, citation.issuer, citation.subject) == (None, "Chính phủ", "về một cửa")
    assert citation.state == "review"
