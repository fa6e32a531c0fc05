"""A whole decision on one page, read field by field; what has no head of its own is no decision."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decisions.decision import Decision
from decisions.fold import fold, nfc
from decisions.reading import Signature
from decisions.text import DocumentText, PageText, Span, Word, Zone
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.property.laid_out import laid_out

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 86/QĐ-UBND
Quảng Ngãi, ngày 16 tháng 01 năm 2025
QUYẾT ĐỊNH
Về việc bổ nhiệm cán bộ
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI
"""
BODY = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
Căn cứ Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020 của Chính phủ quy định về tuyển dụng công chức;
Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 573/TTr-SNV ngày 30/12/2024.
QUYẾT ĐỊNH:
Điều 1. Bổ nhiệm ông Trần Văn Mẫu, Phó Trưởng phòng Nội vụ, giữ chức vụ Trưởng phòng Nội vụ kể từ ngày 01/02/2025.
Thời hạn giữ chức vụ là 05 năm.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 1455/QĐ-UBND ngày 21/5/2024.
Điều 3. Chánh Văn phòng và ông Trần Văn Mẫu chịu trách nhiệm thi hành Quyết định này./.
"""
FOOT = """Nơi nhận:
- Như Điều 3;
- Lưu: VT, NC.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Mẫu
"""


def decided(string: str) -> Decision:
    decisions = find_decisions(reading_of(string))
    assert len(decisions) == 1
    return decisions[0]


@pytest.fixture(scope="module")
def decision() -> Decision:
    return decided(HEAD + BODY + FOOT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "quyet_dinh"),
        ("number", "86/QĐ-UBND"),
        ("issued_on", date(2025, 1, 16)),
        ("place", "Quảng Ngãi"),
        ("issuer", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("subject", "Về việc bổ nhiệm cán bộ"),
        ("effective_on", date(2025, 1, 16)),
    ],
)
def test_born_digital_facts_are_sure(decision: Decision, name: str, value: object) -> None:
    fact = getattr(decision, name)
    assert (fact.value, fact.state) == (value, "sure")
    assert fact.said


def test_the_signature_block(decision: Decision) -> None:
    signer = decision.signer.value
    assert signer is not None
    assert (signer.name, signer.position, signer.capacity, signer.on_behalf_of) == (
        "Lê Thị Mẫu",
        "PHÓ CHỦ TỊCH",
        "KT.",
        "ỦY BAN NHÂN DÂN",
    )


@pytest.mark.parametrize(
    ("issuer", "stack", "position", "capacity"),
    [
        ("ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH\nLê Thị Mẫu", "CHỦ TỊCH", "Q."),
        ("ỦY BAN NHÂN DÂN", "CHỦ TỊCH\nTTND.TS. Lê Thị Mẫu", "CHỦ TỊCH", None),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "TM. ĐOÀN CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Mẫu", "PHÓ CHỦ TỊCH", "TM."),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "TM. ĐOÀN CHỦ TỊCH\nCHỦ TỊCH\nLê Thị Mẫu", "CHỦ TỊCH", "TM."),
        (
            "TÒA ÁN NHÂN DÂN TỐI CAO",
            "KT. CHÁNH ÁN\nPHÓ CHÁNH ÁN THƯỜNG TRỰC\nLê Thị Mẫu",
            "PHÓ CHÁNH ÁN THƯỜNG TRỰC",
            "KT.",
        ),
        ("VĂN PHÒNG QUỐC HỘI", "TRƯỞNG ĐOÀN\nLê Thị Mẫu", "TRƯỞNG ĐOÀN", None),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "T/M BAN CHẤP HÀNH\nTỔNG BÍ THƯ\nLê Thị Mẫu", "TỔNG BÍ THƯ", "TM."),
        ("ỦY BAN DÂN TỘC", "BỘ TRƯỞNG, CHỦ NHIỆM\nLê Thị Mẫu", "BỘ TRƯỞNG, CHỦ NHIỆM", None),
        ("ỦY BAN NHÂN DÂN", "TM/UBND TỈNH QUẢNG NGÃI\nCHỦ TỊCH\nLê Thị Mẫu", "CHỦ TỊCH", "TM."),
        ("ỦY BAN NHÂN DÂN", "TM/UBND TỈNH\nKT/ CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Mẫu", "PHÓ CHỦ TỊCH", "KT."),
        ("QUÂN KHU 4", "TƯ LỆNH\nThiếu tướng Lê Thị Mẫu", "TƯ LỆNH", None),
        ("QUÂN KHU 4", "KT. TƯ LỆNH\nPHÓ TƯ LỆNH\nĐại tá Lê Thị Mẫu", "PHÓ TƯ LỆNH", "KT."),
    ],
)
def test_who_signs_as_what(issuer: str, stack: str, position: str, capacity: str | None) -> None:
    text = (HEAD + BODY + FOOT).replace("ỦY BAN NHÂN DÂN", issuer, 1)
    signer = decided(text.partition("TM. ")[0] + stack + "\n").signer
    assert signer.value is not None
    assert (signer.value.name, signer.value.position, signer.value.capacity) == ("Lê Thị Mẫu", position, capacity)
    assert signer.state == "sure"


@pytest.mark.parametrize(
    "title",
    ["QUYẾT ĐỊNH\nCỦA ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "QUYẾT ĐỊNH CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI"],
)
def test_whose_decision_it_is_stands_above_the_subject(title: str) -> None:
    """As offices printed it before 2005."""
    decision = decided((HEAD + BODY + FOOT).replace("QUYẾT ĐỊNH", title, 1))
    assert (decision.subject.value, decision.subject.state) == ("Về việc bổ nhiệm cán bộ", "sure")
    assert decision.kind.value == "quyet_dinh"


@pytest.mark.parametrize(
    ("head", "issuer", "parent"),
    [
        ("BỘ QUỐC PHÒNG\nQUÂN KHU 4", "Quân khu 4", "Bộ Quốc phòng"),
        (
            "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH YÊN BÁI",
            "Liên đoàn Lao động tỉnh Yên Bái",
            "Tổng Liên đoàn Lao động Việt Nam",
        ),
    ],
)
def test_a_body_below_another(head: str, issuer: str, parent: str) -> None:
    decision = decided((HEAD + BODY + FOOT).replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", head, 1))
    assert (decision.issuer.value, decision.issuer_parent.value) == (issuer, parent)


def test_a_consolidated_text_does_nothing_itself() -> None:
    """It prints the title of what it consolidates (Ordinance 01/2012/UBTVQH13), the number tells what it is."""
    consolidated = decided((HEAD + BODY + FOOT).replace("86/QĐ-UBND", "86/VBHN-UBND", 1))
    assert (consolidated.kind.value, consolidated.kind.state) == ("van_ban_hop_nhat", "sure")
    assert consolidated.number.value == "86/VBHN-UBND"
    assert {relation.action for relation in consolidated.relations} == {"refers_to"}
    assert consolidated.problems == ()


CONSOLIDATED = """BỘ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/VBHN-BNV
Hà Nội, ngày 16 tháng 10 năm 2024
NGHỊ ĐỊNH
Quy định về tuyển dụng, sử dụng và quản lý công chức
Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020 của Chính phủ quy định về tuyển dụng công chức, có hiệu lực kể từ \
ngày 01 tháng 12 năm 2020, {opening}
Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;
Chính phủ ban hành Nghị định quy định về tuyển dụng, sử dụng và quản lý công chức.
Điều 1. Phạm vi điều chỉnh
Nghị định này hợp nhất các quy định, thay thế Nghị định số 24/2010/NĐ-CP ngày 15 tháng 3 năm 2010 của Chính phủ.
XÁC THỰC VĂN BẢN HỢP NHẤT
BỘ TRƯỞNG
Phạm Thị Mẫu
"""


@pytest.mark.parametrize(
    ("opening", "merged"),
    [
        (
            "được sửa đổi, bổ sung bởi:\nNghị định số 116/2024/NĐ-CP ngày 17 tháng 9 năm 2024 của Chính phủ sửa đổi, bổ sung một "
            "số điều của Nghị định số 138/2020/NĐ-CP ngày 27 tháng 11 năm 2020, có hiệu lực kể từ ngày 17 tháng 9 năm 2024.",
            ["138/2020/NĐ-CP", "116/2024/NĐ-CP"],
        ),
        (
            "được sửa đổi, bổ sung một số điều theo:\n1. Nghị định số 85/2023/NĐ-CP ngày 07 tháng 12 năm 2023 của Chính phủ sửa "
            "đổi Nghị định số 115/2020/NĐ-CP ngày 25 tháng 9 năm 2020;\n2. Nghị định số 116/2024/NĐ-CP ngày 17 tháng 9 năm 2024.",
            ["138/2020/NĐ-CP", "85/2023/NĐ-CP", "116/2024/NĐ-CP"],
        ),
        ("được sửa đổi, bổ sung bởi Nghị định số 116/2024/NĐ-CP ngày 17 tháng 9 năm 2024.", ["138/2020/NĐ-CP", "116/2024/NĐ-CP"]),
        ("thay thế Nghị định số 24/2010/NĐ-CP ngày 15 tháng 3 năm 2010.", []),
    ],
)  # fmt: skip
def test_what_a_consolidated_text_puts_together(opening: str, merged: list[str]) -> None:
    relations = decided(CONSOLIDATED.format(opening=opening)).relations
    made = [each for each in relations if each.action == "consolidates"]
    assert [each.target.number for each in made] == merged
    assert all(each.source is None and each.state == "sure" for each in made)
    referred = {each.target.number for each in relations if each.action == "refers_to"}
    assert referred.isdisjoint(merged)
    assert "24/2010/NĐ-CP" in referred


def test_bases_articles_and_recipients(decision: Decision) -> None:
    assert [(b.kind, b.number) for b in decision.bases] == [
        ("luat", None),
        ("nghi_dinh", "138/2020/NĐ-CP"),
        ("to_trinh", "573/TTr-SNV"),
    ]
    assert [a.label for a in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert decision.recipients == ("Như Điều 3", "Lưu: VT, NC")
    assert decision.problems == ()


def test_relations_of_a_whole_decision(decision: Decision) -> None:
    acts = {(r.action, r.target.number, r.effective_on) for r in decision.relations}
    assert acts == {
        ("based_on", None, None),
        ("based_on", "138/2020/NĐ-CP", None),
        ("based_on", "573/TTr-SNV", None),
        ("replaces", "1455/QĐ-UBND", date(2025, 1, 16)),
    }


ARTICLE = """Quận sơ kết một năm thí điểm
Ngày đăng 05/08/2022 | 07:39
UBND phường đã ban hành Quyết định số 216/QĐ-UBND ngày 01/7/2022 về việc ban hành Quy chế làm việc.
Căn cứ Nghị định số 32/2021/NĐ-CP, ngày 29/3/2021 của Chính phủ quy định chi tiết và biện pháp thi hành \
Nghị quyết số 97/2019/QH14; Kế hoạch số 100/KH-UBND ngày 12/4/2021 của UBND Thành phố.
"""


def test_an_article_is_no_decision_but_cites() -> None:
    article = decided(ARTICLE)
    facts = ("kind", "number", "issued_on", "place", "issuer", "subject", "signer", "effective_on", "expires_on")
    assert {getattr(article, name).state for name in facts} == {"absent"}
    assert [c.number for c in article.citations] == [
        "216/QĐ-UBND",
        "32/2021/NĐ-CP",
        "97/2019/QH14",
        "100/KH-UBND",
    ]
    assert [(r.action, r.source.number, r.target.number) for r in article.relations if r.source] == [
        ("details", "32/2021/NĐ-CP", "97/2019/QH14")
    ]
    assert [(r.action, r.target.number) for r in article.relations if r.source is None] == [
        ("refers_to", number) for number in ("216/QĐ-UBND", "32/2021/NĐ-CP", "97/2019/QH14", "100/KH-UBND")
    ]
    assert article.appointments == ()


def test_two_decisions_in_one_file() -> None:
    second = (HEAD + BODY + FOOT).replace("86/QĐ-UBND", "87/QĐ-UBND").replace("ngày 16 tháng", "ngày 17 tháng")
    found = find_decisions(reading_of(HEAD + BODY + FOOT + "\f" + second))
    assert [d.number.value for d in found] == ["86/QĐ-UBND", "87/QĐ-UBND"]
    assert [d.issued_on.value for d in found] == [date(2025, 1, 16), date(2025, 1, 17)]
    assert [d.signer.value.name if d.signer.value else None for d in found] == ["Lê Thị Mẫu", "Lê Thị Mẫu"]


def test_an_annex_is_no_second_decision() -> None:
    annex = (
        "QUY CHẾ\nLàm việc của phường\n(Ban hành kèm theo Quyết định số 86/QĐ-UBND ngày 16/01/2025)\nĐiều 1. Phạm vi\n"
    )
    found = find_decisions(reading_of(HEAD + BODY + FOOT + annex))
    assert [d.number.value for d in found] == ["86/QĐ-UBND"]
    assert [a.label for a in found[0].articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert "86/QĐ-UBND" not in {c.number for c in (*found[0].bases, *found[0].citations)}


def scanned(string: str) -> Decision:
    """The same text, but every letter of it only seen by an optical reader."""
    reading = reading_of(string)
    page = replace(reading.text.pages[0], source="ocr")
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, pages=(page,))))
    return decision


@pytest.mark.parametrize("name", ["number", "issued_on", "signer", "effective_on"])
def test_one_optical_reading_of_the_pen_is_for_review(name: str) -> None:
    fact = getattr(scanned(HEAD + BODY + FOOT), name)
    assert fact.state == "review"
    assert fact.value is not None
    assert [c.value for c in fact.candidates] == [fact.value]


@pytest.mark.parametrize("name", ["kind", "issuer", "subject", "place"])
def test_clear_print_is_sure_on_a_scan(name: str) -> None:
    assert getattr(scanned(HEAD + BODY + FOOT), name).state == "sure"


@pytest.mark.parametrize(
    ("printed", "value", "state"),
    [
        ("Quảng Ngãi", "Quảng Ngãi", "sure"),
        ("Hà Nội", "Hà Nội", "sure"),
        ("TP. Hồ Chí Minh", "TP. Hồ Chí Minh", "sure"),
        ("Quàng Ngãi", "Quảng Ngãi", "review"),
        ("Hà Nôi", "Hà Nôi", "review"),
    ],
)
def test_a_place_is_one_that_exists(printed: str, value: str, state: str) -> None:
    place = scanned((HEAD + BODY + FOOT).replace("Quảng Ngãi, ngày", f"{printed}, ngày")).place
    assert (place.value, place.state) == (value, state)


def seen(string: str, words: dict[str, float]) -> Decision:
    """A scan of which every word was seen well but for these."""
    found = [(m.start(), m.group()) for m in re.finditer(r"\S+", string)]
    reading = reading_of(string)
    page = replace(reading.text.pages[0], source="ocr")
    read = tuple(Word(text=text, page=1, confidence=words.get(text, 0.95)) for _, text in found)
    text = replace(reading.text, pages=(page,), words=read, starts=tuple(at for at, _ in found))
    (decision,) = find_decisions(replace(reading, text=text))
    return decision


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ({}, "sure"),
        ({"01/02/2025.": 0.7}, "review"),
        ({"chức": 0.3}, "review"),
        ({"Phó": 0.6}, "sure"),
        ({"Trần": 0.7}, "review"),
    ],
)
def test_an_act_is_as_sure_as_its_name_and_its_figures(words: dict[str, float], state: str) -> None:
    assert seen(HEAD + BODY + FOOT, words).appointments[0].state == state


@pytest.mark.parametrize("elsewhere", ["Trần Văn Mẩu chịu", "Trưởng phóng Nội vụ và ông Trần Văn Mẫu chịu"])
def test_an_act_that_the_text_words_otherwise_elsewhere_is_for_review(elsewhere: str) -> None:
    """Optical readers get marks wrong and are sure of them; the text says its names more than once."""
    assert scanned(HEAD + BODY + FOOT).appointments[0].state == "sure"
    string = (HEAD + BODY + FOOT).replace("Trần Văn Mẫu chịu", elsewhere)
    assert scanned(string).appointments[0].state == "review"
    assert decided(string).appointments[0].state == "sure"  # what is typed is as printed


def test_a_unit_that_breaks_off_before_its_name_is_for_review() -> None:
    string = (HEAD + BODY + FOOT).replace("Trưởng phòng Nội vụ kể từ", "Chủ tịch Ủy ban nhân dân phường, kể từ")
    assert scanned(string).appointments[0].state == "review"


@pytest.mark.parametrize(("confidence", "state"), [(0.95, "sure"), (0.8, "review")])
def test_figures_of_a_date_must_be_seen_well(confidence: float, state: str) -> None:
    string = (HEAD + BODY + FOOT).replace("kể từ ngày ký và thay thế", "kể từ ngày 01/3/2025 và thay thế")
    effective = seen(string, {"01/3/2025": confidence}).effective_on
    assert (effective.value, effective.state) == (date(2025, 3, 1), state)


def test_an_annex_that_repeats_the_number_confirms_it() -> None:
    annex = "PHỤ LỤC\n(Kèm theo Quyết định số 86/QĐ-UBND ngày 16/01/2025 của UBND tỉnh)\n"
    confirmed = scanned(HEAD + BODY + FOOT + annex)
    assert (confirmed.number.state, confirmed.issued_on.state) == ("sure", "sure")
    contradicted = scanned(HEAD + BODY + FOOT + annex.replace("86", "36"))
    assert contradicted.number.state == "review"
    assert {c.value for c in contradicted.number.candidates} == {"86/QĐ-UBND", "36/QĐ-UBND"}


@pytest.mark.parametrize(
    ("certified", "state", "candidates"),
    [
        ("Lê Thị Mẫu", "sure", set()),
        ("LÊ THỊ MẪU", "sure", set()),
        ("Lê Thị Mậu", "review", {"Lê Thị Mẫu", "Lê Thị Mậu"}),  # marks are what optical readers get wrong
        ("Le Thi Mau", "review", {"Lê Thị Mẫu"}),
        ("Trần Văn Khác", "review", {"Lê Thị Mẫu"}),
    ],
)
def test_a_digital_signature_confirms_the_very_name(certified: str, state: str, candidates: set[str]) -> None:
    reading = reading_of(HEAD + BODY + FOOT)
    page = replace(reading.text.pages[0], source="ocr")
    signed = Signature(name=certified, signed_at=None)
    reading = replace(reading, text=replace(reading.text, pages=(page,)), signatures=(signed,))
    (decision,) = find_decisions(reading)
    assert decision.signer.state == state
    assert {c.value.name for c in decision.signer.candidates} == candidates


def test_a_capacity_that_the_seal_has_eaten_is_told_by_its_last_letter() -> None:
    signer = scanned((HEAD + BODY + FOOT).replace("KT. CHỦ TỊCH", "„1{T. CHỦ TỊCH")).signer
    assert signer.value is not None
    assert (signer.value.capacity, signer.value.position, signer.state) == ("KT.", "PHÓ CHỦ TỊCH", "review")


def test_a_title_that_can_hardly_be_read_is_guessed_by_its_place_and_its_number() -> None:
    string = (HEAD + BODY + FOOT).replace("QUYẾT ĐỊNH\nVề việc bổ nhiệm cán bộ", "QUYẾT Hà\nVề việc bổ nhiệm cán bộ")
    decision = zoned(string, ("title", "QUYẾT Hà\nVề việc bổ nhiệm cán bộ\n"))
    assert (decision.kind.value, decision.kind.state) == ("quyet_dinh", "review")
    assert decision.subject.value == "Về việc bổ nhiệm cán bộ"


def test_the_remains_of_a_stamp_below_a_subject_are_no_part_of_it() -> None:
    junk = "ĐẾN uy 2iuai2024.- INH pnữ\n"
    string = (HEAD + BODY + FOOT).replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\n", f"{junk}THỦ TRƯỞNG\n")
    reading = reading_of(string)
    page = replace(reading.text.pages[0], source="ocr")
    found = [(m.start(), m.group()) for m in re.finditer(r"\S+", string)]
    bad = range(string.index(junk), string.index(junk) + len(junk))
    words = tuple(Word(text=text, page=1, confidence=0.2 if at in bad else 0.95) for at, text in found)
    text = replace(reading.text, pages=(page,), words=words, starts=tuple(at for at, _ in found))
    (decision,) = find_decisions(replace(reading, text=text))
    assert (decision.subject.value, decision.subject.state) == ("Về việc bổ nhiệm cán bộ", "review")


def test_a_number_left_blank_has_no_value() -> None:
    decision = decided((HEAD + BODY + FOOT).replace("Số: 86/QĐ-UBND", "Số:      /QĐ-UBND"))
    assert (decision.number.value, decision.number.state) == (None, "review")
    assert "number_blank" in {p.code for p in decision.problems}


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("ngày II tháng 01 năm 2025", date(2025, 1, 11)),  # a guess for a person
        ("ngày82tháng 01 năm 2025", None),
        ("ngày 1/ tháng 01 năm 2025", None),
        ("ngày      tháng 01 năm 2025", None),
    ],
)
def test_a_day_that_can_hardly_be_read_is_for_review(printed: str, value: date | None) -> None:
    issued = scanned((HEAD + BODY + FOOT).replace("ngày 16 tháng 01 năm 2025", printed)).issued_on
    assert (issued.value, issued.state) == (value, "review")


@pytest.mark.parametrize(
    ("above", "own", "parent", "issuer"),
    [
        ("UBND TỈNH PHÚ THỌ", "VƯỜN QUỐC GIA XUÂN SƠN", "Ủy ban nhân dân tỉnh Phú Thọ", "Vườn quốc gia Xuân Sơn"),
        (
            "LIÊN ĐOÀN LAO ĐỘNG TỈNH BẮC GIANG",
            "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP",
            "Liên đoàn Lao động tỉnh Bắc Giang",
            "Công đoàn các Khu công nghiệp",
        ),
        ("ĐOÀN TNCS HỒ CHÍ MINH", "BAN CHẤP HÀNH TỈNH PHÚ THỌ", "Đoàn TNCS Hồ Chí Minh", "Ban Chấp hành tỉnh Phú Thọ"),
    ],
)
def test_the_body_above_is_no_part_of_the_issuer(above: str, own: str, parent: str, issuer: str) -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", f"{above}\n{own}", 1).replace("86/QĐ-UBND", "86/QĐ-CQ")
    found = decided(head.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\n", "GIÁM ĐỐC\n") + BODY + FOOT)
    assert (found.issuer_parent.value, found.issuer.value) == (parent, issuer)


@pytest.mark.parametrize("ward", ["AN KHÁNH", "AN HÒA", "AN BIÊN"])
def test_a_ward_on_a_line_of_its_own_is_no_kind(ward: str) -> None:
    head = HEAD.replace("TỈNH QUẢNG NGÃI", f"PHƯỜNG {ward}", 1)
    (decision,) = find_decisions(reading_of(nfc(head + BODY + FOOT)))
    assert (decision.kind.value, decision.number.value) == ("quyet_dinh", "86/QĐ-UBND")
    assert fold(decision.issuer.value or "") == fold(f"Ủy ban nhân dân phường {ward}")


def test_a_year_says_itself_where_its_word_is_lost() -> None:
    decision = scanned((HEAD + BODY + FOOT).replace("tháng 01 năm 2025", "tháng 01 2025", 1))
    assert (decision.place.value, decision.issued_on.value) == ("Quảng Ngãi", date(2025, 1, 16))


def test_stamps_and_certified_copies_give_no_number() -> None:
    stamp, copy = (
        "ĐẾN\nSố: 1234/QĐ-SNV\nNgày: 20/01/2025\n",
        "SAO Y\nSố: 05/SY-UBND\nHà Nội, ngày 05 tháng 3 năm 2025\n",
    )
    string = nfc(stamp + HEAD + BODY + FOOT + copy)
    reading = reading_of(string)
    zones = (
        Zone(name="stamp", span=Span(start=0, end=len(stamp))),
        Zone(name="copy_mark", span=Span(start=len(string) - len(copy), end=len(string))),
    )
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, zones=zones)))
    assert decision.number.value == "86/QĐ-UBND"
    assert decision.issued_on.value == date(2025, 1, 16)


def zoned(string: str, *zones: tuple[str, str]) -> Decision:
    """The decision in an optical reading that knows the parts of the form: (name, text of the part)."""
    reading = reading_of(string)
    page = replace(reading.text.pages[0], source="ocr")
    found = tuple(
        Zone(name=name, span=Span(start=string.index(words), end=string.index(words) + len(words)))  # type: ignore[arg-type]
        for name, words in zones
    )
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, pages=(page,), zones=found)))
    return decision


def test_a_stamp_in_the_midst_of_an_article_is_no_part_of_it() -> None:
    stamp = "\nHỎA TỐC\nNgày 12/3\n"
    string = (HEAD + BODY + FOOT).replace("Thời hạn giữ", f"{stamp}Thời hạn giữ")
    article = zoned(string, ("stamp", stamp)).articles[0]
    assert article.text.endswith("kể từ ngày 01/02/2025.\nThời hạn giữ chức vụ là 05 năm.")


SIGNED = """Người ký: Cổng Thông tin điện tử
tỉnh Mẫu
Email: vanphong@mau.gov.vn
Cơ quan: Văn phòng Ủy ban nhân dân tỉnh
Thời gian ký: 20.01.2025 10:12:45 +07:00
"""


@pytest.mark.parametrize(
    "text",
    [
        SIGNED + HEAD + BODY + FOOT,
        HEAD.replace("QUYẾT ĐỊNH\nVề", f"QUYẾT ĐỊNH\n{SIGNED}Về") + BODY + FOOT,
        HEAD + BODY.replace("Thời hạn giữ", f"{SIGNED}Thời hạn giữ") + FOOT,
        HEAD + BODY + FOOT.replace("- Lưu: VT", f"{SIGNED}- Lưu: VT"),
        HEAD + BODY + FOOT.replace("PHÓ CHỦ TỊCH\n", f"PHÓ CHỦ TỊCH\n{SIGNED}"),
        HEAD + BODY + FOOT + SIGNED,
    ],
)
def test_a_digital_signature_among_the_lines_leaks_nowhere(text: str) -> None:
    assert SIGNED in text
    with_it, without = scanned(text), scanned(HEAD + BODY + FOOT)
    for name in ("number", "subject", "issuer", "signer"):
        assert getattr(with_it, name).value == getattr(without, name).value
    assert with_it.recipients == without.recipients
    assert [article.text for article in with_it.articles] == [article.text for article in without.articles]
    assert [m.text for m in with_it.issued_on.said if m.by == "signing_stamp/1"] == [SIGNED.splitlines()[-1]]
    assert with_it.issued_on.state == without.issued_on.state


def test_a_signature_before_the_date_casts_doubt() -> None:
    early = SIGNED.replace("20.01.2025", "10.01.2025")
    assert scanned(HEAD + BODY + FOOT + early).issued_on.state == "review"


def test_the_foot_begins_where_the_form_says_though_its_heading_is_eaten() -> None:
    foot = FOOT.replace("Nơi nhận:\n- Như Điều 3;", "lư Điêu 3;").replace("KT. CHỦ TỊCH\n", "")
    left = foot[: foot.index("TM.")]
    decision = zoned(HEAD + BODY + foot, ("foot_left", left), ("foot_right", foot[len(left) :]))
    assert decision.articles[-1].text.endswith("thi hành Quyết định này./.")


def test_a_subject_ends_where_running_text_begins() -> None:
    """A directive has neither bases nor an authority line below its subject."""
    body = (
        "Thời gian qua, công tác lưu trữ trên địa bàn tỉnh đã có nhiều chuyển biến tích cực. Để khắc phục những hạn\n"
        "chế còn tồn tại, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các Sở thực hiện một số nội dung sau:\n"
        "1. Thu thập đầy đủ tài liệu đến hạn nộp lưu.\n"
    )
    head = HEAD.replace("86/QĐ", "86/CT").replace(
        "QUYẾT ĐỊNH\nVề việc bổ nhiệm cán bộ", "CHỈ THỊ\nVề công tác lưu trữ\nlịch sử"
    )
    head = head.removesuffix("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\n")
    assert decided(head + "\n" + body + FOOT).subject.value == "Về công tác lưu trữ lịch sử"
    lost = body.replace(" một số nội dung sau:", "")  # the last line of a paragraph may be taken for a stamp
    assert decided(head + lost + FOOT).subject.value == "Về công tác lưu trữ lịch sử"


@pytest.mark.parametrize(
    ("issuer", "title", "authority"),
    [
        ("QUỐC HỘI", "QUYẾT ĐỊNH", "QUỐC HỘI"),
        ("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "QUYẾT ĐỊNH", "CHỦ TỊCH\nỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
        ("CHỦ TỊCH NƯỚC", "QUYẾT ĐỊNH", "CHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("SỞ NỘI VỤ - SỞ TÀI CHÍNH", "QUYẾT ĐỊNH LIÊN SỞ", "LIÊN SỞ NỘI VỤ - TÀI CHÍNH"),
    ],
)
@pytest.mark.parametrize("subject", ["Về việc bổ nhiệm cán bộ", "VỀ VIỆC BỔ NHIỆM CÁN BỘ"])
def test_who_decides_is_no_part_of_the_subject(issuer: str, title: str, authority: str, subject: str) -> None:
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", issuer, 1).replace("QUYẾT ĐỊNH", title)
    head = head.replace("Về việc bổ nhiệm cán bộ", subject)
    head = head.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", authority)
    assert decided(head + BODY + FOOT).subject.value == subject


def test_a_subject_with_a_full_stop_in_its_midst_is_for_review() -> None:
    string = (HEAD + BODY + FOOT).replace("bổ nhiệm cán bộ\n", "bổ nhiệm cán bộ. Thời gian qua\n")
    assert scanned(string).subject.state == "review"
    assert scanned((HEAD + BODY + FOOT).replace("cán bộ\n", "cán bộ TP. Hồ Chí Minh\n")).subject.state == "sure"


@pytest.mark.parametrize(
    ("find", "put", "code"),
    [
        ("86/QĐ-UBND", "86/KH-UBND", "number_kind_mismatch"),
        ("86/QĐ-UBND", "86/QĐ-TTg", "number_issuer_mismatch"),
        ("86/QĐ-UBND", "86/2024/QĐ-UBND", "number_year_mismatch"),
        ("ngày 16 tháng 01", "ngày 31 tháng 02", "impossible_date"),
        ("kể từ ngày ký và", "từ ngày 01/01/2025 và", "effect_before_issue"),
        ("Điều 2.", "Điều 2a", "missing_article"),
        ("Căn cứ Luật", "Căn cứ Căn cứ Luật", "repeated_words"),
        ("Lê Thị Mẫu", "", "signer_missing"),
        ("của Chính phủ quy định", "của Quốc hội quy định", "citation_issuer_mismatch"),
        ("ngày 21/5/2024", "ngày 21/5/2026", "citation_later"),
        ("TỈNH QUẢNG NGÃI", "TỈNH HÀ TÂY", "units_disbanded"),
    ],
)
def test_what_does_not_add_up_is_said(find: str, put: str, code: str) -> None:
    string = HEAD + BODY + FOOT
    assert find in string
    problems = {p.code: p for p in decided(string.replace(find, put)).problems}
    assert code in problems
    assert problems[code].message and problems[code].message_en


@pytest.mark.parametrize(
    ("printed", "value", "state"),
    [
        ("'Về việc bổ nhiệm cán bộ -", "Về việc bổ nhiệm cán bộ", "sure"),
        (", Về việc bổ nhiệm cán bộ.", "Về việc bổ nhiệm cán bộ", "sure"),
        ("Về việc bố nhiệm cán bộ", "Về việc bổ nhiệm cán bộ", "review"),  # as the article spells it
        ("Về việc luân chuyến cán bộ", "Về việc luân chuyến cán bộ", "review"),  # nothing else in the text says it
        ("Về việc sửa đối quy chế", "Về việc sửa đối quy chế", "review"),
    ],
)
def test_marks_of_the_scan_are_no_part_of_a_subject(printed: str, value: str, state: str) -> None:
    subject = scanned((HEAD + BODY + FOOT).replace("Về việc bổ nhiệm cán bộ", printed)).subject
    assert (subject.value, subject.state) == (value, state)
    assert state == "sure" or printed in [candidate.value for candidate in subject.candidates]


@pytest.mark.parametrize(
    ("subject", "state"),
    [
        ("Về việc bổ nhiệm cán bộ Chi cục THADS quận 3", "sure"),
        ("Về việc bổ nhiệm cán bộ quản lý 1.250 m² kho", "sure"),
        ("Về việc ⁸ổ nhiệm cán bộ", "review"),
        ("Vềviệc bổ nhiệm cán bộ", "review"),
        ("Về việc bổ nhiệm trắnn cán bộ", "review"),
        ("PHÊ DUYỆT KẾ HOẠCH CỦA UBND TỈNHĐỒNG NAI", "review"),
        ("PHÊ DUYỆT KẾ HOẠCH -THUỘC PHẠM VI", "review"),
        ("PHÊ DUYỆT KẾ HOẠCH CÁNBỘ CỦA UBND", "review"),
        ("PHÊ DUYỆT TUYẾN METRO VÀ KARAOKE", "sure"),
        ("BỔ NHIỆM CÁN BỘ CỦA NHÂNDÂN", "review"),
        ("PHÊ DUYỆT KẾ HOẠCH CÁC kƯ CÔNG NGHIỆP", "review"),
        ("PHÊ DUYỆT KẾ HOẠCH CỦA UBND TỈNH ĐỒNG NAI", "sure"),
    ],
)
def test_a_subject_with_a_word_that_nobody_writes_is_for_review(subject: str, state: str) -> None:
    text = (HEAD + BODY + FOOT).replace("Về việc bổ nhiệm cán bộ", subject)
    assert scanned(text).subject.state == state


@pytest.mark.parametrize(
    ("number", "enacting", "state"),
    [
        ("86/QĐ-UBND", "QUYẾT ĐỊNH:", "sure"),
        ("86/QĐ-UBND", "", "sure"),
        ("86", "QUYẾT ĐỊNH:", "sure"),
        ("86/KH-UBND", "", "review"),
        ("86", "", "review"),
    ],
)
def test_a_dim_heading_is_sure_where_number_or_enacting_line_name_the_kind_too(
    number: str, enacting: str, state: str
) -> None:
    text = (HEAD + BODY + FOOT).replace("86/QĐ-UBND", number).replace("QUYẾT ĐỊNH:", enacting)
    reading = laid_out(text, "ocr")
    title = text.index("QUYẾT ĐỊNH\nVề")
    words = tuple(
        replace(word, confidence=0.2 if title <= start < title + 10 else 0.95)
        for start, word in zip(reading.text.starts, reading.text.words, strict=True)
    )
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    assert (decision.kind.value, decision.kind.state) == ("quyet_dinh", state)


def test_another_body_above_the_bases_than_in_the_head_is_another_candidate_for_the_issuer() -> None:
    """An eye passed by the second line of the head: "BỘ NỘI VỤ / CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC"."""
    head = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", "BỘ NỘI VỤ", 1).replace("86/QĐ-UBND", "86/QĐ-VTLTNN")
    below = head.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "CỤC TRƯỞNG CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC")
    issuer = scanned(below + BODY + FOOT).issuer
    assert issuer.state == "review"
    assert {fold(candidate.value) for candidate in issuer.candidates} == {
        "bo noi vu",
        "cuc van thu va luu tru nha nuoc",
    }
    same = head.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "BỘ TRƯỞNG BỘ NỘI VỤ")
    assert scanned(same + BODY + FOOT).issuer.state == "sure"


def test_what_does_not_add_up_is_no_longer_sure() -> None:
    decision = decided((HEAD + BODY + FOOT).replace("86/QĐ-UBND", "86/QĐ-TTg"))
    assert (decision.number.state, decision.issuer.state) == ("review", "review")


_WORDS = st.sampled_from(
    [
        *("QUYẾT ĐỊNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/QĐ-UBND", "Số:", "ngày", "tháng 13 năm 2022"),
        *("Điều 1.", "Điều 3", "Căn cứ", "Luật Đất đai", "Nghị định số 32/2021/NĐ-CP", "của Chính phủ", "hết hiệu lực"),
        *("Bãi bỏ", "sửa đổi, bổ sung bởi", "ông Trần Văn Mẫu", "Bổ nhiệm", "TM. ỦY BAN NHÂN DÂN", "KT.", "Nơi nhận:"),
        *("./.", ";", "\n", "\f", "\n\n", "“", "”", "(Kèm theo Quyết định số", "31/02/2021", "97/2019/QH14", "về việc"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(_WORDS, st.text(max_size=12)), max_size=40), st.sampled_from(["ocr", "layer", "born"]))
def test_any_text_yields_decisions_and_every_span_is_its_text(parts: list[str], source: str) -> None:
    string = nfc(" ".join(parts))
    page = PageText(number=1, span=Span(start=0, end=len(string)), source=source, reason="test")  # type: ignore[arg-type]
    text = DocumentText(string=string, pages=(page,))
    decisions = find_decisions(replace(reading_of(""), text=text))
    assert decisions
    for decision in decisions:
        _spans_hold(text, decision)


def _spans_hold(text: DocumentText, decision: Decision) -> None:
    facts = (decision.kind, decision.number, decision.issued_on, decision.issuer, decision.subject, decision.signer)
    said = [m for fact in facts for m in fact.said]
    for item in (*said, *decision.bases, *decision.citations, *decision.articles):
        assert item.span is not None
        assert item.text == text[item.span]
    for relation in (*decision.relations, *decision.appointments):
        assert relation.span is not None
        assert relation.sentence == text[relation.span]


@pytest.mark.parametrize("speck", ["“", '"'])
def test_a_speck_read_as_a_quotation_mark_hides_no_article(speck: str) -> None:
    spoilt = BODY.replace("Thời hạn giữ chức vụ", f"{speck}Thời hạn giữ chức vụ")
    assert [article.label for article in decided(HEAD + spoilt + FOOT).articles] == ["Điều 1", "Điều 2", "Điều 3"]


def test_a_quoted_article_belongs_to_the_amended_instrument() -> None:
    quoting = BODY.replace("Thời hạn giữ", "“Điều 2. Nội dung mới của điều được sửa đổi.\nĐiều 3. Thêm.”\nThời hạn giữ")
    assert [article.label for article in decided(HEAD + quoting + FOOT).articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert "Quyết định này có hiệu lực" in decided(HEAD + quoting + FOOT).articles[1].text


@pytest.mark.parametrize("mark", [":\n“", "\n“"])
def test_new_wording_that_nobody_closes_ends_above_the_article_that_is_due(mark: str) -> None:
    first = BODY[BODY.index("Điều 1.") : BODY.index("Điều 2.")]
    amending = f"Điều 1. Sửa đổi Điều 5 Quy chế làm việc như sau{mark}Điều 5. Chế độ họp\n1. Họp vào thứ Hai.\n"
    decision = scanned(HEAD + BODY.replace(first, amending) + FOOT)
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]


@pytest.mark.parametrize("rest", ["", "ĐỊNH\n"])
@pytest.mark.parametrize("subject", ["Về việc bổ nhiệm cán bộ", "Phê duyệt kế hoạch"])
@pytest.mark.parametrize(("symbol", "number"), [("/QĐ-", "86/QĐ-UBND"), ("/ob-", None)])
def test_a_title_that_nobody_could_read_leaves_a_decision(
    rest: str, subject: str, symbol: str, number: str | None
) -> None:
    text = (HEAD + BODY + FOOT).replace("Về việc bổ nhiệm cán bộ", subject)
    untitled = decided(text.replace("QUYẾT ĐỊNH\n", rest, 1).replace("/QĐ-", symbol, 1))
    titled = decided(text)
    assert (untitled.kind.value, untitled.kind.state) == ("quyet_dinh", "review")
    assert (untitled.number.value, untitled.issued_on.value) == (number, titled.issued_on.value)
    assert untitled.subject.value == titled.subject.value
    assert untitled.signer.value == titled.signer.value
