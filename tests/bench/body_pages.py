"""Pages whose body text is known letter for letter: scans with a truth, exact layers drawn anew, made papers."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from decisions.text import PageText
from ocr.read import read
from samples.box import print_sheets, write_paper
from samples.draft import Draft
from samples.write import write_png
from tests.bench.made import made_papers

_STOCK_DPI = 300
_PAGE_NUMBER = re.compile(r"\A\s*\d{1,3}\s*\n")  #: alone on the first line; readers may keep or leave it


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A file of scanned pages, the images that stock Tesseract is given, and the text of the body."""

    group: str
    name: str
    file: Path
    images: tuple[Image.Image, ...]
    truth: str


def scans(folder: Path, truths: Path) -> Iterator[Known]:
    """Real scans with the text of their bodies, page by page as one text."""
    for told in sorted(truths.glob("*.txt")):
        file = folder / f"{told.stem}.pdf"
        yield Known(
            group="scans", name=told.stem, file=file, images=_drawn(file, _STOCK_DPI), truth=told.read_text("utf-8")
        )


def layers(files: list[Path], dpi: int, first: int, folder: Path) -> Iterator[Known]:
    """Born-digital PDFs drawn at so many dots per inch, a file a page, at most `first` pages: their layer is the truth."""
    for file in files:
        text = read(file).text
        for page, image in zip(text.pages[:first], _drawn(file, dpi, first), strict=True):
            name = f"{file.stem}-{page.number:02d}"
            image.info["dpi"] = (dpi, dpi)
            drawn = write_png(image, folder / f"{name}-{dpi}.png")
            body = [z.span for z in text.zones if z.name == "body" and _on(page, z.span.start)]
            whole = " ".join(text[span] for span in body) or text[page.span].partition("\n")[2]
            truth = _PAGE_NUMBER.sub("", whole)
            yield Known(group=f"layers {dpi}", name=name, file=drawn, images=(image,), truth=truth)


def made(count: int, seed: int, folder: Path) -> Iterator[Known]:
    """First pages of made papers under all damages."""
    for paper in made_papers(count, seed):
        lines = print_sheets(paper)[0].text.split("\n")
        file = write_paper(paper, folder)
        images = _drawn(file, _STOCK_DPI) if file.suffix == ".pdf" else _frames(file)
        truth = " ".join(body(lines, paper.draft))
        if truth:
            yield Known(group=f"made {paper.recipe}", name=paper.name, file=file, images=images[:1], truth=truth)


def _on(page: PageText, offset: int) -> bool:
    return page.span.start <= offset < page.span.end


def body(lines: list[str], draft: Draft) -> list[str]:
    """From the first basis or clause to the end of the text."""
    opening = draft.grounds[0].text if draft.grounds else f"{draft.clauses[0].label} {draft.clauses[0].text}".strip()
    first = next((i for i, line in enumerate(lines) if line and opening.startswith(line[:12])), len(lines))
    last = next((i for i, line in enumerate(lines) if line.startswith("Nơi nhận")), len(lines))
    return lines[first:last]


def _drawn(file: Path, dpi: int, first: int | None = None) -> tuple[Image.Image, ...]:
    with pdfium.PdfDocument(file) as document:
        document.init_forms()
        pages = islice(document, first)
        return tuple(page.render(scale=dpi / 72).to_pil().convert("RGB") for page in pages)


def _frames(file: Path) -> tuple[Image.Image, ...]:
    with Image.open(file) as picture:
        frames = []
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            frame = picture.convert("RGB")
            frame.info["dpi"] = picture.info.get("dpi", (_STOCK_DPI, _STOCK_DPI))
            frames.append(frame)
        return tuple(frames)


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder for drawn pages, gone after the run."""
    return tempfile.TemporaryDirectory(prefix="quyetdinh-bench-")
