"""Is there on this machine what reading needs: Python, Tesseract with `vie`, OpenCV, a home that can be written, disk?"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from quyetdinh.checks.result import Check, bad, good
from quyetdinh.desk import Desk
from quyetdinh.messages import Say

#: Gigabytes that should be free: a day of scanning (1,000 scans of 1 MB, their page images, index and log).
ENOUGH_DISK = 2.0


def checks(desk: Desk) -> list[Check]:
    say, home = desk.say, desk.settings.home
    python = good(say, "python", version=platform.python_version())
    return [python, *_tesseract(say), _images(say), _home(say, home), _disk(say, home)]


def _tesseract(say: Say) -> list[Check]:
    version = _output("tesseract", "--version")
    if version is None:
        return [bad(say, "tesseract"), bad(say, "vie")]
    languages = (_output("tesseract", "--list-langs") or "").split()
    numbers = version.split()
    return [
        good(say, "tesseract", version=numbers[1] if len(numbers) > 1 else "?"),
        good(say, "vie") if "vie" in languages else bad(say, "vie"),
    ]


def _output(*command: str) -> str | None:
    """What a program says, None if it is not there or does not answer."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout + done.stderr


def _images(say: Say) -> Check:
    try:
        import cv2
    except ImportError as error:  # libGL.so.1: cannot open shared object file
        return bad(say, "images", error=error)
    return good(say, "images", version=cv2.__version__)


def _home(say: Say, home: Path) -> Check:
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as error:
        return bad(say, "home", home=home, error=os.strerror(error.errno or 0))
    return good(say, "home", home=home)


def _disk(say: Say, home: Path) -> Check:
    standing = next(folder for folder in (home, *home.parents) if folder.exists())
    free = shutil.disk_usage(standing).free / 1e9
    if free < ENOUGH_DISK:
        return bad(say, "disk", free=f"{free:.1f}", need=f"{ENOUGH_DISK:.0f}")
    return good(say, "disk", free=f"{free:.0f}")
