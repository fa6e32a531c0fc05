"""A draft for the tests of the generator: short, with everything that a decision has."""

from __future__ import annotations

from datetime import date
from typing import Any

from decisions.decision import Appointment, Citation, Person, Relation
from samples.draft import Clause, Draft, Ground, Signing

BASE = Citation(text="Nghị quyết số 97/2019/QH14", number="97/2019/QH14", printed="97/2019/QH14", kind="nghi_quyet")
OLD = Citation(text="Quyết định số 12/QĐ-UBND", number="12/QĐ-UBND", printed="12/QĐ-UBND", kind="quyet_dinh")
REPLACES = "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/QĐ-UBND."
APPOINTS = "Bổ nhiệm bà Đỗ Thị Ngọc Ẩn giữ chức vụ Trưởng phòng Nội vụ kể từ ngày 01/3/2023."


def a_draft(**changes: Any) -> Draft:
    """One page, one base, one act, one replaced decision."""
    parts: dict[str, Any] = {
        "number": "307/QĐ-UBND",
        "issued_on": date(2023, 2, 5),
        "place": "Thụy Khuê",
        "issuer": "Ủy ban nhân dân phường Thụy Khuê",
        "issuer_lines": ("ỦY BAN NHÂN DÂN", "PHƯỜNG THỤY KHUÊ"),
        "subject": "Về việc bổ nhiệm Trưởng phòng Nội vụ",
        "authority": "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG THỤY KHUÊ",
        "grounds": (Ground(text="Căn cứ Nghị quyết số 97/2019/QH14 của Quốc hội;", cites=(BASE,)),),
        "clauses": (
            Clause(
                label="Điều 1",
                paragraphs=(APPOINTS,),
                appointments=(
                    Appointment(
                        action="bo_nhiem",
                        person=Person(name="Đỗ Thị Ngọc Ẩn", honorific="bà"),
                        position="Trưởng phòng Nội vụ",
                        effective_on=date(2023, 3, 1),
                        sentence=APPOINTS,
                    ),
                ),
            ),
            Clause(
                label="Điều 2",
                paragraphs=(REPLACES,),
                cites=(OLD,),
                relations=(Relation(action="replaces", target=OLD, sentence=REPLACES),),
            ),
        ),
        "recipients": ("Như Điều 2;", "Lưu: VT."),
        "signing": Signing(stack=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Hoàng Quốc Ước"),
        "effective_on": date(2023, 2, 5),
    }
    return Draft(**(parts | changes))
