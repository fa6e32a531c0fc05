"""What does not add up in the signature: nobody signs, a seal lies over the name, the post is none of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Decision, Signer
from decisions.fold import fold
from decisions.problem import Problem, problem
from decisions.reading import Look
from decisions.tables import Row, rows
from extract.casing import opening_of
from extract.check.places import where
from extract.letters import UP
from extract.outline import Outline

#: Who signs by order or by delegation holds a post in another body, his deputy too (Decree 30/2020/NĐ-CP art. 13).
_FOR_ANOTHER_BODY = re.compile(r"(?<!\w)(?:TL|TUQ|T/L)\s?[.,:\s]")
#: "TU. CỤC TRƯỞNG": one of them, misread. Who signs for a body has M in its place.
_HARMED = re.compile(rf"(?<!\w)T[{UP}|/!]{{1,2}}(?<![MP])\s?[.,:]\s?[{UP}]{{2}}")


def signer_problems(decision: Decision, outline: Outline, looks: tuple[Look, ...], *, cut: bool) -> Iterator[Problem]:
    """`cut`: the text is known to end too early, which says why nobody signs."""
    signer = decision.signer.value
    if signer is None or signer.name is None:
        if not cut:
            yield problem("signer_missing", field="signer", place=where(decision.signer))
        return
    if decision.signer.state == "review" and any(look.covered for look in looks):
        yield problem("signer_under_seal", field="signer", place=looks[0].place, name=signer.name)
    issuer = decision.issuer.value
    if issuer and decision.issuer.state != "review":
        lent = any(_FOR_ANOTHER_BODY.search(line.text) or _HARMED.search(line.text) for line in outline.signature)
        yield from _of_another_office(decision, signer, issuer, lent=lent)


def _of_another_office(decision: Decision, signer: Signer, issuer: str, *, lent: bool) -> Iterator[Problem]:
    """A post that this kind of body does not have, or a body signed for that is not the issuer's kind."""
    meant = opening_of(signer.on_behalf_of or "")
    if meant and meant not in issuer and opening_of(issuer) != meant and decision.signer.state != "review":
        yield _problem(decision, f"TM. {signer.on_behalf_of}", issuer)
    elif not lent and signer.position and _none_of(signer.position, issuer):
        yield _problem(decision, signer.position, issuer)


def _none_of(position: str, issuer: str) -> bool:
    """Is it a known post, and the body one whose posts are known, and the post not among them?"""
    own = [row for row in rows("posts") if opening_of(issuer) in row["bodies"].split("|")]
    post = _post(position)
    return bool(own) and post is not None and not any(_same_chair(post, row) for row in own)


def _same_chair(post: Row, own: Row) -> bool:
    """ "Quyền Chủ tịch" sits where a "Chủ tịch" does; "TRƯỞNG" is what a seal has left of one that ends so."""
    title, known = fold(post["title"]), fold(own["title"])
    return title.endswith(known) or (" " not in title and known.endswith(f" {title}"))


def _post(position: str) -> Row | None:
    folded = " ".join(fold(position).split())
    known = sorted(rows("posts"), key=lambda row: -len(row["title"]))
    return next((row for row in known if f"{folded} ".startswith(f"{' '.join(fold(row['title']).split())} ")), None)


def _problem(decision: Decision, position: str, issuer: str) -> Problem:
    return problem(
        "signer_of_another_office", field="signer", place=where(decision.signer), position=position, issuer=issuer
    )
