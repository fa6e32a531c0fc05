"""Papers made to measure reading: many forms, hands, fonts and damages, their truth known by construction."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle, islice
from zlib import crc32

import numpy as np

from samples.box import Paper, pilot
from samples.damage import RECIPES
from samples.draft import Draft
from samples.look import Arrival, Look
from tests.forms import forms

_DPI = (200, 300, 200, 150)
_HANDS = (frozenset({"number", "day"}), frozenset[str](), frozenset({"day"}), frozenset({"number"}))


def made_papers(count: int, seed: int) -> tuple[Paper, ...]:
    """So many papers; every recipe of damage comes with every way to write number and day, in changing forms."""
    drafts = islice(cycle(_drafts(seed)), count)
    return tuple(_paper(draft, at, np.random.default_rng([seed, at])) for at, draft in enumerate(drafts))


def _drafts(seed: int) -> tuple[Draft, ...]:
    """Offices by turns: each form, then decisions of the pilot, shuffled so that no damage keeps to one form."""
    drafts = [*forms(seed), *forms(seed + 1), *pilot(seed)]
    order = np.random.default_rng([seed, 77]).permutation(len(drafts))
    return tuple(drafts[i] for i in order)


def _paper(draft: Draft, at: int, rng: np.random.Generator) -> Paper:
    recipes = [name for name in RECIPES if name != "none"]
    recipe = recipes[at % len(recipes)]
    stamped = rng.random() < 0.3
    look = Look(
        seed=int(rng.integers(1, 10**6)),
        clerk=crc32(draft.issuer.encode()) % 97 + int(rng.integers(3)),
        size=13.5 if draft.annex else float(rng.choice([13.0, 13.5, 14.0])),
        hand=_HANDS[(at + at // len(recipes)) % len(_HANDS)],  # type: ignore[arg-type]
        ink="blue" if rng.random() < 0.5 else "black",
        arrival=Arrival(
            office=draft.issuer,
            number=str(rng.integers(100, 4000)),
            on=draft.issued_on + timedelta(days=at % 11),
            year=at % 2 == 0,
        )
        if stamped
        else None,
        urgency="HỎA TỐC" if rng.random() < 0.08 else None,
        back=rng.random() < 0.1,
    )
    suffix = ".pdf" if recipe != "photocopy" else ".tif"
    return Paper(
        name=f"made-{at:03d}{suffix}",
        draft=draft,
        look=look,
        recipe=recipe,
        dpi=_DPI[at // 3 % 4],
        font=int(rng.integers(9)),
    )
