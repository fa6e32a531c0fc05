"""veraPDF agrees: what the writer calls PDF/A-2b is one, and what is none is seen as none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from ocr.read import read
from pdfa.searchable import write_searchable
from samples.form import lay_out
from samples.look import Look
from samples.write import write_pdf
from tests.facsimiles import KINDS, Maker, Scan, born_pdf, colour_pdf
from tests.unit.samples_drafts import a_draft
from tests.verapdf.verapdf import VeraPdf, verapdf

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


def made(scan: Scan, target: Path) -> Path:
    write_searchable(scan.path, scan.reading, target, name=scan.path.name, decision=None)
    return target


def truly_read(folder: Path) -> Scan:
    """Off a made page by Tesseract, the way every scan comes in."""
    image = lay_out(a_draft(), dpi=150, look=Look())[0].image
    path = write_pdf([image], folder / "page.pdf")
    return Scan(path=path, reading=read(path))


MAKERS: tuple[Maker, ...] = (*KINDS, born_pdf, truly_read)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> VeraPdf:
    return verapdf(tmp_path_factory.mktemp("classes"))


@pytest.fixture(scope="module")
def verdicts(judge: VeraPdf, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The broken rules of a facsimile of every kind of scan, judged in one run."""
    folder = tmp_path_factory.mktemp("facsimiles")
    paths = {}
    for maker in MAKERS:
        (folder / maker.__name__).mkdir()
        paths[maker.__name__] = made(maker(folder / maker.__name__), folder / f"{maker.__name__}.pdf")
    broken = judge.broken_rules(list(paths.values()))
    return {name: broken[path] for name, path in paths.items()}


@pytest.mark.parametrize("maker", MAKERS, ids=lambda maker: maker.__name__)
def test_a_facsimile_of_every_kind_conforms(maker: Maker, verdicts: dict[str, list[str]]) -> None:
    assert verdicts[maker.__name__] == []


def _undeclared(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _font_taken_out(pdf: pikepdf.Pdf) -> None:
    """Text that is drawn in a font that is not there."""
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    name = pdf.pages[0].add_resource(font, pikepdf.Name.Font)
    pdf.pages[0].contents_add(b"BT %s 12 Tf 100 100 Td (abc) Tj ET" % bytes(name))


def _acts(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=b"app.alert(1)")


@pytest.mark.parametrize("damage", [_undeclared, _font_taken_out, _acts])
def test_a_file_that_is_no_pdfa_is_seen(damage: Callable[[pikepdf.Pdf], None], judge: VeraPdf, tmp_path: Path) -> None:
    path = made(colour_pdf(tmp_path), tmp_path / "facsimile.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        damage(pdf)
        pdf.save()
    assert judge.broken_rules([path])[path]


def test_a_file_that_is_no_pdf_is_seen(judge: VeraPdf, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"no PDF")
    assert judge.broken_rules([tmp_path / "x.pdf"])[tmp_path / "x.pdf"]
