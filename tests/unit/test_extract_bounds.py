"""Where the parts of a decision begin and end: title, articles, recipients, and whether the substance is attached."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_problems import WHOLE

_FIRST = "Giao Văn phòng Ủy ban nhân dân tỉnh tổ chức trực ban từ ngày 01/02/2025 đến ngày 10/02/2025."


def decided(find: str, put: str) -> Decision:
    assert find in WHOLE
    (decision,) = find_decisions(reading_of(WHOLE.replace(find, put, 1)))
    return decision


@pytest.mark.parametrize("speck", ["# ", "- ", "| ", ".. "])
def test_a_speck_before_the_title(speck: str) -> None:
    decision = decided("QUYẾT ĐỊNH\nVề việc", f"{speck}QUYẾT ĐỊNH\nVề việc")
    assert (decision.kind.value, decision.number.value) == ("quyet_dinh", "86/QĐ-UBND")
    assert decision.subject.value == "Về việc giao nhiệm vụ trực ban"


def test_a_subject_in_capitals_goes_on_with_what_a_base_might_begin_with() -> None:
    decision = decided("Về việc giao nhiệm vụ trực ban", "BAN HÀNH QUY TRÌNH TRỰC BAN\nTHỰC HIỆN TRÊN TOÀN TỈNH")
    assert decision.subject.value == "BAN HÀNH QUY TRÌNH TRỰC BAN THỰC HIỆN TRÊN TOÀN TỈNH"


@pytest.mark.parametrize(
    ("recipient", "found"),
    [
        ("- VP UBND tỉnh: LĐVP, TTTT, KT, TTPVHCC;", "VP UBND tỉnh: LĐVP, TTTT, KT, TTPVHCC"),
        ("- Phòng TL, KT: HCC;", "Phòng TL, KT: HCC"),
        ("- Các Sở: Tài chính,\nXây dựng;", "Các Sở: Tài chính, Xây dựng"),
    ],
)
def test_offices_in_letters_are_recipients_not_capacities(recipient: str, found: str) -> None:
    decision = decided("- Như Điều 3;", f"- Như Điều 3;\n{recipient}")
    assert decision.recipients == ("Như Điều 3", found, "Lưu: VT, NC")
    assert decision.signer.value is not None
    assert (decision.signer.value.name, decision.signer.value.position) == ("Lê Thị Mẫu", "PHÓ CHỦ TỊCH")


@pytest.mark.parametrize(
    ("act", "provision"),
    [
        (_FIRST, "direct"),
        ("Ban hành kèm theo Quyết định này Quy chế trực ban.", "indirect"),
        ("Phê duyệt kèm theo Quyết định này 03 quy trình nội bộ giải quyết thủ tục hành chính.", "indirect"),
        ("Công bố, phê duyệt kèm theo Quyết định này:\n1. Công bố Danh mục 02 thủ tục hành chính.", "indirect"),
        ("Thông qua phương án đơn giản hóa 43 thủ tục hành chính (chi tiết tại Phụ lục kèm theo).", "indirect"),
        ("Công bố sửa đổi 02 thủ tục hành chính sang lĩnh vực giám định.", "direct"),
    ],
)
@pytest.mark.parametrize("torn", [False, True])
def test_direct_and_indirect(act: str, provision: str, torn: bool) -> None:
    heading = "Điều\n1. " if torn else "Điều 1. "
    decision = decided(f"Điều 1. {_FIRST}", heading + act)
    assert decision.provision == provision
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert decision.articles[0].text == act


@pytest.mark.parametrize("word", ["Đia", "Điêu", "Diều", "Đieu"])
def test_a_heading_of_which_letters_were_misread(word: str) -> None:
    decision = decided("Điều 1. Giao", f"{word} 1. Giao")
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]


@pytest.mark.parametrize("line", ["Đội 1. Giao", "Điểm 1. Giao", "Đia 2. Giao", "Đia 1 giao"])
def test_what_is_no_heading(line: str) -> None:
    decision = decided("Điều 1. Giao", line)
    assert [article.label for article in decision.articles] == ["Điều 2", "Điều 3"]


def test_a_base_whose_first_word_was_misread() -> None:
    decision = decided("Căn cứ Luật Tổ chức", "Căn ciÈ Luật Tổ chức")
    assert [base.kind for base in decision.bases] == ["luat", "nghi_dinh", "to_trinh"]


@pytest.mark.parametrize(
    ("heading", "labels"),
    [
        ("Điều + Giao", ["Điều 1", "Điều 2", "Điều 3"]),
        ('"Điều I. Giao', ["Điều 1", "Điều 2", "Điều 3"]),
        ("Điều E. Giao", ["Điều 1", "Điều 2", "Điều 3"]),
        ("Điều E Giao", ["Điều 2", "Điều 3"]),
        ("Điều “ Giao", ["Điều 2", "Điều 3"]),
        ("Điều giao", ["Điều 2", "Điều 3"]),
    ],
)
def test_a_stain_for_the_number_of_an_article(heading: str, labels: list[str]) -> None:
    reading = reading_of(WHOLE.replace("Điều 1. Giao", heading, 1))
    seen = replace(reading.text, pages=tuple(replace(page, source="ocr") for page in reading.text.pages))
    (decision,) = find_decisions(replace(reading, text=seen))
    assert [article.label for article in decision.articles] == labels


@pytest.mark.parametrize(
    ("division", "kept"),
    [
        ("Chương II\nQUY ĐỊNH CỤ THỂ", False),
        ("Chương II\nQuy định cụ thể", False),
        ("Chương II\nQUY ĐỊNH CỤ THỂ\nMục 1\nKIỂM TRA", False),
        ("Mục 3. KIỂM TRA VIỆC CHẤP HÀNH", False),
        ("Mục 3 Phụ lục I kèm theo Thông tư này.", True),
        ("Chương trình công tác năm.", True),
    ],
)
def test_a_chapter_below_an_article_is_no_part_of_it(division: str, kept: bool) -> None:
    (decision,) = find_decisions(reading_of(WHOLE.replace("Điều 2.", f"{division}\nĐiều 2.", 1)))
    assert decision.articles[0].text.endswith(division) is kept
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]


def test_the_first_recipient_may_lack_its_dash() -> None:
    (decision,) = find_decisions(reading_of(WHOLE.replace("- Như Điều 3;", "Như Điều 3;", 1)))
    assert decision.recipients[0] == "Như Điều 3"


def test_a_day_that_is_none_leaves_its_citation_to_a_person() -> None:
    basis = "Căn cứ Nghị định số 98/2019/NĐ-CP ngày 27 năm 12 năm 2019 của Chính phủ;\nQUYẾT ĐỊNH:"
    (decision,) = find_decisions(reading_of(WHOLE.replace("QUYẾT ĐỊNH:", basis, 1)))
    (base,) = [base for base in decision.bases if base.number == "98/2019/NĐ-CP"]
    assert (base.issued_on, base.state) == (None, "review")


def test_a_decision_without_articles_is_told() -> None:
    (decision,) = find_decisions(reading_of(re.sub(r"Điều \d\. ", "", WHOLE)))
    assert "no_articles" in [problem.code for problem in decision.problems]


def test_the_foot_begins_where_the_text_is_closed_though_nothing_of_it_could_be_read() -> None:
    harmed = WHOLE[: WHOLE.index("Nơi nhận")] + "kố TH\nI,\nLê Thị Mẫu\n\fDANH MỤC\nQuyết định bị bãi bỏ\n"
    (decision,) = find_decisions(reading_of(f"{harmed}(Kèm theo Quyết định số 86/QĐ-UBND ngày 16/01/2025)\n1. Một.\n"))
    assert decision.articles[-1].text.endswith("./.")
    (annex,) = decision.annexes
    assert annex.title is not None and annex.title.endswith("Quyết định bị bãi bỏ")


@pytest.mark.parametrize("authority", ["CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ EA MẪU"])
def test_who_decides_may_be_named_shorter_than_in_the_head(authority: str) -> None:
    text = WHOLE.replace("TỈNH QUẢNG NGÃI", "XÃ EA MẪU", 1).replace(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", authority, 1
    )
    (decision,) = find_decisions(reading_of(text))
    assert (decision.issuer.value, decision.issuer.state) == ("Ủy ban nhân dân xã Ea Mẫu", "sure")


def test_the_line_of_the_youth_union_is_a_motto() -> None:
    head = "BAN CHẤP HÀNH ĐOÀN TỈNH LÀO CAI\n***\nĐOÀN TNCS HỒ CHÍ MINH\nSố: 86-QĐ/TĐTN\n"
    text = head + WHOLE[WHOLE.index("Quảng Ngãi, ngày") :].replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\n", "", 1)
    (decision,) = find_decisions(reading_of(text))
    assert (decision.issuer.value, decision.issuer_parent.value) == ("Ban Chấp hành Đoàn tỉnh Lào Cai", None)


def test_a_president_who_decides_for_the_republic_is_no_second_head() -> None:
    text = WHOLE.replace(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "CHỦ TỊCH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1
    )
    (decision,) = find_decisions(reading_of(text))
    assert "two_heads" not in [problem.code for problem in decision.problems]
