"""What may be printed in a decision, letter by letter: the classes of the net, in order. CTC's blank comes after them."""

from __future__ import annotations

import unicodedata

from decisions.syllable import RAISED

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
CONSONANTS = "bcdđfghjklmnpqrstvwxz"
DIGITS = "0123456789"
SIGNS = ".,;:!?-–/()[]\"'“”‘’…%&*+=÷×±≥≤<>°_•§" + RAISED

ALPHABET = VOWELS + CONSONANTS + VOWELS.upper() + CONSONANTS.upper() + DIGITS + SIGNS
BLANK = len(ALPHABET)
PLACE = {char: place for place, char in enumerate(ALPHABET)}
