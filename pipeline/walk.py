"""What lies under the paths that a person names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from decisions.problem import Rejected


class Unreadable(Rejected):
    code = "unreadable"
    vi = "Không đọc được tệp này trên đĩa (quyền truy cập, liên kết hỏng hoặc ổ đĩa lỗi). Hãy kiểm tra rồi gửi lại."
    en = "This file cannot be read from the disk (rights, a dead link or a failing drive). Check it and send it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    path: Path
    name: str  #: as the person knows it; may hold surrogates where the disk's name is no UTF-8
    trouble: Rejected | None = None


def walk(paths: Sequence[Path]) -> Iterator[Found]:
    """All files below the paths, by name. Hidden files and folders and __MACOSX are no part of a box.

    Names are relative to the folder given, led by the folder's own name where several paths are given. What was named
    outright is taken even if it is hidden.
    """
    for path in paths:
        if not path.is_dir():
            yield _found(path, path.name)
            continue
        prefix = f"{path.resolve().name}/" if len(paths) > 1 else ""
        yield from _inside(path, prefix, frozenset({path.resolve()}))


def _inside(folder: Path, prefix: str, above: frozenset[Path]) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Found(path=folder, name=prefix.rstrip("/") or folder.name, trouble=Unreadable())
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__MACOSX":
            continue
        path = Path(entry.path)
        name = prefix + entry.name
        if not entry.is_dir():
            yield _found(path, name)
        elif path.resolve() not in above:  # else a link that leads back up
            yield from _inside(path, f"{name}/", above | {path.resolve()})


def _found(path: Path, name: str) -> Found:
    try:
        regular = stat.S_ISREG(path.stat().st_mode) and os.access(path, os.R_OK)
    except OSError:
        regular = False
    # Pipes and devices would hold the whole batch up.
    return Found(path=path, name=name, trouble=None if regular else Unreadable())
