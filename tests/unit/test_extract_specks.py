"""Marks and letters that a scan has and the paper has not, among words and between lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decisions.text import DocumentText, Span
from extract.find.people import people_in
from extract.sheet import sheet
from tests.property.laid_out import laid_out
from tests.unit.test_extract_stained import scanned


def eyed(text: str, *dim: str) -> DocumentText:
    """A text that an eye read, some words hardly."""
    read = laid_out(text, "ocr").text
    words = tuple(replace(word, confidence=0.3 if word.text in dim else 0.95) for word in read.words)
    return replace(read, words=words)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ngày 27 tháng 11 năm 2020 của .\nChính phủ quy định", "ngày 27 tháng 11 năm 2020 của Chính phủ quy định"),
        ("có hiệu lực đến hết ‘\nngày 30/6/2026", "có hiệu lực đến hết ngày 30/6/2026"),
        ("Chánh Văn phòng chịu trách .\nnhiệm thi hành", "Chánh Văn phòng chịu trách nhiệm thi hành"),
        ("Quyết định số 613/QĐ-BNV ngày -\n20/01/2022", "Quyết định số 613/QĐ-BNV ngày 20/01/2022"),
        ("Trưởng Ban Thi đua -\nKhen thưởng", "Trưởng Ban Thi đua - Khen thưởng"),
        ("của Sở .\nĐiều 2. Giao", "của Sở .\nĐiều 2. Giao"),
        ("kế toán và ô ông Ngô Văn Huân", "kế toán và ông Ngô Văn Huân"),
        ("đối với bà à Ngô Thị Nhung", "đối với bà Ngô Thị Nhung"),
        ("Thống kê - Tổ Tổ phó;", "Thống kê - Tổ phó;"),
        ("tại điểm c các khoản 2", "tại điểm c các khoản 2"),
        ("xe ô tô của Sở Y tế", "xe ô tô của Sở Y tế"),
        ("ngày 15/10/2012'\n. của Ủy ban", "ngày 15/10/2012 của Ủy ban"),
        ("ngày 29 tháng .3 năm 2021", "ngày 29 tháng 3 năm 2021"),
        ("từ ngày: ký", "từ ngày ký"),
        ("Ngưng hiệu lực Quyết định số.\n69/2025/QĐ-UBND kể từ", "Ngưng hiệu lực Quyết định số 69/2025/QĐ-UBND kể từ"),
        ("của Bộ trưởng\n- Bộ Nội vụ quy định", "của Bộ trưởng Bộ Nội vụ quy định"),
        ("QUYẾT ĐỊNH:\n⁷ Điều 1. Hủy bỏ", "QUYẾT ĐỊNH:\n Điều 1. Hủy bỏ"),
        ("vào làm công chức: tại Văn phòng Sở", "vào làm công chức tại Văn phòng Sở"),
        ("bổ sung như sau: tại Văn phòng Sở", "bổ sung như sau: tại Văn phòng Sở"),
        ("Thông báo số ố37/TB-VP", "Thông báo số 37/TB-VP"),
        ("có hiệu lực kể từ .ngày ký.", "có hiệu lực kể từ ngày ký."),
        ("bà Lý Phương Quyên, . sinh ngày", "bà Lý Phương Quyên, sinh ngày"),
        ("chuyên viên chính.(mã số 01.002)", "chuyên viên chính (mã số 01.002)"),
        ("kể từ ngày.\n28/12/2025", "kể từ ngày 28/12/2025"),
        ("phường Hoa Lư; thời.\ngian luân chuyển", "phường Hoa Lư; thời gian luân chuyển"),
        ("ông Đinh Trọng Phúc, Chuyên :\nviên Phòng", "ông Đinh Trọng Phúc, Chuyên viên Phòng"),
        ("gồm các nội dung sau :\na) Giao", "gồm các nội dung sau :\na) Giao"),
        ("chuyên viên (mã số 01.003). bậc 6/9", "chuyên viên (mã số 01.003) bậc 6/9"),
        ("năm 2020 của -\nChính phủ quy định", "năm 2020 của Chính phủ quy định"),
        ("tháng 3 năm 2021. của Chính phủ", "tháng 3 năm 2021 của Chính phủ"),
        ("Căn cứ Luật:Viên chức ngày", "Căn cứ Luật Viên chức ngày"),
        ("ngày 27 thắng '11 năm", "ngày 27 thắng 11 năm"),
        ("bà Lý Thị Hoa,'sinh ngày", "bà Lý Thị Hoa, sinh ngày"),
        ("trong thời hạn\n. 12 tháng", "trong thời hạn 12 tháng"),
        ("Địa chính - Nông nghiệp - :\nXây dựng", "Địa chính - Nông nghiệp - Xây dựng"),
        ("của Sở Nội vụ.\na) Giao", "của Sở Nội vụ.\na) Giao"),
        ("thành phố Hà 'Nội trong", "thành phố Hà Nội trong"),
        ("Chuyển ông ô Dương Xuân Phúc", "Chuyển ông Dương Xuân Phúc"),
        ("phường Hoa Lư trong ợ thời hạn", "phường Hoa Lư trong thời hạn"),
        ("có ý kiến ở cơ sở", "có ý kiến ở cơ sở"),
        ('của bà Lý "Phương Quyên do', "của bà Lý Phương Quyên do"),
        ("đã in là “Nguyễn Văn Huân”", "đã in là “Nguyễn Văn Huân”"),
        ("đối với ông\nNguyễn -Đức Phúc", "đối với ông Nguyễn Đức Phúc"),
        ("ông Nguyễn Đức Phúc -Giám đốc", "ông Nguyễn Đức Phúc -Giám đốc"),
        ("⁷ ỦY BAN NHÂN DÂN ‘\nTỈNH MẪU", "ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ("số 43/2025/NĐ-CP ⁹ ngày 28/02/2025", "số 43/2025/NĐ-CP ngày 28/02/2025"),
        (
            "Nghị định số 9/2025/NĐ-CP của.\nChính phủ về các: cơ quan",
            "Nghị định số 9/2025/NĐ-CP của Chính phủ về các cơ quan",
        ),
        ("Quyết định, này có hiệu lực", "Quyết định này có hiệu lực"),
        ("Bãi bỏ. Danh mục thủ tục", "Bãi bỏ Danh mục thủ tục"),
        ("phần đã sửa đổi. Các nội dung", "phần đã sửa đổi. Các nội dung"),
        ("vốn đầu tư công năm .\n2025", "vốn đầu tư công năm 2025"),
        ("để thực hiện • dự án", "để thực hiện dự án"),
        ("7. Thông tư;\n§. Kế hoạch;\n9. Công văn.", "7. Thông tư;\n8. Kế hoạch;\n9. Công văn."),
        ("10. Thông tư;\nlI. Kế hoạch;\n12. Công văn.", "10. Thông tư;\n11. Kế hoạch;\n12. Công văn."),
        ("7. Thông tư;\n§. Kế hoạch;\f9. Công văn.", "7. Thông tư;\n8. Kế hoạch;\n9. Công văn."),
        ("7. Thông tư;\n§. Kế hoạch;\n8. Công văn.", "7. Thông tư;\n§. Kế hoạch;\n8. Công văn."),
        ("1. Thông tư;\nb) Kế hoạch;\n3. Công văn.", "1. Thông tư;\nb) Kế hoạch;\n3. Công văn."),
    ],
)
def test_marks_and_letters_among_words(text: str, meant: str) -> None:
    flat = sheet(eyed(text)).flat
    assert len(flat) == len(text)
    assert [line.split() for line in flat.split("\n")] == [line.split() for line in meant.split("\n")]


@pytest.mark.parametrize(
    ("text", "dim", "meant"),
    [
        ("chuyển đổi c số", ("c",), "chuyển đổi số"),
        ("chuyển đổi c số", (), "chuyển đổi c số"),
        ("Tổ trưởng; i i", ("i",), "Tổ trưởng;"),
        ("i Điều 1. Phê duyệt", ("i",), "Điều 1. Phê duyệt"),
        ("bậc 2/9, hệ số\n\n3\n2,67 đối với", ("3",), "bậc 2/9, hệ số 2,67 đối với"),
        ("bậc 2/9, hệ số\n\n3\n2,67 đối với", (), "bậc 2/9, hệ số 3 2,67 đối với"),
    ],
)
def test_letters_that_were_hardly_seen(text: str, dim: tuple[str, ...], meant: str) -> None:
    assert sheet(eyed(text, *dim)).flat.split() == meant.split()


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ('Điều 1. Giao Sở.\n"Điều 2. Giao Phòng.', "Điều 2."),
        ("Điều 1. Giao Sở.\n„ Điều 2. Giao Phòng.", "Điều 2."),
        ("Điều 1. Giao Sở.\n’ Điều 2. Giao Phòng.", "Điều 2."),
        ("Điều 1. Giao Sở.\n• Điều 2. Giao Phòng.", "Điều 2."),
        ("Điều 1. Bãi bỏ:\n- Điều 7. Phạm vi\nĐiều 2. Giao Phòng.", "- Điều 7."),
        ('Điều 1. Sửa đổi như sau:\n"Điều 2. Phạm vi"\nĐiều 2. Giao Phòng.', '"Điều 2.'),
        ('Điều 1. Sửa đổi như sau:\n"Điều 2. Phạm vi\nĐiều 2. Giao Phòng.', '"Điều 2.'),  # the closing mark was lost
        ('Điều 1. Sửa đổi như sau:\n"Điều 7. Phạm vi\nĐiều 2. Giao Phòng.', '"Điều 7.'),
    ],
)
def test_a_mark_before_the_article_that_is_due(text: str, opens: str) -> None:
    """The second line, without its white space."""
    assert sheet(eyed(text)).flat[len(text.split("\n")[0]) :].strip().startswith(opens)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('ông Ngô Văn Huân, "sinh ngày 04/7/1968', "ông Ngô Văn Huân, sinh ngày 04/7/1968"),
        ('Huân, "sinh ngày 04/7\nNơi nhận: „', "Huân, sinh ngày 04/7 Nơi nhận: „"),
        ('thay cụm từ "sinh viên" bằng "học viên"', 'thay cụm từ "sinh viên" bằng "học viên"'),
        ("phường Thanh Nhàn là phường.\nThanh Nhàn có", "phường Thanh Nhàn là phường Thanh Nhàn có"),
        ("Hà Nội và phường.\nThanh Nhàn có", "Hà Nội và phường.\nThanh Nhàn có"),
        ("bà Ngô, Thị Nhung và bà Ngô Thị Nhung", "bà Ngô Thị Nhung và bà Ngô Thị Nhung"),
        ("Trường Vĩnh Tuy, Trường Vĩnh. Tuy kể từ", "Trường Vĩnh Tuy, Trường Vĩnh Tuy kể từ"),
        ("quận Hoàng Mai. Tuy vậy", "quận Hoàng Mai. Tuy vậy"),
        ("bà Hoa, Trưởng Phòng Nội vụ", "bà Hoa, Trưởng Phòng Nội vụ"),
    ],
)
def test_marks_that_belong_to_nothing(text: str, meant: str) -> None:
    assert " ".join(sheet(eyed(text)).flat.split()) == " ".join(meant.split())


def test_a_body_is_called_as_the_title_calls_it() -> None:
    found = scanned(
        "Điều 1. Thành lập Tổ công tác quyển đổi số gồm các ông, bà:\n1. Ông Lê Văn Bình - Chánh Văn phòng - Tổ trưởng.\n",
        title="Về việc thành lập Tổ công tác chuyển đổi số",
    )
    (act,) = found.appointments
    assert (act.unit, act.state) == ("Tổ công tác chuyển đổi số", "review")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kể từ rigày 24/6/2022", "kể từ ngày 24/6/2022"),
        ("kể từ ngàv 24 tháng 6", "kể từ ngày 24 tháng 6"),
        ("trong ngành 24 người", "trong ngành 24 người"),
        ("báo cáo trước 24/6/2022", "báo cáo trước 24/6/2022"),
        ("TM TY BAN NHÂN DÂN", "TM.ỦY BAN NHÂN DÂN"),
        ("Tuyển dụng bà I.ý Phương Thúy, sinh", "Tuyển dụng bà Lý Phương Thúy, sinh"),
        ("biệt phái đến §ở Nội vụ", "biệt phái đến Sở Nội vụ"),
        ("ngày 18 tháng 9 năm 2020 cẩn: Chính phủ về", "ngày 18 tháng 9 năm 2020 của Chính phủ về"),
        ("từ năm 2020 các Bộ Nội vụ", "từ năm 2020 các Bộ Nội vụ"),
        ("TM. ỦÝ BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("TM. UỶ BAN NHÂN DÂN", "TM. UỶ BAN NHÂN DÂN"),
        ("TM TÌY BAN NHÂN DÂN", "TM.ỦY BAN NHÂN DÂN"),
        ("từ ngày 05/3/2023 (heo nguyện vọng cá nhân", "từ ngày 05/3/2023 theo nguyện vọng cá nhân"),
        ("chăn nuôi (heo, gà)", "chăn nuôi (heo, gà)"),
        ("thành phố Hà Nội trọng, thời hạn 12 tháng", "thành phố Hà Nội trong thời hạn 12 tháng"),
        ("này có hiệu lực kể tỉ từ xảy ký.", "này có hiệu lực kể từ ngày ký."),
        ("này có hiệu lực kể từ ngày ký.", "này có hiệu lực kể từ ngày ký."),
        ("này có hiệu lực sau lO ngày kể từ ngày ký.", "này có hiệu lực sau lO ngày kể từ ngày ký."),
        ("này có hiệu lực tau lO ngày kể từ ngày ký.", "này có hiệu lực tau lO ngày kể từ ngày ký."),
        ("có hiệu lực theo văn bản đã ký.", "có hiệu lực theo văn bản đã ký."),
        ("QUYẾT ĐỊNH:\nĐiều 1, Thi hành kỷ luật", "QUYẾT ĐỊNH: Điều 1. Thi hành kỷ luật"),
        ("tại khoản 2\nĐiều 1, Luật Đất đai", "tại khoản 2 Điều 1, Luật Đất đai"),
    ],
)
def test_words_of_the_form(text: str, meant: str) -> None:
    assert " ".join(sheet(eyed(text)).flat.split()) == meant
    assert sheet(laid_out(text, "born").text).flat.split() == text.split()


def test_a_dash_goes_on_in_the_next_line() -> None:
    flat = sheet(eyed("Ban hành Quy chế thi đua năm học 2023 -\n\n2024.\n\nĐiều 2. Giao")).flat
    assert "2023 -  2024.\n Điều 2" in flat


def test_no_paragraph_begins_with_a_decimal() -> None:
    flat = sheet(eyed("Bổ nhiệm vào ngạch chuyên viên, bậc 2/9, hệ số\n\n2,67 đối với bà Lê Thị Mẫu")).flat
    assert "hệ số  2,67" in flat


def test_a_number_between_two_that_leave_one_place() -> None:
    found = scanned("Điều 1. Giao Sở Nội vụ.\n\nĐiều 3. Giao Sở Tài chính.\n\nĐiều 3. Giao Sở Y tế.\n")
    assert [article.label for article in found.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    assert found.articles[2].text.startswith("Giao Sở Y tế")


def test_the_heading_of_an_annex_has_its_marks() -> None:
    text = "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\n"
    foot = "- Lưu: VT.\n\nCHỦ TỊCH\nLê Văn Mẫu\fQUY CHẾ\nTiếp công dân của Ủy ban nhân đân tỉnh\n"
    found = scanned(text, f"{foot}(Ban hành kèm theo Quyết định số 216/QĐ-UBND)\nĐiều 1. Phạm vi\n")
    assert [annex.title for annex in found.annexes][:1] == ["Tiếp công dân của Ủy ban nhân dân tỉnh"]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("bà Ngô Thị Nhung kể từ ngày 20/4/2022", "sure"),
        ("bà à Ngô, Thị Nhung kể từ ngày 20/4/2022", "review"),
        ("bà Ngô Thị Nhung kể từ rigày 20/4/2022", "review"),
    ],
)
def test_what_was_put_right_is_for_review(words: str, state: str) -> None:
    text = f"Điều 1. Giải quyết thôi việc đối với {words}. Giao bà Ngô Thị Nhung bàn giao.\n"
    found = scanned(text, title="Về việc giải quyết thôi việc")
    (act,) = found.appointments
    assert (act.person.name, str(act.effective_on), act.state) == ("Ngô Thị Nhung", "2022-04-20", state)


@pytest.mark.parametrize(
    ("elsewhere", "names"),
    [("ông Đỗ Thế Hùng", ["Đỗ Thế Hùng"]), ("ông Đỗ Thế Hùng Không", ["Đỗ Thế Hùng Không"])],
)
def test_a_word_with_a_capital_behind_a_name_is_no_part_of_it(elsewhere: str, names: list[str]) -> None:
    text = f"Ông Đỗ Thế Hùng Không được ủy quyền lại. Giao {elsewhere} thi hành."
    read = sheet(eyed(text))
    clause = Span(start=0, end=text.index("."))
    assert [named.person.name for named in people_in(read, clause, listed=False)] == names
