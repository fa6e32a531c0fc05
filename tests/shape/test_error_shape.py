"""Every error of the API in one shape, whatever went wrong and wherever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from decisions.problem import Damaged, Missing, NotFound, TooLarge, Trouble
from search_api.http.errors import problem_of, status_of
from search_api.http.shapes import Problem
from search_api.http.troubles import ForeignPage
from tests.answering import HOSTILE, client, pilot


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with pilot(tmp_path_factory.mktemp("home")) as (parts, _), client(parts) as browser:
        yield browser


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "http_404"),
        ("DELETE", "/api/v1/batches", 405, "http_405"),
        ("GET", "/api/v1/batches/b-none", 404, "no_such_batch"),
        ("GET", "/api/v1/batches/b-none/events", 404, "no_such_batch"),
        ("GET", "/api/v1/batches?cursor=%%%", 422, "bad_cursor"),
        ("GET", "/api/v1/batches?limit=0", 422, "invalid"),
        ("POST", "/api/v1/batches", 422, "nothing_uploaded"),
        ("GET", "/api/v1/search?year=99999999999999999999&limit=x", 422, "invalid"),
        ("GET", "/api/v1/search?from=hom+qua", 422, "invalid"),
        ("GET", "/api/v1/search?status=good", 422, "invalid"),
        ("GET", "/api/v1/search?cursor=xyz", 422, "bad_cursor"),
        ("GET", "/api/v1/missing?cursor=xyz", 422, "bad_cursor"),
        ("GET", "/api/v1/problems?cursor=*", 422, "bad_cursor"),
        ("GET", "/api/v1/decisions/d-none", 404, "no_such_decision"),
        ("GET", "/api/v1/decisions/d-none/text", 404, "no_such_decision"),
        ("GET", "/api/v1/decisions/d-none/original", 404, "no_such_decision"),
        ("GET", "/api/v1/decisions/d-none/pages/1.png", 404, "no_such_decision"),
        ("GET", "/api/v1/decisions/d-none/searchable.pdf", 404, "no_such_decision"),
        ("GET", "/api/v1/decisions/d-none/chain", 404, "no_such_decision"),
        ("GET", "/api/v1/decisions/d-none/chain?direction=up", 422, "invalid"),
        ("GET", "/api/v1/decisions/d-none/pages/0.png", 422, "invalid"),
        ("GET", "/api/v1/decisions/d-none/pages/x.png", 422, "invalid"),
    ],
)
def test_one_shape(site: TestClient, method: str, path: str, status: int, code: str) -> None:
    answer = site.request(method, path)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = Problem.model_validate(answer.json())
    assert (answer.status_code, problem.status, problem.code) == (status, status, code)
    assert problem.type == f"urn:quyetdinh:{code}"
    assert (problem.errors is not None) == (code == "invalid")
    assert len(problem.detail) > 20


def test_invalid_parameters_are_named(site: TestClient) -> None:
    problem = site.get("/api/v1/search?from=hom+qua&year=abc").json()
    assert {wrong["field"].split(".")[0] for wrong in problem["errors"]} == {"from", "year"}


@pytest.mark.parametrize(
    ("query", "field", "vi", "en"),
    [
        ("from=2022-13-01", "from", "Phải là một ngày có thật", "Must be a real day"),
        ("year=abc", "year", "Phải là một số nguyên", "Must be a whole number"),
        ("limit=0", "limit", "Phải từ 1 trở lên", "Must be 1 or more"),
        ("limit=101", "limit", "Không được quá 100", "Must be 100 or less"),
        (
            "status=good",
            "status",
            "Chỉ nhận một trong các giá trị: not_yet, in_force,",
            "Must be one of: not_yet, in_force,",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_person(
    site: TestClient, query: str, field: str, vi: str, en: str
) -> None:
    for lang, sentence in (("vi", vi), ("en", en)):
        (wrong,) = site.get(f"/api/v1/search?{query}&lang={lang}").json()["errors"]
        assert wrong["field"] == field
        assert wrong["message"].startswith(sentence)


def test_what_is_no_form_is_of_an_unsupported_type(site: TestClient) -> None:
    answer = site.post("/api/v1/batches", json={"files": []})
    assert (answer.status_code, answer.json()["code"]) == (415, "not_multipart")
    Problem.model_validate(answer.json())


def test_errors_speak_the_language_of_the_person(site: TestClient) -> None:
    vi, en = (site.get(f"/api/v1/batches/b-none?lang={lang}").json()["detail"] for lang in ("vi", "en"))
    assert "Không có" in vi
    assert "no batch" in en


def test_an_unexpected_error_tells_nothing_of_the_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pilot(tmp_path) as (parts, ids):

        def broken(*_: object) -> None:
            raise RuntimeError("password=secret /srv/data")

        monkeypatch.setattr(type(parts.store), "decision", broken)
        answer = client(parts).get(f"/api/v1/decisions/{next(iter(ids.values()))}")
    problem = Problem.model_validate(answer.json())
    assert (answer.status_code, problem.code) == (500, "internal")
    assert "secret" not in answer.text
    assert "/srv" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (NotFound(what="1/QĐ"), 404),
        (TooLarge(what="9 GB"), 413),
        (Damaged(), 422),
        (ForeignPage(), 403),
        (Missing(what="x", cure="y"), 503),
        (Trouble(), 503),
    ],
)
def test_troubles_have_one_status_each(trouble: Trouble, status: int) -> None:
    assert status_of(trouble) == status
    Problem.model_validate(problem_of(trouble, "vi"))


def test_a_browser_gets_a_page_and_what_it_asked_for_is_escaped(site: TestClient) -> None:
    answer = site.get(f"/batches/{HOSTILE}".replace("/script>", "script>"), headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "<script>alert" not in answer.text


def test_another_sites_page_cannot_hand_in(site: TestClient) -> None:
    files = {"files": ("a.txt", b"x")}
    answer = site.post("/api/v1/batches", files=files, headers={"sec-fetch-site": "cross-site"})
    assert (answer.status_code, answer.json()["code"]) == (403, "foreign_page")


def test_every_error_in_the_description_is_of_this_shape(site: TestClient) -> None:
    schema = site.get("/openapi.json").json()
    assert "HTTPValidationError" not in str(schema)
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and path.startswith("/api/"):
                    shown = answer["content"]["application/problem+json"]["schema"]
                    assert shown == {"$ref": "#/components/schemas/Problem"}, (method, path, status)
    assert "Problem" in schema["components"]["schemas"]
