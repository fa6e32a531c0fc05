"""Decisions in the forms of many offices: what the head, the verb and the signature block may look like.

Every person, number and project is invented; the bodies are real, since the readers know them by table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from decisions.decision import Appointment, Citation, Person, Relation
from samples.cited import LOCAL_GOVERNMENT, citation, ground, law, short_date
from samples.draft import Clause, Draft, Ground, Signing
from samples.names import person


def forms(seed: int) -> tuple[Draft, ...]:
    """One draft of each form; another seed gives other people, numbers and days."""
    return tuple(form(np.random.default_rng([seed, at])) for at, form in enumerate(_FORMS))


def _prime_minister(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2024)
    proposal = _proposal(rng, "TTr-BTC", "Bộ Tài chính", on)
    return Draft(
        number=f"{rng.integers(100, 1600)}/QĐ-TTg",
        issued_on=on,
        place="Hà Nội",
        issuer="Thủ tướng Chính phủ",
        issuer_lines=("THỦ TƯỚNG CHÍNH PHỦ",),
        subject="Phê duyệt Đề án nâng cao năng lực quản lý tài sản công trong lĩnh vực lưu trữ đến năm 2030",
        authority="THỦ TƯỚNG CHÍNH PHỦ",
        grounds=(
            ground(_ORGANISATION),
            ground(_RECORDS),
            Ground(text=f"Theo đề nghị của {proposal.text}.", cites=(proposal,)),
        ),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(
                    "Phê duyệt Đề án nâng cao năng lực quản lý tài sản công trong lĩnh vực lưu trữ đến năm 2030 với các "
                    "nội dung chính: kiểm kê, đánh giá hiện trạng kho lưu trữ; đầu tư trang thiết bị bảo quản; số hóa tài "
                    "liệu có giá trị vĩnh viễn.",
                ),
            ),
            Clause(label="Điều 2", paragraphs=("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.",)),
            _carried_out(
                "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"
            ),
        ),
        recipients=("Ban Bí thư Trung ương Đảng;", "Văn phòng Chính phủ;", "Như Điều 3;", "Lưu: VT, KTTH (2b)."),
        signing=Signing(stack=("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"), name=_name(rng)),
        effective_on=on,
    )


def _ministry(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2025)
    return Draft(
        number=f"{rng.integers(1000, 3600)}/QĐ-BGDĐT",
        issued_on=on,
        place="Hà Nội",
        issuer="Bộ Giáo dục và Đào tạo",
        issuer_lines=("BỘ GIÁO DỤC VÀ ĐÀO TẠO",),
        subject="Về việc công bố thủ tục hành chính được thay thế trong lĩnh vực thi, tuyển sinh",
        authority="BỘ TRƯỞNG BỘ GIÁO DỤC VÀ ĐÀO TẠO",
        grounds=(
            ground(_RECORDS),
            Ground(text="Theo đề nghị của Cục trưởng Cục Quản lý chất lượng và Chánh Văn phòng."),
        ),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(
                    "Công bố kèm theo Quyết định này 03 thủ tục hành chính được thay thế trong lĩnh vực thi, tuyển sinh.",
                ),
            ),
            _replaced(rng, "QĐ-BGDĐT", "Bộ trưởng Bộ Giáo dục và Đào tạo", on),
            _carried_out("Chánh Văn phòng, Cục trưởng Cục Quản lý chất lượng, Thủ trưởng các đơn vị có liên quan"),
        ),
        recipients=("Như Điều 3;", "Bộ trưởng (để b/c);", "Cục Kiểm soát thủ tục hành chính;", "Lưu: VT, QLCL."),
        signing=Signing(stack=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), name=_name(rng)),
        effective_on=on,
    )


def _province(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2024)
    proposal = _proposal(rng, "TTr-STNMT", "Giám đốc Sở Tài nguyên và Môi trường", on)
    return Draft(
        number=f"{rng.integers(10, 900)}/QĐ-UBND",
        issued_on=on,
        place="Quảng Ngãi",
        issuer="Ủy ban nhân dân tỉnh Quảng Ngãi",
        issuer_lines=("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"),
        subject="Về việc chuyển mục đích sử dụng đất để thực hiện dự án Trường Mẫu giáo Bình Minh tại huyện Bình Sơn",
        authority="ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI",
        grounds=(ground(LOCAL_GOVERNMENT), Ground(text=f"Theo đề nghị của {proposal.text}.", cites=(proposal,))),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(
                    "Cho phép Ủy ban nhân dân huyện Bình Sơn chuyển mục đích sử dụng 2.416,5 m2 đất trồng lúa sang đất xây "
                    "dựng cơ sở giáo dục để thực hiện dự án.",
                ),
            ),
            _amended(rng, "QĐ-UBND", "Ủy ban nhân dân tỉnh Quảng Ngãi", on),
            _carried_out(
                "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở, Chủ tịch Ủy ban nhân dân huyện Bình Sơn"
            ),
        ),
        recipients=("Như Điều 3;", "Thường trực Tỉnh ủy (báo cáo);", "VPUB: CVP, KTN;", "Lưu: VT."),
        signing=Signing(stack=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name=_name(rng)),
        effective_on=on,
    )


def _department(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2024)
    who = person(rng)
    sentence = (
        f"Bổ nhiệm {who.honorific} {who.name}, Chuyên viên Phòng Tổ chức, giữ chức vụ Phó Trưởng phòng Tổ chức kể từ ngày "
        f"{short_date(on)}."
    )
    return Draft(
        number=f"{rng.integers(2, 99):02d}/QĐ-SNV",
        issued_on=on,
        place="Ninh Bình",
        issuer="Sở Nội vụ",
        issuer_lines=("SỞ NỘI VỤ",),
        issuer_parent="Ủy ban nhân dân tỉnh Ninh Bình",
        parent_lines=("UBND TỈNH NINH BÌNH",),
        subject=f"Về việc bổ nhiệm {who.honorific} {who.name} giữ chức vụ Phó Trưởng phòng",
        authority="GIÁM ĐỐC SỞ NỘI VỤ",
        grounds=(ground(_CIVIL_SERVICE), Ground(text="Theo đề nghị của Chánh Văn phòng Sở.")),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(sentence,),
                appointments=(
                    Appointment(
                        action="bo_nhiem",
                        person=Person(name=who.name, honorific=who.honorific),
                        position="Phó Trưởng phòng Tổ chức",
                        effective_on=on,
                        sentence=sentence,
                    ),
                ),
            ),
            Clause(label="Điều 2", paragraphs=("Quyết định này có hiệu lực kể từ ngày ký.",)),
            _carried_out(f"Chánh Văn phòng Sở, Trưởng phòng Tổ chức và {who.honorific} {who.name}"),
        ),
        recipients=("Như Điều 3;", "Giám đốc (để b/c);", "Lưu: VT, VP."),
        signing=Signing(stack=("GIÁM ĐỐC",), name=_name(rng)),
        effective_on=on,
    )


def _school(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2021)
    return Draft(
        number=f"{rng.integers(100, 999)}/QĐ-ĐHSP-CTSV",
        issued_on=on,
        place="Thái Nguyên",
        issuer="Trường Đại học Sư phạm",
        issuer_lines=("TRƯỜNG ĐẠI HỌC SƯ PHẠM",),
        issuer_parent="Đại học Thái Nguyên",
        parent_lines=("ĐẠI HỌC THÁI NGUYÊN",),
        subject="Về việc khen thưởng sinh viên có thành tích xuất sắc trong học tập năm học 2020 - 2021",
        authority="HIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC SƯ PHẠM",
        grounds=(ground(_CIRCULAR), Ground(text="Theo đề nghị của Trưởng phòng Công tác sinh viên.")),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(
                    "Khen thưởng 24 sinh viên có thành tích xuất sắc trong học tập, mức thưởng 500.000 đồng một sinh viên.",
                ),
            ),
            Clause(label="Điều 2", paragraphs=("Quyết định này có hiệu lực kể từ ngày ký.",)),
            _carried_out("Các ông, bà Trưởng phòng Công tác sinh viên, Trưởng phòng Kế hoạch - Tài chính"),
        ),
        recipients=("Như Điều 3;", "Lưu: VT, CTSV."),
        signing=Signing(stack=("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"), name=_name(rng)),
        effective_on=on,
    )


def _directive(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2023)
    return Draft(
        kind="chi_thi",
        number=f"{rng.integers(2, 30):02d}/CT-UBND",
        issued_on=on,
        place="Ninh Bình",
        issuer="Ủy ban nhân dân tỉnh Ninh Bình",
        issuer_lines=("ỦY BAN NHÂN DÂN", "TỈNH NINH BÌNH"),
        subject="Về việc tăng cường công tác lưu trữ lịch sử trên địa bàn tỉnh",
        clauses=(
            Clause(
                paragraphs=(
                    "Thời gian qua, công tác lưu trữ trên địa bàn tỉnh đã có nhiều chuyển biến tích cực. Để khắc phục những "
                    "hạn chế còn tồn tại, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các Sở, ban, ngành, Chủ tịch Ủy "
                    "ban nhân dân các huyện, thành phố thực hiện một số nội dung sau:",
                    "1. Thu thập đầy đủ tài liệu đến hạn nộp lưu vào Lưu trữ lịch sử của tỉnh.",
                    "2. Bố trí kho lưu trữ bảo đảm an toàn, phòng chống cháy nổ.",
                    "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện Chỉ thị này./.",
                ),
            ),
        ),
        recipients=("Bộ Nội vụ (để b/c);", "Các Sở, ban, ngành;", "Lưu: VT, VP7."),
        signing=Signing(stack=("CHỦ TỊCH",), name=_name(rng)),
    )


def _council(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2024)
    return Draft(
        kind="nghi_quyet",
        number=f"{rng.integers(10, 99)}/NQ-HĐND",
        issued_on=on,
        place="Ninh Bình",
        issuer="Hội đồng nhân dân tỉnh Ninh Bình",
        issuer_lines=("HỘI ĐỒNG NHÂN DÂN", "TỈNH NINH BÌNH"),
        subject="Về việc thông qua kế hoạch sử dụng đất năm đầu của thời kỳ",
        authority="HỘI ĐỒNG NHÂN DÂN TỈNH NINH BÌNH",
        grounds=(ground(LOCAL_GOVERNMENT), ground(_BUDGET)),
        clauses=(
            Clause(
                label="Điều 1", paragraphs=("Thông qua kế hoạch sử dụng đất năm đầu của thời kỳ trên địa bàn tỉnh.",)
            ),
            Clause(
                label="Điều 2",
                paragraphs=(
                    "Giao Ủy ban nhân dân tỉnh tổ chức thực hiện, báo cáo kết quả với Hội đồng nhân dân tỉnh theo quy định./.",
                ),
            ),
        ),
        recipients=("Ủy ban Thường vụ Quốc hội;", "Đại biểu HĐND tỉnh;", "Lưu: VT."),
        signing=Signing(stack=("CHỦ TỊCH",), name=_name(rng)),
    )


def _by_authority(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2023)
    who = person(rng)
    since = on + timedelta(days=12)
    sentence = (
        f"Cho thôi việc đối với {who.honorific} {who.name}, Chuyên viên Sở Tài chính, kể từ ngày {short_date(since)} theo "
        "nguyện vọng cá nhân."
    )
    return Draft(
        number=f"{rng.integers(10, 990)}/QĐ-UBND",
        issued_on=on,
        place="Ninh Bình",
        issuer="Ủy ban nhân dân tỉnh Ninh Bình",
        issuer_lines=("ỦY BAN NHÂN DÂN", "TỈNH NINH BÌNH"),
        subject="Về việc cho công chức thôi việc theo nguyện vọng",
        authority="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH BÌNH",
        grounds=(
            ground(LOCAL_GOVERNMENT),
            ground(_CIVIL_SERVICE),
            Ground(text="Theo đề nghị của Giám đốc Sở Tài chính."),
        ),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(sentence,),
                appointments=(
                    Appointment(
                        action="thoi_viec",
                        person=Person(name=who.name, honorific=who.honorific),
                        effective_on=since,
                        sentence=sentence,
                    ),
                ),
            ),
            Clause(label="Điều 2", paragraphs=("Quyết định này có hiệu lực kể từ ngày ký.",)),
            _carried_out(f"Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính và {who.honorific} {who.name}"),
        ),
        recipients=("Như Điều 3;", "Lưu: VT, VP8."),
        signing=Signing(stack=("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"), name=_name(rng)),
        effective_on=on,
    )


def _on_order(rng: np.random.Generator) -> Draft:
    on = _day(rng, 2022)
    return Draft(
        number=f"{rng.integers(100, 990)}/QĐ-BNV",
        issued_on=on,
        place="Hà Nội",
        issuer="Bộ Nội vụ",
        issuer_lines=("BỘ NỘI VỤ",),
        subject="Về việc thành lập Tổ biên tập tài liệu hướng dẫn nghiệp vụ văn thư",
        authority="BỘ TRƯỞNG BỘ NỘI VỤ",
        grounds=(ground(_RECORDS), Ground(text="Theo đề nghị của Cục trưởng Cục Văn thư và Lưu trữ nhà nước.")),
        clauses=(
            Clause(
                label="Điều 1",
                paragraphs=(
                    "Thành lập Tổ biên tập tài liệu hướng dẫn nghiệp vụ văn thư, gồm 07 thành viên theo danh sách do Vụ Tổ chức cán bộ quản lý.",
                ),
            ),
            Clause(label="Điều 2", paragraphs=("Tổ biên tập tự giải thể sau khi hoàn thành nhiệm vụ.",)),
            Clause(
                label="Điều 3",
                paragraphs=(
                    "Quyết định này có hiệu lực kể từ ngày ký. Vụ trưởng Vụ Tổ chức cán bộ và các thành viên chịu trách nhiệm "
                    "thi hành Quyết định này./.",
                ),
            ),
        ),
        recipients=("Như Điều 3;", "Bộ trưởng (để b/c);", "Lưu: VT, TCCB."),
        signing=Signing(stack=("TL. BỘ TRƯỞNG", "KT. VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ", "PHÓ VỤ TRƯỞNG"), name=_name(rng)),
        effective_on=on,
    )


_FORMS: tuple[Callable[[np.random.Generator], Draft], ...] = (
    _prime_minister,
    _ministry,
    _province,
    _department,
    _school,
    _directive,
    _council,
    _by_authority,
    _on_order,
)

_ORGANISATION = law("Luật Tổ chức Chính phủ", date(2015, 6, 19))
_RECORDS = citation("nghi_dinh", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "về công tác văn thư", words=True)
_CIVIL_SERVICE = citation(
    "nghi_dinh",
    "138/2020/NĐ-CP",
    date(2020, 11, 27),
    "Chính phủ",
    "quy định về tuyển dụng, sử dụng và quản lý công chức",
    words=True,
)
_CIRCULAR = citation(
    "thong_tu",
    "10/2016/TT-BGDĐT",
    date(2016, 4, 5),
    "Bộ trưởng Bộ Giáo dục và Đào tạo",
    "ban hành Quy chế công tác sinh viên",
    words=True,
)
_BUDGET = citation(
    "nghi_dinh", "163/2016/NĐ-CP", date(2016, 12, 21), "Chính phủ", "quy định chi tiết Luật Ngân sách nhà nước"
)


def _proposal(rng: np.random.Generator, symbol: str, who: str, before: date) -> Citation:
    on = before - timedelta(days=int(rng.integers(3, 20)))
    number = f"{rng.integers(20, 900)}/{symbol}"
    text = f"{who} tại Tờ trình số {number} ngày {short_date(on)}"
    return Citation(text=text, number=number, printed=number, kind="to_trinh", issued_on=on)


def _replaced(rng: np.random.Generator, symbol: str, issuer: str, on: date) -> Clause:
    old = _older(rng, symbol, issuer, on)
    sentence = f"Quyết định này có hiệu lực kể từ ngày ký và thay thế {old.text}."
    return Clause(
        label="Điều 2",
        paragraphs=(sentence,),
        cites=(old,),
        relations=(Relation(action="replaces", target=old, sentence=sentence),),
    )


def _amended(rng: np.random.Generator, symbol: str, issuer: str, on: date) -> Clause:
    old = _older(rng, symbol, issuer, on)
    sentence = f"Sửa đổi khoản 2 Điều 1 {old.text}."
    return Clause(
        label="Điều 2",
        paragraphs=(sentence, "Quyết định này có hiệu lực kể từ ngày ký ban hành."),
        cites=(old,),
        relations=(Relation(action="amends", target=old, scope=("khoản 2 Điều 1",), sentence=sentence),),
    )


def _older(rng: np.random.Generator, symbol: str, issuer: str, on: date) -> Citation:
    day = date(on.year - 2, int(rng.integers(1, 13)), int(rng.integers(1, 29)))
    return citation("quyet_dinh", f"{rng.integers(100, 3000)}/{symbol}", day, issuer, "về cùng nội dung")


def _carried_out(who: str) -> Clause:
    return Clause(label="Điều 3", paragraphs=(f"{who} chịu trách nhiệm thi hành Quyết định này./.",))


def _day(rng: np.random.Generator, year: int) -> date:
    return date(year, int(rng.integers(1, 13)), int(rng.integers(1, 29)))


def _name(rng: np.random.Generator) -> str:
    return person(rng).name
