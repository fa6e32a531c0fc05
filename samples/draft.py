"""What a decision says, before it is on paper: from one draft follow both the pages and the truth about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from decisions.decision import Appointment, Citation, Delegation, Relation
from decisions.problem import Trouble


class Unsaid(Trouble):
    code = "unsaid"
    vi = "Bản thảo không nói «{what}» trong đoạn «{where}». Hãy viết cho khớp."
    en = "The draft does not say “{what}” in “{where}”. Make the two agree."


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A labelled part of the text and what it means. `label` and `title` are bold; with a title they stand alone.

    The texts of `cites` and the sentences of `relations` and `appointments` must stand in the paragraphs, letter for
    letter: Unsaid is raised otherwise.
    """

    label: str = ""  #: "Điều 1", "Chương I", "I"; empty for plain paragraphs
    title: str = ""
    paragraphs: tuple[str, ...] = ()
    cites: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    delegations: tuple[Delegation, ...] = ()

    def __post_init__(self) -> None:
        said = (
            *(c.text for c in self.cites),
            *(r.sentence for r in self.relations),
            *(r.target.text for r in self.relations),
            *(a.sentence for a in self.appointments),
            *(d.sentence for d in self.delegations),
        )
        _demand(said, self.text)

    @property
    def text(self) -> str:
        """Title and paragraphs, one a line."""
        return "\n".join(part for part in (self.title, *self.paragraphs) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One paragraph of the legal bases, and what it cites."""

    text: str
    cites: tuple[Citation, ...] = ()
    inside: tuple[Citation, ...] = ()  #: named only in the title of one of `cites`: no base of this decision
    relations: tuple[Relation, ...] = ()  #: what the cited do to each other

    def __post_init__(self) -> None:
        _demand((c.text for c in (*self.cites, *self.inside)), self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """The signature block (Decree 30/2020, appendix I, boxes 7a and 7b)."""

    stack: tuple[str, ...]  #: printed lines: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`over` are the words above the headings, each with the number of columns that it stands over; "" for none.

    A row of a single cell fills all columns: it names the group of the rows below.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]  #: shares of the line's width, together 1
    over: tuple[tuple[str, int], ...] = ()
    ruled: bool = True  #: False: bare columns
    repeats: bool = True  #: the head comes again on every page


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What comes with the decision, on pages of its own: rules in clauses, or a list as a table."""

    title: tuple[str, ...]  #: bold lines: "QUY CHẾ", "Làm việc của …"
    origin: str  #: "(Kèm theo Quyết định số … ngày … của …)"
    clauses: tuple[Clause, ...] = ()
    table: Table | None = None
    closing: str = ""
    cites: tuple[Citation, ...] = ()  #: in its rows
    relations: tuple[Relation, ...] = ()  #: what an article does to what only the rows name


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One instrument. The lines of the head are given as printed, the names of the bodies in full."""

    kind: str = "quyet_dinh"  #: code of the kind (decisions/tables/kinds.csv)
    number: str  #: "218/QĐ-UBND"
    issued_on: date
    place: str  #: địa danh: "Hà Nội"
    issuer: str  #: "Ủy ban nhân dân phường Bạch Mai"
    issuer_lines: tuple[str, ...]
    issuer_parent: str | None = None
    parent_lines: tuple[str, ...] = ()
    subject: str  #: trích yếu, "Về việc" included
    cites: tuple[Citation, ...] = ()  #: in the subject
    authority: str | None = None  #: the line that decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN …"
    grounds: tuple[Ground, ...] = ()
    clauses: tuple[Clause, ...]
    recipients: tuple[str, ...]
    signing: Signing
    annex: Annex | None = None
    effective_on: date | None = None
    expires_on: date | None = None
    problems: tuple[str, ...] = ()  #: codes of what does not add up in it (decisions/tables/problems.csv)


def _demand(said: Iterable[str], text: str) -> None:
    for each in said:
        if each not in text:
            raise Unsaid(what=each, where=text)
