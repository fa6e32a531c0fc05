"""Number and date of a scanned head by all that is said about them: a table of what the readers saw and what is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from decisions.reading import Reading, Signature, Slot, SlotName
from decisions.text import Box, DocumentText, PageText, Place, Span, Word, Zone
from extract.decisions import find_decisions

_HEAD = """ỦY BAN NHÂN DÂN
PHƯỜNG BẠCH MAI
Số: {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bạch Mai, {date}

QUYẾT ĐỊNH
Về việc bổ nhiệm công chức

CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BẠCH MAI

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

QUYẾT ĐỊNH:

Điều 1. Quyết định này có hiệu lực kể từ {effect}.
"""


def _reading(number: str, printed: str, slots: tuple[Slot, ...], *signed: date, effect: str = "ngày ký") -> Reading:
    """A scanned page: every word has a box, one line below the other."""
    string = _HEAD.format(number=number, date=printed, effect=effect)
    words, starts, offset = [], [], 0
    lines = string.split("\n")
    for row, line in enumerate(lines):
        y = row / len(lines)
        at = 0
        for text in line.split():
            at = line.index(text, at)
            box = Box(x0=at / 100, y0=y, x1=(at + len(text)) / 100, y1=y + 0.6 / len(lines))
            words.append(Word(text=text, page=1, box=box, confidence=0.9))
            starts.append(offset + at)
            at += len(text)
        offset += len(line) + 1
    page = PageText(number=1, span=Span(start=0, end=len(string)), source="ocr", reason="ảnh", width=1000, height=1400)
    return Reading(
        sha256="0" * 64,
        media_type="application/pdf",
        text=DocumentText(string=string, words=tuple(words), starts=tuple(starts), pages=(page,)),
        signatures=tuple(
            Signature(name="A", signed_at=datetime(d.year, d.month, d.day, 9, tzinfo=UTC)) for d in signed
        ),
        slots=slots,
    )


def _slot(name: SlotName, *strings: tuple[str, float], hand: float = 1.0) -> Slot:
    place = Place(page=1, box=Box(x0=0.1, y0=0.05, x1=0.3, y1=0.1))
    return Slot(name=name, place=place, strings=strings, blank=0.0, printed=1 - hand, handwritten=hand, by="digits/1")


def _date_slots(*days: tuple[str, float]) -> tuple[Slot, ...]:
    return (
        _slot("day", *days),
        _slot("month", ("7", 0.999), hand=0.0),
        _slot("year", ("22", 0.999), hand=0.0),
    )


@pytest.mark.parametrize(
    ("printed", "seen", "value", "state"),
    [
        # The pen's figures, misread by the engine for print: the reader of digits is believed when it is sure.
        ("2*†/QĐ-UBND", [("216", 0.999)], "216/QĐ-UBND", "sure"),
        ("246/QĐ-UBND", [("216", 0.999)], "216/QĐ-UBND", "sure"),
        ("2*†/QĐ-UBND", [("216", 0.7), ("246", 0.3)], "216/QĐ-UBND", "review"),
        # Both agree.
        ("216/QĐ-UBND", [("216", 0.98)], "216/QĐ-UBND", "sure"),
        # Leading zeros stay as written and are no other number.
        ("05/QĐ-UBND", [("05", 0.9), ("5", 0.09)], "05/QĐ-UBND", "sure"),
        # The reader doubts, the engine says something else: a person decides.
        ("246/QĐ-UBND", [("216", 0.5), ("218", 0.4)], "216/QĐ-UBND", "review"),
        # A letter belongs to the number; digits alone would be another number.
        ("28B/QĐ-UBND", [("28", 0.999)], "28B/QĐ-UBND", "review"),
        # The form of the Party on a paper of the state is what the paper says, and a problem.
        ("868-QĐ/UBND", [("868", 0.999)], "868-QĐ/UBND", "review"),
        # The year behind digits that the engine cannot read.
        ("9Ï /2022/QĐ-UBND", [("9112022", 0.999)], "91/2022/QĐ-UBND", "review"),
        # The reader of digits saw no year; the engine did, and not the digits.
        ("Í /2022/QĐ-UBND", [("19", 0.999)], "19/2022/QĐ-UBND", "review"),
    ],
)
def test_number(printed: str, seen: list[tuple[str, float]], value: str, state: str) -> None:
    (decision,) = find_decisions(_reading(printed, "ngày 08 tháng 7 năm 2022", (_slot("number", *seen),)))
    assert (decision.number.value, decision.number.state) == (value, state)
    assert any(mention.by == "digits/1" for mention in decision.number.said) or "B" in printed


@pytest.mark.parametrize(
    ("printed", "seen", "year", "value", "state"),
    [
        ("Í /2022/QĐ-UBND", "19", "22", "19/2022/QĐ-UBND", "sure"),
        # The date says another year, or none.
        ("Í /2022/QĐ-UBND", "19", "21", "19/2022/QĐ-UBND", "review"),
        ("Í /2022/QĐ-UBND", "19", "", "19/2022/QĐ-UBND", "review"),
        # The slash was lost with the figures before it: a year behind the room of the pen is no serial.
        ("Í 2022/QĐ-UBND", "19", "22", "19/2022/QĐ-UBND", "review"),
        (f"{31 * ' '}2022/QĐ-UBND", "19", "22", "19/2022/QĐ-UBND", "review"),
        # In the room of the pen it is.
        (f"{8 * ' '}2022/QĐ-UBND", "2022", "22", "2022/QĐ-UBND", "sure"),
    ],
)
def test_number_with_a_year(printed: str, seen: str, year: str, value: str, state: str) -> None:
    slots = (_slot("number", (seen, 0.999)), _slot("year", (year, 0.999), hand=0.0))
    (decision,) = find_decisions(_reading(printed, "ngày 08 tháng 7 năm 2022", slots))
    assert (decision.number.value, decision.number.state) == (value, state)


def test_a_place_is_spelled_as_the_issuer_spells_it() -> None:
    reading = _reading("216/QĐ-UBND", "ngày 08 tháng 7 năm 2022", ())
    other = reading.text.string.replace("Bạch Mai, ngày", "Bách Mai, ngày")
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, string=other)))
    assert (decision.place.value, decision.place.state) == ("Bạch Mai", "review")
    assert [each.value for each in decision.place.candidates] == ["Bạch Mai", "Bách Mai"]


@pytest.mark.parametrize(
    ("printed", "days", "signed", "value", "state"),
    [
        ("ngày ⁄* tháng 7 năm 2022", [("16", 0.999)], (), date(2022, 7, 16), "sure"),
        ("ngày 16 tháng 7 năm 2022", [("16", 0.98)], (), date(2022, 7, 16), "sure"),
        ("ngày ⁄* tháng 7 năm 2022", [("16", 0.6), ("18", 0.4)], (), date(2022, 7, 16), "review"),
        # There is no 82nd of July.
        ("ngày tháng 7 năm 2022", [("82", 0.6), ("22", 0.39)], (), date(2022, 7, 22), "review"),
        # Nobody dates a paper after signing it: the 18th falls away, and the 16th lies right before the signature.
        ("ngày ⁄* tháng 7 năm 2022", [("18", 0.5), ("16", 0.499)], (date(2022, 7, 17),), date(2022, 7, 16), "sure"),
        # The year as the engine reads it says the century; without it a person is asked.
        ("ngày 16 tháng 7 năm 2*2", [("16", 0.999)], (), date(2022, 7, 16), "review"),
    ],
)
def test_date(printed: str, days: list[tuple[str, float]], signed: tuple[date, ...], value: date, state: str) -> None:
    (decision,) = find_decisions(_reading("216/QĐ-UBND", printed, _date_slots(*days), *signed))
    assert (decision.issued_on.value, decision.issued_on.state) == (value, state)


@pytest.mark.parametrize(
    ("effect", "order"),
    [
        ("ngày ký", [18, 16]),
        ("ngày 17 tháng 7 năm 2022", [16, 18]),  # seldom before it was signed
        ("ngày 19 tháng 7 năm 2022", [18, 16]),
        ("ngày 01 tháng 9 năm 2021", [18, 16]),  # before both
    ],
)
def test_the_day_of_effect_is_a_weak_bound(effect: str, order: list[int]) -> None:
    days = _date_slots(("18", 0.5), ("16", 0.45))
    reading = _reading("216/QĐ-UBND", "ngày ⁄* tháng 7 năm 2022", days, effect=effect)
    (decision,) = find_decisions(reading)
    assert [candidate.value.day for candidate in decision.issued_on.candidates] == order
    assert decision.issued_on.state == "review"
    said = [mention.text for mention in decision.issued_on.said]
    assert (effect.removeprefix("ngày ") in said) == (effect != "ngày ký")


def test_candidates_are_shown_in_order_with_what_was_said() -> None:
    slot = _slot("number", ("216", 0.6), ("246", 0.3), ("218", 0.08))
    (decision,) = find_decisions(_reading("2*†/QĐ-UBND", "ngày 08 tháng 7 năm 2022", (slot,)))
    assert [c.value for c in decision.number.candidates] == ["216/QĐ-UBND", "246/QĐ-UBND", "218/QĐ-UBND"]
    assert all(candidate.said for candidate in decision.number.candidates)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scan-001.pdf", "216/QĐ-UBND"),
        ("246_QD-UBND_20220708.pdf", "246/QĐ-UBND"),
        ("Quyết định 246 QĐ-UBND.pdf", "246/QĐ-UBND"),
        ("999_QD-UBND.pdf", "216/QĐ-UBND"),  # nothing on the paper says 999
    ],
)
def test_a_file_name_may_only_reorder_what_is_doubtful(name: str, value: str) -> None:
    doubtful = _slot("number", ("216", 0.6), ("246", 0.38))
    reading = replace(_reading("2*†/QĐ-UBND", "ngày 08 tháng 7 năm 2022", (doubtful,)), name=name)
    (decision,) = find_decisions(reading)
    assert (decision.number.value, decision.number.state) == (value, "review")
    certain = replace(reading, slots=(_slot("number", ("216", 0.999)),))
    assert find_decisions(certain)[0].number.value == "216/QĐ-UBND"


def test_a_date_in_the_file_name_is_weak_evidence_too() -> None:
    slots = _date_slots(("16", 0.6), ("18", 0.39))
    reading = replace(_reading("216/QĐ-UBND", "ngày ⁄* tháng 7 năm 2022", slots), name="20220718.pdf")
    (decision,) = find_decisions(reading)
    assert (decision.issued_on.value, decision.issued_on.state) == (date(2022, 7, 18), "review")
    assert decision.issued_on.said[-1].by == "file_name/1"


@pytest.mark.parametrize(
    ("days", "arrived", "value", "state"),
    [
        # It came the day after: said, and the date is as sure as it was.
        ([("16", 0.999)], ("1717", 0.9), date(2022, 7, 16), "sure"),
        # Nobody receives what is not dated yet: a person is asked, and sees both.
        ([("18", 0.999)], ("1717", 0.95), date(2022, 7, 18), "review"),
        # What the stamp says was hardly read: it harms nothing.
        ([("18", 0.999)], ("1717", 0.5), date(2022, 7, 18), "sure"),
        # It puts what is doubtful in order; however well it fits, nothing is sure by it.
        ([("18", 0.55), ("16", 0.44)], ("1717", 0.95), date(2022, 7, 16), "review"),
        ([("18", 0.03), ("16", 0.96)], ("1717", 0.95), date(2022, 7, 16), "review"),
        # Weeks later says little.
        ([("18", 0.55), ("16", 0.44)], ("2919", 0.95), date(2022, 7, 18), "review"),
    ],
)
def test_a_stamp_of_arrival_is_a_weak_bound(
    days: list[tuple[str, float]], arrived: tuple[str, float], value: date, state: str
) -> None:
    slots = (*_date_slots(*days), _slot("arrival", arrived))
    (decision,) = find_decisions(_reading("216/QĐ-UBND", "ngày ⁄* tháng 7 năm 2022", slots))
    assert (decision.issued_on.value, decision.issued_on.state) == (value, state)
    assert [mention.by for mention in decision.issued_on.said].count("arrival/1") == 1
    shown = [candidate.value for candidate in decision.issued_on.candidates]
    assert shown == sorted({date(2022, 7, int(day)) for day, _ in days}, key=lambda day: day != value)[: len(shown)]


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        ("1717", "17/07/2022"),  # 17/7, its bar seen as a one
        ("0817", "08/07/2022"),
        ("087", "08/07/2022"),  # 08/7, its bar not seen
        ("17712022", "17/07/2022"),
        ("081712022", "08/07/2022"),
        ("0817120", "08/07/2022"),  # the end of the year lies beyond the frame
        ("0817122", "08/07/2022"),  # 08/7/22
        ("311112022", "31/01/2022"),
        ("10110", "10/10/2022"),
        ("05112023", "05/01/2023"),  # 05/1/2023 is next to the year of the date
        ("03112035", None),
        ("9999", None),
        ("", None),
    ],
)
def test_digits_of_a_stamp_without_their_bars(digits: str, day: str | None) -> None:
    slots = (*_date_slots(("16", 0.999)), _slot("arrival", (digits, 0.9)))
    (decision,) = find_decisions(_reading("216/QĐ-UBND", "ngày ⁄* tháng 7 năm 2022", slots))
    assert [mention.text for mention in decision.issued_on.said if mention.by == "arrival/1"] == ([day] if day else [])


def test_a_stamp_without_a_year_takes_the_year_that_lies_nearest() -> None:
    slots = (
        _slot("day", ("29", 0.999)),
        _slot("month", ("12", 0.999), hand=0.0),
        _slot("year", ("22", 0.999), hand=0.0),
        _slot("arrival", ("0311", 0.95)),
    )
    (decision,) = find_decisions(_reading("216/QĐ-UBND", "ngày ⁄* tháng 12 năm 2022", slots))
    assert (decision.issued_on.value, decision.issued_on.state) == (date(2022, 12, 29), "sure")
    assert decision.issued_on.said[-1].text == "03/01/2023"


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("ĐẾN\nSố: 55\nNgày: 17/7", "17/7"),
        ("ĐẾN\nSố: 55\nNgày:.....17/7/2022", "17/7/2022"),
        ("CÔNG VĂN ĐẾN\nNgày đến: 17-07-2022", "17-07-2022"),
        ("HỎA TỐC\nNgày: 17/7", None),
        ("ĐẾN\nNgày: 17", None),
    ],
)
def test_a_day_printed_in_a_stamp_of_arrival(printed: str, said: str | None) -> None:
    reading = _reading("216/QĐ-UBND", "ngày ⁄* tháng 7 năm 2022", _date_slots(("18", 0.55), ("16", 0.44)))
    text, start = reading.text, len(reading.text.string)
    string = f"{text.string}{printed}"
    stamp = Zone(name="stamp", span=Span(start=start, end=len(string)))
    page = replace(text.pages[0], span=Span(start=0, end=len(string)))
    reading = replace(reading, text=replace(text, string=string, pages=(page,), zones=(stamp,)))
    (decision,) = find_decisions(reading)
    assert [mention.text for mention in decision.issued_on.said if mention.by == "arrival/1"] == (
        [said] if said else []
    )
    assert decision.issued_on.value == date(2022, 7, 16 if said else 18)
