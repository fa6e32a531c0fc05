"""The story: an original is opened as a PDF, its words are laid under its pages, and all of it is kept as PDF/A-2b."""

from __future__ import annotations

from pathlib import Path

from pikepdf import Page, PasswordError, Pdf, PdfError
from pikepdf import pdfa as judge

from decisions.decision import Decision
from decisions.reading import Reading
from decisions.text import PageText, Place, Word
from pdfa.about import describe
from pdfa.glyphless import Glyphless
from pdfa.hidden import drop_hidden_text
from pdfa.layer import lay_under
from pdfa.permitted import keep_permitted
from pdfa.place import paper
from pdfa.reasons import reason
from pdfa.stamps import fold_in
from pdfa.troubles import BornText, NotPermitted, Unopened
from pdfa.wrap import wrapped

FLAVOUR = "2b"
#: What pikepdf raises where a file holds something else than PDF says: a page without a box, a name for a number.
_MALFORMED = (AttributeError, KeyError, TypeError, ValueError, OverflowError)
_PDF = "application/pdf"
_IMAGES = ("image/tiff", "image/jpeg", "image/png")


def write_searchable(original: Path, reading: Reading, target: Path, *, name: str, decision: Decision | None) -> None:
    """Write the two-layer PDF/A-2b of a scan to `target`, which stays untouched where that cannot be done.

    Images stay as they are compressed; pages that say their text already keep it and get no other. `name` is what
    people call the file, `decision` tells title, number, date and issuer. Raises BornText and the NoFacsimile troubles.
    """
    try:
        with _opened(original, reading, name) as pdf:
            keep_permitted(pdf)
            fold_in(pdf)
            _drop_hidden(pdf, reading)
            pdf.remove_unreferenced_resources()  # signing tools list fonts and masks that they never draw
            _lay_words(pdf, reading)
            describe(pdf, decision, name=name, sha256=reading.sha256)
            judge.save(pdf, target, FLAVOUR)
    except judge.PdfaError as error:
        why = reason(error.report)
        raise NotPermitted(name=name, why_vi=why.vi, why_en=why.en) from error
    except (PasswordError, PdfError, *_MALFORMED) as error:
        raise Unopened(name=name) from error


def _opened(original: Path, reading: Reading, name: str) -> Pdf:
    if reading.media_type == _PDF:
        return Pdf.open(original)
    if reading.media_type not in _IMAGES:
        raise BornText(name=name)
    return wrapped(original, reading.media_type, {page.number: page for page in reading.text.pages}, name)


def _drop_hidden(pdf: Pdf, reading: Reading) -> None:
    for page, _ in _scanned(pdf, reading):
        drop_hidden_text(pdf, page)


def _lay_words(pdf: Pdf, reading: Reading) -> None:
    font = Glyphless(pdf)
    words = _words_of(reading)
    for page, about in _scanned(pdf, reading):
        lies = paper(page, about.rotation)
        lay_under(pdf, page, words.get(about.number, []), lies, font)
        page.obj.Rotate = lies.turn  # so that it opens the right way up, as it was read; its image stays as it is
    font.finish()


def _scanned(pdf: Pdf, reading: Reading) -> list[tuple[Page, PageText]]:
    """The pages whose words were read off their image, and how."""
    return [(pdf.pages[about.number - 1], about) for about in reading.text.pages if about.source == "ocr"]


def _words_of(reading: Reading) -> dict[int, list[Word]]:
    """The words read off the paper, by page. What stamps and filled fields say stands on the page as text already."""
    said = [field.place for field in reading.fields if field.place and field.place.box]
    said_by_stamps = reading.text.zone("signature_stamp")
    found: dict[int, list[Word]] = {}
    for start, word in zip(reading.text.starts, reading.text.words, strict=True):
        by_stamp = any(span.start <= start < span.end for span in said_by_stamps)
        if word.box and not by_stamp and not any(_within(word, place) for place in said):
            found.setdefault(word.page, []).append(word)
    return found


def _within(word: Word, place: Place) -> bool:
    """Does the middle of the word lie in the place?"""
    if word.box is None or place.box is None or word.page != place.page:
        return False
    x, y = (word.box.x0 + word.box.x1) / 2, (word.box.y0 + word.box.y1) / 2
    return place.box.x0 <= x <= place.box.x1 and place.box.y0 <= y <= place.box.y1
