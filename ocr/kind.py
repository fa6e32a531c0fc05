"""What kind of file is this, by its content?"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from decisions.problem import Damaged, Empty, UnknownType

PDF = "application/pdf"
TIFF = "image/tiff"
JPEG = "image/jpeg"
PNG = "image/png"
TEXT = "text/plain"
HTML = "text/html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"

#: Suffixes that tell the truth about a kind, and its name for people.
SUFFIXES: dict[str, tuple[str, ...]] = {
    PDF: (".pdf",),
    TIFF: (".tif", ".tiff"),
    JPEG: (".jpg", ".jpeg", ".jpe", ".jfif"),
    PNG: (".png",),
    TEXT: (".txt", ".text", ".md"),
    HTML: (".html", ".htm", ".xhtml"),
    DOCX: (".docx", ".docm"),
    ZIP: (".zip",),
}
NAMES = {PDF: "PDF", TIFF: "TIFF", JPEG: "JPEG", PNG: "PNG", TEXT: "TXT", HTML: "HTML", DOCX: "DOCX", ZIP: "ZIP"}

_HEAD = 8192
_IMAGES = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"II+\x00", TIFF),
    (b"MM\x00+", TIFF),
)
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|span|meta)[\s>/]", re.IGNORECASE)
_FOREIGN = (b"{\\rtf", b"%!PS", b"\xd0\xcf\x11\xe0", b"<?mso")  # RTF, PostScript, the old Word format


def media_type(path: Path) -> str:
    """The media type by magic bytes and content, never by name. Raises Empty, UnknownType, and Damaged for a broken ZIP.

    PDF allows junk before its first line (ISO 32000-1, annex H 3.4.1: within the first 1024 bytes).
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise Empty
    if b"%PDF-" in head[:1024]:
        return PDF
    for magic, kind in _IMAGES:
        if head.startswith(magic):
            return kind
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _inside_zip(path)
    if head.startswith(_FOREIGN):
        raise UnknownType
    return _text_kind(head)


def wrong_suffix(name: str, kind: str) -> str | None:
    """The suffix of the name where it says something else than the content; None where all is well."""
    suffix = Path(name).suffix.lower()
    return suffix if suffix and suffix not in SUFFIXES[kind] else None


def _inside_zip(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Damaged from error
    if "[Content_Types].xml" in names:
        if "word/document.xml" in names:
            return DOCX
        raise UnknownType
    if "META-INF/manifest.xml" in names and "content.xml" in names:
        raise UnknownType  # OpenDocument
    return ZIP


def _text_kind(head: bytes) -> str:
    text = _as_text(head)
    if text is None:
        raise UnknownType
    return HTML if _TAG.search(text[:4096]) else TEXT


def _as_text(head: bytes) -> str | None:
    """The first bytes as text, roughly; None if they are no text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    for code, nul in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(head) >= 4 and nul.count(0) > 0.4 * len(nul) and b"\x00\x00" not in head:
            return head[: len(head) // 2 * 2].decode(code, errors="replace")
    # TCVN3 keeps a few capitals below 0x20; more control bytes than that are no text.
    control = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    if 0 in head or control > 0.02 * len(head):
        return None
    return head.decode("utf-8", errors="replace")
