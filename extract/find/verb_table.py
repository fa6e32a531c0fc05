"""The phrases that are verbs of effect, by where they stand (decisions/tables/relation_verbs.csv)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from decisions.decision import Action
from decisions.tables import rows
from decisions.text import Span
from extract.plain import plain

#: What must stand behind a phrase that needs it.
_AHEAD = {
    # Without marks "thay thế bà" is "thay thế ba (03) thủ tục" too: a name follows, and who comes.
    "person": r"(?=\s+(?-i:[A-Z])[^;.\n]{2,200}?\sbằng\s+(?:ông|bà|đồng\s+chí)\b)",
    # "Bỏ" is "Bộ" too, and people mend houses: a provision with its label follows, or the instrument itself.
    "provision": r"(?=\s+(?:(?:toàn\s+bộ|các|cả)\s+)?(?:điểm\s+\w{1,2}\b|(?:khoản|điều|mục|chương|phụ\s+lục)\s+(?:\d|[IVX])"
    r"|\Z))",
    # "Thay Quyết định số 5 bằng Quyết định này"
    "by_this": r"(?=\s+(?:toàn\s+bộ\s+)?\Z)",
    "since": r"(?=\s+(?:kể\s+)?từ\s+(?:ngày\s|\d))",
    # "về bồi thường rừng bị hủy hoại" goes on
    "at_end": r"(?=\s*(?:[.;,)\n]|\Z|(?:kể\s+)?từ\s|do\s|vì\s|và\s))",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of effect: its own place, and the words between it and its object, which say what part is meant."""

    action: Action
    span: Span
    between: Span | None = None
    doubtful: bool = False  #: what stands between the verb and its object may make it another's object
    rest: Span | None = None  #: of a part that only the next act names whole

    def part(self, flat: str) -> str:
        """The words that say what part is meant."""
        spans = (self.between, self.rest) if self.between else ()
        return " ".join(flat[span.start : span.end] for span in spans if span)

    def on(self, between: Span | None) -> Verb:
        """The same act on another part; on the whole, where there is none."""
        return replace(self, between=between, rest=None)


def action_of(place: str, match: re.Match[str]) -> Action:
    return cast(Action, _table(place)[_phrase(match)][0])


def needs_of(place: str, match: re.Match[str]) -> str:
    """What the phrase needs beside it to be that verb."""
    return _table(place)[_phrase(match)][1]


@cache
def phrases(place: str) -> re.Pattern[str]:
    """All phrases of a place, longest first; white space may vary."""
    table = _table(place)
    longest = sorted(table, key=len, reverse=True)
    either = "|".join(_beside(re.escape(phrase).replace(r"\ ", r"\s+"), table[phrase][1]) for phrase in longest)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _beside(phrase: str, needs: str) -> str:
    """A phrase with what it needs; "toàn bộ khoản 3" is no "bỏ khoản 3"."""
    return (r"(?<!toan\s)" if needs == "provision" else "") + phrase + plain(_AHEAD.get(needs, ""))


def span_of(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


def _phrase(match: re.Match[str]) -> str:
    return " ".join(match.group().lower().split())


@cache
def _table(place: str) -> dict[str, tuple[str, str]]:
    return {plain(r["phrase"]): (r["action"], r["needs"]) for r in rows("relation_verbs") if r["place"] == place}
