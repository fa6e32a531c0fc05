"""The door for files: they go to the spool and into a ledger, and the workers are called by the workflow's name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from decisions.fold import nfc
from decisions.problem import Rejected, TooLarge
from search_api.intake.archive import Allowance, Member, Refused, is_archive, members, open_member
from search_api.intake.call import Call
from search_api.intake.filling import Filling
from search_api.intake.limits import Limits, size_in_words
from search_api.store import DecisionStore
from search_api.store.files import Files

#: Control codes, line ends, and marks that turn the direction of writing round: with them a name shows as another one.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class Intake:
    """Takes files in, one batch at a time or many; safe to share between threads.

    A batch whose process died before it was sealed is sealed by a worker (`seal_abandoned`).
    """

    def __init__(self, store: DecisionStore, files: Files, call: Call, filling: Filling, limits: Limits) -> None:
        self._store = store
        self._files = files
        self._call = call
        self._filling = filling
        self._limits = limits
        self._refused: Counter[tuple[str, str]] = Counter()

    def begin(self, origin: str) -> str:
        """A new batch; `origin` says where it comes from: "ingest", "http"."""
        lock = self._filling.begin()
        batch = self._store.open_batch(origin)
        self._filling.hold(batch, lock)
        return batch

    def add(self, batch: str, name: str, chunks: Iterable[bytes]) -> None:
        """One file into the spool and the ledger; the members of a zip instead of the zip.

        What a file is to blame for becomes its line; an exception means that nothing of it was taken in, by our fault
        (disk full, a broken connection).
        """
        self._take(batch, tidy_name(name), chunks, Allowance(limits=self._limits))

    def refuse(self, batch: str, name: str, trouble: Rejected) -> None:
        """A line for something that cannot even be opened."""
        self._refuse(batch, tidy_name(name), trouble)

    def seal(self, batch: str) -> None:
        """The batch has all its files: call the workers. Can be repeated."""
        # Called before it is complete: a worker that sees a complete batch without work believes the call was lost.
        self._call.take_in(batch)
        self._store.complete(batch)
        self._filling.release(batch)

    def call_again(self, batch: str, times: int) -> None:
        """Call the workers for what is left of a sealed batch that has been called for `times` times."""
        self._call.take_in(batch, again=times)

    def seal_abandoned(self) -> None:
        """Seal the batches whose filler has died: what had been received is taken in, what was half there is gone."""
        with self._filling.nobody() as nobody:
            for batch in self._store.unsealed() if nobody else ():
                self._files.discard_others(batch, [line.spool for line in self._store.waiting(batch)])
                self.seal(batch)

    def close(self) -> None:
        """Batches that are not sealed yet are left to the workers, as they stand."""
        self._call.close()
        self._filling.close()

    def _take(self, batch: str, name: str, chunks: Iterable[bytes], allowance: Allowance) -> None:
        try:
            key, _size, _sha256 = self._files.receive(batch, name, _at_most(chunks, self._limits.max_file_bytes))
        except Refused as refused:
            self._refuse(batch, name, refused.trouble)
            return
        path = self._files.spool_path(key)
        if not is_archive(path):
            self._store.receive(batch, [(name, key)])
            return
        try:
            for member in members(path, allowance):
                self._take_member(batch, f"{name}/{tidy_name(member.name)}", member, allowance)
        except Rejected as trouble:
            self._refuse(batch, name, trouble)
        finally:
            self._files.discard(key)

    def _take_member(self, batch: str, name: str, member: Member, allowance: Allowance) -> None:
        if member.trouble:
            self._refuse(batch, name, member.trouble)
        else:
            self._take(batch, name, open_member(member), allowance.deeper())

    def _refuse(self, batch: str, name: str, trouble: Rejected) -> None:
        # To the ledger the same name with the same reason is one line said twice; two files may share a name.
        self._refused[batch, name] += 1
        times = self._refused[batch, name]
        self._store.refuse(batch, name if times == 1 else f"{name} ({times})", trouble)


def open_intake(store: DecisionStore, files: Files, work_url: str, limits: Limits | None = None) -> Intake:
    """The door of an installation. The queue is opened, and brought up to date, when a batch is first sealed."""
    return Intake(store, files, Call(work_url), Filling(work_url), limits or Limits())


def tidy_name(name: str) -> str:
    """A name as people know it: NFC, forward slashes, no way out of the batch, printable whatever the disk held."""
    known = nfc(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    parts = _UNPRINTABLE.sub("\ufffd", known.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "?"


def _at_most(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Refused(TooLarge(what=f"> {size_in_words(limit)}"))
        yield chunk
