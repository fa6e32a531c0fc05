"""The signer by several looks: agreement is believed, damage is mended for a person to confirm, a seal asks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decisions.decision import Decision
from decisions.reading import Look, Signature
from decisions.text import Box, Place
from extract.decisions import find_decisions
from extract.find.name_guess import guesses, is_whole
from extract.find.name_seen import names_seen
from extract.find.titles import capacity_of, position_of, remains_of_post
from tests.bench.texts import reading_of
from tests.property.laid_out import laid_out
from tests.unit.test_extract_decisions import BODY, FOOT, HEAD

PLACE = Place(page=1, box=Box(x0=0.5, y0=0.8, x1=0.9, y1=0.84))


def look(text: str, confidence: float = 0.95, covered: bool = False) -> Look:
    return Look(text=text, confidence=confidence, place=PLACE, by="reader/1, line", covered=covered)


def scanned(*looks: Look, text: str = HEAD + BODY + FOOT, certified: str | None = None) -> Decision:
    """The text as an optical reader saw it, with these looks at the name and perhaps a digital signature."""
    reading = reading_of(text)
    page = replace(reading.text.pages[0], source="ocr")
    signed = (Signature(name=certified, signed_at=None),) if certified else ()
    (decision,) = find_decisions(
        replace(reading, text=replace(reading.text, pages=(page,)), looks=looks, signatures=signed)
    )
    return decision


OWN = "Lê Thị Mẫu"  #: who signs in FOOT
STACK = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"  #: … and as what


@pytest.mark.parametrize(
    ("looks", "state"),
    [
        ([], "review"),
        ([look(OWN)], "review"),
        ([look(OWN), look(OWN)], "sure"),
        ([look(OWN), look(OWN), look(OWN, 0.3)], "sure"),
        ([look(OWN), look(OWN, 0.6)], "review"),
        ([look(OWN), look(OWN), look("Lê Thị Mậu", 0.6)], "review"),  # marks are what readers get wrong
        ([look(OWN), look(OWN), look(OWN, covered=True)], "review"),
        ([look(f"“ {OWN}"), look(f"- {OWN}.")], "sure"),  # dirt beside a name is no part of it
        ([look("Lê Thị Xmẫu"), look("Lê Thị Xmẫu")], "review"),
    ],
)
def test_a_name_is_sure_where_clear_looks_agree_and_no_seal_lies_over_it(looks: list[Look], state: str) -> None:
    signer = scanned(*looks).signer
    assert signer.state == state
    assert signer.value is not None
    assert signer.value.name == OWN


def test_a_seal_over_the_name_is_said() -> None:
    covered = scanned(look(OWN, covered=True), look(OWN, covered=True))
    (found,) = [problem for problem in covered.problems if problem.field == "signer"]
    assert (found.code, found.place) == ("signer_under_seal", PLACE)
    assert OWN in found.message
    assert [p for p in scanned(look(OWN), look(OWN)).problems if p.field == "signer"] == []


@pytest.mark.parametrize(
    ("certified", "state"), [(OWN, "sure"), ("LÊ THỊ MẪU", "sure"), ("Lê Thị Mậu", "review"), ("Trần Khác", "review")]
)
def test_a_digital_signature_confirms_what_a_seal_covers(certified: str, state: str) -> None:
    seen = (look(OWN, covered=True), look(OWN, covered=True))
    assert scanned(*seen, certified=certified).signer.state == state


def test_every_look_is_shown_as_evidence() -> None:
    signer = scanned(look(OWN, 0.9), look("Lè Thị Mẫu", 0.4)).signer
    assert {(said.text, said.confidence) for said in signer.said} >= {(OWN, 0.9), ("Lè Thị Mẫu", 0.4)}
    assert {candidate.value.name for candidate in signer.candidates} >= {OWN, "Lè Thị Mẫu"}
    assert signer.candidates[0].value.name == OWN


@pytest.mark.parametrize(
    ("stack", "capacity", "state"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT CHỦ TỊCH ⁹\nPHÓ CHỦ TỊCH", "KT.", "sure"),
        ("TM ỦY BAN NHÂN DÂN\nKT CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT.", "sure"),
        ("TM. ỦY BAN NHÂN DÂN\nPHÓ CHỦ TỊCH", "TM.", "review"),  # he signs for his chief; the line was passed by
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM.", "sure"),
    ],
)
def test_in_whose_place_a_deputy_signs(stack: str, capacity: str, state: str) -> None:
    foot = FOOT.replace(STACK, stack)
    signer = scanned(look(OWN), look(OWN), text=HEAD + BODY + foot).signer
    assert signer.value is not None
    assert (signer.value.capacity, signer.state) == (capacity, state)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ngnyến Văn Thịnh", "Nguyễn Văn Thịnh"),
        ("XNguyên Hòa Thịnh", "Nguyễn Hòa Thịnh"),
        ("*N¡uu yên Hòa Thịnh", "Nguyễn Hòa Thịnh"),
        ("Phạm Xgọc Thịnh", "Phạm Ngọc Thịnh"),
        ("+ T„ần Hồng Thịnh", "Trần Hồng Thịnh"),
        ("_ Đỗ Quốc Thịnh", "Đỗ Quốc Thịnh"),
        ("TS. Đỗ Quốc Thịnh", "Đỗ Quốc Thịnh"),
        ("Đỗ Quốc.Thịnh", "Đỗ Quốc Thịnh"),
        ("ĐỖ QUỐC THỊNH", "ĐỖ QUỐC THỊNH"),
    ],
)
def test_what_a_damaged_name_may_have_been(printed: str, name: str) -> None:
    assert guesses(printed, 0.2)[0].name == name


@pytest.mark.parametrize(
    ("read", "name"),
    [
        (["Đöän Hữu Thịnh", "Đöăn Hữu Thịnh", "Đồàn Hữu Thịnh"], "Đoàn Hữu Thịnh"),  # not Đặng, though more bear it
        (["'Tflnh Tiến Thịnh", "Tflnh Tiến Thịnh", "'Tfƒnh Tiến Thịnh"], "Trịnh Tiến Thịnh"),
        (["Đố Công Thịnh", "Đố Công Thịnh", "Đ Công Thịnh"], "Đỗ Công Thịnh"),
        (["LẾ Điệu Thịnh", "Lế Điệu Thịnh"], "Lê Diệu Thịnh"),
        (["Muàng Trọng Thịnh", "Moàng Trọng Thịnh", "uàng Trọng Thịnh"], "Hoàng Trọng Thịnh"),
    ],
)
def test_looks_that_all_err_tell_a_name_together(read: list[str], name: str) -> None:
    named = names_seen(None, [look(text, 0.5) for text in read], ())
    assert named[0].name == name
    assert not named[0].sure


def test_a_shape_is_one_voice_among_others() -> None:
    shape = Look(text="Tô Công Thịnh", confidence=0.95, place=PLACE, by="names/1")
    named = names_seen(None, [look("Tạ Công Thịnh", 0.9), look("Tạ Công Thịnh", 0.9), shape], ())
    assert [each.name for each in named] == ["Tạ Công Thịnh", "Tô Công Thịnh"]
    below = [look("Tạ Công Thịnh", 0.9, covered=True), look("Tạ Công Thịnh", 0.9, covered=True), shape]
    assert names_seen(None, below, ())[0].name == "Tô Công Thịnh"  # letters cannot be read through a seal
    named = names_seen(None, [look("T Công Thịnh", 0.4), look("TC Công Thịnh", 0.1), shape], ())
    assert named[0].name == "Tô Công Thịnh"


@pytest.mark.parametrize("printed", ["", "Thịnh", "KINE Lò", "-* 27/0 256G%", "HIỆU TRƯỜNG", "9, HÚ"])
def test_what_no_name_can_be_made_of(printed: str) -> None:
    assert guesses(printed, 0.2) == ()


def test_a_rare_name_that_was_seen_well_is_not_mended_away() -> None:
    best = guesses("Y Khút Niê", 0.95)[0]
    assert (best.name, best.whole) == ("Y Khút Niê", False)


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Nguyễn Thị Ngọc Ánh", True),
        ("Lê Ý", True),
        ("Ngnyến Văn Thịnh", False),
        ("Văn Xthịnh", False),
        ("Lê", False),
    ],
)
def test_a_name_of_known_words_is_whole(name: str, whole: bool) -> None:
    assert is_whole(name) is whole


@pytest.mark.parametrize(
    ("line", "issuer", "post"),
    [
        ("~*zt THỦ TƯỚNG", "Thủ tướng Chính phủ", "THỦ TƯỚNG"),
        ('ĂN, r¬ "Ị;U TƯỚNG', "Thủ tướng Chính phủ", "THỦ TƯỚNG"),
        ("9 Ti}: TƯỚNG", "Thủ tướng Chính phủ", "THỦ TƯỚNG"),
        ("9 Ti}: TƯỚNG", None, None),
        ("Nguyễn Văn Thịnh", "Thủ tướng Chính phủ", None),
        ("CHÍNH PHỦ", "Thủ tướng Chính phủ", None),
        ("xội tM ĐỐC", "Sở Nội vụ", "GIÁM ĐỐC"),
        ("BUÁM ĐỐC", "Sở Nội vụ", "GIÁM ĐỐC"),
        ("YÚỦ TỊCH", "Ủy ban nhân dân xã Bình Minh", "CHỦ TỊCH"),
        ("*¡ TRƯỞNG", "Trường Trung học cơ sở Bình Minh", "HIỆU TRƯỞNG"),
        ("TRƯỜNG", "Trường Trung học cơ sở Bình Minh", None),  # a body, by its marks
    ],
)
def test_what_a_seal_leaves_of_a_title_is_one_of_the_issuer(line: str, issuer: str | None, post: str | None) -> None:
    assert remains_of_post(line, issuer) == post


@pytest.mark.parametrize(
    ("line", "post", "state"),
    [
        ("CHỦ TỊCH", "CHỦ TỊCH", "sure"),
        ("ve CHỦ TỊCH", "CHỦ TỊCH", "review"),  # the seal may have eaten "PHÓ"
        ("“- CHỦ TỊCH", "CHỦ TỊCH", "sure"),
        ("_ CHỦ TỊCH", "CHỦ TỊCH", "sure"),
        ("CHỦ TICH", "CHỦ TỊCH", "review"),
        ("xz CHỦ TỊCH", "CHỦ TỊCH", "review"),
    ],
)
def test_a_title_behind_the_remains_of_a_seal_is_found_and_doubted(line: str, post: str, state: str) -> None:
    signer = scanned(look(OWN), look(OWN), text=(HEAD + BODY + FOOT).replace(STACK, line)).signer
    assert signer.value is not None
    assert (signer.value.position, signer.value.name, signer.state) == (post, OWN, state)


def test_a_title_that_stands_there_twice_is_a_deputy_for_his_chief() -> None:
    stack: list[tuple[str | None, str]] = [(None, "THỦ TƯỚNG"), (None, "THỦ TƯỚNG")]
    assert position_of(stack, "Thủ tướng Chính phủ") == ("PHÓ THỦ TƯỚNG", False)
    assert capacity_of(stack, "PHÓ THỦ TƯỚNG") == "KT."


@pytest.mark.parametrize(
    ("stack", "post", "capacity"),
    [
        ([("TM.", "ỦY BAN NHÂN DÂN"), (None, "CHỦ TỊCH")], "CHỦ TỊCH", "TM."),
        ([("TM.", "ỦY BAN NHÂN DÂN"), ("KT.", "CHỦ TỊCH"), (None, "PHÓ CHỦ TỊCH")], "PHÓ CHỦ TỊCH", "KT."),
        ([("TM.", "ỦY BAN NHÂN DÂN"), (None, "CHỦ TỊCH"), (None, "PHÓ CHỦ TỊCH")], "PHÓ CHỦ TỊCH", "KT."),
        ([(None, "PHÓ CHỦ TỊCH")], "PHÓ CHỦ TỊCH", None),
        ([("TL.", "BỘ TRƯỞNG"), (None, "VỤ TRƯỞNG")], "VỤ TRƯỞNG", "TL."),
    ],
)
def test_the_capacity_of_the_signer(stack: list[tuple[str | None, str]], post: str, capacity: str | None) -> None:
    assert capacity_of(stack, post) == capacity


def test_a_line_that_was_looked_at_has_a_say_though_it_reads_like_no_name() -> None:
    reading = laid_out((HEAD + BODY + FOOT).replace(OWN, "Phạm iXgọc Mẫu"), "ocr")
    place = next(Place(page=word.page, box=word.box) for word in reading.text.words if word.text == "iXgọc")
    seen = replace(look("Plam lXgọc Mẫu", 0.2), place=place)
    (decision,) = find_decisions(replace(reading, looks=(seen,)))
    assert "Phạm iXgọc Mẫu" in {said.text for said in decision.signer.said}
    assert decision.signer.state == "review"


@pytest.mark.parametrize(
    ("stack", "capacity", "position", "behalf"),
    [
        ("TU. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "TL.", "CHÁNH VĂN PHÒNG", None),
        ("TUỢ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ", "TUQ.", "GIÁM ĐỐC SỞ NỘI VỤ", None),
        ('TUQ. CHỦ TỊCH\n" ĐỐC SỞ NỘI VỤ', "TUQ.", "GIÁM ĐỐC SỞ NỘI VỤ", None),
        ("Q. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ", "TUQ.", "GIÁM ĐỐC SỞ NỘI VỤ", None),
        ("TM. ỦY BẢN NHÂN DÂN\nCHỦ TỊCH", "TM.", "CHỦ TỊCH", "ỦY BAN NHÂN DÂN"),
        ("BAN NHÂN DÂN\nCHỦ TỊCH", "TM.", "CHỦ TỊCH", "ỦY BAN NHÂN DÂN"),
        ("CHỦ CHỦ TỊCH", None, "CHỦ TỊCH", None),
    ],
)
def test_a_stack_that_a_seal_has_harmed_is_made_whole_and_doubted(
    stack: str, capacity: str | None, position: str, behalf: str | None
) -> None:
    harmed = (HEAD + BODY + FOOT).replace(f"TM. ỦY BAN NHÂN DÂN\n{STACK}", stack)
    signer = scanned(look(OWN), look(OWN), text=harmed).signer
    assert signer.value is not None
    assert (signer.value.capacity, signer.value.position, signer.value.on_behalf_of) == (capacity, position, behalf)
    assert (signer.value.name, signer.state) == (OWN, "review")
