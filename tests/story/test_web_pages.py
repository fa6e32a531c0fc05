"""A person with a browser: finds, looks, follows, hands in. Without scripts, in two languages, among hostile texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote_plus

import pytest
from fastapi.testclient import TestClient

from search_api.parts import Parts
from tests.answering import HOSTILE, client, home, pilot

Site = tuple[TestClient, dict[str, str], Parts]
HTML = {"accept": "text/html"}


class Seen(HTMLParser):
    """Links, ids, labels and fields of a page; complains of nothing."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.sources: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.alternate: str | None = None
        self.inside_label = 0
        self.styles: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.styles += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "a":
            self.links.append(given.get("href") or "")
        if tag in ("script", "img", "link") and (source := given.get("src") or given.get("href")):
            self.sources.append(source)
        if tag == "link" and given.get("rel") == "alternate":
            self.alternate = given.get("href")
        if tag == "label":
            self.inside_label += 1
            self.labelled.add(given.get("for") or "")
        if tag in ("input", "select") and given.get("type") != "hidden":
            named = self.inside_label > 0 or given.get("id") in self.labelled
            self.fields.append({**given, "named": "yes" if named else None})

    def handle_endtag(self, tag: str) -> None:
        self.inside_label -= tag == "label"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with pilot(tmp_path_factory.mktemp("home")) as (parts, ids), client(parts) as browser:
        yield browser, ids, parts


PAGES = (
    "/",
    "/search",
    "/search?q=bach+mai&year=2022&status=in_force",
    "/decisions/{218/QĐ-UBND}?q=chung+thuc",
    "/decisions/{218/QĐ-UBND}?view=text",
    "/decisions/{1876/QĐ-UBND}",
    "/decisions/{hostile}",
    "/chain/{218/QĐ-UBND}",
    "/chain/{hostile}",
    "/batches",
    "/missing",
    "/problems",
    "/docs",
)


def visit(site: Site, path: str, lang: str = "vi") -> str:
    browser, ids, _ = site
    for number, id in ids.items():
        path = path.replace(f"{{{number}}}", id)
    answer = browser.get(path, headers=HTML, params={"lang": lang} if "?" not in path else None)
    assert answer.status_code == 200, answer.text
    return answer.text


@pytest.mark.parametrize("path", PAGES)
def test_pages_stand_by_themselves(site: Site, path: str) -> None:
    """A JSON twin, a name for every field, no id twice, nothing loaded from elsewhere, nothing that the policy blocks."""
    page = visit(site, path)
    seen = Seen(page)
    assert seen.alternate, path
    twin = site[0].get(seen.alternate)
    assert twin.status_code == 200
    assert twin.headers["content-type"] == "application/json"
    assert [field for field in seen.fields if not field["named"]] == []
    assert len(seen.ids) == len(set(seen.ids))
    assert [source for source in seen.sources if not source.startswith("/")] == []
    assert seen.styles == []
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)


@pytest.mark.parametrize("path", PAGES)
def test_links_of_pages_lead_somewhere(site: Site, path: str) -> None:
    seen = Seen(visit(site, path))
    for link in dict.fromkeys(seen.links):
        if link.startswith("#"):
            assert link[1:] in seen.ids, link
        else:
            assert site[0].get(link, headers=HTML).status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_in_english_too(site: Site, path: str) -> None:
    page = visit(site, path + ("&" if "?" in path else "?") + "lang=en")
    assert '<html lang="en">' in page
    assert ">Search</button>" in page


def test_the_language_is_remembered(site: Site) -> None:
    browser = client(site[2])
    assert '<html lang="vi">' in browser.get("/").text
    browser.get("/?lang=en")
    assert '<html lang="en">' in browser.get("/missing").text
    browser.get("/?lang=vi")
    assert '<html lang="vi">' in browser.get("/missing").text


@pytest.mark.parametrize(
    "path",
    [
        "/decisions/{hostile}",
        "/decisions/{hostile}?view=text",
        "/search",
        "/search?q=alert",
        "/chain/{hostile}",
        "/problems",
    ],
)
def test_hostile_texts_are_shown_and_never_run(site: Site, path: str) -> None:
    page = visit(site, path)
    assert HOSTILE not in page
    if "hostile" in path or path == "/search":
        assert "&lt;script&gt;" in page


def test_a_hostile_question_is_shown_and_never_runs(site: Site) -> None:
    page = site[0].get("/search", params={"q": f'"{HOSTILE}"', "issuer": HOSTILE, "person": '"><b>'}).text
    assert HOSTILE not in page
    assert '"><b>' not in page


def test_pages_forbid_scripts_from_elsewhere(site: Site) -> None:
    policy = site[0].get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_search_shows_marks_filters_and_leads_to_the_place(site: Site) -> None:
    page = visit(site, "/search?q=uy+quyen")
    assert "<mark>" in page
    seen = Seen(page)
    decision = site[1]["218/QĐ-UBND"]
    assert f"/decisions/{decision}?q=uy+quyen" in seen.links
    assert f"/decisions/{decision}?q=uy+quyen#page-1" in seen.links
    assert "/search?q=uy+quyen&year=2022" in seen.links


def test_filters_go_on_and_off(site: Site) -> None:
    on = visit(site, "/search?q=bach+mai&year=2022")
    assert "3 văn bản" in on
    assert "/search?q=bach+mai" in Seen(on).links  # takes it off
    assert "/search?q=bach+mai&year=2022&kind=quyet_dinh" in Seen(on).links  # narrows down further


def test_a_long_result_goes_on(site: Site) -> None:
    page = visit(site, "/search?q=bach+mai&limit=2")
    (following,) = [link for link in Seen(page).links if "cursor=" in link]
    assert site[0].get(following, headers=HTML).status_code == 200


def test_the_words_searched_for_are_marked_on_the_scan(site: Site) -> None:
    page = visit(site, "/decisions/{218/QĐ-UBND}?q=chung+thuc")
    assert re.search(r'<g id="q"[^>]*data-name="q">.*?<rect x="0\.\d+"', page, re.DOTALL)


def test_a_decision_shows_doubt_candidates_and_places(site: Site) -> None:
    page = visit(site, "/decisions/{218/QĐ-UBND}")
    assert "cần xem" in page
    assert "213/QĐ-UBND" in page
    assert "62 %" in page
    seen = Seen(page)
    places = [link for link in seen.links if link.startswith("#m")]
    assert len(places) > 5
    assert any("/pages/1.png" in source for source in seen.sources)
    assert "không hợp với loại văn bản" in page


def test_an_appointment_is_told_in_full(site: Site) -> None:
    page = visit(site, "/decisions/{1876/QĐ-UBND}")
    assert "bổ nhiệm:" in page
    assert "Chức vụ" in page
    assert "Điều động và bổ nhiệm" in page


def test_the_chain_names_both_ends_and_the_sentence(site: Site) -> None:
    page = visit(site, "/chain/{218/QĐ-UBND}")
    assert "thay thế" in page
    assert "147/QĐ-UBND" in page
    assert "kho chưa có" in page
    seen = Seen(page)
    assert any(link.startswith("/chain/m-") for link in seen.links)
    (place,) = [link for link in seen.links if "và thay thế" in unquote_plus(link)]
    assert place.endswith("#q")
    assert 'id="q"' in site[0].get(place, headers=HTML).text


def test_handing_in_without_scripts(tmp_path: Path) -> None:
    with home(tmp_path) as parts, client(parts) as browser:
        answer = browser.post("/batches", files=[("files", ("hộp 1/a.txt", b"mot"))], headers=HTML)
        assert answer.status_code == 303
        page = browser.get(answer.headers["location"]).text
        assert "hộp 1/a.txt" in page
        assert "Đang chờ" in page
        assert answer.headers["location"] in Seen(browser.get("/").text).links
        nothing = browser.post("/batches", files=[("files", ("", b""))], headers=HTML)
        assert nothing.status_code == 422
        assert "Chưa có tệp nào" in nothing.text


def test_an_empty_home_answers(tmp_path: Path) -> None:
    with home(tmp_path) as parts, client(parts) as browser:
        for path in ("/", "/search", "/batches", "/missing", "/problems"):
            answer = browser.get(path, headers=HTML)
            assert answer.status_code == 200, path
            assert len(answer.text) > 500, path


def test_the_start_page_answers_while_the_index_is_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from search_api.index.troubles import IndexStale

    def away(_: object) -> int:
        raise IndexStale

    with home(tmp_path) as parts, client(parts) as browser:
        monkeypatch.setattr(type(parts.index), "count", away)
        monkeypatch.setattr(type(parts.index), "ask", lambda *_: away(None))
        assert browser.get("/", headers=HTML).status_code == 200
        answer = browser.get("/search?q=x", headers=HTML)
        assert answer.status_code == 503
        assert "reindex" in answer.text
