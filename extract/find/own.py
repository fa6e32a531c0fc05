"""Is a citation the instrument itself?"""

from __future__ import annotations

from decisions.decision import Citation, Decision
from decisions.number import number_key
from extract.find.distinct import same_instrument


def is_own(citation: Citation, decision: Decision) -> bool:
    """Its number, with its date or none, and not of another place's committee; what its number may be, with its date."""
    number = decision.number.value
    if number is None or citation.number is None:
        return False
    if number_key(number) != number_key(citation.number):
        dated = citation.issued_on is not None and citation.issued_on == decision.issued_on.value
        meant = (candidate.value for candidate in decision.number.candidates if dated)
        number = next((each for each in meant if number_key(each) == number_key(citation.number)), None)
    if number is None:
        return False
    own = Citation(text=number, number=number, issued_on=decision.issued_on.value, issuer=decision.issuer.value)
    return same_instrument(own, citation)
