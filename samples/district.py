"""The frame of the district chairman's decisions: what they all rest on, who carries them out, who signs."""

from __future__ import annotations

from datetime import date, timedelta

from decisions.decision import Citation
from samples.cited import CIVIL_SERVANTS, DECREE_32, DECREE_138, LOCAL_GOVERNMENT, ground, short_date
from samples.draft import Annex, Clause, Draft, Ground, Signing
from samples.names import Offices

DISTRICT = "Ủy ban nhân dân quận Hai Bà Trưng"


def district_decision(
    people: Offices,
    *,
    number: int,
    on: date,
    subject: str,
    first: Clause,
    second: str,
    carried_out_by: str,
    deputy: bool = False,
    annex: Annex | None = None,
) -> Draft:
    """A personnel decision around its first article. The deputy signs KT. for the chairman."""
    carried_out_by = f"Chánh Văn phòng HĐND và UBND quận, Trưởng phòng Nội vụ, {carried_out_by}"
    return Draft(
        number=f"{number}/QĐ-UBND",
        issued_on=on,
        place="Hai Bà Trưng",
        issuer=DISTRICT,
        issuer_lines=("ỦY BAN NHÂN DÂN", "QUẬN HAI BÀ TRƯNG"),
        subject=subject,
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN HAI BÀ TRƯNG",
        grounds=(
            *(ground(cite) for cite in (LOCAL_GOVERNMENT, CIVIL_SERVANTS, DECREE_138, DECREE_32)),
            _proposal(number % 400 + 12, on - timedelta(days=5)),
        ),
        clauses=(
            first,
            Clause(label="Điều 2", paragraphs=(second,)),
            Clause(
                label="Điều 3",
                paragraphs=(
                    "Quyết định này có hiệu lực kể từ ngày ký.",
                    f"{carried_out_by} chịu trách nhiệm thi hành Quyết định này./.",
                ),
            ),
        ),
        recipients=("Như Điều 3;", "Thường trực Quận ủy (để b/c);", "Lưu: VT, NV."),
        signing=_signing(people, deputy),
        annex=annex,
        effective_on=on,
    )


def _proposal(number: int, on: date) -> Ground:
    cite = Citation(
        text=f"Tờ trình số {number}/TTr-NV ngày {short_date(on)}",
        number=f"{number}/TTr-NV",
        printed=f"{number}/TTr-NV",
        kind="to_trinh",
        issued_on=on,
    )
    return Ground(text=f"Theo đề nghị của Trưởng phòng Nội vụ tại {cite.text}.", cites=(cite,))


def _signing(people: Offices, deputy: bool) -> Signing:
    if deputy:
        return Signing(stack=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name=people.district_deputy)
    return Signing(stack=("CHỦ TỊCH",), name=people.district_chair)
