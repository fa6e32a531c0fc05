"""Is a title, a unit or a subject cut off? Its last word leads on to what is not there: "Trung tâm Văn hóa của Ủy"."""

from __future__ import annotations

from functools import cache

from decisions.decision import Appointment
from decisions.fold import mark
from decisions.tables import rows

#: No title, unit or subject ends in these; "bằng", "đến", "theo" and such do end some ("cấp văn bằng", "kèm theo").
LEADS_ON = frozenset({"của", "và", "về", "thuộc", "các"})
#: Behind these stands a body by its name, or what it is called in short.
_OF_A_BODY = frozenset({"của", "thuộc", "các"})


def is_cut(words: str) -> bool:
    """Does it end in a word that leads on, or behind one with half a word of a body: "thuộc Ủy"?

    A word with a capital among small letters is part of a name, and marks count: "bảo vệ" is no "về".
    """
    parts = words.rstrip(" .,;:").split()
    before, last = ("", *parts)[-2:] if parts else ("", "")
    if mark(last) in _marked(LEADS_ON):
        return last.islower() or words.isupper()
    return not last.islower() and mark(before) in _marked(_OF_A_BODY) and mark(last) in _halves()


def is_cut_off(act: Appointment) -> bool:
    """Is a post or a unit of a personnel act cut off?"""
    posts = (act.position, act.unit, act.from_position, act.from_unit)
    return any(is_cut(words) for words in posts if words)


@cache
def _marked(words: frozenset[str]) -> frozenset[str]:
    return frozenset(mark(word) for word in words)


@cache
def _halves() -> frozenset[str]:
    """Words that begin names of bodies and call none themselves: "Ủy" does, "Sở" and "Tỉnh" ("Tỉnh ủy") do not."""
    openings = [mark(row["opening"]).split() for row in rows("bodies")]
    alone = {words[0] for words in openings if len(words) == 1}
    alone |= {words[0] for words in openings if words[-1] in _marked(frozenset({"ủy", "bộ"}))}
    return frozenset(words[0] for words in openings) - alone
