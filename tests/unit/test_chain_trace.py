"""The chain walked, told and drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from decisions.problem import NotFound
from decisions.text import Box, Place
from search_api.chain import walk
from search_api.chain.draw import draw
from search_api.chain.find import find
from search_api.chain.link import link
from search_api.chain.trace import trace
from search_api.chain.wire import trace_json
from search_api.store import DecisionStore, open_store
from tests.records import DISTRICT, cites, decision, does, save

AS_OF = date(2024, 7, 1)
DECREE = cites("32/2021/NĐ-CP", "2021-03-23", "Chính phủ", kind="nghi_dinh")
FIRST = cites("100/QĐ-UBND", "2019-05-05", DISTRICT)
SECOND = cites("216/QĐ-UBND", "2022-01-20", DISTRICT)
REPLACES = "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 216/QĐ-UBND"


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[tuple[DecisionStore, dict[str, str]]]:
    """100 was replaced by 216, 216 by 77; 216 is based on a missing decree, which 56 ended; 9 is based on 77."""
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    place = Place(page=2, box=Box(x0=0.1, y0=0.2, x1=0.9, y1=0.3))
    third = cites("77/QĐ-UBND", "2024-06-01", DISTRICT)
    found = {
        "100": decision("100/QĐ-UBND", "2019-05-05"),
        "216": decision("216/QĐ-UBND", "2022-01-20", does("based_on", DECREE), does("replaces", FIRST)),
        "77": decision("77/QĐ-UBND", "2024-06-01", does("replaces", SECOND, REPLACES, place=place)),
        "56": decision(
            "56/2023/NĐ-CP", "2023-12-01", does("ends", DECREE), issuer="Chính phủ", effective_on="2024-01-01"
        ),
        "9": decision("9/QĐ-UBND", "2024-06-05", does("based_on", third)),
    }
    ids = {name: save(store, name, each)[0] for name, each in found.items()}
    link(store)
    yield store, ids
    store.close()


def test_the_contract(chain: tuple[DecisionStore, dict[str, str]]) -> None:
    store, ids = chain
    told = trace_json(trace(store, ids["216"], as_of=AS_OF))
    assert set(told) == {"root", "as_of", "status", "nodes", "edges", "problems", "account"}
    assert (told["root"], told["as_of"], told["status"]) == (ids["216"], "2024-07-01", "replaced")
    assert {(n["number"], n["held"], n["status"]) for n in told["nodes"]} == {
        ("216/QĐ-UBND", True, "replaced"),
        ("100/QĐ-UBND", True, "replaced"),
        ("77/QĐ-UBND", True, "in_force"),
        ("32/2021/NĐ-CP", False, "expired"),
        ("56/2023/NĐ-CP", True, "in_force"),
        ("9/QĐ-UBND", True, "in_force"),
    }
    (edge,) = [e for e in told["edges"] if e["from"] == ids["77"]]
    assert edge == {
        "from": ids["77"],
        "to": ids["216"],
        "action": "replaces",
        "scope": "whole",
        "effective_on": "2024-06-01",
        "until": None,
        "sentence": REPLACES,
        "page": 2,
        "box": [0.1, 0.2, 0.9, 0.3],
        "state": "sure",
        "said_by": ids["77"],
    }
    assert {edge["action"] for edge in told["edges"]} == {"replaces", "based_on", "ends"}


def test_the_date_on_paper_and_the_true_one(chain: tuple[DecisionStore, dict[str, str]]) -> None:
    """The decree is cited with the 23rd; the table of well-known instruments knows it as of the 29th."""
    store, ids = chain
    messages = [p.message for p in trace(store, ids["216"], as_of=AS_OF).problems if p.code == "cited_date_differs"]
    assert len(messages) == 2
    assert all("23/03/2021" in message and "29/03/2021" in message for message in messages)


@pytest.mark.parametrize(
    ("direction", "depth", "numbers"),
    [
        ("out", None, {"216/QĐ-UBND", "100/QĐ-UBND", "32/2021/NĐ-CP", "77/QĐ-UBND", "56/2023/NĐ-CP"}),
        ("in", None, {"216/QĐ-UBND", "77/QĐ-UBND", "9/QĐ-UBND"}),
        ("in", 1, {"216/QĐ-UBND", "77/QĐ-UBND"}),
    ],
)
def test_direction_and_depth(
    chain: tuple[DecisionStore, dict[str, str]], direction: walk.Direction, depth: int | None, numbers: set[str]
) -> None:
    """What was done to those on the way is always shown: a basis that was ended, with what ended it."""
    store, ids = chain
    found = trace(store, ids["216"], as_of=AS_OF, direction=direction, depth=depth)
    assert {stop.node.number for stop in found.stops} == numbers


def test_the_account(chain: tuple[DecisionStore, dict[str, str]]) -> None:
    store, ids = chain
    found = trace(store, ids["216"], as_of=AS_OF)
    name = "Quyết định số 216/QĐ-UBND ngày 20/01/2022 của Ủy ban nhân dân quận Hai Bà Trưng"
    by = "Quyết định số 77/QĐ-UBND ngày 01/06/2024 của Ủy ban nhân dân quận Hai Bà Trưng"
    before = "Quyết định số 100/QĐ-UBND ngày 05/05/2019 của Ủy ban nhân dân quận Hai Bà Trưng"
    told = trace_json(found)["account"].split("\n")
    assert told[:4] == [
        f"{name}: đã bị thay thế vào ngày 01/07/2024.",
        f"Từ ngày 01/06/2024 được thay thế bởi {by}: «{REPLACES}» (trang 2).",
        "Căn cứ: Nghị định số 32/2021/NĐ-CP ngày 29/03/2021 của Chính phủ (hết hiệu lực).",
        f"Từ ngày 20/01/2022 văn bản này thay thế {before}.",
    ]
    english = trace_json(found, lang="en")["account"].split("\n")
    assert english[1] == f"Since 01/06/2024, {by} replaces it: “{REPLACES}” (page 2)."


def test_what_is_not_sure_is_not_told_as_if_it_were(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    doubtful = does("replaces", FIRST, "thay thế Quyết định số 100/QĐ-UBND", state="review")
    (id,) = save(store, "a", decision("216/QĐ-UBND", "2022-01-20", doubtful))
    link(store)
    found = trace(store, id)
    told, english = (trace_json(found, lang=lang)["account"] for lang in ("vi", "en"))
    assert "«thay thế Quyết định số 100/QĐ-UBND» (chưa chắc, cần xem lại)." in told
    assert "“thay thế Quyết định số 100/QĐ-UBND” (not sure, to be looked at)." in english
    store.close()


def test_circles_end(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    one, two = cites("1/QĐ-UBND", "2022-01-01", DISTRICT), cites("2/QĐ-UBND", "2022-01-01", DISTRICT)
    (root,) = save(store, "a", decision("1/QĐ-UBND", "2022-01-01", does("refers_to", two), does("refers_to", one)))
    save(store, "b", decision("2/QĐ-UBND", "2022-01-01", does("refers_to", one)))
    link(store)
    found = trace(store, root)
    assert len(found.stops) == 2
    assert len(found.legs) == 2  # what refers to itself is not drawn
    store.close()


def test_a_long_chain_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST", 4)
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    based = does("based_on", cites("32/2021/NĐ-CP"))
    ids = [save(store, f"{n}", decision(f"{n}/QĐ-UBND", "2022-01-01", based))[0] for n in range(1, 7)]
    link(store)
    (decree,) = find(store, "32/2021/NĐ-CP")
    found = trace(store, decree.id)
    assert len(found.stops) == 4
    assert all(leg.edge.source in ids for leg in found.legs)
    assert [problem.code for problem in found.problems] == ["chain_cut"]
    store.close()


def test_found_by_id_or_number(chain: tuple[DecisionStore, dict[str, str]]) -> None:
    store, ids = chain
    assert [node.id for node in find(store, ids["77"])] == [ids["77"]]
    assert [node.id for node in find(store, " 77/qd-ubnd ")] == [ids["77"]]
    assert find(store, "d-000000000000") == find(store, "xyz") == []
    with pytest.raises(NotFound):
        trace(store, "d-000000000000")


def test_the_drawing_is_whole_and_legible(chain: tuple[DecisionStore, dict[str, str]]) -> None:
    store, ids = chain
    found = trace(store, ids["216"], as_of=AS_OF)
    drawn = ElementTree.fromstring(draw(found))
    space = "{http://www.w3.org/2000/svg}"
    boxes = [r for r in drawn.iter(f"{space}rect") if r.get("class", "").startswith("box")]
    assert len(boxes) == len(found.stops)
    assert sum("missing" in box.get("class", "") for box in boxes) == 1
    assert len([p for p in drawn.iter(f"{space}path") if p.get("class", "").startswith("way")]) == len(found.legs)
    said = {text.text for text in drawn.iter(f"{space}text")}
    assert {"Quyết định số 216/QĐ-UBND", "căn cứ", "thay thế 01/06/2024"} <= said
    corners = [tuple(float(box.get(k, 0)) for k in ("x", "y", "width", "height")) for box in boxes]
    for n, (x, y, w, h) in enumerate(corners):
        assert not any(x < a + c and a < x + w and y < b + d and b < y + h for a, b, c, d in corners[:n])


def test_no_label_of_the_drawing_covers_another(tmp_path: Path) -> None:
    """A decision and what it replaces rest on the same five laws, which rest on each other."""
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    laws = [cites(f"{n}/2019/QH14", "2019-11-27", "Quốc hội", kind="luat") for n in range(1, 6)]
    for n, law in enumerate(laws[1:], start=2):
        own = decision(f"{n}/2019/QH14", "2019-11-27", does("based_on", laws[n - 2]), does("details", laws[n - 2]))
        save(store, str(law.number), own)
    rests = [does("based_on", law) for law in laws]
    save(store, "first", decision("100/QĐ-UBND", "2019-05-05", *rests))
    (id,) = save(store, "second", decision("216/QĐ-UBND", "2022-01-20", does("replaces", FIRST), *rests))
    link(store)
    drawn = ElementTree.fromstring(draw(trace(store, id)))
    width = float(drawn.get("width", 0))
    under = [r for r in drawn.iter("{http://www.w3.org/2000/svg}rect") if r.get("class") == "under"]
    corners = [tuple(float(rect.get(k, 0)) for k in ("x", "y", "width", "height")) for rect in under]
    assert len(corners) > 10
    for n, (x, y, w, h) in enumerate(corners):
        assert 0 <= x < x + w <= width
        assert not any(x < a + c and a < x + w and y < b + d - 0.2 and b < y + h - 0.2 for a, b, c, d in corners[:n])
    store.close()


def test_names_cannot_break_the_drawing(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    (id,) = save(store, "a", decision("1/QĐ-UBND", "2022-01-01", subject="</text><script>alert(1)</script>"))
    drawn = draw(trace(store, id), lang="en")
    assert "<script" not in drawn
    ElementTree.fromstring(drawn)
    store.close()
