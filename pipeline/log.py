"""What may be logged of an error."""

from __future__ import annotations

import traceback


def where(error: BaseException) -> str:
    """The kind of an error and where it arose, never its words: they may quote a page that must not be kept."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} at " + " < ".join(f"{f.filename}:{f.lineno}" for f in reversed(frames))
