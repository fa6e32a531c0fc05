"""Sentences that semicolons and torn lines cut: every subject has its verb, every part its instrument."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_relations import acts, decided

A, B, C = (
    "Quyết định số 11/QĐ-UBND ngày 01/2/2020",
    "Quyết định số 12/QĐ-UBND ngày 01/7/2022",
    "Quyết định số 13/QĐ-UBND",
)
NOW = "kể từ ngày Quyết định này có hiệu lực thi hành"


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        (f"{A}; {B}; {C} hết hiệu lực {NOW}.", {"11": (), "12": (), "13": ()}),
        (f"{A} về giá đất; {B} về giá nước hết hiệu lực {NOW}.", {"11": (), "12": ()}),
        (f"Kể từ ngày Quyết định này có hiệu lực, các {A}; số 12/QĐ-UBND hết hiệu lực.", {"11": (), "12": ()}),
        # The title of the one goes on.
        (f"{A} quy định danh mục hồ sơ mật; danh mục, thời hạn bảo quản tài liệu (trừ bản đồ) hết hiệu lực {NOW}.",
         {"11": ()}),
        # Of each only what is told of all of them.
        (f"Các thủ tục hành chính tương ứng đã công bố tại các {A}; {B}; {C} hết hiệu lực {NOW}.",
         dict.fromkeys(("11", "12", "13"), ("Các thủ tục hành chính tương ứng",))),
        (f"Nội dung về phí đò công bố tại {A} và {B} hết hiệu lực.",
         dict.fromkeys(("11", "12"), ("Nội dung về phí đò",))),
        (f"Điều 5 {A}; Điều 6 {B} hết hiệu lực {NOW}.", {"11": ("Điều 5",), "12": ("Điều 6",)}),
        (f"Khoản 2 Điều 5 {A} và {B} hết hiệu lực {NOW}.", {"11": ("Khoản 2 Điều 5",), "12": ()}),
        (f"Các Quyết định sau hết hiệu lực {NOW}: {A} về giá đất; {B} về giá nước.", {"11": (), "12": ()}),
        (f"Các văn bản sau bị bãi bỏ: {A}, {B}; {C}.", {"11": (), "12": (), "13": ()}),
        # Each clause has a verb of its own.
        (f"{A} tiếp tục có hiệu lực; {B} hết hiệu lực {NOW}.", {"12": ()}),
        (f"Quyết định này có hiệu lực kể từ ngày ký; {B} hết hiệu lực {NOW}.", {"12": ()}),
        (f"{A} được giữ nguyên; các quy định trái với Quyết định này hết hiệu lực.", {}),
        (f"Giao Sở Nội vụ thực hiện {A}; {B} hết hiệu lực.", {"12": ()}),
    ],
)  # fmt: skip
def test_a_subject_has_the_verb_behind_its_semicolons(words: str, ended: dict[str, tuple[str, ...]]) -> None:
    found = acts(decided(f"Điều 1. {words}"))
    assert {(number or "").split("/")[0]: scope for action, number, scope in found} == ended


def test_the_items_of_a_list_in_its_heading_end_from_its_day() -> None:
    decision = decided(f"Điều 1. Các Quyết định sau hết hiệu lực kể từ ngày 01/3/2025: {A}; {B}.")
    assert [str(r.effective_on) for r in decision.relations if r.action == "ends"] == ["2025-03-01"] * 2


LIST = "Danh mục thủ tục có số thứ tự 03, mục A; số thứ tự 01, 02 mục B"
FLOW = "Quy trình nội bộ có số thứ tự 03 phần I; số thứ tự 01 phần II"


@pytest.mark.parametrize(
    ("words", "scopes"),
    [
        (f"Thay thế {LIST} tại {A} và {FLOW} tại {B}.", [LIST, FLOW]),
        (f"Bãi bỏ số thứ tự 10 mục A, phần I; bãi bỏ danh mục có số thứ tự 31 phần II, Phụ lục 1 kèm theo {A}.",
         ["số thứ tự 10 mục A, phần I", "danh mục có số thứ tự 31 phần II, Phụ lục 1"]),
        # Lines that were only wrapped.
        (f"Điều chỉnh tọa độ các mỏ đồng tại mục 1 Phụ lục III.10 và mục 1\nPhụ lục VI.10 kèm theo {A}.",
         ["tọa độ các mỏ đồng tại mục 1 Phụ lục III.10 và mục 1 Phụ lục VI.10"]),
    ],
)  # fmt: skip
def test_parts_go_on_to_their_instrument(words: str, scopes: list[str]) -> None:
    assert [scope for _, _, scope in acts(decided(f"Điều 1. {words}"))] == [(scope,) for scope in scopes]


def test_a_line_that_ends_in_another_word_is_not_torn() -> None:
    decision = decided(f"Điều 1. Bãi bỏ {A} về thu nộp hồ sơ\nQuyết định số 12/QĐ-UBND tiếp tục có hiệu lực.")
    assert acts(decision) == [("repeals", "11/QĐ-UBND", ())]


def test_a_bracket_between_two_of_a_list_may_be_wrapped() -> None:
    decision = decided("Điều 1. Bãi bỏ Quyết định số 11/QĐ-UBND (ban hành\nnăm 2020) và Quyết định số 12/QĐ-UBND.")
    assert acts(decision) == [("repeals", "11/QĐ-UBND", ()), ("repeals", "12/QĐ-UBND", ())]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # A title speaks of what ended; the instrument itself goes on.
        (f"{A} công bố Danh mục văn bản hết hiệu lực năm 2019 tiếp tục có hiệu lực.", []),
        (f"{A} công bố Danh mục văn bản hết hiệu lực năm 2019 hết hiệu lực {NOW}.", [("ends", "11", (), "sure")]),
        (f"Những nội dung của {A} trái với Quyết định này bị bãi bỏ.", [("repeals", "11", ("Những nội dung",), "review")]),
        (f"Quyết định này thay thế {A}. Riêng Điều 5 Quyết định số 11/QĐ-UBND hết hiệu lực kể từ ngày 01/01/2026.",
         [("replaces", "11", (), "review"), ("ends", "11", ("Điều 5",), "sure")]),
        (f"Các Quyết định sau hết hiệu lực khi dự án hoàn thành: {A}.", [("ends", "11", (), "review")]),
        # Rows of one table are of no other.
        (f"Bãi bỏ thủ tục số 3 Mục A tại {A}, thủ tục số 4 Mục B tại {B} và {C}.",
         [("repeals", "11", ("thủ tục số 3 Mục A",), "sure"), ("repeals", "12", ("thủ tục số 4 Mục B",), "sure"),
          ("repeals", "13", ("thủ tục số 4 Mục B",), "review")]),
        (f"Thủ tục số 3 Mục A tại {A}; thủ tục số 4 Mục B tại {B} hết hiệu lực {NOW}.",
         [("ends", "11", ("Thủ tục số 3 Mục A",), "sure"), ("ends", "12", ("thủ tục số 4 Mục B",), "sure")]),
        (f"Hủy bỏ {A} và nội dung thu phí tại Điều 2 {B}.",
         [("annuls", "11", (), "sure"), ("annuls", "12", ("Điều 2",), "sure")]),
        # The words that are there, not those that come in their place.
        (f"Thay thế cụm từ “Sở A” bằng cụm từ “Sở B” tại {A}.", [("amends", "11", ("cụm từ “Sở A”",), "sure")]),
        # Another subject may begin behind the semicolon.
        (f"{A} phê duyệt Đề án chợ; các hợp đồng đã ký hết hiệu lực.", [("ends", "11", (), "review")]),
        (f"Bảng giá đất ban hành kèm theo {A} hết hiệu lực {NOW}.", [("ends", "11", ("Bảng giá đất",), "sure")]),
        (f"Bãi bỏ Danh mục thủ tục văn thư công bố tại {A}; 02 thủ tục lưu trữ công bố tại {B}.",
         [("repeals", "11", ("Danh mục thủ tục văn thư",), "sure"), ("repeals", "12", ("02 thủ tục lưu trữ",), "sure")]),
        (f"Bãi bỏ {A}; danh mục thủ tục công bố tại {B} tiếp tục có hiệu lực.", [("repeals", "11", (), "sure")]),
        (f"Bãi bỏ {A}; nội dung này thực hiện theo quy định tại {B}.", [("repeals", "11", (), "sure")]),
        (f"Thay thế nội dung số thứ tự 1, 2; số thứ tự 5 Mục I Phụ lục kèm theo {A}.",
         [("replaces", "11", ("nội dung số thứ tự 1, 2; số thứ tự 5 Mục I Phụ lục",), "sure")]),
        # Less than what is named.
        (f"Bãi bỏ một phần nội dung tại Điều 1, Điều 2 {A}.",
         [("repeals", "11", ("một phần nội dung tại Điều 1, Điều 2",), "sure")]),
        (f"Bãi bỏ {A} đối với phần diện tích 350 m2.", [("repeals", "11", (), "review")]),
        (f"Bãi bỏ kế hoạch vốn của chợ giao tại {A}.", [("repeals", "11", ("kế hoạch vốn của chợ",), "sure")]),
        (f"Bãi bỏ nội dung sửa đổi Điều 3 {A} tại khoản 1 Điều 1 {B}.", [("repeals", "11", ("Điều 3",), "review")]),
        (f"Bổ sung Điều 3a sau Điều 3 của {A}.", [("supplements", "11", ("Điều 3a",), "sure")]),
        (f"Bãi bỏ:\n- {A};\n- Điều 2, {B}.", [("repeals", "11", (), "sure"), ("repeals", "12", ("Điều 2",), "sure")]),
        (f"Thay thế {A} (phần liên quan đến xã Bình An).", [("replaces", "11", (), "review")]),
        (f"Thay thế {A} về phần giá đất.", [("replaces", "11", (), "review")]),
        (f"Điều chỉnh thời gian quy định tại khoản 7 Điều 1 {A} từ năm 2023 thành năm 2024.",
         [("amends", "11", ("khoản 7 Điều 1",), "sure")]),
        (f"Điều chỉnh mức chi quy định tại khoản 7 Điều 1 {A} từ nguồn thanh toán.", []),
        (f"Bãi bỏ từ “huyện” tại Điều 2 {A}.", [("amends", "11", ("Điều 2",), "sure")]),
        (f"Bãi bỏ nội dung “thu phí đò” tại Điều 2 {A}.", [("amends", "11", ("Điều 2",), "sure")]),
        (f"Thay thế các cụm từ “huyện”, “thị xã” bằng cụm từ “xã” tại {A}.",
         [("amends", "11", ("cụm từ “huyện”, “thị xã”",), "sure")]),
        (f"Bổ sung Phụ lục II vào {A}.", [("supplements", "11", ("Phụ lục II",), "sure")]),
        (f"Bãi bỏ số thứ tự 5 tại Phụ lục I {A} và số thứ tự 6 tại Phụ lục I {B}.",
         [("repeals", "11", ("số thứ tự 5 tại Phụ lục I",), "sure"),
          ("repeals", "12", ("số thứ tự 6 tại Phụ lục I",), "sure")]),
        # Each subject has its verb and its part.
        (f"{A} hết hiệu lực từ ngày 01/3/2025 và Điều 5 {B} hết hiệu lực từ ngày 01/4/2025.",
         [("ends", "11", (), "sure"), ("ends", "12", ("Điều 5",), "sure")]),
        (f"Giao Sở Nội vụ. Điều 5 {A} hết hiệu lực.", [("ends", "11", ("Điều 5",), "sure")]),
        (f"Sau khi Quyết định này có hiệu lực, {A} hết hiệu lực.", [("ends", "11", (), "sure")]),
        (f"{A} được áp dụng đến khi Quyết định này hết hiệu lực.", []),
        (f"Kế hoạch kèm theo {A}; {B} hết hiệu lực.",
         [("ends", "11", ("Kế hoạch",), "sure"), ("ends", "12", ("Kế hoạch",), "review")]),
        (f"Thay thế {A} (trừ Mục II).", [("replaces", "11", (), "review")]),
        # Lines that were only wrapped.
        (f"Bãi bỏ khoản 2\nĐiều 5 {A}.\nĐiều 2. Giám đốc Sở thi hành.", [("repeals", "11", ("khoản 2 Điều 5",), "sure")]),
        (f"Bãi bỏ các thủ tục tại số thứ tự 3, 4\nMục II Phụ lục ban hành kèm theo {A}.",
         [("repeals", "11", ("thủ tục tại số thứ tự 3, 4 Mục II Phụ lục",), "sure")]),
    ],
)  # fmt: skip
def test_what_is_sure_and_what_is_not(words: str, expected: list[tuple[str, str, tuple[str, ...], str]]) -> None:
    own = [r for r in decided(f"Điều 1. {words}").relations if r.source is None]
    found = [r for r in own if r.action not in ("based_on", "refers_to")]
    assert [(r.action, (r.target.number or "").split("/")[0], r.scope, r.state) for r in found] == expected


@pytest.mark.parametrize("heading", ["Bãi bỏ các quy định sau:", "Các quy định sau hết hiệu lực:"])
def test_a_list_of_parts_names_their_instruments(heading: str) -> None:
    items = f"a) Điều 2, Điều 3 {A};\nb) Phụ lục II ban hành kèm theo {B};\nc) Cụm từ “xã” tại khoản 1 Điều 4 {C}."
    (act, *_), *_ = found = acts(decided(f"Điều 1. {heading}\n{items}"))
    assert found == [
        (act, "11/QĐ-UBND", ("Điều 2", "Điều 3")),
        (act, "12/QĐ-UBND", ("Phụ lục II",)),
        ("amends", "13/QĐ-UBND", ("khoản 1 Điều 4",)),
    ]


def test_each_of_two_subjects_has_its_day() -> None:
    words = f"{A} hết hiệu lực từ ngày 01/3/2025 và {B} hết hiệu lực từ ngày 01/4/2025"
    days = [str(r.effective_on) for r in decided(f"Điều 1. {words}.").relations if r.action == "ends"]
    assert days == ["2025-03-01", "2025-04-01"]


def test_a_title_that_goes_on_behind_a_colon_ends_no_list() -> None:
    body = (
        "Điều 1. Bãi bỏ các Quyết định sau:\n1. Quyết định số 63/2002/QĐ-UB ngày 16/10/2002 về việc tách phòng thành 02 phòng:\n"
        "Phòng Cán bộ và Phòng Quản trị.\n2. Quyết định số 64/2002/QĐ-UB ngày 22/10/2002 về việc thành lập trạm."
    )
    told = [(each.action, each.target.number) for each in decided(body).relations if each.action != "based_on"]
    assert told == [("repeals", "63/2002/QĐ-UB"), ("repeals", "64/2002/QĐ-UB")]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Đình chỉ thi hành và bãi bỏ Quyết định số 5/QĐ-UBND ngày 05/02/2018.", [("suspends", ()), ("repeals", ())]),
        (
            "Sửa đổi khoản 2 Điều 3; bãi bỏ Điều 9 Quyết định số 5/QĐ-UBND ngày 05/02/2018.",
            [("amends", ("khoản 2 Điều 3",)), ("repeals", ("Điều 9",))],
        ),
        (
            "Sửa đổi Quy chế như sau:\n1. Điều 4 của Quy chế làm việc ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 05/02/2018 được "
            "sửa đổi như sau: “Điều 4. Nội dung mới.”",
            [("amends", ("Điều 4",))],
        ),
        ("Hủy một phần Quyết định số 5/QĐ-UBND ngày 05/02/2018.", [("annuls", ("một phần",))]),
        ("Rút lại Quyết định số 5/QĐ-UBND ngày 05/02/2018 do ban hành nhầm.", [("revokes", ())]),
        (
            "Bãi bỏ các Quyết định sau đây:\n1- Quyết định số 5/QĐ-UBND ngày 05/02/2018;\n"
            "2- Quyết định số 6/QĐ-UBND ngày 06/02/2018.",
            [("repeals", ()), ("repeals", ())],
        ),
        (
            "Bãi bỏ một phần các văn bản sau:\n1. Điều 5 Quyết định số 5/QĐ-UBND ngày 05/02/2018;\n"
            "2. Điều 6 Quyết định số 6/QĐ-UBND ngày 06/02/2018.",
            [("repeals", ("Điều 5",)), ("repeals", ("Điều 6",))],
        ),
    ],
)
def test_verbs_and_lists_in_other_forms(body: str, told: list[tuple[str, tuple[str, ...]]]) -> None:
    found = [(each.action, each.scope) for each in decided(f"Điều 1. {body}").relations if each.action != "based_on"]
    assert found == told
