"""Putting, dropping, clearing and rebuilding, the same for both engines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decisions.question import IndexEntry, PageString, Question, Spell
from search_api.index import DecisionIndex, elastic, embedded, open_index
from search_api.index.troubles import BadCursor, IndexStale
from search_api.index.wire import answer_json

Maker = Callable[[], str]


@pytest.fixture
def url(new_index_url: Maker) -> str:
    return new_index_url()


@pytest.fixture
def index(url: str) -> Iterator[DecisionIndex]:
    index = open_index(url, writer=True)
    yield index
    index.close()


def entry(id: str, text: str = "bổ nhiệm", **more: object) -> IndexEntry:
    return IndexEntry(id=id, pages=(PageString(number=1, text=text),), **more)  # type: ignore[arg-type]


def ids(index: DecisionIndex, words: str = "", **more: object) -> list[str]:
    return [hit.id for hit in index.ask(Question(words=words, **more)).hits]  # type: ignore[arg-type]


def test_an_empty_index_answers(index: DecisionIndex) -> None:
    answer = index.ask(Question(words="quyết định"))
    assert (answer.total, answer.hits, answer.next) == (0, (), None)
    assert answer.facets == {"kind": (), "issuer": (), "year": (), "signer": ()}
    assert index.count() == 0
    assert index.fingerprint() is None
    assert not index.stale()


def test_what_was_put_is_found_at_once_and_replaced_by_id(index: DecisionIndex) -> None:
    index.put([entry("a"), entry("b")])
    assert sorted(ids(index, "bổ nhiệm")) == ["a", "b"]
    index.put([entry("a", "miễn nhiệm")])
    assert ids(index, "bổ nhiệm") == ["b"]
    assert ids(index, "miễn nhiệm") == ["a"]
    assert index.count() == 2


def test_the_last_of_two_entries_of_one_id_stays(index: DecisionIndex) -> None:
    index.put([entry("a", "một"), entry("a", "hai")])
    assert (ids(index, "một"), ids(index, "hai"), index.count()) == ([], ["a"], 1)


def test_dropping(index: DecisionIndex) -> None:
    index.put([entry("a"), entry("b")])
    index.drop(["a", "never-there"])
    assert ids(index) == ["b"]
    assert index.count() == 1


def test_clearing_and_beginning_again(index: DecisionIndex) -> None:
    index.put([entry("a")])
    index.clear()
    assert (ids(index), index.count()) == ([], 0)
    index.put([entry("b")])
    assert ids(index) == ["b"]


def test_another_reader_sees_every_change(url: str, index: DecisionIndex) -> None:
    reader = open_index(url)
    assert ids(reader) == []
    index.put([entry("a")])
    assert ids(reader) == ["a"]
    index.drop(["a"])
    assert ids(reader) == []
    index.clear()
    index.put([entry("b")])
    assert ids(reader) == ["b"]
    reader.close()


def test_other_rules_make_it_stale_until_it_is_rebuilt(
    url: str, index: DecisionIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.put([entry("a")])
    built_by = index.fingerprint()
    assert built_by
    index.close()
    for engine in (elastic, embedded):
        monkeypatch.setattr(engine, "fingerprint", lambda: "0123456789abcdef")
    newer = open_index(url, writer=True)
    assert newer.stale()
    assert newer.fingerprint() == built_by
    with pytest.raises(IndexStale):
        newer.ask(Question(words="bổ nhiệm"))
    with pytest.raises(IndexStale):
        newer.put([entry("b")])
    newer.clear()
    assert not newer.stale()
    newer.put([entry("b")])
    assert ids(newer) == ["b"]
    assert newer.fingerprint() == "0123456789abcdef"
    newer.close()


def test_threads_ask_while_one_writes(index: DecisionIndex) -> None:
    index.put([entry(f"a{n}") for n in range(20)])
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(ids, index, "bổ nhiệm") for _ in range(40)]
        for n in range(5):
            index.put([entry(f"b{n}", "miễn nhiệm")])
        assert all(len(each.result()) == 20 for each in asked)


def test_a_cursor_keeps_its_place_while_others_come_and_go(index: DecisionIndex) -> None:
    index.put([entry(f"a{n}", "nhiệm " * (n + 1) + "kỳ " * 9) for n in range(12)])
    order = ids(index, "nhiệm")
    first = index.ask(Question(words="nhiệm", limit=4))
    assert [hit.id for hit in first.hits] == order[:4]
    index.put([entry(f"x{n}", "kế hoạch " * n) for n in range(1, 30)])  # shifts every score
    second = index.ask(Question(words="nhiệm", limit=4, cursor=first.next))
    assert [hit.id for hit in second.hits] == order[4:8]
    index.drop([order[7]])  # the very hit that the next page begins after
    third = index.ask(Question(words="nhiệm", limit=4, cursor=second.next))
    assert [hit.id for hit in third.hits] == order[8:]
    assert third.next is None


@pytest.mark.parametrize("cursor", ["x", "e30", "WzEsMl0", "đường", "W10=", "bnVsbA"])
def test_a_foreign_cursor_is_refused(index: DecisionIndex, cursor: str) -> None:
    index.put([entry("a")])
    with pytest.raises(BadCursor):
        index.ask(Question(cursor=cursor))


@pytest.mark.parametrize(("limit", "shown"), [(0, 0), (-3, 0), (1, 1), (5, 2)])
def test_limits(index: DecisionIndex, limit: int, shown: int) -> None:
    index.put([entry("a", kind="quyet_dinh"), entry("b", kind="quyet_dinh")])
    answer = index.ask(Question(limit=limit))
    assert (len(answer.hits), answer.total, answer.facets["kind"]) == (shown, 2, (("quyet_dinh", 2),))
    assert (answer.next is not None) == (shown == 1)


NASTY = [
    '"', '""', '"a', 'a"b"c', "-", "--", '-"', '-""', "*", "a*", "?", "a:b", "id:a", "AND", "a AND", "OR NOT", "(", ")(",
    "[a TO b]", "{", "}", "\\", "/a/", "a~2", "a^9", "+a -a", "\x00", "\ud800", "\u0301\u0301", "😀", "a\u200bb", "%", "'",
    "<script>", "12/", "/12", "12//QĐ", "1/-", "٣/QĐ-UBND", "²/QĐ-UBND", "ß", "ŉ", "İ" * 9, "|", "=bổ", "a" * 5000,
    "nhiệm " * 3000, " ".join(f"w{n}" for n in range(2000)), '"' + "bổ nhiệm " * 400 + '"',
    " ".join(f"{n}/QĐ-UBND" for n in range(300)),
]  # fmt: skip


@pytest.mark.parametrize("words", NASTY, ids=lambda words: ascii(words[:20]))
def test_no_question_is_an_error(index: DecisionIndex, words: str) -> None:
    index.put([entry("a"), entry("b", "+a (AND) 😀 id:a /a/ w1")])
    answer = index.ask(Question(words=words, issuer=(words,), signer=(words,), person=(words,), kind=(words,)))
    assert answer.total <= 2
    assert answer_json(answer)["total"] == answer.total
    assert index.ask(Question(words=words)).total <= 2


def test_any_text_can_be_put_and_asked(index: DecisionIndex) -> None:
    @given(st.text(max_size=40))
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    def put_and_ask(text: str) -> None:
        index.put([IndexEntry(id="a", number=text, issuer=text, subject=text, signer=text, persons=(text,), cited=(text,),
                              pages=(PageString(number=1, text=text),))])  # fmt: skip
        assert index.ask(Question(words=text)).total <= 1
        assert index.ask(Question()).hits[0].id == "a"

    put_and_ask()


def test_halves_of_letters_are_no_obstacle(index: DecisionIndex) -> None:
    index.put([entry("a", "bổ \ud83d nhiệm", subject="\udc00", issuer="Sở \ud800", signer="\ud800", number="1/\ud800")])
    assert ids(index, '"bổ nhiệm"') == ["a"]


def test_very_long_words_and_values(index: DecisionIndex) -> None:
    long = "đ" * 40_000
    index.put([IndexEntry(id="a", number=long, issuer=long, signer=long, cited=(long,), persons=(long,), kind="k",
                          pages=(PageString(number=1, text=f"{long} bổ nhiệm"),))])  # fmt: skip
    assert ids(index, "bổ nhiệm") == ["a"]


def test_status_on_a_day(index: DecisionIndex) -> None:
    on, off, again = date(2020, 1, 1), date(2021, 6, 1), date(2021, 9, 1)
    spells = (
        Spell(status="not_yet", end=on),
        Spell(status="in_force", start=on, end=off),
        Spell(status="suspended", start=off, end=again),
        Spell(status="in_force", start=again),
    )
    index.put([entry("a", spells=spells), entry("b", spells=(Spell(status="unknown"),)), entry("c")])
    table = [
        (date(2019, 12, 31), "not_yet"),
        (on, "in_force"),
        (off - timedelta(days=1), "in_force"),
        (off, "suspended"),
        (again - timedelta(days=1), "suspended"),
        (again, "in_force"),
        (None, "in_force"),  # today
        (date.max, "in_force"),
        (date.min, "not_yet"),
    ]
    for day, status in table:
        for asked in ("not_yet", "in_force", "suspended", "expired"):
            assert ids(index, status=(asked,), as_of=day) == (["a"] if asked == status else []), (day, asked)
    assert ids(index, status=("unknown", "suspended"), as_of=off) in (["a", "b"], ["b", "a"])


def test_names_printed_in_several_ways_are_counted_as_one(index: DecisionIndex) -> None:
    names = ["Ủy ban nhân dân xã Hoà An", "Uỷ ban nhân dân xã Hòa An", "Ủy ban nhân dân xã Hòa An"]
    index.put([entry(f"a{n}", issuer=name) for n, name in enumerate([*names, names[2], "Ủy ban nhân dân xã Hóa An"])])
    assert index.ask(Question()).facets["issuer"] == ((names[2], 4), ("Ủy ban nhân dân xã Hóa An", 1))
