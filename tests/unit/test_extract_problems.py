"""What does not add up: each finding with its field and its place, and silence where all is well."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from decisions.decision import Decision
from decisions.fact import State
from decisions.reading import Reading, Signature
from decisions.text import DocumentText, PageText, Span
from extract.check.bases import base_problems
from extract.check.head import head_problems
from extract.decisions import find_decisions
from extract.outline import outlines
from extract.sheet import sheet
from tests.property.laid_out import laid_out

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 86/QĐ-UBND
Quảng Ngãi, ngày 16 tháng 01 năm 2025
QUYẾT ĐỊNH
Về việc giao nhiệm vụ trực ban
ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 573/TTr-SNV ngày 30/12/2024.
QUYẾT ĐỊNH:
"""
BODY = """Điều 1. Giao Văn phòng Ủy ban nhân dân tỉnh tổ chức trực ban từ ngày 01/02/2025 đến ngày 10/02/2025.
Điều 2. Quyết định này có hiệu lực kể từ ngày 01/02/2025.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.
"""
FOOT = """Nơi nhận:
- Như Điều 3;
- Lưu: VT, NC.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Mẫu
"""
WHOLE = HEAD + BODY + FOOT


def decided(*pages: str) -> Decision:
    """The one decision of a born text of these pages."""
    string = "\f".join(pages)
    starts = [sum(len(page) + 1 for page in pages[:at]) for at in range(len(pages))]
    kept = tuple(
        PageText(number=at, span=Span(start=start, end=start + len(page)), source="born", reason="text")
        for at, (page, start) in enumerate(zip(pages, starts, strict=True), start=1)
    )
    text = DocumentText(string=string, pages=kept)
    (decision,) = find_decisions(Reading(sha256="0" * 64, media_type="text/plain", text=text))
    return decision


def codes(decision: Decision) -> list[str]:
    return [problem.code for problem in decision.problems]


def test_a_decision_in_order_has_no_problem() -> None:
    assert codes(decided(WHOLE)) == []


@pytest.mark.parametrize(
    ("find", "put", "code", "field"),
    [
        ("ngày 16 tháng 01 năm 2025", "ngày 31 tháng 02 năm 2025", "impossible_date", "issued_on"),
        ("ngày 16 tháng 01 năm 2025", "ngày 16 tháng 01 năm 20255", "impossible_date", "issued_on"),
        ("từ ngày 01/02/2025 đến", "từ ngày 30/02/2025 đến", "impossible_date", None),
        ("573/TTr-SNV ngày 30/12/2024", "573/TTr-SNV ngày 30/12/20204", "impossible_date", None),
        ("ngày 05 tháng 3 năm 2020", "ngày 05 tháng 3 năm 220", "impossible_date", None),
        ("ngày 05 tháng 3 năm 2020", "ngày 05 tháng 3 năm 3020", "impossible_date", None),
        ("kể từ ngày 01/02/2025", "kể từ ngày 01/01/2025", "effect_before_issue", "effective_on"),
        (
            "kể từ ngày 01/02/2025",
            "kể từ ngày 01/02/2025 đến hết ngày 31/01/2025",
            "expiry_before_effect",
            "expires_on",
        ),
        ("ngày 16 tháng 01 năm 2025", "ngày 16 tháng     năm 2025", "date_unreadable", "issued_on"),
        ("Số: 86/QĐ-UBND", "Số: ...../QĐ-UBND", "number_blank", "number"),
        ("Số: 86/QĐ-UBND", "Số:      /2025/QĐ-UBND", "number_blank", "number"),
        ("Số: 86/QĐ-UBND", "Số: 8?/QĐ-UBND", "number_unreadable", "number"),
        ("Số: 86/QĐ-UBND\n", "", "number_absent", "number"),
        ("86/QĐ-UBND", "86-QĐ/UBND", "number_form", "number"),
        ("86/QĐ-UBND", "86/NQ-UBND", "number_kind_mismatch", "number"),
        ("86/QĐ-UBND", "86/QĐ-HĐND", "number_issuer_mismatch", "number"),
        ("86/QĐ-UBND", "86/2024/QĐ-UBND", "number_year_mismatch", "number"),
        ("TỈNH QUẢNG NGÃI", "ĐẶC KHU LÝ SƠN", "units_disbanded", "issuer"),
        ("tháng 01 năm 2025", "tháng 5 năm 2025", "base_expired", "bases"),
        ("ngày 05 tháng 3 năm 2020", "ngày 06 tháng 3 năm 2020", "citation_date_differs", "citations"),
        ("2020 của Chính phủ", "2020 của Bộ Nội vụ", "citation_issuer_mismatch", "citations"),
        ("573/TTr-SNV ngày 30/12/2024", "573/TTr-SNV ngày 30/12/2025", "citation_later", "citations"),
        ("30/2020/NĐ-CP", "30/2020/NĐ-UBND", "citation_body_mismatch", "citations"),
        ("định số 30/2020/NĐ-CP ngày 05", "quyết số 97/2019/QH10 ngày 27", "citation_term_mismatch", "citations"),
        ("định số 30/2020/NĐ-CP", "quyết số 30/2020/NQ-CP", "citation_form_time", "citations"),
        ("Căn cứ Nghị định số", "Căn cứ Nghị quyết số", "citation_kind_mismatch", "citations"),
        ("tại Tờ trình số 573/TTr-SNV", "tại Quyết định số 5/2023/QĐ-UBND", "citation_year_mismatch", "citations"),
        ("Luật Tổ chức chính quyền địa phương", "Luật Lưu trữ số 77/2015/QH13", "citation_name_differs", "citations"),
        # Its own number stands where another's was meant.
        ("Căn cứ Nghị định", "Căn cứ Quyết định số 86/QĐ-UBND;\nCăn cứ Nghị định", "edge_self_loop", "citations"),
        (
            "kể từ ngày 01/02/2025",
            "kể từ ngày ký và thay thế Quyết định số 86/QĐ-UBND ngày 16/01/2025 của UBND tỉnh",
            *("edge_self_loop", "citations"),
        ),
        ("Căn cứ Nghị định", "Căn cứ Căn cứ Nghị định", "repeated_words", "bases"),
        ("chịu trách nhiệm thi hành", "chịu trách nhiệm thi hành của của", "repeated_words", None),
        ("chịu trách nhiệm", "chịu trách nhiệm thi hành chịu trách nhiệm thi hành", "repeated_words", None),
        ("Điều 2.", "Điều 4.", "missing_article", "articles"),
        ("Điều 1.", "Điều 2.", "missing_first_article", "articles"),
        ("Như Điều 3", "Như Điều 5", "recipients_article", "recipients"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", "signer_of_another_office", "signer"),
        ("TM. ỦY BAN NHÂN DÂN", "TM. HỘI ĐỒNG NHÂN DÂN", "signer_of_another_office", "signer"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "BÍ THƯ HUYỆN ỦY", "signer_of_another_office", "signer"),
        ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH UBND TỈNH NGHỆ AN", "signer_of_another_office", "signer"),
        (FOOT, "", "signer_missing", "signer"),
    ],
)
def test_each_finding(find: str, put: str, code: str, field: str | None) -> None:
    found = {problem.code: problem for problem in decided(WHOLE.replace(find, put, 1)).problems}
    assert code in found
    assert found[code].field == field
    assert found[code].place is not None or field == "signer"
    assert found[code].message and found[code].message_en


def test_a_year_of_five_figures_is_never_sure() -> None:
    day = decided(WHOLE.replace("ngày 16 tháng 01 năm 2025", "ngày 16 tháng 01 năm 20255", 1)).issued_on
    assert (day.state, [str(each.value) for each in day.candidates]) == ("review", ["2025-01-16"])


@pytest.mark.parametrize(
    ("find", "put"),
    [
        # Who signs by order or by delegation holds a post in another body, and so does his deputy.
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG"),
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Q. CHỦ TỊCH"),
        # A capacity that was misread is not the body's own, and what a seal left of a post is no other post.
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TU. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
        # The body behind the post is the issuer, and a paper of the same number another unit's.
        ("KT. CHỦ TỊCH", "KT. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
        ("Căn cứ Nghị định", "Căn cứ Quyết định số 86/QĐ-UBND của UBND huyện Sơn Hà;\nCăn cứ Nghị định"),
        ("Căn cứ Nghị định", "Căn cứ Quyết định số 86/QĐ-UBND ngày 05/01/2024 của UBND tỉnh;\nCăn cứ Nghị định"),
        # Figures of a number are no day, and of a pair of syllables not every one is a slip.
        ("30/2020/NĐ-CP", "66.7/2025/NQ-CP"),
        ("tổ chức trực ban", "dần dần tổ chức trực ban"),
        # A heading torn off its number, one behind a leader, one whose full stop was read as a comma.
        ("Điều 2. Quyết", "Điều\n2. Quyết"),
        ("Điều 2. Quyết", ".... Điều 2, Quyết"),
        # The day at the end of a list of amended laws is the amending law's.
        (
            "ngày 19/6/2015;",
            "ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số"
            " 27/2023/QH15 và Luật Các tổ chức tín dụng số 32/2024/QH15 ngày 29/6/2024;",
        ),
    ],
)
def test_what_is_no_problem(find: str, put: str) -> None:
    found = codes(decided(WHOLE.replace(find, put, 1)))
    assert [code for code in found if not code.startswith("citation_")] == []
    assert "citation_date_differs" not in found


def test_what_a_seal_left_of_a_post_is_no_post_of_another_office() -> None:
    ministry = WHOLE.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "BỘ NỘI VỤ", 1).replace("QĐ-UBND", "QĐ-BNV")
    stack = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert "signer_of_another_office" not in codes(decided(ministry.replace(stack, "TRƯỞNG")))
    assert "signer_of_another_office" in codes(decided(ministry.replace(stack, "CHỦ TỊCH")))


@pytest.mark.parametrize(("day", "problems"), [(date(2015, 6, 19), ["base_expired"]), (None, [])])
def test_a_dim_base_of_the_table_had_ended_all_the_same(day: date | None, problems: list[str]) -> None:
    decision = decided(WHOLE.replace("tháng 01 năm 2025", "tháng 5 năm 2025"))
    dim = replace(decision.bases[0], state="review", issued_on=day)
    assert [each.code for each in base_problems(replace(decision, bases=(dim,)))] == problems


def test_what_speaks_against_a_value_makes_it_doubtful() -> None:
    decision = decided(WHOLE.replace("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"))
    assert decision.signer.state == "review"
    assert decision.signer.candidates


def test_torn_headings_open_their_articles() -> None:
    decision = decided(WHOLE.replace("Điều 2. Quyết", "Điều\n2. Quyết"))
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert decision.effective_on.value is not None
    assert decision.articles[1].text == "Quyết định này có hiệu lực kể từ ngày 01/02/2025."


LONG = "\n".join(
    f"Điều {n}. Giao đơn vị thứ {n} tổng hợp kết quả kiểm tra tại địa bàn {n}, báo cáo trước ngày {n:02} hằng tháng,"
    f" lập danh mục hồ sơ số {n} và chịu trách nhiệm về số liệu của mình trước người đứng đầu."
    for n in range(1, 7)
)


@pytest.mark.parametrize("text", ["Chào anh Bình, tuần tới tôi ra Hà Nội.", f"{BODY}{FOOT}", ""])
def test_where_no_head_is_found_it_is_said(text: str) -> None:
    assert "no_head" in codes(decided(text))


def test_two_instruments_on_one_sheet_are_told_and_nothing_of_them_is_sure() -> None:
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    mixed = WHOLE.replace("Căn cứ Luật", f"{motto}Căn cứ Luật", 1)
    decision = decided(mixed)
    assert "two_heads" in codes(decision)
    assert {decision.number.state, decision.issuer.state, decision.signer.state} == {"review"}
    assert {relation.state for relation in decision.relations} <= {"review"}
    annexed = f"{WHOLE}\nMẪU SỐ 1\n{motto}ĐƠN ĐỀ NGHỊ\n"
    assert "two_heads" not in codes(decided(annexed))


def test_pages_in_the_wrong_order_are_told() -> None:
    rest = "Điều 4. Giao việc.\nNơi nhận:\n- Như Điều 3;\n"
    assert "pages_before_head" in codes(decided(rest, HEAD, f"{BODY}{FOOT}"))
    assert "pages_before_head" not in codes(decided("Danh mục hồ sơ số 12\n", HEAD, f"{BODY}{FOOT}"))
    assert "pages_before_head" not in codes(decided(HEAD, f"{BODY}{FOOT}"))


def test_page_numbers_that_jump() -> None:
    assert "missing_page" in codes(decided(HEAD, f"3\n{BODY}{FOOT}"))
    assert "missing_page" not in codes(decided(HEAD, f"2\n{BODY}{FOOT}"))
    assert "missing_page" in codes(decided(HEAD, f"Trang 3/5\n{BODY}{FOOT}"))
    assert "missing_page" not in codes(decided(HEAD, f"2/5\n{BODY}{FOOT}"))


@pytest.mark.parametrize("number", ["2", "- 2 -", "2/5", "Trang 2", "Trang 2/5"])
def test_a_page_number_in_the_midst_of_an_article_is_no_part_of_it(number: str) -> None:
    first, second = "Giao Văn phòng tổng hợp kết quả kiểm tra tại địa bàn", "và báo cáo trước ngày 05 hằng tháng."
    article = decided(f"{HEAD}Điều 1. {first}", f"{number}\n{second}\n{FOOT}").articles[0]
    assert article.text == f"{first}\n{second}"


@pytest.mark.parametrize("line", ["2. Báo cáo kết quả trước ngày 05 hằng tháng.", "2.\nBáo cáo kết quả trước ngày 05."])
def test_a_clause_that_begins_a_page_keeps_its_number(line: str) -> None:
    text = "Giao nhiệm vụ cho Văn phòng:\n1. Tổng hợp kết quả kiểm tra tại địa bàn."
    article = decided(f"{HEAD}Điều 1. {text}", f"{line}\n{FOOT}").articles[0]
    assert article.text.endswith(line)


def test_a_sheet_scanned_twice() -> None:
    found = decided(HEAD, LONG, LONG, FOOT).problems
    twice = [problem for problem in found if problem.code == "repeated_page"]
    assert [problem.place and problem.place.page for problem in twice] == [3]


def test_a_paragraph_that_stands_there_twice() -> None:
    base = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n"
    assert "repeated_paragraph" in codes(decided(WHOLE.replace(base, base + base)))


def test_articles_that_stand_there_twice() -> None:
    first = BODY[: BODY.index("Điều 3.")]
    assert "repeated_paragraph" in codes(decided(WHOLE.replace(first, first + first)))


def test_new_wording_for_two_instruments_may_be_the_same() -> None:
    wording = (
        "“Điều 5. Sở Tài chính chủ trì, phối hợp với các sở, ban, ngành của tỉnh kiểm tra việc thực hiện hằng năm.”\n"
    )
    amends = "".join(
        f"Điều {n}. Sửa đổi Điều 5 Quyết định số {n}/2020/QĐ-UBND ngày 05/6/2020 như sau:\n{wording}" for n in (1, 2)
    )
    assert "repeated_paragraph" not in codes(decided(HEAD + amends + BODY[BODY.index("Điều 3.") :] + FOOT))


@pytest.mark.parametrize(
    ("issuer", "stack", "problems"),
    [
        ("HUYỆN ỦY YÊN LẬP", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", []),
        ("ĐẢNG ỦY XÃ MỸ LUNG", "T/M BAN CHẤP HÀNH\nBÍ THƯ", []),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH NGHỆ AN", "TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH", []),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nĐOÀN THANH NIÊN", "TM. BAN THƯỜNG VỤ TRUNG ƯƠNG ĐOÀN\nBÍ THƯ", []),
        ("HUYỆN ỦY YÊN LẬP", "T/M ỦY BAN NHÂN DÂN\nCHỦ TỊCH", ["signer_of_another_office"]),
    ],
)
def test_the_committee_between_its_meetings(issuer: str, stack: str, problems: list[str]) -> None:
    head = f"{issuer}\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 45-QĐ/HU\nYên Lập, ngày 16 tháng 01 năm 2025\nQUYẾT ĐỊNH\n"
    body = "Điều 1. Giao việc.\nĐiều 2. Văn phòng thi hành Quyết định này.\nNơi nhận:\n- Như Điều 2.\n"
    found = codes(decided(f"{head}về giao nhiệm vụ\n{body}{stack}\nNguyễn Thị Mẫu\n"))
    assert [code for code in found if code.startswith("signer_")] == problems


@pytest.mark.parametrize(
    ("issuer", "stack"),
    [
        ("ỦY BAN DÂN TỘC", "BỘ TRƯỞNG, CHỦ NHIỆM"),
        ("TẬP ĐOÀN\nĐIỆN LỰC VIỆT NAM", "TM. HỘI ĐỒNG THÀNH VIÊN\nCHỦ TỊCH"),
        ("CHI CỤC THI HÀNH ÁN DÂN SỰ\nQUẬN HÀ ĐÔNG", "CHẤP HÀNH VIÊN"),
        ("BỘ TÀI CHÍNH", "PHÓ TỔNG BIÊN TẬP PHỤ TRÁCH"),
    ],
)
def test_a_post_of_no_kind_of_office_contradicts_nothing(issuer: str, stack: str) -> None:
    text = WHOLE.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", issuer, 1).replace("86/QĐ-UBND", "86/QĐ-VD", 1)
    found = codes(decided(text.replace("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", stack)))
    assert "signer_of_another_office" not in found


def test_a_day_of_issue_after_the_digital_signature() -> None:
    text = DocumentText(
        string=WHOLE, pages=(PageText(number=1, span=Span(start=0, end=len(WHOLE)), source="born", reason="text"),)
    )
    signed = Signature(name="Lê Thị Mẫu", signed_at=datetime(2025, 1, 15, 9, 30, tzinfo=UTC))
    read = Reading(sha256="0" * 64, media_type="application/pdf", text=text, signatures=(signed,))
    (decision,) = find_decisions(read)
    assert codes(decision) == ["issued_after_signature"]
    assert decision.issued_on.state == "review"


def read_by_eye(string: str) -> Decision:
    (decision,) = find_decisions(laid_out(string, "ocr"))
    return decision


def read_below_a_typed_head(string: str) -> Decision:
    """Number and day of issue are typed, the rest was read well."""
    reading = laid_out(string.replace("Căn cứ Luật", "\fCăn cứ Luật", 1), "ocr")
    head, *rest = reading.text.pages
    words = tuple(replace(word, confidence=0.97) for word in reading.text.words)
    text = replace(reading.text, pages=(replace(head, source="born"), *rest), words=words)
    (decision,) = find_decisions(replace(reading, text=text))
    return decision


MISREAD, OVERLOOKED = "có thể máy đọc sai", "có thể máy đọc sót"


@pytest.mark.parametrize(
    ("find", "put", "code", "said"),
    [
        ("86/QĐ-UBND", "86/2024/QĐ-UBND", "number_year_mismatch", MISREAD),
        ("kể từ ngày 01/02/2025", "kể từ ngày 01/01/2025", "effect_before_issue", MISREAD),
        ("ngày 05 tháng 3 năm 2020", "ngày 06 tháng 3 năm 2020", "citation_date_differs", MISREAD),
        ("Điều 2.", "Điêm ?.", "missing_article", OVERLOOKED),
    ],
)
def test_a_finding_is_as_sure_as_what_it_rests_on(find: str, put: str, code: str, said: str) -> None:
    """One misread figure makes two days disagree, one heading that was not seen leaves a gap: the paper may be in order."""
    whole = WHOLE.replace(find, put, 1)
    seen = {problem.code: problem.message for problem in read_by_eye(whole).problems}
    assert said in seen[code]
    typed = {problem.code: problem.message for problem in decided(whole).problems}
    assert not any(hedge in typed[code] for hedge in (MISREAD, OVERLOOKED))


@pytest.mark.parametrize(
    ("number", "state", "found"),
    [
        ("86/Qb-UBND", "review", []),
        ("86/Qb-UBND", "sure", ["number_kind_mismatch"]),
        ("86/NQ-UBND", "review", ["number_kind_mismatch"]),
    ],
)
def test_an_abbreviation_that_nobody_uses_was_misread(number: str, state: State, found: list[str]) -> None:
    decision = decided(WHOLE)
    doubted = replace(decision, number=replace(decision.number, value=number, state=state))
    (outline,) = outlines(sheet(laid_out(WHOLE, "born").text))
    assert [problem.code for problem in head_problems(doubted, outline)] == found


def test_a_slip_of_the_typist_is_not_laid_to_the_reader() -> None:
    """ "QH1" is in doubt because several terms may be meant, and yet it stands there."""
    whole = WHOLE.replace("định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", "quyết số 43/2024/QH1")
    (told,) = [each.message for each in decided(whole).problems if each.code == "citation_term_mismatch"]
    assert MISREAD not in told


def test_the_number_may_be_there_unseen() -> None:
    without = WHOLE.replace("Số: 86/QĐ-UBND\n", "")
    for decision, hedged in ((read_by_eye(without), True), (decided(without), False)):
        (told,) = [each.message for each in decision.problems if each.code == "number_absent"]
        assert (OVERLOOKED in told) is hedged


def test_what_a_pen_may_have_written_is_not_blank() -> None:
    assert "number_unreadable" in codes(read_by_eye(WHOLE.replace("Số: 86/QĐ-UBND", "Số:      /QĐ-UBND")))


def test_the_last_article_may_be_there_unseen() -> None:
    whole = WHOLE.replace("Như Điều 3", "Như Điều 5")
    for decision, hedged in ((read_below_a_typed_head(whole), True), (decided(whole), False)):
        (told,) = [each.message for each in decision.problems if each.code == "recipients_article"]
        assert (OVERLOOKED in told) is hedged


def test_a_cited_day_after_the_decision_was_perhaps_misread() -> None:
    whole = WHOLE.replace("573/TTr-SNV ngày 30/12/2024", "573/TTr-SNV ngày 30/12/2025")
    later, sooner = read_below_a_typed_head(whole), read_below_a_typed_head(WHOLE)
    assert (later.issued_on.state, sooner.issued_on.state) == ("sure", "sure")
    assert [MISREAD in each.message for each in later.problems if each.code == "citation_later"] == [True]
    assert [each.state for each in later.bases if each.number == "573/TTr-SNV"] == ["review"]
    assert [each.state for each in sooner.bases if each.number == "573/TTr-SNV"] == ["sure"]
    assert [MISREAD in each.message for each in decided(whole).problems] == [False]


BASE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n"


@pytest.mark.parametrize(("once", "found"), [(True, False), (False, True)])
def test_a_line_that_an_eye_went_over_twice_stands_there_once(once: bool, found: bool) -> None:
    reading = laid_out(WHOLE.replace(BASE, BASE + BASE), "ocr")
    text, size = reading.text, len(BASE)
    if once:
        first = text.string.index(BASE)
        boxes = {start: word.box for start, word in zip(text.starts, text.words, strict=True)}
        moved = tuple(
            replace(word, box=boxes[start - size]) if first + size <= start < first + 2 * size else word
            for start, word in zip(text.starts, text.words, strict=True)
        )
        reading = replace(reading, text=replace(text, words=moved))
    (decision,) = find_decisions(reading)
    assert ("repeated_paragraph" in codes(decision)) is found


@pytest.mark.parametrize("end", ["", " và Ủy ban nhân dân các huyện,"])
def test_a_text_that_stops_in_a_sentence(end: str) -> None:
    cut = WHOLE[: WHOLE.index("từ ngày 01/02/2025 đến")].rstrip() + end
    found = {problem.code: problem for problem in decided(cut).problems}
    assert "text_cut" in found
    assert "signer_missing" not in found  # one cause, one finding
    assert "tổ chức trực ban" in found["text_cut"].message


def test_a_year_whose_last_figure_stands_apart_is_a_year() -> None:
    assert "impossible_date" not in codes(decided(WHOLE.replace("ngày 30/12/2024", "ngày 30 tháng 12 năm 202 4")))
