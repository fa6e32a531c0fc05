"""Short forms mean what was cited in full; "này" means the instrument itself and is no citation."""

from __future__ import annotations

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 100/QĐ-UBND
Mẫu, ngày 10 tháng 7 năm 2025
QUYẾT ĐỊNH
Về việc công tác văn thư
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU
Căn cứ Luật Lưu trữ số 33/2024/QH15;
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
{bases}QUYẾT ĐỊNH:
Điều 1. {article}
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 2;
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


def decided(article: str, bases: str = "") -> Decision:
    (decision,) = find_decisions(reading_of(HEAD.format(article=article, bases=bases)))
    return decision


@pytest.mark.parametrize(
    "article",
    [
        "Thực hiện Nghị định số 30 và các quy định khác.",
        "Thực hiện Nghị định 30/2020 và các quy định khác.",
        "Thực hiện Nghị định nói trên.",
        "Thực hiện theo Nghị định nêu trên.",
        "Lưu trữ theo Luật Lưu trữ.",
        "Quy chế này áp dụng Quyết định này, trên cơ sở Nghị định này.",
        "Thực hiện Kế hoạch 5 năm và Quyết định 2 nội dung.",
    ],
)
def test_a_short_form_adds_no_instrument(article: str) -> None:
    decision = decided(article)
    assert [c.number for c in decision.bases] == ["33/2024/QH15", "30/2020/NĐ-CP"]
    assert decision.citations == ()


@pytest.mark.parametrize(
    ("article", "number", "scope"),
    [
        ("Bãi bỏ Điều 3 Quyết định nói trên.", "12/QĐ-UBND", ("Điều 3",)),
        ("Bãi bỏ khoản 2 Điều 3 Quyết định số 12.", "12/QĐ-UBND", ("khoản 2 Điều 3",)),
    ],
)
def test_an_act_on_a_short_form_acts_on_the_full_one(article: str, number: str, scope: tuple[str, ...]) -> None:
    decision = decided(article, "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/7/2024 của Ủy ban nhân dân tỉnh Mẫu;\n")
    (repeal,) = (r for r in decision.relations if r.action == "repeals")
    assert (repeal.target.number, repeal.scope, repeal.state) == (number, scope, "sure")


def test_of_two_that_may_be_meant_neither_is_sure() -> None:
    bases = "Căn cứ Quyết định số 12/QĐ-UBND ngày 01/7/2024; Quyết định số 15/QĐ-UBND ngày 05/7/2024;\n"
    (repeal,) = (r for r in decided("Bãi bỏ Quyết định nói trên.", bases).relations if r.action == "repeals")
    assert (repeal.state, repeal.target.number) == ("review", "15/QĐ-UBND")
    assert [each.value for each in repeal.target.candidates] == ["15/QĐ-UBND", "12/QĐ-UBND"]


@pytest.mark.parametrize(
    ("article", "kind", "number", "printed", "state"),
    [
        ("Thực hiện Nghị quyết số 18 ngày 25/10/2017.", "nghi_quyet", None, "18", "review"),
        ("Thực hiện Nghị định 138/2020.", "nghi_dinh", "138/2020/NĐ-CP", "138/2020", "review"),
        ("Theo quy định của Luật Ngân sách nhà nước.", "luat", None, None, "sure"),
    ],
)
def test_a_short_form_without_a_full_one(
    article: str, kind: str, number: str | None, printed: str | None, state: str
) -> None:
    (citation,) = decided(article).citations
    assert (citation.kind, citation.number, citation.printed, citation.state) == (kind, number, printed, state)


@pytest.mark.parametrize(
    ("base", "parts"),
    [
        ("khoản 2 Điều 5 Nghị định số 12/2021/NĐ-CP", ("khoản 2 Điều 5",)),
        (
            "điểm a khoản 1 Điều 7 và Điều 9 của Nghị định số 12/2021/NĐ-CP",
            ("điểm a khoản 1 Điều 7", "Điều 9"),
        ),
        ("các Điều 4, 5 và 6 Nghị định số 12/2021/NĐ-CP", ("Điều 4, 5 và 6",)),
        ("Nghị định số 12/2021/NĐ-CP", ()),
    ],
)
def test_the_provisions_before_a_citation(base: str, parts: tuple[str, ...]) -> None:
    decision = decided("Thực hiện.", f"Căn cứ {base} ngày 24/02/2021 của Chính phủ;\n")
    assert [c.parts for c in decision.bases if c.number == "12/2021/NĐ-CP"] == [parts]


@pytest.mark.parametrize(
    ("title", "article", "number", "state"),
    [
        ("bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022", "Bãi bỏ Quyết định nêu trên.", "12/QĐ-UBND", "sure"),
        ("bãi bỏ quy định", "Bãi bỏ Quyết định nêu trên.", "45/QĐ-UBND", "sure"),
        # The articles have named another since.
        (
            "bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022",
            "Xem xét Quyết định số 13/QĐ-UBND ngày 02/7/2022.\nBãi bỏ Quyết định nêu trên.",
            *("13/QĐ-UBND", "review"),
        ),
    ],
)
def test_what_the_title_deals_with_is_meant_above_the_bases(title: str, article: str, number: str, state: str) -> None:
    base = "Căn cứ Quyết định số 45/QĐ-UBND ngày 05/01/2021 quy định chức năng của Sở Nội vụ;\n"
    text = HEAD.replace("Về việc công tác văn thư", f"Về việc {title}").format(article=article, bases=base)
    (decision,) = find_decisions(reading_of(text))
    repealed = [(r.target.number, r.state) for r in decision.relations if r.action == "repeals"]
    assert repealed[0] == (number, state)
