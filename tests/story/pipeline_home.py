"""An embedded installation in a test's folder, opened as the command opens it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from decisions.ledger import Batch
from decisions.question import Question
from pipeline.bench import Bench
from quyetdinh.parts import bench_of, open_parts
from quyetdinh.settings import Settings, read_settings
from search_api.parts import Parts

_ROOT = Path(__file__).parents[2]


def settings_of(home: Path, **changes: object) -> Settings:
    return read_settings(home=home).model_copy(update=changes)


@contextmanager
def opened(home: Path, **changes: object) -> Iterator[tuple[Parts, Bench]]:
    settings = settings_of(home, **changes)
    parts = open_parts(settings)
    try:
        yield parts, bench_of(settings, parts)
    finally:
        parts.intake.close()
        parts.index.close()
        parts.store.close()


def start(home: Path, *command: str) -> subprocess.Popen[bytes]:
    """The real command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "quyetdinh", *command],
        cwd=_ROOT,
        env={**os.environ, "QUYETDINH_HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ledger_of(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    out, err = process.communicate(timeout=120)
    assert out, err.decode()
    return json.loads(out)  # type: ignore[no-any-return]


def wait_until(reached: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float = 60) -> bool:
    """Watch from outside; False where the process was quicker."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if reached():
            return True
        if process.poll() is not None:
            return False
        time.sleep(0.02)
    raise AssertionError("nothing happened for too long")


def all_batches(parts: Parts) -> list[Batch]:
    return parts.store.batches(limit=100)


def hits(parts: Parts, words: str) -> list[str]:
    return [hit.id for hit in parts.index.ask(Question(words=words, limit=100)).hits]


def adds_up(batch: Batch) -> bool:
    ends = ("stored", "duplicate", "rejected", "failed")
    return batch.done and batch.received == sum(batch.count(outcome) for outcome in ends)
