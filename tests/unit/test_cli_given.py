"""What people type at the command line, as a clerk would check it."""

from __future__ import annotations

from datetime import date

import pytest

from quyetdinh.given import day, kind, status
from quyetdinh.show.names import day_name
from quyetdinh.troubles import UnknownKind, UnknownStatus, WrongDay


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("05/3/2019", date(2019, 3, 5)),
        ("5/3/2019", date(2019, 3, 5)),
        ("05-03-2019", date(2019, 3, 5)),
        ("5.3.2019", date(2019, 3, 5)),
        ("2019-03-05", date(2019, 3, 5)),
        (" 29/02/2024 ", date(2024, 2, 29)),
    ],
)
def test_day(typed: str, meant: date) -> None:
    assert day(typed) == meant


@pytest.mark.parametrize("typed", ["31/02/2020", "29/02/2023", "2019-13-01", "hôm nay", "", "3/2019", "05/3/19"])
def test_no_day(typed: str) -> None:
    with pytest.raises(WrongDay):
        day(typed)


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        (date(2022, 7, 1), "01/07/2022"),
        (date(2021, 12, 31), "31/12/2021"),
        (None, ""),
    ],
)
def test_day_for_people(meant: date | None, written: str) -> None:
    assert day_name(meant) == written


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Quyết định", "quyet_dinh"),
        ("quyet dinh", "quyet_dinh"),
        ("quyet_dinh", "quyet_dinh"),
        ("QĐ", "quyet_dinh"),
        ("qd", "quyet_dinh"),
        ("Kế hoạch", "ke_hoach"),
        ("TTr", "to_trinh"),
        ("Công văn", "cong_van"),
    ],
)
def test_kind(typed: str, code: str) -> None:
    assert kind(typed) == code


@pytest.mark.parametrize("typed", ["", "thư", "quyết"])
def test_no_kind(typed: str) -> None:
    with pytest.raises(UnknownKind):
        kind(typed)


def test_status() -> None:
    assert status("partly_amended") == "partly_amended"
    with pytest.raises(UnknownStatus, match="in_force"):
        status("hieu_luc")
