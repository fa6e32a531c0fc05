"""What does not add up in the signature: nobody signs, a seal lies over the name, the post is none of the office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Decision, Signer
from decisions.fold import fold
from decisions.issuer import issuer_key
from decisions.problem import Problem, problem
from decisions.reading import Look
from decisions.tables import Row, rows
from extract.casing import expand, opening_of
from extract.check.places import where
from extract.find.titles import signs_together
from extract.letters import UP
from extract.outline import Outline

#: Who signs by order or by delegation holds a post in another body, his deputy too (Decree 30/2020/NĐ-CP art. 13).
_FOR_ANOTHER_BODY = re.compile(r"(?<!\w)(?:TL|TUQ|T/L)\s?[.,:\s]")
#: "TU. CỤC TRƯỞNG": one of them, misread. Who signs for a body has M in its place.
_HARMED = re.compile(rf"(?<!\w)T[{UP}|/!]{{1,2}}(?<![MP])\s?[.,:]\s?[{UP}]{{2}}")
#: "KT. GIÁM ĐỐC SỞ NỘI VỤ": capacities before the post.
_CAPACITIES = re.compile(r"(?:(?:T/?M|K/?T|Q)\s?[.,:]?\s+)+")
#: What decides for a committee of the Party or an association between its meetings (statutes of the Party, art. 20).
#: Bodies for which no committee signs: "TM. BAN THƯỜNG VỤ" is of the Party, of unions and associations.
_OF_THE_STATE = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Sở", "Bộ", "Phòng", "Cục", "Chi cục", "Trường")
_READ = 0.9  #: confidence from which the words of a signature count


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
        yield from _of_another_office(decision, signer, issuer, () if lent else _named_with_body(outline), lent=lent)


def _of_another_office(
    decision: Decision, signer: Signer, issuer: str, named: tuple[tuple[str, str], ...], *, lent: bool
) -> Iterator[Problem]:
    """A post that this kind of body does not have, or a body signed for that is not the issuer's kind, or not it."""
    meant = opening_of(signer.on_behalf_of or "")
    other = next((title for title, body in named if _is_another(body, issuer)), None)
    if meant and not _decides_for(meant, issuer) and decision.signer.state != "review":
        yield _problem(decision, f"TM. {signer.on_behalf_of}", issuer)
    elif other:
        yield _problem(decision, other, issuer)
    elif not lent and signer.position and _none_of(signer.position, issuer):
        yield _problem(decision, signer.position, issuer)


def _decides_for(meant: str, issuer: str) -> bool:
    own = opening_of(issuer)
    if own and meant.endswith(own):
        return True  # the Thường trực of a council
    if meant.startswith("Hội đồng") and meant != "Hội đồng nhân dân":
        return True  # the board of a school or a company is no body beside it
    if signs_together(meant):
        return not (own or "").startswith(_OF_THE_STATE)
    return meant in issuer or own == meant


def _named_with_body(outline: Outline) -> tuple[tuple[str, str], ...]:
    """The titles in the signature that name a body behind the post, and the body: "GIÁM ĐỐC SỞ NỘI VỤ"."""
    found = []
    for line in outline.signature:
        title = _CAPACITIES.sub("", line.text.strip(), count=1)
        post = _post(title)
        body = expand(title[len(post["title"]) :].strip()) if post else ""
        if opening_of(body) and outline.sheet.text.confidence(line.span) >= _READ:
            found.append((line.text.strip(), body))
    return tuple(found)


def _is_another(body: str, issuer: str) -> bool:
    """Is a body of the issuer's kind not the issuer? A long name may go on in the next line, or stop at the level."""
    one, other = sorted((issuer_key(body), issuer_key(issuer)), key=len)
    return opening_of(body) == opening_of(issuer) and not other.startswith(one)


def _none_of(position: str, issuer: str) -> bool:
    """Is it a post of some kind of body, and this one of a kind whose posts are known, and the post not among them?"""
    own = [row for row in rows("posts") if opening_of(issuer) in row["bodies"].split("|")]
    post = _post(position)
    return bool(own) and post is not None and bool(post["bodies"]) and not any(_same_chair(post, row) for row in own)


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
