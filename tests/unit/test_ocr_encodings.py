"""Old letters become Vietnamese or are flagged; nothing is garbled in silence, and good text is left alone."""

from __future__ import annotations

import unicodedata
from csv import DictReader
from importlib.resources import files

import pytest

from decisions.syllable import is_syllable
from ocr.decode import decode
from ocr.legacy import font_encoding, from_tcvn3, from_vni, mend, recognise

LINE = "Ủy ban nhân dân tỉnh quyết định bổ nhiệm ông Nguyễn Văn Đức giữ chức vụ Trưởng phòng"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        ("tØnh Qu¶ng Ng·i", "tỉnh Quảng Ngãi"),
        ("QuyÕt ®Þnh vÒ viÖc bæ nhiÖm", "Quyết định về việc bổ nhiệm"),
        ("C\x97ng h\x92a", "CỘng hÒa"),
    ],
)
def test_tcvn3_letters(old: str, new: str) -> None:
    assert from_tcvn3(old) == new


def test_capital_fonts_of_tcvn3_show_small_letters_as_capitals() -> None:
    assert from_tcvn3("uû ban nh©n d©n", capitals=True) == "UỶ BAN NHÂN DÂN"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("UÛy ban nhaân daân", "Ủy ban nhân dân"),
        ("Uûy ban", "Ủy ban"),
        ("Quyeát ñònh veà vieäc boå nhieäm", "Quyết định về việc bổ nhiệm"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Phöôùc, höôùng, kyõ, lyù, Myõ", "Phước, hướng, kỹ, lý, Mỹ"),
    ],
)
def test_vni_letters(old: str, new: str) -> None:
    assert from_vni(old) == new


@pytest.mark.parametrize("quoted", ["“Làn xanh”", "Đề án “Nâng cao” – giai đoạn 2", "‘một’"])
def test_windows_quotes_are_no_capitals_of_tcvn3(quoted: str) -> None:
    signs = {"à": "\xb5", "Đ": "\xa7", "ề": "\xd2", "á": "\xb8", "â": "\xa9", "đ": "\xae", "ạ": "\xb9", "ộ": "\xe9"}
    assert from_tcvn3("".join(signs.get(char, char) for char in quoted)) == quoted


def tcvn3(text: str) -> bytes:
    table = (files("ocr.tables") / "tcvn3.csv").read_text(encoding="utf-8").splitlines()
    codes = {row["letter"]: int(row["byte"], 16) for row in DictReader(table)}
    return bytes(codes.get(char, ord(char)) for char in text)


@pytest.mark.parametrize(
    ("data", "text", "problems"),
    [
        (LINE.encode(), LINE, []),
        (LINE.encode("utf-8-sig"), LINE, []),
        (LINE.encode("utf-16"), LINE, []),
        (LINE.encode("utf-16-le"), LINE, []),
        (LINE.encode("utf-16-be"), LINE, []),
        (tcvn3(LINE), LINE, ["legacy_encoding"]),
        (
            "UÛy ban nhaân daân tænh quyeát ñònh".encode("latin-1"),
            "Ủy ban nhân dân tỉnh quyết định",
            ["legacy_encoding"],
        ),
        (b"The council decides on 5 May.", "The council decides on 5 May.", []),
        (b"\xfe\xf0\xe6\xe5 \xe3\xfc\xf1\xdf " * 12, None, ["unknown_encoding"]),
    ],
    ids=["utf-8", "marked", "utf-16", "bare-le", "bare-be", "tcvn3", "vni", "english", "unknown"],
)
def test_bytes_in_every_encoding(data: bytes, text: str | None, problems: list[str]) -> None:
    decoded = decode(data)
    assert [p.code for p in decoded.problems] == problems
    if text is not None:
        assert decoded.text == text


def windows_1258(text: str) -> bytes:
    """As old Windows wrote it: hats and horns on the letter, the tone behind it."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    split = [unicodedata.normalize("NFD", char) for char in text]
    bare = ["".join(c for c in char if c not in tones) for char in split]
    tone = ["".join(c for c in char if c in tones) for char in split]
    return "".join(unicodedata.normalize("NFC", b) + t for b, t in zip(bare, tone, strict=True)).encode("cp1258")


def test_windows_1258_is_read_and_said() -> None:
    decoded = decode(windows_1258(LINE))
    assert unicodedata.normalize("NFC", decoded.text) == LINE
    assert [p.code for p in decoded.problems] == ["legacy_encoding"]


@pytest.mark.parametrize(
    "good",
    [LINE, LINE.upper(), "Pleiku, Đắk Lắk, Y-Moan, K'Sor", "École française, naïve", "12/QĐ-UBND § 5 – 30 °C", ""],
)
def test_good_text_is_left_alone(good: str) -> None:
    assert mend(good).text == good
    assert recognise(good) is None


def test_lines_of_two_encodings_in_one_text() -> None:
    mixed = "Uû ban nh©n d©n tØnh Qu¶ng Ng·i\nĐiều 1. Thành lập Tổ công tác"
    assert mend(mixed).text == "Uỷ ban nhân dân tỉnh Quảng Ngãi\nĐiều 1. Thành lập Tổ công tác"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        (".VnArialH", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("Times New Roman", None),
        ("Vneshport", None),
    ],
)
def test_fonts_that_tell(font: str, encoding: str | None) -> None:
    assert font_encoding(font) == encoding


@pytest.mark.parametrize("word", ["quyết", "định", "nghiêng", "Đắk", "khuỷu", "gì", "yêu", "UỶ", "thuở", "quý"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["quyêst", "dđịnh", "nh©n", "ưnag", "bcd", "ấấ", "QĐ", "điòa"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)
