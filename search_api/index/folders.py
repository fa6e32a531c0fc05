"""The generations of an index on disk: one folder is current, a rebuild begins in a new one."""

from __future__ import annotations

import json
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

_CURRENT = "current.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    folder: Path
    fingerprint: str

    def stamp(self) -> tuple[int, int, int] | None:
        """Changes with every commit to the index in the folder; None where there is none."""
        try:
            seen = (self.folder / "meta.json").stat()
        except FileNotFoundError:
            return None
        return seen.st_mtime_ns, seen.st_ino, seen.st_size


class Folders:
    """`home`/current.json names the folder beside it that holds the index, with the fingerprint it was built by."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def current(self) -> Generation | None:
        """The generation in use; None where there is none yet."""
        try:
            said = json.loads((self.home / _CURRENT).read_text(encoding="utf-8"))
            return Generation(folder=self.home / said["folder"], fingerprint=said["fingerprint"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            return Generation(folder=self.home / "damaged", fingerprint="")

    def begin(self) -> Path:
        """An empty folder for the next generation."""
        folder = self.home / f"index-{uuid.uuid4().hex[:12]}"
        folder.mkdir(parents=True)
        return folder

    def use(self, folder: Path, fingerprint: str) -> Generation:
        """Make a folder the current one, at one stroke, and remove the others."""
        written = folder / _CURRENT
        written.write_text(json.dumps({"folder": folder.name, "fingerprint": fingerprint}), encoding="utf-8")
        written.replace(self.home / _CURRENT)
        for old in self.home.glob("index-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)
        return Generation(folder=folder, fingerprint=fingerprint)
