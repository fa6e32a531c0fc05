"""Made slots as a data set of PyTorch: made once, by all cores, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import Dataset

from models.digits.hands import Hand, drawn, scanned, written
from models.digits.made import Slot, make
from samples.fonts import all_fonts

LONGEST = 6  #: digits that a label can hold
_SHARDS = 40
_IGNORED = -100  #: what pads labels, as transformers has it


class MadeSlots(Dataset[dict[str, torch.Tensor]]):
    """`count` slots from `seed`; `digits` is the folder of handwritten digits."""

    def __init__(self, count: int, *, digits: Path, seed: int) -> None:
        orders = [(count // _SHARDS, digits, (seed, shard)) for shard in range(_SHARDS)]
        with ProcessPoolExecutor() as pool:
            shards = list(pool.map(_shard, orders))
        self.pixels, self.labels, self.kinds = (np.concatenate(part) for part in zip(*shards, strict=True))

    def __len__(self) -> int:
        return len(self.pixels)

    def __getitem__(self, index: int) -> dict[str, torch.Tensor]:
        return {
            "pixel_values": torch.from_numpy(self.pixels[index][None].astype(np.float32) / 255),
            "labels": torch.from_numpy(self.labels[index]),
            "kinds": torch.tensor(self.kinds[index]),
        }


def made(count: int, hands: Sequence[Hand], seed: Sequence[int]) -> list[Slot]:
    """So many slots in all installed fonts."""
    fonts = [str(face.path) for family in all_fonts() for face in family.files.values()]
    rng = np.random.default_rng(seed)
    return [make(hands, fonts, rng) for _ in range(count)]


def _shard(order: tuple[int, Path, tuple[int, int]]) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    count, digits, seed = order
    cv2.setNumThreads(1)  # one process a core already
    slots = made(count, [scanned(digits), written(digits / "pendigits.tra"), drawn()], seed)
    labels = np.full((count, LONGEST), _IGNORED, np.int64)
    for row, slot in zip(labels, slots, strict=True):
        row[: len(slot.digits)] = [int(digit) for digit in slot.digits]
    pixels = np.stack([(255 * slot.pixels).astype(np.uint8) for slot in slots])
    return pixels, labels, np.array([slot.kind for slot in slots], np.int64)
