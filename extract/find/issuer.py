"""The body in the head of the page, and the one above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from decisions.fact import Fact
from decisions.fold import fold
from decisions.issuer import issuer_key
from decisions.number import parse_number
from decisions.reading import Signature
from decisions.tables import rows
from decisions.text import Span
from extract.casing import Body, as_written, body, expand, opening_of
from extract.find.agree import well_read
from extract.heads import DATE_MARK, MOTTO, NUMBER_MARK, numbered
from extract.outline import Outline
from extract.settle import Claim, settle
from extract.sheet import Line, Sheet, joined, trim

_NO_BODY = re.compile(
    r"hoa toc|thuong khan|khan$|mat$|toi mat|den$|cong van den|xem xong|luu hanh|sao y|ban sao|du thao"
)
_YOUTH_UNION = re.compile(r"\W*doan (?:tncs|thanh nien cong san) ho chi minh\W*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    body: Body
    spans: tuple[Span, ...]


def find_issuers(outline: Outline, on: date | None, signatures: tuple[Signature, ...]) -> tuple[Fact[str], Fact[str]]:
    """The issuer and the body above it, in full and in normal case."""
    named = _named(outline, on)
    deciding = _deciding(outline, on)
    own = named[-1:]
    claims = [_claim(outline, each, signatures) for each in own]
    named_whole = any(each.body.known for each in own) or (deciding and _is_short(deciding, own))
    if deciding and (not named_whole or _is_another(outline, deciding, own)):
        claims.append(_claim(outline, deciding, signatures))
    parent = settle([_claim(outline, named[-2], signatures)], "print") if len(named) > 1 else Fact()
    return settle(claims, "print"), parent


def _is_short(deciding: _Named, own: list[_Named]) -> bool:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ" below the head of the ỦY BAN NHÂN DÂN XÃ EA TRANG."""
    key = issuer_key(deciding.body.name)
    return not deciding.body.known and any(issuer_key(each.body.name).startswith(f"{key} ") for each in own)


def _is_another(outline: Outline, deciding: _Named, own: list[_Named]) -> bool:
    """Was one body recognised in the head and another above the bases? An eye passes by a line of the head."""
    key = issuer_key(deciding.body.name)
    keys = [issuer_key(each.body.name) for each in own]
    eyed = any(not outline.sheet.typed(span) for each in own for span in each.spans)
    return eyed and not any(each in key or key in each for each in keys)


def symbol_fits(number: str, issuer: str) -> bool:
    """Does the body in a number go with the issuer? A symbol that no table knows goes with all."""
    parsed = parse_number(number)
    if parsed is None or parsed.body is None:
        return True
    expected = _symbols().get(parsed.body.split("-")[0])
    return expected is None or issuer_key(issuer).startswith(expected)


@cache
def _symbols() -> dict[str, str]:
    """Symbol in a number → key with which the name of its body begins: offices below a central one share its letters."""
    central = ((row["symbol"], issuer_key(row["name"])) for row in rows("issuers") if row["symbol"] != "TW")
    found = {symbol: key.removesuffix(" viet nam") for symbol, key in central}
    found |= {row["short"]: issuer_key(row["full"]) for row in rows("abbreviations") if row["short"].isalpha()}
    return found


def _claim(outline: Outline, named: _Named, signatures: tuple[Signature, ...]) -> Claim[str]:
    sheet = outline.sheet
    said = tuple(sheet.mention(span, "issuer/1") for span in named.spans)
    typed = all(sheet.typed(span) for span in named.spans)
    fits = named.body.opened if typed else named.body.known or _again(outline, named.body, signatures)
    name = named.body.name if named.body.known else as_written(named.body.name, _below(outline))
    return Claim(value=name, said=said, typed=typed, fits=fits)


def _deciding(outline: Outline, on: date | None) -> _Named | None:
    """The body whose head decides: "BỘ TRƯỞNG BỘ NỘI VỤ" above the bases names the ministry too."""
    if not outline.authority:
        return None
    spans = tuple(line.span for line in outline.authority)
    words = joined(" ".join(line.text for line in outline.authority)).strip(" -–_.,:")
    folded = fold(words)
    post = next((post for post in _posts() if folded.startswith(post)), "")
    whole = body(words, on)  # "THỦ TƯỚNG CHÍNH PHỦ" is a body itself
    found = whole if whole.known else body(words[len(post) :], on)
    return _Named(body=found, spans=spans) if found.opened else None


def _again(outline: Outline, found: Body, signatures: tuple[Signature, ...]) -> bool:
    """Does the text below the head, or a digital signature, name the very same body once more?"""
    if not found.opened:
        return False
    if not well_read(outline.sheet, " ".join(found.name.split()[-2:])):
        return False
    key = issuer_key(found.name)
    below = issuer_key(expand(_below(outline)))
    return (bool(key) and key in below) or any(key == issuer_key(s.organisation or s.name) for s in signatures)


def _below(outline: Outline) -> str:
    """The text below the head."""
    return outline.sheet.flat[outline.head.end if outline.head else 0 : outline.span.end]


def _named(outline: Outline, on: date | None) -> list[_Named]:
    """The bodies of the head, from above downwards."""
    groups: list[list[Span]] = []
    for span in _pieces(outline):
        words = expand(outline.sheet.flat[span.start : span.end])
        begins = opening_of(words) is not None
        if groups and (not begins or _only_opening(outline.sheet, groups[-1])):
            groups[-1].append(span)
        elif begins or not groups:
            groups.append([span])
    found: list[_Named] = []
    for spans in groups:
        words = joined(" ".join(outline.sheet.flat[span.start : span.end] for span in spans))
        found.extend(_Named(body=each, spans=tuple(spans)) for each in _bodies(words, on))
    return [n for n in found if n.body.opened] or found[-1:]


def _bodies(words: str, on: date | None) -> Iterator[Body]:
    """One body, or two that one line holds: "BỘ TÀI CHÍNH CỤC THUẾ"."""
    parts = expand(words).split()
    for index in range(2, len(parts) - 1):
        above, below = " ".join(parts[:index]), " ".join(parts[index:])
        if opening_of(below) and body(above, on).known:
            yield body(above, on)
            yield body(below, on)
            return
    yield body(words, on)


def _only_opening(sheet: Sheet, spans: list[Span]) -> bool:
    """ "TRƯỜNG" alone, its name on the next line. "ỦY BAN NHÂN DÂN" waits for its place, not for another body."""
    words = expand(joined(" ".join(sheet.flat[s.start : s.end] for s in spans)))
    opening = opening_of(words)
    return opening is not None and " " not in words.strip()


def _pieces(outline: Outline) -> list[Span]:
    """Capitals in the head that are neither motto nor number nor date."""
    if outline.head is None:
        return []
    left = outline.sheet.text.zone("head_left")
    lines = [x for x in outline.head.lines if any(z.start <= x.span.start < z.end for z in left)]
    lines = lines or list(outline.head.lines)
    # What papers of the Youth Union have for a motto; above the name of a body it is the body above that.
    lines = [line for at, line in enumerate(lines) if not at or not _YOUTH_UNION.fullmatch(line.bare)]
    pieces = [_piece(outline.sheet, line) for line in lines]
    return [span for span in pieces if span is not None]


def _piece(sheet: Sheet, line: Line) -> Span | None:
    ends = [match.start() for match in MOTTO.finditer(line.bare)]
    ends += [match.start() for match in NUMBER_MARK.finditer(line.text)]
    if DATE_MARK.search(line.bare) or (numbered(line) and not NUMBER_MARK.search(line.text)):
        return None
    span = trim(sheet.flat, line.span.start, line.span.start + min(ends, default=len(line.text)))
    words = sheet.flat[span.start : span.end]
    letters = [c for c in words if c.isalpha()]
    capitals = len(letters) > 3 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)
    return span if capitals and not _NO_BODY.search(line.words) else None


@cache
def _posts() -> tuple[str, ...]:
    return tuple(sorted((f"{fold(row['title'])} " for row in rows("posts")), key=len, reverse=True))
