"""The server for tests says what is missing instead of being skipped, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.servers import elasticsearch
from tests.servers.elasticsearch import NoServer, running_elasticsearch

ROOT = Path(__file__).parents[2]
RUN = "from tests.servers.elasticsearch import running_elasticsearch as r\nwith r() as url: print(url, flush=True); input()"


@pytest.mark.parametrize("command", ["java", "mvn"])
def test_what_is_missing_is_named(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in {"java", "mvn", "setpriv"} - {command}:
        (tmp_path / other).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(NoServer, match=f"`{command}`: apt-get install"), running_elasticsearch():
        pass


def test_another_archive_than_the_known_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    archive = tmp_path / "quyetdinh" / f"elasticsearch-{elasticsearch.VERSION}.zip"
    archive.parent.mkdir()
    archive.write_bytes(b"something else")
    with pytest.raises(NoServer, match="SHA-256"), running_elasticsearch():
        pass


@pytest.mark.slow
def test_a_test_run_that_is_killed_takes_its_server_along() -> None:
    run = subprocess.Popen(
        [sys.executable, "-c", RUN], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert run.stdout
    port = run.stdout.readline().decode().strip().rpartition(":")[2]
    assert _listeners(port)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    deadline = time.monotonic() + 60
    while _listeners(port) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not _listeners(port)
    elasticsearch.sweep()
    assert not [home for home in elasticsearch.homes() if port in (home / "config" / "elasticsearch.yml").read_text()]


def _listeners(port: str) -> list[str]:
    """The sockets (inodes) that listen on a port of this machine."""
    inodes = {
        row.split()[9]
        for table in ("tcp", "tcp6")
        for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        if int(row.split()[1].rpartition(":")[2], 16) == int(port) and row.split()[3] == "0A"
    }
    return sorted(inodes)
