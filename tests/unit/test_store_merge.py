"""Whatever copies can disagree about has a name that a sentence can say."""

from __future__ import annotations

import pytest

from decisions.tables import field_names
from search_api.store import merge


@pytest.mark.parametrize("field", [*merge.FACTS, *merge._ITEMS])
def test_every_field_that_copies_may_dispute_has_a_name(field: str) -> None:
    assert all(field_names()[field])
