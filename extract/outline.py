"""The parts of a decision by the form: head, title, bases, articles, recipients, signature block, annex."""

from __future__ import annotations

import re
from dataclasses import dataclass

from decisions.text import Span
from extract.heads import OPENS_SUBJECT, WHOSE, Head, find_heads, names_head_of
from extract.letters import LOW, UP
from extract.plain import pattern
from extract.sheet import Line, Sheet
from extract.torn import Torn, torn_heading

#: "Căn ciÈ Luật …" too: whatever the last letters became, the kind behind them tells a base.
_HARMED_BASE = r"can c\w{1,3}\s+(?:bo luat|luat|phap lenh|hien phap|nghi dinh|nghi quyet|quyet dinh|thong tu)\s"
_BASE = re.compile(
    r"[-–+\s]*(?:c ?an cu|theo de nghi|xet |thuc hien |tren co so|theo cong van|theo to trinh|duoc su "
    rf"|{_HARMED_BASE})"
)
_ARTICLE = re.compile(r"dieu\s+(\d{1,3})\s*([a-z]?)(?=\s|$)")
_ARTICLE_ONE = re.compile(r"dieu\s+[1il]\b")
_ENACTING = re.compile(r"(?:quyet dinh|quyet nghi|nghi quyet|chi thi)\s*:?\s*$")
_AUTHOR = re.compile(r"(?:\w+ ){1,16}ban hanh (?:quyet dinh|nghi quyet|chi thi|quy che|quy dinh)\b")
#: Where the author follows in the line of the last base: "…; UBND tỉnh ban hành Quyết định bãi bỏ …".
_AUTHOR_INSIDE = pattern(
    r"[;.,:]\s+(?P<author>(?:Ủy ban nhân dân|UBND|Hội đồng nhân dân|HĐND|Chủ tịch|Thủ tướng|Bộ trưởng|Giám đốc)"
    r"(?:,?\s+\w+){0,14}?\s+ban hành\s+(?:Quyết định|Nghị quyết|Chỉ thị|Quy chế|Quy định)(?!\w|\s+số))",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"(?:noi nhan|kinh gui noi nhan)\b|\S{0,8}\s?\S{0,8}\s+-?\s*nhu dieu \d|\s*nhu dieu \d+\s*$")
_STACK = re.compile(
    rf"(?:^|\s)(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\s?[.,:]\s?[{UP}]{{2}}|^Q\.\s?[{UP}]{{2}}|^(?:TM|KT|TL|TUQ)\s?/\s?[{UP}]{{2}}"
)
_STACK_DOTTED = re.compile(rf"(?:^|\s)(?:TM|KT|TL|TUQ)\s?\.\s?[{UP}]{{2}}")
#: A full stop between two sentences; "TP. Hồ Chí Minh" has none.
SENTENCE_END = re.compile(rf"[{LOW}]{{2}}\.\s+[{UP}]")
_PROSE = 120  #: letters of a paragraph that is no line of a title any more
_ANNEX = re.compile(r"(?:phu luc|danh sach|danh muc|quy che|quy dinh|ke hoach|de an|bieu|mau so)\b")
_ATTACHED = re.compile(r"\(?\s*(?:ban hanh )?kem theo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Where each part of one instrument stands. Without a head (an article, a loose annex) all but `body` are empty."""

    sheet: Sheet
    span: Span
    head: Head | None
    subject: tuple[Line, ...] = ()  #: lines below the name of the kind
    authority: tuple[Line, ...] = ()  #: "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …", above the bases or the enacting word
    bases: Span | None = None
    body: Span  #: from the first article, or from what follows the subject, to the foot
    recipients: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()
    annex: Span | None = None  #: whatever follows the foot


def outlines(sheet: Sheet) -> tuple[Outline, ...]:
    """One outline for each instrument in the text; exactly one without a head where the text has no instrument."""
    heads = find_heads(sheet)
    whole = Span(start=0, end=len(sheet.flat))
    if not heads:
        return (Outline(sheet=sheet, span=whole, head=None, body=whole),)
    starts = [0, *(head.start for head in heads[1:])]
    ends = [*starts[1:], whole.end]
    return tuple(
        _outline(sheet, head, Span(start=start, end=end)) for head, start, end in zip(heads, starts, ends, strict=True)
    )


def _outline(sheet: Sheet, head: Head, span: Span) -> Outline:
    below = [line for line in sheet.within(span) if line.span.start >= head.end]
    opening = _opening(sheet, below)
    subject, authority = _subject_and_authority(below[_whose(below[:opening], head) : opening], head)
    body_at, bases = _bases(below, opening)
    foot_at = _foot_in_columns(sheet, below, body_at, _foot(below, body_at))
    foot, annex_at = _foot_lines(below, foot_at)
    body_start = _body_start(below, body_at, span.end)
    body_end = below[foot_at].span.start if foot_at < len(below) else span.end
    recipients, signature = _columns(sheet, foot)
    return Outline(
        sheet=sheet,
        span=span,
        head=head,
        subject=subject,
        authority=authority,
        bases=_up_to_author(sheet, below[bases[0]].span.start, min(below[bases[1] - 1].span.end, body_start))
        if bases
        else None,
        body=Span(start=min(body_start, body_end), end=body_end),
        recipients=recipients,
        signature=signature,
        annex=Span(start=below[annex_at].span.start, end=span.end) if annex_at < len(below) else None,
    )


def _opening(sheet: Sheet, below: list[Line]) -> int:
    """The index of the first line that is no subject or authority any more."""
    for index, line in enumerate(below):
        begins = _BASE.match(line.bare) is not None
        if index and ((begins and not line.upper) or _ENACTING.fullmatch(line.bare)):
            return index  # in capitals "THỰC HIỆN …" goes on with the subject
        if (index and _torn_one(below, index)) or (begins and line.bare.startswith(("can c", "theo de nghi"))):
            return index
        if _ARTICLE_ONE.match(line.bare) or _RECIPIENTS.match(line.bare) or (index and _starts_body(sheet, line)):
            return index
    return min(len(below), 6)


def _starts_body(sheet: Sheet, line: Line) -> bool:
    """A numbered heading below a title, or running text: a subject has no full stop and never goes on for so long."""
    if re.match(r"[IVX]{1,4}[.\-]\s|\d{1,2}\.\s", line.text) or line.bare.startswith("kinh gui"):
        return True
    if line.upper or not line.text[:1].isupper():
        return False
    end = sheet.flat.find("\n", line.span.start)
    paragraph = sheet.flat[line.span.start : end if end >= 0 else len(sheet.flat)].strip()
    ended = paragraph.endswith((".", ":", ";", "./")) or SENTENCE_END.search(paragraph) is not None
    return len(paragraph) > _PROSE and ended


def _whose(lines: list[Line], head: Head) -> int:
    """How many lines below the name of the kind go on saying whose the instrument is."""
    name = head.kind_span.end - head.title.span.start
    begun = WHOSE.match(head.title.bare, name) is not None
    for index, line in enumerate(lines):
        begun = begun or (index == 0 and WHOSE.match(line.bare) is not None)
        if not (begun and line.upper) or OPENS_SUBJECT.match(line.bare):
            return index
    return 0


def _subject_and_authority(lines: list[Line], head: Head) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The authority line is in capitals and begins with a post or a body; the subject stands above it."""
    first = 0 if head.title_rest is None else -1
    if head.title_rest is None and lines and not lines[0].upper:
        # Capitals below a subject in normal case: who decides, or a stamp.
        ends = (i for i, line in enumerate(lines) if line.upper and (len(line.text) > 9 or head.is_authority(line)))
        end = next(ends, len(lines))
        return tuple(lines[:end]), tuple(line for line in lines[end:] if head.is_authority(line))
    for index in range(len(lines) - 1, first, -1):
        if lines[index].upper and head.is_authority(lines[index]):
            lone = index - 1 > first and names_head_of(lines[index - 1], lines[index])
            at = index - 1 if lone else index
            return tuple(lines[:at]), tuple(lines[at:])
    return tuple(lines), ()


def _bases(below: list[Line], start: int) -> tuple[int, tuple[int, int] | None]:
    """The index of the first line of the body, and the range of the lines with bases before it."""
    first = last = None
    for index in range(start, len(below)):
        line = below[index]
        if _torn_one(below, index):
            ended = index + 1 if _BASE.match(line.bare) else last or index
            return index, (first, ended) if first is not None else None
        if _ARTICLE_ONE.match(line.bare) or (_ENACTING.fullmatch(line.bare) and line.upper):
            body = index + 1 if _ENACTING.fullmatch(line.bare) else index
            return body, (first, last or index) if first is not None else None
        if _BASE.match(line.bare):
            first = index if first is None else first
            last = None
        elif first is not None and last is None and _closes_bases(below[index - 1], line):
            last = index
        if first is None and index > start + 3:
            break
    if first is not None:
        return (last or first + 1), (first, last or first + 1)
    return start, None


def _torn_one(below: list[Line], index: int) -> Torn | None:
    """ "QUYẾT ĐỊNH: Điều" above "1. Giao …"."""
    torn = torn_heading(below[index], below[index + 1]) if index + 1 < len(below) else None
    return torn if torn and torn.number == 1 else None


def _body_start(below: list[Line], at: int, end: int) -> int:
    if at >= len(below):
        return end
    torn = _torn_one(below, at)
    return torn.start if torn else below[at].span.start


def _up_to_author(sheet: Sheet, start: int, end: int) -> Span:
    """The bases without the enacting words where these go on in the line of the last base."""
    author = _AUTHOR_INSIDE.search(sheet.plain, start, end)
    if author:
        return Span(start=start, end=author.start("author"))
    return Span(start=start, end=end)


def _closes_bases(before: Line, line: Line) -> bool:
    """A full stop ends the bases; what follows enacts: "Ủy ban nhân dân ban hành Quyết định …"."""
    if _AUTHOR.match(line.bare):
        return True
    ended = before.text.endswith((".", ":", ";", ","))
    enacts = re.search(r"ban hanh|quyet dinh|nhu sau|chi thi|yeu cau", line.bare) is not None
    return before.text.endswith(".") or (line.upper and ended) or (ended and enacts and not line.text[:1].islower())


def _foot(below: list[Line], start: int) -> int:
    """The index of the line where the recipients or the signature block begin."""
    for index in range(start, len(below)):
        line = below[index]
        if _RECIPIENTS.match(line.bare) or _STACK.search(line.text):
            return index
        if index > start and below[index - 1].text.endswith(("./.", "./", ".I.", "./,")) and line.upper:
            return index
    for index in range(len(below) - 1, start, -1):  # "CHỦ TỊCH" alone, without TM. or recipients
        if index >= len(below) - 6 and below[index].upper and _ends_sentence(below[index - 1]):
            return index
    closed = (index for index in range(start + 1, len(below)) if below[index - 1].text.endswith("./."))
    return next(closed, len(below))


def _foot_in_columns(sheet: Sheet, below: list[Line], start: int, worded: int) -> int:
    """The foot begins where the page shows its two columns, though pen and seal have eaten "Nơi nhận" and the titles.

    Where articles go on below, the columns were a table.
    """
    zones = (*sheet.text.zone("foot_left"), *sheet.text.zone("foot_right"))
    lines = ((i, below[i].span.start) for i in range(start, worded))
    found = next((i for i, at in lines if any(zone.start <= at < zone.end for zone in zones)), worded)
    headings = (_ARTICLE.match(line.bare) for line in below[found:worded])
    return worded if any(heading and int(heading[1]) > 1 for heading in headings) else found


def _ends_sentence(line: Line) -> bool:
    return line.text.endswith((".", "./", ".I"))


def _foot_lines(below: list[Line], start: int) -> tuple[list[Line], int]:
    """The lines of the foot and the index of the first line after it."""
    signed = False
    for index in range(start, len(below)):
        line = below[index]
        signed = signed or bool(_STACK.search(line.text))
        follows = below[index + 1].bare if index + 1 < len(below) else ""
        annexed = (_ANNEX.match(line.bare) and line.upper) or _ATTACHED.match(line.bare) or _ATTACHED.match(follows)
        if index > start and annexed and not line.text.startswith("-"):
            return below[start:index], index
        if signed and index > start + 80:
            return below[start:index], index
    return below[start:], len(below)


def _columns(sheet: Sheet, foot: list[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Recipients left, signature right: by zones where the page has them, else by where the stack begins."""
    left, right = (sheet.text.zone("foot_left"), sheet.text.zone("foot_right"))
    if left or right:
        signature = tuple(x for x in foot if any(z.start <= x.span.start < z.end for z in right))
        recipients = tuple(x for x in foot if any(z.start <= x.span.start < z.end for z in left))
        if signature:
            return recipients, signature
    heading = next((i for i, line in enumerate(foot) if _RECIPIENTS.match(line.bare)), None)
    signature_at = next((i for i, line in enumerate(foot) if _is_stack(line) or _is_title(line)), len(foot))
    if heading is None:
        return (), tuple(foot[signature_at:])
    if signature_at < heading:
        return tuple(foot[heading:]), tuple(foot[signature_at:heading])
    return tuple(foot[heading:signature_at]), tuple(foot[signature_at:])


def _is_stack(line: Line) -> bool:
    """A capacity before a title; in a recipient ("- LĐVP, TTTT, KT, TTPVHCC") such letters are an office."""
    listed = line.text.startswith(("-", "–", "+", "•"))
    return _STACK.search(line.text) is not None and not (listed and _STACK_DOTTED.search(line.text) is None)


def _is_title(line: Line) -> bool:
    words = re.match(rf"[^{LOW}]*", line.text)
    return line.text[:1].isupper() and words is not None and len(words.group().strip()) >= 6
