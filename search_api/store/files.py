"""Originals by the hash of their bytes, uploads on their way in, and what is derived: folders here, or S3 elsewhere."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from search_api.store.troubles import told

_CHUNK = 1 << 20
_READ_ONLY = 0o444


class Files:
    """Files below a URL that fsspec knows: `file:///folder`, `s3://bucket/prefix`.

    A file appears under its name only when it is complete. An original is never written again.
    """

    def __init__(self, url: str) -> None:
        fs, root = url_to_fs(url)
        self._fs: AbstractFileSystem = fs
        self._root = root.rstrip("/")
        self._local = isinstance(fs, LocalFileSystem)

    # --- uploads on their way in ------------------------------------------------------------------------------------
    def receive(self, batch: str, name: str, chunks: Iterable[bytes]) -> tuple[str, int, str]:
        """Write an upload to the spool as it comes: (spool key, size in bytes, SHA-256)."""
        key = f"{batch}/{secrets.token_hex(8)}"
        with told(name):
            size, sha256 = self._write(self._spool(key), chunks)
        return key, size, sha256

    def spool_path(self, key: str) -> Path:
        """A local path to an upload, for readers. Nothing lies there once it is discarded."""
        path = self._spool(key)
        return self._local_path(path) if self._fs.exists(path) else Path(path)

    def discard(self, key: str) -> None:
        """Forget an upload; one that is gone already is no error."""
        with told(key):
            if self._fs.exists(self._spool(key)):
                self._fs.rm_file(self._spool(key))

    def discard_others(self, batch: str, keys: Iterable[str]) -> None:
        """Forget all uploads of a batch but these, half-written ones too. For a batch that nobody fills any more."""
        folder, known = self._spool(batch), {self._spool(key) for key in keys}
        with told(batch):
            for path in self._fs.ls(folder, detail=False) if self._fs.exists(folder) else ():
                if path not in known:
                    self._fs.rm_file(path)

    # --- originals --------------------------------------------------------------------------------------------------
    def keep(self, spool_key: str) -> str:
        """Keep an upload as an original; its SHA-256. The upload stays until it is discarded. NotFound.

        What stands in its place with other bytes was broken, and is replaced.
        """
        with told(spool_key):
            sha256 = _hash(self._chunks(self._spool(spool_key)))
            if not self.verify(sha256):
                self._write(self._original(sha256), self._chunks(self._spool(spool_key)))
                self._protect(self._original(sha256))
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        """An original, to be read. NotFound."""
        with told(sha256):
            return cast(BinaryIO, self._fs.open(self._original(sha256), "rb"))

    def path(self, sha256: str) -> Path:
        """A local path to an original, for readers that want one. NotFound."""
        return self._local_path(self._original(sha256))

    def verify(self, sha256: str) -> bool:
        """Are the bytes there, and still those that came?"""
        path = self._original(sha256)
        return bool(self._fs.exists(path)) and _hash(self._chunks(path)) == sha256

    # --- what is derived --------------------------------------------------------------------------------------------
    def keep_derived(self, key: str, data: bytes) -> None:
        """Keep something that can be made again ("<sha256>/page-1.png"), in the place of what was there."""
        with told(key):
            self._write(self._derived(key), (data,))

    def derived(self, key: str) -> Path | None:
        """A local path to something derived, or None: it has to be made."""
        path = self._derived(key)
        return self._local_path(path) if self._fs.exists(path) else None

    def _spool(self, key: str) -> str:
        return f"{self._root}/spool/{_inside(key)}"

    def _original(self, sha256: str) -> str:
        return f"{self._root}/originals/{_inside(sha256)[:2]}/{sha256[2:4]}/{sha256}"

    def _derived(self, key: str) -> str:
        return f"{self._root}/derived/{_inside(key)}"

    def _chunks(self, path: str) -> Iterator[bytes]:
        with self._fs.open(path, "rb") as source:
            while chunk := source.read(_CHUNK):
                yield chunk

    def _write(self, path: str, chunks: Iterable[bytes]) -> tuple[int, str]:
        """Write beside the place and move there at the end, so that nobody ever sees half a file."""
        draft = f"{path}.{secrets.token_hex(4)}.part"
        self._fs.makedirs(self._fs._parent(path), exist_ok=True)
        try:
            size, sha256 = self._draft(draft, chunks)
            self._place(draft, path)
        except BaseException:
            if self._fs.exists(draft):
                self._fs.rm_file(draft)
            raise
        return size, sha256

    def _draft(self, draft: str, chunks: Iterable[bytes]) -> tuple[int, str]:
        size, digest = 0, hashlib.sha256()
        with self._fs.open(draft, "wb") as target:
            for chunk in chunks:
                target.write(chunk)
                digest.update(chunk)
                size += len(chunk)
            if self._local:
                target.flush()
                os.fsync(target.fileno())
        return size, digest.hexdigest()

    def _place(self, draft: str, path: str) -> None:
        if not self._local:
            self._fs.mv(draft, path)
            return
        _sync_folder(Path(draft).replace(path).parent)

    def _protect(self, path: str) -> None:
        if self._local:
            Path(path).chmod(_READ_ONLY)

    def _local_path(self, path: str) -> Path:
        with told(path):
            if not self._fs.exists(path):
                raise FileNotFoundError(path)
            return Path(path) if self._local else self._fetched(path)

    def _fetched(self, path: str) -> Path:
        """A copy on this machine of a file that lies elsewhere, made once."""
        place = Path(tempfile.gettempdir()) / "quyetdinh-files" / hashlib.sha256(path.encode()).hexdigest()
        if not place.exists():
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            draft = place.with_suffix(f".{secrets.token_hex(4)}")
            with self._fs.open(path, "rb") as source, draft.open("wb") as target:
                shutil.copyfileobj(source, target)
            draft.replace(place)
        return place


def _hash(chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.hexdigest()


def _inside(key: str) -> str:
    """Keys never lead out of their folder."""
    if not key or key.startswith("/") or ".." in key.split("/"):
        raise ValueError(f"not a key of a file: {key!r}")
    return key


def _sync_folder(folder: Path) -> None:
    """The name of a file is only safe on disk when its folder is."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
