"""Lays a draft out as the decree on clerical work wants it (Decree 30/2020/NĐ-CP, appendix I), page by page."""

from __future__ import annotations

from samples.draft import Annex, Clause, Draft
from samples.draw import draw, draw_back
from samples.fonts import Fonts, find_fonts
from samples.foot import foot_height, set_foot
from samples.head import set_head
from samples.look import Look
from samples.plan import LEFT, RIGHT, TOP, Plan
from samples.setting import Setter
from samples.sheet import Sheet
from samples.tabular import set_table


def lay_out(draft: Draft, *, dpi: int = 300, fonts: Fonts | None = None, look: Look | None = None) -> tuple[Sheet, ...]:
    """The pages as images, and every word with its box. Raises MissingGlyph rather than draw an empty box."""
    fonts, look = fonts or find_fonts(), look or Look()
    sheets = [draw(plan, draft=draft, fonts=fonts, look=look, dpi=dpi) for plan in compose(draft, fonts, look)]
    if look.back:
        sheets.append(draw_back(sheets[-1], seed=look.seed))
    return tuple(sheets)


def compose(draft: Draft, fonts: Fonts, look: Look) -> tuple[Plan, ...]:
    """Where every word stands, before anything is drawn."""
    setter = Setter(fonts, size=look.size, leading=look.leading)
    set_head(setter, draft, look)
    _marks(setter, look)
    _enacting(setter, draft)
    *clauses, last = draft.clauses
    for clause in clauses:
        _clause(setter, clause)
    # A signature never stands alone on a page: some of what is signed comes with it.
    if not last.title:
        setter.need(foot_height(draft) + 4 * look.size * look.leading)
    _clause(setter, last)
    set_foot(setter, draft, look)
    if draft.annex:
        _annex(setter, draft.annex)
    return setter.plans()


def _marks(setter: Setter, look: Look) -> None:
    """Stamps stand under the number, at the left (boxes 10a, 10b; the stamp ĐẾN where there is room)."""
    spots = setter.page.spots
    if look.secrecy:
        spots["secrecy"] = (LEFT + 40, TOP + 92)
    if look.urgency:
        spots["urgency"] = (LEFT + 40, TOP + 122)
    if look.arrival:
        spots["arrival"] = (LEFT - 20, TOP + 150)
    if look.portal and look.portal.where == "head":
        spots["portal"] = (RIGHT - 90, TOP - 34)


def _enacting(setter: Setter, draft: Draft) -> None:
    if draft.authority:
        setter.y += 6
        setter.centred(draft.authority, "bold")
        setter.y += 2
    for ground in draft.grounds:
        setter.paragraph((ground.text, "italic" if draft.authority else "regular"))
    if draft.authority:
        setter.y += 5
        setter.centred("QUYẾT ĐỊNH:", "bold")


def _clause(setter: Setter, clause: Clause) -> None:
    paragraphs = clause.paragraphs
    if clause.title:
        setter.paragraph((f"{clause.label}. {clause.title}".removeprefix(". "), "bold"))
    elif clause.label:
        setter.paragraph((f"{clause.label}.", "bold"), (paragraphs[0], "regular"))
        paragraphs = paragraphs[1:]
    for paragraph in paragraphs:
        setter.paragraph((paragraph, "regular"))


def _annex(setter: Setter, annex: Annex) -> None:
    setter.turn()
    setter.y += 6
    for line in annex.title:
        setter.centred(line, "bold")
    setter.centred(annex.origin, "italic")
    for clause in annex.clauses:
        _clause(setter, clause)
    if annex.table:
        set_table(setter, annex.table)
    if annex.closing:
        setter.paragraph((annex.closing, "italic"))
