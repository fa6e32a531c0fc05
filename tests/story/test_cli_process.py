"""The command as a process: pipes that break, signals that stop, a worker that ends with its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interrupted import hears_ctrl_c

QUYETDINH = [sys.executable, "-m", "quyetdinh"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    ours = {key: value for key, value in os.environ.items() if not key.startswith("QUYETDINH_")}
    return {**ours, "QUYETDINH_HOME": str(tmp_path / "home")}


@pytest.fixture
def serving(environment: dict[str, str]) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A running `serve`, and the address that it printed."""
    command = [*QUYETDINH, "serve", "--port", "18000", "--any-port"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            line = process.stderr.readline()
            yield process, f"http://{line.split('http://')[1].split()[0]}"
        finally:
            process.kill()


@pytest.mark.parametrize("call", [["missing", "--json"], ["missing"], ["check"], ["--help"]])
def test_a_reader_that_has_enough_is_no_error(environment: dict[str, str], call: list[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([*QUYETDINH, *call], env=environment, stdout=write_end, stderr=subprocess.PIPE, text=True)
    os.close(write_end)
    assert (done.returncode, done.stderr.strip()) == (0, "")


def test_closed_outputs_are_no_error(environment: dict[str, str]) -> None:
    command = f'"{sys.executable}" -m quyetdinh missing --json >&- 2>&-'
    assert subprocess.run(command, shell=True, env=environment).returncode == 0


def test_vietnamese_comes_out_whole_in_any_locale(environment: dict[str, str]) -> None:
    latin = {**environment, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = subprocess.run([*QUYETDINH, "--help"], env=latin, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert "quyết định" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("after", [0.0, 0.2, 0.4, 0.7, 1.0])  # seconds: it may just be loading, or opening the queue
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_work_stops_when_told(environment: dict[str, str], number: signal.Signals, after: float) -> None:
    with subprocess.Popen(
        [*QUYETDINH, "work"], env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=hears_ctrl_c
    ) as process:
        assert process.stderr
        assert "Ctrl-C" in process.stderr.readline()
        time.sleep(after)
        process.send_signal(number)
        assert process.wait(30) == 0
        assert process.stderr.read() == ""


def test_serve_answers_and_takes_its_worker_with_it(
    serving: tuple[subprocess.Popen[str], str], environment: dict[str, str]
) -> None:
    process, url = serving
    with urllib.request.urlopen(url, timeout=10) as page:
        assert page.status == 200
        assert "<html" in page.read().decode("utf-8")
    (worker,) = children(process.pid)
    log = Path(environment["QUYETDINH_HOME"]) / "log" / "worker.log"
    for _ in range(200):  # it has to be up before it can stop in order
        if "Ctrl-C" in log.read_text(encoding="utf-8"):
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    assert process.wait(40) == 0
    assert not alive(worker)
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1


def test_a_killed_serve_leaves_no_worker_behind(serving: tuple[subprocess.Popen[str], str]) -> None:
    process, _ = serving
    (worker,) = children(process.pid)
    process.kill()
    process.wait(10)
    for _ in range(200):
        if not alive(worker):
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker outlived serve by 20 seconds")


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(each) for each in listed.split()]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
