"""Where the issuer and the subject of a citation end, whatever the sentence goes on with."""

from __future__ import annotations

import pytest

from decisions.text import Span
from extract.find.citations import find_citations
from extract.find.subjects import subject_at
from extract.sheet import sheet
from tests.bench.texts import reading_of


def bounded(string: str) -> list[tuple[str | None, str | None]]:
    """(issuer, subject) of each citation."""
    text = reading_of(string).text
    found = find_citations(sheet(text), Span(start=0, end=len(text.string)))
    return [(each.citation.issuer, each.citation.subject) for each in found]


@pytest.mark.parametrize(
    ("string", "issuer"),
    [
        ("Thay Phụ lục kèm theo Quyết định số 6/QĐ-UBND của UBND tỉnh bằng Phụ lục kèm theo văn bản này.", "UBND tỉnh"),
        ("Thay biểu kèm theo Quyết định số 6/QĐ-SNV của Sở Nội vụ thành Biểu số 3 kèm theo.", "Sở Nội vụ"),
        ("thay thế Quyết định số 6/QĐ-ĐHSP của Hiệu trưởng và có hiệu lực từ năm học 2024.", "Hiệu trưởng"),
        ("Quyết định số 6/QĐ-UB của Ủy ban nhân dân tỉnh Nghệ An Tách trường cấp II, III.", "Ủy ban nhân dân tỉnh Nghệ An"),
        ("Quyết định số 6/QĐ-UBND của Chủ tịch UBND tỉnh Hà Nam và mục 3 danh mục.", "Chủ tịch UBND tỉnh Hà Nam"),
        ("Quyết định số 6/QĐ-UBND của UBND huyện Quan Hóa cấp cho bà Lò Thị Mai.", "UBND huyện Quan Hóa"),
        ("Quyết định số 6/QĐ-UBND của UBND huyện trước ngày 30/6/2024.", "UBND huyện"),
        ("Quyết định số 6/QĐ-UB của Ủy ban nhân dân tỉnh Hà Nam Ninh về giá thóc.", "Ủy ban nhân dân tỉnh Hà Nam Ninh"),
        ("Quyết định số 6/QĐ-UB của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu về giá.", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
        ("Quyết định số 6/QĐ-UBND của UBND TP.HCM về giá.", "UBND TP.HCM"),
        ("Quyết định số 6/QĐ-UBND của UBND huyện Mai Châu V/v giao đất.", "UBND huyện Mai Châu"),
        ("Quyết định số 6/QĐ-UBND của UBND Phường 12 quận Tân Bình.", "UBND Phường 12 quận Tân Bình"),
        ("Quyết định số 6/QĐ-UBND của UBND thị trấn Nông trường Việt Lâm về lệ phí.", "UBND thị trấn Nông trường Việt Lâm"),
        ("Nghị quyết số 6/NQ-HĐND của Thường trực HĐND tỉnh khóa XVII.", "Thường trực HĐND tỉnh"),
        ("Nghị định số 30/2020/NĐ-CP của Chính phủ Công tác văn thư;", "Chính phủ"),
        ("Thông tư số 4/2011/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch Quy định chi tiết;", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Kết luận số 9-KL/TW của Ban Bí thư Trung ương Đảng về cán bộ.", "Ban Bí thư Trung ương Đảng"),
        ("QUYẾT ĐỊNH SỐ 6/QĐ-UBND CỦA ỦY BAN NHÂN DÂN TỈNH NGHỆ AN VỀ GIÁ", "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"),
        ("Công văn số 6/TTPVHCC-TH của Giám đốc Trung tâm Phục vụ hành chính công thành phố Huế.",
         "Giám đốc Trung tâm Phục vụ hành chính công thành phố Huế"),
        ("Quyết định số 6/QĐ-TA của Tòa án nhân dân huyện Tân Phú, tỉnh Đồng Nai về án phí.",
         "Tòa án nhân dân huyện Tân Phú, tỉnh Đồng Nai"),
        ("Quyết định số 6/QĐ-TA của TAND khu vực 1, Thành phố Hồ Chí Minh.", "TAND khu vực 1, Thành phố Hồ Chí Minh"),
        ("Quyết định số 6/QĐ-VKS của Viện kiểm sát nhân dân quận 3, TP. Hồ Chí Minh, kháng nghị.",
         "Viện kiểm sát nhân dân quận 3, TP. Hồ Chí Minh"),
        ("Quyết định số 6/QĐ-TA của Tòa án nhân dân tối cao, tỉnh ủy.", "Tòa án nhân dân tối cao"),
        ("Quyết định số 6/QĐ-TA của Tòa án nhân dân quận Ba Đình, quận Tây Hồ.", "Tòa án nhân dân quận Ba Đình"),
    ],
)  # fmt: skip
def test_an_issuer_ends_with_its_name(string: str, issuer: str) -> None:
    assert [found for found, _ in bounded(string)] == [issuer]


@pytest.mark.parametrize(
    ("string", "subject"),
    [
        ("theo Quyết định số 6/QĐ-UBND của UBND tỉnh Quy định mức chi hội nghị.", "Quy định mức chi hội nghị"),
        (
            "theo Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư (sau đây gọi tắt là Nghị định), các phòng lập hồ sơ.",
            "về công tác văn thư",
        ),
        ("theo Nghị quyết số 7/NQ-HĐND về dự toán năm 2024 và các quy định hiện hành.", "về dự toán năm 2024"),
        ("theo Quyết định số 7/QĐ-UBND về giá đất và các văn bản khác có liên quan.", "về giá đất"),
        ("theo Quyết định số 7/QĐ-UBND về tín dụng và các văn bản sửa đổi, bổ sung, thay thế (nếu có).", "về tín dụng"),
        ("theo Quyết định số 7/QĐ-UBND về công bố danh mục (Có danh mục kèm theo: 03 trang).", "về công bố danh mục"),
        # Nobody knows at which word the task begins.
        (
            "căn cứ Nghị định số 115/2020/NĐ-CP quy định về tuyển dụng viên chức lập kế hoạch trình Ủy ban nhân dân huyện.",
            None,
        ),
        ("theo Thông tư số 8/2013/TT-BNV hướng dẫn nâng bậc lương gửi Sở Nội vụ trước ngày 30/9/2024.", None),
        ("theo Quyết định số 7/QĐ-UBND ngày 02/3/2023, giao Sở Tài chính chủ trì thẩm định.", None),
    ],
)
def test_a_subject_ends_where_the_title_does(string: str, subject: str | None) -> None:
    assert [found for _, found in bounded(string)] == [subject]


def test_the_next_of_a_list_is_no_subject() -> None:
    listed = "theo Hướng dẫn số 05-HD/VPTW ngày 27/5/2024, Quy định số 99-QĐ/TW ngày 09/01/2024, QĐ số 12-QĐ/HU."
    assert bounded(listed) == [(None, None), (None, None), (None, None)]


@pytest.mark.parametrize(
    ("base", "subject"),
    [
        ("về phân quyền, phân cấp; phân định thẩm quyền;", "về phân quyền, phân cấp; phân định thẩm quyền"),
        ("về điều tra đất đai; đăng ký đất đai;", "về điều tra đất đai; đăng ký đất đai"),
        ("quy định nhóm thủ tục: Đăng ký hộ kinh doanh;", "quy định nhóm thủ tục: Đăng ký hộ kinh doanh"),
        ("về phát triển vùng giai đoạn I: từ năm 2021;", "về phát triển vùng giai đoạn I: từ năm 2021"),
        ("về giá đất; căn cứ cuộc họp;", "về giá đất"),
        ("về giá đất; ý kiến của các thành viên;", "về giá đất"),
        ("về giá đất; của Sở Tư pháp tại Báo cáo ngày 7/8/2025;", "về giá đất"),
        ("về giá đất; Theo đề nghị của Sở Tài chính;", "về giá đất"),
        ("về giá đất như sau: mức một;", "về giá đất"),
    ],
)
def test_a_title_among_the_bases_ends_with_their_paragraph(base: str, subject: str | None) -> None:
    assert bounded(f"Căn cứ Nghị định số 6/2025/NĐ-CP của Chính phủ {base}")[0][1] == subject


@pytest.mark.parametrize(
    ("base", "subject"),
    [
        ("Căn cứ Nghị định số 6/2024/NĐ-CP của Chính phủ quản lý, cung cấp dịch vụ;", "quản lý, cung cấp dịch vụ"),
        ("Căn cứ Nghị định số 6/2025/NĐ-CP của Chính phủ thực hiện thủ tục;", "thực hiện thủ tục"),
        ("Căn cứ Nghị định số 6/2017/NĐ-CP của Chính phủ vể việc sửa đổi Nghị định;", "vể việc sửa đổi Nghị định"),
        ("Căn cứ Quyết định số 6/QĐ-UBND của UBND tỉnh trình Bộ Tài chính giá đất;", None),
        ("Căn cứ Quyết định số 6/QĐ-UBND của UBND thành phố Hà Nội phố về việc ủy quyền;", "về việc ủy quyền"),
        ("Căn cứ Nghị quyết số 6/NQ-HĐND của HĐND tỉnh khóa XVII;", None),
        ("Căn cứ Nghị định số 6/2025/NĐ-CP của Chính phủ hằng năm các Sở lập dự toán, gửi Sở Tài chính.", None),
        ("1. Thực hiện Nghị định số 6/2025/NĐ-CP của Chính phủ hằng năm các Sở lập dự toán.", None),
    ],
)
def test_behind_its_issuer_a_base_is_told_by_any_title(base: str, subject: str | None) -> None:
    assert bounded(base)[0][1] == subject


def test_a_semicolon_elsewhere_ends_a_title() -> None:
    assert bounded("1. Bãi bỏ Quyết định số 6/QĐ-UBND về giá đất; giao Sở Tài chính chủ trì;") == [(None, "về giá đất")]


@pytest.mark.parametrize("former", ["(cũ)", "(trước đây)", "(nay là tỉnh Đắk Lắk)"])
def test_what_became_of_the_issuer_stands_before_the_title(former: str) -> None:
    found = bounded(f"Quyết định số 6/2025/QĐ-UBND của UBND tỉnh Phú Yên {former} quy định giá đất.")
    assert found == [("UBND tỉnh Phú Yên", "quy định giá đất")]


def test_a_base_that_carries_out_another_is_titled_so_though_its_issuer_was_hardly_seen() -> None:
    title = "thực hiện Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ"
    flat = f"Căn cứ Kế hoạch số 46/KH-UBND của Ủy ban nhân dân tỉnh Mẫu {title};"
    at = flat.index(" thực hiện")
    assert subject_at(flat, at, len(flat), issued=False)[0] == title


def test_a_last_base_that_a_comma_ends_keeps_its_last_word() -> None:
    flat = "Căn cứ Quy định số 22-QĐ/TW của Ban Chấp hành Trung ương về kỷ luật đảng viên vi phạm,\nQUYẾT ĐỊNH:"
    subject, _ = subject_at(flat, flat.index(" về"), flat.index("\n"))
    assert subject == "về kỷ luật đảng viên vi phạm"
