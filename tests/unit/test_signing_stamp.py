"""The words of a digital signature on a page: its labels, its moment, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.signing_stamp import shows_signature, signing_day, stamp_label


@pytest.mark.parametrize(
    ("line", "start", "signing"),
    [
        ("Người ký: Lê Văn Mẫu", 0, True),
        ("Nguời ký : Lê Văn Mẫu", 0, True),
        ("Ký bởi: Sở Tư pháp", 0, True),
        ("Ngày ký: 05-03-2019 10:12:45 +07:00", 0, True),
        ("- Lưu: VT. Ký bởi: Lê Văn Mẫu", 11, True),
        ("Digitally signed by UBND TINH", 0, True),
        ("Email: vp@chinhphu.vn", 0, False),
        ("Cơ quan: Văn phòng", 0, False),
        ("Nơi nhận:", None, None),
        ("Thời gian: 10 giờ", None, None),
        ("có hiệu lực kể từ ngày ký.", None, None),
        ("Cơ quan ban hành: Văn phòng", None, None),
        ("QUYẾT ĐỊNH:", None, None),
    ],
)
def test_labels(line: str, start: int | None, signing: bool | None) -> None:
    label = stamp_label(line)
    assert (label and label.start, label and label.signing) == (start, signing)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("05.03.2019 10:12:45 +07:00", date(2019, 3, 5)),
        ("05-03-2019 10: 12:45", date(2019, 3, 5)),
        ("05/03/2019, 10h12", date(2019, 3, 5)),
        ("2019.03.05 10:12:45 +07'00'", date(2019, 3, 5)),
        ("2019-03-05T10:12:45+07:00", date(2019, 3, 5)),
        ("05.03.2019", None),
        ("31.02.2019 10:12:45", None),
        ("10:12:45", None),
    ],
)
def test_the_day_of_a_moment(text: str, on: date | None) -> None:
    found = signing_day(f"Thời gian ký: {text}")
    assert (found and found.on) == on


def test_a_moment_or_an_address_shows_it() -> None:
    assert shows_signature(["Ký bởi: Sở Tư pháp", "Email: sotuphap@mau.gov.vn"])
    assert shows_signature(["Người ký: Lê Văn Mẫu", "Ngày ký: 05-03-2019 10:12:45 +07:00"])
    assert not shows_signature(["Người ký: Lê Văn Mẫu", "Ngày ký: 05-03-2019"])
    assert not shows_signature(["Email: sotuphap@mau.gov.vn", "Cơ quan: Sở Tư pháp"])
