"""What does not add up in a citation, by dated rules: rows that a lawyer can check."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation
from decisions.tables import rows
from extract.citation_checks import citation_problems


def cites(number: str, day: str | None = None, issuer: str | None = None, kind: str | None = None,
          subject: str | None = None) -> Citation:  # fmt: skip
    on = date.fromisoformat(day) if day else None
    return Citation(text=number, number=number, issued_on=on, issuer=issuer, kind=kind, subject=subject)


@pytest.mark.parametrize(
    ("citation", "codes"),
    [
        (cites("32/2021/NĐ-CP", "2021-03-29", "Chính phủ", "nghi_dinh"), []),
        (cites("32/2021/NĐ-UBND", "2021-03-29"), ["citation_body_mismatch"]),
        (cites("100/2000/NĐ-HĐBT", "2000-01-01"), ["citation_body_mismatch"]),
        (cites("100/1990/NĐ-HĐBT", "1990-01-01"), []),
        (cites("03/2025/TT-UBND", "2025-09-15"), ["citation_body_mismatch"]),
        (cites("03/2025/TT-VPCP", "2025-09-15", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "thong_tu"), []),
        (
            cites("03/2025/NĐ-VPCP", "2025-09-15", None, "thong_tu"),
            ["citation_kind_mismatch", "citation_body_mismatch"],
        ),
        # CT was the Chairman's own symbol at the Council of Ministers; today it is that of directives.
        (cites("315/CT", "1990-09-01", "Chủ tịch Hội đồng Bộ trưởng", "quyet_dinh"), []),
        (cites("315/CT", "2010-09-01", None, "quyet_dinh"), ["citation_kind_mismatch"]),
        (cites("315/CT-UBND", "1990-09-01", None, "quyet_dinh"), ["citation_kind_mismatch"]),
        (cites("97/2019/QH15", "2019-11-27", "Quốc hội", "nghi_quyet"), ["citation_term_mismatch"]),
        (cites("97/2019/QH14", "2019-11-27", "Quốc hội", "nghi_quyet"), []),
        # 2016 had two terms: the day tells them apart.
        (cites("104/2016/QH13", "2016-04-06", "Quốc hội", "luat"), []),
        (cites("104/2016/QH14", "2016-04-06", "Quốc hội", "luat"), ["citation_term_mismatch"]),
        (cites("97/2019/NQ-CP", "2019-11-27", "Chính phủ"), ["citation_form_time"]),
        (cites("97/2019/QH14", "2019-11-27", "Chính phủ"), ["citation_issuer_mismatch"]),
        (cites("216/QĐ-UBND", "2022-07-01", "Hội đồng nhân dân tỉnh Mẫu"), ["citation_issuer_mismatch"]),
        (cites("216/NQ-HĐND", "2022-07-01", "HĐND tỉnh Mẫu"), []),
        (cites("216/QĐ-UBND", "2022-07-01", "Chủ tịch UBND tỉnh Mẫu"), []),
        (cites("1234/QĐ-TTg", "2022-07-01", "Chính phủ"), ["citation_issuer_mismatch"]),
        (cites("127-QĐ/TW", "2018-03-01", "Bộ Chính trị"), []),
        (cites("32/2021/NĐ-CP", "2022-03-29"), ["citation_date_differs"]),
        (cites("12/2021/NĐ-CP", "2022-03-29"), ["citation_year_mismatch"]),
        (cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội"), ["citation_issuer_mismatch"]),
        # A government page prints 23 for 29.
        (cites("32/2021/NĐ-CP", "2021-03-23"), ["citation_date_differs"]),
        (cites("16/2023/QH15", None, None, "luat", "Lưu trữ"), ["citation_name_differs"]),
        (cites("16/2023/QH15", None, None, "luat", "Giá"), []),
        # Laws and resolutions are counted apart.
        (cites("16/2023/QH15", "2023-01-09", None, "nghi_quyet", "về giám sát"), []),
        (cites("99/QĐ-UBND", "2026-01-01"), ["citation_later"]),
        (cites("59/2026/NĐ-CP", None), ["citation_later"]),
        (cites("59/2025/NĐ-CP", None), []),
        (cites("12/2026/KH-UBND", None), []),
        (cites("15/2025/QĐ-UBND", "2025-06-01", None, "chi_thi"), ["citation_kind_mismatch"]),
        (cites("20/TT-LB", "1993-06-02", None, "thong_tu_lien_tich"), []),
        (cites("20/1998/TT-LB", "1998-06-02", None, "thong_tu_lien_tich"), []),
        (cites("55/2005/TTLT-BNV-VPCP", "2005-05-06", None, "thong_tu_lien_tich"), []),
        (cites("20/TT-BTC", "1993-06-02", None, "thong_tu_lien_tich"), ["citation_kind_mismatch"]),
        # Offices wrote TT for Tờ trình as well, which is Thông tư now: the word in front says what it is.
        (cites("12/TT-UBND", "2008-06-02", None, "to_trinh"), []),
        (cites("12-TT/TU", "2008-06-02", None, "to_trinh"), []),
        (cites("12/2008/TT-UBND", "2008-06-02", None, "to_trinh"), []),
        (cites("12/TT-UBND", "2008-06-02", None, "quyet_dinh"), ["citation_kind_mismatch"]),
        (cites("12/QĐ-UBND", "2008-06-02", None, "to_trinh"), ["citation_kind_mismatch"]),
        (cites("74/CP", "1993-10-25", None, "nghi_dinh"), []),
        # A decree of today has its year in its number, one of before 1998 had not.
        (cites("118/NĐ-CP", "2025-06-09", "Chính phủ", "nghi_dinh"), ["citation_year_missing"]),
        (cites("16/TT-BNV", "2021-03-09", None, "thong_tu"), ["citation_year_missing"]),
        (cites("16/TT-BNV", "1995-03-09", None, "thong_tu"), []),
        (cites("16/TT-SNV", "2021-03-09", None, "to_trinh"), []),
        (cites("118/NĐ-CP", None, "Chính phủ", "nghi_dinh"), []),
        (cites("15/CTT-TTg", "2012-05-22", None, "chi_thi"), ["citation_symbol_slip"]),
        (cites("15/QĐST-DS", "2012-05-22", None, "quyet_dinh"), []),
        (cites("2/QQĐ-UBND", "2012-05-22", None, "quyet_dinh"), ["citation_symbol_slip"]),
    ],
)
def test_what_does_not_add_up(citation: Citation, codes: list[str]) -> None:
    found = list(citation_problems(citation, date(2025, 12, 31)))
    assert [each.code for each in found] == codes
    assert all(each.message and each.message_en and each.field == "citations" for each in found)


def test_no_well_known_instrument_breaks_a_rule() -> None:
    for row in rows("instruments"):
        if row["number"]:
            citation = cites(row["number"], row["issued_on"], row["issuer"], row["kind"], row["subject"])
            assert [p.code for p in citation_problems(citation, None)] == [], row["number"]


def test_the_table_of_instruments_is_in_order() -> None:
    table = rows("instruments")
    assert len({(row["kind"], row["number"] or row["issued_on"]) for row in table}) == len(table)
    for row in table:
        assert date.fromisoformat(row["issued_on"])
        assert row["issuer"] and row["subject"] and row["source"]
        if row["valid_from"] and row["valid_to"]:
            assert row["issued_on"] <= row["valid_from"] < row["valid_to"], row
