"""Symbols made of the first letters of a body's name."""

from __future__ import annotations

import pytest

from extract.find.initials import initialled


@pytest.mark.parametrize(
    ("symbol", "body", "written"),
    [
        ("SNV", "Sở Nội vụ", "SNV"),
        ("SGDDT", "Sở Giáo dục và Đào tạo Hà Nội", "SGDĐT"),
        ("SGDĐT", "Sở Giáo dục và Đào tạo tỉnh Nam Định", "SGDĐT"),
        ("STNMT", "Sở Tài nguyên và Môi trường", "STNMT"),
        ("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
        ("ĐHSP", "Trường Đại học Sư phạm Hà Nội", "ĐHSP"),
        ("THCSVT", "Trường Trung học cơ sở Vĩnh Tuy", "THCSVT"),
        ("VTLTNN", "Cục Văn thư và Lưu trữ nhà nước", "VTLTNN"),
        ("CT", "Cục Thuế", "CT"),
        ("HĐND", "Hội đồng nhân dân tỉnh Hà Nam", "HĐND"),
        # a letter lost, another, one too many
        ("NV", "Sở Nội vụ", None),
        ("SN", "Sở Nội vụ", None),
        ("SNY", "Sở Nội vụ", None),
        ("BNV", "Sở Nội vụ", None),
        ("SNVI", "Sở Nội vụ", None),
        ("TLTNN", "Cục Văn thư và Lưu trữ nhà nước", None),
        ("S", "Sở", None),
        ("", "Sở Nội vụ", None),
        ("SNV1", "Sở Nội vụ", None),
    ],
)
def test_a_symbol_is_made_of_the_first_letters_of_a_name(symbol: str, body: str, written: str | None) -> None:
    assert initialled(symbol, body) == written
