"""Who is said to undergo which act, sentence by sentence: in running text, in lists below a sentence, in groups by role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.text import Span
from extract.find.acts import OPENS, Act, act_of, acts_in, done_by_another, each_once, said_in
from extract.find.articles import find_articles
from extract.find.clauses import clauses, sentences
from extract.find.members import body_in, has_members, role_heading
from extract.find.names import NAME
from extract.find.people import ITEM, LABEL, Named, people_in
from extract.find.post import is_post, post_in
from extract.find.quoted import quoted
from extract.find.stretches import Stretch, stretches
from extract.find.subject import subject_span
from extract.find.undergone import is_replaced, undergone
from extract.letters import UP
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import Sheet

_DUTY = pattern(
    r"chịu\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện|tổ\s+chức)|có\s+trách\s+nhiệm\s+(?:thi\s+hành|thực\s+hiện|bàn\s+giao|tổ\s+chức)",
    re.IGNORECASE,
)
#: "gồm các ông, bà có tên sau:", "như sau:" – persons follow.
_OPENS_LIST = pattern(r"(?::|(?:sau|sau\s+đây|như\s+sau|dưới\s+đây)\s*\.?)\s*\Z", re.IGNORECASE)
#: Words that tell a sentence about a post without the verb of its act: the title has said that.
_STATES = pattern(
    r"giữ\s+(?:các\s+)?chức|đảm\s+nhiệm|nhận\s+(?:công\s+tác|nhiệm\s+vụ)|đến\s+công\s+tác|,\s*được\s",
    re.IGNORECASE,
)
_HOLDS = pattern(r"giữ\s+(?:các\s+)?chức", re.IGNORECASE)
#: Acts whose tasks name other persons: "hướng dẫn tập sự đối với bà …", "vụ án do bà … khởi kiện". Who undergoes them too
#: stands beside the first.
_ON_ONE = frozenset({"phan_cong", "uy_quyen", "phu_trach", "cu"})
_BESIDE = pattern(r"(?:[,;:–-]|(?<!\w)(?:và|các|gồm))\s*\Z", re.IGNORECASE)
#: "II. Cá nhân" heads a part of a list and ends none.
_PART = re.compile(r"(?:[IVX]{1,4}|[A-E])[.)]\s")
#: "- Chức vụ, đơn vị công tác: …"
_FIELD = re.compile(rf"(?:\d{{1,2}}[.)]\s*|[-–+•*]\s*|[a-zđ][.)]\s+)?[{UP}][^:\n]{{2,60}}:\s")
#: "Điều 1. Bà Lê Thị Mẫu", alone on its line, with what is said of her on those below: "Sinh ngày …;", "Được nghỉ hưu …".
_ALONE = pattern(
    rf"(?:Điều\s+\d+[a-z]?\s*[.:]\s*)?(?:\d{{1,3}}[.)]\s*|[-–+•*]\s*)?(?:[A-ZĐ]\w+(?:\s+[a-z]\w*){{0,6}}\s+)?(?:[Ôô]ng|[Bb]à|[Đđ]ồng\s+chí)\s*:?\s+{NAME.pattern}"
    r"(?:\s*,?\s*[Ss]inh\s+(?:[\d/.:-]+\s*|(?:ngày|tháng|năm)\s*){1,8})?\s*[,;:]?"
)
_FACT = pattern(
    r"(?:[-–+•*]\s*)?(?:sinh\s+(?:ngày|năm)|(?:nay\s+)?được\s|hiện\s|(?:thôi\s+)?giữ\s+chức|chức\s+(?:vụ|danh)\s|mã\s+số\s|ngạch\s|đơn\s+vị\s)",
    re.IGNORECASE,
)
_ATTACHED = pattern(r"danh\s+sách[^.;]{0,40}kèm\s+theo|theo\s+danh\s+sách|danh\s+sách\s+đính\s+kèm", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]\s")
#: What ends a row's name: "Vy Thị Hồng, Trường THCS …", but not "Trường Mầm non …".
_ENDS_ROW = re.compile(r"\s*(?:[,;:(–-]|\Z)")
_BEFORE = 30  #: letters before a person in which such words stand
_LONG = 4000  #: letters of a sentence that nobody reads as one


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One person in one sentence. `own` begins at the name; `lead` are the words before the person that belong to him."""

    acts: tuple[Act, ...]
    named: Named
    sentence: Span
    own: Span
    lead: Span
    whole: Span  #: from the verb to the next person
    near: int  #: where what is said of the persons named soon after this one ends
    last: Span  #: from the name of the last person on
    alone: bool = False  #: another verb leads to the next person: what is given him is not given this one
    opener: Span | None = None  #: the words behind the verb of the sentence above a list
    role: str | None = None  #: of a group in a list: "Thành viên"
    body: str | None = None  #: the body whose members are listed
    sure: bool = True

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the times of the act may be said, nearest first."""
        near, last = self._behind(self.lead.start)
        return tuple(span for span in (self.own, near, last, self.opener) if span is not None)

    @property
    def reasons(self) -> tuple[Span, ...]:
        """Where the reason may be said: behind the next person only where no verb leads to that one."""
        return tuple(span for span in (self.own, self.opener) if span) if self.alone else self.spans

    @property
    def rest(self) -> tuple[Span, ...]:
        """The words about the persons named after this one, nearest first."""
        return tuple(span for span in self._behind(self.own.end) if span is not None and span.start < span.end)

    @property
    def before(self) -> Span:
        """The words before the first verb or person: "Kể từ ngày ký, bổ nhiệm …"."""
        first = min(self.named.start, *(act.span.start for act in self.acts))
        return Span(start=self.sentence.start, end=max(self.sentence.start, first))

    @property
    def told(self) -> Span:
        """The sentence; of one that goes on for pages, as lists without full stops do, what speaks of this person."""
        return self.sentence if self.sentence.end - self.sentence.start <= _LONG else self.whole

    def _behind(self, start: int) -> tuple[Span, Span | None]:
        """From a place on: what is said near this person, and what is said of the last one, where all are spoken of."""
        return Span(start=start, end=self.near), (self.last if self.near <= self.last.start else None)


def statements(outline: Outline) -> tuple[Statement, ...]:
    """All of the articles; where they tell nothing, what the title tells, in doubt."""
    walk = _Walk(outline)
    for article in find_articles(outline):
        assert article.span is not None
        walk.article(article.span)
    if outline.annex:
        walk.list_behind(Span(start=outline.annex.start, end=outline.span.end))
    if walk.found or outline.head is None:
        return tuple(walk.found)
    title = subject_span(outline)
    return tuple(_of_title(outline.sheet, title)) if title else ()


def _of_title(sheet: Sheet, title: Span) -> Iterator[Statement]:
    acts = tuple(act for act in said_in(sheet, title) if not act.body)
    if acts:
        people = people_in(sheet, title, listed=False)
        theirs = undergone(sheet, title, people, acts)
        leads = tuple(leading for _, leading in theirs)
        for each, (done, _) in zip(stretches(sheet, title, people, leads), theirs, strict=True):
            if not done:
                continue
            yield Statement(
                acts=done,
                named=each.named,
                sentence=title,
                own=each.own,
                lead=each.lead,
                whole=each.whole,
                near=each.near,
                last=each.last,
                alone=each.alone,
                sure=False,
            )


class _Walk:
    """Goes through the articles and remembers which list it is in."""

    def __init__(self, outline: Outline) -> None:
        self._sheet = outline.sheet
        self._quotes = quoted(outline.sheet.flat)
        self._title = tuple(act for act in act_of(outline) if not act.body)
        self._acts: tuple[Act, ...] = ()  #: of the list that is open
        self._opener: Span | None = None
        self._role: str | None = None
        self._body: str | None = None
        self._founding: tuple[
            Act, ...
        ] = ()  #: the act that set up the body, whose members may follow in another article
        self._behind: tuple[tuple[Act, ...], Span] | None = None  #: acts on a list behind the decision, and their words
        self._row: int | None = None  #: the number of the last row of the list in which somebody was named
        self._first = True
        self.found: list[Statement] = []

    def article(self, article: Span) -> None:
        self._close()
        for sentence in _whole_forms(self._sheet, sentences(self._sheet.flat, article)):
            self._sentence(sentence)
        self._first = False

    def list_behind(self, annex: Span) -> None:
        """The items of a list behind the decision that is no table: "1. Ông A, Phòng Y tế, từ bậc …"."""
        if self._behind is None:
            return
        self._acts, self._opener = self._behind
        for sentence in sentences(self._sheet.flat, annex):
            if not ITEM.match(self._sheet.flat, sentence.start, sentence.end):
                continue
            for clause in clauses(self._sheet.flat, sentence):
                people = people_in(self._sheet, clause, listed=True)
                if people and not acts_in(self._sheet, clause):
                    self._emit(self._acts, people, clause)
        self._close()

    def _sentence(self, sentence: Span) -> None:
        sheet = self._sheet
        acts = tuple(act for act in said_in(sheet, sentence) if not act.body or self._members(act, sentence))
        if not acts and _DUTY.search(sheet.plain, sentence.start, sentence.end):
            self._close()
            return
        people = people_in(sheet, sentence, listed=bool(self._acts))
        if self._acts and self._acts[0].body and {act.code for act in acts} == {self._acts[0].code}:
            acts = ()  # "- Bổ sung bà B … làm Ủy viên" below "Kiện toàn Hội đồng … như sau:"
        if acts and people:
            self._emit(acts, people, sentence)
        if acts:
            if not people or self._opens(sentence):
                self._open(each_once(acts), sentence)
            if not people and _ATTACHED.search(sheet.plain, sentence.start, sentence.end):
                self._behind = (each_once(acts), Span(start=acts[-1].span.end, end=sentence.end))
        elif people and self._acts:
            self._emit(self._acts, people, sentence)
        elif people and self._first and not self.found and _STATES.search(sheet.plain, sentence.start, sentence.end):
            self._unsaid(people, sentence)
        elif not people:
            self._heading(sentence)

    def _unsaid(self, people: tuple[Named, ...], sentence: Span) -> None:
        """ "Ông A giữ chức vụ …" without a verb: the title has said what is done; if not, an appointment is likeliest."""
        holds = _HOLDS.search(self._sheet.plain, sentence.start, sentence.end)
        if self._title:
            self._emit(self._title, people, sentence, guessed=len(self._title) > 1)
        elif holds and OPENS.fullmatch(self._sheet.plain, sentence.start, people[0].start):
            verb = Span(start=holds.start(), end=holds.start())
            self._emit((Act(code="bo_nhiem", body=False, span=verb),), people, sentence, guessed=True)

    def _members(self, act: Act, sentence: Span) -> bool:
        return has_members(self._sheet.flat[act.span.end : sentence.end])

    def _opens(self, sentence: Span) -> bool:
        return _OPENS_LIST.search(self._sheet.plain, sentence.start, sentence.end) is not None

    def _open(self, acts: tuple[Act, ...], sentence: Span) -> None:
        after = Span(start=acts[-1].span.end, end=sentence.end)
        self._acts, self._opener, self._role, self._row = acts, after, None, None
        if acts[0].body:
            words = self._sheet.flat[acts[0].span.end : sentence.end]
            self._body = body_in(words) or self._body
            self._role = role_heading(words, self._body)
            self._founding = acts

    def _heading(self, sentence: Span) -> None:
        """A sentence without persons: it heads a group, opens the list of a body's members, or ends the list."""
        words = self._sheet.flat[sentence.start : sentence.end]
        part = _PART.match(words)
        role = role_heading(words[part.end() if part else 0 :], self._body)
        if role and (self._acts or self._founding):
            self._acts, self._role = self._acts or self._founding, role
        elif self._opens(sentence) and self._founding:
            self._acts, self._opener, self._role = self._founding, None, None
        elif not ITEM.match(words) and not part:
            self._close()

    def _close(self) -> None:
        self._acts, self._opener, self._role, self._row = (), None, None, None

    def _emit(self, acts: tuple[Act, ...], people: tuple[Named, ...], sentence: Span, *, guessed: bool = False) -> None:
        sheet = self._sheet
        listed = acts is self._acts
        shared = listed or guessed
        theirs = tuple((acts, ()) for _ in people) if shared else undergone(sheet, sentence, people, acts)
        leads = tuple(leading for _, leading in theirs)
        for each, (done, _) in zip(stretches(sheet, sentence, people, leads), theirs, strict=True):
            bare = each.named.start == each.named.span.start
            row = _number(sheet, sentence) if listed else None
            if bare and not each.named.sure and not (_told(sheet, each.own) or self._goes_on(row, each)):
                continue
            done = tuple(act for act in done if not done_by_another(sheet, act))
            if not done or is_replaced(sheet, sentence.start, each.named):
                continue
            before = max(sentence.start, each.named.start - _BEFORE)
            if each.earlier and done[0].code in _ON_ONE and not _BESIDE.search(sheet.plain, before, each.named.start):
                continue
            self._row = row or self._row
            self.found.append(
                Statement(
                    acts=done,
                    named=each.named,
                    sentence=sentence,
                    own=each.own,
                    lead=each.lead,
                    whole=each.whole,
                    near=each.near,
                    last=each.last,
                    alone=each.alone,
                    opener=self._opener if listed else each.earlier,
                    role=self._role if listed else None,
                    body=self._body_of(done, sentence, listed),
                    sure=each.named.sure and not guessed and not self._reworded(each.named),
                )
            )

    def _goes_on(self, row: int | None, each: Stretch) -> bool:
        """Is what might be a name in the row behind one that names somebody, and no body? It is for a person to confirm."""
        sheet, name = self._sheet, each.named.person.name
        follows = row is not None and self._row is not None and row == self._row + 1
        return follows and _ENDS_ROW.match(sheet.flat, each.named.span.end) is not None and post_in(name).unit is None

    def _reworded(self, named: Named) -> bool:
        """Is somebody named in the new wording of another instrument, whose act it is?"""
        return self._quotes.block_around(named.start) is not None

    def _body_of(self, acts: tuple[Act, ...], sentence: Span, listed: bool) -> str | None:
        if not acts[0].body or listed:
            return self._body
        return body_in(self._sheet.flat[acts[0].span.end : sentence.end]) or self._body


def _whole_forms(sheet: Sheet, found: Iterator[Span]) -> Iterator[Span]:
    """The sentences; the lines of a form, from "Họ và tên:" or from a name alone on, are one."""
    form: Span | None = None
    for sentence in found:
        opens = _opens_form(sheet, sentence)
        if form and not opens and _goes_on(sheet, sentence):
            form = Span(start=form.start, end=sentence.end)
            continue
        if form:
            yield form
        form = sentence if opens else None
        if not opens:
            yield sentence
    if form:
        yield form


def _opens_form(sheet: Sheet, sentence: Span) -> bool:
    labelled = LABEL.search(sheet.plain, sentence.start, sentence.end) is not None
    return labelled or _ALONE.fullmatch(sheet.plain, sentence.start, sentence.end) is not None


def _goes_on(sheet: Sheet, line: Span) -> bool:
    field = _FIELD.match(sheet.flat, line.start, line.end) or _FACT.match(sheet.plain, line.start, line.end)
    return field is not None


def _number(sheet: Sheet, sentence: Span) -> int | None:
    match = _NUMBERED.match(sheet.flat, sentence.start, sentence.end)
    return int(match["number"]) if match else None


def _told(sheet: Sheet, own: Span) -> bool:
    """Does an item say a post or a role of what might be a name?"""
    post = post_in(sheet.flat[own.start : own.end].partition(",")[2] or "")
    return bool(post.title and is_post(post.title))
