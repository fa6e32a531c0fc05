"""Can a row of a list be believed? Weighed by how it was read, by what is missing, and by how others spell the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from decisions.decision import Appointment
from decisions.fold import fold
from extract.find.cut import is_cut_off
from extract.find.salary import coefficient_in, grade_in
from extract.find.scales import fits_scale
from extract.find.worded import is_contradicted, spelled
from extract.roster import Column, Entry, Roster, text_of
from extract.sheet import Sheet

_SURE = 0.85
_DOUBTED = 0.6
_USUAL = 0.8  #: of the rows fill a cell that is never left empty
_SPELLED = frozenset({"position", "unit", "post", "rank"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """What the rows of a list say together."""

    roster: Roster
    pairs: frozenset[str]  #: two words that stand together somewhere, written as one
    spellings: dict[tuple[Column, str], frozenset[str]]  #: of the same letters in one column
    usual: frozenset[Column]  #: filled in nearly every row
    grouped: bool

    @classmethod
    def of(cls, sheet: Sheet, roster: Roster) -> Company:
        spans = [span for entry in roster.entries for spans in entry.cells.values() for span in spans]
        cells = (fold(sheet.text[span]).split() for span in spans)
        spellings: dict[tuple[Column, str], set[str]] = {}
        for entry in roster.entries:
            for column in entry.cells:
                said = text_of(sheet, entry, column.field, column.side) or ""
                spellings.setdefault((column, _letters(said)), set()).add(said)
        filled = Counter(column for entry in roster.entries for column in entry.cells)
        return cls(
            roster=roster,
            pairs=frozenset(one + other for words in cells for one, other in pairwise(words)),
            spellings={key: frozenset(said) for key, said in spellings.items()},
            usual=frozenset(c for c, many in filled.items() if many >= _USUAL * len(roster.entries)),
            grouped=any(entry.group for entry in roster.entries),
        )


def weigh_row(sheet: Sheet, company: Company, entry: Entry, made: Appointment, *, settled: bool) -> Appointment:
    """Sure where every word of the row is, its headings are plain, and the pay is one that the scales have.

    `settled` is False where a heading may mean either side of the act.
    """
    typed = sheet.typed(entry.span)
    told = [sheet.text.confidence(span) for spans in entry.cells.values() for span in spans]
    told += [sheet.text.confidence(entry.group.span)] if entry.group else []
    odd = not settled or company.roster.guessed or not entry.named.sure or _misfit(made) or _unparsed(entry, made)
    odd = odd or _put_right(sheet, entry, made) or is_cut_off(made)
    odd = odd or (not typed and (_disputed(sheet, company, entry, made) or _incomplete(company, entry)))
    confidence = min(min(told, default=1.0), _DOUBTED if odd else 1.0)
    sure = confidence >= (_DOUBTED + 0.01 if typed else _SURE)
    return replace(made if typed else spelled(made), state="sure" if sure else "review", confidence=confidence)


def _disputed(sheet: Sheet, company: Company, entry: Entry, made: Appointment) -> bool:
    """Does the text, or another row, spell a name otherwise? "Phòng Ytế" beside "Phòng Y tế"."""
    if is_contradicted(sheet, made):
        return True
    own = (fold(sheet.text[span]).split() for spans in entry.cells.values() for span in spans)
    if any(word in company.pairs for words in own for word in words):
        return True
    spelled = ((c, text_of(sheet, entry, c.field, c.side) or "") for c in entry.cells if c.field in _SPELLED)
    return any(len(company.spellings[column, _letters(said)]) > 1 for column, said in spelled)


def _letters(words: str) -> str:
    """Without marks and spaces: optical readers lose both."""
    return fold(words).replace(" ", "")


def _incomplete(company: Company, entry: Entry) -> bool:
    """Is its number not read, a heading not understood, or a cell empty that nearly all others fill?"""
    ungrouped = company.grouped and entry.group is None
    unknown = entry.order is None or not company.roster.understood
    return unknown or ungrouped or not company.usual <= set(entry.cells)


def _unparsed(entry: Entry, made: Appointment) -> bool:
    """Does a cell say something that its field could not take?"""
    told = {
        ("born", ""): made.person.born_on,
        ("since", ""): made.effective_on,
        ("grade", "from"): made.from_grade,
        ("grade", "to"): made.grade,
        ("grade", ""): made.grade,
        ("coefficient", "from"): made.from_coefficient,
        ("coefficient", "to"): made.coefficient,
        ("coefficient", ""): made.coefficient,
    }
    return any(told.get((column.field, column.side), True) is None for column in entry.cells)


def _put_right(sheet: Sheet, entry: Entry, made: Appointment) -> bool:
    """Are grade or coefficient other than their cells say, because the scale of the rank has them so?"""
    given = {"grade": made.grade, "coefficient": made.coefficient}
    held = {"grade": made.from_grade, "coefficient": made.from_coefficient}
    read = {"grade": grade_in, "coefficient": coefficient_in}
    return any(
        (held if column.side == "from" else given)[column.field] != read[column.field](cell)
        for column in entry.cells
        if column.field in read and (cell := text_of(sheet, entry, column.field, column.side))
    )


def _misfit(made: Appointment) -> bool:
    now = fits_scale(made.rank_code, made.grade, made.coefficient)
    before = fits_scale(made.from_rank_code or made.rank_code, made.from_grade, made.from_coefficient)
    return now is False or before is False
