"""A decision and its parts, as facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from decisions.fact import Candidate, Fact, Mention, State
from decisions.problem import Problem
from decisions.text import Place, Span

Action = Literal[
    "based_on",
    "refers_to",
    "details",
    "guides",
    "amends",
    "supplements",
    "replaces",
    "repeals",
    "annuls",
    "revokes",
    "suspends",
    "ends",
    "corrects",
    "extends",
    "consolidates",
    "issues",
    "approves",
    "announces",
]
Match = Literal["held", "missing", "ambiguous", "corrected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Another instrument, named in the text: what is printed, and what it is taken to mean."""

    text: str  #: the whole citation as printed
    number: str | None = None  #: what is meant, normalised: "97/2019/QH14"
    printed: str | None = None  #: the number as printed
    kind: str | None = None  #: code of the kind, "nghi_dinh"
    issued_on: date | None = None
    issuer: str | None = None
    subject: str | None = None
    parts: tuple[str, ...] = ()  #: the provisions named with it: "khoản 2 Điều 3"; empty: the whole
    span: Span | None = None
    place: Place | None = None
    match: Match | None = None  #: None where there is no store
    resolves_to: str | None = None  #: id of the node, held or not
    said: tuple[Mention, ...] = ()  #: where other mentions say the day, issuer or subject that this one leaves out
    state: State = "sure"
    confidence: float = 1.0
    candidates: tuple[Candidate[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one instrument does to another, with the sentence that says so."""

    action: Action
    target: Citation
    source: Citation | None = None  #: None: this decision; else the text speaks of two other instruments
    scope: tuple[str, ...] = ()  #: empty: the whole; else parts as cited: "khoản 2 Điều 3"
    effective_on: date | None = None
    until: date | None = None  #: the last day of a suspension; to which day something is extended
    sentence: str = ""
    span: Span | None = None
    place: Place | None = None
    state: State = "sure"
    confidence: float = 1.0
    candidates: tuple[Candidate[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str  #: as on paper
    honorific: str | None = None  #: "ông", "bà", "đồng chí"
    born_on: str | None = None  #: ISO date, or a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A personnel act: who, from which post, to which post, from when (domain: BO_NHIEM, MIEN_NHIEM …)."""

    action: str  #: code of the act, "bo_nhiem" (decisions/tables/acts.csv)
    person: Person
    position: str | None = None
    unit: str | None = None
    from_position: str | None = None
    from_unit: str | None = None
    effective_on: date | None = None
    until: date | None = None
    term_months: int | None = None
    rank: str | None = None  #: ngạch, or chức danh nghề nghiệp
    rank_code: str | None = None  #: mã ngạch, "01.003"; mã số chức danh, "V.07.03.29"
    grade: str | None = None  #: bậc, "5/9"
    coefficient: str | None = None  #: hệ số, "3,66"
    from_rank: str | None = None  #: the rank and pay held before
    from_rank_code: str | None = None
    from_grade: str | None = None
    from_coefficient: str | None = None
    allowance: str | None = None  #: phụ cấp as printed: "0,30", "5%"
    next_raise_from: date | None = None  #: from which day the time for the next rise is counted
    form: str | None = None  #: hình thức of a punishment or a reward: "Cảnh cáo", "Giấy khen"
    reason: str | None = None  #: as printed: "để nghỉ hưu", "do đã có vi phạm …"
    sentence: str = ""
    span: Span | None = None
    place: Place | None = None
    said: tuple[
        Mention, ...
    ] = ()  #: wherever the person is named: in the title, in the act, among those who carry it out
    state: State = "sure"
    confidence: float = 1.0
    candidates: tuple[Candidate[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """Who may do what, for whom, from when until when (ủy quyền, phân cấp, phân công, giao)."""

    action: str  #: "uy_quyen", "phan_cap", "phan_cong", "giao" (decisions/tables/delegations.csv)
    to: str  #: who may: a post, a body or a person as printed
    person: Person | None = None  #: the person among these words, if one is named
    by: str | None = None  #: whose power it is, as printed; None: the issuer's
    task: str = ""  #: what may be done, as printed
    effective_on: date | None = None
    until: date | None = None
    term_months: int | None = None
    sentence: str = ""
    span: Span | None = None
    place: Place | None = None
    state: State = "sure"
    confidence: float = 1.0
    candidates: tuple[Candidate[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    name: str | None
    position: str | None = None  #: the last title line, "PHÓ CHỦ TỊCH"
    capacity: str | None = None  #: the last of the stack "TM." "KT." "TL." "TUQ." "Q."
    on_behalf_of: str | None = None  #: the body after TM.


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    label: str  #: "Điều 1"
    text: str
    span: Span | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What is issued with a decision and belongs to it: a regulation, a plan, a list (its Điều are not the decision's)."""

    label: str  #: "Phụ lục I", "Quy chế", "Danh sách": the first words of its heading as printed
    title: str = ""  #: the rest of its heading
    pages: tuple[int, int] | None = None  #: the first and the last
    span: Span | None = None
    place: Place | None = None


#: A direct decision acts by itself, an indirect one issues or approves what is attached (Decree 30/2020/NĐ-CP,
#: appendix III, forms 1.2 and 1.3).
Provision = Literal["direct", "indirect"]

#: The single-valued fields of a Decision, each a Fact, in the order in which people read them.
FACTS = (
    "kind",
    "number",
    "issued_on",
    "place",
    "issuer",
    "issuer_parent",
    "subject",
    "signer",
    "effective_on",
    "expires_on",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One instrument as read. An article or a letter without a head of its own has all its facts absent."""

    kind: Fact[str] = field(default_factory=Fact)
    number: Fact[str] = field(default_factory=Fact)
    issued_on: Fact[date] = field(default_factory=Fact)
    place: Fact[str] = field(default_factory=Fact)
    issuer: Fact[str] = field(default_factory=Fact)
    issuer_parent: Fact[str] = field(default_factory=Fact)
    subject: Fact[str] = field(default_factory=Fact)
    signer: Fact[Signer] = field(default_factory=Fact)
    effective_on: Fact[date] = field(default_factory=Fact)
    expires_on: Fact[date] = field(default_factory=Fact)
    bases: tuple[Citation, ...] = ()
    citations: tuple[Citation, ...] = ()  #: those that are no bases
    relations: tuple[Relation, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    articles: tuple[Article, ...] = ()
    annexes: tuple[Annex, ...] = ()
    provision: Provision | None = None  #: None without an article
    recipients: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    span: Span | None = None  #: the part of the file's text that is this decision
