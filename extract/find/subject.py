"""The trích yếu: what the instrument is about, as printed, its lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from decisions.fact import Fact, Mention
from decisions.fold import fold
from decisions.syllable import RAISED, core, has_tone, is_syllable, spells
from decisions.text import Span
from extract.find.cut import is_cut
from extract.find.spelling import as_spelled, misspelled
from extract.letters import LOW, UP
from extract.outline import SENTENCE_END, Outline
from extract.plain import pattern
from extract.settle import Claim, settle
from extract.sheet import Sheet, joined, trim

#: "⁸ổ nhiệm", "việc làm -thuộc": what sticks to the beginning of a word and is no quotation mark or bracket.
_STAIN = re.compile(rf"(?<!\w)[{RAISED}]+(?=\w)|(?<!\S)[-–'’.,;:/_](?=[^\W\d])")
_RISES = re.compile(rf"[{LOW}][{UP}]")
#: What stands around a title on no paper (Decree 30/2020, appendix I): marks of the scan.
_EDGES = re.compile(rf"^(?:[^\w(“\"]|[{RAISED}])+|[\s.,;:'’‘/_–-]+$")
_DIM = 0.5
#: A base inside the subject: the lines have run together, so nobody knows where the subject ends.
_BASE = pattern(r"\s-?\s*Căn cứ\s")


def find_subject(outline: Outline) -> Fact[str]:
    """ "Về việc ủy quyền cho công chức Tư pháp - Hộ tịch"."""
    whole = subject_span(outline)
    span = _legible(outline, whole) if whole else None
    if whole is None or span is None:
        return Fact()
    begun = _BASE.search(outline.sheet.plain, span.start, span.end)
    if begun:
        span = trim(outline.sheet.flat, span.start, begun.start())
    typed = outline.sheet.typed(span)
    fits = not begun and span == whole and SENTENCE_END.search(outline.sheet.flat, span.start, span.end) is None
    value = joined(outline.sheet.flat[span.start : span.end]).strip(" _*")
    value = value if typed else _EDGES.sub("", value)
    if not value:
        return Fact()
    fits = fits and not is_cut(value) and (typed or not (misspelled(value) or _is_stained(value, outline.sheet.bare)))
    told = (outline.sheet.mention(span, "subject/1"),)
    elsewhere = () if typed else tuple(_elsewhere(outline.sheet, span, value))
    spelled = [Claim(value=as_spelled(value), said=(*told, *elsewhere), typed=False, fits=False)] if elsewhere else []
    return settle([*spelled, Claim(value=value, said=told, typed=typed, fits=fits)], "print")


def _elsewhere(sheet: Sheet, span: Span, value: str) -> Iterator[Mention]:
    """Where the text itself spells a phrase of the subject as tables do, and the subject does not: "bố nhiệm"."""
    printed, meant = value.split(), as_spelled(value).split()
    for at, word in enumerate(meant):
        if word == printed[at]:
            continue
        pairs = (meant[max(0, at - 1) : at + 1], meant[at : at + 2])
        phrase = "|".join(r"\s+".join(map(re.escape, map(core, pair))) for pair in pairs if len(pair) == 2)
        found = re.compile(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE).search(sheet.flat, span.end)
        if found is None:
            return
        yield sheet.mention(Span(start=found.start(), end=found.end()), "subject/1")


def _is_stained(words: str, bare: str) -> bool:
    """Is there a stain before a letter, or a word that nobody writes: "Vềviệc", "TỈNHLÀO", "kƯ"?

    `bare`: the whole text, folded, in which two words that were run together may stand apart.
    """
    return _STAIN.search(words) is not None or not all(_is_written(word, bare) for word in words.split())


def _is_written(word: str, bare: str) -> bool:
    if spells(word):
        return _RISES.search(word) is None
    short = _is_short_form(core(word)) and not _is_two(fold(core(word)), bare)
    return len(core(word)) < 2 or short or any(map(str.isdecimal, word))


def _is_two(word: str, bare: str) -> bool:
    """Two syllables that stand beside each other elsewhere: "ANNINH"."""
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return any(is_syllable(one) and is_syllable(other) and f" {one} {other} " in bare for one, other in cuts)


def _is_short_form(word: str) -> bool:
    """ "UBND", "QĐ": capitals without a tone."""
    return word.isupper() and not has_tone(word)


def _legible(outline: Outline, span: Span) -> Span:
    """The span without the last lines if hardly a word of them could be read: the remains of a stamp, not of a title."""
    lines = [line for line in outline.subject if span.start <= line.span.start < span.end]
    while len(lines) > 1 and _dim(outline.sheet, lines[-1].span):
        lines.pop()
        span = Span(start=span.start, end=lines[-1].span.end)
    return span


def _dim(sheet: Sheet, line: Span) -> bool:
    words = sheet.text.words_in(line)
    return bool(words) and median(word.confidence for word in words) < _DIM


def subject_span(outline: Outline) -> Span | None:
    """From the first to the last word below the name of the kind."""
    if outline.head is None:
        return None
    starts = [line.span.start for line in outline.subject]
    ends = [line.span.end for line in outline.subject]
    if outline.head.title_rest is not None:
        starts.insert(0, outline.head.title_rest.start)
        ends.insert(0, outline.head.title_rest.end)
    if not starts:
        return None
    span = trim(outline.sheet.flat, starts[0], ends[-1])
    return span if span.start < span.end else None
