"""Laws by name alone, on the day of the document that cites them: a table that a clerk can check against the registry."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation
from decisions.tables import rows
from search_api.chain.known import registered
from search_api.chain.resolve import resolve
from search_api.store import CitationRow, Node, Resolution
from search_api.store.drawers import drawer
from tests.records import cites, day

OFFICIALS = "Cán bộ, công chức"
LOCAL = "Tổ chức chính quyền địa phương"
ARCHIVES = "Lưu trữ"
AMENDING = "sửa đổi, bổ sung một số điều của Luật Cán bộ, công chức và Luật Viên chức"


def law(subject: str, *, kind: str = "luat", text: str = "", issued_on: str | None = None) -> Citation:
    return cites(None, issued_on, kind=kind, subject=subject, text=text)


def answer(citation: Citation, said_on: str | None, *held: Node) -> Resolution:
    row = CitationRow(key=1, said_by="d-1", citation=citation, node=None, own_day=day(said_on))
    (found,), _ = resolve([row], held, registered({drawer(citation)}))
    return found


def numbers(found: Resolution) -> set[str]:
    """What it may mean, by number."""
    ids = {found.node} if found.node else {id for id, _ in found.candidates}
    known = registered({str(year) for year in range(1990, 2030)})
    return {node.number or str(node.issued_on) for node in known if node.id in ids}


@pytest.mark.parametrize(
    ("citation", "said_on", "match", "meant"),
    [
        # The one of its name in force on that day.
        (law(OFFICIALS), "2020-05-04", "missing", {"22/2008/QH12"}),
        (law(OFFICIALS), "2025-08-04", "missing", {"80/2025/QH15"}),
        (law(LOCAL), "2024-12-30", "missing", {"77/2015/QH13"}),
        (law(LOCAL), "2025-08-04", "missing", {"72/2025/QH15"}),
        (law("Lao động", kind="bo_luat"), "2019-05-04", "missing", {"10/2012/QH13"}),
        (law("Lao động", kind="bo_luat"), "2024-05-04", "missing", {"45/2019/QH14"}),
        (law("thi đua khen thưởng"), "2024-05-04", "missing", {"06/2022/QH15"}),  # letters and commas as they come
        (law("nước Cộng hòa xã hội chủ nghĩa Việt Nam", kind="hien_phap"), "2020-05-04", "missing", {"2013-11-28"}),
        (law("Lưu trữ quốc gia", kind="phap_lenh"), "2010-05-04", "missing", {"34/2001/PL-UBTVQH10"}),
        # The first and the last day count.
        (law(OFFICIALS), "2025-06-23", "missing", {"22/2008/QH12"}),
        (law(OFFICIALS), "2025-07-01", "missing", {"80/2025/QH15"}),
        # One is in force, another issued and not yet in force: it may be meant too.
        (law(OFFICIALS), "2025-06-30", "ambiguous", {"22/2008/QH12", "80/2025/QH15"}),
        (law(ARCHIVES), "2024-12-30", "ambiguous", {"01/2011/QH13", "33/2024/QH15"}),
        # The day is not known, or lies before or behind what the registry knows.
        (law(OFFICIALS), None, "ambiguous", {"22/2008/QH12", "80/2025/QH15"}),
        (law(OFFICIALS), "2009-05-04", "ambiguous", {"22/2008/QH12"}),
        (law("Giao thông đường bộ"), "2025-05-04", "ambiguous", {"23/2008/QH12"}),  # none of its name any more
        (law("Kế toán"), "2026-05-04", "ambiguous", {"88/2015/QH13"}),  # beyond the reach of the registry
        (law(ARCHIVES), "2026-05-04", "missing", {"33/2024/QH15"}),  # known to be in force then
        (law(OFFICIALS), "1999-05-04", "missing", set()),
        (law("Cán bộ"), "2024-05-04", "missing", set()),  # no law of that name
        (law("Lưu trữ quốc gia"), "2010-05-04", "missing", set()),  # an ordinance is no law
        # Laws that amend others are many, and their names the same.
        (law(AMENDING), "2022-05-04", "ambiguous", {"52/2019/QH14"}),
        (law(AMENDING, text="năm 2019"), "2022-05-04", "missing", {"52/2019/QH14"}),
        (law(AMENDING, issued_on="2019-11-25"), "2022-05-04", "missing", {"52/2019/QH14"}),
        # The year of an amendment: of a law that was there then.
        (law(OFFICIALS, text="sửa đổi, bổ sung năm 2019"), "2022-05-04", "missing", {"22/2008/QH12"}),
        (law(OFFICIALS, text="sửa đổi, bổ sung năm 2019"), "2025-08-04", "ambiguous", {"22/2008/QH12"}),
        # The year says enough, but where one year had two laws of a name.
        (law(LOCAL, text="năm 2015"), "2025-08-04", "missing", {"77/2015/QH13"}),
        (law(LOCAL, text="năm 2015"), None, "missing", {"77/2015/QH13"}),
        (law(LOCAL, text="năm 2025"), "2025-04-04", "missing", {"65/2025/QH15"}),
        (law(LOCAL, text="năm 2025"), "2025-08-04", "missing", {"72/2025/QH15"}),
        (law(LOCAL, text="năm 2025"), None, "ambiguous", {"65/2025/QH15", "72/2025/QH15"}),
        (law(ARCHIVES, text="năm 2024"), "2024-12-30", "missing", {"33/2024/QH15"}),
        # The day of the law says it all.
        (law(LOCAL, issued_on="2015-06-19"), "2025-08-04", "missing", {"77/2015/QH13"}),
    ],
)  # fmt: skip
def test_which_law_is_meant(citation: Citation, said_on: str | None, match: str, meant: set[str]) -> None:
    found = answer(citation, said_on)
    assert (found.match, numbers(found)) == (match, meant)
    assert (found.node is None) == (len(meant) != 1 or match == "ambiguous")


def test_a_held_law_is_meant_as_the_registrys_is() -> None:
    on = date(2025, 6, 24)
    held = Node(
        id="d-1", held=True, kind="luat", number="80/2025/QH15", issued_on=on, issuer="Quốc hội", subject=OFFICIALS
    )
    assert (answer(law(OFFICIALS), "2025-08-04", held).match, answer(law(OFFICIALS), "2025-08-04", held).node) == (
        "held",
        "d-1",
    )


def test_of_a_held_law_that_the_registry_lacks_nobody_knows_the_time() -> None:
    held = Node(
        id="d-1",
        held=True,
        kind="luat",
        number="12/2024/QH15",
        issued_on=date(2024, 6, 24),
        issuer=None,
        subject="Văn thư",
    )
    found = answer(law("Văn thư"), "2025-08-04", held)
    assert (found.match, found.candidates[0][0]) == ("ambiguous", "d-1")


def test_the_reach_of_the_registry_is_told() -> None:
    table = rows("registry_reach")
    assert [row["subject"] for row in table if not row["kind"]] == [""]
    names = {(row["kind"], row["subject"]) for row in rows("instruments")}
    for row in table:
        assert date.fromisoformat(row["known_until"]) and row["source"]
        assert not row["kind"] or (row["kind"], row["subject"]) in names
