"""Could this word be a Vietnamese syllable?"""

from __future__ import annotations

import re
import unicodedata

_ONSET = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
# All rhymes of the written language without their tones: domain tables list about 150; those of loan syllables are in.
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch
êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao
oap oat oay oă oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u
ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôp uôt uơ up ut uy uya uych uyên uyêt uyn uynh
uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y ych yêm yên yêng yêt yêu ym yn ynh yt
ơc ăk
"""
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{'|'.join(sorted(set(_RHYMES.split()), key=len, reverse=True))})")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ROMAN = re.compile(r"[ivx]{1,5}|[IVX]{1,5}")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"  #: figures of notes and units; where none belongs, an optical reader took a stain for one
_SIGN = rf"[^\w]|[{RAISED}]"
_BETWEEN = re.compile(rf"(?:{_SIGN})+")
_EDGE = re.compile(rf"^(?:{_SIGN})+|(?:{_SIGN})+$|_")


def core(word: str) -> str:
    """The word without the punctuation around it."""
    return _EDGE.sub("", word)


def is_syllable(word: str) -> bool:
    """Does a bare word follow the spelling of Vietnamese? At most one tone, a known onset, a known rhyme."""
    split = unicodedata.normalize("NFD", word.lower())
    tones = sum(ord(char) in _TONES for char in split)
    bare = unicodedata.normalize("NFC", split.translate(_TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def spells(text: str) -> bool:
    """Is it all syllables, or the number of a clause in Roman figures, or nothing but signs? Raised figures are signs."""
    return all(is_syllable(part) or _ROMAN.fullmatch(part) for part in _BETWEEN.split(core(text)) if part)


def has_mark(word: str) -> bool:
    """Does the word carry a letter that English does not have?"""
    return any(ord(char) > 127 and char.isalpha() for char in word)


def has_tone(word: str) -> bool:
    """Does a vowel bear one of the five tone marks? No letters of a short form do."""
    return any(ord(char) in _TONES for char in unicodedata.normalize("NFD", word))


def has_one_mark(word: str) -> bool:
    """Is there a vowel with one mark, which engines read where paper has two? They pass by tones over ê, or take ố for ó."""
    return any(len(unicodedata.normalize("NFD", char)) == 2 for char in word)


def plausible_share(words: list[str]) -> float:
    """The share of words with marks that are syllables: near 1 for Vietnamese, low for a wrong encoding. 1 for none."""
    marked = [bare for bare in map(core, words) if has_mark(bare)]
    return sum(map(is_syllable, marked)) / len(marked) if marked else 1.0
