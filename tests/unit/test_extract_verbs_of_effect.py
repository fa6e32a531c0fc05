"""The less common verbs with which an instrument acts on another, and what only begins like them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.unit.test_extract_no_act_of_today import CITED, done
from tests.unit.test_extract_relations import SIGNED, acts, decided

PART = ("khoản 3 Điều 5",)


@pytest.mark.parametrize(
    ("words", "action", "scope"),
    [
        ("Thay «Q» bằng Quyết định này.", "replaces", ()),
        ("«Q» được thay bằng Quyết định này.", "replaces", ()),
        ("Bỏ khoản 3 Điều 5 «Q».", "repeals", PART),
        ("Xóa bỏ khoản 3 Điều 5 «Q».", "repeals", PART),
        ("Sửa khoản 3 Điều 5 «Q» như sau:", "amends", PART),
        ("Thêm khoản 3 Điều 5 «Q».", "supplements", PART),
        ("Bỏ cụm từ “và xã” tại khoản 3 Điều 5 «Q».", "amends", PART),
        ("Bỏ «Q».", "repeals", ()),
        ("Chấm dứt áp dụng «Q».", "ends", ()),
        ("Chấm dứt thực hiện «Q».", "ends", ()),
        ("Chấm dứt áp dụng khoản 3 Điều 5 «Q».", "ends", PART),
        ("Thôi áp dụng «Q».", "ends", ()),
        ("Ngừng áp dụng «Q».", "suspends", ()),
        ("Ngừng thực hiện «Q».", "suspends", ()),
        ("Ngưng thực hiện «Q».", "suspends", ()),
        ("Dừng thi hành «Q».", "suspends", ()),
        ("Tạm ngừng áp dụng «Q».", "suspends", ()),
        ("Tạm dừng hiệu lực của «Q».", "suspends", ()),
        ("«Q» không còn giá trị thi hành.", "ends", ()),
        ("«Q» thôi có hiệu lực.", "ends", ()),
        ("«Q» được hủy.", "annuls", ()),
        ("«Q» bị hủy.", "annuls", ()),
        ("Hoãn thời điểm có hiệu lực của «Q».", "suspends", ()),
        ("Sửa lỗi chính tả tại «Q».", "corrects", ()),
        ("Tuyên hủy «Q».", "annuls", ()),
        (
            "Nội dung Danh mục đã được Chủ tịch UBND tỉnh công bố tại số thứ tự 4, 5, 6 Mục I Phụ lục ban hành kèm theo «Q» "
            "hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.",
            *("ends", ("số thứ tự 4, 5, 6 Mục I Phụ lục",)),
        ),
        (
            "Nội dung công bố Danh mục tại số thứ tự 3, Phụ lục ban hành kèm theo «Q» hết hiệu lực.",
            *("ends", ("số thứ tự 3, Phụ lục",)),
        ),
        (
            "Nội dung công bố Danh mục của Sở Y tế tại số thứ tự 1, 2 Mục I\nPhụ lục ban hành kèm theo «Q» hết hiệu lực.",
            *("ends", ("số thứ tự 1, 2 Mục I Phụ lục",)),
        ),
        ("Danh mục tại Phụ lục II ban hành kèm theo «Q» hết hiệu lực.", "ends", ("Danh mục tại Phụ lục II",)),
    ],
)
def test_a_verb_of_effect(words: str, action: str, scope: tuple[str, ...]) -> None:
    relation = done(words)
    assert (relation.action, relation.scope, relation.effective_on) == (action, scope, SIGNED)


@pytest.mark.parametrize(
    ("words", "action", "until"),
    [
        ("Tạm dừng «Q» đến hết ngày 30/6/2025.", "suspends", date(2025, 6, 30)),
        ("Tạm ngưng «Q» đến ngày 30/6/2025.", "suspends", date(2025, 6, 30)),
        ("Kéo dài việc thực hiện «Q» đến hết ngày 31/12/2025.", "extends", date(2025, 12, 31)),
    ],
)
def test_a_verb_of_effect_until_a_day(words: str, action: str, until: date) -> None:
    assert (done(words).action, done(words).until, done(words).state) == (action, until, "sure")


def test_a_time_put_off_is_for_a_person() -> None:
    relation = done("Lùi thời điểm có hiệu lực của «Q» đến ngày 01/7/2025.")
    assert (relation.action, relation.state) == ("suspends", "review")


def test_repealed_from_a_day_on() -> None:
    relation = done("«Q» bãi bỏ kể từ ngày 01/4/2025.")
    assert (relation.action, relation.effective_on, relation.state) == ("repeals", date(2025, 4, 1), "sure")


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Kể từ ngày 01/5/2025, các Quyết định số 10/QĐ-UBND và số 11/QĐ-UBND hết hiệu lực.", "ends"),
        ("Từ ngày 01 tháng 5 năm 2025, bãi bỏ Quyết định số 10/QĐ-UBND và Quyết định số 11/QĐ-UBND.", "repeals"),
    ],
)
def test_the_day_may_open_the_sentence(words: str, action: str) -> None:
    decision = decided(f"Điều 1. Giao việc.\n{words}")
    assert acts(decision) == [(action, "10/QĐ-UBND", ()), (action, "11/QĐ-UBND", ())]
    assert {r.effective_on for r in decision.relations if r.action == action} == {date(2025, 5, 1)}


@pytest.mark.parametrize(
    "words",
    [
        "Sửa chữa nhà theo «Q».",
        "Sửa nhà quy định tại «Q».",
        "Bỏ phiếu theo «Q».",
        "Bộ Nội vụ thực hiện khoản 3 Điều 5 «Q».",
        "Bộ phận một cửa thực hiện «Q».",
        "Bổ nhiệm Điều dưỡng trưởng theo «Q».",
        "Thêm kinh phí theo «Q».",
        "Thêm 02 cán bộ vào danh sách tại «Q».",
        "Thêm điểm thi theo «Q».",
        "Dừng xe theo «Q».",
        "Tạm dừng thu phí theo «Q».",
        "Chấm dứt thực hiện dự án theo «Q».",
        "Ngừng thực hiện dự án theo «Q».",
        "Thấy «Q» không còn phù hợp.",
        "Thay «Q» bằng văn bản khác.",
        "Các cơ quan sửa khoản 3 Điều 5 «Q».",
        "«Q» về bồi thường rừng bị hủy hoại.",
        "Thực hiện toàn bộ khoản 3 Điều 5 «Q».",
        "Nội dung tại «Q» về danh mục thủ tục bị bãi bỏ.",
        "Nội dung trái với quy định tại «Q» hết hiệu lực.",
        "Nội dung tại «Q» không hết hiệu lực.",
    ],
)
def test_what_only_begins_like_a_verb_of_effect(words: str) -> None:
    assert acts(decided(f"Điều 1. {words.replace('«Q»', CITED)}")) == []
