"""Is an instrument the one that a citation means? Yes, perhaps, or no."""

from __future__ import annotations

from typing import Literal

from decisions.issuer import same_issuer
from decisions.number import number_key
from decisions.register import national
from search_api.chain.cue import Cue, one_body
from search_api.store import Node
from search_api.store.copies import ALIKE
from search_api.store.wording import overlap, sameness

Fit = Literal["yes", "perhaps", "no"]
_LAWS = ("luat", "bo_luat")


def fit(cue: Cue, node: Node) -> Fit:
    """A number of the whole country is enough by itself; one of a body's own register needs the body and the time.

    Of laws without number and day see search_api/chain/named.py.
    """
    if cue.key is None:
        return _fit_name(cue, node)
    if node.number is None or number_key(node.number) != cue.key:
        return "no"
    if cue.parsed is not None and national(cue.parsed):
        # Laws and resolutions of the Assembly are counted apart, and their numbers do not say which they are.
        apart = cue.parsed.style == "assembly" and same_kind(cue.kind, node.kind) is False
        return "no" if apart else "yes"
    return _fit_register(cue, node)


def same_kind(one: str | None, other: str | None) -> bool | None:
    """None where one of the two is not known."""
    if one is None or other is None:
        return None
    return one == other or (one in _LAWS and other in _LAWS)


def alike(one: str | None, other: str | None) -> bool:
    agree = overlap(one, other)
    return agree is not None and agree >= ALIKE


def _fit_register(cue: Cue, node: Node) -> Fit:
    single = cue.parsed is not None and one_body(cue.parsed)
    issuer = True if single else same_issuer(cue.issuer, node.issuer)
    if issuer is False:
        return "no"
    if cue.issued_on and node.issued_on and cue.issued_on == node.issued_on:
        return "yes"
    if cue.parsed is not None and cue.parsed.year is not None:
        return "yes" if issuer else "perhaps"
    if cue.issued_on and node.issued_on:
        # Some offices start anew within a year: another day of the same year is a slip or another decision.
        return "perhaps" if issuer and cue.issued_on.year == node.issued_on.year else "no"
    return "yes" if issuer and alike(cue.subject, node.subject) else "perhaps"


def _fit_name(cue: Cue, node: Node) -> Fit:
    """Laws are cited by name and day."""
    if cue.issued_on is None or cue.issued_on != node.issued_on or same_kind(cue.kind, node.kind) is not True:
        return "no"
    if cue.kind == "hien_phap":
        return "yes"
    return "yes" if sameness(cue.subject, node.subject) >= ALIKE else "no"
