"""The sample box: about twenty files of all kinds, the same for the same seed, with their truth when asked for."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from decisions.wire import decision_from
from samples.box import papers, write_box, write_paper

MAGIC = {".pdf": b"%PDF", ".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG", ".tif": b"II*\x00"}


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    folder = tmp_path_factory.mktemp("box")
    return folder, write_box(folder, seed=1, truth_too=True)


def test_about_twenty_files_of_every_kind_with_neutral_names(box: tuple[Path, list[Path]]) -> None:
    folder, files = box
    assert 18 <= len(files) <= 22
    assert {path.suffix for path in files} == set(MAGIC)
    for path in files:
        assert re.fullmatch(r"scan-\d{3}", path.stem)
        assert path.read_bytes().startswith(MAGIC[path.suffix])
        assert path.stat().st_size < 6_000_000
    assert sorted(path.name for path in folder.iterdir()) == sorted([*(p.name for p in files), "truth.json"])


def test_truth_beside_the_box_is_the_contracts_shape(box: tuple[Path, list[Path]]) -> None:
    folder, files = box
    told = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    assert list(told) == [path.name for path in files]
    numbers = Counter(decision_from(data).number.value for data in told.values())
    assert numbers.pop("217/QĐ-UBND") == 2, "one decision comes twice: as itself and as a certified copy"
    assert set(numbers.values()) == {1}


def test_only_what_was_never_on_paper_has_text(box: tuple[Path, list[Path]]) -> None:
    folder, _ = box
    for paper in papers(1):
        path = folder / paper.name
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                text = pdf[0].get_textpage().get_text_range()
            assert (paper.draft.number in text) == (paper.recipe == "born")


def test_pages_are_all_there(box: tuple[Path, list[Path]]) -> None:
    folder, _ = box
    for paper in papers(1):
        path = folder / paper.name
        if path.suffix == ".tif":
            with Image.open(path) as image:
                pages = getattr(image, "n_frames", 1)
        elif path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                pages = len(pdf)
        else:
            pages = 1
        # An annex begins a page of its own, and so does an empty back.
        assert pages >= 1 + (paper.draft.annex is not None) + paper.look.back


def test_half_the_box_or_so_is_numbered_by_hand_and_half_of_it_damaged() -> None:
    sheaf = papers(1)
    assert 0.3 < sum("number" in paper.look.hand for paper in sheaf) / len(sheaf) < 0.7
    recipes = Counter(paper.recipe for paper in sheaf)
    assert {"photocopy", "faint", "shadow", "turned", "low", "dirty", "born"} <= recipes.keys()


def test_no_file_name_of_one_seed_changes_with_another() -> None:
    assert [p.name for p in papers(1)] == [p.name for p in papers(9)]


@pytest.mark.parametrize("index", [0, 2, 9])
def test_the_same_seed_writes_the_same_bytes(index: int, tmp_path: Path, box: tuple[Path, list[Path]]) -> None:
    again = write_paper(papers(1)[index], tmp_path)
    assert again.read_bytes() == (box[0] / again.name).read_bytes()
