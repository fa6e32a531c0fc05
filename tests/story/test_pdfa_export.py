"""An export with a two-layer PDF/A of every scan: what can be made is there, what cannot is told, nothing stops."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from decisions.decision import Decision
from decisions.text import DocumentText, PageText, Span
from quyetdinh.__main__ import main
from tests.answering import hold, pilot


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of scans, one document that was never on paper, and one scan in colours for print."""
    folder = tmp_path_factory.mktemp("home")
    with pilot(folder) as (parts, _):
        page = PageText(number=1, span=Span(start=0, end=0), source="ocr", reason="made for a test")
        printed = io.BytesIO()
        Image.new("CMYK", (100, 140)).save(printed, "JPEG")
        text = DocumentText(string="", pages=(page,))
        hold(parts, "bản in.jpg", "image/jpeg", printed.getvalue(), text, Decision())
    return folder


def test_every_scan_comes_as_pdfa_and_the_rest_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["export", str(tmp_path / "out"), "--pdfa", "--home", str(home)])
    said = " ".join(capsys.readouterr().err.split())
    assert code == 1
    assert "«bản in.jpg» có kiểu màu CMYK" in said
    assert "html" not in said
    made = list((tmp_path / "out").rglob("searchable-*.pdf"))
    originals = list((tmp_path / "out").rglob("original-*"))
    assert len(made) == len([path for path in originals if path.suffix == ".pdf"]) > 1
    assert len(originals) == len(made) + 2
    for path in made:
        with pikepdf.open(path) as pdf:
            assert pdf.open_metadata().pdfa_status == "2B"
    with (tmp_path / "out" / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        listed = {tmp_path / "out" / row["path"] for row in csv.DictReader(lines)}
    assert set(made) < listed


def test_without_the_switch_none_is_made(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(tmp_path / "out"), "--home", str(home)]) == 0
    assert not list((tmp_path / "out").rglob("searchable-*"))
