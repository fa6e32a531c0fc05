"""Digital signatures of a PDF as evidence: who signed, and when. Nothing is verified and nothing is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from decisions.fold import nfc
from decisions.reading import Signature
from decisions.text import Box, Place

#: "D:20250117170630+07'00'" (ISO 32000-1, 7.9.4).
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?'?|(Z))?")
_VIETNAM = timezone(timedelta(hours=7))


def signatures(path: Path) -> tuple[Signature, ...]:
    """The signatures of a PDF in the order of their fields; none where the form cannot be read."""
    try:
        with pikepdf.open(path) as pdf:
            return tuple(_signature(pdf, field) for field in _signed_fields(pdf))
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return ()


def _signed_fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return
    waiting = list(form.get("/Fields", []))
    while waiting:
        field = waiting.pop(0)
        if field.get("/FT") == "/Sig" and field.get("/V") is not None:
            yield field
        waiting[:0] = [kid for kid in field.get("/Kids", []) if kid.get("/T") is not None or kid.get("/FT") is not None]


def _signature(pdf: pikepdf.Pdf, field: pikepdf.Object) -> Signature:
    value = field.V
    name, organisation = _holder(value.get("/Contents"))
    said = str(value.Name) if value.get("/Name") is not None else None
    when = str(value.M) if value.get("/M") is not None else None
    return Signature(
        name=_clean(name or said),
        signed_at=_moment(when),
        organisation=_clean(organisation),
        place=_place(pdf, field),
    )


def _holder(contents: pikepdf.Object | None) -> tuple[str | None, str | None]:
    """Common name and organisation of the certificate that signed: the one that issued none of the others."""
    if contents is None:
        return None, None
    try:
        certificates = pkcs7.load_der_pkcs7_certificates(_der(bytes(contents)))
    except (ValueError, TypeError, NotImplementedError):
        return None, None
    issuers = {certificate.issuer for certificate in certificates}
    own = [c for c in certificates if c.subject not in issuers] or certificates
    if not own:
        return None, None
    return _attribute(own[0], NameOID.COMMON_NAME), _attribute(own[0], NameOID.ORGANIZATION_NAME)


def _der(padded: bytes) -> bytes:
    """The signature without the zeros that fill its place in the file."""
    if len(padded) < 2 or padded[0] != 0x30 or not padded[1] & 0x80:
        return padded
    size = padded[1] & 0x7F
    return padded[: 2 + size + int.from_bytes(padded[2 : 2 + size], "big")] if size else padded


def _attribute(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str | None:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else None


def _clean(text: str | None) -> str | None:
    return nfc(" ".join(text.split())) or None if text else None


def _moment(text: str | None) -> datetime | None:
    """The time of signing; without a zone it is Vietnam's."""
    match = _DATE.match(text or "")
    if match is None:
        return None
    zone = _VIETNAM
    if match.group(10):
        zone = UTC
    elif match.group(7):
        offset = timedelta(hours=int(match.group(8)), minutes=int(match.group(9) or 0))
        zone = timezone(offset if match.group(7) == "+" else -offset)
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


def _place(pdf: pikepdf.Pdf, field: pikepdf.Object) -> Place | None:
    """Where the stamp is drawn; None for an invisible signature."""
    widget = field if field.get("/Rect") is not None else next(iter(field.get("/Kids", [])), None)
    if widget is None or widget.get("/Rect") is None:
        return None
    for number, page in enumerate(pdf.pages, start=1):
        if any(note.objgen == widget.objgen for note in page.obj.get("/Annots", [])):
            box = _box(page, [float(v) for v in widget.Rect])
            return Place(page=number, box=box) if box else None
    return None


def _box(page: pikepdf.Page, rect: list[float]) -> Box | None:
    left, bottom, right, top = (float(v) for v in page.cropbox)
    width, height = right - left, top - bottom
    x0, y0, x1, y1 = rect[0], rect[1], rect[2], rect[3]
    if width <= 0 or height <= 0 or x0 == x1 or y0 == y1:
        return None
    xs = sorted(_share((x - left) / width) for x in (x0, x1))
    ys = sorted(_share((top - y) / height) for y in (y0, y1))
    shares = (xs[0], ys[0], xs[1], ys[1])
    for _ in range(int(page.obj.get("/Rotate", 0)) // 90 % 4):
        shares = (1 - shares[3], shares[0], 1 - shares[1], shares[2])
    return Box(x0=shares[0], y0=shares[1], x1=shares[2], y1=shares[3])


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)
