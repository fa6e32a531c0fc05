"""How the drafts of the pilot cite: the laws above them, and each other."""

from __future__ import annotations

from datetime import date

from decisions.decision import Citation
from decisions.tables import kind_names
from samples.draft import Draft, Ground
from samples.head import written_date

_PILOT = "thí điểm tổ chức mô hình chính quyền đô thị tại thành phố Hà Nội"


def citation(
    kind: str, number: str | None, issued_on: date, issuer: str, subject: str, *, words: bool = False
) -> Citation:
    """A first citation: kind, number, date, issuer, subject (Decree 30/2020, appendix I). `words`: the date in words."""
    on = written_date(issued_on) if words else f"ngày {short_date(issued_on)}"
    numbered = f" số {number}" if number else ""
    text = f"{kind_names()[kind]}{numbered} {on} của {issuer} {subject}"
    return Citation(
        text=text, number=number, printed=number, kind=kind, issued_on=issued_on, issuer=issuer, subject=subject
    )


def law(name: str, issued_on: date) -> Citation:
    """A law is cited by its name and date alone."""
    return Citation(text=f"{name} {written_date(issued_on)}", kind="luat", issued_on=issued_on)


def cites(draft: Draft, *, words: bool = False) -> Citation:
    """Another draft, cited."""
    subject = draft.subject[0].lower() + draft.subject[1:]
    return citation(draft.kind, draft.number, draft.issued_on, draft.issuer, subject, words=words)


def ground(cite: Citation, end: str = ";") -> Ground:
    return Ground(text=f"Căn cứ {cite.text}{end}", cites=(cite,))


def short_date(on: date) -> str:
    """ "01/7/2022": as dates are written inside a text."""
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{on.day:02d}/{month}/{on.year}"


LOCAL_GOVERNMENT = law("Luật Tổ chức chính quyền địa phương", date(2015, 6, 19))
LOCAL_GOVERNMENT_AMENDED = law(
    "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
    date(2019, 11, 22),
)
CIVIL_SERVANTS = law("Luật Cán bộ, công chức", date(2008, 11, 13))
RESOLUTION_97 = citation("nghi_quyet", "97/2019/QH14", date(2019, 11, 27), "Quốc hội", f"về {_PILOT}", words=True)
DECREE_32 = citation(
    "nghi_dinh",
    "32/2021/NĐ-CP",
    date(2021, 3, 29),
    "Chính phủ",
    f"quy định chi tiết và biện pháp thi hành Nghị quyết của Quốc hội về {_PILOT}",
    words=True,
)
DECREE_138 = citation(
    "nghi_dinh",
    "138/2020/NĐ-CP",
    date(2020, 11, 27),
    "Chính phủ",
    "quy định về tuyển dụng, sử dụng và quản lý công chức",
)
