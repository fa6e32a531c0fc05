"""The road as a table: what is done to a file, in which order, under which version of its rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """`version` is raised when the rules behind a stage change: kept results of older versions are made anew."""

    name: str
    version: str
    takes: str
    gives: str
    does: str


READ = Stage(
    name="read",
    version="8",
    takes="original",
    gives="reading",
    does="`ocr.read.read`: pages, their text with its places, signatures, form fields. A secrecy mark ends the road.",
)
EXTRACT = Stage(
    name="extract",
    version="11",
    takes="reading",
    gives="decisions",
    does="`extract.decisions.find_decisions`: facts, citations, relations, appointments.",
)
KEEP = Stage(
    name="keep",
    version="1",
    takes="decisions",
    gives="held decisions",
    does="The original goes among the originals, the decisions into the store, with what is to be linked and indexed.",
)
LINK = Stage(
    name="link",
    version="1",
    takes="held decisions",
    gives="linked decisions",
    does="`search_api.chain.link.link`: citations find the instruments they mean; older citations find the new ones. "
    "`search_api.chain.holdings.weigh`: who cites a doubtful document, and the run of its issuer's numbers, have a say.",
)
INDEX = Stage(
    name="index",
    version="1",
    takes="linked decisions",
    gives="searchable decisions",
    does="Whatever changed is put into the index; then the line of the ledger says `stored`.",
)

STAGES: tuple[Stage, ...] = (READ, EXTRACT, KEEP, LINK, INDEX)


def stages_page() -> str:
    """docs/stages.md: `python -m pipeline.stages > docs/stages.md`."""
    rows = "\n".join(f"| {s.name} | {s.version} | {s.takes} | {s.gives} | {s.does} |" for s in STAGES)
    return f"""# Stages

Made from `pipeline/stages.py` by `python -m pipeline.stages > docs/stages.md`; a test compares the two.

Results of `read` and `extract` are kept under (digest of the input, stage, version). A new rule raises the version of
its stage: that stage and those behind it run again over what is held, those before it are looked up.

| stage | version | takes | gives | does |
|---|---|---|---|---|
{rows}
"""


if __name__ == "__main__":
    print(stages_page(), end="")
