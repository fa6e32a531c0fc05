"""What stains and misread marks do to a scan, and what is made of it: mended where one reading only can be meant, and
then never sure.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from decisions.decision import Citation, Decision
from decisions.reading import Slot
from decisions.text import Place
from extract.decisions import find_decisions
from extract.find.registered import as_registered
from extract.find.slashed import without_year
from extract.find.spelling import as_spelled, misspelled
from extract.sheet import sheet
from tests.property.laid_out import laid_out

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 216/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày 01 tháng 7 năm 2022

QUYẾT ĐỊNH
{title}

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI

Căn cứ Luật Viên chức ngày {day} năm 2010;

QUYẾT ĐỊNH:

"""
FOOT = """
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
{recipients}

CHỦ TỊCH
Nguyễn Văn An
"""


def scanned(
    body: str,
    recipients: str = "- Như Điều 2;\n- Lưu: VT.",
    day: str = "15 tháng 11",
    title: str = "Về việc bổ nhiệm cán bộ",
) -> Decision:
    text = HEAD.format(day=day, title=title) + body + FOOT.format(recipients=recipients)
    reading = laid_out(text, "ocr")
    words = tuple(replace(word, confidence=0.96) for word in reading.text.words)
    (found,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    return found


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("Tố chức chính quyền", "Tổ chức chính quyền"),
        ("Cống Thông tin điện tử", "Cổng Thông tin điện tử"),
        ("Như Điều 3 (đế thực hiện)", "Như Điều 3 (để thực hiện)"),
        ("quy định về học bống", "quy định về học bổng"),
        ("quy định về học bổng", "quy định về học bổng"),
        ("Phòng Tổ chức cán bộ", "Phòng Tổ chức cán bộ"),
        ("TỐ CHỨC", "TỔ CHỨC"),
        ("tố, chức", "tố, chức"),  # no neighbours across a comma
        ("Sở Nội vụ", "Sở Nội vụ"),  # though "số nội dung" begins so
        ("học viên khóa học", "học viên khóa học"),
        ("Sở Du lịch", "Sở Du lịch"),  # though "số dư" is a phrase, and so on
        ("Hội Đông y, Hội Luật gia", "Hội Đông y, Hội Luật gia"),
        ("UBND tỉnh Điện Biên", "UBND tỉnh Điện Biên"),
        ("Ban Đô thị", "Ban Đô thị"),
        ("Ông Nguyễn Thanh Trà", "Ông Nguyễn Thanh Trà"),  # a name, though "thanh tra" is a phrase
    ],
)
def test_set_phrases_have_their_marks(read: str, meant: str) -> None:
    assert as_spelled(read) == meant


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("Tố trưởng tổ dân phố số 3", True),
        ("Tổ trưởng tổ dân phố số 3", False),
        ("Khiến trách", True),
        ("Khiển trách", False),
        ("Nguyễn Tố Chức", False),  # names are spelled as their bearers will
        ("Hệ thông cấp nước", True),
        # Two good phrases of one spelling.
        ("của hãng, cửa hàng và của hàng hóa", False),
        ("tự do; từ đó chỉ bố trí cho chi bộ", False),
        ("trong rừng; trồng rừng", False),
        ("Vấn đề đăng ký", False),
    ],
)
def test_words_in_other_marks_are_doubted(words: str, doubted: bool) -> None:
    assert misspelled(words) is doubted


@pytest.mark.parametrize(
    ("printed", "entries"),
    [
        ("~- Như Điều 2;\n- Lưu: VT.", ("Như Điều 2", "Lưu: VT")),
        ("- Như Điều 2; ~- Lưu: VT, HS.", ("Như Điều 2", "Lưu: VT, HS")),
        ("- Như Điều 2; š\n- Lưu: VT. ưu", ("Như Điều 2", "Lưu: VT")),
        ("Như Điều 2;\nSở Nội vụ;\nLưu: VT.", ("Như Điều 2", "Sở Nội vụ", "Lưu: VT")),
        ("- Như Điều 2;\n- Lưu: VI, NV.", ("Như Điều 2", "Lưu: VT, NV")),
        ("- Như Điều 2;\n- Lưu: VP.", ("Như Điều 2", "Lưu: VP")),
        ("- Nhự Điều 2;\n- Lưu: VT, NÝ.", ("Như Điều 2", "Lưu: VT, NV")),
        ("- Như Điêu 2;\n- Lưu: VT, ÑV.", ("Như Điều 2", "Lưu: VT, NV")),
        ("- Như Điều 2;\n- Lưu: VT, H§.", ("Như Điều 2", "Lưu: VT, HS")),
        ("- Như Điều 2 (đếb/c);\n- Lưu: VT, YT.", ("Như Điều 2 (để b/c)", "Lưu: VT, YT")),
        ("- Như Điều 2;\n- Lưu: VT, KGVX.", ("Như Điều 2", "Lưu: VT, KGVX")),
        ("- Như Điều 2 2;\n- Lưu:.VT; NV.", ("Như Điều 2", "Lưu: VT, NV")),
        ("- Như Điều 2 (để thực kiến:\n- Lạ: VT.", ("Như Điều 2 (để thực hiện)", "Lưu: VT")),
        ("- Như Điều 2 (để thực hiện), Ã\n- Đảng ủy (để bíc);\n- Lưu; VT.", None),
        ("- Như Điều 2 (để đăng tải);\n- Sở Y tế (để p/h);\n- Lưu: VT.", None),
        ("- Như Điều 2;\nchờ ni\n- Lưu: VT.", ("Như Điều 2", "Lưu: VT")),
        ("- Như Điều 2;\nˆ_~ Thường trực Đảng ủy (để b/c);\n„ Lưu: VT.", None),
        ("- Chủ tịch, các Phó Chủ tịch\nỦy ban nhân dân tỉnh;\n- Lưu: VT.", None),
        ("- Ủy ban nhân dân TP. Quảng Ngãi;\n- Lưu: VT.", ("Ủy ban nhân dân TP. Quảng Ngãi", "Lưu: VT")),
    ],
)
def test_recipients_are_told_from_specks(printed: str, entries: tuple[str, ...] | None) -> None:
    found = scanned("Điều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Chánh Văn phòng.\n", printed).recipients
    wanted = {
        "ˆ": ("Như Điều 2", "Thường trực Đảng ủy (để b/c)", "Lưu: VT"),
        "Ã": ("Như Điều 2 (để thực hiện)", "Đảng ủy (để b/c)", "Lưu: VT"),
        "p/h": ("Như Điều 2 (để đăng tải)", "Sở Y tế (để p/h)", "Lưu: VT"),
        "các": ("Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh", "Lưu: VT"),
    }
    assert found == (entries or next(value for key, value in wanted.items() if key in printed))


@pytest.mark.parametrize(
    ("day", "state"),
    [("15 tháng LI", "sure"), ("15 tháng l1]", "review"), ("16 tháng 11", "review"), ("l5 tháng 11", "sure")],
)
def test_the_day_of_a_known_law_is_mended_and_doubted_where_a_figure_was_another(day: str, state: str) -> None:
    (base,) = scanned("Điều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Chánh Văn phòng.\n", day=day).bases
    assert (base.issued_on, base.state) == (date(2010, 11, 15), state)


def test_a_law_read_as_the_registry_has_it_is_sure() -> None:
    (base,) = scanned("Điều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ Chánh Văn phòng.\n").bases
    assert (base.subject, base.issued_on, base.state) == ("Viên chức", date(2010, 11, 15), "sure")


@pytest.mark.parametrize(
    ("read", "day", "subject", "issued", "state"),
    [
        (
            "Tổ chiếc chính quyền địa phương",
            date(2015, 6, 19),
            *("Tổ chức chính quyền địa phương", date(2015, 6, 19), "review"),
        ),
        ("Tố chức Chính phủ", date(2015, 6, 19), *("Tổ chức Chính phủ", date(2015, 6, 19), "review")),
        ("Tổ chức Chính phủ", date(2015, 6, 19), *("Tổ chức Chính phủ", date(2015, 6, 19), "sure")),
        ("Tổ chức Chính phủ", date(2015, 6, 18), *("Tổ chức Chính phủ", date(2015, 6, 19), "review")),
        ("Nuôi chim cảnh", date(2015, 6, 18), *("Nuôi chim cảnh", date(2015, 6, 18), "sure")),
        ("Tổ chức Chính phủ", None, *("Tổ chức Chính phủ", None, "sure")),  # no day printed, none missing
    ],
)
def test_laws_near_a_known_one(read: str, day: date | None, subject: str, issued: date | None, state: str) -> None:
    text = f"Luật {read}" + (f" ngày {day:%d/%m/%Y}" if day else "")
    citation = Citation(text=text, kind="luat", subject=read, issued_on=day)
    meant = as_registered(citation, date(2018, 1, 1))
    assert (meant.subject, meant.issued_on, meant.state, meant.text) == (subject, issued, state, text)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Quyết định này có hiệu lực kể từ'ngày ký.", "Quyết định này có hiệu lực kể từ ngày ký."),
        ("có hiệu lực -kể từ ngày.26/8/2021", "có hiệu lực kể từ ngày 26/8/2021"),
        ("ngày 29 tháng 3-năm 2021 của' Chính phủ", "ngày 29 tháng 3 năm 2021 của Chính phủ"),
        ("năm 2020 của\n‘ Chính phủ quy định", "năm 2020 của Chính phủ quy định"),
        ("Vụ Tổ chức -. Biên chế", "Vụ Tổ chức - Biên chế"),
        ("Căn cứ điển a khoản 1 Điều 9", "Căn cứ điểm a khoản 1 Điều 9"),
        ('"Điều I. Ngưng hiệu lực Quyết định', "Điều 1. Ngưng hiệu lực Quyết định"),
        ('"Điều 3. Ngưng hiệu lực".', '"Điều 3. Ngưng hiệu lực".'),
        ("đối với bà Dương Diệu: Hạnh, sinh ngày", "đối với bà Dương Diệu Hạnh, sinh ngày"),
        ("Điều 1. Tặng. Bằng khen", "Điều 1. Tặng Bằng khen"),
        ("Căn cứ Luật-Tổ chức Chính phủ", "Căn cứ Luật Tổ chức Chính phủ"),
        ("thay cụm từ “của” bằng", "thay cụm từ “của” bằng"),
        (": Điều 1. Ban hành", "Điều 1. Ban hành"),
        ("' 1. Bà Tạ Thị Hòa", "1. Bà Tạ Thị Hòa"),
        ("*Điều 5. Chế độ họp", "*Điều 5. Chế độ họp"),  # a quotation mark may be read so
        ("sửa đổi như sau:\n“Điều 5. Chế độ họp", "sửa đổi như sau: “Điều 5. Chế độ họp"),
        ("- Sở Nội vụ; Phòng 12-A", "- Sở Nội vụ; Phòng 12-A"),
    ],
)
def test_specks_are_spaces(line: str, meant: str) -> None:
    flat = sheet(laid_out(line, "ocr").text).flat
    assert len(flat) == len(line)
    assert " ".join(flat.split()) == meant


def test_typed_words_keep_their_marks() -> None:
    line = "Công ty in-tơ-nét; ngày.26/8/2021"
    assert sheet(laid_out(line, "born").text).flat == line


@pytest.mark.parametrize(
    ("strings", "years", "serial", "year"),
    [
        ((("9312020", 0.9), ("932020", 0.1)), {"2020"}, "93", "2020"),
        ((("932020", 1.0),), {"2020"}, "93", "2020"),
        ((("512020", 0.5), ("5112020", 0.47)), {"2020"}, "51", "2020"),  # what both may be
        ((("612", 0.9),), {"2020"}, "612", None),
        ((("9312020", 0.9),), {"2021"}, "9312020", None),  # no witness of that year
        ((("12020", 0.9),), {"2020"}, "12020", None),  # a serial may be as long
    ],
)
def test_a_slash_read_as_a_figure(
    strings: tuple[tuple[str, float], ...], years: set[str], serial: str, year: str | None
) -> None:
    slot = Slot(
        name="number", place=Place(page=1), strings=strings, blank=0.0, printed=0.0, handwritten=1.0, by="digits/1"
    )
    meant, found = without_year(slot, frozenset(years))
    assert (meant.strings[0][0], found) == (serial, year)


@pytest.mark.parametrize(
    ("read", "name", "state"),
    [
        ("Định Quang Sơn", "Đinh Quang Sơn", "review"),
        ("Đinh Quang Sơn", "Đinh Quang Sơn", "sure"),
        ("K'Brêu Quang", "K'Brêu Quang", "sure"),  # no surname has these letters
    ],
)
def test_a_surname_that_nobody_bears(read: str, name: str, state: str) -> None:
    (act, *_) = scanned(f"Điều 1. Bổ nhiệm ông {read} giữ chức vụ Chánh Văn phòng.\n").appointments
    assert (act.person.name, act.state) == (name, state)
    if read != name:
        assert {candidate.value for candidate in act.candidates} >= {read, name}


@pytest.mark.parametrize(
    ("read", "unit", "state"),
    [
        ("Trung tâm Y tế Bình Sơn", "Trung tâm Y tế Bình Sơn", "sure"),
        ("Trung tâm Y tế Bình ợ Sơn", "Trung tâm Y tế Bình Sơn", "review"),
        ("Trung tâm Y tế Bình i Sơn", "Trung tâm Y tế Bình i Sơn", "review"),
        ("Hội Đông y Bình Sơn", "Hội Đông y Bình Sơn", "sure"),
    ],
)
def test_a_unit_with_a_letter_that_is_no_word_is_doubted(read: str, unit: str, state: str) -> None:
    decision = scanned(f"Điều 1. Điều động bà Trần Thị Mẫu đến nhận công tác tại {read} kể từ ngày 01/8/2022.\n")
    (act,) = decision.appointments
    assert (act.unit, act.state) == (unit, state)


@pytest.mark.parametrize(
    ("subject", "state"),
    [
        ("về công tác văn thư", "sure"),
        ("về công tác văn thuẻ", "review"),
        ("quy định về công tác văn thư", "sure"),  # printed so, and nobody's misreading
    ],
)
def test_a_subject_is_held_beside_that_of_the_registry(subject: str, state: str) -> None:
    lead = "Điều 1. Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ"
    decision = scanned(f"{lead} {subject}.\n")
    (cited,) = [each for each in decision.citations if each.number == "30/2020/NĐ-CP"]
    assert (cited.subject, cited.state) == (subject, state)


def test_a_day_whose_word_is_torn_is_a_day_in_review() -> None:
    decision = scanned("Điều 1. Thực hiện Quyết định số 12/QĐ-UBND ngà y 05 tháng 3 năm 2020.\n")
    (cited,) = [each for each in decision.citations if each.number == "12/QĐ-UBND"]
    assert (cited.issued_on, cited.state) == (date(2020, 3, 5), "review")


def test_a_regulation_whose_name_a_speck_cuts_off_is_for_review() -> None:
    found = scanned(
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân của Ủy\n• ban nhân dân phường Bạch Mai.\n"
    )
    assert [(r.action, r.state) for r in found.relations if r.action == "issues"] == [("issues", "review")]


@pytest.mark.parametrize(
    ("basis", "state"),
    [
        ("Luật Đất đai ngày 18 tháng 01 năm 2024", "sure"),
        ("Luật Đất đai số 31/2024/QH15", "sure"),
        ("Luật Đất đai ngày 19 tháng 01 năm 2024", "review"),
        ("Luật Đất đai số 31/2024/QH15 ngày 1§ thang 0l n 24", "review"),  # whose day may be another's
        ("Luật Nuôi chim cảnh số 12/2024/QH15", "review"),
    ],
)
def test_what_was_hardly_read_but_agrees_with_the_registry_is_sure(basis: str, state: str) -> None:
    text = HEAD.format(day="15 tháng 11", title="Về việc giao đất").replace(
        "Luật Viên chức ngày 15 tháng 11 năm 2010", basis
    )
    reading = laid_out(text + "Điều 1. Giao đất." + FOOT.format(recipients="- Lưu: VT."), "ocr")
    words = tuple(replace(word, confidence=0.7) for word in reading.text.words)
    (found,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    assert [base.state for base in found.bases] == [state]


@pytest.mark.parametrize(
    ("post", "state"),
    [
        ("Trưởng phòng Y tế quận Hai Bà Trưng", "sure"),
        ("Trưởng phòng Y tế - Hai Bà Trưng", "review"),
        ("Trưởng phòng Kinh tế - Hạ tầng", "sure"),
        ("Chi cục trưởng Chi cục Thuế Bà Rịa - Vũng Tàu", "sure"),
    ],
)
def test_a_stain_on_the_level_of_a_unit_leaves_a_dash(post: str, state: str) -> None:
    (act,) = scanned(f"Điều 1. Bổ nhiệm ông Lê Văn Bình giữ chức vụ {post}.\n").appointments
    assert act.state == state
