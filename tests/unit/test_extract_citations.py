"""Citations as running text prints them: kind, number, date, issuer and subject."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation
from decisions.text import DocumentText, PageText, Span, Word
from extract.find.citations import find_citations
from extract.sheet import sheet
from tests.bench.texts import reading_of


def cited(string: str, *, in_bases: bool = False) -> list[Citation]:
    text = reading_of(string).text
    found = find_citations(sheet(text), Span(start=0, end=len(text.string)), in_bases=in_bases)
    return [each.citation for each in found]


@pytest.mark.parametrize(
    ("string", "kind", "number", "day", "issuer", "subject"),
    [
        (
            "theo Nghị quyết số 97/2019/NQ-CP ngày 27/11/2019 của Quốc hội, từ ngày 01/7/2021",
            *("nghi_quyet", "97/2019/NQ-CP", date(2019, 11, 27), "Quốc hội", None),
        ),
        (
            "Nghị định số 32/2021/NĐ-CP, ngày 29-3-2021, của Chính phủ quy định chi tiết.",
            *("nghi_dinh", "32/2021/NĐ-CP", date(2021, 3, 29), "Chính phủ", "quy định chi tiết"),
        ),
        (
            "Kế hoạch số 100/KH-UBND (ngày 12/4/2021) về việc triển khai thí điểm.",
            *("ke_hoach", "100/KH-UBND", date(2021, 4, 12), None, "về việc triển khai thí điểm"),
        ),
        (
            "thực hiện Thông tri 03-TT/QU, ngày 22 tháng 4 năm 2021 của Ban Thường vụ Quận ủy về tổ chức",
            *("thong_tri", "03-TT/QU", date(2021, 4, 22), "Ban Thường vụ Quận ủy", None),
        ),
        (
            "Triển khai Đề số 11-ĐA/TU ngày 12/5/2022 của Ban Thường vụ Thành ủy",
            *("de_an", "11-ĐA/TU", date(2022, 5, 12), "Ban Thường vụ Thành ủy", None),
        ),
        (
            "Quyết định số 216/QĐ -UBND ngày 5.3.2020 của UBND Thành phố về việc ban hành Quy chế;",
            *("quyet_dinh", "216/QĐ-UBND", date(2020, 3, 5), "UBND Thành phố", "về việc ban hành Quy chế"),
        ),
        (
            "Thông tư số 02/2017/TT-VPCP ngày 31/10/2017 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ hướng dẫn nghiệp vụ.",
            *("thong_tu", "02/2017/TT-VPCP", date(2017, 10, 31)),
            *("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "hướng dẫn nghiệp vụ"),
        ),
        (
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
            *("luat", "72/2025/QH15", date(2025, 6, 16), None, "Tổ chức chính quyền địa phương"),
        ),
        ("Căn cứ Luật Thanh tra ngày 14/11/2022;", "luat", None, date(2022, 11, 14), None, "Thanh tra"),
        ("tại Công văn số 1488/TTT-VP ngày 25/11/2024;", "cong_van", "1488/TTT-VP", date(2024, 11, 25), None, None),
        ("theo văn bản số 3292-TB/TU về cán bộ", "thong_bao", "3292-TB/TU", None, None, None),
    ],
)
def test_one_citation(
    string: str, kind: str | None, number: str | None, day: date | None, issuer: str | None, subject: str | None
) -> None:
    (citation,) = cited(string)
    assert (citation.kind, citation.number, citation.issued_on, citation.issuer) == (kind, number, day, issuer)
    assert subject is None or citation.subject == subject
    assert citation.state == "sure"
    assert citation.span is not None
    assert citation.text == string[citation.span.start : citation.span.end]


def test_a_list_shares_the_word_before_it() -> None:
    found = cited("Bãi bỏ các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 01/7/2022 và số 14/QĐ-UBND.")
    assert [(c.kind, c.number) for c in found] == [
        ("quyet_dinh", "12/QĐ-UBND"),
        ("quyet_dinh", "13/QĐ-UBND"),
        ("quyet_dinh", "14/QĐ-UBND"),
    ]


def test_a_law_that_amends_others_is_one_law() -> None:
    (law,) = cited(
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương "
        "ngày 22/11/2019;"
    )
    assert (law.issued_on, (law.subject or "")[:20]) == (date(2019, 11, 22), "sửa đổi, bổ sung một")


def test_a_law_by_name_alone_counts_only_as_a_base() -> None:
    assert [c.subject for c in cited("Căn cứ Luật Đất đai;", in_bases=True)] == ["Đất đai"]
    assert cited("Căn cứ Luật Đất đai;") == []


def test_the_issuer_before_the_verb() -> None:
    found = cited(
        "Nghị quyết số 97/2019/QH14 nêu: UBND phường đã ban hành Quyết định số 216/QĐ-UBND ngày 01/7/2022 về việc ban hành "
        "Quy chế; Quyết định số 217/QĐ-UBND ngày 01/7/2022; Nghị định số 32/2021/NĐ-CP."
    )
    assert [(c.number, c.issuer) for c in found] == [
        ("97/2019/QH14", None),
        ("216/QĐ-UBND", "UBND phường"),
        ("217/QĐ-UBND", "UBND phường"),
        ("32/2021/NĐ-CP", None),
    ]


def test_slips_stay_as_printed() -> None:
    (citation,) = cited("Nghị quyết số 97/2019/NQ-CP của Quốc hội")
    assert (citation.printed, citation.number) == ("97/2019/NQ-CP", "97/2019/NQ-CP")


@pytest.mark.parametrize(
    "string",
    [
        "bậc 5/9, hệ số 3,66",
        "24/7 ngày 01/7/2022",
        "tờ bản đồ số 12, thửa đất số 5",
        "số 17, đường 3/2",
        "covid -19",
        "",
    ],
)
def test_what_is_no_citation(string: str) -> None:
    assert cited(string) == []


@pytest.mark.parametrize(
    ("string", "number"),
    [
        ("Quyết định số 2 16/QĐ-UBND ngày 01/7/2022", "216/QĐ-UBND"),
        ("Nghị định số 32/2021/NĐ-CP ngày 2 9/3/2021", "32/2021/NĐ-CP"),
        ("Kế hoạch số I00/KH-UBND ngày 12/4/2021", "100/KH-UBND"),
        ("Quyết định số 5l 22/QĐ-XPHC ngày 12/4/2021", "5122/QĐ-XPHC"),
        ("Nghị quyết số 97/20l9/QH14 ngày 27/11/2019", "97/2019/QH14"),
        ("Quyết định số 2l8/QĐ-UBND ngày 01/7/2022", "218/QĐ-UBND"),
        ("Quyết định số 1O3/QĐ-UBND ngày 01/7/2022", "103/QĐ-UBND"),
    ],
)
def test_torn_figures_are_for_review(string: str, number: str) -> None:
    (citation,) = cited(string)
    assert (citation.number, citation.state) == (number, "review")


@pytest.mark.parametrize(
    ("string", "number"),
    [
        ("Nghị định số |38/2020/NĐ-CP ngày 27/11/2020", "138/2020/NĐ-CP"),
        ("Quyết định số 20§1/QĐ-BGDĐT ngày 21/7/2025", None),  # never "1/QĐ-BGDĐT"
        ("Quyết định số “1455/QĐ-UBND” ngày 21/7/2025", "1455/QĐ-UBND"),
    ],
)
def test_a_serial_number_that_begins_with_a_stain_is_no_shorter_number(string: str, number: str | None) -> None:
    (citation,) = cited(string)
    assert citation.number == number
    assert citation.state == ("sure" if "“" in string else "review")


def scanned(string: str, seen: dict[str, float]) -> Citation:
    """The one citation in an optical reading: every word seen well but for these."""
    parts = string.split()
    starts, at = [], 0
    for part in parts:
        at = string.index(part, at)
        starts.append(at)
        at += len(part)
    words = tuple(Word(text=part, page=1, confidence=seen.get(part, 0.95)) for part in parts)
    page = PageText(number=1, span=Span(start=0, end=len(string)), source="ocr", reason="scan")
    text = DocumentText(string=string, words=words, starts=tuple(starts), pages=(page,))
    (found,) = find_citations(sheet(text), page.span)
    return found.citation


@pytest.mark.parametrize(
    ("string", "state"),
    [
        ("Tờ trình số 203/TTr-BNV ngày 25/9/2024", "review"),  # nothing else tells the digits
        ("Nghị định số 138/2020/NĐ-CP ngày 27/11/2020", "sure"),  # its year is seen twice
        ("Nghị định số 138/2029/NĐ-CP ngày 27/11/2020", "review"),
    ],
)
def test_digits_that_were_seen_only_once_must_be_seen_well(string: str, state: str) -> None:
    numbers = {word: 0.85 for word in string.split() if "/" in word and "-" in word}
    assert scanned(string, numbers).state == state


@pytest.mark.parametrize(
    ("string", "number"),
    [
        ("Thông tư số 09/2018/TT- -BGDĐT ngày 30/3/2018 của Bộ trưởng", "09/2018/TT-BGDĐT"),
        ("Thông tư số 09/2022/TT: ~BGDĐT ngày 06 tháng 6 năm 2022 của", "09/2022/TT-BGDĐT"),
        ("Tờ trình số 1420/TT:-BQL ngày 13/12/2024 của Ban", "1420/TTr-BQL"),
        ("Tờ trình số 9628/TT+-\nBGTVT ngày 05 tháng 09 năm 2024.", "9628/TTr-BGTVT"),
        ("Tờ trình số 9628/TT ngày 05 tháng 09 năm 2024.", "9628/TT"),
        ("Nghị định số 138/2020/QĐ-CP ngày 27/11/2020", "138/2020/QĐ-CP"),
    ],
)
def test_a_damaged_joint_of_a_symbol_is_for_review(string: str, number: str) -> None:
    citation = scanned(string, {})
    assert (citation.number, citation.state) == (number, "review")


@pytest.mark.parametrize(
    ("issuer", "state"),
    [
        ("Chính ”ẻ", "review"),  # "Chính phủ" under a stain
        ("Chính phủ", "sure"),
        ("Quốc hội", "sure"),
        ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "sure"),
        ("Chủ tịch UBND tỉnh Mẫu", "sure"),
        ("Ban Chấp hành Trung ương", "sure"),
        ("Trưởng Ban Quản lý các khu công nghiệp", "sure"),
        ("Giám đốc Sở Y tế", "sure"),
        ("Chíph phí", "review"),
    ],
)
def test_an_issuer_that_is_no_body_was_read_wrongly(issuer: str, state: str) -> None:
    string = f"Nghị định số 138/2020/NĐ-CP ngày 27/11/2020 của {issuer} quy định về tuyển dụng;"
    assert scanned(string, {}).state == state


def test_a_stray_letter_in_the_name_of_the_issuer_is_for_review() -> None:
    string = "Quyết định số 203/2024/QĐ-UBND ngày 25/9/2024 của Ủy ban nhân d dân tỉnh Quảng Ngãi về giá;"
    assert scanned(string, {}).state == "review"


def test_letters_read_for_digits_are_kept_as_printed() -> None:
    (citation,) = cited("Căn cứ Kế hoạch số I00/KH-UBND ngày 12/4/2021 của Ủy ban nhân dân thành phố Hà Nội")
    assert (citation.printed, citation.number, citation.issued_on) == ("I00/KH-UBND", "100/KH-UBND", date(2021, 4, 12))


@pytest.mark.parametrize(
    ("string", "numbers"),
    [
        ("Quyết định số 28B/QĐ-UBND ngày 01/7/2022", [("28B/QĐ-UBND", "sure")]),
        ("Công văn số OB/UBND", []),
    ],
)
def test_letters_that_belong_to_a_number_stay(string: str, numbers: list[tuple[str, str]]) -> None:
    assert [(c.number, c.state) for c in cited(string)] == numbers


@pytest.mark.parametrize("string", ["Số: 31/SY-UBND", "Sao y bản chính, số 12/SL-VP", "Số: 4/TrS-UBND"])
def test_the_register_of_copies_is_no_instrument(string: str) -> None:
    assert cited(string) == []


def test_a_doubled_word_is_no_part_of_the_issuer() -> None:
    (citation,) = cited("Quyết định số 07/2022/QĐ-UBND ngày 17/02/2022 của của Ủy ban nhân dân tỉnh Mẫu về phân cấp;")
    assert citation.issuer == "Ủy ban nhân dân tỉnh Mẫu"


@pytest.mark.parametrize(
    "printed", ["ngày 2_ tháng 1? năm 2020", "ngày      tháng 01 năm 2025", "ngày .... tháng 4 năm 2025"]
)
def test_a_date_that_cannot_be_read_is_for_review(printed: str) -> None:
    """Numbers and days of cited instruments are written by hand too."""
    (citation,) = cited(f"Căn cứ Nghị định số 138/2020/NĐ-CP {printed} của Chính phủ quy định về tuyển dụng;")
    assert (citation.issued_on, citation.state) == (None, "review")
    assert (citation.issuer, citation.subject) == ("Chính phủ", "quy định về tuyển dụng")


def test_a_doubtful_reading_is_for_review() -> None:
    string = "Quyết định số 216/QĐ-UBND ngày 01/7/2022"
    parts = string.split()
    starts = [string.index(part) for part in parts]
    words = tuple(Word(text=part, page=1, confidence=0.4 if "216" in part else 0.95) for part in parts)
    page = PageText(number=1, span=Span(start=0, end=len(string)), source="ocr", reason="scan")
    text = DocumentText(string=string, words=words, starts=tuple(starts), pages=(page,))
    (found,) = find_citations(sheet(text), page.span)
    assert (found.citation.number, found.citation.state) == ("216/QĐ-UBND", "review")


@pytest.mark.parametrize(
    ("base", "found"),
    [
        ("Luật Cán bộ, công chức;", [("Cán bộ, công chức", "Luật Cán bộ, công chức")]),
        (
            "Luật Cán bộ, công chức và Luật Viên chức;",
            [("Cán bộ, công chức", "Luật Cán bộ, công chức"), ("Viên chức", "Luật Viên chức")],
        ),
        (
            "Luật Cán bộ, công chức, Bộ luật Lao động;",
            [("Cán bộ, công chức", "Luật Cán bộ, công chức"), ("Lao động", "Bộ luật Lao động")],
        ),
        ("Luật Phổ biến, giáo dục pháp luật;", [("Phổ biến, giáo dục pháp luật", "Luật Phổ biến, giáo dục pháp luật")]),
        ("Luật Lưu trữ hiện hành;", [("Lưu trữ", "Luật Lưu trữ")]),
        ("Luật Lưu trữ và các văn bản hướng dẫn thi hành;", [("Lưu trữ", "Luật Lưu trữ")]),
        # the year of an amendment is not the law's, and stands with it
        (
            "Luật Cán bộ, công chức được sửa đổi, bổ sung một số điều năm 2019;",
            [("Cán bộ, công chức", "Luật Cán bộ, công chức được sửa đổi, bổ sung một số điều năm 2019")],
        ),
        (
            "Luật Cán bộ, công chức (sửa đổi, bổ sung năm 2019);",
            [("Cán bộ, công chức", "Luật Cán bộ, công chức (sửa đổi, bổ sung năm 2019)")],
        ),
        (
            "Luật Cán bộ, công chức năm 2008 (sửa đổi, bổ sung năm 2019);",
            [("Cán bộ, công chức", "Luật Cán bộ, công chức năm 2008")],
        ),
        (
            "Luật Cán bộ, công chức ngày 13/11/2008, được sửa đổi, bổ sung một số điều năm 2019;",
            [("Cán bộ, công chức", "Luật Cán bộ, công chức ngày 13/11/2008")],
        ),
        # a law that amends others has their names in its own
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức;",
            [
                (
                    "sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức",
                    "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức",
                )
            ],
        ),
        (
            "Luật Cán bộ, công chức; Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức năm 2019;",
            [
                ("Cán bộ, công chức", "Luật Cán bộ, công chức"),
                (
                    "sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức",
                    "Luật sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức năm 2019",
                ),
            ],
        ),
    ],
)
def test_laws_by_name_among_the_bases(base: str, found: list[tuple[str, str]]) -> None:
    laws = cited(f"Căn cứ {base}", in_bases=True)
    assert [(law.subject, law.text) for law in laws] == found
    assert all(law.state == "sure" and law.number is None for law in laws)
