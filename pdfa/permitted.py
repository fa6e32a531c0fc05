"""What a PDF may hold beside its pages: everything that acts, asks or points outside is left in the original."""

from __future__ import annotations

from pikepdf import Dictionary, Name, Object, Page, Pdf

#: Entries of the catalog that PDF/A-2 knows and that say something about the pages (ISO 32000-1, table 28).
_KEPT = (
    "/Type",
    "/Pages",
    "/PageLabels",
    "/Names",
    "/Dests",
    "/PageLayout",
    "/PageMode",
    "/Outlines",
    "/Metadata",
    "/StructTreeRoot",
    "/MarkInfo",
    "/Lang",
    "/OutputIntents",
    "/OCProperties",
)
_DROPPED_OF_PAGES = ("/AA", "/PieceInfo", "/LastModified")


def keep_permitted(pdf: Pdf) -> None:
    """Drop actions, viewer settings and makers' private data; give every page resources of its own."""
    for key in set(pdf.Root.keys()) - set(_KEPT):
        del pdf.Root[key]
    for page in pdf.pages:
        _own_resources(page)
        for key in set(page.obj.keys()) & set(_DROPPED_OF_PAGES):
            del page.obj[key]


def _own_resources(page: Page) -> None:
    """PDF/A-2 wants resources named by the page itself and not by the tree above it (ISO 19005-2, 6.2.2)."""
    node: Object = page.obj
    while "/Resources" not in node and "/Parent" in node:
        node = node.Parent
    own = _copy(node.get("/Resources"))
    for kind in (Name.Font, Name.XObject):
        if kind in own:
            own[kind] = _copy(own[kind])
    page.obj.Resources = own


def _copy(shared: object) -> Dictionary:
    return Dictionary(dict(shared.items())) if isinstance(shared, Dictionary) else Dictionary()
