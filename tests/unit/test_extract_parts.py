"""The small readers: days, names of bodies, titles, effect, damaged numbers."""

from __future__ import annotations

from datetime import date

import pytest

from extract.casing import as_written, body
from extract.decisions import find_decisions
from extract.find.damage import expected_symbol, guess_number, symbol_in
from extract.find.days import find_days
from extract.find.names import is_signature
from extract.find.titles import position_of
from extract.plain import plain
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD, decided


@pytest.mark.parametrize(
    ("printed", "value", "damaged"),
    [
        ("ngày 01 tháng 7 năm 2022", date(2022, 7, 1), False),
        ("ngày 01/7/2022", date(2022, 7, 1), False),
        ("29-3-2021", date(2021, 3, 29), False),
        ("5.3.2020", date(2020, 3, 5), False),
        ("ngày 05 / 3 / 2020", date(2020, 3, 5), False),
        ("NGÀY 08 THÁNG 8 NĂM 2018", date(2018, 8, 8), False),
        ("ngay 24 thang11 nam 2025", date(2025, 11, 24), False),
        ("1 9/6/2015", date(2015, 6, 19), True),
        ("16/6 2025", date(2025, 6, 16), True),
        ("31/02/2021", None, False),
        ("ngày 27 tháng 1] năm 2020", date(2020, 11, 27), True),  # one, as optical readers have it
        ("ngày l3 tháng I0 năm 2021", date(2021, 10, 13), True),
    ],
)
def test_days(printed: str, value: date | None, damaged: bool) -> None:
    (day,) = find_days(plain(printed))
    assert (day.value, day.damaged) == (value, damaged)


@pytest.mark.parametrize("printed", ["99/2019/QH14", "12/2021/QĐ-TTg", "tháng 7 năm 2022", "5/9"])
def test_no_days(printed: str) -> None:
    assert list(find_days(plain(printed))) == []


@pytest.mark.parametrize(
    ("printed", "name", "known"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi", True),
        ("UBND THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội", True),
        ("ỦY BAN NHÂN DÂN PHƯỜNG BẠCH MAI", "Ủy ban nhân dân phường Bạch Mai", False),
        ("UBND QUẬN HAI BÀ TRƯNG", "Ủy ban nhân dân quận Hai Bà Trưng", True),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", True),
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch", True),
        ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "Bộ Giáo dục và Đào tạo", True),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo", False),
        ("UY BAN NHAN DAN TINH QUANG NGAI", "Ủy ban nhân dân tỉnh Quảng Ngãi", True),
        ("TRƯỜNG CĐ KINH TẾ - KỸ THUẬT", "Trường Cao đẳng Kinh tế - Kỹ thuật", False),
        ("TRƯỜNG ĐH SƯ PHẠM", "Trường Đại học Sư phạm", False),
        ("TRƯỜNG THPT NGUYỄN DU", "Trường Trung học phổ thông Nguyễn Du", False),
        ("TRƯỜNG TH&THCS BẮC SƠN", "Trường TH&THCS Bắc Sơn", False),
        ("TRUNG TÂM GDTX SỐ 1", "Trung tâm GDTX số 1", False),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH TÂY NINH", "Bộ Chỉ huy Quân sự tỉnh Tây Ninh", False),
        ("CỤC VĂN THƯ VÀ LƯU TRỮ NHÀ NƯỚC", "Cục Văn thư và Lưu trữ nhà nước", False),
        ("VỤ TỔ CHỨC - CÁN BỘ", "Vụ Tổ chức - Cán bộ", False),
        ("CHI CỤC THI HÀNH ÁN DÂN SỰ QUẬN HÀ ĐÔNG", "Chi cục Thi hành án dân sự quận Hà Đông", False),
        ("HỘI ĐỒNG TRƯỜNG", "Hội đồng trường", False),
        ("TÒA ÁN NHÂN DÂN THÀNH PHỐ BẢO LỘC TỈNH LÂM ĐỒNG", "Tòa án nhân dân thành phố Bảo Lộc tỉnh Lâm Đồng", False),
        (
            "BAN QUẢN LÝ CÁC KHU KINH TẾ VÀ KHU CÔNG NGHIỆP TỈNH QUẢNG NAM",
            "Ban Quản lý các Khu kinh tế và Khu công nghiệp tỉnh Quảng Nam",
            False,
        ),
        ("TỔNG CÔNG TY CẤP NƯỚC SÀI GÒN", "Tổng công ty Cấp nước Sài Gòn", False),
        ("TRUNG TÂM LƯU TRỮ QUỐC GIA III", "Trung tâm Lưu trữ quốc gia III", False),
        ("CỤC HẢI QUAN KHU VỰC VI", "Cục Hải quan Khu vực VI", False),
        ("HỘI ĐÔNG Y VIỆT NAM", "Hội Đông y Việt Nam", False),
        ("ỦY BAN KIỂM TRA HUYỆN ỦY HẢI LĂNG", "Ủy ban Kiểm tra Huyện ủy Hải Lăng", False),
        ("CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP", "Công đoàn các Khu công nghiệp", False),
        ("TRUNG TÂM BẢO TRỢ XÃ HỘI TỔNG HỢP", "Trung tâm Bảo trợ xã hội Tổng hợp", False),
        ("LIÊN MINH HỢP TÁC XÃ TỈNH KON TUM", "Liên minh Hợp tác xã tỉnh Kon Tum", False),
        ("TRƯỜNG TIỂU HỌC HÒA BÌNH", "Trường Tiểu học Hòa Bình", False),
        ("BỘ TƯ LỆNH QUÂN KHU 4", "Bộ Tư lệnh Quân khu 4", False),
        ("HỌC VIỆN QUÂN Y", "Học viện Quân y", False),
        ("TRƯỜNG THPT PHƯƠNG NAM", "Trường Trung học phổ thông Phương Nam", False),
        ("TRẠM Y TẾ XA LỘ ĐÔNG", "Trạm Y tế Xa Lộ Đông", False),
        ("CONG AN QUAN HOAN KIEM", "Công an quận Hoàn Kiếm", False),
        ("CONG AN PHUONG PHU DONG", "Công an phường Phu Dong", False),
        ("ỦY BAN NHÂN DÂN PHƯƠNG BẠCH MAI", "Ủy ban nhân dân phường Bạch Mai", False),  # only a unit has one
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH KON TUM", "Sở Văn hóa, Thể thao và Du lịch tỉnh Kon Tum", False),
    ],
)
def test_names_of_bodies(printed: str, name: str, known: bool) -> None:
    found = body(printed, date(2024, 1, 2))
    assert (found.name, found.known) == (name, known)


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("Trường Cao đẳng Kinh Tế", "thành lập trường Cao đẳng Kinh tế thuộc Đại học", "Trường Cao đẳng Kinh tế"),
        ("Trường Cao đẳng Kinh Tế", "HIỆU TRƯỞNG TRƯỜNG CAO ĐẲNG KINH TẾ", "Trường Cao đẳng Kinh Tế"),
        ("Trường Cao đẳng Kinh Tế", "trường cao đẳng kinh tế", "Trường Cao đẳng Kinh Tế"),
        ("Trường Cao đẳng Kinh Tế", "trường Cao đẳng Kinh tê", "Trường Cao đẳng Kinh Tế"),  # misread: no witness
        ("Tổng công ty Điện Lực", "của Tổng công ty Điện lực", "Tổng công ty Điện lực"),
        ("Sở \ufeff", "Sở\ufeff  Giáo dục", "Sở \ufeff"),  # a word that no eye sees
        ("Trường Cao đẳng Kinh Tế", "trường Cao đẳng Kinh tếch", "Trường Cao đẳng Kinh Tế"),
    ],
)
def test_running_text_tells_the_case_of_a_name(name: str, text: str, written: str) -> None:
    assert as_written(name, text) == written


def test_a_unit_is_known_in_its_time_only() -> None:
    assert body("ỦY BAN NHÂN DÂN TỈNH KON TUM", date(2025, 6, 30)).known
    assert not body("ỦY BAN NHÂN DÂN TỈNH KON TUM", date(2025, 7, 1)).known
    assert not body("BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", date(2024, 7, 1)).known


@pytest.mark.parametrize(
    ("stack", "post", "exact"),
    [
        ([("TM.", "ỦY BAN NHÂN DÂN"), ("KT.", "CHỦ TỊCH"), (None, "PHÓ CHỦ TỊCH")], "PHÓ CHỦ TỊCH", True),
        ([("TM.", "ỦY BAN NHÂN DÂN"), (None, "CHỦ TỊCH")], "CHỦ TỊCH", True),
        ([("KT.", "CHỦ TỊCH PHÓ"), (None, "CHỦ TỊCH")], "PHÓ CHỦ TỊCH", True),
        ([("KT.", "CHỦ TỊCH PHÓ CHỦ TỊCH")], "PHÓ CHỦ TỊCH", True),
        ([("TUQ.", "CHỦ TỊCH"), (None, "GIÁM ĐỐC SỞ NỘI VỤ")], "GIÁM ĐỐC SỞ NỘI VỤ", True),
        ([(None, "CHỦ TỊCH Ủ")], "CHỦ TỊCH", False),
        ([(None, "⁹ . CHỦ TỊCH"), (None, "HỦ TỊCH")], "PHÓ CHỦ TỊCH", False),
        ([(None, "THỦ TƯỚNG"), (None, "TƯỚNG")], "PHÓ THỦ TƯỚNG", False),
        ([(None, "BỘ TRƯỞNG"), (None, "TRƯỞNG")], "THỨ TRƯỞNG", False),
        ([("TL.", "BỘ TRƯỞNG"), ("KT.", "VỤ TRƯỞNG"), (None, "PHÓ VỤ TRƯỞNG")], "PHÓ VỤ TRƯỞNG", True),
        ([("Q.", "CHỦ TỊCH")], "CHỦ TỊCH", True),
        ([("KT.", "BỘ TRƯỞNG"), (None, "THỨ TRƯỞNG THƯỜNG TRỰC")], "THỨ TRƯỞNG THƯỜNG TRỰC", True),
        ([("KT.", "BỘ TRƯỞNG"), (None, "TNỨ TRƯỞNG")], "THỨ TRƯỞNG", False),
        ([("KT.", "THỦ TƯỚNG"), (None, "THỦ TƯỚNG")], "PHÓ THỦ TƯỚNG", False),
        ([("KT.", "THỦ TƯỚNG"), (None, "TƯỚNG")], "PHÓ THỦ TƯỚNG", False),  # a seal hides where a line begins
        ([("KT.", "CHỦ TỊCH")], "PHÓ CHỦ TỊCH", False),
        ([], None, False),
    ],
)
def test_the_post_of_the_signer(stack: list[tuple[str | None, str]], post: str | None, exact: bool) -> None:
    assert position_of(stack) == (post, exact)


@pytest.mark.parametrize(
    ("printed", "issuer", "post"),
    [
        ("IỦ TƯỚNG", "Thủ tướng Chính phủ", "THỦ TƯỚNG"),
        ("HIỆU TƯỞNG", "Trường Đại học Mẫu", "HIỆU TRƯỞNG"),
        ("CỦ TỊCH", "Ủy ban nhân dân tỉnh Mẫu", "CHỦ TỊCH"),
    ],
)
def test_a_harmed_title_is_one_that_the_issuer_has(printed: str, issuer: str | None, post: str) -> None:
    assert position_of([(None, printed)], issuer) == (post, False)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nguyễn Thị Ngọc Ánh", True),
        ("Y Khút Niê", True),
        ("Lê Ý", True),
        ("K'Sor H'Búp", True),
        ("Quá Tịch", False),  # the rest of "CHỦ TỊCH" under a seal
        ("M Đốc", False),
        ("Hủ Tướng", False),
        ("A S", False),
        ("Sở Nội Vụ", False),
    ],
)
def test_what_can_be_the_name_below_a_signature(words: str, name: bool) -> None:
    assert is_signature(words) is name


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("có hiệu lực kể từ ngày ký.", date(2025, 1, 16), None),
        ("có hiệu lực thi hành kế từ ngày ký ban hành.", date(2025, 1, 16), None),
        ("có hiệu lực kể từ ngày ký và thay thế Quyết định số 1455/QĐ-ĐHQN ngày 21/5/2024.", date(2025, 1, 16), None),
        ("có hiệu lực từ ngày 01/7/2025.", date(2025, 7, 1), None),
        ("có hiệu lực thi hành kể từ ngày 04 tháng 12 năm 2025.", date(2025, 12, 4), None),
        ("có hiệu lực sau 10 ngày kể từ ngày ký.", date(2025, 1, 26), None),
        ("có hiệu lực từ ngày 01/3/2025 đến hết ngày 31/12/2026.", date(2025, 3, 1), date(2026, 12, 31)),
        ("có hiệu lực trong 90 ngày kể từ ngày ký.", date(2025, 1, 16), date(2025, 4, 16)),
        ("có giá trị trong thời hạn 24 tháng kể từ ngày ký.", date(2025, 1, 16), date(2027, 1, 16)),
        ("có hiệu lực hồi tố từ ngày 01/01/2024.", date(2024, 1, 1), None),
        (
            "được Hội đồng nhân dân tỉnh khóa XII, kỳ họp thứ 12 thông qua ngày 15/01/2025 và có hiệu lực từ ngày 01/02/2025.",
            *(date(2025, 2, 1), None),
        ),
        (
            "đã được Hội đồng nhân dân tỉnh thông qua ngày 16 tháng 01 năm 2025 và có hiệu lực kể từ ngày thông qua.",
            *(date(2025, 1, 16), None),
        ),
    ],
)
def test_effect(words: str, since: date, until: date | None) -> None:
    decision = decided(f"Điều 1. Giao việc.\nĐiều 2. Quyết định này {words}")
    assert (decision.effective_on.value, decision.effective_on.state) == (since, "sure")
    assert decision.expires_on.value == until


def test_the_effect_of_another_act_is_not_ours() -> None:
    body_ = "Điều 1. Quyết định số 12/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực từ ngày 01/7/2025."
    assert decided(body_).effective_on.state == "absent"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Số: 981 /QĐ-SNV", "QĐ-SNV"),
        ("Số: ®ổ/Z /QĐ-SNV", "QĐ-SNV"),  # strokes of the pen
        ("Số: 12/QĐ/UBND", "QĐ/UBND"),
        ("Số: 12/2022/QĐ-UBND", "QĐ-UBND"),
        ("Số: 12/Qb-UBND", "Qb-UBND"),
        ("Số: 12", None),
    ],
)
def test_the_symbol_of_a_number(text: str, symbol: str | None) -> None:
    found = symbol_in(text)
    assert (found and found["symbol"]) == symbol


@pytest.mark.parametrize(
    ("text", "symbol", "value"),
    [
        ("2576 /QĐĐ-BGDĐT", "QĐ-BGDĐT", "2576/QĐ-BGDĐT"),
        ("472QĐ-TTg", "QĐ-TTg", "472/QĐ-TTg"),
        ("l2/QĐ-UBND", "QĐ-UBND", "12/QĐ-UBND"),
        ("32 /QĐ-BNV", "QĐ-UBND", "32/QĐ-BNV"),  # another body's, not the expected one misread
        ("32 /QĐ-UBN", "QĐ-UBND", "32/QĐ-UBND"),
        ("ố† /QĐ-UBND", "QĐ-UBND", None),
    ],
)
def test_damaged_numbers(text: str, symbol: str, value: str | None) -> None:
    guess = guess_number(text, symbol)
    assert guess is not None
    assert guess.value == value


@pytest.mark.parametrize(
    ("kind", "issuer", "symbol"),
    [
        ("quyet_dinh", "Ủy ban nhân dân phường Bạch Mai", "QĐ-UBND"),
        ("chi_thi", "Thủ tướng Chính phủ", "CT-TTg"),
        ("quyet_dinh", "Trường Trung học phổ thông Ví Dụ", None),
        (None, "Chính phủ", None),
    ],
)
def test_the_symbol_that_a_number_should_have(kind: str | None, issuer: str, symbol: str | None) -> None:
    assert expected_symbol(kind, issuer) == symbol


@pytest.mark.parametrize(
    ("head", "issuer", "parent"),
    [
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nSỞ NỘI VỤ", "Sở Nội vụ", "Ủy ban nhân dân thành phố Hà Nội"),
        ("BỘ TÀI CHÍNH CỤC THUẾ", "Cục Thuế", "Bộ Tài chính"),
        ("BỘ TÀI CHÍNH\nTẠP CHÍ TÀI CHÍNH", "Tạp chí Tài chính", "Bộ Tài chính"),
        ("UBND QUẬN HAI BÀ TRƯNG\nỦY BAN NHÂN DÂN\nPHƯỜNG BẠCH MAI", "Ủy ban nhân dân phường Bạch Mai", None),
    ],
)
def test_who_stands_in_the_head(head: str, issuer: str, parent: str | None) -> None:
    text = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", head).replace("năm 2025", "năm 2024")
    (decision,) = find_decisions(reading_of(f"{text}Căn cứ Luật Thủ đô;\nQUYẾT ĐỊNH:\nĐiều 1. Giao việc.\n"))
    assert decision.issuer.value == issuer
    assert parent is None or decision.issuer_parent.value == parent


@pytest.mark.parametrize(
    ("issuer", "printed", "value", "state"),
    [
        ("QUỐC HỘI", "Nghị quyết số: 106/2025/QH15", "106/2025/QH15", "sure"),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Nghị quyết số: 1660/NQ-UBTVQH15", "1660/NQ-UBTVQH15", "sure"),
        ("BẢO HIỂM XÃ HỘI\nTỈNH QUẢNG NGÃI", "Số: 20.1234/NQ-BHXH", "20.1234/NQ-BHXH", "sure"),
        ("SỞ NỘI VỤ - SỞ TÀI CHÍNH", "Số: 15/NQLS-SNV-STC", "15/NQLS-SNV-STC", "sure"),
        ("SỞ NỘI VỤ", "Số:        /NQ-SNV", None, "review"),
        ("SỞ NỘI VỤ", "Số:", None, "review"),
    ],
)
def test_the_number_stands_in_the_head(issuer: str, printed: str, value: str | None, state: str) -> None:
    text = f"{HEAD}Căn cứ Luật Lưu trữ ngày 21/6/2024;\nQUYẾT NGHỊ:\nĐiều 1. Thi hành."
    text = text.replace("QUYẾT ĐỊNH", "NGHỊ QUYẾT").replace("Số: 86/QĐ-UBND", printed)
    (decision,) = find_decisions(reading_of(text.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI", issuer)))
    assert (decision.number.value, decision.number.state) == (value, state)
    assert ("number_blank" in {problem.code for problem in decision.problems}) == (value is None)


def test_two_columns_on_one_line_are_told_apart() -> None:
    text = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH NINH BÌNH Độc lập - Tự do - Hạnh phúc\n"
        "Số: 807/QĐ-UBND Ninh Bình, ngày 04 tháng 11 năm 2024\nQUYẾT ĐỊNH\nVề việc thử\nCăn cứ Luật Thủ đô;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Giao việc./.\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như Điều 1; KT. CHỦ TỊCH\n- Lưu: VT. PHÓ CHỦ TỊCH\nLê Văn Mẫu\n"
    )
    (decision,) = find_decisions(reading_of(text))
    assert (decision.issuer.value, decision.number.value, decision.place.value) == (
        "Ủy ban nhân dân tỉnh Ninh Bình",
        "807/QĐ-UBND",
        "Ninh Bình",
    )
    assert decision.issued_on.value == date(2024, 11, 4)
    signer = decision.signer.value
    assert signer is not None
    assert (signer.name, signer.capacity) == ("Lê Văn Mẫu", "KT.")


@pytest.mark.timeout(5)
def test_a_name_full_of_dashes_is_looked_for_in_no_time() -> None:
    name, text = f"Ủy ban nhân dân {'- ' * 50}Dân", f"\nCHỦ TỊCH ỦY BAN NHÂN{'- ' * 50}\n{' ' * 200}x"
    assert as_written(name, text) == name
    spelled = as_written("Sở Lao Động - Thương Binh", "của Sở Lao động - Thương binh và")
    assert spelled == "Sở Lao động - Thương binh"
