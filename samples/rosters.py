"""Decisions about many people, named in lists: pay raised, posts given, merit rewarded; ruled or not, over pages."""

from __future__ import annotations

from datetime import date
from itertools import groupby

import numpy as np

from decisions.decision import Appointment, Person
from samples.cited import short_date
from samples.district import DISTRICT, district_decision
from samples.draft import Annex, Clause, Draft, Table
from samples.names import Offices, person

_UNITS = ("Phòng Nội vụ", "Phòng Tài chính - Kế hoạch", "Phòng Tư pháp", "Thanh tra quận", "Phòng Y tế")
_POSTS = ("Chuyên viên", "Phó Trưởng phòng", "Kế toán viên", "Văn thư viên")
_STEPS = ("2,34", "2,67", "3,00", "3,33", "3,66", "3,99", "4,32", "4,65", "4,98")  #: of a chuyên viên, 01.003
_SCHOOLS = ("Trường Tiểu học Bà Triệu", "Trường Mầm non Sao Sáng", "Trường THCS Vân Hồ")


def rosters(people: Offices, rng: np.random.Generator, *, ruled: bool = True) -> tuple[Draft, ...]:
    """One decision for each kind of list."""
    return raised(people, rng, ruled=ruled), posted(people, rng, ruled=ruled), rewarded(people, rng, ruled=ruled)


def raised(people: Offices, rng: np.random.Generator, *, count: int = 26, ruled: bool = True) -> Draft:
    """Pay raised by a step: a head of two rows, groups by unit, birth years of men and women in columns of their own."""
    number, on, since = 2114, date(2023, 12, 6), date(2024, 1, 1)
    sentence = f"Nâng bậc lương thường xuyên đối với {count:02d} công chức (có danh sách kèm theo)."
    acts: list[Appointment] = []
    rows: list[tuple[str, ...]] = []
    units = sorted(_UNITS[int(rng.integers(len(_UNITS)))] for _ in range(count))
    order = 0
    for group, (unit, same) in enumerate(groupby(units), start=1):
        rows.append((f"{_ROMAN[group]}. {unit}",))
        for _ in same:
            order += 1
            who, step = person(rng), int(rng.integers(8))
            year = (who.born_on or "")[:4]
            acts.append(_raise(who, unit, step, since, sentence))
            men, women = (year, "") if who.honorific == "ông" else ("", year)
            before, after = (f"{step + 1}/9", _STEPS[step]), (f"{step + 2}/9", _STEPS[step + 1])
            rows.append((str(order), who.name, men, women, "01.003", *before, *after, short_date(since)))
    table = Table(
        head=("STT", "Họ và tên", "Nam", "Nữ", "Mã ngạch", "Bậc", "Hệ số", "Bậc", "Hệ số", "Từ ngày"),
        over=(("", 1), ("", 1), ("Năm sinh", 2), ("", 1), ("Lương hiện hưởng", 2), ("Lương được nâng", 2), ("", 1)),
        rows=tuple(rows),
        widths=(0.07, 0.21, 0.07, 0.07, 0.11, 0.07, 0.09, 0.07, 0.09, 0.15),
        ruled=ruled,
    )
    title = ("DANH SÁCH", "Công chức được nâng bậc lương thường xuyên")
    subject = "Về việc nâng bậc lương thường xuyên đối với công chức"
    return _decision(people, number, on, subject, sentence, tuple(acts), title, table)


def posted(people: Offices, rng: np.random.Generator, *, count: int = 19, ruled: bool = True) -> Draft:
    """Posts given: words of several lines in the cells, the head only once."""
    number, on, since = 2306, date(2024, 8, 12), date(2024, 9, 1)
    sentence = (
        f"Bổ nhiệm {count:02d} công chức giữ chức vụ lãnh đạo kể từ ngày {short_date(since)} (có danh sách kèm theo)."
    )
    acts: list[Appointment] = []
    rows: list[tuple[str, ...]] = []
    for order in range(1, count + 1):
        who = person(rng)
        old, new = _pick(rng, _UNITS), _pick(rng, _UNITS)
        post = _pick(rng, _POSTS)
        acts.append(
            Appointment(
                action="bo_nhiem",
                person=Person(name=who.name.upper(), born_on=who.born_on),
                position="Phó Trưởng phòng",
                unit=new,
                from_position=post,
                from_unit=old,
                effective_on=since,
                sentence=sentence,
            )
        )
        born = short_date(date.fromisoformat(who.born_on or ""))
        rows.append((f"{order:02d}", who.name.upper(), born, f"{post}, {old}", "Phó Trưởng phòng", new))
    table = Table(
        head=(
            "Số TT",
            "Họ và tên",
            "Ngày, tháng, năm sinh",
            "Chức vụ, đơn vị công tác",
            "Chức vụ bổ nhiệm",
            "Đơn vị mới",
        ),
        rows=tuple(rows),
        widths=(0.08, 0.2, 0.15, 0.25, 0.15, 0.17),
        ruled=ruled,
        repeats=False,
    )
    title = ("DANH SÁCH", "Công chức được bổ nhiệm giữ chức vụ lãnh đạo")
    subject = "Về việc bổ nhiệm công chức giữ chức vụ lãnh đạo"
    return _decision(people, number, on, subject, sentence, tuple(acts), title, table)


def rewarded(people: Offices, rng: np.random.Generator, *, count: int = 34, ruled: bool = True) -> Draft:
    """Certificates of merit: "Ông" and "Bà" before the names."""
    number, on = 2540, date(2024, 12, 20)
    sentence = f"Tặng Giấy khen cho {count:02d} cá nhân đã có thành tích xuất sắc năm 2024 (có danh sách kèm theo)."
    acts: list[Appointment] = []
    rows: list[tuple[str, ...]] = []
    for order in range(1, count + 1):
        who, school = person(rng), _pick(rng, _SCHOOLS)
        acts.append(
            Appointment(
                action="khen_thuong",
                person=Person(name=who.name, honorific=who.honorific),
                from_position="Giáo viên",
                from_unit=school,
                sentence=sentence,
            )
        )
        rows.append((str(order), f"{(who.honorific or '').capitalize()} {who.name}", "Giáo viên", school))
    table = Table(
        head=("TT", "Họ và tên", "Chức vụ", "Đơn vị"),
        rows=tuple(rows),
        widths=(0.08, 0.32, 0.2, 0.4),
        ruled=ruled,
    )
    title = ("DANH SÁCH", "Cá nhân được tặng Giấy khen")
    subject = "Về việc tặng Giấy khen cho các cá nhân có thành tích xuất sắc năm 2024"
    return _decision(people, number, on, subject, sentence, tuple(acts), title, table)


_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII")


def _raise(who: Person, unit: str, step: int, since: date, sentence: str) -> Appointment:
    return Appointment(
        action="nang_luong",
        person=Person(name=who.name, born_on=(who.born_on or "")[:4]),
        from_unit=unit,
        rank_code="01.003",
        grade=f"{step + 2}/9",
        coefficient=_STEPS[step + 1],
        from_grade=f"{step + 1}/9",
        from_coefficient=_STEPS[step],
        effective_on=since,
        sentence=sentence,
    )


def _decision(
    people: Offices,
    number: int,
    on: date,
    subject: str,
    sentence: str,
    acts: tuple[Appointment, ...],
    title: tuple[str, ...],
    table: Table,
) -> Draft:
    return district_decision(
        people,
        number=number,
        on=on,
        subject=subject,
        first=Clause(label="Điều 1", paragraphs=(sentence,), appointments=acts),
        second="Các ông, bà có tên trong danh sách được hưởng chế độ theo quy định hiện hành.",
        carried_out_by="Thủ trưởng các đơn vị và các ông, bà có tên trong danh sách",
        annex=Annex(
            title=title,
            origin=f"(Kèm theo Quyết định số {number}/QĐ-UBND ngày {short_date(on)} của {DISTRICT})",
            table=table,
            closing=f"Danh sách này có {len(acts):02d} người./.",
        ),
    )


def _pick(rng: np.random.Generator, words: tuple[str, ...]) -> str:
    return words[int(rng.integers(len(words)))]
