"""Are all citations found? Counts made by hand for some texts, and for all texts every number that a plain eye finds.

usage: python -m tests.bench.citations FOLDER [--misses]

`citations_counts.csv` beside this file holds, by the SHA-256 of a text, how many numbered instruments it cites (each
once, its own number not counted) and how many laws it names without a number (outside the titles of others). A text
that is not in FOLDER is passed over. Prints the counts that differ and every number that is not accounted for.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from decisions.decision import Citation, Decision
from decisions.fold import fold, nfc
from decisions.number import number_key, parse_number
from extract.decisions import find_decisions
from extract.find.kinds import LAWS
from extract.sheet import LOOK_ALIKES
from tests.bench.texts import reading_of

#: What looks like a number to one who knows no grammar: figures, a slash or dash, capitals.
_PLAIN = re.compile(
    r"(?<![\w/.,])\d{1,6}[a-zđ]?(?:[ ]?/[ ]?(?:19|20)\d\d)?[ ]?[/-][ ]?[A-ZĐ]{2}[\w&]*(?:[ ]?[-/][ \n]?[A-ZĐ][\w&]*)*"
)


def numbered(decision: Decision) -> set[str]:
    """The keys of the numbers that a decision cites; those that cannot be read as they are printed."""
    cited = (*decision.bases, *decision.citations)
    return {number_key(c.number or c.printed or "") for c in cited if c.number or c.printed}


def laws_by_name(decision: Decision) -> list[Citation]:
    cited = (*decision.bases, *decision.citations)
    return [c for c in cited if c.kind in LAWS and c.number is None and c.printed is None]


def unaccounted(string: str, decisions: tuple[Decision, ...]) -> Iterator[str]:
    """The plain finds that no decision of the text cites or bears as its own number."""
    known = {_squeezed(each) for decision in decisions for each in _said(decision)}
    for match in _PLAIN.finditer(string.translate(LOOK_ALIKES)):  # which no eye tells from Latin letters
        number = parse_number(match.group())
        if not {_squeezed(match.group()), _squeezed(str(number or ""))} & known:
            yield match.group()


def _said(decision: Decision) -> Iterator[str]:
    yield from (m.text for m in decision.number.said)
    yield decision.number.value or ""
    for citation in (*decision.bases, *decision.citations):
        yield citation.printed or ""
        yield citation.number or ""


def _squeezed(text: str) -> str:
    return "".join(fold(nfc(text)).split()).lstrip("0")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what was found in texts whose counts differ")
    args = parser.parse_args()
    with (Path(__file__).parent / "citations_counts.csv").open(encoding="utf-8") as file:
        counts = {row["sha256"]: (int(row["numbered"]), int(row["laws_by_name"])) for row in csv.DictReader(file)}
    right = seen = plain = missing = 0
    for path in sorted(args.folder.glob("*.txt")):
        text = path.read_bytes()
        reading = reading_of(text.decode("utf-8"))
        decisions = find_decisions(reading)
        lost = list(unaccounted(reading.text.string, decisions))
        plain += sum(1 for _ in _PLAIN.finditer(reading.text.string))
        missing += len(lost)
        for each in lost:
            print(f"unaccounted | {path.name} | {each!r}")
        wanted = counts.get(hashlib.sha256(text).hexdigest())
        if wanted is None:
            continue
        found = len(numbered(decisions[0])), len(laws_by_name(decisions[0]))
        seen, right = seen + 1, right + (found == wanted)
        if found != wanted:
            print(f"counts | {path.name} | by hand {wanted} | found {found}")
            if args.misses:
                print(*sorted(numbered(decisions[0])), *(c.text for c in laws_by_name(decisions[0])), sep="\n    ")
    print(f"{right} of {seen} hand-counted texts agree; {missing} of {plain} plain finds not accounted for")
    sys.exit(0 if seen and right == seen and not missing else 1)


if __name__ == "__main__":
    main()
