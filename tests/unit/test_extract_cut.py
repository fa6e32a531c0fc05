"""Titles, units and subjects that end in a word which leads on are cut off: never sure."""

from __future__ import annotations

import pytest

from extract.decisions import find_decisions
from extract.find.cut import is_cut
from tests.bench.texts import reading_of
from tests.unit.test_extract_bounds import decided as in_whole
from tests.unit.test_extract_relations import decided


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Phó Giám đốc Trung tâm Văn hóa của", True),
        ("Phó Giám đốc Trung tâm Văn hóa của Ủy", True),
        ("PHÓ GIÁM ĐỐC TRUNG TÂM CỦA ỦY", True),
        ("Trưởng phòng Nội vụ thuộc Uỷ", True),
        ("GIÁM ĐỐC SỞ NỘI VỤ VÀ", True),
        ("Về việc thành lập các,", True),
        ("Trưởng phòng Quản lý về", True),
        ("Quy chế làm việc của Ủy ban", False),
        ("Quy chế làm việc của Sở", False),
        ("chương trình của Đảng", False),
        ("Đội trưởng Đội bảo vệ", False),  # with other marks another word
        ("Về việc cấp văn bằng", False),
        ("Quản lý văn bản đi, văn bản đến", False),
        ("Về việc khen thưởng ông Nguyễn Văn Các", False),
        ("BÍ THƯ TỈNH ỦY", False),
        ("", False),
    ],
)
def test_cut(words: str, cut: bool) -> None:
    assert is_cut(words) is cut


@pytest.mark.parametrize(
    ("act", "told", "state"),
    [
        ("giữ chức vụ Trưởng phòng Nội vụ thuộc.", "Trưởng phòng Nội vụ thuộc", "review"),
        ("giữ chức vụ Phó Giám đốc Trung tâm Văn hóa của Ủy.", "Phó Giám đốc Trung tâm Văn hóa của Ủy", "review"),
        ("giữ chức vụ Phó Giám đốc Trung tâm Văn hóa của.", "Phó Giám đốc Trung tâm Văn hóa của", "review"),
        (
            "giữ chức vụ Phó Giám đốc Trung tâm Văn hóa của kể từ ngày 01/7/2025.",
            "Phó Giám đốc Trung tâm Văn hóa của",
            "review",
        ),
        ("giữ chức vụ Phó Trưởng phòng Văn hóa và.", "Phó Trưởng phòng Văn hóa và", "review"),
        (
            "giữ chức vụ Chánh Văn phòng Ủy ban nhân dân các từ ngày 01/7/2025.",
            "Chánh Văn phòng Ủy ban nhân dân các",
            "review",
        ),
        ("giữ chức vụ Phó Trưởng phòng Văn hóa và hưởng phụ cấp chức vụ 0,3.", "Phó Trưởng phòng Văn hóa", "sure"),
        ("giữ chức vụ Phó Trưởng phòng Văn hóa và Thông tin.", "Phó Trưởng phòng Văn hóa và Thông tin", "sure"),
    ],
)
def test_a_post_that_is_cut_off(act: str, told: str, state: str) -> None:
    (found,) = decided(f"Điều 1. Bổ nhiệm ông Nguyễn Văn An {act}").appointments
    assert (found.position, found.state) == (told, state)


def test_a_unit_that_is_cut_off() -> None:
    (found,) = decided("Điều 1. Điều động bà Trần Thị Bình đến công tác tại Phòng Văn hóa và.").appointments
    assert (found.unit, found.state) == ("Phòng Văn hóa và", "review")


def test_whose_post_it_was_is_no_cut() -> None:
    (found,) = decided("Điều 1. Miễn nhiệm chức vụ Giám đốc của ông Nguyễn Văn An.").appointments
    assert (found.from_position, found.state) == ("Giám đốc", "sure")


@pytest.mark.parametrize(
    ("holder", "state"), [("Trưởng phòng Nội vụ thuộc", "review"), ("Trưởng phòng Nội vụ", "sure")]
)
def test_a_holder_that_is_cut_off(holder: str, state: str) -> None:
    (found,) = decided(f"Điều 1. Ủy quyền cho {holder} ký văn bản trả lời.").delegations
    assert (found.to, found.state) == (holder, state)


@pytest.mark.parametrize(
    ("subject", "state"),
    [
        ("giao nhiệm vụ trực ban", "sure"),
        ("giao nhiệm vụ trực ban của", "review"),
        ("giao nhiệm vụ trực ban thuộc Ủy", "review"),
    ],
)
def test_a_subject_that_is_cut_off(subject: str, state: str) -> None:
    found = in_whole("Về việc giao nhiệm vụ trực ban", f"Về việc {subject}").subject
    assert (found.value, found.state) == (f"Về việc {subject}", state)


@pytest.mark.parametrize(
    ("post", "state"),
    [("GIÁM ĐỐC SỞ NỘI VỤ", "sure"), ("GIÁM ĐỐC SỞ NỘI VỤ VÀ", "review"), ("GIÁM ĐỐC SỞ CỦA ỦY", "review")],
)
def test_a_signer_whose_title_is_cut_off(post: str, state: str) -> None:
    text = (
        "SỞ NỘI VỤ\nSố: 12/QĐ-SNV\nHà Nội, ngày 01 tháng 7 năm 2025\nQUYẾT ĐỊNH\nVề việc công tác văn thư\n"
        f"QUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Thi hành.\n{post}\nLê Văn Mẫu\n"
    )
    (found,) = find_decisions(reading_of(text))
    assert found.signer.value is not None
    assert (found.signer.value.position, found.signer.state) == (post, state)


def test_the_subject_of_a_citation_that_is_cut_off() -> None:
    bases = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư {};"
    states = [decided("Điều 1. Ban hành Quy chế.", bases.format(end)).bases[0].state for end in ("thuộc", "và lưu trữ")]
    assert states == ["review", "sure"]
