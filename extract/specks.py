"""Specks that an optical reader took for marks and letters: made spaces, so that words and lines are what they were."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.syllable import RAISED
from decisions.text import DocumentText, Span
from extract.letters import LOW, UP
from extract.strays import lone_marks, stops_inside

_SPECKS = re.compile(
    rf"(?<=[{LOW}])['’`.,-](?=[{LOW}])"  # "từ'ngày": no word has such a mark in its midst
    rf"|(?<=[{LOW}])['’`.,-](?=\d{{1,2}}[/ ])|(?<=\d)['’`-](?=[{LOW}]{{2}})"  # "ngày.26/8", "3-năm"
    rf"|(?<=[{LOW}\d])['’`](?=[\s;,.]|\Z)"  # "của' Chính phủ", "15/10/2012' của"
    rf"|(?<=[{LOW})])\.(?=\s[{LOW}])"  # "trách. nhiệm", "(mã số 01.003). bậc": a sentence begins with a capital
    rf"|(?<=\s)[-'’`](?=[{LOW}]{{2}})|(?<=[{LOW}]\s)[.,](?=[{LOW}]{{2}})"  # "hiệu lực -kể từ .ngày ký"
    rf"|(?<=[{LOW}])\.(?=\([{LOW}])"  # "chuyên viên chính.(mã số"
    rf"|(?<=[{LOW}]\s)['’`](?=[{UP}][{LOW}])(?![^'’`]*['’`])"  # "thành phố Hà 'Nội", and no quotation closes
    rf"|(?<=\b20\d{{2}}|\b19\d{{2}})\.(?=\s[{LOW}]{{2}})|(?<=,)['’`](?=[{LOW}])"  # "năm 2021. của", "Hoa,'sinh"
    rf"|(?<=\bLuật)[:;.,'’-](?=[{UP}][{LOW}])"  # "Luật:Viên chức", "Luật-Tổ chức"
    r"|(?<=(?:ngày|h[áắ]ng) )['’`\"“.,](?=\d)|(?<=\bngày)[:;.,](?=\s(?:ký|ban hành)\b)"  # "ngày '19 tháng", "ngày: ký"
    r"|(?:(?<=\bcủa)|(?<=\bcác)|(?<=\bnhững))[.,:;'’](?=\s|\Z)|(?<=\bQuyết định)[.,](?=\snày\b)"
    rf"|(?<=[{LOW}]\s)•(?=\s[{LOW}])"
    rf"|(?:(?<=\bBãi bỏ)|(?<=\bThay thế)|(?<=\bHủy bỏ)|(?<=\bSửa đổi))\.(?=\s[{UP}])"  # no sentence is its verb alone
    r"|(?<=\b[Ss]ố )ố(?=\d)"  # "số ố37/TB-VP": the end of the word, seen twice
    rf"|(?<!\S)(?:['’‘`]|[{RAISED}]{{1,2}})(?!\S)"  # "đến hết ‘\nngày", "⁷ ỦY BAN NHÂN DÂN": they stand at words
)
#: The same where the next line goes on with the sentence: "của .\nChính phủ", "chịu trách .\nnhiệm", "ngày -\n20/01/2022".
_BETWEEN = re.compile(
    rf"(?<!\w)(?:của|và|về|do|tại|theo|số|là|cho|từ|đến|trong|các)\s(?P<joined>[-.,:;'’‘“”\"*~])(?=\s)"
    rf"|(?<=[{LOW}])\s(?P<inside>[.,])(?=\s+[{LOW}])|(?<=ngày)\s(?P<dated>[-.,:'’])(?=\s+\d)"
    r"|(?<=\bnăm)\s(?P<yeared>[-.,:'’])(?=\s+(?:19|20)\d{2}\b)"
    rf"|(?<=,)\s(?P<after>[-.,:'’])(?=\s+[{LOW}])|(?<=\bngày)(?P<torn>[.,'’])(?=\s\d{{1,2}}[/\s])"
    rf"|(?<=[{LOW}])(?P<ended>\.)(?=\s[{LOW}]{{2}})"  # "thời.\ngian"
    r"|(?<=\s[-–])\s?(?P<dashed>[:;.,'’])(?=\s)"  # "Nông nghiệp - :\nXây dựng", "Tổ chức -. Biên chế"
    rf"|(?<!\w)(?:ông|bà)(?:\s[{UP}][{LOW}]+){{1,3}}(?P<named>[:;.])(?=\s[{UP}][{LOW}]+,\s)"  # "bà Dương Diệu: Hạnh, sinh"
    rf"|\bĐiều\s\d{{1,2}}\.\s[{UP}][{LOW}]+(?P<opened>\.)(?=\s)"  # "Điều 1. Tặng. Bằng khen": no article is one word
    r"|(?<=\b[Ss]ố)(?P<numbered>[.,'’])(?=\s\d{1,5}[/-])"  # "Quyết định số.\n69/2025/QĐ-UBND"
    r"|(?:(?<=\bBộ trưởng)|(?<=\bChủ tịch))\s(?P<posted>[-–.,:'’])(?=\s(?:Bộ|Ủy ban)\s)"  # "Bộ trưởng\n- Bộ Nội vụ"
    rf"|(?<=\w)(?<!\bsau)(?<!\bgồm)(?<!\blà)(?P<placed>[:'’])(?=\stại\s[{UP}])"  # "làm công chức: tại Văn phòng"
)
#: "Chuyên :\nviên": no colon with a space before it goes on in small letters.
_WRAPPED = re.compile(rf"(?<=[{LOW}] )[:;](?=\n[{LOW}]{{2}})")
#: Before the word that opens a line: ": Điều 1.", ". Căn cứ"; before an item also what might be a mark of its own:
#: "' 1. Bà", "-2. Ông". A quotation mark, though read as a star, opens wording that is another's
#: where an article follows.
_BEFORE_LINE = re.compile(
    rf"[.,:;|¬_~{RAISED}]{{1,2}}\s?(?=[{UP}][{LOW}])|\*\s?(?=[{UP}][{LOW}])(?!Điều)"
    rf"|[^\w\s(\[“”„‟\"«»]{{1,2}}\s?(?=\d{{1,2}}[.)]\s[{UP}])"
)
#: '"Điều I. Ngưng hiệu lực': a quotation mark that nothing announces and nothing closes.
_QUOTING, _CLOSING = re.compile(r'["“”](?=Điều\s)'), re.compile(r'["”]')
_ANNOUNCED = re.compile(rf"[{LOW}]\s?:\s*\Z|như\s+sau\s*\Z")  # "như sau:"; "QUYẾT ĐỊNH:" announces articles of its own
_NEAR = 12
#: Behind the mark that closes a line: "tên sau: ẻ", "Tổ trưởng; i i".
_BEHIND_LINE = re.compile(r"(?<=[;:.])(?:\s+[^\W\d]{1,2}){1,3}\s*\Z")
#: Of a word and a letter of it, or the same word again, one was seen twice: "ô ông Ngô", "bà à Ngô", "Tổ Tổ phó".
#: Letters that points of an article bear may stand before any word.
_ECHO = re.compile(
    rf"(?<!\w)(?P<first>(?![a-eđghik])[{LOW}])(?=\s(?P=first)[{LOW}])|(?<=(?P<end>[{LOW}])\s)(?P<last>(?P=end))(?=\s)"
    rf"|(?<!\w)(?P<word>[{UP}][{LOW}]+)(?=\s(?P=word)\s[{LOW}])"
)
#: "ông ô Dương": before a name the honorific's own letter.
_HONORED = re.compile(rf"(?<=(?<!\w)ông )ô(?= [{UP}])|(?<=(?<!\w)bà )b(?= [{UP}])")
#: No word of the language is one of these letters; the first may bear points of an article.
_LETTER = re.compile(r"(?<!\S)[bcdđghiklmnpqrstvx](?!\S)")
_NEVER = re.compile(r"(?<!\S)[áạãâấầẩẫậăắằẳẵặèéẻẽẹếềểễệìíỉĩịòóỏõọốồỗộớờỡợùúũụứửữựỳỷỹỵ](?!\S)")
_SHORT = 2
_SEEN = 0.5
_SEEN_FIGURE = 0.6
#: "hệ số\n3\n2,67": a sentence goes on over a figure that stands alone.
_GOES_ON = re.compile(rf"[{LOW},]\s*\Z")


def without_specks(text: DocumentText, flat: str) -> tuple[str, tuple[Span, ...]]:
    """`flat`, of the same length, and where letters or stops went, which leaves a doubt. Only what an eye read has specks."""
    eyed = [page.span for page in text.pages if page.source == "ocr"]
    doubtful: list[Span] = []
    for page in eyed:
        letters = sorted(_letters(text, flat, page))
        flat = _blotted(flat, sorted((*_found(text, flat, page), *_between(text, flat, page), *letters)))
        doubtful += letters
    inside = _on(eyed, stops_inside(text)) if eyed else []
    lone = _on(eyed, lone_marks(text)) if eyed else []
    flat = _blotted(flat, sorted((*inside, *lone)))
    return flat, tuple(sorted((*doubtful, *inside)))


def _on(pages: list[Span], spans: Iterator[Span]) -> list[Span]:
    """Those that begin on one of some pages."""
    return [span for span in spans if any(page.start <= span.start < page.end for page in pages)]


def _found(text: DocumentText, flat: str, page: Span) -> Iterator[Span]:
    tables = [table.span for table in text.tables]
    for line in text.lines(page):
        yield from (_span(match) for match in _SPECKS.finditer(flat, line.start, line.end))
        opening = _BEFORE_LINE.match(flat, line.start, line.end)
        if opening:
            yield _span(opening)
        mark = _QUOTING.match(flat, line.start, line.end)
        announced = _ANNOUNCED.search(flat, max(0, line.start - _NEAR), line.start)
        if mark and not announced and not _CLOSING.search(flat, mark.end()):
            yield _span(mark)
        closing = _BEHIND_LINE.search(flat, line.start, line.end)
        if closing and text.confidence(_span(closing)) < _SEEN:
            yield _span(closing)
        if (_is_speck(text, line) or _is_figure(text, page, line)) and not any(
            t.start <= line.start < t.end for t in tables
        ):
            yield line


def _between(text: DocumentText, flat: str, page: Span) -> Iterator[Span]:
    """Marks between two lines of a sentence."""
    yield from (_span(colon) for colon in _WRAPPED.finditer(text.string, page.start, page.end))
    for between in _BETWEEN.finditer(flat, page.start, page.end):
        group = between.lastgroup or 0
        yield Span(start=between.start(group), end=between.end(group))


def _letters(text: DocumentText, flat: str, page: Span) -> Iterator[Span]:
    """What was seen twice, and letters that are no word."""
    for echo in (_ECHO, _HONORED, _NEVER):
        yield from (_span(match) for match in echo.finditer(flat, page.start, page.end))
    for letter in _LETTER.finditer(flat, page.start, page.end):
        if text.confidence(_span(letter)) < _SEEN:
            yield _span(letter)


def _is_speck(text: DocumentText, line: Span) -> bool:
    """One or two letters alone on a line, of which the reader itself was not sure; a cell may hold as little."""
    words = text[line].strip()
    return len(words) <= _SHORT and not words.isdecimal() and text.confidence(line) < _SEEN


def _is_figure(text: DocumentText, page: Span, line: Span) -> bool:
    """One figure alone on a line, hardly seen, in the midst of a sentence."""
    words = text[line].strip()
    if len(words) > 1 or not words.isdecimal() or text.confidence(line) >= _SEEN_FIGURE:
        return False
    return _GOES_ON.search(text.string, page.start, line.start) is not None


def _blotted(flat: str, spans: list[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        if span.start >= at:
            parts += [flat[at : span.start], " " * (span.end - span.start)]
            at = span.end
    return "".join([*parts, flat[at:]])


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())
