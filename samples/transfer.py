"""One decision about many people, named in a list: the wards' civil servants become the district's.

Source of the act: Decree 32/2021/NĐ-CP, on 1 July 2021.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from decisions.decision import Appointment, Person
from samples.cited import short_date
from samples.district import DISTRICT, district_decision
from samples.draft import Annex, Clause, Draft, Table
from samples.names import Offices, person

_SINCE = date(2021, 7, 1)
_PLACES = (
    ("Văn phòng - Thống kê", "Bạch Mai"),
    ("Tư pháp - Hộ tịch", "Đồng Tâm"),
    ("Tài chính - Kế toán", "Thanh Nhàn"),
    ("Văn hóa - Xã hội", "Minh Khai"),
)


def transfer(people: Offices, rng: np.random.Generator) -> Draft:
    """Decision 1402 of 2021 with its list."""
    number, on = 1402, date(2021, 6, 28)
    staff = [(person(rng), f"công chức {post}", ward) for post, ward in _PLACES]
    sentence = (
        f"Chuyển {len(staff):02d} cán bộ, công chức cấp xã đang làm việc tại Ủy ban nhân dân các phường thành công chức "
        f"thuộc biên chế của {DISTRICT} kể từ ngày {short_date(_SINCE)} (có danh sách kèm theo)."
    )
    acts = tuple(
        Appointment(
            action="chuyen_cong_chuc",
            person=who,
            unit=DISTRICT,
            from_position=post,
            from_unit=f"UBND phường {ward}",
            effective_on=_SINCE,
            sentence=sentence,
        )
        for who, post, ward in staff
    )
    return district_decision(
        people,
        number=number,
        on=on,
        subject="Về việc chuyển cán bộ, công chức cấp xã thành công chức thuộc biên chế của Ủy ban nhân dân quận",
        first=Clause(label="Điều 1", paragraphs=(sentence,), appointments=acts),
        second="Các ông, bà có tên trong danh sách được xếp lương và hưởng chế độ theo quy định hiện hành.",
        carried_out_by="Chủ tịch Ủy ban nhân dân các phường và các ông, bà có tên trong danh sách",
        annex=Annex(
            title=("DANH SÁCH", "Cán bộ, công chức cấp xã chuyển thành công chức"),
            origin=f"(Kèm theo Quyết định số {number}/QĐ-UBND ngày {short_date(on)} của {DISTRICT})",
            table=_list(staff),
            closing=f"Danh sách này có {len(staff):02d} người./.",
        ),
    )


def _list(staff: list[tuple[Person, str, str]]) -> Table:
    return Table(
        head=("STT", "Họ và tên", "Ngày sinh", "Chức danh", "Đơn vị"),
        rows=tuple(
            (
                str(i),
                f"{(who.honorific or '').capitalize()} {who.name}",
                short_date(date.fromisoformat(who.born_on or "")),
                post[0].upper() + post[1:],
                f"UBND phường {ward}",
            )
            for i, (who, post, ward) in enumerate(staff, start=1)
        ),
        widths=(0.09, 0.26, 0.16, 0.27, 0.22),
    )
