"""The post in which somebody signs: the last title of the stack, made whole where it is broken or damaged."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from decisions.fold import fold, has_marks, mark
from decisions.tables import rows
from extract.casing import opening_of
from extract.letters import LOW
from extract.sheet import joined

#: How like a damaged title must be to a post: less where only few posts can follow "KT. CHỦ TỊCH".
_LIKE_ENOUGH = 0.8
_LIKE_A_DEPUTY = 0.6
_BODIES = ("Ủy ban nhân dân", "Hội đồng nhân dân")  #: that decide together, so that TM. stands before them
_TOGETHER = ("doan chu tich", "ban thuong vu", "ban chap hanh", "ban thuong truc")
_TAIL = 4  #: letters by which the end of a post is known below the same post
_REMAINS = 0.78  #: … and for what a seal has left of one, among the posts of the issuer alone


def names_post(words: str) -> bool:
    """Does a title begin or end with a post, or is it nearly one?"""
    folded = _key(words)
    if any(folded == p or folded.startswith(f"{p} ") or folded.endswith(f" {p}") for p in _posts()):
        return True
    return _nearest(folded, tuple(_posts()), _LIKE_ENOUGH) is not None


def _rest_of_post(words: str, issuer: str | None) -> str | None:
    """The post of an issuer that a lone word ends, which is a title, too: "TRƯỞNG" of a school is its HIỆU TRƯỞNG."""
    posts = _posts_of(issuer)
    if " " in words.strip() or _key(words) in posts:
        return None
    return remains_of_post(words, issuer)


def post_at(line: str) -> int:
    """Where a post in capitals begins behind small letters, which are no part of it; 0 where none does."""
    found = max(_in_capitals().finditer(line), key=lambda post: len(post.group()), default=None)
    return found.start() if found and re.search(rf"[{LOW}]", line[: found.start()]) else 0


def position_of(
    stack: list[tuple[str | None, str]], issuer: str | None = None, *, typed: bool = False
) -> tuple[str | None, bool]:
    """The last title of a stack of (capacity, words), and whether it stands there unharmed.

    "KT. CHỦ TỊCH PHÓ / CHỦ TỊCH" ends in "PHÓ CHỦ TỊCH". Below "KT. CHỦ TỊCH" only a deputy can sign. A harmed title
    is guessed among the posts that the issuer has; one of letters from the file itself (`typed`) is never.
    """
    if not stack:
        return None, False
    capacity, words = stack[-1]
    above = next((post for code, post in reversed(stack) if code == "KT."), None)
    chief = _posts().get(_key(above or "")) if above else None
    broken = _broken(stack)
    if broken:
        return broken, True
    if capacity is not None and capacity != "Q.":
        # Whoever signs for another has a title of his own below; where it cannot be read, a deputy's is likeliest.
        return (_deputy(chief[0]) if chief and capacity == "KT." else None), False
    if typed and _stands(words):
        deputies = _deputies(chief[0]) if chief else ()
        return words, _key(words).startswith(deputies) if deputies else names_post(words)
    below_a_post = len(stack) > 1 and capacity is None and stack[-2][0] != "TM."
    twice = _said_twice(stack[-2][1], words, issuer) if below_a_post else None
    if twice and _deputy(twice):
        return _deputy(twice), False  # nobody's title stands there twice: "KT." and "PHÓ" are under the seal
    if chief is None and (remains := _rest_of_post(words, issuer)):
        return remains, False
    if _key(words) in _posts() and (chief is None or _posts()[_key(words)][1] == chief[0]):
        spelled = _posts()[_key(words)][0].upper()
        return spelled, mark(spelled) == mark(" ".join(words.split()))
    if chief is not None:
        deputies = _deputies(chief[0])
        ends = [key for key in deputies if _last(_posts()[key][0]) == _last(words)]
        told = _nearest(_key(words), deputies, _LIKE_A_DEPUTY)
        told = told or next((_posts()[key][0].upper() for key in reversed(ends)), words)
        return told, _key(words).startswith(deputies)
    post = next((post for post in _posts() if _key(words).startswith(f"{post} ")), None)
    if post and len([word for word in _key(words)[len(post) :].split() if len(word) > 1]) > 1:
        return words, True  # a post with its body: "GIÁM ĐỐC SỞ NỘI VỤ"; "CHỦ TỊCH Ủ" has the remains of one
    delegated = any(code in ("TL.", "TUQ.") for code, _ in stack)
    return (
        _nearest(_key(words), _posts_of(None if delegated else issuer), _LIKE_ENOUGH)
        or _last_post(_key(words))
        or remains_of_post(words, None if delegated else issuer)
        or words
    ), False


def _stands(words: str) -> bool:
    """Are typed words a title as they are? A post that lacks marks, or a lone word of one, is made whole."""
    spelled = _posts().get(_key(words))
    if spelled is None:
        return " " in words and has_marks(words)
    return mark(spelled[0]) == joined(mark(words)) and " " in words


def capacity_of(stack: list[tuple[str | None, str]], post: str | None) -> str | None:
    """The last capacity of a stack; whoever signs as a deputy below his chief's title does so for him (Decree 30/2020,
    appendix I, part I, item II.7), also where a seal lies over "KT.".
    """
    said = next((capacity for capacity, _ in reversed(stack) if capacity), None)
    chief = _posts().get(_key(post or ""), ("", ""))[1]
    # Behind TM. stands a body: the ĐOÀN CHỦ TỊCH is a presidium, no chairman.
    below = chief and any(_key(words).endswith(_key(chief)) for code, words in stack[:-1] if code != "TM.")
    return "KT." if said in (None, "TM.") and below else said


def is_deputy(post: str | None) -> bool:
    """ "PHÓ CHỦ TỊCH"."""
    return bool(_posts().get(_key(post or ""), ("", ""))[1])


def signs_together(body: str | None) -> bool:
    """Does any member of a body sign for it, without KT.? So do a presidium and the committees of the Party."""
    return _key(body or "").startswith(_TOGETHER)


def remains_of_post(line: str, issuer: str | None) -> str | None:
    """The post of an issuer that a damaged line in capitals ends with; None where it is nothing like one."""
    letters = [char for char in line if char.isalpha()]
    if not issuer or 2 * sum(char.isupper() for char in letters) < len(letters) or _posts_of(issuer) == tuple(_posts()):
        return None
    words = _key(line).split()
    tails = [" ".join(words[start:]) for start in range(len(words))]
    scored = [(_ratio(tail, post), post) for tail in tails for post in _posts_of(issuer)]
    ratio, post = max(scored, default=(0.0, ""))
    if ratio < _REMAINS:
        # A seal hides where a line begins: its last word alone tells the post, if hardly which of its deputies.
        ends = [pair for pair in scored if _last(line) == _last(_posts()[pair[1]][0])]
        ratio, post = max(ends, key=lambda pair: (pair[0], -len(pair[1])), default=(0.0, ""))
    return _posts()[post][0].upper() if post else None


def made_whole(words: str) -> str | None:
    """A chief's title with his body whose beginning is under a seal: "ĐỐC SỞ NỘI VỤ" → "GIÁM ĐỐC SỞ NỘI VỤ"."""
    first, _, body = words.partition(" ")
    opening = opening_of(body)
    chiefs = [row["title"] for row in rows("posts") if not row["deputy_of"] and opening in row["bodies"].split("|")]
    ends = [chief for chief in chiefs if len(first) > 2 and mark(chief.split()[-1]) == mark(first)]
    return f"{ends[0].upper()} {body}" if opening and len(ends) == 1 else None


def remains_of_body(words: str, issuer: str | None) -> str | None:
    """The body in whose name a stack begins, as a seal has left it: "BAN NHÂN DÂN" is the ỦY BAN NHÂN DÂN."""
    if not words.isupper():
        return None
    return next(
        (b.upper() for b in _BODIES if (issuer or "").startswith(b) and _ratio(_key(words), _key(b)) >= _LIKE_ENOUGH),
        None,
    )


def spelled_body(words: str) -> str | None:
    """The body of these letters, in its own marks: "ỦY BẢN NHÂN DÂN" is the ỦY BAN NHÂN DÂN. As printed where only the
    tone stands elsewhere ("UỶ"); None for any other body.
    """
    body = next((body.upper() for body in _BODIES if _key(words) == _key(body)), None)
    return words if body and mark(words) == mark(body) else body


def _last(words: str) -> str:
    """The last word with its marks; empty where it is no word."""
    last = mark(" ".join(re.findall(r"[^\W\d_]{3,}", words))).split()
    return last[-1] if last else ""


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _deputies(chief: str) -> tuple[str, ...]:
    """The folded titles of a chief's deputies."""
    return tuple(key for key, (_, of) in _posts().items() if of == chief)


def _deputy(chief: str) -> str | None:
    """The plain deputy of a chief."""
    return next((name.upper() for name, of in reversed(_posts().values()) if of == chief), None)


def _said_twice(upper: str, lower: str, issuer: str | None) -> str | None:
    """The post that two lines end in, as a seal has left it in either: "'. THỦ TƯỚNG" over "HỦ TƯỚNG"."""
    rest = _rest_of_post(upper, issuer)
    over, under = _key(rest or upper), _key(lower)
    post = next((post for post in _posts() if over == post or over.endswith(f" {post}")), None)
    cut = post is not None and len(under) >= _TAIL and post.endswith(under)
    return _posts()[post][0] if post and (cut or over == under) else None


def _broken(stack: list[tuple[str | None, str]]) -> str | None:
    """The deputy whose title runs over two lines behind the one he signs for."""
    words = " ".join(words for _, words in stack[-2:])
    for key, (name, chief) in _posts().items():
        if chief and _key(words) == f"{_key(chief)} {key}":
            return name.upper()
    return None


def _nearest(folded: str, posts: tuple[str, ...], least: float) -> str | None:
    scored = [(_ratio(folded, post), post) for post in posts]
    ratio, post = max(scored, default=(0.0, ""))
    return _posts()[post][0].upper() if ratio >= least else None


def _last_post(folded: str) -> str | None:
    return next((name.upper() for key, (name, _) in _posts().items() if folded.endswith(f" {key}")), None)


@cache
def _posts_of(issuer: str | None) -> tuple[str, ...]:
    """The posts of a body, where the table knows any that are its own; else all."""
    bodies = {_key(row["title"]): tuple(filter(None, row["bodies"].split("|"))) for row in rows("posts")}
    own = tuple(post for post in _posts() if issuer and bodies[post] and issuer.startswith(bodies[post]))
    return own or tuple(_posts())


@cache
def _in_capitals() -> re.Pattern[str]:
    """Any post in capitals, the longest first."""
    names = "|".join(re.escape(name.upper()) for name, _ in _posts().values())
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)")


@cache
def _posts() -> dict[str, tuple[str, str]]:
    """Folded post → its name and whose deputy it is, longest first."""
    table = sorted(rows("posts"), key=lambda row: -len(row["title"]))
    return {_key(row["title"]): (row["title"], row["deputy_of"]) for row in table}


def _key(words: str) -> str:
    return joined(fold(words))
