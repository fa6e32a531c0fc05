"""A real PostgreSQL on a socket of its own, started for a test run and gone after it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534  #: PostgreSQL refuses to run as root


@contextmanager
def running_postgresql() -> Iterator[str]:
    """The URL of a server with empty data, without the name of a database; stopped and removed at the end."""
    base = Path(tempfile.mkdtemp(prefix="quyetdinh-pg-", dir="/tmp"))
    base.chmod(0o755)
    data, socket = base / "data", base / "socket"
    for folder in (data, socket):
        folder.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
    try:
        _run("initdb", "-D", data, "-U", "tester", "--auth=trust", "--no-sync", "--encoding=UTF8", "--no-locale")
        options = f"-k {socket} -c listen_addresses='' -c fsync=off"
        _run("pg_ctl", "-D", data, "-o", options, "-w", "-l", data / "log", "start")
        try:
            yield f"postgresql://tester@/{{name}}?host={socket}"
        finally:
            _run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(base)


def _program(name: str) -> str:
    found = shutil.which(name) or next(iter(sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None)
    if found is None:
        raise FileNotFoundError(f"PostgreSQL's {name} is missing: scripts/setup-system test installs it")
    return str(found)


def _run(name: str, *arguments: object) -> None:
    drop = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if os.geteuid() == 0 else []
    # No pipes: the server would inherit them and keep them open.
    subprocess.run(
        [*drop, _program(name), *map(str, arguments)],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
