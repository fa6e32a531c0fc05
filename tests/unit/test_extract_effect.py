"""From when until when is a decision in force, by its own words: a table that a clerk can check."""

from __future__ import annotations

import re
from datetime import date

import pytest

from decisions.fact import State
from extract.decisions import find_decisions
from extract.find.counts import COUNT, counted
from extract.plain import plain
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import decided

SIGNED = date(2025, 1, 16)  # the date in the head of `decided`


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("Quyết định này có hiệu lực kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực; kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ban hành.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực thi hành kể ngày ký.", SIGNED, "sure"),
        ("Quyết định có hiệu lực thi hành kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này và Quy chế kèm theo có hiệu lực kể từ ngày ký.", SIGNED, "sure"),
        ("Hiệu lực và trách nhiệm thi hành\nQuyết định này có hiệu lực kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", date(2025, 1, 26), "sure"),
        ("Quyết định này có hiệu lực sau 07 (bảy) ngày, kể từ ngày ký ban hành.", date(2025, 1, 23), "sure"),
        ("Quyết định này có hiệu lực sau 03 tháng kể từ ngày ký ban hành.", date(2025, 4, 16), "sure"),
        ("Quyết định này có hiệu lực sau 01 (một) năm, kể từ ngày ban hành.", date(2026, 1, 16), "sure"),
        ("Quyết định này có hiệu lực thi hành từ ngày 01/7/2025.", date(2025, 7, 1), "sure"),
        ("Quyết định này có hiệu lực trở về trước kể từ ngày 01/12/2024.", date(2024, 12, 1), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký và được áp dụng từ ngày 01/12/2024.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực kể từ ngày 01 tháng 02 năm 2025.", date(2025, 2, 1), "sure"),
        ("Quyết định này có hiệu lực từ 0 giờ 00 phút ngày 01/3/2025.", date(2025, 3, 1), "sure"),
        ("Quyết định này thi hành kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực pháp luật sau 30 ngày, kể từ ngày ký.", date(2025, 2, 15), "sure"),
        ("Quyết định này có hiệu lực pháp luật kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này có hiệu lực sau mười lăm ngày, kể từ ngày ký.", date(2025, 1, 31), "sure"),
        ("Quyết định này có hiệu lực sau bảy ngày kể từ ngày ký ban hành.", date(2025, 1, 23), "sure"),
        ("Quyết định này có hiệu lực sau hai năm kể từ ngày ký.", date(2027, 1, 16), "sure"),
        # who carries it out from when: of the effect nothing is said
        ("Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này kể từ ngày ký./.", SIGNED, "review"),
        ("Giám đốc Sở có trách nhiệm thi hành Quyết định này từ ngày 01/3/2025./.", date(2025, 3, 1), "review"),
        ("Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.", None, "absent"),
        # the day stands elsewhere
        ("Quyết định này có hiệu lực theo Quyết định số 12/QĐ-BTC ngày 01/01/2025.", None, "review"),
        ("Quyết định này có hiệu lực từ năm học 2025 - 2026.", None, "review"),
        ("Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.", None, "review"),
        # what is denied, and what is said instead
        ("Quyết định này không có hiệu lực kể từ ngày ký mà từ ngày 01/4/2025.", date(2025, 4, 1), "sure"),
        ("Quyết định này không có hiệu lực kể từ ngày ký mà có hiệu lực từ ngày 01/4/2025.", date(2025, 4, 1), "sure"),
        ("Quyết định này chưa có hiệu lực ngay mà có hiệu lực thi hành sau 10 ngày kể từ ngày ký.", date(2025, 1, 26), "sure"),
        ("Quyết định này không có hiệu lực kể từ ngày ký.", None, "review"),
        ("Quyết định này không có hiệu lực trở về trước.", None, "absent"),
        # its act stands before its effect
        ("Quyết định này thay thế Quyết định số 5/QĐ-UBND ngày 21/5/2020 và có hiệu lực kể từ ngày ký.", SIGNED, "sure"),
        ("Quyết định này bãi bỏ Quyết định số 5/QĐ-UBND và có hiệu lực thi hành từ ngày 01/3/2025.", date(2025, 3, 1), "sure"),
        (
            "Quyết định này thay thế Quyết định số 5/QĐ-UBND có hiệu lực từ ngày 15/01/2020; có hiệu lực kể từ ngày 01/3/2025.",
            *(date(2025, 3, 1), "sure"),
        ),
        (
            "Quyết định này thay thế Quyết định số 5/QĐ-UBND có hiệu lực kể từ ngày 15/6/2021 của UBND tỉnh và có hiệu lực "
            "kể từ ngày ký.",
            *(SIGNED, "sure"),
        ),
        ("Quyết định này thay thế Quyết định số 5/QĐ-UBND có hiệu lực từ ngày 15/01/2020.", None, "absent"),
        ("Quyết định này thay thế Quyết định số 5/QĐ-UBND, có hiệu lực từ ngày 15/01/2020.", None, "absent"),
        # whose day is this?
        ("Quyết định này thay thế Quyết định số 5/QĐ-UBND có hiệu lực từ ngày 01/3/2025.", date(2025, 3, 1), "review"),
        (
            "Quyết định này thay thế Quyết định số 5/QĐ-UBND và có hiệu lực kể từ khóa tuyển sinh năm 2025.",
            *(None, "review"),
        ),
        ("Thông tư này có hiệu lực kể từ ngày 15/02/2025.", None, "absent"),
        # the dates of others
        ("Thông tư của Bộ Nội vụ có hiệu lực từ ngày 01/3/2025.", None, "absent"),
        ("Luật Đất đai có hiệu lực từ ngày 01/8/2024.", None, "absent"),
        (
            "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 5/QĐ-UBND ngày 21/5/2020.",
            *(SIGNED, "sure"),
        ),
        ("Quyết định số 5/QĐ-UBND có hiệu lực từ ngày 01/3/2024.", None, "absent"),
        ("Bổ nhiệm ông Lê Văn Mẫu giữ chức vụ Trưởng phòng kể từ ngày 01/3/2025.", None, "absent"),
        ("Mức thu tại Điều 1 Quyết định này được áp dụng từ ngày 01/12/2025.", None, "absent"),
        ("Trong 05 ngày kể từ ngày Quyết định này có hiệu lực, Sở Nội vụ báo cáo.", None, "absent"),
        ("Sửa đổi Điều 9 Quyết định số 5/QĐ-UBND như sau:\n“Điều 9. Quyết định này có hiệu lực từ ngày 02/02/2024.”", None, "absent"),
    ],
)  # fmt: skip
def test_the_first_day(words: str, day: date | None, state: State) -> None:
    fact = decided(f"Điều 1. Giao việc.\nĐiều 2. {words}").effective_on
    assert (fact.value, fact.state) == (day, state)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Thông tư này có hiệu lực kể từ ngày 15/02/2025.", date(2025, 2, 15), None),
        ("Thông tư này thay thế Thông tư số 5/2012/TT-BYT và có hiệu lực kể từ ngày ký.", SIGNED, None),
        (
            "Thông tư này có hiệu lực từ ngày 15/02/2025 và hết hiệu lực từ ngày 01/01/2026.",
            date(2025, 2, 15),
            date(2025, 12, 31),
        ),
        ("Nghị định này có hiệu lực kể từ ngày 15/02/2025.", None, None),
    ],
)
def test_the_days_of_a_circular(words: str, first: date | None, last: date | None) -> None:
    text = (
        "BỘ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 31/2025/TT-BYT\n"
        "Hà Nội, ngày 16 tháng 01 năm 2025\nTHÔNG TƯ\nQuy định về thiết bị y tế\nCăn cứ Luật Lưu trữ ngày 21/6/2024;\n"
        "Bộ trưởng Bộ Y tế ban hành Thông tư quy định về thiết bị y tế.\nĐiều 1. Giao việc.\n"
        f"Điều 2. {words}\nBỘ TRƯỞNG\nLê Văn Mẫu\n"
    )
    (decision,) = find_decisions(reading_of(text))
    assert (decision.effective_on.value, decision.expires_on.value) == (first, last)


def test_two_days_are_for_a_person_to_choose_from() -> None:
    body = (
        "Điều 1. Quyết định này có hiệu lực từ ngày 01/3/2025.\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/4/2025."
    )
    fact = decided(body).effective_on
    assert fact.state == "review"
    assert {candidate.value for candidate in fact.candidates} == {date(2025, 3, 1), date(2025, 4, 1)}


@pytest.mark.parametrize(
    ("words", "day", "state"),
    [
        ("Quyết định này có hiệu lực kể từ ngày ký đến hết ngày 31/12/2026.", date(2026, 12, 31), "sure"),
        ("Quyết định này có hiệu lực từ ngày 01/7/2025 đến ngày 30 tháng 6 năm 2026.", date(2026, 6, 30), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký đến hết năm 2025.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký đến hết tháng 02 năm 2028.", date(2028, 2, 29), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký. Quyết định này hết hiệu lực kể từ ngày 01/01/2026.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký và chấm dứt hiệu lực từ ngày 01/01/2026.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký và tự hết hiệu lực sau ngày 15/9/2025.", date(2025, 9, 15), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký và hết hiệu lực khi có quyết định mới.", None, "absent"),
        ("Quyết định này có hiệu lực kể từ ngày ký cho đến khi có quyết định mới thay thế.", None, "absent"),
        ("Quyết định này có hiệu lực kể từ ngày ký. Báo cáo kết quả đến hết ngày 30/6/2025.", None, "absent"),
        ("Quyết định này có hiệu lực từ ngày 01-02-2025 đến 31-12-2025.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký đến 24 giờ ngày 31/12/2025.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký đến 0 giờ ngày 01/01/2026.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký và thôi có hiệu lực từ ngày 01/01/2026.", date(2025, 12, 31), "sure"),
        ("Quyết định này có hiệu lực kể từ ngày ký.\nHiệu lực của Quyết định này kết thúc vào ngày 31/12/2025.", date(2025, 12, 31), "sure"),
        # whether counted from the signing or from the first day, and a day that nobody names
        ("Quyết định này có hiệu lực kể từ ngày ký. Quyết định này tự hết hiệu lực sau 12 tháng kể từ ngày ký.", date(2026, 1, 16), "review"),
        ("Quyết định này có hiệu lực kể từ ngày ký và áp dụng đến hết năm học 2025 - 2026.", None, "review"),
        ("Quyết định này có hiệu lực kể từ ngày ký đến hết nhiệm kỳ.", None, "review"),
        # a term of months or years ends on the same day of the last month (Civil Code 91/2015/QH13 art. 147, 148)
        ("Quyết định này có hiệu lực kể từ ngày ký, trong thời hạn 03 năm.", date(2028, 1, 16), "sure"),
        ("Quyết định này có hiệu lực từ ngày 01/7/2025 trong thời hạn 18 tháng.", date(2027, 1, 1), "sure"),
        ("Quyết định này có hiệu lực từ ngày 31/8/2025 trong thời hạn 06 tháng.", date(2026, 2, 28), "sure"),
        ("Quyết định này có hiệu lực trở về trước từ ngày 01/12/2024, trong thời hạn 06 tháng.", date(2025, 6, 1), "sure"),
        # of days offices count the first one or not; and the first day may be in doubt itself
        ("Quyết định này có hiệu lực kể từ ngày ký, trong thời hạn 30 ngày.", date(2025, 2, 15), "review"),
        ("Quyết định này có hiệu lực từ năm học 2025 - 2026, trong thời hạn 03 năm.", None, "review"),
    ],
)  # fmt: skip
def test_the_last_day(words: str, day: date | None, state: State) -> None:
    fact = decided(f"Điều 1. Giao việc.\nĐiều 2. {words}").expires_on
    assert (fact.value, fact.state) == (day, state)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("15", 15),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("ba mươi mốt", 31),
        ("năm", 5),
        ("bốn mươi tư", 44),
    ],
)
def test_counts_in_words(words: str, count: int) -> None:
    assert re.fullmatch(COUNT, plain(words))
    assert counted(plain(words)) == count


ADOPTED = "Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa XII, kỳ họp thứ 8 thông qua ngày 14 tháng 01 năm 2025"


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        (f"{ADOPTED} và có hiệu lực kể từ ngày thông qua.", (date(2025, 1, 14), "sure"), (None, "absent")),
        (f"{ADOPTED} và có hiệu lực kể từ ngày ký.", (SIGNED, "sure"), (None, "absent")),
        (f"{ADOPTED} và có hiệu lực từ ngày 01/02/2025.", (date(2025, 2, 1), "sure"), (None, "absent")),
        (
            f"Nghị quyết này có hiệu lực thi hành từ ngày được thông qua.\n{ADOPTED}.",
            (date(2025, 1, 14), "review"),
            (None, "absent"),
        ),
        ("Nghị quyết này có hiệu lực kể từ ngày thông qua.", (SIGNED, "review"), (None, "absent")),
        (
            "Quyết định này có hiệu lực trong 90 ngày kể từ ngày ký, quá thời hạn trên thì phải trình lại.",
            (SIGNED, "sure"),
            (date(2025, 4, 16), "review"),
        ),
        (
            "Quyết định này có giá trị trong thời hạn 24 tháng kể từ ngày ký.",
            (SIGNED, "sure"),
            (date(2027, 1, 16), "sure"),
        ),
        (
            "Quyết định này có hiệu lực trong thời hạn 01 (một) năm, kể từ ngày 01/02/2025.",
            (date(2025, 2, 1), "sure"),
            (date(2026, 2, 1), "sure"),
        ),
        ("Quyết định này có hiệu lực hồi tố từ ngày 01/01/2024.", (date(2024, 1, 1), "sure"), (None, "absent")),
        (
            "Quyết định này có hiệu lực pháp luật ngay sau khi được ban hành và không bị kháng cáo.",
            (SIGNED, "sure"),
            (None, "absent"),
        ),
        ("Quyết định này có hiệu lực ngay khi ký.", (SIGNED, "sure"), (None, "absent")),
    ],
)
def test_from_and_until(words: str, first: tuple[date | None, State], last: tuple[date | None, State]) -> None:
    decision = decided(f"Điều 1. Giao việc.\nĐiều 2. {words}")
    assert (decision.effective_on.value, decision.effective_on.state) == first
    assert (decision.expires_on.value, decision.expires_on.state) == last


@pytest.mark.parametrize(
    ("words", "since", "until", "state"),
    [
        (".\nThời hạn tạm đình chỉ: 45 ngày, kể từ ngày 22 tháng 4 năm 2025.", (2025, 4, 22), (2025, 6, 6), "review"),
        (" trong thời hạn 03 tháng kể từ ngày 22/4/2025.", (2025, 4, 22), (2025, 7, 22), "sure"),
        (" trong thời gian 03 tháng, kể từ ngày ký.", (2025, 1, 16), (2025, 4, 16), "sure"),
        (".", (2025, 1, 16), None, "sure"),
    ],
)
def test_a_suspension_lasts(
    words: str, since: tuple[int, int, int], until: tuple[int, int, int] | None, state: State
) -> None:
    act = f"Tạm đình chỉ việc thi hành Quyết định số 19/QĐ-UBND ngày 08/02/2021 của UBND tỉnh{words}"
    decision = decided(f"Điều 1. {act}\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.")
    (found,) = [r for r in decision.relations if r.action == "suspends"]
    assert (found.effective_on, found.until, found.state) == (date(*since), until and date(*until), state)


@pytest.mark.parametrize(
    "opening",
    [
        "Từ ngày 01/3/2025 đến ngày 30/6/2025, tạm dừng hiệu lực của",
        "Kể từ ngày 01/3/2025 đến hết ngày 30/6/2025 tạm ngưng áp dụng",
        "Trong thời gian từ ngày 01/3/2025 đến hết ngày 30/6/2025, tạm dừng thực hiện",
    ],
)
def test_a_suspension_may_open_with_its_days(opening: str) -> None:
    decision = decided(f"Điều 1. {opening} Quyết định số 19/QĐ-UBND ngày 08/02/2021 của UBND tỉnh.")
    (found,) = [r for r in decision.relations if r.action == "suspends"]
    assert (found.effective_on, found.until, found.state) == (date(2025, 3, 1), date(2025, 6, 30), "sure")


def test_an_act_that_waits_for_days_to_pass_is_for_a_person() -> None:
    act = "Bãi bỏ Quyết định số 19/QĐ-UBND ngày 08/02/2021 của UBND tỉnh sau 30 ngày kể từ ngày ký Quyết định này."
    decision = decided(f"Điều 1. {act}\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.")
    (found,) = [r for r in decision.relations if r.action == "repeals"]
    assert (found.effective_on, found.state) == (date(2025, 2, 15), "review")


@pytest.mark.parametrize(("since", "state"), [("ký", "sure"), ("01 tháng 5 năm 2026", "review")])
def test_acts_may_wait_for_the_day_from_which_a_decision_is_carried_out(since: str, state: State) -> None:
    words = f"Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này kể từ ngày {since}."
    decision = decided(f"Điều 1. Bãi bỏ Quyết định số 19/QĐ-UBND ngày 08/02/2021 của UBND tỉnh.\nĐiều 2. {words}")
    (found,) = [r for r in decision.relations if r.action == "repeals"]
    assert found.state == state
