"""How well are decisions understood that come as text? Scores a folder of texts against its decisions.jsonl.

usage: python -m tests.bench.texts FOLDER [--misses] [--record]

`FOLDER/decisions.jsonl` has one row a text: txt (file name), so_hieu, ngay (dd/mm/yyyy), nguoi_ky, chuc_vu_ky (title
lines joined by " / "), co_quan_dau_trang, trich_yeu. Prints right, wrong when sure, wrong when not, and empty, by field,
and how long a text takes: of all, and of those of at most two pages (the promise: 50 ms). One text is understood before
the clock starts, as in a worker that has begun its work. `--record` adds the figures (no names, no texts) to
tests/bench/results/texts.jsonl.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median
from typing import Any

from decisions.decision import Decision
from decisions.fact import Fact
from decisions.fold import mark, nfc
from decisions.issuer import issuer_key
from decisions.number import number_key
from decisions.reading import Reading
from decisions.text import DocumentText, PageText, Span
from extract.decisions import find_decisions
from pipeline.stages import EXTRACT

RESULTS = Path(__file__).parent / "results" / "texts.jsonl"
#: What a full page of the form holds: A4, 13–14 points (Decree 30/2020/NĐ-CP, appendix I). Such texts have no page breaks.
PAGE_LETTERS = 2500
_COUNTS = ("right", "wrong_sure", "wrong_unsure", "empty")


def reading_of(string: str) -> Reading:
    """A plain text as a born page, the way a text file comes out of reading."""
    string = nfc(string)
    page = PageText(number=1, span=Span(start=0, end=len(string)), source="born", reason="text")
    return Reading(sha256="0" * 64, media_type="text/plain", text=DocumentText(string=string, pages=(page,)))


def judged(row: dict[str, Any], decision: Decision) -> Iterator[tuple[str, str, Any, Fact[Any], bool]]:
    """(field, truth, value, fact, right) for every field of a row that has a truth."""
    number = decision.number.value or ""
    yield "number", row["so_hieu"], number, decision.number, number_key(number) == number_key(row["so_hieu"])
    day = f"{decision.issued_on.value:%d/%m/%Y}" if decision.issued_on.value else ""
    yield "issued_on", row["ngay"], day, decision.issued_on, day == row["ngay"]
    issuer = decision.issuer.value or ""
    truth = row["co_quan_dau_trang"]
    yield "issuer", truth, issuer, decision.issuer, issuer_key(issuer) == issuer_key(truth)
    subject = decision.subject.value or ""
    yield "subject", row["trich_yeu"], subject, decision.subject, _alike(subject, row["trich_yeu"] or "")
    signer = decision.signer.value
    name, post = (signer.name or "", signer.position or "") if signer else ("", "")
    yield "signer", row["nguoi_ky"], name, decision.signer, _plain(name) == _plain(row["nguoi_ky"])
    last = re.split(r"\s*/\s*", row["chuc_vu_ky"])[-1]
    yield "position", last, post, decision.signer, _plain(post) == _plain(last)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="print every field that is not right")
    parser.add_argument("--record", action="store_true", help="keep the figures")
    args = parser.parse_args()
    tally: dict[str, Counter[str]] = {}
    spent, short, several = [], [], 0
    told = [json.loads(line) for line in (args.folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]
    strings = [(args.folder / row["txt"]).read_text(encoding="utf-8") for row in told]
    find_decisions(reading_of(strings[0]))
    for row, string in zip(told, strings, strict=True):
        reading = reading_of(string)
        started = time.perf_counter()
        decisions = find_decisions(reading)
        spent.append((time.perf_counter() - started) * 1000)
        if pages(string) <= 2:
            short.append(spent[-1])
        several += len(decisions) != 1
        for field, truth, value, fact, right in judged(row, decisions[0]):
            if not truth:  # the register is silent
                continue
            outcome = _outcome(value, fact, right)
            tally.setdefault(field, Counter())[outcome] += 1
            if args.misses and not right:
                print("miss", row["txt"], field, truth, value, fact.state, sep=" | ")
    _print(tally, several)
    times = {"all": _times(spent), "two_pages": _times(short)}
    for name, each in times.items():
        print(f"{name:12}" + "  ".join(f"{figure} {value:g}" for figure, value in each.items()))
    if args.record:
        _record(tally, several, times)


def pages(string: str) -> int:
    """By page breaks where a text has them, else by what a page holds."""
    return string.count("\f") + 1 if "\f" in string else -(-len(string.strip()) // PAGE_LETTERS)


def _times(spent: list[float]) -> dict[str, float]:
    """How many texts; the median, the 95th percentile (the nearest rank) and the most, in milliseconds."""
    if not spent:
        return {"texts": 0}
    spent = sorted(spent)
    rank = max(0, -(-95 * len(spent) // 100) - 1)
    figures = {"median_ms": median(spent), "p95_ms": spent[rank], "most_ms": spent[-1]}
    return {"texts": len(spent), **{name: round(value, 1) for name, value in figures.items()}}


def _outcome(value: Any, fact: Fact[Any], right: bool) -> str:
    if right:
        return "right"
    if not value:
        return "empty"
    return "wrong_sure" if fact.state == "sure" else "wrong_unsure"


def _print(tally: dict[str, Counter[str]], several: int) -> None:
    print(f"{'field':12}" + "".join(f"{name:>14}" for name in _COUNTS))
    for field, counts in tally.items():
        print(f"{field:12}" + "".join(f"{counts[name]:>14}" for name in _COUNTS))
    print(f"{several} not read as one")


def _record(tally: dict[str, Counter[str]], several: int, times: dict[str, dict[str, float]]) -> None:
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "versions": {EXTRACT.name: EXTRACT.version},
        "several": several,
        "times": times,
        "fields": {field: {name: counts[name] for name in _COUNTS} for field, counts in tally.items()},
    }
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _plain(text: str) -> str:
    return " ".join(mark(nfc(text)).split())


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, _plain(one), _plain(other), autojunk=False).ratio() >= 0.95


if __name__ == "__main__":
    main()
