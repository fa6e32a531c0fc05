"""Degrees, ranks, honorifics and other names beside the name of a person: none of them is part of it, nor of a post."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_acts_told_apart import agrees, decided


@pytest.mark.parametrize(
    "who",
    [
        "PGS.TS",
        "ThS.BS",
        "ThS. BS",
        "TS. BS",
        "TS",
        "CN",
        "Đại tá, BS",
        "Trung tá QNCN",
        "nhà giáo ưu tú",
        "bà ThS",
        "bà PGS, TS",
    ],
)
def test_no_degree_is_part_of_a_name(who: str) -> None:
    agrees(
        f"Bổ nhiệm {who} Lê Thị Bảy giữ chức vụ Trưởng khoa Dược.",
        {"action": "bo_nhiem", "name": "Lê Thị Bảy", "position": "Trưởng khoa Dược"},
    )


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("(tức Lan)", None),
        ("(bí danh Hai Tám)", None),
        ("tức Hai Tám", None),
        ("SN 1980", "1980"),
        ("SN 02/3/1980", "1980-03-02"),
    ],
)
def test_other_names_and_births_are_no_post(said: str, born: str | None) -> None:
    between = " " if said.startswith("(") else ", "
    agrees(
        f"Bổ nhiệm ông Lê Văn Tám{between}{said}, Phó Giám đốc, giữ chức vụ Giám đốc Sở Y tế.",
        {"action": "bo_nhiem", "name": "Lê Văn Tám", "from_position": "Phó Giám đốc", "born_on": born},
    )


@pytest.mark.parametrize(
    ("who", "honorific"),
    [
        ("các ông: Lê Văn Tám, Trần Văn Nam, Ngô Sỹ Hùng", "ông"),
        ("các ông, bà: Lê Văn Tám, Trần Văn Nam và Ngô Sỹ Hùng", None),
    ],
)
def test_an_honorific_is_said_once_for_several(who: str, honorific: str | None) -> None:
    told = {"action": "dieu_dong", "honorific": honorific, "unit": "Phòng Nội vụ", "from_position": None}
    names = ("Lê Văn Tám", "Trần Văn Nam", "Ngô Sỹ Hùng")
    agrees(f"Điều động {who} đến công tác tại Phòng Nội vụ.", *({**told, "name": name} for name in names))


@pytest.mark.parametrize(
    ("who", "honorific"),
    [("cô", "cô"), ("thầy", "thầy"), ("thầy giáo", "thầy"), ("cô giáo", "cô"), ("nhà giáo ưu tú", None)],
)
def test_teachers_have_honorifics_of_their_own(who: str, honorific: str | None) -> None:
    agrees(
        f"Bổ nhiệm {who} Lê Văn Tám, giáo viên, giữ chức vụ Hiệu trưởng Trường Tiểu học Mẫu.",
        {"action": "bo_nhiem", "name": "Lê Văn Tám", "honorific": honorific, "from_position": "giáo viên"},
    )


@pytest.mark.parametrize("source", ["born", "ocr"])
def test_everyday_words_are_no_honorifics(source: str) -> None:
    assert (
        decided("Giao Ủy ban nhân dân huyện Cô Tô có Trung Tâm Văn Hóa bổ sung nhân sự.", source=source).appointments
        == ()
    )
    agrees(
        "Bổ nhiệm ông Lê Văn Tám giữ chức vụ Giám đốc Sở Y tế thay Trần Văn Nam.",
        {"action": "bo_nhiem", "name": "Lê Văn Tám"},
        source=source,
    )


def test_posts_may_stand_between_the_names() -> None:
    agrees(
        "Điều động các ông Lê Văn Tám, Trưởng phòng, Trần Văn Nam, Phó Trưởng phòng đến Phòng Nội vụ.",
        {"action": "dieu_dong", "name": "Lê Văn Tám", "from_position": "Trưởng phòng"},
        {"action": "dieu_dong", "name": "Trần Văn Nam", "from_position": "Phó Trưởng phòng", "unit": "Phòng Nội vụ"},
    )
