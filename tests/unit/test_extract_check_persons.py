"""A subject, or those who carry the decision out, that contradict the article: person, act, post."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decisions.decision import Decision
from extract.check.persons import nearly
from extract.decisions import find_decisions
from tests.property.laid_out import laid_out
from tests.unit.test_extract_problems import FOOT, HEAD, MISREAD, codes, decided

HUNG = "Nguyễn Văn Hùng"
GIVEN = f"Bổ nhiệm ông {HUNG}, Phó Trưởng phòng Tài chính, giữ chức vụ Trưởng phòng Tài chính, thời hạn 05 năm."
TAKEN = f"Miễn nhiệm chức vụ Trưởng phòng Tài chính đối với ông {HUNG} kể từ ngày 01/02/2025."
SUBJECT = "Về việc bổ nhiệm công chức"
CODES = ("person_differs", "subject_act_differs", "subject_post_differs")


def text(subject: str = SUBJECT, act: str = GIVEN, who: str = f"ông {HUNG}") -> str:
    """A decision of three articles; `who` carries it out."""
    head = HEAD.replace("Về việc giao nhiệm vụ trực ban", subject)
    effect = "Quyết định này có hiệu lực kể từ ngày ký."
    carried = f"Chánh Văn phòng và {who} chịu trách nhiệm thi hành Quyết định này./."
    return f"{head}Điều 1. {act}\nĐiều 2. {effect}\nĐiều 3. {carried}\n{FOOT}"


def found(decision: Decision) -> list[str]:
    return [code for code in codes(decision) if code in CODES]


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (f"ông {HUNG}", False),
        ("ông Nguyễn Văn Hưng", True),
        ("ông Nguyên Văn Hùng", True),
        ("ông Nguyễn Đức Hùng", True),
        ("ông NGUYỄN VĂN HÙNG", False),
        # Others: the head of the office, a namesake of another family.
        ("ông Nguyễn Văn Minh", False),
        ("ông Trần Văn Hùng", False),
        ("bà Lê Thị Lan", False),
        # Beside the person himself whoever has nearly his name is another.
        (f"ông {HUNG}, ông Nguyễn Văn Hưng", False),
    ],
)
def test_who_carries_it_out(who: str, told: bool) -> None:
    decision = decided(text(who=who))
    assert found(decision) == ["person_differs"] * told
    for problem in decision.problems:
        assert problem.field == "appointments" and problem.place
        assert "Điều 3 ghi" in problem.message and "Article 3 has" in problem.message_en and HUNG in problem.message
        assert decision.appointments[0].state == "sure"  # the act says whom it means


def test_two_persons_of_one_article_may_have_nearly_one_name() -> None:
    both = GIVEN.replace(", Phó Trưởng phòng Tài chính,", " và bà Lê Thị Lan")
    assert found(decided(text(act=both, who="ông Nguyễn Văn Hưng"))) == []


@pytest.mark.parametrize(
    ("subject", "act", "told"),
    [
        (f"Về việc bổ nhiệm ông {HUNG}", GIVEN, []),
        ("VỀ VIỆC BỔ NHIỆM ÔNG NGUYỄN VĂN HÙNG", GIVEN, []),
        ("Về việc bổ nhiệm ông Nguyễn Văn Hưng", GIVEN, ["person_differs"]),
        ("Về việc bổ nhiệm bà Trần Thị Bình", GIVEN, ["person_differs"]),
        ("Về việc bổ nhiệm công chức thay bà Trần Thị Bình", GIVEN, []),
        ("Về việc miễn nhiệm công chức", GIVEN, ["subject_act_differs"]),
        ("Về việc bổ nhiệm công chức", TAKEN, ["subject_act_differs"]),
        ("Về việc thôi giữ chức vụ đối với công chức", TAKEN, []),
        ("Về việc miễn nhiệm và bổ nhiệm công chức", GIVEN, []),
        ("Về việc công tác cán bộ", TAKEN, []),
        ("Về việc bổ nhiệm Trưởng phòng Tài chính", GIVEN, []),
        ("Về việc bổ nhiệm lại Trưởng phòng Tài chính", GIVEN, []),
        # What he was may be named first.
        ("Về việc bổ nhiệm Phó Trưởng phòng giữ chức vụ Trưởng phòng", GIVEN, []),
        ("Về việc bổ nhiệm Phó Trưởng phòng", GIVEN.replace("Phó Trưởng phòng Tài chính,", "chuyên viên,"), [CODES[2]]),
        ("Về việc bổ nhiệm Trưởng phòng", GIVEN.replace("vụ Trưởng phòng", "vụ Phó Trưởng phòng"), [CODES[2]]),
        # Not his deputy: another name of the post, or a wider one.
        ("Về việc bổ nhiệm Giám đốc", GIVEN, []),
    ],
)
def test_the_subject_and_the_article(subject: str, act: str, told: list[str]) -> None:
    decision = decided(text(subject, act))
    assert found(decision) == told
    assert all(act.state == "review" for act in decision.appointments if {*CODES[1:]} & {*told})
    assert all(problem.field == "subject" and problem.place for problem in decision.problems if problem.code in CODES)


@pytest.mark.parametrize(
    ("name", "confidence", "told"),
    [
        ("Hưng", 0.96, True),
        ("Hưng", 0.92, False),  # but a mark
        ("Hồng", 0.92, True),
        ("Hồng", 0.8, False),
    ],
)
def test_on_a_scan_only_what_was_read_well_is_compared(name: str, confidence: float, told: bool) -> None:
    reading = laid_out(text(who=f"ông Nguyễn Văn {name}"), "ocr")
    words = tuple(replace(word, confidence=confidence if word.text == name else 0.96) for word in reading.text.words)
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    messages = [problem.message for problem in decision.problems if problem.code == "person_differs"]
    assert [MISREAD in message for message in messages] == [True] * told


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", True),
        ("Nguyễn Thị Lan", "Nguyễn Thị Loan", True),
        ("Lê Hòa Bình", "Lê Hoà Bình", False),  # one name, the tone placed otherwise
        ("Nguyễn Văn Hùng", "Nguyễn Văn Hùng", False),
        ("Nguyễn Văn Hùng", "Nguyễn Hùng", False),
        ("Lê An", "Lê Ân", False),  # too short to tell
    ],
)
def test_names_that_are_nearly_one(one: str, other: str, near: bool) -> None:
    assert nearly(one, other) is near
