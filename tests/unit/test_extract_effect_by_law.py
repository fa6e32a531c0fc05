"""From when a normative act is in force by the law of its time: where it is silent, and where it begins too early."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from decisions.decision import Decision
from decisions.fact import Candidate, Fact
from decisions.reading import Reading
from decisions.tables import rows
from extract.check.effect import effect_problems
from extract.decisions import find_decisions
from extract.outline import outlines
from extract.sheet import sheet
from samples.head import written_date
from tests.bench.texts import reading_of

PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI"
CITY = "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI"
TOWN = "TỈNH BÌNH ĐỊNH\nỦY BAN NHÂN DÂN\nTHÀNH PHỐ QUY NHƠN"
DISTRICT = "THÀNH PHỐ HÀ NỘI\nỦY BAN NHÂN DÂN\nHUYỆN GIA LÂM"
WARD = "QUẬN HAI BÀ TRƯNG\nỦY BAN NHÂN DÂN\nPHƯỜNG BẠCH MAI"
PREMIER = "THỦ TƯỚNG CHÍNH PHỦ"
SILENT = "Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này."
SIGNING = "Quyết định này có hiệu lực kể từ ngày ký."


def decided(head: str, number: str, on: date, words: str, basis: str = "") -> Decision:
    (decision,) = find_decisions(reading_with(head, number, on, words, basis))
    return decision


def reading_with(head: str, number: str, on: date, words: str, basis: str = "") -> Reading:
    return reading_of(
        f"{head}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {number}\n"
        f"Hà Nội, {written_date(on)}\nQUYẾT ĐỊNH\nBan hành Quy định về quản lý chợ\n"
        f"Căn cứ Luật Thương mại ngày 14/6/2005;\n{basis}QUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý chợ.\n"
        f"Điều 2. {words}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n"
    )


@pytest.mark.parametrize(
    ("head", "number", "on", "days"),
    [
        # Law 31/2004/QH11 art. 51: 10, 7 and 5 days after signing
        (PROVINCE, "15/2010/QĐ-UBND", date(2010, 5, 4), 10),
        (CITY, "15/2010/QĐ-UBND", date(2010, 5, 4), 10),
        (TOWN, "15/2010/QĐ-UBND", date(2010, 5, 4), 7),
        (DISTRICT, "15/2010/QĐ-UBND", date(2010, 5, 4), 7),
        (WARD, "02/2010/QĐ-UBND", date(2010, 5, 4), 5),
        (PROVINCE, "15/2005/QĐ-UBND", date(2005, 4, 1), 10),
        (PROVINCE, "15/2016/QĐ-UBND", date(2016, 6, 30), 10),
        # before it and after it no law says so
        (PROVINCE, "15/2005/QĐ-UBND", date(2005, 3, 31), None),
        (PROVINCE, "15/2016/QĐ-UBND", date(2016, 7, 1), None),
        (PROVINCE, "15/2024/QĐ-UBND", date(2024, 5, 4), None),
        (PREMIER, "15/2010/QĐ-TTg", date(2010, 5, 4), None),
        # on a single matter: no normative act
        (PROVINCE, "15/QĐ-UBND", date(2010, 5, 4), None),
    ],
)
def test_what_law_says_for_a_silent_act(head: str, number: str, on: date, days: int | None) -> None:
    fact = decided(head, number, on, SILENT).effective_on
    meant = on + timedelta(days=days) if days else None
    assert (fact.value, fact.state) == (meant, "review" if days else "absent")
    assert [candidate.value for candidate in fact.candidates] == ([meant] if days else [])
    assert bool(fact.said) == bool(days)


def test_its_own_words_come_first() -> None:
    fact = decided(PROVINCE, "15/2010/QĐ-UBND", date(2010, 5, 4), SIGNING).effective_on
    assert (fact.value, fact.state) == (date(2010, 5, 4), "sure")


ON = date(2024, 5, 4)
LAW_2025 = date(2025, 4, 10)


@pytest.mark.parametrize(
    ("head", "number", "on", "words", "told"),
    [
        (PROVINCE, "15/2024/QĐ-UBND", ON, SIGNING, True),
        (PROVINCE, "15/2024/QĐ-UBND", ON, "Quyết định này có hiệu lực từ ngày 10/5/2024.", True),
        (PROVINCE, "15/2024/QĐ-UBND", ON, "Quyết định này có hiệu lực từ ngày 14/5/2024.", False),
        (PROVINCE, "15/2024/QĐ-UBND", ON, "Quyết định này có hiệu lực từ ngày 13/5/2024.", False),  # the first day counted
        (DISTRICT, "15/2024/QĐ-UBND", ON, "Quyết định này có hiệu lực sau 07 ngày kể từ ngày ký.", False),
        (DISTRICT, "15/2024/QĐ-UBND", ON, SIGNING, True),
        (PREMIER, "15/2024/QĐ-TTg", ON, "Quyết định này có hiệu lực từ ngày 01/6/2024.", True),
        (PREMIER, "15/2024/QĐ-TTg", ON, "Quyết định này có hiệu lực từ ngày 20/6/2024.", False),
        (PREMIER, "15/2010/QĐ-TTg", date(2010, 5, 4), SIGNING, True),
        (PROVINCE, "15/2025/QĐ-UBND", LAW_2025, SIGNING, True),
        # by the law of 2004 many acts that bear a year are none of the kind
        (PROVINCE, "15/2010/QĐ-UBND", date(2010, 5, 4), SIGNING, False),
        (PROVINCE, "15/QĐ-UBND", ON, SIGNING, False),
        # silent: nothing is too early
        (PROVINCE, "15/2024/QĐ-UBND", ON, SILENT, False),
    ],
)  # fmt: skip
def test_what_begins_too_early(head: str, number: str, on: date, words: str, told: bool) -> None:
    found = [p for p in decided(head, number, on, words).problems if p.code == "effect_too_early"]
    assert len(found) == told
    for problem in found:
        assert problem.field == "effective_on" and problem.place and problem.message and problem.message_en
        assert "ngày" in problem.message and "QH" in problem.message


@pytest.mark.parametrize(
    "basis",
    [
        "Căn cứ Công văn số 12/TTHĐND ngày 01/4/2024 về việc ban hành theo trình tự, thủ tục rút gọn;\n",
        "Căn cứ Công văn số 12/TTHĐND ngày 01/4/2024 về việc xây dựng văn bản trong trường hợp đặc biệt;\n",
        "Theo Báo cáo về trường hợp khẩn cấp để phòng, chống dịch bệnh;\n",
    ],
)
def test_the_short_procedure_may_begin_at_once(basis: str) -> None:
    problems = decided(PROVINCE, "15/2024/QĐ-UBND", ON, SIGNING, basis).problems
    assert "effect_too_early" not in {p.code for p in problems}


def test_reports_out_of_turn_are_no_urgency() -> None:
    words = f"Các sở báo cáo định kỳ hoặc đột xuất khi có dịch bệnh. {SIGNING}"
    assert "effect_too_early" in {p.code for p in decided(PROVINCE, "15/2024/QĐ-UBND", ON, words).problems}


def test_a_doubtful_day_accuses_nobody() -> None:
    words = "Quyết định này có hiệu lực từ ngày 10/5/2024. Quyết định này có hiệu lực từ ngày 20/5/2024."
    problems = decided(PROVINCE, "15/2024/QĐ-UBND", ON, words).problems
    assert "effect_too_early" not in {p.code for p in problems}


def test_the_table_of_effect_has_one_rule_for_each_authority_and_day() -> None:
    table = rows("effect_rules")
    for row in table:
        assert row["law"] in row["source"] and row["valid_from"]
        assert bool(row["default_days"]) != bool(row["earliest_days"])
        others = [r for r in table if r is not row and r["authority"] == row["authority"]]
        assert all(
            r["valid_from"] > (row["valid_to"] or "9999") or (r["valid_to"] or "9999") < row["valid_from"]
            for r in others
        )


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("15/2024/QĐ-UBND", "16/2024/QĐ-UBND"), True),  # of which figures it is made, the day does not depend on
        (("15/2024/QĐ-UBND", "152024/QĐ-UBND"), False),
    ],
)
def test_figures_in_doubt_hide_nothing(numbers: tuple[str, ...], told: bool) -> None:
    reading = reading_with(PROVINCE, numbers[0], ON, SIGNING)
    (decision,), (outline,) = find_decisions(reading), outlines(sheet(reading.text))
    candidates = tuple(Candidate(value=number, confidence=0.4) for number in numbers)
    doubted = Fact(value=numbers[0], state="review", confidence=0.4, candidates=candidates)
    found = [p.code for p in effect_problems(replace(decision, number=doubted), outline)]
    assert found == ["effect_too_early"] * told


def test_an_issuer_in_doubt_hides_nothing_where_all_that_it_may_be_is_of_one_level() -> None:
    reading = reading_with(PROVINCE, "15/2024/QĐ-UBND", ON, SIGNING)
    (decision,), (outline,) = find_decisions(reading), outlines(sheet(reading.text))
    own = decision.issuer.value or ""
    for other, told in ((f"{own} Nam", 1), ("Sở Nội vụ", 0)):
        candidates = tuple(Candidate(value=name, confidence=0.4) for name in (own, other))
        doubted = Fact(value=own, state="review", confidence=0.4, candidates=candidates)
        assert len(list(effect_problems(replace(decision, issuer=doubted), outline))) == told


@pytest.mark.parametrize(("days", "told"), [((ON,), True), ((ON, ON.replace(day=31)), False)])
def test_in_force_from_the_signing_is_too_early_whichever_day_that_was(days: tuple[date, ...], told: bool) -> None:
    reading = reading_with(PROVINCE, "15/2024/QĐ-UBND", ON, SIGNING)
    (decision,), (outline,) = find_decisions(reading), outlines(sheet(reading.text))
    both = tuple(Candidate(value=day, confidence=0.4) for day in (ON, ON.replace(year=2004)))
    issued = Fact(value=ON, state="review", confidence=0.4, candidates=both)
    effective = replace(issued, candidates=both if told else tuple(Candidate(value=d, confidence=0.4) for d in days))
    found = [p.code for p in effect_problems(replace(decision, issued_on=issued, effective_on=effective), outline)]
    assert found == ["effect_too_early"] * told
