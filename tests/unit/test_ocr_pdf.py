"""What lies over the pages of a PDF: form fields, numbers stamped by signing tools, stamps, signatures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

from decisions.problem import TooLarge
from decisions.reading import Reading
from ocr.read import read
from ocr.signature import _moment, signatures
from samples.born import write_born
from samples.form import lay_out
from samples.look import Look
from samples.write import Signed, write_pdf
from tests.unit.samples_drafts import a_draft

STAMP = ("Signed by: UBND phuong", "06.02.2023 16:42:22 +07:00")


def widget(pdf: pikepdf.Pdf, kind: str, name: str, rect: list[float], lines: tuple[str, ...], **more: object) -> None:
    """A form field whose appearance shows these lines (ASCII)."""
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    shown = " ".join(f"({line}) Tj 0 -11 Td" for line in lines)
    look = pdf.make_stream(
        f"BT /F 10 Tf 2 {height - 11} Td {shown} ET".encode(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=pikepdf.Array([0, 0, width, height]),
        Resources=pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font)),
    )
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name(kind),
            T=pikepdf.String(name),
            Rect=pikepdf.Array(rect),
            F=4,
            AP=pikepdf.Dictionary(N=look),
            DA=pikepdf.String("/F 10 Tf 0 g"),
            **more,
        )
    )
    page = pdf.pages[0]
    page.obj.Annots = pikepdf.Array([*page.obj.get("/Annots", []), field])
    form = pdf.Root.get("/AcroForm") or pikepdf.Dictionary(Fields=pikepdf.Array([]))
    form.Fields.append(field)
    pdf.Root.AcroForm = form


def with_fields(path: Path) -> Path:
    """A page with a typed field, a number stamped as a signature's appearance, and a stamp at the top."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        widget(pdf, "/Tx", "So", [60, 560, 160, 580], ("4711",), V=pikepdf.String("4711"))
        widget(pdf, "/Sig", "Signature3", [300, 560, 420, 580], ("29 4",))
        widget(pdf, "/Sig", "Signature1", [380, 800, 590, 840], STAMP)
        pdf.save(path)
    return path


@pytest.fixture(scope="module")
def born(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    return read(with_fields(write_born(a_draft(), tmp_path_factory.mktemp("born") / "born.pdf")))


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    look = Look(hand=frozenset(), seal=False, signature=False)
    images = [sheet.image for sheet in lay_out(a_draft(), dpi=150, look=look)]
    return read(with_fields(write_pdf(images, tmp_path_factory.mktemp("scan") / "scan.pdf")))


@pytest.fixture(params=["born", "scanned"])
def reading(request: pytest.FixtureRequest) -> Reading:
    found: Reading = request.getfixturevalue(request.param)
    return found


def test_the_page_itself_is_read_from_where_it_should(born: Reading, scanned: Reading) -> None:
    assert (born.text.pages[0].source, scanned.text.pages[0].source) == ("layer", "ocr")


def test_fields_are_kept_with_their_place(reading: Reading) -> None:
    assert [(field.name, field.value) for field in reading.fields] == [("So", "4711"), ("Signature3", "29 4")]
    for field in reading.fields:
        assert field.place is not None
        assert field.place.page == 1
        assert field.place.box is not None
        assert 0.3 < field.place.box.y0 < field.place.box.y1 < 0.35


def test_filled_words_stand_in_the_text_at_their_place(reading: Reading) -> None:
    words = {word.text: word for word in reading.text.words if word.text in ("4711", "29", "4")}
    assert set(words) == {"4711", "29", "4"}
    assert all(word.confidence == 1.0 for word in words.values())
    box = words["4711"].box
    assert box is not None
    assert 0.09 < box.x0 < 0.15


def test_the_stamp_of_a_signature_is_apart_from_the_text(reading: Reading) -> None:
    (stamp,) = reading.text.zone("signature_stamp")
    assert reading.text[stamp].split() == " ".join(STAMP).split()
    assert "Signed" not in reading.text.string[: stamp.start]


def certificate(name: str, organisation: str) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
        ]
    )
    start = datetime(2023, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=365))
        .sign(key, hashes.SHA256())
    )
    return made, key


def test_who_signed_is_what_the_certificate_says(tmp_path: Path) -> None:
    path = write_pdf(
        [lay_out(a_draft(), dpi=72)[0].image],
        tmp_path / "a.pdf",
        signed=Signed(name="someone", at=datetime(2023, 2, 6, 16, 42, 22, tzinfo=UTC)),
    )
    cert, key = certificate("Ủy ban nhân dân phường", "Thành phố Hà Nội")
    signed = (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(b"x")
        .add_signer(cert, key, hashes.SHA256())
        .sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])
    )
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.AcroForm.Fields[0].V.Contents = pikepdf.String(signed + bytes(400))
        pdf.save(path)
    (signature,) = signatures(path)
    assert (signature.name, signature.organisation) == ("Ủy ban nhân dân phường", "Thành phố Hà Nội")
    assert signature.signed_at == datetime(2023, 2, 6, 16, 42, 22, tzinfo=UTC)
    assert signature.place is None


def test_without_a_certificate_the_dictionary_says_it(tmp_path: Path) -> None:
    signed = Signed(name="Bùi Phương Nhung", at=datetime(2023, 2, 6, 9, 0, tzinfo=UTC))
    path = write_pdf([lay_out(a_draft(), dpi=72)[0].image], tmp_path / "a.pdf", signed=signed)
    assert [(s.name, s.organisation) for s in signatures(path)] == [("Bùi Phương Nhung", None)]


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("D:20250117170630+07'00'", "2025-01-17T17:06:30+07:00"),
        ("D:20250117170630+0700", "2025-01-17T17:06:30+07:00"),
        ("D:20250117100630Z", "2025-01-17T10:06:30+00:00"),
        ("20250117170630", "2025-01-17T17:06:30+07:00"),
        ("D:20250117", "2025-01-17T00:00:00+07:00"),
        ("D:20251340", None),
        ("hôm nay", None),
        (None, None),
    ],
)
def test_times_of_signing(said: str | None, moment: str | None) -> None:
    found = _moment(said)
    assert (found.isoformat() if found else None) == moment


def test_a_page_of_three_hundred_metres_is_too_large(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 1_000_000, 1_000_000])
    pdf.save(tmp_path / "a.pdf")
    with pytest.raises(TooLarge):
        read(tmp_path / "a.pdf")
