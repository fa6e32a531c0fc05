"""Recipients that name an article which the decision does not have: "- Như Điều 4", where Điều 3 is the last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.decision import Decision
from decisions.fold import fold
from decisions.problem import Problem, problem
from extract.outline import Outline

_AS_IN = re.compile(r"nhu dieu\s+(\d{1,3})\b(?!\s+\w)")


def recipient_problems(decision: Decision, outline: Outline) -> Iterator[Problem]:
    numbers = {int(re.sub(r"\D", "", article.label)) for article in decision.articles}
    for line in outline.recipients if numbers else ():
        named = _AS_IN.search(fold(line.text))
        if named and int(named[1]) > max(numbers) and outline.sheet.text.confidence(line.span) >= 0.9:
            here = outline.sheet.place(line.span)
            yield problem("recipients_article", field="recipients", place=here, named=named[1], last=max(numbers))
