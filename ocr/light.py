"""Uneven light evened out and noise taken off, each only where it is measured."""

from __future__ import annotations

import cv2
import numpy as np

from ocr.page import Grey

_UNEVEN = 14.0  #: standard deviation of the paper's brightness over the page from which light counts as uneven
_GRAINY = 18.0  #: standard deviation of grain from which a median is worth its blur
_EACH = 4  #: one pixel of so many across and down tells the grain of all
_SPECKS = 1200  #: specks a page from which they are taken off


def evened(grey: Grey) -> Grey:
    """The page divided by the brightness of its paper, where that varies (a shadow, a book's fold, a telephone)."""
    small = cv2.resize(grey, None, fx=1 / 8, fy=1 / 8, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((5, 5), np.uint8)), 21)
    if float(paper.std()) < _UNEVEN:
        return grey
    whole = cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, np.maximum(whole, 1), scale=255), dtype=np.uint8)


def denoised(grey: Grey, dpi: int) -> Grey:
    """The page without grain (median) and without specks smaller than any dot over an i."""
    if _grain(grey) > _GRAINY:
        grey = np.asarray(cv2.medianBlur(grey, 3), dtype=np.uint8)
    return _without_specks(grey, dpi)


def _grain(grey: Grey) -> float:
    """Standard deviation of pixel noise (Immerkær 1996), on the paper only: edges of letters are no grain."""
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    answer = np.abs(cv2.filter2D(grey, cv2.CV_32F, kernel)[::_EACH, ::_EACH])
    paper = cv2.blur(grey, (15, 15))[::_EACH, ::_EACH] > 170
    if not paper.any():
        return 0.0
    return float(np.sqrt(np.pi / 2) / 6 * np.median(answer[paper]) / 0.6745 * 0.8)


def _without_specks(grey: Grey, dpi: int) -> Grey:
    ink = (grey < 128).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    speck = stats[:, cv2.CC_STAT_AREA] <= max(2, (dpi / 110) ** 2)
    speck[0] = False
    if speck.sum() < _SPECKS:
        return grey
    clean = grey.copy()
    clean[speck[labels]] = 255
    return clean
