"""What a decision puts into effect: each document by its own name and its own act."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_relations import decided

LIST, FLOW = "Danh mục thủ tục hành chính", "Quy trình nội bộ giải quyết thủ tục văn thư"


@pytest.mark.parametrize(
    ("article", "found"),
    [
        (f"Công bố kèm theo Quyết định này {LIST} và phê duyệt {FLOW}.", [("announces", LIST), ("approves", FLOW)]),
        (f"Công bố kèm theo Quyết định này {LIST}, phê duyệt 04 (bốn) quy trình nội bộ (có Phụ lục kèm theo).",
         [("announces", LIST), ("approves", "04 (bốn) quy trình nội bộ")]),
        (f"Công bố kèm theo Quyết định này {LIST}; phê duyệt {FLOW}.", [("announces", LIST), ("approves", FLOW)]),
        (f"Công bố {LIST} và phê duyệt {FLOW} ban hành kèm theo Quyết định này.",
         [("announces", LIST), ("approves", FLOW)]),
        # One name that speaks of acts.
        ("Ban hành kèm theo Quyết định này Quy trình lập, thẩm định và phê duyệt Kế hoạch sử dụng đất.",
         [("issues", "Quy trình lập, thẩm định và phê duyệt Kế hoạch sử dụng đất")]),
        ("Công bố kèm theo Quyết định này Thủ tục xây dựng, thẩm định và phê duyệt quy trình nội bộ.",
         [("announces", "Thủ tục xây dựng, thẩm định và phê duyệt quy trình nội bộ")]),
        # A bracket that speaks of annexes is no name, on one line or on two.
        (f"Công bố kèm theo Quyết định này {LIST} (Có Phụ lục I, II kèm theo).", [("announces", LIST)]),
        (f"Công bố kèm theo Quyết định này {LIST} (có\nPhụ lục kèm theo).", [("announces", LIST)]),
    ],
)  # fmt: skip
def test_each_document_has_its_act(article: str, found: list[tuple[str, str]]) -> None:
    own = [r for r in decided(f"Điều 1. {article}").relations if r.action in ("issues", "approves", "announces")]
    assert [(r.action, r.target.subject) for r in own] == found
    assert {r.state for r in own} == {"sure"}
