"""Drafts from tables of phrasings (samples/golden/texts): what each says is written once, as text and as truth."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import crc32

import numpy as np

from decisions.decision import Citation, Person, Relation
from decisions.tables import kind_names
from samples.draft import Annex, Clause, Draft, Ground
from samples.golden.acts import act_of, power_of
from samples.golden.annexes import annex, listed_acts, words_of
from samples.golden.cited import cite, known
from samples.golden.offices import office
from samples.golden.slots import Slots, figures
from samples.names import person

Row = Mapping[str, Any]

_ARTICLE = re.compile(r"(Điều \d+[a-z]?)\. ")
_LISTED = re.compile(r"danh sách kèm theo")
_JITTER = 21  #: days by which another seed moves the day of issue

#: The last articles, by name: what they say of effect, and who carries the decision out.
_ENDS: dict[str, tuple[str, ...]] = {
    "signing": ("Quyết định này có hiệu lực kể từ ngày ký.", "{carriers} chịu trách nhiệm thi hành Quyết định này./."),
    "published": (
        "Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.",
        "{carriers} chịu trách nhiệm thi hành Quyết định này./.",
    ),
    "together": ("Quyết định này có hiệu lực kể từ ngày ký. {carriers} căn cứ Quyết định thi hành./.",),
    "carry": ("{carriers} chịu trách nhiệm thi hành Quyết định này./.",),
    "none": (),
}
_RECIPIENTS = (
    ("Như Điều {last};", "Lưu: VT, NV."),
    ("Như Điều {last};", "Thường trực Đảng ủy (để b/c);", "Lưu: VT."),
    ("Như Điều {last};", "Phòng Kế toán;", "Lưu: VT, TCCB."),
    ("Như Điều {last} (để thực hiện);", "Cổng Thông tin điện tử;", "Lưu: VT, HS."),
)


def golden_drafts(seed: int = 1) -> dict[str, Draft]:
    """Name → draft, in the order of the tables. Another seed gives other people, units, days and numbers."""
    return {row["id"]: build(row, seed) for row in rows()}


@cache
def rows() -> tuple[Row, ...]:
    """All decisions of all tables, as they are written there."""
    tables = sorted((files("samples.golden") / "texts").iterdir(), key=lambda file: file.name)
    read = (tomllib.loads(file.read_text(encoding="utf-8")) for file in tables if file.name.endswith(".toml"))
    return tuple(row for table in read for row in table["decision"])


def build(row: Row, seed: int) -> Draft:
    """One decision. Raises Unsaid where its truth is not in its text."""
    rng = np.random.default_rng([seed, crc32(row["id"].encode())])
    on = row["on"] + timedelta(days=int(rng.integers(_JITTER)))
    issuer = office(row["office"], row.get("office_on", on), rng)
    count = row.get("annex", {}).get("list", {}).get("count", 0)
    people, listed = _people(row.get("people", ()), rng), _people([f"l{at}" for at in range(count)], rng)
    slots = Slots(on=on, office=issuer, people=people, listed=tuple(listed.values()))
    _declare(row.get("cites", {}), slots, rng)
    way = row.get("by", "chief")
    last, clauses = _clauses(row, slots)
    kind = row.get("kind", "quyet_dinh")
    number = figures(slots.fill(row.get("number", "###/QĐ-{symbol}")), rng)
    return Draft(
        kind=kind,
        number=number,
        issued_on=on,
        place=issuer.seat,
        issuer=issuer.issuer,
        issuer_lines=issuer.issuer_lines,
        issuer_parent=issuer.parent,
        parent_lines=issuer.parent_lines,
        subject=slots.fill(row["subject"]),
        cites=(*slots.named_in(row["subject"]), *slots.inside_of(row["subject"])),
        authority=row.get("authority") or issuer.authority(way),
        grounds=_grounds(row, slots),
        clauses=clauses,
        recipients=_recipients(row, last, rng),
        signing=issuer.signing(way, person(rng).name),
        annex=_annex(row, slots, f"{kind_names()[kind]} số {number}") if "annex" in row else None,
        effective_on=_effective(row, slots),
        expires_on=slots.day(row["expires"]) if "expires" in row else None,
        problems=tuple(row.get("problems", ())),
    )


def _annex(row: Row, slots: Slots, of: str) -> Annex:
    """With what an article does to the instruments that only its rows name."""
    said = words_of(row["annex"])
    ended = (each for each in row.get("does", ()) if "target" in each and "source" not in each)
    return annex(row["annex"], slots, of, tuple(_does(e, row, slots) for e in ended if _stands(e, said, slots)))


def _people(declared: Iterable[str], rng: np.random.Generator) -> dict[str, Person]:
    """ "p", or "p bà" where the text can speak of one kind only; no two with one name."""
    found: dict[str, Person] = {}
    for said in declared:
        key, _, honorific = said.partition(" ")
        who = person(rng, honorific=honorific or None)
        while who.name in {other.name for other in found.values()}:
            who = person(rng, honorific=honorific or None)
        found[key] = who
    return found


def _declare(specs: Mapping[str, Row], slots: Slots, rng: np.random.Generator) -> None:
    """The citations; those that others name in their titles first."""
    nested = {name: tuple(re.findall(r"{(\w+)}", spec.get("subject", ""))) for name, spec in specs.items()}
    slots.inside |= {name: tuple(other for other in inner if other in specs) for name, inner in nested.items()}
    for name, spec in sorted(specs.items(), key=lambda item: len(slots.inside[item[0]])):
        slots.cites[name] = replace(_cite(spec, slots, rng), parts=tuple(spec.get("parts", ())))


def _cite(spec: Row, slots: Slots, rng: np.random.Generator) -> Citation:
    if "known" in spec:
        subject = slots.fill(spec["subject"]) if "subject" in spec else None
        return known(spec["known"], spec.get("way"), subject=subject, words=spec.get("words", True))
    return cite(
        kind=spec.get("kind", "quyet_dinh"),
        number=figures(slots.fill(spec["number"]), rng),
        issued_on=slots.day(str(spec["on"])),
        issuer=slots.fill(spec["issuer"]) if "issuer" in spec else None,
        subject=slots.fill(spec.get("subject", "")),
        way=spec.get("way", "full" if "subject" in spec else "issued" if "issuer" in spec else "dated"),
        words=spec.get("words", False),
        lead=spec.get("lead", ""),
    )


def _grounds(row: Row, slots: Slots) -> tuple[Ground, ...]:
    """ "30/2020/NĐ-CP" and "72/2025/QH15 law" are well-known instruments; everything else stands as it is."""
    found = []
    said = row.get("bases", ())
    for at, base in enumerate(said):
        if re.match(r"\d+/\S+( \w+)*$", base):
            number, _, way = base.partition(" ")
            cited = known(number, way or None)
            end = "." if at == len(said) - 1 else ";"
            found.append(Ground(text=f"Căn cứ {cited.text}{end}", cites=(cited,)))
        else:
            found.append(_ground(base, row, slots))
    return tuple(found)


def _ground(said: str, row: Row, slots: Slots) -> Ground:
    return Ground(
        text=slots.fill(said),
        cites=slots.named_in(said),
        inside=slots.inside_of(said),
        relations=tuple(_does(each, row, slots) for each in row.get("does", ()) if _stands(each, said, slots)),
    )


def _clauses(row: Row, slots: Slots) -> tuple[int, tuple[Clause, ...]]:
    """The number of the last article, and all clauses."""
    lines = row["text"].strip().splitlines()
    count = sum(_ARTICLE.match(line) is not None for line in lines)
    ends = _ENDS[row.get("ends", "signing")]
    carriers = row.get("carriers", "Chánh Văn phòng, Thủ trưởng các đơn vị có liên quan")
    lines += [f"Điều {count + at}. {end.format(carriers=carriers)}" for at, end in enumerate(ends, start=1)]
    parts: list[list[str]] = []
    for line in lines:
        if _ARTICLE.match(line) or not parts:
            parts.append([])
        parts[-1].append(line)
    return count + len(ends), tuple(_clause(part, row, slots, said) for part, said in _dealt(parts, row))


def _dealt(parts: list[list[str]], row: Row) -> Iterator[tuple[list[str], list[Row]]]:
    """Each part with what is first said in it of people and powers."""
    left = [*row.get("acts", ()), *row.get("powers", ())]
    for part in parts:
        whole = "\n".join(part)
        said = [each for each in left if _is_said(each, whole)]
        left = [each for each in left if each not in said]
        yield part, said


def _is_said(act: Row, unfilled: str) -> bool:
    """Does an article speak of the person of an act, or of the post that gets a power?"""
    named = re.search(rf"{{{act['who']}\b", unfilled, re.IGNORECASE) if "who" in act else act["to"] in unfilled
    return bool(named) and act.get("said", "") in unfilled


def _clause(lines: list[str], row: Row, slots: Slots, said: list[Row]) -> Clause:
    """One article, or the text before the first, with what of the truth is said in it."""
    heading = _ARTICLE.match(lines[0])
    lines = [lines[0][heading.end() :] if heading else lines[0], *lines[1:]]
    paragraphs = tuple(slots.fill(line) for line in lines)
    whole = "\n".join(lines)
    return Clause(
        label=heading[1] if heading else "",
        paragraphs=paragraphs,
        cites=(*slots.named_in(whole), *slots.inside_of(whole)),
        relations=tuple(_does(does, row, slots) for does in row.get("does", ()) if _stands(does, whole, slots)),
        appointments=(
            *(act_of(each, row, slots, paragraphs) for each in said if "to" not in each),
            *(listed_acts(row["annex"]["list"], slots, paragraphs[0]) if _LISTED.search(whole) else ()),
        ),
        delegations=tuple(power_of(each, row, slots, paragraphs) for each in said if "to" in each),
    )


def _stands(does: Row, unfilled: str, slots: Slots) -> bool:
    """Is a relation said here? By its target's slot, or by the words of what is put into effect with the decision."""
    if "what" in does:
        return does["what"] in unfilled
    target, source = slots.cites[does["target"]], does.get("source")
    named = (*slots.named_in(unfilled), *slots.inside_of(unfilled))
    return target in named and (not source or slots.cites[source] in named) and does.get("said", "") in unfilled


def _does(does: Row, row: Row, slots: Slots) -> Relation:
    """A relation, of force with the decision unless it says otherwise; of a citation, or of what is put into effect."""
    target = slots.cites[does["target"]] if "target" in does else _attached(does, slots)
    source = slots.cites[does["source"]] if "source" in does else None
    when = slots.day(does["on"]) if "on" in does else _effective(row, slots) or slots.on
    return Relation(
        action=does["action"],
        target=target,
        source=source,
        scope=tuple(does.get("scope", ())),
        effective_on=None if source else when,
        sentence=target.text,
    )


def _attached(does: Row, slots: Slots) -> Citation:
    what = slots.fill(does["what"])
    return Citation(text=what, kind=does.get("kind"), subject=what)


def _recipients(row: Row, last: int, rng: np.random.Generator) -> tuple[str, ...]:
    lines = row.get("recipients") or _RECIPIENTS[int(rng.integers(len(_RECIPIENTS)))]
    return tuple(line.format(last=last) for line in lines)


def _effective(row: Row, slots: Slots) -> date | None:
    if "effective" in row:
        return slots.day(row["effective"])
    return slots.on if row.get("ends", "signing") in ("signing", "published", "together") else None
