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
SIGNED = date(2025, 1, 16)  # the date in the head of `decided`


def decided(body: str, bases: str = "Căn cứ Luật Lưu trữ ngày 21/6/2024;") -> Decision:
    (decision,) = find_decisions(
        reading_of(f"{HEAD}{bases}\nQUYẾT ĐỊNH:\n{body}\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n")
    )
    return decision


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện Văn bản hợp nhất số 05/VBHN-BNV ngày 16/10/2024 hợp nhất Nghị định số 138/2020/NĐ-CP ngày 27/11/2020.",
        "Thực hiện Nghị định số 138/2020/NĐ-CP (được hợp nhất tại Văn bản hợp nhất số 05/VBHN-BNV ngày 16/10/2024).",
    ],
)
def test_another_is_said_to_consolidate(words: str) -> None:
    told = [(r.source.number, r.target.number) for r in decided(f"Điều 1. {words}").relations
            if r.action == "consolidates" and r.source]  # fmt: skip
    assert told == [("05/VBHN-BNV", "138/2020/NĐ-CP")]


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
        ("Điều 1. Đính chính căn cứ thứ hai tại Quyết định số 12/QĐ-UBND.", "corrects", ("căn cứ thứ hai",)),
        ("Điều 1. Điều chỉnh giảm dự toán chi tại Quyết định số 12/QĐ-UBND.", "amends", ("dự toán chi",)),
        ("Điều 1. Thay đổi thành viên Ban Chỉ đạo tại Điều 1 Quyết định số 12/QĐ-UBND như sau:", "amends", ("Điều 1",)),
        ("Điều 1. Tạm hoãn thi hành Quyết định số 12/QĐ-UBND ngày 01/7/2022.", "suspends", ()),
        ("Điều 2. Quyết định này thay cho Quyết định số 12/QĐ-UBND ngày 12/02/1998.", "replaces", ()),
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


@pytest.mark.parametrize(
    ("part", "state"), [("khoản 2 Điều 1", "sure"), ("khoản 2 Điều I", "review"), ("khoản: 2 Điều 1", "review")]
)
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


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Các Quyết định số 12/QĐ-UBND và số 45/QĐ-UBND hết hiệu lực.", ()),
        ("Kể từ ngày Quyết định này có hiệu lực, các Quyết định số 12/QĐ-UBND và số 45/QĐ-UBND hết hiệu lực.", ()),
        (
            "Kể từ thời điểm Quyết định này có hiệu lực thi hành, Điều 3 Quyết định số 12/QĐ-UBND và Quyết định số "
            "45/QĐ-UBND hết hiệu lực.",
            ("Điều 3",),
        ),
        (
            "Các quy định tại Điều 3, Điều 4 Quyết định số 12/QĐ-UBND và Quyết định số 45/QĐ-UBND hết hiệu lực kể từ ngày "
            "Quyết định này có hiệu lực.",
            ("Điều 3", "Điều 4"),
        ),
    ],
)
def test_the_dead_may_stand_behind_other_words(words: str, scope: tuple[str, ...]) -> None:
    assert acts(decided(f"Điều 1. Giao việc.\n{words}")) == [
        ("ends", "12/QĐ-UBND", scope),
        ("ends", "45/QĐ-UBND", ()),
    ]


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
            "Căn cứ Luật Biển Việt Nam số 18/2012/QH13 (sửa đổi, bổ sung tại Luật Tổ chức chính quyền địa phương số 72/2025/QH15);",
            *("72/2025/QH15", "amends", "18/2012/QH13"),
        ),
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


def test_what_is_said_twice_has_the_scope_of_either() -> None:
    bases = (
        "Căn cứ Nghị định số 83/2014/NĐ-CP của Chính phủ được sửa đổi, bổ sung bởi Nghị định số 95/2021/NĐ-CP;\n"
        "Căn cứ Nghị định số 95/2021/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 83/2014/NĐ-CP;"
    )
    for told in (bases, "\n".join(reversed(bases.split("\n")))):
        stated = [r for r in decided("Điều 1. Giao việc.", told).relations if r.source]
        assert [(r.action, r.target.number, r.scope) for r in stated] == [("amends", "83/2014/NĐ-CP", ("một số điều",))]


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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # two verbs, two objects; two verbs, one object
        (
            "Điều 1. Sửa đổi khoản 1 Điều 2 và bãi bỏ khoản 3 Điều 4 Quyết định số 12/QĐ-UBND.",
            [("amends", "12/QĐ-UBND", ("khoản 1 Điều 2",)), ("repeals", "12/QĐ-UBND", ("khoản 3 Điều 4",))],
        ),
        (
            "Điều 1. Thay thế, bãi bỏ một số khoản của Quyết định số 12/QĐ-UBND.",
            [("replaces", "12/QĐ-UBND", ("một số khoản",)), ("repeals", "12/QĐ-UBND", ("một số khoản",))],
        ),
        # one act on parts of two instruments
        (
            "Điều 1. Bãi bỏ Phụ lục I ban hành kèm theo Quyết định số 12/QĐ-UBND và Phụ lục II.3 ban hành kèm theo "
            "Quyết định số 13/QĐ-UBND.",
            [("repeals", "12/QĐ-UBND", ("Phụ lục I",)), ("repeals", "13/QĐ-UBND", ("Phụ lục II.3",))],
        ),
        (
            "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND và sửa đổi Điều 2 Quyết định số 13/QĐ-UBND.",
            [("repeals", "12/QĐ-UBND", ()), ("amends", "13/QĐ-UBND", ("Điều 2",))],
        ),
        # a heading and its first words
        ("Điều 1. Bãi bỏ toàn bộ Quyết định\nBãi bỏ toàn bộ Quyết định số 12/QĐ-UBND.", [("repeals", "12/QĐ-UBND", ())]),
        # headings of lists
        (
            "Điều 1. Bãi bỏ toàn bộ một số văn bản của Ủy ban nhân dân tỉnh\n1. Quyết định số 12/QĐ-UBND về chợ; phí.\n"
            "2. Quyết định số 13/QĐ-UBND về xe.\nĐiều 2. Quyết định số 14/QĐ-UBND tiếp tục có hiệu lực.",
            [("repeals", "12/QĐ-UBND", ()), ("repeals", "13/QĐ-UBND", ())],
        ),
        (
            "Điều 1. Kể từ ngày Quyết định này có hiệu lực, các văn bản sau đây hết hiệu lực:\na) Quyết định số 12/QĐ-UBND;\n"
            "b) Điều 5 Quyết định số 13/QĐ-UBND.",
            [("ends", "12/QĐ-UBND", ()), ("ends", "13/QĐ-UBND", ("Điều 5",))],
        ),
        (
            "Điều 1. Bãi bỏ nội dung về phí đã được quy định tại các Quyết định sau:\n- Quyết định số 12/QĐ-UBND;\n"
            "- Quyết định số 13/QĐ-UBND.",
            [("repeals", "12/QĐ-UBND", ("nội dung về phí",)), ("repeals", "13/QĐ-UBND", ("nội dung về phí",))],
        ),
        # the list is over
        (
            "Điều 1. Hiệu lực\n1. Bãi bỏ Quyết định số 12/QĐ-UBND.\n2. Quyết định số 13/QĐ-UBND do Sở Nội vụ thực hiện.",
            [("repeals", "12/QĐ-UBND", ())],
        ),
        # subject first, passive
        ("Điều 1. Quyết định số 12/QĐ-UBND được thay thế bằng Quyết định này.", [("replaces", "12/QĐ-UBND", ())]),
        ("Điều 1. Khoản 2 Điều 3 Quyết định số 12/QĐ-UBND hết hiệu lực.", [("ends", "12/QĐ-UBND", ("Khoản 2 Điều 3",))]),
        ("Điều 1. Quyết định số 12/QĐ-UBND bị bãi bỏ.", [("repeals", "12/QĐ-UBND", ())]),
        ("Điều 1. Quyết định số 12/QĐ-UBND đã hết hiệu lực.", []),
        # phrases put for others: what stands in quotation marks is no target
        (
            "Điều 1. Thay thế cụm từ “Quyết định số 5/QĐ-UBND” bằng cụm từ “Quyết định số 6/QĐ-UBND” tại Điều 3 Quyết định số "
            "12/QĐ-UBND.",
            [("amends", "12/QĐ-UBND", ("Điều 3",))],
        ),
        # kiện toàn amends, or replaces where it says so
        (
            "Điều 1. Kiện toàn Ban Chỉ đạo được thành lập tại Quyết định số 12/QĐ-UBND.",
            [("amends", "12/QĐ-UBND", ("Ban Chỉ đạo",))],
        ),
        (
            "Điều 1. Kiện toàn Ban Chỉ đạo được thành lập tại Quyết định số 12/QĐ-UBND.\n"
            "Điều 2. Quyết định này thay thế Quyết định số 12/QĐ-UBND.",
            [("replaces", "12/QĐ-UBND", ())],
        ),
        ("Điều 1. Phê duyệt Kế hoạch số 15/KH-SNV ngày 01/7/2024.", [("approves", "15/KH-SNV", ())]),
        # a part of another instrument right before its name
        (
            "Điều 1. Sửa đổi, bổ sung Điều 1 Quyết định số 12/QĐ-UBND và Điều 2 Quyết định số 13/QĐ-UBND.",
            [("amends", "12/QĐ-UBND", ("Điều 1",)), ("amends", "13/QĐ-UBND", ("Điều 2",))],
        ),
        (
            "Điều 1. Bãi bỏ các Quyết định: số 12/QĐ-UBND, số 13/QĐ-UBND và điểm b khoản 2 Điều 1 Quyết định số 14/QĐ-UBND.",
            [("repeals", "12/QĐ-UBND", ()), ("repeals", "13/QĐ-UBND", ()), ("repeals", "14/QĐ-UBND", ("điểm b khoản 2 Điều 1",))],
        ),
        ("Điều 1. Thu hồi và hủy bỏ Quyết định số 12/QĐ-UBND.", [("revokes", "12/QĐ-UBND", ()), ("annuls", "12/QĐ-UBND", ())]),
        ("Điều 1. Kéo dài thời gian thực hiện Kế hoạch số 15/KH-UBND.", [("extends", "15/KH-UBND", ())]),
        ("Điều 1. Tạm ngưng hiệu lực Quyết định số 12/QĐ-UBND.", [("suspends", "12/QĐ-UBND", ())]),
        ("Điều 1. Đính chính khoản 2 Điều 1 Quyết định số 12/QĐ-UBND.", [("corrects", "12/QĐ-UBND", ("khoản 2 Điều 1",))]),
    ],
)  # fmt: skip
def test_what_a_body_does(body: str, expected: list[tuple[str, str | None, tuple[str, ...]]]) -> None:
    assert acts(decided(body)) == expected


def test_new_wording_is_another_texts() -> None:
    """Its articles and citations belong to the amended instrument, points d) and đ) included."""
    body = (
        "Điều 1. Sửa đổi Điều 5 Quyết định số 12/QĐ-UBND như sau:\n“Điều 5. Trách nhiệm\nd) Bãi bỏ Quyết định số 13/QĐ-UBND;\n"
        "đ) Thực hiện Nghị định số 30/2020/NĐ-CP.”\nĐiều 2. Thực hiện Quyết định số 14/QĐ-UBND."
    )
    decision = decided(body)
    assert acts(decision) == [("amends", "12/QĐ-UBND", ("Điều 5",))]
    others = {(r.source.number, r.action, r.target.number) for r in decision.relations if r.source}
    assert others == {("12/QĐ-UBND", "refers_to", "13/QĐ-UBND"), ("12/QĐ-UBND", "refers_to", "30/2020/NĐ-CP")}
    own = {r.target.number for r in decision.relations if r.action == "refers_to" and r.source is None}
    assert own == {"14/QĐ-UBND"}


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("Điều 1. Điều chỉnh dự toán giao tại Quyết định số 12/QĐ-UBND.", "sure"),
        ("Điều 1. Bổ sung kinh phí cho Sở Nội vụ để làm việc theo Quyết định số 12/QĐ-UBND.", "review"),
    ],
)
def test_an_object_that_may_be_only_the_ground_is_for_a_person(body: str, state: str) -> None:
    (act,) = [r for r in decided(body).relations if r.action in ("amends", "supplements")]
    assert act.state == state


def test_the_title_acts_where_no_article_does() -> None:
    titled = HEAD.replace("Về việc công tác văn thư", "Về việc bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022")
    rest = "Căn cứ Luật Lưu trữ ngày 21/6/2024;\nQUYẾT ĐỊNH:\n"
    foot = "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n"
    (silent,) = find_decisions(reading_of(f"{titled}{rest}Điều 1. Quyết định này có hiệu lực kể từ ngày ký.{foot}"))
    assert acts(silent) == [("repeals", "12/QĐ-UBND", ())]
    (spoken,) = find_decisions(reading_of(f"{titled}{rest}Điều 1. Bãi bỏ Điều 2 Quyết định số 12/QĐ-UBND.{foot}"))
    assert acts(spoken) == [("repeals", "12/QĐ-UBND", ("Điều 2",))]


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        # a decree amends no law; a younger instrument is not amended by an older
        (
            "Căn cứ Nghị định số 78/2025/NĐ-CP quy định chi tiết Luật Ban hành văn bản quy phạm pháp luật năm 2025 được sửa đổi, "
            "bổ sung bởi Nghị định số 187/2025/NĐ-CP;",
            ("187/2025/NĐ-CP", "amends", "78/2025/NĐ-CP"),
        ),
        # the object is a programme that carries out the resolution
        (
            "Căn cứ Nghị quyết số 71/NQ-CP ngày 01/4/2025 sửa đổi Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW;",
            None,
        ),
        (
            "Căn cứ Quyết định số 15/QĐ-UBND ngày 01/9/2024 về việc điều chỉnh danh mục dự án được bổ sung trong lĩnh vực đầu tư công bố "
            "tại Quyết định số 12/QĐ-UBND ngày 01/7/2022;",
            ("15/QĐ-UBND", "amends", "12/QĐ-UBND"),
        ),
    ],
)
def test_who_can_act_on_whom(bases: str, expected: tuple[str, str, str] | None) -> None:
    stated = [r for r in decided("Điều 1. Giao việc.", bases).relations if r.source and r.action == "amends"]
    assert [(r.source.number, r.action, r.target.number) for r in stated if r.source] == (
        [expected] if expected else []
    )


def test_the_day_in_the_title_of_the_target_is_not_the_day_of_the_act() -> None:
    body = "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022 về việc trợ cấp kể từ ngày 01/01/2023."
    (act,) = [r for r in decided(body).relations if r.action == "repeals"]
    assert (act.effective_on, act.state) == (date(2025, 1, 16), "sure")


@pytest.mark.parametrize("stays", ["tiếp tục có hiệu lực", "vẫn giữ nguyên hiệu lực thi hành", "không thay đổi"])
def test_what_stays_in_force_behind_a_semicolon_is_not_acted_on(stays: str) -> None:
    body = f"Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022; Quyết định số 13/QĐ-UBND của UBND huyện {stays}."
    assert acts(decided(body)) == [("repeals", "12/QĐ-UBND", ())]


def test_a_day_that_is_changed_is_not_the_day_of_the_act() -> None:
    body = (
        "Điều 1. Điều chỉnh thời điểm hưởng lương tại Quyết định số 12/QĐ-UBND từ ngày 01/4/2024 thành ngày 01/3/2024."
    )
    (act,) = [r for r in decided(body).relations if r.action == "amends"]
    assert (act.effective_on, act.state) == (date(2025, 1, 16), "sure")


def test_the_day_behind_a_list_may_be_that_of_all() -> None:
    body = (
        "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/7/2022; Quyết định số 13/QĐ-UBND ngày 05/7/2022 và Quyết định số "
        "14/QĐ-UBND kể từ ngày 01/8/2025.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký."
    )
    said = {r.target.number: (r.effective_on, r.state) for r in decided(body).relations if r.action == "repeals"}
    assert said["12/QĐ-UBND"] == (date(2025, 1, 16), "review")
    assert said["13/QĐ-UBND"] == said["14/QĐ-UBND"] == (date(2025, 8, 1), "sure")


@pytest.mark.parametrize(
    "left_out", ["trừ Điều 12", "ngoại trừ các quy định về học phí", "trừ trường hợp quy định tại khoản 2"]
)
def test_what_is_left_out_of_an_act_is_for_a_person_to_see(left_out: str) -> None:
    decision = decided(f"Điều 1. Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 01/7/2022, {left_out}.")
    assert [r.state for r in decision.relations if r.action == "replaces"] == ["review"]


def test_a_list_may_have_a_day_of_its_own() -> None:
    body = "Điều 1. Các Quyết định sau đây hết hiệu lực kể từ ngày 01 tháng 01 năm 2026:\n- Quyết định số 12/QĐ-UBND."
    (act,) = [r for r in decided(body).relations if r.action == "ends"]
    assert act.effective_on == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("body", "action", "text"),
    [
        ("Điều 1. Phê duyệt Đề án phát triển chợ (chi tiết tại Phụ lục kèm theo).", "approves", "Đề án phát triển chợ"),
        ("Điều 1. Ban hành Quy chế làm việc (có Quy chế kèm theo).", "issues", "Quy chế làm việc"),
        (
            "Điều 1. Công bố Danh mục thủ tục hành chính mới, chi tiết tại Phụ lục kèm theo.",
            "announces",
            "Danh mục thủ tục hành chính mới",
        ),
        ("Điều 1. Nay ban hành kèm theo Quyết định này bản Quy chế chợ.", "issues", "Quy chế chợ"),
        ("Điều 1. Nay ban hành Quy chế chợ kèm theo Quyết định này.", "issues", "Quy chế chợ"),
        (
            "Điều 1. Công bố công khai số liệu dự toán (theo các biểu kèm theo Quyết định này).",
            *("announces", "số liệu dự toán"),
        ),
        (
            "Điều 1. Công bố kèm theo Quyết định này Danh mục thủ tục mới, chi tiết tại Phụ lục kèm theo.",
            *("announces", "Danh mục thủ tục mới"),
        ),
        ("Điều 1. Công bố kèm theo Quyết định này danh mục thủ tục mới[1].", "announces", "danh mục thủ tục mới"),
        (
            "Điều 1. Công bố Danh mục thủ tục mới[1] (chi tiết tại Phụ lục kèm theo).",
            "announces",
            "Danh mục thủ tục mới",
        ),
        (
            "Điều 1. Phê duyệt kèm theo Quyết định này 03 quy trình lĩnh vực đầu tư; đấu thầu thuộc Sở Tài chính. (Chi tiết)",
            *("approves", "03 quy trình lĩnh vực đầu tư; đấu thầu thuộc Sở Tài chính"),
        ),
        (
            "Điều 1. Phê duyệt kèm theo Quyết định này Quy trình đầu tư; giao Sở Tài chính công khai.",
            *("approves", "Quy trình đầu tư"),
        ),
        (
            "Điều 1. Công bố chuẩn hóa danh mục thủ tục hành chính, cụ thể:\nPhụ lục 1: Danh mục thủ tục được chuẩn hóa.",
            *("announces", "chuẩn hóa danh mục thủ tục hành chính"),
        ),
        ("Điều 1. Ban hành kèm theo Quyết định này Quy trình chợ, cụ thể:\n1. Lập hồ sơ.", "issues", "Quy trình chợ"),
        ("Điều 1. Công bố danh mục thủ tục hành chính, cụ thể:\n1. Thủ tục cấp phép.", None, None),
        ("Điều 1. Giao việc.\nĐiều 2. Giám đốc Sở:\na) Phê duyệt phương án.", None, None),
        ("Điều 1. Phê duyệt kết quả thi tuyển.", None, None),
        ("Điều 1. Phê duyệt Đề án phát triển chợ như sau:", None, None),
    ],
)
def test_what_an_article_gives_effect_to(body: str, action: str | None, text: str | None) -> None:
    found = [
        (r.action, r.target.text) for r in decided(body).relations if r.action in ("issues", "approves", "announces")
    ]
    assert found == ([(action, text)] if action else [])


def test_a_heading_says_of_its_items_that_they_are_attached() -> None:
    body = (
        "Điều 1. Công bố, phê duyệt kèm theo Quyết định này:\n1. Công bố Danh mục thủ tục mới (kèm theo Danh mục).\n"
        "2. Phê duyệt Quy trình nội bộ, liên thông (kèm theo Quy trình).\nĐiều 2. Giám đốc Sở:\n1. Phê duyệt phương án."
    )
    decision = decided(body)
    found = [(r.action, r.target.subject) for r in decision.relations if r.action in ("approves", "announces")]
    assert found == [("announces", "Danh mục thủ tục mới"), ("approves", "Quy trình nội bộ, liên thông")]
    assert decision.provision == "indirect"


PLAN = "ĐỀ ÁN\nPhát triển chợ\n(Kèm theo Quyết định số 86/QĐ-UBND ngày 16/01/2025)\nI. MỤC TIÊU\n1. Chợ mới.\n"


@pytest.mark.parametrize(
    ("article", "annex", "found"),
    [
        ("Phê duyệt Đề án phát triển chợ.", PLAN, ("approves", "de_an", "Đề án phát triển chợ", "sure")),
        ("Ban hành Quy chế chợ.", PLAN.replace("ĐỀ ÁN\nPhát triển chợ", "QUY CHẾ CHỢ"),
         ("issues", "quy_che", "Quy chế chợ", "sure")),
        # Nothing of that name came with it.
        ("Phê duyệt Đề án phát triển chợ.", "", None),
        ("Phê duyệt Đề án phát triển chợ.", PLAN.replace("Phát triển chợ", "Sắp xếp trường học"), None),
        # The substance stands in the article.
        ("Phê duyệt Đề án phát triển chợ với các nội dung chủ yếu sau:\n1. Mục tiêu: Chợ mới.", PLAN, None),
        ("Phê duyệt Dự án đầu tư xây dựng cầu\n1. Tên dự án: cầu mới.", "", None),
        ("Phê duyệt Đề án phát triển chợ tại Quyết định số 12/QĐ-UBND.", "", None),
        ("Phê duyệt kết quả thi tuyển.", "", None),
        ("Phê duyệt điều chỉnh Đề án phát triển chợ.", "", None),
        ("Công bố Danh mục thủ tục hành chính.", "", None),
    ],
)  # fmt: skip
def test_what_is_approved_without_the_words_that_it_is_attached(
    article: str, annex: str, found: tuple[str, ...] | None
) -> None:
    body = f"Điều 1. {article}\nĐiều 2. Giám đốc Sở thi hành Quyết định này."
    foot = "\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n"
    (decision,) = find_decisions(
        reading_of(f"{HEAD}Căn cứ Luật Lưu trữ ngày 21/6/2024;\nQUYẾT ĐỊNH:\n{body}{foot}{annex}")
    )
    own = [r for r in decision.relations if r.action in ("issues", "approves")]
    assert [(r.action, r.target.kind, r.target.subject, r.state) for r in own] == ([found] if found else [])
    assert decision.provision == ("indirect" if found else "direct")


def test_a_title_may_guide() -> None:
    titled = HEAD.replace("Về việc công tác văn thư", "Về việc triển khai thực hiện Nghị định số 30/2020/NĐ-CP")
    body = "Điều 1. Giao việc.\nĐiều 2. Sở Nội vụ:\na) Hướng dẫn thi hành Nghị định số 138/2020/NĐ-CP."
    foot = "\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n"
    (decision,) = find_decisions(reading_of(f"{titled}QUYẾT ĐỊNH:\n{body}{foot}"))
    assert acts(decision) == [("guides", "30/2020/NĐ-CP", ())]


@pytest.mark.parametrize(
    ("bases", "body", "action", "scope"),
    [
        ("Căn cứ Điều 5 Nghị định số 115/2020/NĐ-CP;", "Giao việc.", "based_on", ("Điều 5",)),
        ("Căn cứ khoản 2 Điều 3 Nghị định số 115/2020/NĐ-CP;", "Giao việc.", "based_on", ("khoản 2 Điều 3",)),
        ("Căn cứ Nghị định số 115/2020/NĐ-CP;", "Giao việc.", "based_on", ()),
        # Two parts of it in two bases; once as a whole is the whole.
        (
            "Căn cứ Điều 5 Nghị định số 115/2020/NĐ-CP;\nCăn cứ Điều 7 Nghị định số 115/2020/NĐ-CP;",
            *("Giao việc.", "based_on", ("Điều 5", "Điều 7")),
        ),
        (
            "Căn cứ Điều 5 Nghị định số 115/2020/NĐ-CP;\nCăn cứ Nghị định số 115/2020/NĐ-CP;",
            *("Giao việc.", "based_on", ()),
        ),
        # What the text refers to is not what it rests on.
        (
            "Căn cứ Điều 5 Nghị định số 115/2020/NĐ-CP;",
            *("Giao việc theo Nghị định số 115/2020/NĐ-CP.", "based_on", ("Điều 5",)),
        ),
        (
            "Căn cứ Luật Lưu trữ ngày 21/6/2024;",
            *("Thực hiện theo điểm a khoản 1 Điều 9 Nghị định số 115/2020/NĐ-CP.", "refers_to"),
            ("điểm a khoản 1 Điều 9",),
        ),
        (
            "Căn cứ Luật Lưu trữ ngày 21/6/2024;",
            *("Theo Điều 9 Nghị định số 115/2020/NĐ-CP và Điều 4 Nghị định số 115/2020/NĐ-CP.", "refers_to"),
            ("Điều 9", "Điều 4"),
        ),
        (
            "Căn cứ Luật Lưu trữ ngày 21/6/2024;",
            *("Theo Điều 9 Nghị định số 115/2020/NĐ-CP. Gửi Nghị định số 115/2020/NĐ-CP.", "refers_to", ()),
        ),
    ],
)
def test_the_parts_that_are_cited_are_the_scope(bases: str, body: str, action: str, scope: tuple[str, ...]) -> None:
    found = [r for r in decided(f"Điều 1. {body}", bases).relations if r.target.number == "115/2020/NĐ-CP"]
    assert [(r.action, r.scope) for r in found] == [(action, scope)]


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("thay thế Quyết định số 12/QĐ-UBND có hiệu lực từ ngày 15/01/2020", date(2025, 1, 16), "sure"),
        (
            "thay thế Quyết định số 12/QĐ-UBND có hiệu lực từ ngày 15/01/2020 và có hiệu lực kể từ ngày 10/3/2025",
            *(date(2025, 3, 10), "sure"),
        ),
        ("thay thế Quyết định số 12/QĐ-UBND và có hiệu lực từ khóa tuyển sinh năm 2025", None, "sure"),
        ("thay thế Quyết định số 12/QĐ-UBND có hiệu lực từ ngày 01/3/2025", date(2025, 3, 1), "review"),
        ("bãi bỏ Quyết định số 12/QĐ-UBND kể từ ngày 01/3/2025", date(2025, 3, 1), "sure"),
    ],
)
def test_no_act_works_from_the_day_on_which_its_target_came_into_force(
    words: str, day: date | None, state: str
) -> None:
    relation = next(r for r in decided(f"Điều 1. Quyết định này {words}.").relations if r.target.number)
    assert (relation.effective_on, relation.state) == (day, state)


@pytest.mark.parametrize(
    ("body", "until"),
    [
        ("Ngưng hiệu lực Quyết định số 12/QĐ-UBND từ ngày 01/3/2025 đến hết ngày 31/12/2025.", date(2025, 12, 31)),
        ("Gia hạn thời gian thực hiện Quyết định số 12/QĐ-UBND đến hết tháng 9 năm 2026.", date(2026, 9, 30)),
        ("Kéo dài thời gian thực hiện Quyết định số 12/QĐ-UBND đến hết năm 2025.", date(2025, 12, 31)),
        ("Kéo dài thời hạn áp dụng Quyết định số 12/QĐ-UBND đến hết ngày 31/12/2025.", date(2025, 12, 31)),
        ("Tiếp tục kéo dài thời hạn áp dụng Quyết định số 12/QĐ-UBND đến hết năm 2025.", date(2025, 12, 31)),
        ("Kéo dài thời gian áp dụng Quyết định số 12/QĐ-UBND đến ngày 31/12/2025.", date(2025, 12, 31)),
        ("Đình chỉ thi hành Quyết định số 12/QĐ-UBND.", None),
        ("Đình chỉ thi hành Quyết định số 12/QĐ-UBND về việc thu phí đến hết ngày 31/12/2025.", None),
        ("Bãi bỏ Quyết định số 12/QĐ-UBND. Báo cáo đến hết ngày 31/12/2025.", None),
    ],
)
def test_a_suspension_and_an_extension_keep_their_end(body: str, until: date | None) -> None:
    (relation,) = [r for r in decided(f"Điều 1. {body}").relations if r.action != "based_on"]
    assert relation.until == until


@pytest.mark.parametrize(
    ("until", "day", "state"),
    [
        ("ngày 31/12/2025", date(2025, 12, 31), "sure"),
        ("ngày 3l tháng 12 năm 2025", date(2025, 12, 31), "review"),  # a letter among the figures
        ("ngày 31/11/2025", None, "review"),  # no such day
        ("tháng 13 năm 2025", None, "review"),
    ],
)
def test_an_extension_to_a_day_that_was_read_badly_is_for_a_person(until: str, day: date | None, state: str) -> None:
    body = f"Điều 1. Kéo dài thời gian thực hiện Quyết định số 12/QĐ-UBND đến hết {until}."
    (relation,) = [r for r in decided(body).relations if r.action == "extends"]
    assert (relation.until, relation.state) == (day, state)


LAST = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("{} được gia hạn đến hết ngày 31/12/2026.", ((), LAST, "sure")),
        ("{} ngày 01/7/2022 của UBND tỉnh được gia hạn hiệu lực đến hết ngày 31/12/2026.", ((), LAST, "sure")),
        ("Hiệu lực của {} được kéo dài đến hết ngày 31/12/2026 theo quy định của pháp luật.", ((), LAST, "sure")),
        ("Thời hạn thực hiện {} được gia hạn đến ngày 31/12/2026.", ((), LAST, "sure")),
        ("Thời gian thực hiện dự án tại khoản 5 Điều 1 {} được gia hạn đến hết năm 2026.",
         (("khoản 5 Điều 1",), LAST, "sure")),
        ("Thời hạn thực hiện dự án tại {} được gia hạn đến ngày 31/12/2026.",
         (("Thời hạn thực hiện dự án",), LAST, "sure")),
        ("{} được gia hạn thêm 12 tháng.", ((), None, "sure")),
        # What is said to last may be what the title names.
        ("{} ngày 01/7/2022 về việc quy định giá nước được kéo dài đến hết ngày 31/12/2026.", ((), LAST, "review")),
        ("Các Quyết định sau được gia hạn đến hết ngày 31/12/2026:\n1. {} ngày 01/7/2022;", ((), LAST, "sure")),
        ("Gia hạn các Quyết định sau đến hết ngày 31/12/2026:\n1. {} ngày 01/7/2022;", ((), LAST, "sure")),
        # The day of the cited title, a condition, a term that the instrument is only the ground of.
        ("Thực hiện {} về việc gia hạn thời hạn nộp hồ sơ đến ngày 31/12/2026.", None),
        ("{} ngày 01/7/2022 về việc gia hạn thời hạn nộp hồ sơ đến ngày 31/12/2026.", None),
        ("Thực hiện {} về dự án được gia hạn đến ngày 31/12/2026.", None),
        ("Nếu {} được gia hạn đến ngày 31/12/2026 thì nộp hồ sơ.", None),
        ("{} đã được gia hạn đến ngày 31/12/2026.", None),
        ("Thời hạn nộp thuế theo {} được gia hạn đến ngày 31/12/2026.", None),
    ],
)  # fmt: skip
def test_what_is_said_to_be_extended(sentence: str, expected: tuple[tuple[str, ...], date | None, str] | None) -> None:
    decision = decided(f"Điều 1. {sentence.format('Quyết định số 12/QĐ-UBND')}")
    found = [(r.scope, r.until, r.state) for r in decision.relations if r.action == "extends"]
    assert found == ([expected] if expected else [])


def test_the_items_of_a_list_are_not_extended_by_their_titles() -> None:
    body = "Điều 1. Bãi bỏ các Quyết định sau:\n1. Quyết định số 12/QĐ-UBND về dự án được gia hạn đến ngày 31/12/2026;"
    assert [a for a, *_ in acts(decided(body))] == ["repeals"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Nghị định số 138/2020/NĐ-CP ngày 27/11/2020 thay thế Nghị định số 24/2010/NĐ-CP được áp dụng.", True),
        ("Thực hiện Nghị định số 138/2020/NĐ-CP (thay thế Nghị định số 24/2010/NĐ-CP ngày 15/3/2010).", True),
        ("Bãi bỏ Nghị định số 138/2020/NĐ-CP, thay thế Nghị định số 24/2010/NĐ-CP.", False),
        ("Thực hiện Nghị định số 138/2020/NĐ-CP (thay thế tại Nghị định số 24/2010/NĐ-CP).", False),
        ("Nghị định số 24/2010/NĐ-CP thay thế Nghị định số 138/2020/NĐ-CP.", False),  # the younger one does not end
    ],
)
def test_one_of_two_others_acts_on_the_other(sentence: str, told: bool) -> None:
    relations = decided(f"Điều 1. {sentence}").relations
    pair = [(r.source.number, r.action, r.target.number) for r in relations if r.source]
    assert pair == ([("138/2020/NĐ-CP", "replaces", "24/2010/NĐ-CP")] if told else [])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # one number of two years is two decisions
        (
            "Bãi bỏ Quyết định số 12/QĐ-UBND ngày 10/01/2021 và Quyết định số 12/QĐ-UBND ngày 12/01/2022.",
            [("repeals", "12/QĐ-UBND", ()), ("repeals", "12/QĐ-UBND", ())],
        ),
        (
            "Bãi bỏ Quyết định số 12/QĐ-UBND ngày 10/01/2022 và QĐ số 13/QĐ-UBND ngày 11/01/2022.",
            [("repeals", "12/QĐ-UBND", ()), ("repeals", "13/QĐ-UBND", ())],
        ),
        (
            "Kể từ ngày Quyết định này có hiệu lực, Quyết định số 12/QĐ-UBND của UBND huyện chấm dứt hiệu lực.",
            [("ends", "12/QĐ-UBND", ())],
        ),
        (
            "Ban hành Bảng giá dịch vụ thay thế Bảng giá tại Phụ lục 1 Quyết định số 12/QĐ-UBND.",
            [("replaces", "12/QĐ-UBND", ("Bảng giá tại Phụ lục 1",))],
        ),
        (
            "Quyết định này sửa đổi, bổ sung thay thế nội dung tại mục 2, mục 5 Phần II Kế hoạch số 15/KH-UBND.",
            [
                ("amends", "15/KH-UBND", ("nội dung tại mục 2, mục 5 Phần II",)),
                ("replaces", "15/KH-UBND", ("nội dung tại mục 2, mục 5 Phần II",)),
            ],
        ),
        (
            "Quyết định này quy định chi tiết khoản 4 Điều 14 Nghị định số 43/2014/NĐ-CP và hướng dẫn thi hành Điều 18 "
            "Nghị định số 44/2014/NĐ-CP.",
            [("details", "43/2014/NĐ-CP", ("khoản 4 Điều 14",)), ("guides", "44/2014/NĐ-CP", ("Điều 18",))],
        ),
        (
            "Thông tư này quy định chi tiết điểm c khoản 2 Điều 56 và hướng dẫn thi hành Điều 57 Nghị định số 43/2014/NĐ-CP.",
            [("details", "43/2014/NĐ-CP", ("điểm c khoản 2 Điều 56",)), ("guides", "43/2014/NĐ-CP", ("Điều 57",))],
        ),
        (
            "Quyết định này quy định chi tiết và hướng dẫn thi hành Điều 57 Nghị định số 43/2014/NĐ-CP.",
            [("details", "43/2014/NĐ-CP", ("Điều 57",)), ("guides", "43/2014/NĐ-CP", ("Điều 57",))],
        ),
        (
            "Nghị định này quy định chi tiết một số điều và biện pháp thi hành Luật số 43/2014/QH13.",
            [("details", "43/2014/QH13", ("một số điều",))],
        ),
        ("Kế hoạch này thay thế Kế hoạch số 15/KH-UBND.", [("replaces", "15/KH-UBND", ())]),
        ("Kế hoạch số 15/KH-UBND được thay thế bằng Thông tư này.", [("replaces", "15/KH-UBND", ())]),
        ("Sở Tư pháp hướng dẫn thi hành Điều 18 Nghị định số 44/2014/NĐ-CP.", []),
        ("Ban hành Kế hoạch thay thế cây xanh theo Quyết định số 12/QĐ-UBND.", []),
        ("Thu hồi Giấy phép số 12/GP-UBND ngày 10/01/2022 của UBND huyện cấp cho Công ty A.", []),
    ],
)
def test_what_this_instrument_does(body: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    assert acts(decided(f"Điều 1. {body}")) == expected


@pytest.mark.parametrize(
    ("change", "stays", "state"),
    [
        ("theo", "Các nội dung khác tại Quyết định số 12/QĐ-UBND giữ nguyên.", "sure"),
        ("theo", "Các nội dung còn lại giữ nguyên theo Quyết định số 12/QĐ-UBND ngày 01/7/2022.", "sure"),
        ("theo", "Quyết định này có hiệu lực kể từ ngày ký.", "review"),
        ("tại", "Quyết định này có hiệu lực kể từ ngày ký.", "sure"),
    ],
)
def test_another_person_in_a_body_amends_what_set_it_up(change: str, stays: str, state: str) -> None:
    act = f"Thay ông Lê Văn Mẫu bằng ông Trần Văn Thử làm Tổ phó {change} Quyết định số 12/QĐ-UBND ngày 01/7/2022."
    (found,) = [r for r in decided(f"Điều 1. {act}\nĐiều 2. {stays}").relations if r.action not in ("based_on",)]
    assert (found.action, found.state) == ("amends", state)
    assert found.scope == ("ông Lê Văn Mẫu bằng ông Trần Văn Thử làm Tổ phó",)


def test_three_are_no_lady() -> None:
    body = "Điều 1. Quyết định này thay thế ba (03) thủ tục được công bố tại Quyết định số 12/QĐ-UBND ngày 01/7/2022."
    assert acts(decided(body)) == [("replaces", "12/QĐ-UBND", ("ba (03) thủ tục",))]


def test_a_licence_is_no_letter() -> None:
    (citation,) = decided("Điều 1. Thu hồi Giấy phép số 12/GP-UBND của UBND huyện cấp cho Công ty A.").citations
    assert (citation.kind, citation.issuer) == (None, "UBND huyện")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "thay thế các Quyết định: số 11/QĐ-UBND ngày 05/7/2021, số 23/QĐ-UBND ngày 20/02/2023 và điểm b khoản 2 "
            "Điều 1 Quyết định số 15/QĐ-UBND ngày 08/01/2024 của UBND tỉnh.",
            [
                ("replaces", "11/QĐ-UBND", ()),
                ("replaces", "23/QĐ-UBND", ()),
                ("replaces", "15/QĐ-UBND", ("điểm b khoản 2 Điều 1",)),
            ],
        ),
        (
            "Sửa đổi, bổ sung Điều 1 Quyết định số 45/QĐ-UBND ngày 10/01/2024 và Điều 2 Quyết định số 46/QĐ-UBND ngày "
            "11/01/2024 như sau: “...”.",
            [("amends", "45/QĐ-UBND", ("Điều 1",)), ("amends", "46/QĐ-UBND", ("Điều 2",))],
        ),
        (
            "Bãi bỏ Phụ lục I Quyết định số 45/QĐ-UBND ngày 10/01/2024, khoản 1 và khoản 3 Điều 2 Quyết định số "
            "46/QĐ-UBND ngày 11/01/2024.",
            [("repeals", "45/QĐ-UBND", ("Phụ lục I",)), ("repeals", "46/QĐ-UBND", ("khoản 1 và khoản 3 Điều 2",))],
        ),
        (
            "thay thế Quyết định số 22/QĐ-UBND, ngày 17/4/2009 của UBND tỉnh khóa X ban hành “Quy chế bầu cử” và Hướng dẫn số "
            "24/HD-SNV ngày 05/5/2009 của Sở Nội vụ.",
            [("replaces", "22/QĐ-UBND", ()), ("replaces", "24/HD-SNV", ())],
        ),
        (
            "Bãi bỏ Điều 1 Quyết định số 45/QĐ-UBND, ngày 10/01/2024 của UBND tỉnh và Điều 2 Quyết định số 46/QĐ-UBND.",
            [("repeals", "45/QĐ-UBND", ("Điều 1",)), ("repeals", "46/QĐ-UBND", ("Điều 2",))],
        ),
        (
            "Công bố hết hiệu lực toàn bộ Quyết định số 08/2018/QĐ-UBND ngày 02/3/2018, hết hiệu lực một phần Quyết định "
            "số 09/2018/QĐ-UBND ngày 05/3/2018 của UBND tỉnh.",
            [("ends", "08/2018/QĐ-UBND", ()), ("ends", "09/2018/QĐ-UBND", ("một phần",))],
        ),
        (
            "Tuyên bố hết hiệu lực Quyết định số 08/2018/QĐ-UBND ngày 02/3/2018 của UBND tỉnh.",
            [("ends", "08/2018/QĐ-UBND", ())],
        ),
    ],
)
def test_the_act_goes_on_with_every_target(body: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    lead = "Điều 1. Quyết định này có hiệu lực kể từ ngày ký và " if body.startswith("thay") else "Điều 1. "
    found = [
        r for r in decided(lead + body).relations if r.source is None and r.action not in ("based_on", "refers_to")
    ]
    assert [(r.action, r.target.number, r.scope) for r in found] == expected
    assert {r.state for r in found} == {"sure"}


@pytest.mark.parametrize(
    "body",
    [
        "Quyết định này hết hiệu lực khi Quyết định số 12/QĐ-UBND có hiệu lực.",
        "Quyết định này hết hiệu lực theo Quyết định số 12/QĐ-UBND.",
        "Quyết định này hết hiệu lực theo khoản 1 Điều 3 Nghị định số 12/2020/NĐ-CP.",
        "Quyết định này hết hiệu lực kể từ ngày 01/01/2026, Quyết định số 12/QĐ-UBND tiếp tục được áp dụng.",
        "Thực hiện Điều 1 Quyết định số 12/QĐ-UBND ngày 10/01/2024 và Điều 2 Quyết định số 13/QĐ-UBND ngày 11/01/2024.",
    ],
)
def test_nothing_goes_on_where_nothing_is_done(body: str) -> None:
    assert acts(decided(f"Điều 1. {body}")) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Công bố hết hiệu lực thi hành một phần Quyết định số 9/QĐ-UBND.", [("một phần", "sure", SIGNED)]),
        ("Công bố hết hiệu lực một phần đối với Quyết định số 9/QĐ-UBND.", [("một phần", "sure", SIGNED)]),
        (
            "Công bố hết hiệu lực từ ngày 01/3/2025 một phần Quyết định số 9/QĐ-UBND.",
            [("một phần", "sure", date(2025, 3, 1))],
        ),
        ("Công bố hết hiệu lực Điều 2 Quyết định số 9/QĐ-UBND.", [("Điều 2", "sure", SIGNED)]),
        (
            "Công bố hết hiệu lực toàn bộ Quyết định số 8/QĐ-UBND và một phần Quyết định số 9/QĐ-UBND.",
            [("", "sure", SIGNED), ("một phần", "sure", SIGNED)],
        ),
        ("Công bố Quyết định số 9/QĐ-UBND hết hiệu lực một phần.", [("một phần", "sure", SIGNED)]),
        ("Các văn bản sau hết hiệu lực một phần:\n1. Quyết định số 9/QĐ-UBND.", [("một phần", "sure", SIGNED)]),
        (
            "Công bố hết hiệu lực toàn bộ 01 Quyết định và một phần 02 Quyết định:\n1. Quyết định số 8/QĐ-UBND;\n"
            "2. Điều 3 Quyết định số 9/QĐ-UBND.",
            [("", "review", SIGNED), ("Điều 3", "sure", SIGNED)],
        ),
    ],
)
def test_what_ends_in_part(body: str, expected: list[tuple[str, str, date]]) -> None:
    found = [r for r in decided(f"Điều 1. {body}").relations if r.action == "ends"]
    assert [("".join(r.scope), r.state, r.effective_on) for r in found] == expected
