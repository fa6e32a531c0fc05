"""Ctrl-C in the middle of a page: the terminal tells all our programs, and nothing is kept half-read."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from PIL import Image, ImageDraw

from pipeline.ingest import ingest, receive
from tests.interrupted import hears_ctrl_c
from tests.story.pipeline_box import good_box
from tests.story.pipeline_home import adds_up, all_batches, opened, wait_until


def _page(path: Path) -> None:
    image = Image.new("L", (827, 1169), 255)
    draw = ImageDraw.Draw(image)
    for top in range(100, 900, 40):
        draw.text((100, top), "QUYET DINH ve viec kien toan Ban Chi dao", fill=0, font_size=24)
    image.save(path, dpi=(100, 100))


def _slow_tesseract(folder: Path) -> None:
    """Tesseract, but it takes a second, and tells when it has begun."""
    folder.mkdir()
    program = folder / "tesseract"
    real = subprocess.run(["which", "tesseract"], capture_output=True, text=True, check=True).stdout.strip()
    # No shell: dash lets signals through that were held back for it.
    lines = [
        f"#!{sys.executable}",
        "import os, sys, time",
        f"open({str(folder / 'begun')!r}, 'w').close()",
        "time.sleep(1)",
        f"os.execv({real!r}, [{real!r}, *sys.argv[1:]])",
    ]
    program.write_text("\n".join(lines))
    program.chmod(0o755)


def test_a_page_is_read_to_its_end_when_all_are_stopped(tmp_path: Path) -> None:
    _page(tmp_path / "scan.png")
    _slow_tesseract(tmp_path / "bin")
    home = tmp_path / "home"
    process = subprocess.Popen(
        [sys.executable, "-m", "quyetdinh", "ingest", str(tmp_path / "scan.png")],
        env={**os.environ, "QUYETDINH_HOME": str(home), "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hears_ctrl_c,
    )
    assert wait_until((tmp_path / "bin" / "begun").exists, process)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Ctrl-C lần nữa" in said
    with opened(home) as (parts, bench):
        ingest(bench, [])
        (line,) = (line for batch in all_batches(parts) for line in batch.files)
        assert (line.outcome, line.code) == ("stored", "no_head")
        assert all(adds_up(batch) for batch in all_batches(parts))


def test_an_empty_batch_finishes_what_was_left_too(tmp_path: Path) -> None:
    with opened(tmp_path / "home") as (parts, bench):
        receive(bench, [good_box(tmp_path / "box", 2)])
        ingest(bench, [])
        assert [batch.count("stored") for batch in all_batches(parts)] == [0, 2]
