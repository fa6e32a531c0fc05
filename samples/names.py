"""People who do not exist: names put together from common syllables, birth dates, and who holds which office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from decisions.decision import Person

_FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Đinh",
    "Trịnh",
    "Đoàn",
    "Mai",
    "Tạ",
]
_MIDDLE = {
    "ông": ["Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Tiến", "Thế", "Công", "Đình", "Bá", "Trọng"],
    "bà": ["Thị", "Thị", "Thị", "Thu", "Thanh", "Ngọc", "Kim", "Hồng", "Phương", "Bích", "Diệu"],
}
_GIVEN = {
    "ông": [
        "Hùng",
        "Dũng",
        "Sơn",
        "Hải",
        "Tuấn",
        "Thắng",
        "Khải",
        "Nghĩa",
        "Quyết",
        "Đạt",
        "Lộc",
        "Phúc",
        "Vượng",
        "Huân",
        "Tường",
        "Khôi",
        "Bảo",
        "Thịnh",
        "Cường",
    ],
    "bà": [
        "Hoa",
        "Lan",
        "Hương",
        "Yến",
        "Hạnh",
        "Thủy",
        "Hằng",
        "Dung",
        "Nga",
        "Oanh",
        "Quyên",
        "Thúy",
        "Tuyết",
        "Vân",
        "Ánh",
        "Nhung",
        "Loan",
        "Hòa",
        "Diễm",
    ],
}


def person(rng: np.random.Generator, *, honorific: str | None = None) -> Person:
    """An invented civil servant with a full date of birth, between 1964 and 1992."""
    title = honorific or ("ông", "bà")[int(rng.integers(2))]
    name = " ".join((_pick(rng, _FAMILY), _pick(rng, _MIDDLE[title]), _pick(rng, _GIVEN[title])))
    born = date(int(rng.integers(1968, 1992)), int(rng.integers(1, 13)), int(rng.integers(1, 29)))
    return Person(name=name, honorific=title, born_on=born.isoformat())


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Who signs in the years of the pilot."""

    city_deputy: str
    district_chair: str
    district_deputy: str
    ward_chair: str
    ward_deputy: str
    ward_clerk: str


def offices(seed: int) -> Offices:
    rng = np.random.default_rng([seed, 11])
    names: list[str] = []
    while len(names) < 6:
        name = person(rng).name
        if name not in names:
            names.append(name)
    return Offices(
        city_deputy=names[0],
        district_chair=names[1],
        district_deputy=names[2],
        ward_chair=names[3],
        ward_deputy=names[4],
        ward_clerk=names[5],
    )


def _pick(rng: np.random.Generator, words: list[str]) -> str:
    return words[int(rng.integers(len(words)))]
