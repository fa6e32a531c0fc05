"""A file is what its bytes say, whatever its name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image

from decisions.problem import Damaged, Empty, Trouble, UnknownType
from ocr import kind


def picture(format: str) -> bytes:
    out = io.BytesIO()
    Image.new("L", (20, 20), 255).save(out, format)
    return out.getvalue()


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        for name in names:
            box.writestr(name, "x")
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


KNOWN: list[tuple[str, bytes, str]] = [
    ("a PDF", b"%PDF-1.7\n", kind.PDF),
    ("a PDF behind junk", b"junk\n" * 20 + b"%PDF-1.4\n", kind.PDF),
    ("a TIFF", picture("TIFF"), kind.TIFF),
    ("a big-endian TIFF", b"MM\x00*\x00\x00\x00\x08", kind.TIFF),
    ("a JPEG", picture("JPEG"), kind.JPEG),
    ("a PNG", picture("PNG"), kind.PNG),
    ("a Word document", word(), kind.DOCX),
    ("a box of scans", archive("a.pdf", "b/c.tif"), kind.ZIP),
    ("UTF-8", "Quyết định số 12/QĐ-UBND".encode(), kind.TEXT),
    ("UTF-16 with its mark", "Quyết định".encode("utf-16"), kind.TEXT),
    ("UTF-16 without a mark", "Quyết định số 12/QĐ-UBND ngày 01".encode("utf-16-le"), kind.TEXT),
    ("UTF-16, the high byte first", "Quyết định số 12/QĐ-UBND ngày 01".encode("utf-16-be"), kind.TEXT),
    ("TCVN3", b"Q\xb5 UBND t\xd8nh, quy\xd5t \xae\xdenh", kind.TEXT),
    ("HTML", "<!DOCTYPE html><html><body>Quyết định</body></html>".encode(), kind.HTML),
    ("HTML without a head", "<p>Quyết định</p><table><tr></tr></table>".encode(), kind.HTML),
    ("HTML in UTF-16", "<html><body>Quyết định</body></html>".encode("utf-16"), kind.HTML),
    ("text with a sign <", b"a < b and c > d", kind.TEXT),
]
REFUSED: list[tuple[str, bytes, type[Trouble]]] = [
    ("nothing", b"", Empty),
    ("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), UnknownType),
    ("RTF", b"{\\rtf1\\ansi}", UnknownType),
    ("a spreadsheet", archive("[Content_Types].xml", "xl/workbook.xml"), UnknownType),
    ("OpenDocument", archive("mimetype", "content.xml", "META-INF/manifest.xml"), UnknownType),
    ("a broken ZIP", archive("a.pdf")[:40], Damaged),
    ("a program", b"\x7fELF" + bytes(range(256)), UnknownType),
    ("noise", bytes(range(256)) * 4, UnknownType),
    ("a sound", b"RIFF\x24\x08\x00\x00WAVEfmt ", UnknownType),
]


@pytest.mark.parametrize(("data", "expected"), [row[1:] for row in KNOWN], ids=[row[0] for row in KNOWN])
def test_known_kinds(data: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "named.wrong"
    path.write_bytes(data)
    assert kind.media_type(path) == expected


@pytest.mark.parametrize(("data", "trouble"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused_kinds(data: bytes, trouble: type[Trouble], tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(data)
    with pytest.raises(trouble):
        kind.media_type(path)


@pytest.mark.parametrize(
    ("name", "media_type", "wrong"),
    [
        ("218.pdf", kind.PDF, None),
        ("218.PDF", kind.PDF, None),
        ("218.jpeg", kind.JPEG, None),
        ("218.tif", kind.PDF, ".tif"),
        ("218.pdf", kind.JPEG, ".pdf"),
        ("không có đuôi", kind.PDF, None),
        ("box.zip/218.doc", kind.DOCX, ".doc"),
    ],
)
def test_a_suffix_that_says_something_else(name: str, media_type: str, wrong: str | None) -> None:
    assert kind.wrong_suffix(name, media_type) == wrong
