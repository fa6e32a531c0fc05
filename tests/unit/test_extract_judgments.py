"""Judgments of courts: cited by their number, carried out, and touched by none but a court."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Decision
from decisions.number import parse_number
from extract.decisions import find_decisions
from extract.find.bodies import issuer_at
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD


def decided(bases: str, body: str) -> Decision:
    (decision,) = find_decisions(reading_of(f"{HEAD}{bases}\nQUYẾT ĐỊNH:\nĐiều 1. {body}\n"))
    return decision


@pytest.mark.parametrize(
    "number", ["12/2024/HS-ST", "105/2024/HSPT", "15/2023/HNGĐ-ST", "09/2022/KDTM-PT", "21/2023/HC-GĐT"]
)
def test_numbers_of_judgments(number: str) -> None:
    assert str(parse_number(number)) == number


@pytest.mark.parametrize(
    ("printed", "number", "issued_on", "issuer"),
    [
        (
            "Bản án số 12/2024/HS-ST ngày 15/3/2024 của Tòa án nhân dân huyện Mẫu",
            "12/2024/HS-ST",
            date(2024, 3, 15),
            "Tòa án nhân dân huyện Mẫu",
        ),
        (
            "Bản án phúc thẩm số 105/2024/HSPT ngày 02/9/2024 của Tòa án nhân dân cấp cao tại Hà Nội",
            "105/2024/HSPT",
            date(2024, 9, 2),
            "Tòa án nhân dân cấp cao tại Hà Nội",
        ),
        ("bản án hành chính số 21/2023/HC-ST ngày 07/7/2023", "21/2023/HC-ST", date(2023, 7, 7), None),
        ("Bản án số 12/HSST ngày 15/3/2004", "12/HSST", date(2004, 3, 15), None),
    ],
)
def test_a_judgment_is_a_base(printed: str, number: str, issued_on: date, issuer: str | None) -> None:
    (base,) = decided(f"Căn cứ {printed};", "Buộc thôi việc ông Trần Văn Mẫu.").bases
    assert (base.kind, base.number, base.issued_on, base.issuer) == ("ban_an", number, issued_on, issuer)


def test_no_office_annuls_a_judgment() -> None:
    made = decided(
        "Căn cứ Luật Đất đai ngày 18/01/2024;",
        "Hủy bỏ Quyết định số 45/QĐ-UBND ngày 03/3/2022 theo Bản án số 21/2023/HC-ST ngày 07/7/2023.",
    )
    acts = [(each.action, each.target.number) for each in made.relations if each.action != "based_on"]
    assert acts == [("annuls", "45/QĐ-UBND"), ("refers_to", "21/2023/HC-ST")]


def test_a_board_is_no_judgment() -> None:
    made = decided("Căn cứ Luật Đường bộ ngày 27/6/2024;", "Giao Ban An toàn giao thông số 12/XYZ thực hiện.")
    assert all(each.kind != "ban_an" for each in made.citations)
    words = " của Ban An toàn giao thông huyện Mẫu;"
    assert issuer_at(words, 0, len(words))[0] == "Ban An toàn giao thông huyện Mẫu"
