"""Which part of the other instrument is meant? "khoản 2 Điều 3", "một số điều", a phrase; nothing means the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from decisions.text import Span
from extract.find.provisions import ARTICLES, BELOW, DIVISIONS
from extract.find.spelling import misspelled
from extract.letters import LOW, UP
from extract.plain import pattern, plain
from extract.sheet import Sheet, joined

_ARTICLES = pattern(rf"(?<!\w){ARTICLES}", re.IGNORECASE)
_ARTICLE_ENDS = pattern(rf"(?<!\w){ARTICLES}\Z", re.IGNORECASE)
_ARTICLE_OPENS = pattern(
    rf"(?:và\s+)?(?:(?:bãi bỏ|hủy bỏ|thay thế|sửa đổi|bổ sung|sửa đổi, bổ sung)\s+)?(?:các\s+)?{ARTICLES}\s+(?:của\s+)?\w",
    re.IGNORECASE,
)
_DIVISIONS = pattern(DIVISIONS, re.IGNORECASE)
_UNNAMED_DIVISIONS = r"(?:Phụ lục|Mục|Phần|Chương|Biểu|Bảng)\s+(?:số\s+)?(?:[IVX]+|\d+|[A-Z])\b"
_AND = pattern(r"\s*(?:,|;|và|,\s*và|;\s*và)\s*(?:các\s+|tại\s+)?", re.IGNORECASE)
_PHRASE = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
#: "Điều I", "khoản: 4"; not "một số khoản của Điều 5", "các khoản từ 1 đến 3".
_MISREAD = re.compile(r"\b(?:Điều|khoản)(?:\s+(?!(?:của|tại|thuộc|từ)\b)[^\d\s]|[:.])|\bđiểm[:.]")
#: "Phụ lục IÏ.8", "Phụ lục HI.§": neither a letter nor a number, Roman or Arabic, with what it is divided into.
_MISREAD_ANNEX = re.compile(
    rf"\b[Pp]hụ lục\s+(?=[^\s{LOW}(“\"])(?![{UP}][{LOW}])(?!(?:[{UP}]|[IVXLC]{{2,7}}|\d{{1,3}})"
    rf"(?:[./-](?:\d{{1,3}}|[{LOW}]|[{UP}]{{1,5}})|(?<=\d)[{UP}{LOW}]|(?<=[{UP}])\d{{1,3}}){{0,3}}[,;:.)]?(?:\s|\Z))"
)
#: The label of a provision, which no grammar corrects.
_LABEL = re.compile(r"(?<!\w)(?:Điều|khoản|điểm|[Pp]hụ lục|[Mm]ục|Chương|Phần|số thứ tự)\s+(?P<label>\S+)")
#: "phần 1", "Mục II", "phần AI": divisions bear Roman figures or Arabic ones, and one stroke is like the other.
_STROKES = re.compile(
    r"(?<!\w)(?:[Pp]hụ lục|(?:[Tt]iểu )?[Mm]ục|[Pp]hần|[Cc]hương)\s+(?:số\s+)?[A-Z]?[I1l|]+(?![\wÀ-ỹ])"
)
_SEEN = 0.7
#: A provision with its label that no article has taken up.
_LOOSE = pattern(rf"(?<!\w)(?:{BELOW}|Điều\s+\d)", re.IGNORECASE)
_FEW = pattern(
    r"một số (?:điều|nội dung|khoản|điểm|quy định|mục)(?:,\s*(?:điều|khoản|điểm))*"
    rf"(?:\s+(?:của|tại|thuộc)\s+(?:{DIVISIONS}))?"
    r"|một phần(?:\s+nội dung)?|cụm từ\s*[“\"][^”\"]{1,120}[”\"]",
    re.IGNORECASE,
)
#: Behind these a name goes on: "Quy định về mức hỗ trợ một phần chi phí"; not "quy định tại một số điều".
_NAME = pattern(
    r"\b(?:Quy (?:định|chế|trình|tắc|hoạch)|Điều lệ|Nội quy|Kế hoạch|Chương trình|Đề án|Dự án|Phương án|Danh mục|Định mức|Bảng giá"
    r"|về|hỗ trợ)\b(?!\s+(?:tại|của|trong)\b)",
    re.IGNORECASE,
)
#: "“Sở A” bằng cụm từ “Sở B” tại": the words that are there, not those that come in their place.
_QUOTE = r"[“\"«][^“”\"«»]{1,200}[”\"»]"
_REWORDED = pattern(
    rf"\s*(?:(?:các\s+)?(?:cụm\s+từ|từ|chữ)\s*)?(?P<old>{_QUOTE}(?:\s*(?:,|và|hoặc)\s*(?:(?:cụm\s+từ|từ|chữ)\s*)?{_QUOTE}){{0,20}})"
    rf"\s*(?:bằng|thành)\s+(?:các\s+)?(?:cụm\s+từ|từ|chữ)?\s*{_QUOTE}",
    re.IGNORECASE,
)
#: "Điều 7a vào sau Điều 7": what stands before it comes not in.
_PLACE = pattern(
    r"(?P<new>.*\b(?P<level>điểm|khoản|Điều)\s+[^\s,]+(?:\s*(?:,|và)\s+[^\s,]+)*?)\s+(?:vào\s+)?(?:ngay\s+)?(?:sau|trước)\s+(?P=level)\s+\w+",
    re.I,
)
#: What begins the name of a part of an instrument, or of what came with it.
PART = pattern(
    r"\s*(?:toàn bộ\s+|một số\s+|một phần\s+|các\s+|những\s+|\d+\s+(?:\([^)]{1,20}\)\s*)?)?"
    r"(?:điều|khoản|điểm|phụ lục|(?:tiểu\s+)?mục|chương|phần|biểu|mẫu|bảng|cụm từ|nội dung|danh mục|danh sách|số thứ tự"
    r"|quy trình|quy chế|quy định|thủ tục|kế hoạch|đề án|phương án|dự án)\b(?!\s+này\b)",
    re.IGNORECASE,
)
#: "Các quy định tại Điều 3": no more than Điều 3.
#: "Điều 4 của Quy chế làm việc ban hành kèm theo Quyết định số …": what came with an instrument is a part of it.
_CAME_WITH = pattern(
    r"(?:của\s+|tại\s+)?(?:bản\s+)?(?:quy chế|quy định|điều lệ|quy trình|nội quy|kế hoạch|đề án)\b[^;:.\d]{0,120}?"
    r"(?:ban hành|phê duyệt)\s+(?:kèm\s+)?theo\s*\Z",
    re.IGNORECASE,
)
_RULES_OF = pattern(r"(?:quy định|nội dung)\s+(?:của|tại|trong)\b", re.IGNORECASE)
#: How much of an instrument that follows: "một phần Quyết định số 9".
SHARE = pattern(r"(?:toàn bộ|một phần)\s+(?:nội dung\s+)?(?:của\s+|đối với\s+)?(?:các\s+)?", re.IGNORECASE)
#: Rows of an annexed table, told at length: "Nội dung … tại số thứ tự 4, 5 Mục I Phụ lục ban hành kèm theo".
_ROWS = pattern(
    r"(?:(?:các|những|toàn bộ)\s+)*nội dung\b(?:(?!số thứ tự)[^.;:]){0,400}?\btại\s+(?:các\s+)?"
    rf"(?P<rows>(?:số thứ tự|STT)\s+(?:số\s+)?\d+(?:\s*(?:,|-|–|\bvà\b|\bđến\b)\s*\d+)*"
    rf"(?:\s*,?\s+(?:của\s+|tại\s+)?(?:{_UNNAMED_DIVISIONS}|Phụ lục\b|Danh mục\b(?!\s+thủ)))*)"
    r"\s+(?:được\s+)?(?:ban hành\s+)?(?:kèm theo|của|tại)\s+(?:các\s+)?",
    re.IGNORECASE,
)
_ROW = pattern(
    r"\b(?:số thứ tự|STT|(?:thủ tục|quy trình)\s+số|dòng)\s+(?:số\s+)?\d",
    re.IGNORECASE,
)
#: What is told of a part at length: "Nội dung … công bố tại Phụ lục ban hành kèm theo" an instrument that follows.
_CONTENT = pattern(
    r"(?:(?:các|những|toàn bộ)\s+)*(?:\d{1,3}\s+(?:\([^)]{1,20}\)\s*)?)?"
    r"(?:(?:nội dung|danh mục|thủ tục|quy trình|phụ lục|số thứ tự)\b(?!\s+này\b)[^.;:]{0,400}?\b(?:tại|kèm theo|của)"
    r"|(?:Quy (?:chế|định|tắc)|Điều lệ|Nội quy|Bảng|Biểu|Mẫu|Định mức|Đơn giá|Kế hoạch|Chương trình|Đề án|Phương án)\b"
    r"(?!\s+này\b)[^.;:]{0,400}?\bkèm theo)\s+(?:các\s+)?\Z",
    re.IGNORECASE,
)
_BY_ANOTHER = pattern(r"\b(?:trái với|căn cứ|theo quy định|phù hợp với|liên quan|thực hiện theo)\b", re.IGNORECASE)
#: Less than the provision that it stands in: "phần diện tích 350 m2 tại Điều 1"; not "phần II Phụ lục 1".
_LESS = pattern(
    r"\s*(?:một\s+)?phần\s+(?!nội dung\b|quy định\b|[IVX]+\b|\d|[A-Z]\b)\w[^;]{2,160}?\s(?:tại|trong|ở|thuộc)\s+(?:các\s+)?",
    re.IGNORECASE,
)
_SOME_OF = pattern(
    r"\s*(?:một phần(?:\s+nội dung)?|một số (?:nội dung|quy định))\s+(?:tại|trong|của|thuộc)\s+(?:các\s+)?",
    re.IGNORECASE,
)
_EMPTY = pattern(
    r"[\s,:]*(?:(?:của|tại|theo|trong|ở|bởi|và|các|những|cho|toàn bộ(?:\s+nội dung)?|tất cả|văn bản|sau đây|sau|được|đã|ban hành|kèm"
    r"|nêu trên|biện pháp|thi hành|thực hiện|việc|chi tiết|quyết định|nghị quyết|nghị định|thông tư|chỉ thị|hiệu lực|số|vào)"
    r"\b[\s,:]*)*",
    re.IGNORECASE,
)
#: What is extended of an instrument is its time.
_TIME = pattern(
    r"\s*(?:(?:thời gian|thời hạn|hiệu lực|thực hiện|áp dụng|thi hành|hoàn thành|có|của|tại|theo)\b\s*)*", re.IGNORECASE
)
_TIME_NOUN = pattern(r"\s*(?:thời gian|thời hạn|hiệu lực|tiến độ)\b", re.IGNORECASE)
#: … or the time of a part of it: "Thời hạn thực hiện dự án tại". What is done by it alone has its time elsewhere ("theo").
_TIME_OF_PART = pattern(r"\s*(?:\w+\s){2}(?:(?!\btheo\b)[^;.])*\b(?:tại|của)\s+\Z", re.IGNORECASE)
#: A list of instruments, each of them wholly: "một số văn bản quy phạm pháp luật …", "các Quyết định sau đây:".
_INSTRUMENTS = pattern(
    r"[\s,]*(?:một phần\s+(?:của\s+)?|toàn bộ\s+|tất cả\s+|một số\s+|các\s+|những\s+|\d{1,3}\s+(?:\([^)]{1,30}\)\s*)?)*"
    r"(?:văn bản|quyết định|nghị quyết|chỉ thị|thông tư|nghị định|kế hoạch|thông báo)\b(?!\s+này\b)[^;]*",
    re.IGNORECASE,
)
#: "kế hoạch vốn giao tại": one that another instrument holds, and no list.
_HELD_IN = pattern(r"\s*(?:kế hoạch|thông báo)\b[^;:]*\b(?:tại|theo|trong)\s+(?:các\s+)?", re.IGNORECASE)
#: What is corrected in an instrument are its slips, wherever they stand.
_SLIPS = pattern(
    r"\s*(?:một số\s+|các\s+)?(?:lỗi|sai sót|nội dung sai sót)(?:\s+(?:về\s+)?(?:kỹ thuật|chính tả|thể thức|đánh máy|trình bày|văn bản))*"
    r"(?:\s+(?:tại|trong|của))?\s*",
    re.IGNORECASE,
)
#: A part of what was issued with an instrument: "quy định tại Chương II của Quy chế".
_OF_ATTACHED = pattern(
    rf"(?:các\s+)?(?:quy định tại\s+)?(?:{DIVISIONS})(?:\s+(?:của\s+)?(?:bản\s+)?(?:quy chế|quy định|quy trình|điều lệ)\b)?",
    re.IGNORECASE,
)
#: "Điều 5 các Quyết định số 1 và số 2": of each of them.
_OF_MANY = pattern(
    r"\b(?:các|những)\s+(?:(?:Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|văn bản)\b[^;:]*:?\s*)?\Z", re.IGNORECASE
)
_SOME_PART = r"(?:quy định|nội dung|điều khoản|điều|khoản|điểm|phụ lục|cụm từ)"
_PARTS_FOLLOW = pattern(
    rf"\s*(?:toàn bộ\s+)?(?:các\s+|những\s+|một số\s+)?{_SOME_PART}(?:\s*(?:,|và)\s*{_SOME_PART}){{0,4}}\s+(?:sau|sau đây|dưới đây)\s*:?\s*",
    re.IGNORECASE,
)
_TAIL = pattern(
    r"\s*\b(?:mới\s+)?(?:đã\s+)?(?:được\s+)?"
    r"(?:ban hành|phê duyệt|công bố|quy định|thành lập|kiện toàn|giao|nêu|bổ nhiệm)?\s*(?:kèm\s+)?"
    r"(?:theo|tại|của|trong|bởi|ở)(?:\s+các)?\s*\Z",
    re.IGNORECASE,
)
#: "… đã được công bố tại các Quyết định của …:" before a list of them.
_LIST_TAIL = pattern(
    r"\s*(?:đã\s+)?(?:được\s+)?(?:ban hành|phê duyệt|công bố|quy định)?\s*(?:kèm\s+theo|tại|của)\s+(?:các|những)\s+"
    r"(?:Quyết định|Nghị quyết|văn bản|Chỉ thị|Kế hoạch)\b[^;]*\Z",
    re.IGNORECASE,
)


def scope_of(words: str, action: str = "") -> tuple[str, ...]:
    """The parts named between an act and the instrument it acts on, as cited; nothing where it is the whole."""
    bare = plain(words)
    if (action == "extends" and _TIME.fullmatch(bare)) or (action == "corrects" and _SLIPS.fullmatch(bare)):
        return ()
    if _EMPTY.fullmatch(bare) or names_instruments(words):
        return ()
    old = _REWORDED.match(bare)
    if old and _EMPTY.fullmatch(bare, old.end()):
        return (f"cụm từ {joined(words[old.start('old') : old.end('old')])}",)
    row = _ROWS.fullmatch(bare)
    if row:
        return (joined(words[row.start("rows") : row.end("rows")]),)
    found = _counted(_unquoted(bare)) or _few(bare)
    if found:
        less = next((each for each in (_LESS, _SOME_OF) if each.fullmatch(bare, 0, found[0].start())), None)
        return (joined(words[: found[-1].end()]).strip(" ,:"),) if less else _printed(words, found)
    tail = _LIST_TAIL.search(bare) or _TAIL.search(bare)
    rest = joined(words[: tail.start()] if tail else words).strip(" ,:")
    return (rest,) if rest else ()


def provisions_in(words: str) -> tuple[str, ...]:
    """The articles and divisions among words, as cited."""
    return _printed(words, _counted(_unquoted(plain(words))))


def drops_parts(words: str) -> bool:
    """Is a provision named that no part of the scope has taken up: "khoản 2 và Điều 5"?"""
    bare = _unquoted(plain(words))
    found = _counted(bare)
    rest = "".join(" " if any(p.start() <= at < p.end() for p in found) else char for at, char in enumerate(bare))
    return bool(found) and any(left.search(rest) for left in (_LOOSE, _DIVISIONS))


def is_scope(words: str) -> bool:
    """Is this nothing but the parts of an instrument that follows: "Khoản 2 Điều 3 của"?"""
    bare = plain(words)
    bare = _CAME_WITH.sub("", bare)
    rest = _without_parts(bare)
    return rest != bare and _EMPTY.fullmatch(_RULES_OF.sub("", rest)) is not None


def tells_part(words: str) -> bool:
    """ "Nội dung … công bố tại số thứ tự 4 Phụ lục ban hành kèm theo": a part of an instrument that follows, told at length."""
    bare = plain(words)
    return _CONTENT.fullmatch(bare) is not None and _BY_ANOTHER.search(bare) is None


def is_of_one(words: str) -> bool:
    """Are these provisions of one instrument: "Điều 5", and neither "Điều 5 các" nor "một số điều"?"""
    bare = plain(words)
    return bool(_counted(_unquoted(bare))) and _OF_MANY.search(bare) is None


def is_of_many(words: str) -> bool:
    """ "… công bố tại các": of each instrument that follows."""
    return _OF_MANY.search(plain(words)) is not None


def counts_rows(words: str) -> bool:
    """Are rows of one table meant: "thủ tục có số thứ tự 4 Mục B tại", and neither "tại các"? No other table has those."""
    bare = plain(words)
    return _ROW.search(bare) is not None and not is_of_many(words)


def is_time(words: str) -> bool:
    """ "Hiệu lực của", "Thời hạn thực hiện dự án tại khoản 5 Điều 1": of an instrument that follows."""
    rest = _without_parts(plain(words))
    return _TIME_NOUN.match(rest) is not None and any(time.fullmatch(rest) for time in (_TIME, _TIME_OF_PART))


def ends_in_article(words: str) -> bool:
    """ "Bãi bỏ khoản 2 Điều 5"."""
    return _ARTICLE_ENDS.search(plain(words)) is not None


def opens_with_article(words: str) -> bool:
    """ "và khoản 3 Điều 6 Quyết định số …"."""
    return _ARTICLE_OPENS.match(plain(words)) is not None


def only_parts(words: str) -> bool:
    """Is this nothing, or no more than the parts of an instrument: "một số điều", "khoản 2 Điều 3"?"""
    rest = _FEW.sub("", _without_parts(_CAME_WITH.sub("", plain(words))))
    return _EMPTY.fullmatch(rest) is not None


def names_instruments(words: str) -> bool:
    """Are whole instruments meant: "một số văn bản của …"?"""
    bare = plain(words)
    return _INSTRUMENTS.fullmatch(bare) is not None and not _HELD_IN.fullmatch(bare)


def announces_list(words: str) -> bool:
    """Can a list of instruments follow these words of a heading?"""
    empty = _EMPTY.fullmatch(plain(words)) is not None
    return empty or names_instruments(words) or shares_scope(words) or lists_parts(words)


def lists_parts(words: str) -> bool:
    """ "các quy định sau:", "một số điều, khoản sau đây:": each item has its part, and its instrument."""
    return _PARTS_FOLLOW.fullmatch(plain(words)) is not None


def shares_scope(words: str) -> bool:
    """ "nội dung … công bố tại các Quyết định:" means the same part of every item."""
    return not names_instruments(words) and _LIST_TAIL.search(plain(words)) is not None


def is_damaged(parts: tuple[str, ...]) -> bool:
    """Articles and clauses are counted in figures (Decree 30/2020/NĐ-CP, appendix I): "Điều I" and "khoản: 4" were read wrongly."""
    return any(_MISREAD.search(part) or _MISREAD_ANNEX.search(part) for part in parts)


def is_ill_seen(sheet: Sheet, within: Span, parts: tuple[str, ...]) -> bool:
    """Is there a label of a provision in a stretch that an eye was not sure of, or one of strokes, or a phrase in other
    marks, in its parts?
    """
    if not parts or sheet.source(within) != "ocr":
        return False
    labels = _LABEL.finditer(sheet.flat, within.start, within.end)
    unsure = any(sheet.text.confidence(Span(start=each.start(1), end=each.end(1))) < _SEEN for each in labels)
    return unsure or any(_STROKES.search(part) or misspelled(part) for part in parts)


def is_vague(parts: tuple[str, ...]) -> bool:
    """ "một số khoản": which of them, other words say."""
    return bool(parts) and all(_FEW.fullmatch(plain(part)) for part in parts)


def _few(bare: str) -> list[re.Match[str]]:
    """The parts that are not counted, as far as no name of an instrument begins."""
    name = _NAME.search(bare)
    return list(_FEW.finditer(bare, 0, name.start() if name else len(bare)))


def _counted(bare: str) -> list[re.Match[str]]:
    """The articles, or the divisions of annexes, or both where nothing else is named."""
    articles = list(_ARTICLES.finditer(bare))
    rest = _ARTICLES.sub(lambda part: " " * len(part.group()), bare)
    divisions = list(_DIVISIONS.finditer(rest))
    if divisions and _EMPTY.fullmatch(_OF_ATTACHED.sub("", rest)):
        return sorted((*articles, *divisions), key=lambda part: part.start())
    return _with_beside(bare, articles, divisions)


def _with_beside(bare: str, articles: list[re.Match[str]], divisions: list[re.Match[str]]) -> list[re.Match[str]]:
    """The articles, and the divisions that "và" or a comma joins to them: "khoản 2 Điều 4 và Phụ lục II"."""
    kept, rest = articles, divisions
    while rest:
        beside = [one for one in rest if any(_are_joined(bare, one, other) for other in kept)]
        if not beside:
            break
        kept, rest = [*kept, *beside], [one for one in rest if one not in beside]
    return sorted(kept, key=lambda part: part.start())


def _are_joined(bare: str, one: re.Match[str], other: re.Match[str]) -> bool:
    first, second = sorted((one, other), key=lambda part: part.start())
    return _AND.fullmatch(bare, first.end(), second.start()) is not None


def _unquoted(bare: str) -> str:
    """What stands in quotation marks is a phrase of the text, though it may name a provision."""
    return _PHRASE.sub(lambda phrase: " " * len(phrase.group()), bare)


def _without_parts(bare: str) -> str:
    return _DIVISIONS.sub("", _ARTICLES.sub("", bare))


def _printed(words: str, parts: Iterable[re.Match[str]]) -> tuple[str, ...]:
    """Each part once, as printed, without the place where it comes in."""
    return tuple(dict.fromkeys(_without_place(joined(words[part.start() : part.end()])) for part in parts))


def _without_place(part: str) -> str:
    """ "khoản 3a vào sau khoản 3 Điều 7" is khoản 3a Điều 7."""
    place = _PLACE.match(plain(part))
    return part[: place.end("new")] + part[place.end() :] if place else part
