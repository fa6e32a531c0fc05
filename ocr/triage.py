"""Does this page already carry its text? Judged against what is seen on it, never by "has characters".

A signature stamp of sixty characters is no text layer, invisible letters behind a scan are another machine's OCR, and
letters in an old encoding are none of ours. So the page is drawn twice, with its text and without: what disappears
was drawn by the text, what stays was not.
"""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np

from decisions.syllable import core, has_mark, is_syllable, plausible_share
from ocr import legacy
from ocr.page import Frame, Grey, Mark, Verdict

DPI = 100  #: of the two drawings

_COVERED = 0.8  #: share of the ink of text-like lines that the layer must have drawn
_PLAUSIBLE = 0.8  #: share of marked words that must be Vietnamese syllables
_FEW_WORDS = 20  #: below this the shares say nothing


def judge(words: Iterable[Mark], covered: float | None) -> Verdict:
    """Believe the words of a layer that drew the share `covered` of the ink of the page's lines? None: no such ink."""
    said = [mark.text for mark in words]
    if not said:
        return Verdict(believed=False, reason="Trang không có lớp chữ; đọc từ ảnh.")
    if covered is None:
        return Verdict(believed=False, reason="Lớp chữ không hiện trên trang; đọc từ ảnh.")
    if covered < _COVERED:
        return Verdict(
            believed=False, reason=f"Lớp chữ chỉ vẽ nên {covered:.0%} số dòng nhìn thấy trên trang; đọc từ ảnh."
        )
    doubt = _doubt(said)
    if doubt:
        return Verdict(believed=False, reason=f"{doubt}; đọc từ ảnh.")
    return Verdict(believed=True, reason=f"Lớp chữ vẽ nên {covered:.0%} số dòng nhìn thấy và là tiếng Việt hợp lệ.")


def covered_share(seen: Grey, without: Grey) -> float | None:
    """The share of the ink of text-like lines in `seen` that is gone in `without`; None where there are no lines."""
    ink, rest = seen < 160, without < 160
    total = gone = 0
    for line in text_lines(ink):
        window = np.s_[int(line.y0) : int(line.y1), int(line.x0) : int(line.x1)]
        before, after = int(ink[window].sum()), int(rest[window].sum())
        total += before
        gone += max(before - after, 0)
    return gone / total if total else None


def text_lines(ink: np.ndarray, dpi: int = DPI) -> list[Frame]:
    """Boxes of what looks like lines of text: wider than high, 5 to 40 points high."""
    reach = max(3, round(dpi * 0.1))
    joined = cv2.morphologyEx(ink.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    point = dpi / 72
    return [
        Frame(x0=float(x), y0=float(y), x1=float(x + w), y1=float(y + h))
        for x, y, w, h, _ in stats[1:]
        if 5 * point <= h <= 40 * point and w >= 1.2 * h
    ]


def _doubt(said: list[str]) -> str | None:
    """Why these words should not be believed as Vietnamese; None where nothing speaks against them."""
    text = " ".join(said)
    if sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text) > 0.02 * len(text):
        return "Lớp chữ có nhiều ký tự không đọc được"
    if encoding := legacy.recognise(text):
        return f"Lớp chữ dùng bảng mã cũ {encoding}"
    if plausible_share(said) < _PLAUSIBLE:
        return "Lớp chữ không phải tiếng Việt hợp lệ"
    letters = [bare for bare in map(core, said) if bare.isalpha() and len(bare) > 1]
    if len(letters) < _FEW_WORDS:
        return None
    # Three words in four of Vietnamese carry a mark. Fewer, and yet spelt like Vietnamese, is a layer without marks.
    marked = sum(map(has_mark, letters)) / len(letters)
    if marked < 0.45 and sum(map(is_syllable, letters)) / len(letters) > 0.6:
        return "Lớp chữ mất dấu tiếng Việt"
    return None
