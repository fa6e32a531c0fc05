"""Originals stay byte for byte; nothing half-written is ever believed."""

from __future__ import annotations

import errno
import hashlib
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from decisions.problem import NotFound, Remedy
from search_api.store.files import Files
from search_api.store.troubles import StoreFull

SHA256 = hashlib.sha256(b"scan").hexdigest()


@pytest.fixture(params=["file", "memory"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> Files:
    """A folder, and a place that is no folder, as S3 is."""
    return Files(f"file://{tmp_path}/files" if request.param == "file" else f"memory://{uuid.uuid4().hex}")


def test_an_upload_becomes_an_original(files: Files) -> None:
    key, size, sha256 = files.receive("b-1", "hồ sơ.pdf", [b"sc", b"", b"an"])
    assert (size, sha256) == (4, SHA256)
    assert files.spool_path(key).read_bytes() == b"scan"
    assert files.keep(key) == files.keep(key) == SHA256
    files.discard(key)
    files.discard(key)
    with files.open(SHA256) as original:
        assert original.read() == b"scan"
    assert files.path(SHA256).read_bytes() == b"scan"
    assert files.verify(SHA256)


def test_two_uploads_of_one_name_are_two(files: Files) -> None:
    one, other = (files.receive("b-1", "scan.pdf", [bytes([n])])[0] for n in (1, 2))
    assert one != other


def test_what_is_not_there(files: Files) -> None:
    assert not files.verify(SHA256)
    for ask in (files.path, files.open, files.keep):
        with pytest.raises(NotFound):
            ask(SHA256)
    assert files.derived("a/1.png") is None
    assert not files.spool_path("b-1/gone").exists()


def test_what_is_derived_can_be_made_again(files: Files) -> None:
    files.keep_derived("a/1.png", b"one")
    files.keep_derived("a/2.png", b"other")
    derived = files.derived("a/1.png")
    assert derived is not None
    assert derived.read_bytes() == b"one"


def test_a_broken_upload_leaves_nothing(tmp_path: Path) -> None:
    def breaking() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionError

    files = Files(f"file://{tmp_path}")
    with pytest.raises(ConnectionError):
        files.receive("b-1", "a.pdf", breaking())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_is_said_and_can_be_tried_again(tmp_path: Path) -> None:
    def full() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StoreFull) as caught:
        Files(f"file://{tmp_path}").receive("b-1", "a.pdf", full())
    assert caught.value.remedy is Remedy.LATER
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_original_is_read_only_and_damage_is_seen(tmp_path: Path) -> None:
    files = Files(f"file://{tmp_path}")
    key, _, _ = files.receive("b-1", "a.pdf", [b"scan"])
    path = files.path(files.keep(key))
    assert path.stat().st_mode & 0o222 == 0
    path.chmod(0o644)
    path.write_bytes(b"scam")
    assert not files.verify(SHA256)


@pytest.mark.parametrize("key", ["../store.db", "/etc/passwd", "", "a/../../b"])
def test_keys_stay_in_their_folder(tmp_path: Path, key: str) -> None:
    files = Files(f"file://{tmp_path}/files")
    for ask in (files.spool_path, files.path, files.derived):
        with pytest.raises(ValueError, match="not a key"):
            ask(key)
