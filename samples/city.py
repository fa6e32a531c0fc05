"""The plan of the city on which the ward's decisions rest."""

from __future__ import annotations

from datetime import date

from samples.cited import DECREE_32, RESOLUTION_97
from samples.draft import Clause, Draft, Ground, Signing
from samples.names import Offices

CITY = "Ủy ban nhân dân thành phố Hà Nội"


def plan_100(people: Offices) -> Draft:
    """Kế hoạch 100/KH-UBND: sections instead of articles, no enacting line."""
    return Draft(
        kind="ke_hoach",
        number="100/KH-UBND",
        issued_on=date(2021, 4, 12),
        place="Hà Nội",
        issuer=CITY,
        issuer_lines=("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"),
        subject="Về việc triển khai thực hiện thí điểm tổ chức mô hình chính quyền đô thị tại thành phố Hà Nội",
        grounds=(
            Ground(text=f"Thực hiện {RESOLUTION_97.text};", cites=(RESOLUTION_97,)),
            Ground(
                text=f"Thực hiện {DECREE_32.text}, {CITY} ban hành Kế hoạch triển khai thực hiện như sau:",
                cites=(DECREE_32,),
            ),
        ),
        clauses=(_purpose(), _work(), _carrying_out()),
        recipients=("Thường trực Thành ủy (để báo cáo);", "UBND các quận, thị xã;", "Các sở, ngành;", "Lưu: VT, SNV."),
        signing=Signing(stack=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name=people.city_deputy),
    )


def _purpose() -> Clause:
    return Clause(
        label="I",
        title="MỤC ĐÍCH, YÊU CẦU",
        paragraphs=(
            "1. Tổ chức triển khai kịp thời, thống nhất mô hình chính quyền đô thị tại các quận, thị xã và các phường "
            "thuộc quận, thị xã trên địa bàn Thành phố kể từ ngày 01/7/2021.",
            "2. Xác định rõ nội dung công việc, thời hạn, tiến độ hoàn thành và trách nhiệm của từng cơ quan, đơn vị; "
            "bảo đảm hoạt động thông suốt, không làm gián đoạn việc phục vụ Nhân dân và doanh nghiệp.",
        ),
    )


def _work() -> Clause:
    return Clause(
        label="II",
        title="NỘI DUNG THỰC HIỆN",
        paragraphs=(
            "1. Tuyên truyền, phổ biến mục đích, ý nghĩa và nội dung của mô hình chính quyền đô thị đến cán bộ, công "
            "chức, viên chức và Nhân dân; hoàn thành trước ngày 30/5/2021.",
            "2. Sắp xếp, bố trí công chức làm việc tại Ủy ban nhân dân phường; chuyển cán bộ, công chức cấp xã đủ điều "
            "kiện thành công chức thuộc biên chế của Ủy ban nhân dân quận, thị xã.",
            "3. Ủy ban nhân dân phường ban hành quy chế làm việc theo chế độ thủ trưởng, phân công nhiệm vụ của công "
            "chức và thực hiện việc ủy quyền ký chứng thực theo quy định.",
        ),
    )


def _carrying_out() -> Clause:
    return Clause(
        label="III",
        title="TỔ CHỨC THỰC HIỆN",
        paragraphs=(
            "1. Sở Nội vụ là cơ quan thường trực, hướng dẫn, đôn đốc, kiểm tra việc thực hiện và tổng hợp, báo cáo kết "
            "quả với Ủy ban nhân dân Thành phố.",
            "2. Ủy ban nhân dân các quận, thị xã xây dựng kế hoạch chi tiết, chỉ đạo Ủy ban nhân dân các phường trực "
            "thuộc tổ chức thực hiện.",
            "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Sở Nội vụ để tổng "
            "hợp, báo cáo Ủy ban nhân dân Thành phố xem xét, quyết định./.",
        ),
    )
