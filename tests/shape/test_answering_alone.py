"""Answering needs no Tesseract, no OpenCV, and nothing of the reading side."""

from __future__ import annotations

import subprocess
import sys

BLOCKED = ("cv2", "pytesseract", "ocr", "extract", "pipeline", "models", "samples", "dbos", "pdfplumber", "pikepdf")
SCRIPT = f"""
import sys
for name in {BLOCKED!r}:
    sys.modules[name] = None
import search_api.app
from importlib import import_module
import_module("search_api.store.sql")
import_module("search_api.index.embedded")
import_module("search_api.index.elastic")
search_api.app.create_app(None).openapi()
"""


def test_the_service_starts_without_the_reading_side() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
