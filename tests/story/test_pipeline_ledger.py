"""Every kind of bad file gets its own line with a sentence, and the rest of the box goes on."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import pikepdf
import pytest

from decisions.ledger import FileLine
from decisions.problem import Remedy, Trouble
from pipeline.ingest import ingest
from search_api.index import DecisionIndex
from tests.story.pipeline_box import (
    cut_jpeg,
    cut_pdf,
    decision_text,
    good_box,
    pdf_with_password,
    zip_bytes,
    zip_of,
)
from tests.story.pipeline_home import adds_up, hits, opened

#: A word that stands in no other file: it must be found nowhere once its file has been rejected.
_HIDDEN = "Hoa-Mai-Ba-Muoi"

#: name in the ledger, outcome, code of the reason
LEDGER = [
    ("1 tốt.txt", "stored", None),
    ("2 y hệt.txt", "duplicate", "duplicate"),
    ("3 bản khác.txt", "stored", "another_copy"),
    ("4 sai đuôi.pdf", "stored", "wrong_suffix"),
    ("5 chỉ dấu cách.txt", "stored", "no_text"),
    ("6 bảng mã lạ.txt", "stored", "unknown_encoding"),
    ("7 thư riêng.txt", "stored", "no_head"),
    ("rỗng.pdf", "rejected", "empty"),
    ("khóa.pdf", "rejected", "encrypted"),
    ("cụt.pdf", "rejected", "damaged"),
    ("cụt.jpg", "rejected", "damaged"),
    ("bảng tính.xyz", "rejected", "unknown_type"),
    ("to quá.txt", "rejected", "too_large"),
    ("mật.txt", "rejected", "secret"),
    ("hộp.zip/trong/6.txt", "stored", None),
    ("hộp.zip/khóa.txt", "rejected", "encrypted"),
    ("hộp.zip/lạ.bin", "rejected", "unknown_type"),
    ("hộp.zip/con.zip/7.txt", "stored", None),
    ("hộp.zip/con.zip/cháu.zip", "rejected", "too_deep"),
    ("trống.zip", "rejected", "empty_archive"),
    ("hỏng.zip", "rejected", "damaged"),
    ("bom.zip", "rejected", "too_large"),
    ("liên kết chết.pdf", "rejected", "unreadable"),
]


def _fill(box: Path) -> None:
    good = decision_text(1)
    (box / "1 tốt.txt").write_text(good)
    (box / "2 y hệt.txt").write_text(good)
    (box / "3 bản khác.txt").write_text(good.replace("\n\n", "\n\n\n"))
    (box / "4 sai đuôi.pdf").write_text(decision_text(4))
    (box / "5 chỉ dấu cách.txt").write_text(" \n\t\n")
    (box / "6 bảng mã lạ.txt").write_bytes(
        b"\xd0\xf2\xee\xf2 \xf2\xe5\xea\xf1\xf2 \xed\xe0 \xf0\xf3\xf1\xf1\xea\xee\xec " * 9
    )
    (box / "7 thư riêng.txt").write_text("Chào anh Bình,\n\nTuần tới tôi ra Hà Nội, mời anh ghé chơi.\n")
    (box / "rỗng.pdf").touch()
    pdf_with_password(box / "khóa.pdf")
    cut_pdf(box / "cụt.pdf")
    cut_jpeg(box / "cụt.jpg")
    (box / "bảng tính.xyz").write_bytes(bytes(range(256)) * 40)
    (box / "to quá.txt").write_text("Quyết định " * 200_000)
    secret = decision_text(99, subject=f"kế hoạch {_HIDDEN}")
    (box / "mật.txt").write_text(secret.replace("QUYẾT ĐỊNH\n", "MẬT\n\nQUYẾT ĐỊNH\n", 1))
    (box / ".DS_Store").write_bytes(b"x")
    (box / "liên kết chết.pdf").symlink_to(box / "không có")
    _fill_zips(box)


def _fill_zips(box: Path) -> None:
    grandchild = zip_bytes({"8.txt": decision_text(8).encode()})
    child = zip_bytes({"7.txt": decision_text(7).encode(), "cháu.zip": grandchild})
    members = {
        "trong/6.txt": decision_text(6).encode(),
        "khóa.txt": b"x",
        "lạ.bin": bytes(range(256)) * 40,
        "con.zip": child,
        "__MACOSX/._6.txt": b"x",
        ".ẩn/9.txt": b"x",
    }
    raw = bytearray(zip_bytes(members))
    # Bit 0 of the flags in the directory says that a member is encrypted.
    entry = [match.start() for match in re.finditer(b"PK\x01\x02", bytes(raw))][1]
    raw[entry + 8] |= 1
    (box / "hộp.zip").write_bytes(raw)
    zip_of(box / "trống.zip", {})
    (box / "hỏng.zip").write_bytes(bytes(raw[:400]))
    zip_of(box / "bom.zip", {f"{i}.txt": b"\0" * (1 << 20) for i in range(80)})


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, FileLine]]:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "box").mkdir()
    _fill(folder / "box")
    with opened(folder / "home", max_file_mb=1, max_zip_depth=2) as (_, bench):
        ledger = ingest(bench, [folder / "box"])
    assert adds_up(ledger)
    assert ledger.received == len(LEDGER)
    return folder / "home", {line.name: line for line in ledger.files}


@pytest.mark.parametrize(("name", "outcome", "code"), LEDGER, ids=[row[0] for row in LEDGER])
def test_each_file_has_its_line(
    taken: tuple[Path, dict[str, FileLine]], name: str, outcome: str, code: str | None
) -> None:
    line = taken[1][name]
    assert (line.outcome, line.code) == (outcome, code)
    assert bool(line.reason) == bool(line.reason_en) == (code is not None)
    assert bool(line.ids) == (outcome in ("stored", "duplicate"))


def test_copies_are_one_decision(taken: tuple[Path, dict[str, FileLine]]) -> None:
    home, lines = taken
    one = lines["1 tốt.txt"].ids
    assert one == lines["2 y hệt.txt"].ids == lines["3 bản khác.txt"].ids
    with opened(home) as (parts, _):
        held = parts.store.decision(one[0])
        assert held is not None
        assert len(held.copies) == 2
        assert hits(parts, "1/QĐ-UBND") == list(one)
        assert parts.index.count() == 7


def test_nothing_of_a_secret_file_stays(taken: tuple[Path, dict[str, FileLine]]) -> None:
    home, _ = taken
    kept = [path for path in home.rglob("*") if path.is_file() and _HIDDEN.encode() in path.read_bytes()]
    assert kept == []
    with opened(home) as (parts, _):
        assert hits(parts, _HIDDEN) == []
        assert not any(_HIDDEN in str(parts.store.reading(scan.sha256)) for scan in parts.store.scans())


def test_the_spool_is_empty_and_originals_are_as_they_came(taken: tuple[Path, dict[str, FileLine]]) -> None:
    home, _ = taken
    assert [path for path in (home / "files" / "spool").rglob("*") if path.is_file()] == []
    with opened(home) as (parts, _):
        scans = list(parts.store.scans())
        assert len(scans) == 8
        assert all(parts.files.verify(scan.sha256) for scan in scans)


def test_the_same_box_again_is_all_duplicates(taken: tuple[Path, dict[str, FileLine]]) -> None:
    home, _ = taken
    with opened(home, max_file_mb=1, max_zip_depth=2) as (parts, bench):
        again = ingest(bench, [home.parent / "box"])
        assert adds_up(again)
        assert (again.count("stored"), again.count("duplicate")) == (0, 9)
        assert parts.index.count() == 7


@pytest.mark.parametrize("left", [None, b"something else"])
def test_who_sends_a_broken_original_again_mends_it(tmp_path: Path, left: bytes | None) -> None:
    box = good_box(tmp_path / "box", 1)
    with opened(tmp_path / "home") as (parts, bench):
        ingest(bench, [box])
        (scan,) = parts.store.scans()
        original = parts.files.path(scan.sha256)
        original.unlink()
        if left is not None:
            original.write_bytes(left)
        assert [line.outcome for line in ingest(bench, [box]).files] == ["duplicate"]
        assert parts.files.verify(scan.sha256)


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        rights = pikepdf.Permissions(print_lowres=False, print_highres=False)
        pdf.save(tmp_path / "cấm in.pdf", encryption=pikepdf.Encryption(owner="chủ", user="", allow=rights))
    with opened(tmp_path / "home") as (_, bench):
        assert [line.outcome for line in ingest(bench, [tmp_path / "cấm in.pdf"]).files] == ["stored"]


def test_an_index_that_cannot_be_opened_leaves_the_files_waiting(tmp_path: Path) -> None:
    box = good_box(tmp_path / "box", 3)
    nobody_listens = "http://127.0.0.1:9/quyetdinh"
    with opened(tmp_path / "home", index=nobody_listens) as (parts, bench):
        with pytest.raises(Trouble) as caught:
            ingest(bench, [box])
        assert caught.value.remedy is Remedy.LATER
        (batch,) = parts.store.batches()
        assert (batch.count("waiting"), batch.done) == (3, False)
    _finished_by_the_next_run(tmp_path, batch.id)


class _Full:
    """An index whose disk is full: all else is the real one's."""

    def __init__(self, index: DecisionIndex) -> None:
        self._index = index

    def __getattr__(self, name: str) -> object:
        return getattr(self._index, name)

    def put(self, _: object) -> None:
        raise OSError(28, "No space left on device")


def test_an_index_that_fails_is_no_success(tmp_path: Path) -> None:
    box = good_box(tmp_path / "box", 3)
    with opened(tmp_path / "home") as (_, bench):
        full = replace(bench, open_index=lambda: cast(DecisionIndex, _Full(bench.open_index())))
        batch = ingest(full, [box])
    assert adds_up(batch)
    assert [(line.outcome, line.code) for line in batch.files] == [("failed", "broken")] * 3
    _finished_by_the_next_run(tmp_path, batch.id)


def _finished_by_the_next_run(tmp_path: Path, before: str) -> None:
    with opened(tmp_path / "home") as (parts, bench):
        ingest(bench, [good_box(tmp_path / "box 2", 1, first=50)])
        repaired = parts.store.batch(before)
        assert repaired is not None
        assert adds_up(repaired)
        assert repaired.count("stored") == 3
        assert len(hits(parts, "phòng cháy")) == 4


@pytest.mark.parametrize("name", ["hồ sơ năm 2021", "100% #1?a=b", "%41"])
def test_everything_lies_in_the_home_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    box = good_box(tmp_path / "box", 1)
    with opened(tmp_path / name) as (parts, bench):
        ingest(bench, [box])
        assert len(hits(parts, "1/QĐ-UBND")) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"box", name}
    assert {"store.sqlite", "work.sqlite", "files", "index"} <= {path.name for path in (tmp_path / name).iterdir()}
