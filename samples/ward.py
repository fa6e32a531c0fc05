"""The ward's decisions in the pilot: three of 2021, the three of 2022 that replace them, and an amendment of 2023."""

from __future__ import annotations

from datetime import date

from decisions.decision import Citation, Relation
from samples.cited import (
    DECREE_32,
    LOCAL_GOVERNMENT,
    LOCAL_GOVERNMENT_AMENDED,
    RESOLUTION_97,
    cites,
    ground,
    short_date,
)
from samples.draft import Annex, Clause, Draft, Ground, Signing
from samples.names import Offices

WARD = "Ủy ban nhân dân phường Bạch Mai"
DISTRICT = "Ủy ban nhân dân quận Hai Bà Trưng"
_OLD, _NEW, _LATER = date(2021, 7, 1), date(2022, 7, 1), date(2023, 5, 15)
_RULES = f"Quy chế làm việc của {WARD}"
_DUTIES = (
    "phân công nhiệm vụ của công chức, người hoạt động không chuyên trách, lao động hợp đồng làm việc tại "
    f"{WARD} khi thực hiện thí điểm tổ chức mô hình chính quyền đô thị"
)
_POWERS = "ủy quyền cho công chức Tư pháp - Hộ tịch ký chứng thực một số việc"
_RECIPIENTS = ("UBND quận Hai Bà Trưng (để b/c);", "Đảng ủy phường (để b/c);", "Như Điều 3;", "Lưu: VT.")


def ward_decisions(people: Offices, plan: Draft) -> tuple[Draft, ...]:
    """145, 146, 147 of 2021; 216, 217, 218 of 2022; 95 of 2023; in this order."""
    grounds = tuple(ground(cite) for cite in (LOCAL_GOVERNMENT, LOCAL_GOVERNMENT_AMENDED))
    old = (
        _rules("145/QĐ-UBND", _OLD, _before(people, grounds), None),
        _duties("146/QĐ-UBND", _OLD, _before(people, grounds), None),
        _powers("147/QĐ-UBND", _OLD, _before(people, grounds), None),
    )
    pilot = (*grounds[:1], *(ground(cite) for cite in (RESOLUTION_97, DECREE_32, cites(plan))))
    new = (
        _rules("216/QĐ-UBND", _NEW, _since(people, pilot), old[0]),
        _duties("217/QĐ-UBND", _NEW, _since(people, pilot), old[1]),
        _powers("218/QĐ-UBND", _NEW, _since(people, pilot), old[2]),
    )
    return *old, *new, _amendment(_since(people, pilot), new[0])


class _Frame:
    """What the decisions of one time have in common."""

    def __init__(self, authority: str, grounds: tuple[Ground, ...], signing: Signing) -> None:
        self.authority = authority
        self.grounds = grounds
        self.signing = signing

    def draft(self, number: str, on: date, subject: str, clauses: tuple[Clause, ...], annex: Annex | None) -> Draft:
        proposal = Ground(text="Theo đề nghị của công chức Văn phòng - Thống kê.")
        return Draft(
            number=number,
            issued_on=on,
            place="Bạch Mai",
            issuer=WARD,
            issuer_lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG BẠCH MAI"),
            issuer_parent=DISTRICT,
            parent_lines=("UBND QUẬN HAI BÀ TRƯNG",),
            subject=subject,
            authority=self.authority,
            grounds=(*self.grounds, proposal),
            clauses=clauses,
            recipients=_RECIPIENTS,
            signing=self.signing,
            annex=annex,
            effective_on=on,
        )


def _before(people: Offices, grounds: tuple[Ground, ...]) -> _Frame:
    stack = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    return _Frame("ỦY BAN NHÂN DÂN PHƯỜNG BẠCH MAI", grounds, Signing(stack=stack, name=people.ward_chair))


def _since(people: Offices, grounds: tuple[Ground, ...]) -> _Frame:
    """In the pilot the chairman decides alone (Decree 32/2021, chế độ thủ trưởng)."""
    authority = "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG BẠCH MAI"
    return _Frame(authority, grounds, Signing(stack=("CHỦ TỊCH",), name=people.ward_chair))


def _rules(number: str, on: date, frame: _Frame, replaced: Draft | None) -> Draft:
    clauses = (
        Clause(label="Điều 1", paragraphs=(f"Ban hành kèm theo Quyết định này {_RULES}.",)),
        _effect(on, replaced),
        _carried_out_by("công chức Văn phòng - Thống kê, các công chức thuộc Ủy ban nhân dân phường"),
    )
    return frame.draft(number, on, f"Về việc ban hành {_RULES}", clauses, _rules_of_work(number, on))


def _duties(number: str, on: date, frame: _Frame, replaced: Draft | None) -> Draft:
    first = Clause(
        label="Điều 1",
        paragraphs=(
            "Phân công nhiệm vụ của công chức, người hoạt động không chuyên trách, lao động hợp đồng làm việc tại Ủy "
            "ban nhân dân phường như sau:",
            "1. Công chức Văn phòng - Thống kê: tham mưu chương trình công tác, văn thư, lưu trữ, thi đua, khen thưởng, "
            "cải cách hành chính và tiếp nhận hồ sơ tại bộ phận một cửa.",
            "2. Công chức Địa chính - Xây dựng - Đô thị và Môi trường: quản lý đất đai, trật tự xây dựng, vệ sinh môi "
            "trường trên địa bàn phường.",
            "3. Công chức Tư pháp - Hộ tịch: đăng ký hộ tịch, chứng thực, hòa giải ở cơ sở, phổ biến pháp luật.",
        ),
    )
    clauses = (first, _effect(on, replaced), _carried_out_by("các ông, bà có tên được phân công nhiệm vụ"))
    return frame.draft(number, on, f"Về việc {_DUTIES}", clauses, None)


def _powers(number: str, on: date, frame: _Frame, replaced: Draft | None) -> Draft:
    first = Clause(
        label="Điều 1",
        paragraphs=(
            "Ủy quyền cho công chức Tư pháp - Hộ tịch của phường thực hiện ký chứng thực các việc sau:",
            "1. Chứng thực bản sao từ bản chính các giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt Nam cấp "
            "hoặc chứng nhận.",
            "2. Chứng thực chữ ký trong các giấy tờ, văn bản, trừ việc chứng thực chữ ký người dịch.",
            "Công chức được ủy quyền chịu trách nhiệm trước pháp luật và trước Chủ tịch Ủy ban nhân dân phường về việc "
            "ký chứng thực, không được ủy quyền lại cho người khác.",
        ),
    )
    clauses = (first, _effect(on, replaced), _carried_out_by("công chức Tư pháp - Hộ tịch của phường"))
    return frame.draft(number, on, f"Về việc {_POWERS}", clauses, None)


def _amendment(frame: _Frame, rules: Draft) -> Draft:
    """Decision 95 of 2023: one khoản changed, another added, the rest left as it is."""
    cite = _short(rules)
    changed = (
        f"1. Sửa đổi, bổ sung khoản 2 Điều 3 của Quy chế làm việc ban hành kèm theo {cite.text} như sau: "
        "“2. Ủy ban nhân dân phường họp giao ban vào sáng thứ Hai hằng tuần.”"
    )
    added = (
        f"2. Bổ sung khoản 3 Điều 4 của Quy chế làm việc ban hành kèm theo {cite.text} như sau: "
        "“3. Hồ sơ công việc được xử lý trên môi trường điện tử.”"
    )
    first = Clause(
        label="Điều 1",
        paragraphs=(
            f"Sửa đổi, bổ sung một số nội dung của {_RULES}:",
            changed,
            added,
        ),
        cites=(cite,),
        relations=(
            Relation(
                action="amends", target=cite, scope=("khoản 2 Điều 3",), effective_on=_LATER, sentence=changed[3:]
            ),
            Relation(
                action="supplements", target=cite, scope=("khoản 3 Điều 4",), effective_on=_LATER, sentence=added[3:]
            ),
        ),
    )
    rest = Clause(
        label="Điều 2",
        paragraphs=(
            "Quyết định này có hiệu lực kể từ ngày ký. Các nội dung khác của Quy chế làm việc không bị sửa đổi, bổ sung "
            "tại Quyết định này được giữ nguyên.",
        ),
    )
    clauses = (first, rest, _carried_out_by("các công chức thuộc Ủy ban nhân dân phường"))
    subject = f"Về việc sửa đổi, bổ sung một số nội dung của {_RULES}"
    return frame.draft("95/QĐ-UBND", _LATER, subject, clauses, None)


def _effect(on: date, replaced: Draft | None) -> Clause:
    if replaced is None:
        return Clause(label="Điều 2", paragraphs=("Quyết định này có hiệu lực thi hành kể từ ngày ký.",))
    cite = cites(replaced)
    sentence = f"Quyết định này có hiệu lực thi hành kể từ ngày ký và thay thế {cite.text}."
    relation = Relation(action="replaces", target=cite, effective_on=on, sentence=sentence)
    return Clause(label="Điều 2", paragraphs=(sentence,), cites=(cite,), relations=(relation,))


def _carried_out_by(whom: str) -> Clause:
    text = (
        f"{whom[0].upper()}{whom[1:]} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."
    )
    return Clause(label="Điều 3", paragraphs=(text,))


def _short(draft: Draft) -> Citation:
    """A later citation: kind, number, date and issuer."""
    return Citation(
        text=f"Quyết định số {draft.number} ngày {short_date(draft.issued_on)} của {draft.issuer}",
        number=draft.number,
        printed=draft.number,
        kind=draft.kind,
        issued_on=draft.issued_on,
        issuer=draft.issuer,
    )


def _rules_of_work(number: str, on: date) -> Annex:
    return Annex(
        title=("QUY CHẾ", "Làm việc của Ủy ban nhân dân phường Bạch Mai"),
        origin=f"(Ban hành kèm theo Quyết định số {number} ngày {short_date(on)} của {WARD})",
        clauses=(
            Clause(
                label="Điều 1",
                title="Phạm vi điều chỉnh",
                paragraphs=(
                    "Quy chế này quy định về nguyên tắc, trách nhiệm, lề lối làm việc, quan hệ công tác và quy trình "
                    "giải quyết công việc của Ủy ban nhân dân phường.",
                ),
            ),
            Clause(
                label="Điều 2",
                title="Nguyên tắc làm việc",
                paragraphs=(
                    "1. Ủy ban nhân dân phường làm việc theo chế độ thủ trưởng; Chủ tịch chịu trách nhiệm về mọi hoạt "
                    "động của Ủy ban nhân dân phường.",
                    "2. Mỗi việc chỉ giao cho một người phụ trách và chịu trách nhiệm chính.",
                ),
            ),
            Clause(
                label="Điều 3",
                title="Chế độ họp",
                paragraphs=(
                    "1. Hằng tháng, Chủ tịch chủ trì họp kiểm điểm công tác tháng trước và triển khai nhiệm vụ tháng sau.",
                    "2. Ủy ban nhân dân phường họp giao ban vào sáng thứ Sáu hằng tuần.",
                ),
            ),
            Clause(
                label="Điều 4",
                title="Giải quyết công việc",
                paragraphs=(
                    "1. Hồ sơ của tổ chức, cá nhân được tiếp nhận và trả kết quả tại bộ phận một cửa của phường.",
                    "2. Công chức được giao việc phải trình Chủ tịch trước thời hạn ít nhất 01 ngày làm việc.",
                ),
            ),
        ),
    )
