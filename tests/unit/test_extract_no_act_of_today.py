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
