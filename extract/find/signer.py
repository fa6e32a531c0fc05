"""Who signed, as what, and for whom: the stack of titles and the name below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from decisions.decision import Signer
from decisions.fact import Fact
from decisions.fold import fold, has_marks, mark
from decisions.reading import Signature
from decisions.text import Span
from extract.find.names import NAME, is_signature, without_degrees
from extract.find.titles import names_post, position_of
from extract.letters import LOW, UP
from extract.outline import Outline
from extract.settle import Claim, settle
from extract.sheet import Line, Sheet, joined, trim

_CAPACITY = re.compile(rf"(?<![{UP}])(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?[.,:](?=\s?[{UP}])\s?|(?<![{UP}])(T/M|K/T|T/L)\s")
_HARMED = re.compile(rf"\W*[^\s.]{{0,3}}([TMLQ])\s?[.,:]\s?(?=[{UP}]{{2}})")
_LAST_LETTER = {"T": "KT", "M": "TM", "L": "TL", "Q": "TUQ"}
_SIGNED = re.compile(r"\(?\s*(?:da ky|ky ten|ky thay|chu ky)\b.*")
_NOISE = re.compile(r"nguoi ky|ky boi|email|co quan:|thoi gian ky|ngay ky")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    capacity: str | None
    words: str
    span: Span


def find_signer(outline: Outline, signatures: tuple[Signature, ...], issuer: str | None) -> Fact[Signer]:
    """The signer. Under a seal one optical reading of the name is not enough: a digital signature may confirm it."""
    titles, name = _read(outline)
    if not titles and name is None:
        return Fact()
    sheet = outline.sheet
    spans = [title.span for title in titles] + ([name] if name else [])
    said = tuple(sheet.mention(span, "signer/1") for span in spans)
    post, exact = position_of([(title.capacity, title.words) for title in titles], issuer)
    value = Signer(
        name=_name(sheet, name) if name else None,
        position=post,
        capacity=next((title.capacity for title in reversed(titles) if title.capacity), None),
        on_behalf_of=next((title.words for title in titles if title.capacity == "TM."), None),
    )
    typed = all(sheet.typed(span) for span in spans)
    whole = value.name is not None and exact
    claims = [Claim(value=value, said=said, typed=typed, fits=whole)]
    for by in dict.fromkeys(s.name for s in signatures if value.name and _alike(value.name, s.name)):
        assert by is not None
        signed = value if mark(by) == mark(value.name or "") else replace(value, name=by)
        claims.append(Claim(value=signed, said=said, typed=typed, fits=whole))
    return settle(claims, "pen")


def _read(outline: Outline) -> tuple[list[_Title], Span | None]:
    """The title lines from above, and the span of the name below them."""
    titles: list[_Title] = []
    for line in outline.signature:
        if _SIGNED.match(line.bare) or _NOISE.search(line.bare):
            continue
        capitals = _capitals(line)
        if capitals and _is_titled(capitals.text, titles):
            titles.extend(_titles(capitals))
            rest = trim(outline.sheet.flat, capitals.span.end, line.span.end)
        else:
            rest = line.span
        name = _name_in(outline.sheet, rest) if titles else None
        if name:
            return titles, name
    return titles, _last_name(outline)


def _last_name(outline: Outline) -> Span | None:
    """Where seal and pen have eaten the titles: the last line of the block that is nothing but a name."""
    for line in reversed(outline.signature):
        match = NAME.fullmatch(line.text)
        if match and is_signature(match.group()):
            return line.span
    return None


def _capitals(line: Line) -> Line | None:
    """The beginning of a line that is in capitals, from a capacity on where other words stand left of it."""
    start = 0
    stack = _CAPACITY.search(line.text)
    if stack and stack.start() and not line.text[: stack.start()].isupper():
        start = stack.start()
    if not stack:
        start = next((mark.start(1) for mark in _harmed(line.text)), 0)
    match = re.match(rf"[^{LOW}\d(]+", line.text[start:])
    text = match.group() if match else ""
    if line.text[start + len(text) :][:1].islower():
        text = text.rpartition(" ")[0]  # the capital before a small letter begins a name
    text = text.rstrip()
    if len(text) < 3:
        return None
    span = Span(start=line.span.start + start, end=line.span.start + start + len(text))
    return Line(span=span, text=text, bare=line.bare[start : start + len(text)])


def _is_titled(words: str, titles: list[_Title]) -> bool:
    """A capacity, a post, or words that go on from a title. A name in capitals below the titles is none."""
    if _CAPACITY.search(words) or names_post(words):
        return True
    return bool(titles) and not names_post(titles[-1].words) and len(words.split()) > 1


def _titles(capitals: Line) -> list[_Title]:
    """One title for every capacity in a line."""
    marks = list(_CAPACITY.finditer(capitals.text)) or _harmed(capitals.text)
    ends = [*(mark.start() for mark in marks), len(capitals.text)]
    codes = [None, *(_code(mark) for mark in marks)]
    starts = [0, *(mark.end() for mark in marks)]
    found = []
    for start, end, capacity in zip(starts, ends, codes, strict=True):
        words = joined(capitals.text[start:end]).strip(" .,:;-–")
        if words:
            span = Span(start=capitals.span.start + start, end=capitals.span.start + end)
            found.append(_Title(capacity=capacity, words=words, span=span))
    return found


def _harmed(text: str) -> list[re.Match[str]]:
    """ "1{T. THỦ TƯỚNG": the seal has eaten the beginning of "KT.", the last letter tells it."""
    match = _HARMED.match(text)
    return [match] if match and names_post(text[match.end() :]) else []


def _code(mark: re.Match[str]) -> str:
    found = next(group for group in mark.groups() if group)
    return _LAST_LETTER.get(found, found).replace("/", "") + "."


def _name_in(sheet: Sheet, span: Span) -> Span | None:
    """A name that fills the line, degrees and ranks before it left out."""
    text = sheet.flat[span.start : span.end]
    start = without_degrees(text)
    match = NAME.fullmatch(text, start) or NAME.match(text, start)
    if match is None or not is_signature(match.group()):
        return None
    rest = text[match.end() :].strip()
    if rest and sum(c.isalpha() for c in rest) > 6:
        return None
    return trim(sheet.flat, span.start + match.start(), span.start + match.end())


def _name(sheet: Sheet, span: Span) -> str:
    name = joined(sheet.flat[span.start : span.end])
    return name.title() if name.isupper() else name


def _alike(name: str, signed: str | None) -> bool:
    """Is a digital signature by somebody of that name, marks aside? One without marks says nothing about them."""
    if signed is None or not has_marks(signed):
        return False
    return " ".join(fold(name).split()) == " ".join(fold(signed).split())
