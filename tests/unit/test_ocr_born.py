"""Text, web pages and Word documents as a reader sees them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from decisions.problem import Damaged, TooLarge
from decisions.reading import Reading
from ocr.limits import Limits
from ocr.read import read


def read_bytes(folder: Path, name: str, data: bytes) -> Reading:
    path = folder / name
    path.write_bytes(data)
    return read(path)


def test_paragraphs_of_plain_text(tmp_path: Path) -> None:
    reading = read_bytes(tmp_path, "a.txt", "Tin một\r\ndòng hai\r\n\r\n\r\nTin  hai\r\n".encode())
    assert reading.text.string == "Tin một\ndòng hai\n\nTin hai"
    assert [(p.number, p.source) for p in reading.text.pages] == [(1, "born")]
    assert all(word.box is None and word.confidence == 1.0 for word in reading.text.words)


def test_a_head_typed_in_two_columns(tmp_path: Path) -> None:
    typed = (
        "ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "PHƯỜNG BẠCH MAI               Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/QĐ-UBND\t\tBạch Mai, ngày 05 tháng 7 năm 2022\n\n"
        "                QUYẾT ĐỊNH\n          Về việc khen thưởng\n"
    )
    text = read_bytes(tmp_path, "a.txt", typed.encode()).text
    assert text.string == (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG BẠCH MAI\nSố: 12/QĐ-UBND\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBạch Mai, ngày 05 tháng 7 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc khen thưởng"
    )
    assert [zone.name for zone in text.zones] == ["head_left", "head_right"]


@pytest.mark.parametrize(
    ("typed", "secret"),
    [
        ("BỘ Y TẾ\nSố: 1/QĐ-BYT\nTỐI MẬT\n\nQUYẾT ĐỊNH\nCăn cứ Luật;", True),
        ("BỘ Y TẾ\nMẬT\nQUYẾT ĐỊNH", True),
        ("BỘ Y TẾ\nHỎA TỐC\nQUYẾT ĐỊNH\nVề việc bảo mật\nCăn cứ Luật;", False),
        ("QUYẾT ĐỊNH\nCăn cứ Luật Bảo vệ bí mật nhà nước;\nMẬT\n", False),
    ],
)
def test_secrecy_marks_in_text(typed: str, secret: bool, tmp_path: Path) -> None:
    assert (read_bytes(tmp_path, "a.txt", typed.encode()).secret_page == 1) is secret


def test_a_second_decision_in_the_file_may_be_the_secret_one(tmp_path: Path) -> None:
    head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: {}/QĐ-UBND{}\n"
    body = "QUYẾT ĐỊNH\nCăn cứ Luật Lưu trữ;\nĐiều 1. Nội dung.\n" + "Dòng chữ.\n" * 40
    typed = head.format(1, "") + body + head.format(2, "\nMẬT") + body
    assert read_bytes(tmp_path, "a.txt", typed.encode()).secret_page == 1
    assert read_bytes(tmp_path, "b.txt", (head.format(1, "") + body).encode()).secret_page is None


@pytest.mark.parametrize("where", ["header", "cell"])
def test_a_mark_in_a_page_header_or_on_a_line_of_a_cell(where: str, tmp_path: Path) -> None:
    document = docx.Document()
    if where == "header":
        document.sections[0].header.paragraphs[0].text = "TUYỆT MẬT"
    else:
        row = document.add_table(rows=1, cols=2).rows[0]
        row.cells[0].text = "ỦY BAN NHÂN DÂN\nSố: 12/QĐ-UBND\nMẬT"
        row.cells[1].text = "Ngày 05 tháng 7 năm 2022"
    document.add_paragraph("QUYẾT ĐỊNH")
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").secret_page == 1


def test_decomposed_letters_are_no_old_font(tmp_path: Path) -> None:
    typed = unicodedata.normalize("NFD", "Ủy ban nhân dân phường quyết định bổ nhiệm công chức giữ chức vụ " * 5)
    reading = read_bytes(tmp_path, "a.txt", typed.encode())
    assert reading.problems == ()
    assert "Ủy ban nhân dân" in reading.text.string


def test_a_web_page_without_its_furniture(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><title>Cổng</title><style>p{}</style></head><body>
      <nav>Trang chủ | Tin tức</nav><script>var so = "999/QĐ-UBND";</script>
      <h1>Hội nghị   sơ kết</h1>Đầu bài<p>Ngày 30/6, <b>UBND</b> phường<br>đã họp &amp; bàn.</p>
      <ul><li>Một</li><li>Hai</li></ul><div>Cuối <!-- ẩn --> bài</div></body></html>"""
    text = read_bytes(tmp_path, "a.html", page.encode()).text.string
    assert text == "Hội nghị sơ kết\n\nĐầu bài\n\nNgày 30/6, UBND phường\nđã họp & bàn.\n\nMột\n\nHai\n\nCuối bài"


def test_tables_of_a_web_page(tmp_path: Path) -> None:
    page = """<html><body><table><tr><td><p>UBND PHƯỜNG</p><p>Số: 12/QĐ-UBND</p></td>
      <td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>Độc lập - Tự do - Hạnh phúc</p></td></tr></table>
      <p>QUYẾT ĐỊNH</p><table><tr><th>Tên</th><th>Chức vụ</th><th>Ghi chú</th></tr>
      <tr><td>Nguyễn Văn A</td><td>Công chức</td><td></td></tr></table></body></html>"""
    text = read_bytes(tmp_path, "a.html", page.encode("utf-16")).text
    assert text.string == (
        "UBND PHƯỜNG\nSố: 12/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "QUYẾT ĐỊNH\n\nTên Chức vụ Ghi chú\nNguyễn Văn A Công chức"
    )
    assert [zone.name for zone in text.zones] == ["head_left", "head_right"]
    (table,) = text.tables
    cells = [[" ".join(text[span] for span in cell.spans) for cell in row] for row in table.rows]
    assert cells == [["Tên", "Chức vụ", "Ghi chú"], ["Nguyễn Văn A", "Công chức", ""]]


def test_a_web_page_that_declares_windows_1258(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1258"></head><body><p>Ủy ban nhân dân</p></body></html>'
    data = page.replace("Ủ", "U\u0309").encode("cp1258")
    assert read_bytes(tmp_path, "a.html", data).text.string == "Ủy ban nhân dân"


def word_file(folder: Path) -> Path:
    document = docx.Document()
    head = document.add_table(rows=2, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nPHƯỜNG BẠCH MAI"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    head.cell(1, 0).text = "Số: 12/QĐ-UBND"
    head.cell(1, 1).text = "Bạch Mai, ngày 05 tháng 7 năm 2022"
    document.add_paragraph("QUYẾT ĐỊNH")
    document.add_paragraph("Điều 1. Khen thưởng.\nDòng hai.")
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- Như Điều 1;"
    foot.cell(0, 1).text = "CHỦ TỊCH\n\nBùi Phương Nhung"
    path = folder / "a.docx"
    document.save(str(path))
    return path


def test_a_word_document_in_order(tmp_path: Path) -> None:
    text = read(word_file(tmp_path)).text
    assert text.string == (
        "ỦY BAN NHÂN DÂN\nPHƯỜNG BẠCH MAI\nSố: 12/QĐ-UBND\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nBạch Mai, ngày 05 tháng 7 năm 2022\n\n"
        "QUYẾT ĐỊNH\n\nĐiều 1. Khen thưởng.\nDòng hai.\n\n"
        "Nơi nhận:\n- Như Điều 1;\n\nCHỦ TỊCH\nBùi Phương Nhung"
    )
    assert [zone.name for zone in text.zones] == ["head_left", "head_right", "foot_left", "foot_right"]


def test_deleted_words_are_out_and_inserted_ones_are_in(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Điều 1. ")
    for kind, tag, text in (("w:del", "w:delText", "cũ "), ("w:ins", "w:t", "mới")):
        change, run, letters = OxmlElement(kind), OxmlElement("w:r"), OxmlElement(tag)
        letters.text = text
        run.append(letters)
        change.append(run)
        paragraph._p.append(change)
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").text.string == "Điều 1. mới"


@pytest.mark.parametrize(
    ("font", "typed", "shown", "problems"),
    [
        (".VnTime", "Uû ban nh©n d©n", "Uỷ ban nhân dân", ["legacy_encoding"]),
        (".VnTimeH", "quyÕt ®Þnh", "QUYẾT ĐỊNH", ["legacy_encoding"]),
        ("VNI-Times", "UÛy ban nhaân daân", "Ủy ban nhân dân", ["legacy_encoding"]),
        ("Times New Roman", "Ủy ban nhân dân", "Ủy ban nhân dân", []),
        ("Times New Roman", "Uû ban nh©n d©n tØnh", "Uỷ ban nhân dân tỉnh", ["legacy_encoding"]),
    ],
)
def test_words_in_old_fonts(font: str, typed: str, shown: str, problems: list[str], tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run(typed)
    run.font.name = font
    assert run._r.rPr is not None and run._r.rPr.find(qn("w:rFonts")) is not None
    document.save(str(tmp_path / "a.docx"))
    reading = read(tmp_path / "a.docx")
    assert reading.text.string == shown
    assert [p.code for p in reading.problems] == problems


def test_a_word_document_cut_short_is_damaged(tmp_path: Path) -> None:
    path = word_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(Damaged):
        read(path)


def test_files_that_hold_too_much(tmp_path: Path) -> None:
    small = Limits(text_bytes=1000)
    with pytest.raises(TooLarge):
        read(word_file(tmp_path), limits=small)
    (tmp_path / "a.txt").write_text("chữ " * 1000, encoding="utf-8")
    with pytest.raises(TooLarge):
        read(tmp_path / "a.txt", limits=small)
