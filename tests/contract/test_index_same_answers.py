"""Many made-up questions to both engines, each answer reckoned again by reading every decision word for word."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest

from decisions.question import Answer, IndexEntry, PageString, Question, Spell
from search_api.index import DecisionIndex, open_index
from search_api.index.days import written

#: Word with marks → without. Few words, many marks: phrases and near misses abound.
WORDS = {
    "ban": "ban",
    "bán": "ban",
    "bàn": "ban",
    "bạn": "ban",
    "đường": "duong",
    "dương": "duong",
    "an": "an",
    "ăn": "an",
    "12": "12",
    "qđ": "qd",
}
NUMBERS = ["1/QĐ-UBND", "12/QĐ-UBND", "12/QĐ-SNV", "112/QĐ-UBND"]
ISSUERS = ["UBND xã An", "UBND xã Bình An", "Sở Y"]
SIGNERS = ["Lê An", "Lê Văn An", None]
DAY = date(2020, 1, 1)


def entries() -> list[IndexEntry]:
    dice = random.Random(12)
    return [_entry(dice, n) for n in range(120)]


def _entry(dice: random.Random, n: int) -> IndexEntry:
    pages = tuple(
        PageString(number=page, text=" ".join(dice.choices(list(WORDS), k=dice.randint(1, 6))).upper())
        for page in range(1, dice.randint(2, 4))
    )
    turn = DAY + timedelta(days=dice.randint(1, 40))
    again = turn + timedelta(days=dice.randint(0, 20))
    return IndexEntry(
        id=f"d{n}",
        kind=dice.choice(["quyet_dinh", "ke_hoach"]),
        number=dice.choice(NUMBERS),
        issued_on=dice.choice([None, DAY + timedelta(days=dice.randint(-600, 600))]),
        issuer=dice.choice(ISSUERS),
        signer=dice.choice(SIGNERS),
        cited=tuple(dice.sample(NUMBERS, dice.randint(0, 2))),
        spells=(
            Spell(status="in_force", end=turn),
            Spell(status="suspended", start=turn, end=again),
            Spell(status="in_force", start=again),
        ),
        pages=pages,
    )


ENTRIES = entries()


def questions() -> Iterator[tuple[list[str], list[str], str | None, Question]]:
    """(phrases that must be there, phrases that must not, number, the question)."""
    dice = random.Random(21)
    for _ in range(250):
        phrases = [_phrase(dice) for _ in range(dice.randint(0, 2))]
        excluded = [_phrase(dice) for _ in range(dice.random() < 0.2)]
        number = dice.choice(NUMBERS) if dice.random() < 0.2 else None
        typed = [f'"{each}"' for each in phrases] + [f'-"{each}"' for each in excluded] + [number or ""]
        filters = {
            "kind": dice.choice([(), (), ("ke_hoach",)]),
            "issuer": dice.choice([(), (), ("xa an",), ("binh an", "so y")]),
            "signer": dice.choice([(), (), ("le an",), ("văn",)]),
            "year": dice.choice([(), (), (2019, 2021)]),
            "since": dice.choice([None, None, DAY]),
            "until": dice.choice([None, None, DAY + timedelta(days=300)]),
            "status": dice.choice([(), (), ("in_force",), ("suspended", "expired")]),
            "as_of": DAY + timedelta(days=dice.randint(0, 60)),
        }
        yield phrases, excluded, number, Question(words=" ".join(typed), limit=1000, **filters)


def _phrase(dice: random.Random) -> str:
    return " ".join(dice.choice([word, WORDS[word]]) for word in dice.choices(list(WORDS), k=dice.randint(1, 3)))


def holds(entry: IndexEntry, phrase: str) -> bool:
    body = [word.lower() for page in entry.pages for word in page.text.split()]
    head = [(each or "").lower().replace("/", " ").replace("-", " ").split() for each in _head(entry)]
    return any(_stands_in(phrase.split(), text) for text in (body, *head))


def _head(entry: IndexEntry) -> list[str | None]:
    kind = {"quyet_dinh": "Quyết định", "ke_hoach": "Kế hoạch"}[entry.kind or ""]
    days = written(entry.issued_on) if entry.issued_on else ()
    return [kind, entry.number, *days, entry.issuer, entry.signer]


def _stands_in(phrase: list[str], text: list[str]) -> bool:
    starts = range(len(text) - len(phrase) + 1)
    return any(all(_same(typed, text[at + i]) for i, typed in enumerate(phrase)) for at in starts)


def _same(typed: str, printed: str) -> bool:
    return typed == (printed if typed in WORDS and typed != WORDS[typed] else WORDS.get(printed, printed))


def passes(entry: IndexEntry, question: Question) -> bool:
    day = entry.issued_on
    return (
        (not question.kind or entry.kind in question.kind)
        and (not question.issuer or entry.issuer in _issuers(question.issuer))
        and (
            not question.signer
            or entry.signer in {"le an": ("Lê An", "Lê Văn An"), "văn": ("Lê Văn An",)}[question.signer[0]]
        )
        and (not question.year or (day is not None and day.year in question.year))
        and (question.since is None or (day is not None and day >= question.since))
        and (question.until is None or (day is not None and day <= question.until))
        and (not question.status or _status(entry, question.as_of) in question.status)
    )


def _issuers(typed: tuple[str, ...]) -> tuple[str, ...]:
    return {"xa an": ("UBND xã An", "UBND xã Bình An"), "binh an": ("UBND xã Bình An", "Sở Y")}[typed[0]]


def _status(entry: IndexEntry, day: date | None) -> str:
    (status,) = [
        spell.status
        for spell in entry.spells
        if day and (spell.start is None or spell.start <= day) and (spell.end is None or day < spell.end)
    ]
    return status


def counted(values: Iterator[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


@pytest.fixture(scope="module")
def index(new_index_url: Callable[[], str]) -> Iterator[DecisionIndex]:
    index = open_index(new_index_url(), writer=True)
    for start in range(0, len(ENTRIES), 50):
        index.put(ENTRIES[start : start + 50])
    yield index
    index.close()


def test_every_answer_is_the_one_that_reading_gives(index: DecisionIndex) -> None:
    found_something = 0
    for phrases, excluded, number, question in questions():
        answer = index.ask(question)
        right = [
            entry
            for entry in ENTRIES
            if passes(entry, question)
            and all(holds(entry, phrase) for phrase in phrases)
            and not any(holds(entry, phrase) for phrase in excluded)
            and (number is None or number == entry.number or number in entry.cited)
        ]
        assert {hit.id for hit in answer.hits} == {entry.id for entry in right}, question
        assert answer.total == len(right), question
        assert answer.facets == {
            "kind": counted(entry.kind for entry in right),
            "issuer": counted(entry.issuer for entry in right),
            "signer": counted(entry.signer for entry in right),
            "year": counted(str(entry.issued_on.year) for entry in right if entry.issued_on),
        }, question
        _in_order(answer, number)
        found_something += bool(right)
    assert found_something > 60


def _in_order(answer: Answer, number: str | None) -> None:
    """The decisions of the number come before those that cite it; equally good ones stand newest first."""
    assert [hit.number == number for hit in answer.hits] == sorted(
        (hit.number == number for hit in answer.hits), reverse=True
    )
    keys = [(-hit.score, -(hit.issued_on or date.min).toordinal()) for hit in answer.hits]
    assert keys == sorted(keys)


def test_pages_of_results_join_without_gap_or_repetition(index: DecisionIndex) -> None:
    for words in ("", "ban", '"ban an"', "12/QĐ-UBND"):
        whole = index.ask(Question(words=words, limit=1000))
        ids: list[str] = []
        cursor = None
        while True:
            page = index.ask(Question(words=words, limit=7, cursor=cursor))
            assert (page.total, page.facets) == (whole.total, whole.facets)
            ids += [hit.id for hit in page.hits]
            cursor = page.next
            if cursor is None:
                break
        assert ids == [hit.id for hit in whole.hits]
        assert len(ids) == whole.total > 7
