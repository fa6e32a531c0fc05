"""What made words say: letters as Vietnamese puts them together, figures and codes as decisions have them, no language.

Syllables are drawn by their parts and not by how often people use them: the reader shall tell what is printed from
its shape alone, so that it errs apart from readers that know words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np

from decisions.syllable import RAISED
from models.words.alphabet import ALPHABET, DIGITS, SIGNS

_ONSETS = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_NUCLEI = (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oai oay oă oe oi ôi ơi ua uâ uê ui uô uôi uơ ưa ươ ươi "
    "ươu uy uya uyê ưi ưu yê yêu iêu a ă â ê ô ơ ư ô ê â â ê ô ơ ươ iê uô"
)
_CODAS = "  c ch m n ng nh p t n ng"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_TONE_SHARES = (0.22, 0.18, 0.16, 0.08, 0.2, 0.16)
_CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "i", "ii", "iii", "iv")
_RAISE = str.maketrans(DIGITS, RAISED)
_NOTE, _LONE_NOTE = 0.05, 0.2  #: shares of words with the number of a note, and of those where it stands alone
_LONE = tuple("-–+*…÷≥≤=&•")
_BEFORE = (("", 0.86), ("(", 0.06), ("“", 0.03), ('"', 0.02), ("'", 0.01), ("-", 0.02))
_AFTER = (
    *(("", 0.6), (",", 0.11), (".", 0.07), (";", 0.06), (":", 0.05), (")", 0.03), ("”", 0.015), ('"', 0.015)),
    *(("),", 0.01), (");", 0.01), ("...", 0.01), (",...", 0.005), ("”.", 0.005), ("/", 0.01)),
)


def word(rng: np.random.Generator) -> str:
    """One word, with the signs around it."""
    kinds = (_syllable, _figure, _code, _latin, _anything)
    if rng.random() < 0.02:
        return str(rng.choice(_LONE))
    kind = kinds[int(rng.choice(len(kinds), p=(0.72, 0.13, 0.08, 0.04, 0.03)))]
    text = _one(_BEFORE, rng) + kind(rng)
    if rng.random() < _NOTE:
        note = _digits(rng, 1, 4).translate(_RAISE)
        return note if rng.random() < _LONE_NOTE else text + note + _one(_AFTER, rng)
    return text + _one(_AFTER, rng)


def _syllable(rng: np.random.Generator) -> str:
    text = syllable(rng)
    if rng.random() < 0.03:
        text += str(rng.choice(("-", "/"))) + syllable(rng)
    how = rng.random()
    return text.upper() if how < 0.2 else text.capitalize() if how < 0.4 else text


def syllable(rng: np.random.Generator) -> str:
    """Onset, nucleus, coda and a tone where one may stand."""
    nucleus = unicodedata.normalize("NFD", str(rng.choice(_NUCLEI.split(" "))))
    letters = [unicodedata.normalize("NFC", letter) for letter in _clusters(nucleus)]
    marked = [i for i, letter in enumerate(letters) if letter not in "aeiouy"]
    at = marked[-1] if marked and rng.random() < 0.95 else int(rng.integers(len(letters)))
    letters[at] = unicodedata.normalize("NFC", letters[at] + str(rng.choice(_TONES, p=_TONE_SHARES)))
    return str(rng.choice(_ONSETS.split(" "))) + "".join(letters) + str(rng.choice(_CODAS.split(" ")))


def _clusters(text: str) -> list[str]:
    """Letters with the marks that follow them."""
    found: list[str] = []
    for char in text:
        if unicodedata.combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _figure(rng: np.random.Generator) -> str:
    how = rng.random()
    if how < 0.35:
        return _digits(rng, 1, 5)
    if how < 0.5:
        return "/".join((_digits(rng, 1, 3), _digits(rng, 1, 3), _digits(rng, 4, 5)))
    if how < 0.62:
        return str(rng.choice((".", ","))).join((_digits(rng, 1, 4), _digits(rng, 1, 4)))
    if how < 0.7:
        return ".".join((_digits(rng, 1, 3), _digits(rng, 3, 4), _digits(rng, 3, 4)))
    if how < 0.8:
        return str(rng.choice(_ROMAN))
    if how < 0.9:
        return ".".join(_digits(rng, 1, 2) for _ in range(int(rng.integers(2, 4)))) + str(rng.choice(("", ".")))
    return _digits(rng, 1, 4) + str(rng.choice(("%", "m²", "m³", "m", "km", "°", "h", "mm", "ha", "m3/s", "mm/h")))


def _code(rng: np.random.Generator) -> str:
    groups = ["".join(rng.choice(list(_CAPITALS), int(rng.integers(1, 5)))) for _ in range(int(rng.integers(1, 3)))]
    code = "-".join(groups)
    if rng.random() < 0.5:
        return f"{_digits(rng, 1, 5)}/{code}"
    return f"/{code}" if rng.random() < 0.3 else code


def _latin(rng: np.random.Generator) -> str:
    text = "".join(rng.choice(list(_LATIN), int(rng.integers(1, 8))))
    return text.capitalize() if rng.random() < 0.4 else text


def _anything(rng: np.random.Generator) -> str:
    chars = SIGNS if rng.random() < 0.15 else ALPHABET
    return "".join(rng.choice(list(chars), int(rng.integers(1, 6))))


def _digits(rng: np.random.Generator, least: int, below: int) -> str:
    return "".join(map(str, rng.integers(0, 10, int(rng.integers(least, below)))))


def _one(choices: Sequence[tuple[str, float]], rng: np.random.Generator) -> str:
    texts, shares = zip(*choices, strict=True)
    return str(texts[int(rng.choice(len(texts), p=np.array(shares) / sum(shares)))])
