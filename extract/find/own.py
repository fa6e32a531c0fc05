"""Is a citation the instrument itself?"""

from __future__ import annotations

from decisions.decision import Citation, Decision
from decisions.number import number_key
from extract.find.distinct import same_instrument


def is_own(citation: Citation, decision: Decision) -> bool:
    """Its number, with its date or none, and not of another place's committee."""
    number = decision.number.value
    if number is None or citation.number is None or number_key(number) != number_key(citation.number):
        return False
    own = Citation(text=number, number=number, issued_on=decision.issued_on.value, issuer=decision.issuer.value)
    return same_instrument(own, citation)
