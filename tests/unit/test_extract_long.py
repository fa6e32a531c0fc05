"""Long texts: twice the length is about twice the work, counted in calls, not in seconds; nothing is lost on the way."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from decisions.text import Span
from extract.decisions import find_decisions
from extract.find.quoted import _MARK, _PARAGRAPH, _opens, quoted
from tests.bench.texts import reading_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/QĐ-UBND

Quảng Ngãi, ngày 3 tháng 4 năm 2020

QUYẾT ĐỊNH
Về việc bổ nhiệm cán bộ

{bases}

QUYẾT ĐỊNH:

{articles}

Nơi nhận:
- Lưu: VT.
"""
_BASE = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;"
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đỗ", "Bùi")


def _name(index: int) -> str:
    letters = "bcdghklmnprstv"
    given = letters[index % 14].upper() + letters[index // 14 % 14] + "anh"
    return f"{_SURNAMES[index % 8]} Văn {given}"


def _document(articles: str, bases: str = _BASE) -> str:
    return HEAD.format(bases=bases, articles=articles)


def _persons(many: int) -> str:
    named = ", ".join(f"ông {_name(index)}" for index in range(many))
    return _document(f"Điều 1. Bổ nhiệm {named} giữ chức vụ Trưởng phòng kể từ ngày 05/4/2020.")


def _listed(many: int) -> str:
    items = "\n".join(f"{index + 1}. Ông {_name(index)}, Chuyên viên Sở Nội vụ;" for index in range(many))
    return _document(f"Điều 1. Điều động các ông, bà có tên sau đến công tác tại Sở Tài chính:\n{items}")


def _cited(many: int) -> str:
    numbers = ", ".join(f"Quyết định số {index + 1}/2019/QĐ-UBND ngày 01/02/2019" for index in range(many))
    return _document(f"Điều 1. Bãi bỏ {numbers}.")


def _based(many: int) -> str:
    bases = (f"Căn cứ Nghị định số {index + 1}/2015/NĐ-CP ngày 01/02/2015 của Chính phủ;" for index in range(many))
    return _document("Điều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Trưởng phòng.", "\n\n".join(bases))


def _titled(many: int) -> str:
    return _document("Điều 1. Quyết định số 1/QĐ-UBND về " + "giá đất; " * many + "giá nước hết hiệu lực.")


def _parted(many: int) -> str:
    return _document("Điều 1. Bãi bỏ " + "số thứ tự 1, mục A; " * many + "mục B tại Quyết định số 1/QĐ-UBND.")


def _opened(many: int) -> str:
    return _document("Điều 1. " + "“" * many)


def _opened_lines(many: int) -> str:
    return _document("Điều 1. Sửa đổi Điều 2 như sau:\n" + "“a\n" * many)


_CASES: tuple[tuple[Callable[[int], str], int], ...] = (
    (_persons, 100),
    (_listed, 100),
    (_titled, 200),
    (_parted, 200),
    (_cited, 100),
    (_based, 100),
    (_opened, 800),
    (_opened_lines, 800),
)


def _calls(text: str) -> int:
    reading = reading_of(text)
    find_decisions(reading)  # tables and patterns are made once
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        find_decisions(reading)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(("made", "many"), _CASES)
def test_twice_the_text_is_twice_the_work(made: Callable[[int], str], many: int) -> None:
    assert _calls(made(2 * many)) < 2.6 * _calls(made(many))


def test_all_persons_of_a_long_sentence_are_found_with_what_is_said_of_all() -> None:
    (found,) = find_decisions(reading_of(_persons(300)))
    acts = found.appointments
    assert len({act.person.name for act in acts}) == len({_name(index) for index in range(300)})
    assert {act.position for act in acts} == {"Trưởng phòng"}
    assert {str(act.effective_on) for act in acts} == {"2020-04-05"}
    assert max(len(act.sentence) for act in acts) < 4100


def test_all_instruments_of_a_long_list_are_found() -> None:
    (found,) = find_decisions(reading_of(_cited(300)))
    assert len(found.citations) == 300
    assert {relation.action for relation in found.relations if relation.target.kind == "quyet_dinh"} == {"repeals"}


def _closed_by_counting(flat: str, start: int) -> int | None:
    """Where the quotation that opens at a place closes, told mark by mark."""
    depth = 0
    for mark in _MARK.finditer(flat, start):
        if not _opens(flat, mark.start()):
            depth -= 1
        elif depth == 0 or not _PARAGRAPH.search(flat, max(0, mark.start() - 8), mark.start()):
            depth += 1
        if depth == 0:
            return mark.end()
    return None


def test_quotations_close_where_counting_says() -> None:
    dice = random.Random(7)
    for _ in range(2000):
        flat = ":" + "".join(dice.choice('“”"a \n') for _ in range(dice.randint(1, 24)))
        for block in quoted(flat).blocks:
            closed = _closed_by_counting(flat, block.start)
            paragraph = flat.find("\n", block.start + 1)
            wanted = closed or (len(flat) if paragraph < 0 else paragraph)
            assert block == Span(start=block.start, end=wanted), repr(flat)
