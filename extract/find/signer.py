"""Who signed, as what, and for whom: the stack of titles and the name below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from decisions.decision import Signer
from decisions.fact import Candidate, Fact, Mention
from decisions.fold import fold, has_marks, mark
from decisions.reading import Look, Signature
from decisions.syllable import RAISED
from decisions.text import Span
from extract.find.cut import is_cut
from extract.find.name_seen import Named, names_seen
from extract.find.names import NAME, is_signature, without_degrees
from extract.find.titles import (
    capacity_of,
    is_deputy,
    made_whole,
    names_post,
    position_of,
    post_at,
    remains_of_body,
    remains_of_post,
    signs_together,
    spelled_body,
)
from extract.letters import LOW, UP
from extract.outline import Outline
from extract.settle import Claim, settle
from extract.sheet import Line, Sheet, joined, trim

_CAPACITY = re.compile(
    rf"(?<![{UP}])(TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?[.,:](?=\s?[{UP}])\s?|(?<![{UP}])(T/M|K/T|T/L)\s"
    rf"|^\W*(TM|KT|TL|TUQ)\s(?=[{UP}]{{2,}}\s[{UP}]{{2}})"  # its full stop was not seen
    rf"|^\W*(TM|KT|TL|TUQ)\s?/\s?(?=[{UP}]{{2}})"  # as typists wrote it in the nineties
)
_HARMED = re.compile(rf"\W*[^\s.]{{0,3}}([TMLQUỢỌOÓÒ])\s?[.,:]\s?(?=[{UP}]{{2}})")
_LAST_LETTER = {"T": "KT", "M": "TM", "L": "TL", "Q": "TUQ"} | {"U": "TL"} | dict.fromkeys("ỢỌOÓÒ", "TUQ")
#: The same word twice, one of them its echo: "CHỦ CHỦ TỊCH".
_TWICE = re.compile(r"(?<!\w)(\w+) (?=\1(?!\w))")
_EDGES = re.compile(rf"^[\W_{RAISED}]+|[\W_{RAISED}]+$")
_CLEAR = 0.8  #: confidence from which a title was seen well
_REVIEWED = 0.75  #: the most that a value in review is believed
_SIGNED = re.compile(r"\(?\s*(?:da ky|ky ten|ky thay|chu ky)\b.*")
#: A line of a digital signature by itself: "Ký bởi: Lê Văn Mẫu". Whole stamps are taken out before (extract/stamps.py).
_NOISE = re.compile(r"nguoi ky|ky boi|email|thoi gian ky|ngay ky")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    capacity: str | None
    words: str
    span: Span
    whole: bool = True  #: nothing stands before it that may be the beginning of the title


def find_signer(
    outline: Outline, signatures: tuple[Signature, ...], looks: tuple[Look, ...], issuer: str | None
) -> Fact[Signer]:
    """The signer. Under a seal one reading of the name is not enough: other looks and a digital signature have a say."""
    looks = own_looks(outline, looks)
    titles, name = _read(outline, looks, issuer)
    if not titles and name is None and not looks:
        return Fact()
    sheet = outline.sheet
    above = tuple(sheet.mention(title.span, "signer/2") for title in titles)
    line = name or _looked_at(outline, looks)
    printed = sheet.mention(line, "signer/2") if line else None
    typed = all(sheet.typed(title.span) for title in titles)
    signer, exact = _signer(titles, issuer, typed=typed)
    if name and typed and sheet.typed(name):
        value = replace(signer, name=_name(sheet, name))
        claim = Claim(value=value, said=(*above, *([printed] if printed else [])), typed=True, fits=exact)
        return settle([claim, *_certified(claim, value, signatures)], "pen")
    clear = exact and all(said.confidence >= _CLEAR for said in above)
    return _fact(signer, names_seen(printed, looks, signatures), above, clear)


def _fact(signer: Signer, names: tuple[Named, ...], above: tuple[Mention, ...], clear: bool) -> Fact[Signer]:
    """Sure where the titles were read clearly and the looks carry the name, else every name for a person to choose."""
    said = tuple(dict.fromkeys((*above, *(each for name in names for each in name.said))))
    if not names:
        return Fact(value=signer, state="review", confidence=0.0, said=said, candidates=())
    values = [replace(signer, name=name.name) for name in names]
    if clear and names[0].sure:
        return Fact(value=values[0], state="sure", confidence=min(each.confidence for each in said), said=said)
    shares = [min(name.share, _REVIEWED) for name in names]
    return Fact(
        value=values[0],
        state="review",
        confidence=shares[0],
        said=said,
        candidates=tuple(
            Candidate(value=value, confidence=share, said=(*above, *name.said))
            for value, share, name in zip(values, shares, names, strict=True)
        ),
    )


def _signer(titles: list[_Title], issuer: str | None, *, typed: bool) -> tuple[Signer, bool]:
    """What the titles say, without a name, and whether they stand there unharmed."""
    titles = [_delegating(title) if title.capacity == "Q." and title != titles[-1] else title for title in titles]
    stack = [(title.capacity, title.words) for title in titles]
    post, exact = position_of(stack, issuer, typed=typed)
    behalf = next((title.words for title in titles if title.capacity == "TM."), None)
    body = spelled_body(behalf) if behalf else None
    exact = exact and all(title.whole for title in titles) and body in (None, behalf)
    exact = exact and not any(is_cut(words) for words in (post, behalf) if words)
    capacity = capacity_of(stack, post)
    # A deputy signs for his chief: "KT." was passed by.
    exact = exact and not (capacity == "TM." and is_deputy(post) and not signs_together(behalf))
    return Signer(name=None, position=post, capacity=capacity, on_behalf_of=body or behalf), exact


def _delegating(title: _Title) -> _Title:
    """ "Q." above another title is what a seal has left of "TUQ.": an acting chief signs in his own."""
    return replace(title, capacity="TUQ.", whole=False)


def own_looks(outline: Outline, looks: tuple[Look, ...]) -> tuple[Look, ...]:
    """The looks at the signature of this instrument, not at that of another in the same file."""
    places = [outline.sheet.place(line.span) for line in outline.signature]
    pages = {place.page for place in places if place}
    return tuple(look for look in looks if look.place.page in pages)


def _certified(claim: Claim[Signer], value: Signer, signatures: tuple[Signature, ...]) -> Iterator[Claim[Signer]]:
    """The same signer by each digital signature of that name; a signature with other marks is another claim."""
    for by in dict.fromkeys(s.name for s in signatures if value.name and _alike(value.name, s.name)):
        assert by is not None
        yield replace(claim, value=value if mark(by) == mark(value.name or "") else replace(value, name=by))


def _read(outline: Outline, looks: tuple[Look, ...], issuer: str | None) -> tuple[list[_Title], Span | None]:
    """The title lines from above, and the span of the name below them: where it was looked at, if it was."""
    titles: list[_Title] = []
    for line in outline.signature:
        if _SIGNED.match(line.bare) or _NOISE.search(line.bare):
            continue
        capitals = _capitals(line)
        if capitals and _is_titled(capitals.text, titles):
            whole = not re.search(r"[^\W\d_]", outline.sheet.flat[line.span.start : capitals.span.start])
            titles.extend(replace(title, whole=title.whole and whole) for title in _titles(capitals))
            rest = trim(outline.sheet.flat, capitals.span.end, line.span.end)
        elif capitals and (remains := _remains(capitals.text, titles, issuer)):
            titles.append(replace(remains, span=line.span))
            continue
        elif post := remains_of_post(line.text, issuer):
            titles.append(_Title(capacity=None, words=post, span=line.span))
            continue
        else:
            rest = line.span
        name = _name_in(outline.sheet, rest) if titles and _may_be_named(outline.sheet, line, looks) else None
        if name:
            return titles, name
    return titles, _last_name(outline, looks)


def _remains(line: str, titles: list[_Title], issuer: str | None) -> _Title | None:
    """The body behind TM. that opens a stack, or a title with its body below another, as a seal has left them."""
    words = _EDGES.sub("", line)
    body, post = remains_of_body(words, issuer) if not titles else None, made_whole(words) if titles else None
    if body or post:
        return _Title(
            capacity="TM." if body else None, words=body or post or "", span=Span(start=0, end=0), whole=False
        )
    return None


def _may_be_named(sheet: Sheet, line: Line, looks: tuple[Look, ...]) -> bool:
    """Is a line no higher on the page than where the name was looked for? Remains of titles look like names."""
    place = sheet.place(line.span)
    tops = [look.place.box.y0 for look in looks if look.place.box]
    return not tops or place is None or place.box is None or place.box.y1 > min(tops)


def _looked_at(outline: Outline, looks: tuple[Look, ...]) -> Span | None:
    """The line where the name was looked for, though it does not read like one."""
    for line in outline.signature:
        place = outline.sheet.place(line.span)
        boxes = [look.place.box for look in looks if look.place.box and place and look.place.page == place.page]
        if place and place.box and any(box.y0 < (place.box.y0 + place.box.y1) / 2 < box.y1 for box in boxes):
            return line.span
    return None


def _last_name(outline: Outline, looks: tuple[Look, ...]) -> Span | None:
    """Where seal and pen have eaten the titles: the last line of the block that is nothing but a name."""
    for line in reversed([line for line in outline.signature if _may_be_named(outline.sheet, line, looks)]):
        words = _EDGES.sub("", line.text)
        if NAME.fullmatch(words) and is_signature(words):
            start = line.span.start + line.text.index(words)
            return Span(start=start, end=start + len(words))
    return None


def _capitals(line: Line) -> Line | None:
    """The beginning of a line that is in capitals, from a capacity on where other words stand left of it."""
    start = 0
    stack = _CAPACITY.search(line.text)
    if stack and stack.start() and not line.text[: stack.start()].isupper():
        start = stack.start()
    if not stack:
        start = next((mark.start(1) for mark in _harmed(line.text)), 0) or post_at(line.text)
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
        read = _EDGES.sub("", joined(capitals.text[start:end]))
        words = _TWICE.sub("", read)
        if words:
            span = Span(start=capitals.span.start + start, end=capitals.span.start + end)
            found.append(_Title(capacity=capacity, words=words, span=span, whole=words == read))
    return found


def _harmed(text: str) -> list[re.Match[str]]:
    """ "1{T. THỦ TƯỚNG": the seal has eaten the beginning of "KT.", the last letter tells it."""
    match = _HARMED.match(text)
    return [match] if match and names_post(text[match.end() :]) else []


def _code(mark: re.Match[str]) -> str:
    found = next(group for group in mark.groups() if group)
    whole = found if mark.re is _CAPACITY else _LAST_LETTER[found]
    return whole.replace("/", "") + "."


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
