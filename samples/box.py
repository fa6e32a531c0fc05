"""A box of scans as it comes from a ward's shelf: the pilot's family in small, damaged, in all kinds of files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from zlib import crc32

import numpy as np
from PIL import Image

from decisions.wire import decision_json
from samples.born import write_born
from samples.city import plan_100
from samples.damage import RECIPES, damage
from samples.draft import Draft, Signing
from samples.fonts import Fonts, all_fonts, find_fonts
from samples.form import lay_out
from samples.look import Arrival, CopyMark, Look
from samples.names import Offices, offices
from samples.personnel import personnel_decisions
from samples.sheet import Sheet
from samples.transfer import transfer
from samples.truth import truth
from samples.ward import WARD, ward_decisions
from samples.write import write_jpeg, write_pdf, write_png, write_tiff


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One file of the box: what it says, how it looks, what became of it, and as what it is sent."""

    name: str
    draft: Draft
    look: Look
    recipe: str  #: name in samples.damage.RECIPES; "born" for a PDF that was never on paper
    dpi: int
    font: int  #: which of the installed families


#: Recipe, resolution, suffix and hand of each file, in the order of the drafts: every kind of office once or more.
_TREATMENT: tuple[tuple[str, int, str, str], ...] = (
    ("born", 200, "pdf", "typed"),
    ("office", 200, "pdf", "hand"),
    ("photocopy", 200, "tif", "typed"),
    ("faint", 200, "pdf", "typed"),
    ("clean", 300, "pdf", "hand"),
    ("office", 200, "tif", "hand"),
    ("shadow", 200, "pdf", "typed"),
    ("clean", 200, "pdf", "hand"),
    ("photocopy", 300, "pdf", "typed"),
    ("clean", 200, "jpg", "hand"),
    ("office", 200, "jpg", "typed"),
    ("dirty", 200, "pdf", "typed"),
    ("turned", 200, "pdf", "typed"),
    ("clean", 200, "png", "hand"),
    ("low", 200, "jpg", "typed"),
    ("office", 300, "pdf", "hand"),
    ("born", 200, "pdf", "typed"),
    ("photocopy", 200, "tif", "typed"),
    ("clean", 200, "pdf", "typed"),
)


def write_box(folder: Path, *, seed: int = 1, truth_too: bool = False) -> list[Path]:
    """Writes the box into a folder, the same files for the same seed; `truth_too` puts truth.json beside them.

    truth.json maps each file name to the decision in the shape of the contract.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sheaf = papers(seed)
    written = [write_paper(paper, folder) for paper in sheaf]
    if truth_too:
        told = {paper.name: decision_json(truth(paper.draft)) for paper in sheaf}
        (folder / "truth.json").write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return written


def papers(seed: int = 1) -> tuple[Paper, ...]:
    """The box before it is written: about twenty papers, the last one a certified copy of another."""
    people = offices(seed)
    drafts = pilot(seed)
    copied = drafts[5]
    sheaf = []
    for i, (draft, treatment) in enumerate(zip((*drafts, copied), _TREATMENT, strict=True), start=1):
        recipe, dpi, suffix, way = treatment
        last = i == len(_TREATMENT)
        look = _look(draft, seed * 1000 + i, suffix=suffix, by_hand=way == "hand", people=people, copy=last)
        name = f"scan-{i:03d}.{suffix}"
        sheaf.append(Paper(name=name, draft=draft, look=look, recipe=recipe, dpi=dpi, font=i + seed))
    return tuple(sheaf)


def pilot(seed: int = 1) -> tuple[Draft, ...]:
    """The drafts: the city's plan, seven decisions of the ward, ten of the district."""
    people, rng = offices(seed), np.random.default_rng([seed, 5])
    plan = plan_100(people)
    return (plan, *ward_decisions(people, plan), transfer(people, rng), *personnel_decisions(people, rng))


def write_paper(paper: Paper, folder: Path) -> Path:
    """Prints, damages and files one paper."""
    path = folder / paper.name
    if paper.recipe == "born":
        return write_born(paper.draft, path, fonts=_fonts(paper), look=paper.look)
    return _file(scan(paper), path)


def write_together(sheaf: Sequence[Paper], path: Path) -> Path:
    """Papers that went through the scanner in one stack: one file, whatever the papers say of their own."""
    return _file([image for paper in sheaf for image in scan(paper)], path)


def scan(paper: Paper) -> list[Image.Image]:
    """The pages after all that copying and scanning did to them."""
    seed = paper.look.seed
    return [damage(sheet.image, RECIPES[paper.recipe], seed * 10 + sheet.number) for sheet in print_sheets(paper)]


def print_sheets(paper: Paper) -> tuple[Sheet, ...]:
    """The pages as they leave the printer, each word with its box: what damage does to them later is not seen yet."""
    return lay_out(paper.draft, dpi=paper.dpi, fonts=_fonts(paper), look=paper.look)


def _fonts(paper: Paper) -> Fonts:
    families = [fonts for fonts in all_fonts() if fonts.family != "DejaVu Serif"] or [find_fonts()]
    return families[paper.font % len(families)]


def _file(images: Sequence[Image.Image], path: Path) -> Path:
    """JPEG and PNG hold one page: what is sent so has one."""
    match path.suffix:
        case ".pdf":
            return write_pdf(images, path)
        case ".tif":
            return write_tiff(images, path)
        case ".jpg":
            (image,) = images
            return write_jpeg(image, path)
        case _:
            (image,) = images
            return write_png(image, path)


def _look(draft: Draft, seed: int, *, suffix: str, by_hand: bool, people: Offices, copy: bool) -> Look:
    """A clerk of each office writes in one hand; some papers bear the stamp of another office's arrival."""
    stamped = draft.issuer == WARD and seed % 3 == 0
    return Look(
        seed=seed,
        clerk=crc32(draft.issuer.encode()) % 97,
        size=13.5 if draft.annex else 14.0,
        hand=frozenset({"number", "day"}) if by_hand else frozenset(),
        ink="blue" if seed % 2 else "black",
        arrival=_arrival(draft, seed) if stamped else None,
        copy=_copy_mark(people) if copy else None,
        back=seed % 5 == 0 and suffix in ("pdf", "tif"),
    )


def _arrival(draft: Draft, seed: int) -> Arrival:
    """Some days later at the district's; every other clerk writes the year."""
    on = draft.issued_on + timedelta(days=seed % 5)
    return Arrival(office="UBND quận Hai Bà Trưng", number=str(seed % 700 + 211), on=on, year=seed % 2 == 0)


def _copy_mark(people: Offices) -> CopyMark:
    return CopyMark(
        issuer_lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG BẠCH MAI"),
        number="31/SY-UBND",
        place="Bạch Mai",
        on=date(2022, 8, 5),
        signing=Signing(stack=("TL. CHỦ TỊCH", "CÔNG CHỨC VĂN PHÒNG - THỐNG KÊ"), name=people.ward_clerk),
    )
