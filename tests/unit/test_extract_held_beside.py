"""What is said twice on a damaged paper is held beside itself: the title and the article, a day and what stands on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from tests.property.laid_out import laid_out
from tests.unit.test_extract_stained import FOOT, HEAD, scanned


def dated(day: str, confidence: float) -> Decision:
    """An act that repeals another from a day on that was read so surely."""
    body = "Điều 1. Bãi bỏ Quyết định số 35/2015/QĐ-UBND ngày 11 tháng 5 năm 2015 của Ủy ban nhân dân tỉnh.\n"
    foot = FOOT.format(recipients="- Như Điều 2;\n- Lưu: VT.").replace("kể từ ngày ký", f"kể từ ngày {day}")
    text = HEAD.format(day="15 tháng 11", title="Bãi bỏ quyết định") + body + foot
    reading = laid_out(text, "ocr")
    words = tuple(
        replace(word, confidence=confidence if word.text.startswith(day) else 0.96) for word in reading.text.words
    )
    (found,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    return found


@pytest.mark.parametrize(("confidence", "state"), [(0.96, "sure"), (0.7, "review")])
def test_a_relation_is_no_surer_than_the_day_that_it_stands_on(confidence: float, state: str) -> None:
    (repeals,) = [each for each in dated("30/8/2022", confidence).relations if each.action == "repeals"]
    assert (repeals.effective_on, repeals.state) == (date(2022, 8, 30), state)


@pytest.mark.parametrize(
    ("title", "article", "subject", "state"),
    [
        ("Quy chế thi đua năm học 2023 - 2024", "Quy chế thi đua năm học 2023 - 2024", None, "sure"),
        ("Quy chế thi đua năm học 2023 - 2024", "Quy chế thi đua năm học 2023 -", None, "review"),
        ("Quy định phân cấp quản lý công trình", "Quy định phân cấp SN lý công trình", None, "review"),
        ("Quy định phân cấp quản lý công trình", "Quy định phân cấp quản lý công trình. 3", None, "review"),
        # Another document of the kind, and a title that names none.
        ("Quy chế làm việc", "Quy chế tiếp công dân", "Quy chế tiếp công dân", "sure"),
        ("công tác tiếp công dân", "Quy chế tiếp công dân", "Quy chế tiếp công dân", "sure"),
    ],
)
def test_what_is_issued_is_held_beside_the_title(title: str, article: str, subject: str | None, state: str) -> None:
    decision = scanned(f"Điều 1. Ban hành kèm theo Quyết định này {article}.\n", title=f"Về việc ban hành {title}")
    (issued,) = [each for each in decision.relations if each.action == "issues"]
    assert (issued.target.subject, issued.target.state) == (subject or title, state)


@pytest.mark.parametrize(("read", "state"), [("Khiển trách", "sure"), ("Khiến trách", "review")])
def test_a_form_of_punishment_has_the_marks_of_the_table(read: str, state: str) -> None:
    (act,) = scanned(f"Điều 1. Xử lý kỷ luật bà Ngô Hồng Ánh bằng hình thức {read}.\n").appointments
    assert (act.form, act.state) == ("Khiển trách", state)


@pytest.mark.parametrize(
    ("subject", "state"), [("Về việc phân bổ kinh phí", "sure"), ("Về việc phân bố kinh phí", "review")]
)
def test_a_subject_in_other_marks_than_a_phrase_is_doubted(subject: str, state: str) -> None:
    found = scanned("Điều 1. Giao kinh phí năm 2022.\n", title=subject).subject
    assert (found.value, found.state) == (subject, state)
