"""The verbs of personnel acts, where they govern their sentence (decisions/tables/acts.csv)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from decisions.fold import mark
from decisions.tables import rows
from decisions.text import Span
from extract.find.adverbials import only_leads
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.fields_of_work import names_field
from extract.find.grounds import gives_at_once, is_bracketed, is_ground, is_history, is_refused
from extract.find.subject import subject_span
from extract.letters import UP
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """`code` of the table; `body`: the act sets up a body, and whoever is named has a role in it. `sure` is False where
    the sentence may mean it as the aim of another act only.
    """

    code: str
    body: bool
    span: Span
    sure: bool = True


_HEAD = (
    r"(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-zđ]\)\s*|[-–+•]\s*)?"
    r"(?:(?:Nay|Quyết định|Đồng ý|Thống nhất|Chấp thuận|Chuẩn y|Cho phép|Về việc|V/v|việc|Đồng thời|Tạm thời|Giải quyết|Cho|cho|Giao|Xét|Công bố|Tạm|Ký hợp đồng làm việc và"
    r"|(?:Đồng ý|Chấp thuận|Chấp nhận)\s+(?:với\s+)?(?:đơn|nguyện vọng)\s+xin)\s+)*"
)
#: What may stand before a verb that governs its sentence: nothing, who decides, or another verb beside it.
OPENS = pattern(rf"\s*{_HEAD}\s*")
#: "Chủ tịch Ủy ban nhân dân tỉnh ủy quyền cho …": who gives his power away.
GIVER = pattern(
    r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:\d{1,2}(?:\.\d{1,2})*[.)]\s*|[a-zđ]\)\s*|[-–+]\s*)?(?:Đồng ý\s+|Nay\s+)?"
    r"(?P<by>(?:Chủ tịch|Ủy ban|UBND|Giám đốc|Bộ trưởng|Hiệu trưởng|Cục trưởng|Trưởng|Thủ tướng|Chánh)"
    r"(?:(?!\s(?:có|chịu)\s+(?:trách\s+nhiệm|nhiệm\s+vụ)\s|\s(?:phải|sẽ|được|xem\s+xét|chủ\s+động|căn\s+cứ)\s)[^.;,:]){0,100}?)\s+"
)
_DECIDES = pattern(
    r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:Chủ tịch|Ủy ban|Giám đốc|Bộ trưởng|Thủ tướng|Hiệu trưởng|Ban|Hội đồng)[^.;,]{0,90}?"
    r"(?:quyết định|đồng ý|thống nhất)\s*:?\s*(?:việc\s+|cho\s+)?"
)
_BESIDE = pattern(
    r"(?:,|;|(?<!\w)và|(?<!\w)đồng thời)\s*(?:đồng thời\s+)?(?:được\s+|cho\s+|tạm thời\s+)?\Z", re.IGNORECASE
)
_GRANTED = pattern(
    r"(?<!đã )(?<!từng )(?<!sẽ )(?<!khi )(?:(?<!\w)được(?:\s+tiếp\s+tục|\s+hưởng\s+chế\s+độ|\s+xét)?|(?<!\w)cho|(?<!\w)cử)\s+\Z",
    re.IGNORECASE,
)
#: "Ông A thôi giữ chức vụ …": a verb right behind the person or the post.
_AFTER_PERSON = frozenset(
    {"thoi_giu", "nghi_huu", "thoi_viec", "biet_phai", "tu_chuc", "giao_quyen", "phu_trach", "het_biet_phai"}
)
_NO_ACT = pattern(
    r"(?:thời\s+(?:gian|hạn|điểm)|quyết\s+định|nghị\s+quyết|kết\s+quả|tờ\s+trình|công\s+tác|hồ\s+sơ|quy\s+trình|hội\s+đồng|đề\s+nghị|tiêu\s+chuẩn"
    r"|điều\s+kiện|quy\s+định|thủ\s+tục|chế\s+độ|ngày|sau\s+khi|trước\s+khi|trong\s+khi|xin|đơn|theo|diện|nguồn|đã|việc|tuổi"
    r"|nhu\s+cầu|trợ\s+cấp|kinh\s+phí|kế\s+hoạch|quá\s+trình|hình\s+thức|bầu|bị|(?<!Phòng )thông\s+báo|dịp(?:\s+(?:ông|bà|đồng\s+chí))?)\s*(?:được\s+|tính\s+|xét\s+|về\s+việc\s+|xin\s+|thi\s+hành\s+)?\Z",
    re.IGNORECASE,
)
#: Before a word with a capital: "Tài chính - Kế hoạch", "Văn phòng Hội đồng".
_WITHIN_NAME = re.compile(r"[A-Z]\w*(?: \w+)*(?: [-–])?\s+\Z")
#: "Thời gian tính nâng bậc lương lần sau": from when the next rise counts, not a rise.
_NOT_NOW = pattern(r"\s*(?:lần\s+sau|cử\s*[,;.]|cử\s*\Z)", re.IGNORECASE)
#: "ông B nghỉ hưu theo Quyết định số …": another decision has done that.
_BY_ANOTHER = pattern(r"\s*,?\s*theo\s+(?:các\s+)?quyết\s+định\s+số\s", re.IGNORECASE)
#: "từ chức danh nghề nghiệp A vào chức danh …": no one resigns; "tăng mức hỗ trợ": nothing is bestowed.
_NO_VERB = pattern(
    r"(?<=từ chức)\s+danh(?!\w)|(?<=từ nhiệm)\s+kỳ(?!\w)|(?<=tăng)\s+(?:mức|thêm|cường|lương|số)(?!\w)", re.IGNORECASE
)
#: "đồng thời giữ chức vụ", "tạm thời phụ trách": behind such words a "thoi" without its marks is "thời", never "thôi".
_BEFORE_TIME = pattern(r"(?<!\w)(?:(?<!hội )(?<!hợp )đồng|tạm|lâm|kịp|tức|hiện|nhất|đương)\s+\Z", re.IGNORECASE)
#: "Ông A, Trưởng phòng, bị cách chức": of whom the clause begins to speak.
_SUFFERED = frozenset({"ky_luat", "cach_chuc", "mien_nhiem", "bai_nhiem", "giang_chuc", "dinh_chi"})
_SUFFERS = pattern(r"(?:,|\)|(?<!\w)[A-Z]\w*)\s+(?:nay\s+)?bị\s+(?:thi\s+hành\s+|xử\s+lý\s+)?\Z")
_OF_PERSON = pattern(
    rf"{_HEAD}(?:(?:Kể\s+)?[Tt]ừ\s+(?:ngày\s)?[^,;.:]{{1,40}},\s*)?(?:[Ôô]ng|[Bb]à|[Đđ]ồng\s+chí|[Đđ]/c)\s"
)
#: "Ông A bị kỷ luật là đúng quy định": what another decision did is weighed.
_JUDGED = pattern(r"(?<!\w)là\s+(?:đúng|sai|phù\s+hợp|không|chưa|có\s+(?:cơ\s+sở|căn\s+cứ)|trái|oan)(?!\w)")
_REACH = 160  #: letters behind a verb in which such words stand
#: "Đồng ý cho ông A xin từ chức": the wish is granted.
_ASKED = frozenset({"tu_chuc", "thoi_viec", "nghi_huu", "thoi_giu"})
_ASKS = pattern(r"(?<!đơn )(?<!\w)xin\s+(?:được\s+)?\Z")
_AGREED = pattern(
    r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+•]\s*)?(?:Nay\s+)?(?:Đồng ý|Chấp thuận|Chấp nhận|Thống nhất|Nhất trí|Giải quyết|Cho)\s",
    re.IGNORECASE,
)
#: "Phê duyệt kết quả tuyển dụng và tuyển dụng các ông, bà sau": the second verb is what is done.
_APPROVED = pattern(rf"\s*{_HEAD}(?:Phê duyệt|Công nhận|Thông qua|Xác nhận)\s+kết quả\s", re.IGNORECASE)
#: "Đồng ý để bà A chuyển công tác về …"
_LET_GO = pattern(
    r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+•]\s*)?(?:Nay\s+)?(?:Đồng ý|Chấp thuận|Thống nhất|Nhất trí|Cho)\s+(?:để\s+|cho\s+|với\s+)*(?:ông|bà|đồng\s+chí)\s",
    re.IGNORECASE,
)
_KIND = pattern(
    r",\s*(?:(?:là|nguyên(?:\s+là)?)\s+)?(?:cán\s+bộ|công\s+chức|viên\s+chức|giáo\s+viên|giảng\s+viên|nhân\s+viên|công\s+nhân|bác\s+sĩ|quân\s+nhân|sĩ\s+quan"
    r"|người)(?:\s+(?:đã|được))?\s+\Z"
)
#: "Hỗ trợ kinh phí cho bà A, giáo viên nghỉ hưu, …"
_PAYS = pattern(
    rf"\s*{_HEAD}(?:Hỗ trợ|Trợ cấp|Chi|Cấp|Thanh toán|Tặng quà|Thăm|Trích|Bồi thường|Phê duyệt)\s", re.IGNORECASE
)
_LETS = pattern(r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?\s*)?(?:Nay\s+|Đồng ý\s+|Giải quyết\s+)*[Cc]ho\s")
_AS_SHE_IS = pattern(
    r"nghỉ\s+hưu\s*,\s*(?:(?:nay|đã|hiện)\s+)?(?:(?:được|đã)\s+(?!nghỉ|hưởng)|thường\s+trú|trú|cư\s+trú|ở\s|có\s+(?:công|đơn|thành|hộ)|hiện\s|vợ\s|chồng\s)"
)
_ENDS_NAME = re.compile(rf"(?<!\w)[{UP}]\w+ [{UP}]\w+\s+\Z")
#: "Thôi giao ông A phụ trách": what was given ends.
_NO_MORE = re.compile(r"(?<!\w)thôi\s+(?:không\s+)?\Z", re.IGNORECASE)
_CHARGES = frozenset({"phu_trach", "giao_quyen", "kiem_nhiem", "phan_cong", "uy_quyen"})
#: "Giao ông A thuê 200 m2 đất, …": land is given, and no duty.
_OF_LAND = pattern(r"(?<!\w)thuê\s|\d\s*(?:m2|m²|ha|hecta)(?!\w)", re.IGNORECASE)
_RESULT = pattern(r"kết\s+quả\s", re.IGNORECASE)
_CONFIRMS = pattern(r"(?<!\w)phê\s+chuẩn(?!\w)", re.IGNORECASE)
_PASSIVE = pattern(r"(?<!\w)được\s+\Z", re.IGNORECASE)
_NEW_CLAUSE = pattern(r"[:;]\s*(?:[a-zđ]\)\s*|[-–+]\s*|\d{1,2}[.)]\s*)?(?:cho\s+|đồng\s+ý\s+)?\Z", re.IGNORECASE)
#: What is told of somebody's past, whatever is done now.
_OF_CAREERS = frozenset({"tuyen_dung", "tiep_nhan", "bo_nhiem_ngach"})
_NEAR = 24  #: letters before a verb in which the words stand that lead to it
_TO_PERSONS = pattern(
    r"\s+(?:cho\s+)?(?:thêm\s+)?(?:\d{1,3}\s+(?:\([^)]*\)\s*)?)?(?:các\s+|những\s+)?(?:ông|bà|đồng\s+chí|đ/c|anh|chị|cán\s+bộ|công\s+chức|viên\s+chức|giáo\s+viên"
    r"|(?:PGS|GS|TS|ThS|BS|BSCK|CK|KS|CN|DS|LS)I{0,2}[.\s]|nhân\s+sự|người|nhân\s+viên|bác\s+sĩ|giảng\s+viên|học\s+viên|thí\s+sinh)",
    re.IGNORECASE,
)


def acts_in(sheet: Sheet, clause: Span) -> tuple[Act, ...]:
    """The acts that a sentence does, each once, in order. A verb in a ground, a reason or a citation does nothing."""
    return each_once(said_in(sheet, clause))


def said_in(sheet: Sheet, clause: Span) -> tuple[Act, ...]:
    """The same, as often as the sentence says them: of each of two persons it may tell the same."""
    return tuple(_governing(sheet, clause))


def each_once(said: tuple[Act, ...]) -> tuple[Act, ...]:
    """Acts without those said again or in other words."""
    found = tuple({act.code: act for act in reversed(said)}.values())[::-1]
    codes = {act.code for act in found}
    # "Cử ông A biệt phái": the sending is the secondment. "Miễn nhiệm ông A, thôi giữ chức vụ …": one loss, said twice.
    within = {"cu": codes - {"cu"}, "thoi_giu": codes & {"mien_nhiem"}}
    return tuple(act for act in found if not within.get(act.code))


def done_by_another(sheet: Sheet, act: Act) -> bool:
    """Has another decision done what the verb says?"""
    return _BY_ANOTHER.match(sheet.plain, act.span.end) is not None


def act_of(outline: Outline) -> tuple[Act, ...]:
    """What the instrument as a whole does to persons: the acts of its title, else of the first article that does any."""
    title = subject_span(outline)
    found = acts_in(outline.sheet, title) if title else ()
    if found or title is None:
        return found
    for article in find_articles(outline):
        assert article.span is not None
        for sentence in sentences(outline.sheet.flat, article.span):
            found = acts_in(outline.sheet, sentence)
            if found:
                return found
    return ()


def _governing(sheet: Sheet, clause: Span) -> Iterator[Act]:
    matches = [m for m in _verbs().finditer(sheet.plain, clause.start, clause.end) if _is_verb(sheet, m)]
    ends = [*(following.start() for following in matches[1:]), clause.end]
    beside = False
    for match, own in zip(matches, ends, strict=False):  # no verb, no act
        act = _act(sheet, match, own, clause.end)
        if (
            act
            and act.code in _CHARGES
            and _NO_MORE.search(sheet.flat, max(clause.start, match.start() - _NEAR), match.start())
        ):
            act = replace(act, code="thoi_giu")
        act = _confirmed(sheet.plain, clause, act)
        if act is None or _NOT_NOW.match(sheet.plain, match.end(), clause.end):
            continue
        if _is_aside(sheet, clause, act, beside=beside):
            continue
        aim = beside and gives_at_once(sheet.flat, match.start())
        if (
            aim
            or _governs(sheet.plain, clause.start, match.start(), act.code, beside, named=_names(sheet, clause, act))
            or _anew(sheet.plain, clause, act)
        ):
            beside = True
            yield replace(act, sure=not aim)


def _confirmed(words: str, clause: Span, act: Act | None) -> Act | None:
    """ "Phê chuẩn kết quả miễn nhiệm … và kết quả bầu …": the second is confirmed as the first is."""
    if act is None or act.code != "bau" or not _RESULT.match(words, act.span.start, act.span.end):
        return act
    return replace(act, code="phe_chuan") if _CONFIRMS.search(words, clause.start, act.span.start) else act


def _is_verb(sheet: Sheet, match: re.Match[str]) -> bool:
    """ "giáo viên" is not "giao viên", nor "đồng thời làm" a "thôi làm": where marks are typed, they decide."""
    if _NO_VERB.match(sheet.plain, match.end()):
        return False
    verb = " ".join(match.group().lower().split())
    typed = sheet.typed(Span(start=match.start(), end=match.end()))
    if verb.startswith("thoi ") and not typed and _is_time(sheet, match.start()):
        return False
    if not typed:
        return True
    return _is_so_marked(sheet.flat[match.start() : match.end()], verb)


def _is_time(sheet: Sheet, at: int) -> bool:
    """Is a "thoi" where marks are not to be trusted "thời"? Not behind a name: "ông Lê Văn Tám thôi giữ chức vụ"."""
    before = _BEFORE_TIME.search(sheet.plain, max(0, at - _NEAR), at)
    return before is not None and not _ENDS_NAME.search(sheet.flat, max(0, at - _NEAR), at)


def _is_so_marked(printed: str, verb: str) -> bool:
    """Are these the words of a verb? In one of two words or more a word that there is not ("Bỗ nhiệm") is a slip, but any
    that there is means something else.
    """
    words = _words(printed)
    slips = frozenset() if verb in _FOR_PERSONS else frozenset(words) - _there_are()
    return any(
        all(word == meant or word in slips for word, meant in zip(words, spelled, strict=True))
        for spelled in _spellings()[verb]
    )


def _is_aside(sheet: Sheet, clause: Span, act: Act, *, beside: bool) -> bool:
    """Is the verb refused, in brackets, a ground, or something that happened before?"""
    at = act.span.start
    if is_refused(sheet.plain, clause.start, at) or is_bracketed(sheet.flat, clause, at):
        return True
    names = _names(sheet, clause, act)
    if not names and _is_field(sheet.plain, clause, act.span):
        return True
    if is_ground(sheet.flat, clause.start, at, names=names):
        return not gives_at_once(sheet.flat, at)
    passive = _PASSIVE.search(sheet.plain, max(clause.start, at - _NEAR), at) is not None
    passive = passive and (beside or act.code in _OF_CAREERS)
    suffered = act.code in _SUFFERED and _SUFFERS.search(sheet.plain, max(clause.start, at - 2 * _NEAR), at) is not None
    return (passive or suffered) and is_history(sheet, act.span, clause.end)


def _names(sheet: Sheet, clause: Span, act: Act) -> bool:
    """Does a person stand behind the verb?"""
    return _TO_PERSONS.match(sheet.plain, act.span.end, clause.end) is not None


def _is_field(words: str, clause: Span, verb: Span) -> bool:
    """Is the verb no act but what somebody works on or learns?"""
    if OPENS.fullmatch(words, clause.start, verb.start) or _GRANTED.search(words[clause.start : verb.start]):
        return False
    return names_field(words, clause.start, (verb.start, verb.end), clause.end)


def _anew(words: str, clause: Span, act: Act) -> bool:
    """Does the verb begin a clause of its own, behind a colon or a semicolon, on persons of its own?"""
    opens = _NEW_CLAUSE.search(words, max(clause.start, act.span.start - _NEAR), act.span.start)
    return opens is not None and _TO_PERSONS.match(words, act.span.end, clause.end) is not None


def _act(sheet: Sheet, match: re.Match[str], own: int, end: int) -> Act | None:
    """The act that a verb is, if the words that must follow it begin before the next verb, at `own`."""
    verb = " ".join(match.group().lower().split())
    for row in _rows()[verb]:
        at = _followed(sheet, row["follows"], Span(start=match.end(), end=end), own)
        if at is None:
            continue
        if row["follows"] and verb == "giao" and _OF_LAND.search(sheet.plain, match.end(), at):
            continue
        if verb in _FOR_PERSONS and not _TO_PERSONS.match(sheet.plain, match.end(), end):
            continue
        return Act(code=row["code"], body=bool(row["form"]), span=Span(start=match.start(), end=match.end()))
    return None


def _followed(sheet: Sheet, wanted: str, rest: Span, own: int) -> int | None:
    """Where the words that must follow begin; typed marks tell "kiêm" from "kiểm tra"."""
    if not wanted:
        return rest.start
    for found in _wanted(wanted).finditer(sheet.plain, rest.start, rest.end):
        if found.start() > own:
            return None
        here = Span(start=found.start(), end=found.end())
        if not sheet.typed(here) or _words(sheet.flat[here.start : here.end]) == _words(wanted):
            return here.start
    return None


@cache
def _wanted(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(plain(words).strip())}(?!\w)", re.IGNORECASE)


#: Verbs of everyday language that are personnel acts only of persons named at once.
_FOR_PERSONS = frozenset({"bau", "cu", "giao", "chuyen", "bo tri", "bo sung", "rut ten", "dieu chuyen", "sa thai"})


def _governs(words: str, start: int, at: int, code: str, beside: bool, *, named: bool) -> bool:
    """`named`: a person stands behind the verb."""
    if OPENS.fullmatch(words, start, at) or _DECIDES.fullmatch(words, start, at):
        return True
    if _led(words, start, at, code, named):
        return True
    if code in ("uy_quyen", "phan_cong") and GIVER.fullmatch(words, start, at):
        return True
    lead = words[start:at]
    if _GRANTED.search(lead):
        return True
    if _BESIDE.search(lead):
        approved = named and _APPROVED.match(words, start, at) is not None
        return beside or approved or code in _AFTER_PERSON or words[at:].startswith("bo nhiem vao ngach")
    tells = code in _AFTER_PERSON or words.startswith("chuyen sang lam", at)
    return tells and not _is_thing(lead) and not _describes(words, start, at, code)


def _led(words: str, start: int, at: int, code: str, named: bool) -> bool:
    """Behind an adverbial, behind "ông A … bị", or behind "xin" where it is granted."""
    if named and only_leads(words, start, at):
        return True
    near = max(start, at - 2 * _NEAR)
    if code in _SUFFERED:
        told = _SUFFERS.search(words, near, at) and _OF_PERSON.match(words, start, at)
        return told is not None and not _JUDGED.search(words, at, at + _REACH)
    if code == "chuyen_cong_tac" and _LET_GO.match(words, start, at):
        return True
    asks = code in _ASKED and _ASKS.search(words, near, at) is not None
    return asks and _AGREED.match(words, start, at) is not None


def _describes(words: str, start: int, at: int, code: str) -> bool:
    """ "bà A, giáo viên nghỉ hưu, được hỗ trợ …": what she is, unless the clause lets her be it."""
    if code != "nghi_huu" or not _KIND.search(words, start, at) or _LETS.match(words, start, at):
        return False
    if _PAYS.match(words, start, at):
        return True
    return _AS_SHE_IS.match(words, at) is not None


def _is_thing(lead: str) -> bool:
    """ "kế hoạch nghỉ hưu" is a thing; "Phòng Tài chính - Kế hoạch nghỉ hưu" ends with the name of a unit."""
    thing = _NO_ACT.search(lead)
    if thing is None:
        return False
    return not (thing.group()[:1].isupper() and _WITHIN_NAME.search(lead, 0, thing.start()))


@cache
def _rows() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows("acts"):
        found.setdefault(plain(row["verb"]), []).append(row)
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(mark(text).split())


@cache
def _spellings() -> dict[str, frozenset[tuple[str, ...]]]:
    """The words with their marks of each verb without them."""
    return {verb: frozenset(_words(row["verb"]) for row in found) for verb, found in _rows().items()}


@cache
@cache
def _there_are() -> frozenset[str]:
    """Words of the language of decisions."""
    return frozenset(word for row in rows("phrases") for word in _words(row["phrase"]))


@cache
def _verbs() -> re.Pattern[str]:
    either = "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in sorted(_rows(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
