"""A chain told in sentences: what an instrument is on the day, what was done to it, what it rests on and what it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from decisions.tables import action_effects
from search_api.chain.name import action, day, name, status, suffered

if TYPE_CHECKING:
    from search_api.chain.trace import Leg, Stop, Trace

Lang = Literal["vi", "en"]
_BASES = ("based_on",)
_WORDS = {
    "vi": {
        "status": "{name}{held}: {status} vào ngày {day}.",
        "missing": " (kho chưa có bản nào)",
        "since": "Từ ngày {day} {what}",
        "does": "văn bản này {action} {name}",
        "undergoes": "{action} {name}",
        "said": ": «{sentence}»",
        "page": " (trang {page})",
        "scope": " ở {scope}",
        "until": " đến hết ngày {day}",
        "unsure": " (chưa chắc, cần xem lại)",
        "bases": "Căn cứ: {names}.",
        "basis_now": "{name} ({status})",
        "users": "Là căn cứ hoặc được dẫn trong {count} văn bản: {names}.",
        "doubts": "Cần xem lại: {doubts}",
        "more": "{count} văn bản khác",
    },
    "en": {
        "status": "{name}{held}: {status} on {day}.",
        "missing": " (not held here)",
        "since": "Since {day}, {what}",
        "does": "this instrument {action} {name}",
        "undergoes": "{name} {action} it",
        "said": ": “{sentence}”",
        "page": " (page {page})",
        "scope": " in {scope}",
        "until": " until the end of {day}",
        "unsure": " (not sure, to be looked at)",
        "bases": "It is based on: {names}.",
        "basis_now": "{name} ({status})",
        "users": "It is a basis of, or cited in, {count} instruments: {names}.",
        "doubts": "To be looked at: {doubts}",
        "more": "{count} more",
    },
}
#: Names in one sentence; the list of relations has them all.
_NAMED = 10


def account(found: Trace, *, lang: str = "vi") -> str:
    """Paragraphs, one for each thing told."""
    told = _Teller(found, "en" if lang == "en" else "vi")
    return "\n".join([told.standing(), *told.undergone(), *told.bases(), *told.done(), *told.users(), *told.doubts()])


class _Teller:
    """One chain in one language."""

    def __init__(self, found: Trace, lang: Lang) -> None:
        self._found = found
        self._lang = lang
        self._root = found.root.node.id

    def standing(self) -> str:
        node = self._found.root.node
        held = "" if node.held else self._say("missing")
        return self._say(
            "status",
            name=name(node),
            held=held,
            status=status(self._found.status, self._lang),
            day=day(self._found.as_of),
        )

    def undergone(self) -> Iterator[str]:
        """What counts of what others did to it, by day."""
        counted = [effect.edge for effect in self._found.root.effects]
        legs = [leg for leg in self._found.legs if leg.edge in counted]
        for leg in sorted(legs, key=_by_day):
            yield self._event(leg, self._undergoes(leg))

    def bases(self) -> Iterator[str]:
        """What it rests on, each with what it is on the day where that is known and no longer simply in force."""
        rests_on = [leg.edge.target for leg in self._out() if leg.edge.relation["action"] in _BASES]
        stops = [self._found.stop(id) for id in dict.fromkeys(rests_on)]
        if stops:
            yield self._say("bases", names="; ".join(self._basis(stop) for stop in stops))

    def done(self) -> Iterator[str]:
        """What it does to others."""
        for leg in sorted(self._out(), key=_by_day):
            said = leg.edge.relation["action"]
            if said in action_effects():
                target = name(self._found.stop(leg.edge.target).node)
                yield self._event(leg, self._say("does", action=action(said, self._lang), name=target))

    def users(self) -> Iterator[str]:
        counted = [effect.edge for effect in self._found.root.effects]
        coming = [leg.edge for leg in self._found.legs if leg.edge.target == self._root and leg.edge not in counted]
        ids = list(dict.fromkeys(edge.source for edge in coming if edge.relation["action"] not in action_effects()))
        names = [name(self._found.stop(id).node) for id in ids[:_NAMED]]
        if len(ids) > _NAMED:
            names.append(self._say("more", count=len(ids) - _NAMED))
        if ids:
            yield self._say("users", count=len(ids), names="; ".join(names))

    def doubts(self) -> Iterator[str]:
        found = self._found.problems
        if found:
            yield self._say("doubts", doubts=" ".join(p.message_en if self._lang == "en" else p.message for p in found))

    def _out(self) -> list[Leg]:
        return [leg for leg in self._found.legs if leg.edge.source == self._root]

    def _basis(self, stop: Stop) -> str:
        if stop.status in ("in_force", "unknown"):
            return name(stop.node)
        return self._say("basis_now", name=name(stop.node), status=status(stop.status, self._lang))

    def _undergoes(self, leg: Leg) -> str:
        said = leg.edge.relation["action"]
        verb = action(said, "en") if self._lang == "en" else suffered(said)
        return self._say("undergoes", action=verb, name=name(self._found.stop(leg.edge.source).node))

    def _event(self, leg: Leg, what: str) -> str:
        said = leg.edge.relation
        if said["scope"] != "whole":
            what += self._say("scope", scope=", ".join(said["scope"]))
        if leg.until:
            what += self._say("until", day=day(leg.until))
        told = self._say("since", day=day(leg.effective_on), what=what) if leg.effective_on else _upper(what)
        if said["sentence"]:
            told += self._say("said", sentence=" ".join(said["sentence"].split()))
        if said["state"] == "review":
            told += self._say("unsure")
        if said["page"]:
            told += self._say("page", page=said["page"])
        return told + "."

    def _say(self, key: str, **details: object) -> str:
        return _WORDS[self._lang][key].format(**details)


def _by_day(leg: Leg) -> tuple[str, str]:
    return (leg.effective_on.isoformat() if leg.effective_on else "", leg.edge.target)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
