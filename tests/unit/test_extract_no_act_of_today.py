"""What is denied, still to come, or hangs on a condition: is it an act of the day on which it is written?"""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Relation
from tests.unit.test_extract_relations import SIGNED, acts, decided

CITED = "Quyết định số 12/2018/QĐ-UBND ngày 05/01/2018"


def done(words: str) -> Relation:
    """What a sentence does to the one instrument that it cites as «Q»."""
    (relation,) = [each for each in decided(f"Điều 1. {words.replace('«Q»', CITED)}").relations
                   if each.action != "based_on"]  # fmt: skip
    return relation


@pytest.mark.parametrize(
    "words",
    [
        "«Q» không bị bãi bỏ.",
        "«Q» không hết hiệu lực.",
        "«Q» không bị đình chỉ thi hành.",
        "«Q» không còn bị đình chỉ thi hành.",
        "«Q» không bị thu hồi.",
        "«Q» không được gia hạn.",
        "«Q» không tiếp tục được gia hạn.",
        "«Q» chưa bị bãi bỏ.",
        "«Q» không thể bị bãi bỏ.",
    ],
)
def test_what_is_denied_is_not_done(words: str) -> None:
    assert (done(words).action, done(words).effective_on) == ("refers_to", None)


def test_what_another_is_denied_to_do_is_not_done() -> None:
    decision = decided(f"Điều 1. {CITED} không bị bãi bỏ bởi Quyết định số 45/QĐ-UBND.")
    assert {each.action for each in decision.relations} == {"based_on", "refers_to"}


def test_a_denied_verb_hides_no_other() -> None:
    assert acts(decided(f"Điều 1. {CITED} không được gia hạn và hết hiệu lực kể từ ngày 01/4/2025.")) == [
        ("ends", "12/2018/QĐ-UBND", ())
    ]
    assert done("«Q» không còn hiệu lực.").action == "ends"


@pytest.mark.parametrize(
    "words",
    [
        "«Q» sẽ hết hiệu lực khi có quy định của Chính phủ.",
        "«Q» sắp hết hiệu lực.",
        "«Q» sẽ được bãi bỏ trong quý II năm 2025.",
        "«Q» sẽ bị bãi bỏ.",
        "«Q» có thể bị thu hồi.",
        "«Q» phải được bãi bỏ.",
        "«Q» cần được gia hạn.",
        "«Q» cần sớm được bãi bỏ.",
        "«Q» đang được gia hạn.",
        "«Q» dự kiến hết hiệu lực kể từ ngày 01/4/2025.",
    ],
)
def test_what_is_still_to_come_or_ought_to_be_is_not_done(words: str) -> None:
    assert (done(words).action, done(words).effective_on) == ("refers_to", None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("«Q» sẽ hết hiệu lực kể từ ngày 01/4/2025.", date(2025, 4, 1)),
        ("«Q» sẽ tự động hết hiệu lực thi hành từ ngày 01/4/2025.", date(2025, 4, 1)),
        ("«Q» sẽ hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", SIGNED),
        ("«Q» hết hiệu lực.", SIGNED),
    ],
)
def test_what_is_to_come_on_a_certain_day_is_done(words: str, day: date) -> None:
    relation = done(words)
    assert (relation.action, relation.effective_on, relation.state) == ("ends", day, "sure")


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Bãi bỏ «Q» nếu không được Hội đồng nhân dân tỉnh thông qua.", "repeals"),
        ("Thu hồi «Q» nếu chủ đầu tư không nộp tiền.", "revokes"),
        ("Thu hồi «Q» về việc chấp thuận đầu tư, nếu chủ đầu tư không nộp tiền.", "revokes"),
        ("Gia hạn «Q» nếu chủ đầu tư có đơn.", "extends"),
        ("Đình chỉ «Q» trong trường hợp có vi phạm.", "suspends"),
        ("Bãi bỏ «Q» của Ủy ban nhân dân tỉnh khi dự án kết thúc.", "repeals"),
        ("Bãi bỏ «Q» sau khi có ý kiến của Bộ Tài chính.", "repeals"),
        ("«Q» bị hủy bỏ nếu sau 12 tháng chưa thực hiện.", "annuls"),
        ("«Q» hết hiệu lực nếu sau 12 tháng không khởi công.", "ends"),
        ("«Q» chỉ hết hiệu lực khi có quyết định mới.", "ends"),
        ("«Q» hết hiệu lực thi hành kể từ khi có quyết định mới.", "ends"),
        ("«Q» hết hiệu lực thì Sở Y tế báo cáo.", "ends"),
        ("«Q» bị thu hồi khi có vi phạm.", "revokes"),
    ],
)
def test_what_hangs_on_a_condition_is_in_review_without_a_day(words: str, action: str) -> None:
    relation = done(words)
    assert (relation.action, relation.effective_on, relation.state) == (action, None, "review")


def test_a_list_that_hangs_on_a_condition_is_in_review() -> None:
    body = "Điều 1. Bãi bỏ các Quyết định sau nếu không được thông qua:\na) Quyết định số 12/QĐ-UBND;\nb) Quyết định số 13/QĐ-UBND."
    found = [each for each in decided(body).relations if each.action == "repeals"]
    assert [(each.target.number, each.state) for each in found] == [("12/QĐ-UBND", "review"), ("13/QĐ-UBND", "review")]


@pytest.mark.parametrize("day", ["ngày 01/4/2025", "01/4/2025"])
def test_the_day_of_what_hangs_on_a_condition_is_kept(day: str) -> None:
    relation = done(f"«Q» hết hiệu lực kể từ {day} nếu không được gia hạn.")
    assert (relation.action, relation.effective_on, relation.state) == ("ends", date(2025, 4, 1), "review")


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("«Q» hết hiệu lực khi Quyết định này có hiệu lực.", "ends"),
        ("«Q» hết hiệu lực thi hành.", "ends"),
        ("Bãi bỏ «Q» sau khi Quyết định này có hiệu lực.", "repeals"),
        ("Bãi bỏ «Q» về việc hỗ trợ trong trường hợp khẩn cấp.", "repeals"),
        ("Bãi bỏ «Q» quy định mức bồi thường khi Nhà nước thu hồi đất.", "repeals"),
        ("Bãi bỏ «Q» của Ủy ban nhân dân tỉnh Quy định bồi thường khi Nhà nước thu hồi đất.", "repeals"),
        ("Bãi bỏ «Q» về các nội dung nêu tại Phụ lục.", "repeals"),
        ("Đình chỉ «Q» cho đến khi có kết luận thanh tra.", "suspends"),
    ],
)
def test_what_hangs_on_no_condition_is_done(words: str, action: str) -> None:
    relation = done(words)
    assert (relation.action, relation.effective_on, relation.state) == (action, SIGNED, "sure")


@pytest.mark.parametrize(
    "words",
    [
        "Việc thay thế «Q» phải hoàn thành trước ngày 01/7/2025.",
        "Việc đình chỉ «Q» thuộc thẩm quyền của Thủ tướng Chính phủ.",
        "Việc sửa đổi «Q» được thực hiện theo quy định của pháp luật.",
        "Việc bãi bỏ «Q» do Ủy ban nhân dân tỉnh quyết định.",
        "1. Việc bãi bỏ «Q» do Ủy ban nhân dân tỉnh quyết định.",
        "Nay việc bãi bỏ «Q» do Ủy ban nhân dân tỉnh quyết định.",
    ],
)
def test_an_act_that_is_spoken_of_is_not_done(words: str) -> None:
    assert (done(words).action, done(words).state) == ("refers_to", "sure")


@pytest.mark.parametrize("words", ["Thông qua việc bãi bỏ «Q».", "Đồng ý việc bãi bỏ «Q».", "Về việc bãi bỏ «Q»."])
def test_an_act_that_is_agreed_to_is_done(words: str) -> None:
    assert (done(words).action, done(words).state) == ("repeals", "sure")


@pytest.mark.parametrize(
    "words",
    [
        "Hủy bỏ việc bãi bỏ «Q».",
        "Bãi bỏ việc đình chỉ «Q».",
        "Bãi bỏ việc đình chỉ thi hành «Q».",
        "Thu hồi việc gia hạn «Q».",
        "Đình chỉ việc thay thế «Q».",
        "Hủy bỏ toàn bộ việc sửa đổi, bổ sung «Q».",
    ],
)
def test_an_act_on_an_act_is_for_a_person(words: str) -> None:
    relation = done(words)
    assert (relation.action, relation.scope, relation.effective_on, relation.state) == ("refers_to", (), None, "review")


@pytest.mark.parametrize(
    ("words", "action"), [("Đình chỉ việc thi hành «Q».", "suspends"), ("Chấm dứt việc thi hành «Q».", "ends")]
)
def test_to_stop_what_an_instrument_does_is_to_act_on_it(words: str, action: str) -> None:
    assert (done(words).action, done(words).state) == (action, "sure")
