"""What the sentences of a decision do to other instruments, and what only looks as if they did."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 86/QĐ-UBND
Quảng Ngãi, ngày 16 tháng 01 năm 2025
QUYẾT ĐỊNH
Về việc công tác văn thư
"""


def decided(body: str, bases: str = "Căn cứ Luật Lưu trữ ngày 21/6/2024;") -> Decision:
    (decision,) = find_decisions(
        reading_of(f"{HEAD}{bases}\nQUYẾT ĐỊNH:\n{body}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n")
    )
    return decision


def acts(decision: Decision) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """(action, number of the target, scope) of what this decision itself does."""
    silent = ("based_on", "refers_to")
    return [
        (r.action, r.target.number, r.scope) for r in decision.relations if r.source is None and r.action not in silent
    ]


@pytest.mark.parametrize(
    ("body", "action", "scope"),
    [
        ("Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022.", "repeals", ()),
        ("Điều 1. Bãi bỏ toàn bộ Quyết định số 12/QĐ-UBND.", "repeals", ()),
        ("Điều 1. Bãi bỏ điểm a khoản 1 Điều 5 Quyết định số 12/QĐ-UBND.", "repeals", ("điểm a khoản 1 Điều 5",)),
        ("Điều 1. Hủy bỏ Quyết định số 12/QĐ-UBND.", "annuls", ()),
        ("Điều 1. Huỷ bỏ Quyết định số 12/QĐ-UBND.", "annuls", ()),
        ("Điều 1. Thu hồi Quyết định số 12/QĐ-UBND.", "revokes", ()),
        ("Điều 1. Sửa đổi, bổ sung khoản 2 Điều 3 Quyết định số 12/QĐ-UBND như sau:", "amends", ("khoản 2 Điều 3",)),
        ("Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/QĐ-UBND.", "amends", ("một số điều",)),
        ("Điều 1. Bổ sung khoản 3 vào sau khoản 2 Điều 7 Quyết định số 12/QĐ-UBND.", "supplements", None),
        ("Điều 1. Điều chỉnh thời gian đề tài được giao tại Quyết định số 12/QĐ-UBND.", "amends", None),
        ("Điều 1. Đình chỉ thi hành Quyết định số 12/QĐ-UBND.", "suspends", None),
        ("Điều 1. Đính chính Quyết định số 12/QĐ-UBND.", "corrects", ()),
        ("Điều 1. Gia hạn Quyết định số 12/QĐ-UBND.", "extends", ()),
        ("Điều 1. Quyết định này thay thế Quyết định số 12/QĐ-UBND.", "replaces", ()),
        ("Điều 1. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 12/QĐ-UBND.", "replaces", ()),
        ("Điều 1. Quyết định số 12/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "ends", ()),
        ("Điều 1. Bãi bỏ các Quyết định sau:\na) Quyết định số 12/QĐ-UBND ngày 01/7/2022;", "repeals", ()),
        ("Điều 1. Bãi bo Quyết định số 12/QĐ-UBND.", "repeals", ()),  # an optical reader lost the marks
    ],
)
def test_an_act_of_the_decision(body: str, action: str, scope: tuple[str, ...] | None) -> None:
    ((found, number, parts),) = acts(decided(body))
    assert (found, number) == (action, "12/QĐ-UBND")
    assert scope is None or parts == scope


@pytest.mark.parametrize(
    "body",
    [
        "Điều 1. Các quy định trước đây trái với Quyết định này đều bãi bỏ.",
        "Điều 1. Thu hồi 120 m2 đất của hộ ông A theo Quyết định số 12/QĐ-UBND.",
        "Điều 1. Giao kinh phí theo Quyết định số 12/QĐ-UBND.",
        "Điều 1. Các nội dung khác giữ nguyên theo Quyết định số 12/QĐ-UBND.",
        "Điều 1. Bổ sung máy móc đã quy định tại khoản 1 Điều 4 Quyết định số 12/QĐ-UBND.",
        "Điều 1. Thực hiện cho đến khi Quyết định số 12/QĐ-UBND hết hiệu lực.",
    ],
)
def test_what_only_looks_like_an_act(body: str) -> None:
    assert acts(decided(body)) == []


@pytest.mark.parametrize(("part", "state"), [("khoản 2 Điều 1", "sure"), ("khoản 2 Điều I", "review")])
def test_a_part_that_is_not_counted_in_figures_was_read_wrongly(part: str, state: str) -> None:
    decision = decided(f"Điều 1. Sửa đổi {part} Quyết định số 12/QĐ-UBND ngày 01/7/2022 của Ủy ban nhân dân tỉnh Mẫu.")
    (amends,) = [relation for relation in decision.relations if relation.action == "amends"]
    assert (amends.scope, amends.state) == ((part,), state)


def test_lists_carry_their_verb_to_the_last_item() -> None:
    body = (
        "Điều 1. Các Quyết định sau đây hết hiệu lực\nĐiều 2. Bãi bỏ các Quyết định:\n- Quyết định số 12/QĐ-UBND;\n"
        "- Khoản 2 Điều 3 Quyết định số 13/QĐ-UBND;\n- Quyết định số 14/QĐ-UBND.\nĐiều 3. Thực hiện Quyết định số 15/QĐ-UBND."
    )
    assert acts(decided(body)) == [
        ("repeals", "12/QĐ-UBND", ()),
        ("repeals", "13/QĐ-UBND", ("Khoản 2 Điều 3",)),
        ("repeals", "14/QĐ-UBND", ()),
    ]


def test_several_dead_before_one_verb() -> None:
    body = "Điều 1. Nghị quyết số 12/NQ-HĐND ngày 01/7/2022 và Nghị quyết số 13/NQ-HĐND hết hiệu lực kể từ ngày 01/02/2025."
    decision = decided(body)
    assert acts(decision) == [("ends", "12/NQ-HĐND", ()), ("ends", "13/NQ-HĐND", ())]
    assert {r.effective_on for r in decision.relations if r.action == "ends"} == {date(2025, 2, 1)}


def test_an_act_takes_effect_with_its_decision() -> None:
    body = (
        "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022.\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/3/2025."
    )
    (act,) = [r for r in decided(body).relations if r.action == "repeals"]
    assert act.effective_on == date(2025, 3, 1)
    assert act.sentence == "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022"


@pytest.mark.parametrize(
    ("bases", "source", "action", "target"),
    [
        (
            "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15;",
            *("43/2024/QH15", "amends", "31/2024/QH15"),
        ),
        (
            "Căn cứ Nghị định số 115/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 08/2016/NĐ-CP;",
            *("115/2021/NĐ-CP", "amends", "08/2016/NĐ-CP"),
        ),
        (
            "Căn cứ Nghị định số 32/2021/NĐ-CP quy định chi tiết và biện pháp thi hành Nghị quyết số 97/2019/QH14;",
            *("32/2021/NĐ-CP", "details", "97/2019/QH14"),
        ),
        (
            "Căn cứ Kế hoạch số 100/KH-UBND về việc triển khai thực hiện Nghị định số 32/2021/NĐ-CP;",
            *("100/KH-UBND", "guides", "32/2021/NĐ-CP"),
        ),
    ],
)
def test_relations_of_two_other_instruments(bases: str, source: str, action: str, target: str) -> None:
    stated = [r for r in decided("Điều 1. Giao việc.", bases).relations if r.source]
    assert [(r.source.number, r.action, r.target.number) for r in stated if r.source] == [(source, action, target)]


def test_a_proposal_repeals_nothing() -> None:
    bases = "Theo đề nghị tại Tờ trình số 7/TTr-SNV về việc bãi bỏ Quyết định số 12/QĐ-UBND."
    decision = decided("Điều 1. Giao việc.", bases)
    assert [r for r in decision.relations if r.source] == []
    assert [b.number for b in decision.bases] == ["7/TTr-SNV"]
    assert [c.number for c in decision.citations] == ["12/QĐ-UBND"]


def test_three_amenders_of_one_law() -> None:
    bases = "Căn cứ Luật Ngân sách số 83/2015/QH13 được sửa đổi bởi Luật số 59/2020/QH14, Luật số 64/2020/QH14 và Luật số 56/2024/QH15;"
    stated = [r for r in decided("Điều 1. Giao việc.", bases).relations if r.source]
    assert [r.source.number for r in stated if r.source] == ["59/2020/QH14", "64/2020/QH14", "56/2024/QH15"]
    assert {r.target.number for r in stated} == {"83/2015/QH13"}


def test_what_comes_with_the_decision() -> None:
    decision = decided("Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của phường.")
    ((action, number, _),) = acts(decision)
    (relation,) = [r for r in decision.relations if r.action == "issues"]
    assert (action, number, relation.target.kind) == ("issues", None, "quy_che")
    assert relation.target.text == "Quy chế làm việc của phường"
