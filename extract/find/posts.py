"""The posts of a personnel act: the one held, the one given or taken, each with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.find.cut import LEADS_ON
from extract.find.other_words import found_in
from extract.find.post import Post, is_post, post_in
from extract.find.post_acts import GIVES, KEEPS, MOVES, OF_RANK, TAKES_AWAY
from extract.find.post_leads import leads
from extract.plain import pattern, plain
from extract.sheet import joined

_ALSO = pattern(r"(?<!\w)đồng\s+thời\s+(?:giữ|làm|đảm|kiêm)")
_ACTING = re.compile(r"[Qq]uyền\s+")
_EDGES = ' ,.-–“”"'  #: that belong to the sentence, not to a post
_ENDS = re.compile(r"[;:\n]|\.(?=\s|\Z)")
_CUT = re.compile(rf"(?<!,) (?:{'|'.join(sorted(LEADS_ON))})\Z")
_PARTICLES = frozenset(
    [
        "hiện",
        "đến",
        "về",
        "trở",
        "và",
        "cho",
        "thay",
        "sang",
        "từ",
        "được",
        "nay",
        "đã",
        "xuống",
        "kiêm",
        "là",
        "của",
        "không",
        "do",
        "vì",
        "bởi",
        "khi",
        "sau",
        "trước",
        "với",
        "nhân",
        "dịp",
        "lúc",
        "trong",
        "xin",
        "thôi",
        "vào",
    ]
)
#: Facts about a person that stand among posts and units.
_FACTS = pattern(
    r"\s*,?\s*\(?\s*(?:(?:có\s+)?ngày\s+sinh|SN(?=\W)|(?<!hy\s)(?<!hi\s)sinh\s+(?:ngày|năm)?)\s*:?\s*(?:\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*năm\s+\d{4}|(?:19|20)\d{2})\s*\)?"
    r"|\s*\((?:tức|bí\s+danh|tên\s+(?:thường|khác|gọi)|thường\s+gọi)\s[^()]{1,40}\)|\s*[,(]?\s*(?:có\s+)?mã\s+(?:số|ngạch)[^,;.)\d]{0,40}[\dV][\d.,]*\d\)?|\s*\(\s*V\s?\.\s?\d\d\s?\.\s?\d\d\s?\.\s?\d\d\s*\)|\s*[,(]?\s*(?:từ\s+|lên\s+|sang\s+)?bậc\s*(?:lương\s*)?:?\s*\d{1,2}(?:\s?/\s?\d{1,2})?\)?"
    r"|\s*[,(;]?\s*(?:từ\s+|lên\s+|sang\s+)?hệ\s+số(?:\s+lương)?\s*:?\s*\d+[.,]\d+\)?|\s*[,(]\s*(?:mã\s+số\s+CBCC|số\s+(?:CCCD|CMND|định\s+danh))[^,;.)]*\)?",
    re.IGNORECASE,
)
#: "tiếp tục giữ chức vụ nêu trên": the post that is held.
_SAME = pattern(r"(?:nêu\s+trên|nói\s+trên|trên|này|hiện\s+(?:nay|tại|giữ|có)|đang\s+giữ|cũ)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    position: str | None = None
    unit: str | None = None
    from_position: str | None = None
    from_unit: str | None = None
    known: bool = True


@lru_cache(maxsize=32)
def posts_of(lead: str, own: str, act: str, *, typed: bool) -> Posts:
    """The posts of one person. `lead`: the words between the verb and the person, `own`: those after the name.

    `typed`: letters from the file, whose marks can be trusted ("đền" is not "đến").
    """
    slots: dict[str, list[str]] = {}
    meant = {"called": "given" if act == "tuyen_dung" else "kept", "is": "given" if act == "cong_nhan" else "kept"}
    meant["placed"] = "given" if act in MOVES or act == "tuyen_dung" else "kept"
    for name, words in (
        *_slots(_without_facts(lead), "object", typed, act),
        *_slots(_without_facts(own), "kept", typed, act),
    ):
        slots.setdefault(meant.get(name, name), []).append(words)
    acting = slots.pop("acting", [])
    if "given" in slots or act in TAKES_AWAY:
        slots.setdefault("kept", []).extend(acting)
    elif acting:
        slots["given"] = [_ACTING.sub("", words) for words in acting]
    slots["kept"] = [", ".join(slots["kept"])] if "kept" in slots else []
    said = {name: _first(*map(post_in, words)) for name, words in slots.items()}
    thing = said.get("object", _NONE)
    if act != "phu_trach" and not (thing.title and is_post(thing.title)):
        thing = _NONE
    held, taken, given = (said.get(name, _NONE) for name in ("kept", "taken", "given"))
    if act in GIVES and _ALSO.search(plain(own)):
        given = _both(slots.get("given", []))
    goes_to, comes_from = said.get("to", _NONE), said.get("from", _NONE)
    if act in TAKES_AWAY:
        lost = _first(taken, thing, given if not taken.title and act != "thoi_giu" else _NONE, held)
        gains = given if lost is not given else _NONE
        return Posts(
            position=gains.title,
            unit=goes_to.unit or gains.unit,
            from_position=lost.title,
            from_unit=lost.unit or _first(said.get("charge", _NONE), said.get("object", _NONE)).unit or held.unit,
            known=lost.known and gains.known,
        )
    if act == "ky_luat" and taken.title and given.title:  # "giáng chức từ A xuống B" is a form of punishment, too
        return Posts(
            position=given.title,
            unit=given.unit,
            from_position=taken.title,
            from_unit=taken.unit or held.unit,
            known=taken.known and given.known,
        )
    if act in KEEPS:
        role = given if act == "cu" and given.title and is_post(given.title) else _NONE
        held = _first(held, thing if act == "dinh_chi" else _NONE, _NONE if role.title else given)
        return Posts(
            position=role.title,
            unit=goes_to.unit or role.unit,
            from_position=held.title,
            from_unit=held.unit,
            known=held.known,
        )
    charge = said.get("charge", _NONE)
    if charge.title and not is_post(charge.title):
        charge = _NONE  # a field of work, not a post
    new = _first(given, _NONE if act in OF_RANK else thing, charge)
    if new.title and _SAME.match(plain(new.title)):
        new = held
    return Posts(
        position=new.title,
        unit=goes_to.unit or goes_to.title or new.unit or (charge.unit if act in GIVES else None),
        from_position=held.title,
        from_unit=(comes_from.unit if act == "het_biet_phai" else None) or held.unit or comes_from.unit,
        known=new.known and held.known,
    )


_NONE = Post()


def _without_facts(text: str) -> str:
    """The words without days of birth, codes and figures; a comma stands where they stood."""
    kept, at = [], 0
    for fact in _FACTS.finditer(plain(text)):
        kept.append(text[at : fact.start()])
        at = fact.end()
    return ",".join([*kept, text[at:]])


def _first(*posts: Post) -> Post:
    """The first with a title, else the first that says anything."""
    return next((post for post in posts if post.title), next((post for post in posts if post.unit), _NONE))


def _both(words: list[str]) -> Post:
    """ "giữ chức vụ A, đồng thời giữ chức vụ B": both, at the unit of the first."""
    posts = [post for post in map(post_in, words) if post.title]
    title = ", ".join(post.title for post in posts if post.title) or None
    return Post(title=title, unit=_first(*posts).unit, known=all(post.known for post in posts))


def _slots(text: str, opening: str, typed: bool, act: str) -> Iterator[tuple[str, str]]:
    """The stretches between the leads: (slot, words). The first belongs to `opening`."""
    name, start = opening, 0
    for match in _scan(text, typed):
        if match.lastgroup == "charge" and act != "phu_trach" and is_post(text[start : match.start()].strip(" ,")):
            if not text[: match.start()].rstrip().endswith(","):
                continue  # "Phó Giám đốc phụ trách Trung tâm" is a post
        if act != "kiem_nhiem" and _is_held_beside(name, text[start : match.start()], match.group()):
            continue
        yield from _slot(name, text[start : match.start()], led=True)
        name, start = str(match.lastgroup), match.end()
    yield from _slot(name, text[start:], led=False)


def _is_held_beside(slot: str, before: str, lead: str) -> bool:
    """Is "kiêm" part of a post ("Phó Giám đốc kiêm Trưởng khoa")? Behind the comma of a post that is held it may give one."""
    if plain(lead).strip(" ,") != "kiem" or (slot == "kept" and lead.startswith(",")):
        return False
    post = post_in(before)
    return post.title is not None and post.known


def _slot(name: str, words: str, *, led: bool) -> Iterator[tuple[str, str]]:
    """`led`: a lead follows; else the person, the next act, or nothing."""
    end = _ENDS.search(words)
    words = joined(words[: end.start()] if end else words).strip(_EDGES)
    # "và", "của" lead on to a verb or a person; before a full stop and before "kể từ" they tell that the title is cut off.
    cut = _CUT.search(words) is not None if end and end.group() != ":" else led and words.endswith(" của")
    words = words if cut else _without_tail(words)
    if name != "stop" and words:
        yield name, words


def _without_tail(words: str) -> str:
    """The words without a particle that leads on to what was cut off: "Hiệu trưởng Trường …, đến"."""
    kept = words.split()
    while kept and kept[-1] in _PARTICLES:
        kept.pop()
    return " ".join(kept).strip(_EDGES)


def _scan(text: str, typed: bool) -> Iterator[re.Match[str]]:
    return leads(True).finditer(text) if typed else found_in(leads(False), leads(True), plain(text), text)
