"""What the API answers, held against the shapes that it promises."""

from __future__ import annotations

import io
from collections.abc import Iterator
from urllib.parse import quote, unquote

import pikepdf
import pypdfium2
import pytest
from fastapi.testclient import TestClient
from pydantic import BaseModel

from search_api.http.shapes import Shape
from search_api.http.shapes.chain import Chain, DecisionList, MissingList
from search_api.http.shapes.decision import DecisionShape
from search_api.http.shapes.doubts import DoubtList
from search_api.http.shapes.ledger import BatchList
from search_api.http.shapes.search import SearchAnswer
from search_api.parts import Parts
from tests.answering import HOSTILE_PAGE, client, pilot, png_size

API = "/api/v1"
Site = tuple[TestClient, dict[str, str], Parts]


def _shapes(of: type[Shape] = Shape) -> list[type[Shape]]:
    """Every shape that shows an example."""
    under = [shape for each in of.__subclasses__() for shape in _shapes(each)]
    return [of, *under] if of.model_config.get("json_schema_extra") else under


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with pilot(tmp_path_factory.mktemp("home")) as (parts, ids), client(parts) as browser:
        yield browser, ids, parts


@pytest.fixture
def browser(site: Site) -> TestClient:
    return site[0]


@pytest.fixture
def doubted(site: Site) -> str:
    """The address of 218/QĐ-UBND, whose number is in review."""
    return f"{API}/decisions/{site[1]['218/QĐ-UBND']}"


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("/batches", BatchList),
        ("/search?q=phuong+bach+mai", SearchAnswer),
        ("/search?q=218/QĐ-UBND&year=2022&kind=quyet_dinh&from=2022-01-01&status=in_force", SearchAnswer),
        ("/decisions", DecisionList),
        ("/decisions?number=97/2019/QH14", DecisionList),
        ("/decisions/{218/QĐ-UBND}", DecisionShape),
        ("/decisions/{1876/QĐ-UBND}", DecisionShape),
        ("/decisions/{hostile}", DecisionShape),
        ("/decisions/{218/QĐ-UBND}/chain", Chain),
        ("/missing", MissingList),
        ("/problems", DoubtList),
    ],
)
def test_answers_have_the_promised_shape(site: Site, path: str, shape: type[BaseModel]) -> None:
    browser, ids, _ = site
    for number, id in ids.items():
        path = path.replace(f"{{{number}}}", id)
    answer = browser.get(API + path)
    assert answer.status_code == 200, answer.text
    shape.model_validate(answer.json())


@pytest.mark.parametrize("shape", _shapes(), ids=lambda shape: shape.__name__)
def test_examples_of_the_description_are_of_their_own_shape(shape: type[Shape]) -> None:
    extra = shape.model_config["json_schema_extra"]
    assert isinstance(extra, dict)
    shape.model_validate(extra["example"])


def test_a_decision_shows_its_doubts_and_its_evidence(browser: TestClient, doubted: str) -> None:
    record = browser.get(doubted).json()
    number = record["number"]
    assert (number["value"], number["state"]) == ("218/QĐ-UBND", "review")
    assert [c["value"] for c in number["candidates"]] == ["218/QĐ-UBND", "213/QĐ-UBND"]
    (said,) = number["said"]
    assert said["page"] == 1
    assert len(said["box"]) == 4
    assert record["copies"][0]["name"] == "218-QĐ-UBND bản quét.pdf"
    assert {"97/2019/QH14", "32/2021/NĐ-CP", "100/KH-UBND"} <= {base["number"] for base in record["bases"]}


def test_a_number_is_found_with_and_without_marks(browser: TestClient, site: Site) -> None:
    for typed in ("218/QĐ-UBND", "218/QD-UBND", "218 qd ubnd"):
        found = browser.get(f"{API}/decisions", params={"number": typed}).json()["decisions"]
        assert [node["id"] for node in found if node["held"]] == [site[1]["218/QĐ-UBND"]], typed


@pytest.mark.parametrize("path", ["/decisions", "/search?q=quyet+dinh", "/missing"])
def test_lists_are_paged_to_their_end_without_gap_or_repeat(browser: TestClient, path: str) -> None:
    def entries(answer: dict[str, list[dict[str, str]]]) -> list[str]:
        return [each["id"] for name in ("decisions", "hits", "missing") for each in answer.get(name, [])]

    join = "&" if "?" in path else "?"
    whole = entries(browser.get(f"{API}{path}{join}limit=100").json())
    paged: list[str] = []
    cursor = ""
    for _ in range(50):
        answer = browser.get(f"{API}{path}{join}limit=2{cursor}").json()
        assert len(entries(answer)) <= 2
        paged += entries(answer)
        if answer["next"] is None:
            break
        cursor = f"&cursor={quote(answer['next'])}"
    assert len(whole) > 2
    assert paged == whole


def test_problems_lists_what_is_doubted_and_nothing_else(browser: TestClient, site: Site) -> None:
    (found,) = browser.get(f"{API}/problems").json()["decisions"]
    assert found["id"] == site[1]["218/QĐ-UBND"]
    assert found["review"] == ["number"]
    assert [problem["code"] for problem in found["problems"]] == ["number_kind_mismatch"]


def test_problems_goes_on_where_doubts_are_rare(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that looked at enough documents ends with a cursor, though it found nothing yet."""
    monkeypatch.setattr("search_api.http.doubts._LOOKED_AT", 1)
    found: list[str] = []
    cursor = ""
    for _ in range(50):
        answer = browser.get(f"{API}/problems{cursor}").json()
        found += [each["number"] for each in answer["decisions"]]
        if answer["next"] is None:
            break
        cursor = f"?cursor={answer['next']}"
    assert found == ["218/QĐ-UBND"]


def test_search_finds_marks_and_counts(browser: TestClient) -> None:
    answer = browser.get(f"{API}/search", params={"q": '"ky chung thuc"', "year": 2022}).json()
    assert answer["total"] == 1
    (hit,) = answer["hits"]
    assert hit["number"] == "218/QĐ-UBND"
    snippet = hit["snippets"][0]
    start, end = snippet["marks"][0]
    assert snippet["text"][start:end].lower() == "ký chứng thực"
    assert answer["facets"]["year"] == [["2022", 1]]


def test_empty_filters_of_a_form_are_no_filters(browser: TestClient) -> None:
    bare, form = (
        browser.get(f"{API}/search?q=bach+mai{rest}").json()
        for rest in ("", "&from=&to=&status=&as_of=&person=&issuer=&kind=&year=")
    )
    assert form["total"] == bare["total"] > 0


def test_page_pictures_have_the_width_asked_within_bounds(browser: TestClient, doubted: str) -> None:
    answer = browser.get(f"{doubted}/pages/1.png?width=320")
    assert answer.headers["content-type"] == "image/png"
    assert png_size(answer.content)[0] == 320
    assert png_size(browser.get(f"{doubted}/pages/1.png?width=99999").content)[0] == 2400
    assert browser.get(f"{doubted}/pages/1.png?width=5").status_code == 422
    again = browser.get(f"{doubted}/pages/1.png?width=320", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    beyond = browser.get(f"{doubted}/pages/99.png")
    assert (beyond.status_code, beyond.json()["code"]) == (404, "no_such_page")


def test_the_original_comes_back_byte_for_byte_and_never_runs(site: Site) -> None:
    browser, ids, _ = site
    answer = browser.get(f"{API}/decisions/{ids['hostile']}/original")
    assert answer.content == HOSTILE_PAGE
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "immutable" in answer.headers["cache-control"]
    again = browser.get(f"{API}/decisions/{ids['hostile']}/original", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_original_keeps_its_vietnamese_name_and_can_be_read_in_parts(browser: TestClient, doubted: str) -> None:
    answer = browser.get(f"{doubted}/original", headers={"range": "bytes=0-3"})
    assert (answer.status_code, answer.content) == (206, b"%PDF")
    assert unquote(answer.headers["content-disposition"]).endswith("218-QĐ-UBND bản quét.pdf")


def test_a_scan_is_handed_out_as_a_searchable_pdf(site: Site) -> None:
    browser, ids, parts = site
    answer = browser.get(f"{API}/decisions/{ids['147/QĐ-UBND']}/searchable.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert unquote(answer.headers["content-disposition"]).endswith("147-QĐ-UBND bản quét.pdf")
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        xmp = pdf.open_metadata()
        assert xmp.pdfa_status == "2B"
        assert xmp["dc:identifier"] == "147/QĐ-UBND"
    text = pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_bounded()
    held = parts.store.decision(ids["147/QĐ-UBND"])
    assert held is not None
    reading = parts.store.reading(held.copies[0].scan)
    assert reading is not None
    assert set(reading.text.string.split("\f")[0].split()) <= set(text.split())


def test_no_searchable_pdf_of_what_was_never_on_paper(site: Site) -> None:
    browser, ids, _ = site
    answer = browser.get(f"{API}/decisions/{ids['hostile']}/searchable.pdf")
    assert (answer.status_code, answer.json()["code"]) == (404, "no_pdfa_of_text")


def test_an_original_that_is_gone_is_our_fault(site: Site) -> None:
    browser, ids, parts = site
    id = ids["147/QĐ-UBND"]
    held = parts.store.decision(id)
    assert held is not None
    path = parts.files.path(held.copies[0].scan)
    away = path.rename(path.with_suffix(".away"))
    try:
        for below in ("original", "searchable.pdf"):
            answer = browser.get(f"{API}/decisions/{id}/{below}")
            assert (answer.status_code, answer.json()["code"]) == (503, "original_gone")
    finally:
        away.rename(path)


def test_text_is_that_of_the_paper(browser: TestClient, doubted: str) -> None:
    answer = browser.get(f"{doubted}/text")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "QUYẾT ĐỊNH:" in answer.text
    assert "\f" in answer.text


def test_what_is_only_cited_is_told_apart_from_what_is_unknown(browser: TestClient) -> None:
    node = browser.get(f"{API}/decisions?number=97/2019/QH14").json()["decisions"][0]
    assert not node["held"]
    answer = browser.get(f"{API}/decisions/{node['id']}")
    assert (answer.status_code, answer.json()["code"]) == (404, "only_cited")
    assert "97/2019/QH14" in answer.json()["detail"]


def test_missing_names_the_most_cited_first(browser: TestClient) -> None:
    found = browser.get(f"{API}/missing").json()["missing"]
    counts = [each["cited_by"] for each in found]
    assert counts == sorted(counts, reverse=True)
    assert "97/2019/QH14" in [each["number"] for each in found]


def test_the_chain_runs_both_ways_with_sentences(site: Site) -> None:
    browser, ids, _ = site
    chain = browser.get(f"{API}/decisions/{ids['218/QĐ-UBND']}/chain").json()
    replaced = [edge for edge in chain["edges"] if edge["action"] == "replaces"]
    assert [(edge["from"], edge["to"]) for edge in replaced] == [(ids["218/QĐ-UBND"], ids["147/QĐ-UBND"])]
    assert "147/QĐ-UBND" in replaced[0]["sentence"]
    old = browser.get(f"{API}/decisions/{ids['147/QĐ-UBND']}/chain?as_of=2023-01-01").json()
    assert old["status"] == "replaced"
    before = browser.get(f"{API}/decisions/{ids['147/QĐ-UBND']}/chain?as_of=2022-01-01").json()
    assert before["status"] == "in_force"


def test_the_chain_is_drawn(browser: TestClient, doubted: str) -> None:
    answer = browser.get(f"{doubted}/chain.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "218/QĐ-UBND" in answer.text
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/healthz", f"{API}/decisions", f"{API}/search?q=bach+mai", "/static/style.css"])
def test_head_is_get_without_the_body(browser: TestClient, path: str) -> None:
    head, get = browser.head(path), browser.get(path)
    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-type", "content-length", "content-security-policy"):
        assert head.headers[name] == get.headers[name]


def test_alive_and_ready(browser: TestClient) -> None:
    assert browser.get("/healthz").json() == {"ok": True}
    ready = browser.get("/readyz")
    assert ready.status_code == 200
    assert {check["name"] for check in ready.json()["checks"]} == {"store", "index"}


def test_not_ready_while_the_index_is_of_another_time(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    browser, _, parts = site
    monkeypatch.setattr(type(parts.index), "stale", lambda _: True)
    answer = browser.get("/readyz")
    assert answer.status_code == 503
    assert [check["ok"] for check in answer.json()["checks"]] == [True, False]


def test_the_description_has_an_example_for_every_answer(browser: TestClient) -> None:
    schema = browser.get("/openapi.json").json()
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                reference = answer.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref")
                if status.startswith("2") and reference:
                    name = reference.rsplit("/", 1)[1]
                    assert "example" in schema["components"]["schemas"][name], (path, name)
