"""Made words as a data set of PyTorch: made once, by all cores, the same for the same seed."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import Dataset

from models.words.alphabet import PLACE
from models.words.made import LONGEST, made

_SHARDS = 40
_IGNORED = -100  #: what pads labels, as transformers has it


class MadeWords(Dataset[dict[str, torch.Tensor]]):
    """`count` words from `seed`."""

    def __init__(self, count: int, *, seed: int) -> None:
        with ProcessPoolExecutor() as pool:
            shards = list(pool.map(_shard, [(count // _SHARDS, (seed, shard)) for shard in range(_SHARDS)]))
        self.pixels, self.labels = (np.concatenate(part) for part in zip(*shards, strict=True))

    def __len__(self) -> int:
        return len(self.pixels)

    def __getitem__(self, index: int) -> dict[str, torch.Tensor]:
        return {
            "pixel_values": torch.from_numpy(self.pixels[index][None].astype(np.float32) / 255),
            "labels": torch.from_numpy(self.labels[index]),
        }


def _shard(order: tuple[int, tuple[int, int]]) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    count, seed = order
    cv2.setNumThreads(1)  # one process a core already
    words = made(count, np.random.default_rng(seed))
    labels = np.full((count, LONGEST), _IGNORED, np.int64)
    for row, each in zip(labels, words, strict=True):
        row[: len(each.text)] = [PLACE[char] for char in each.text]
    return np.stack([(255 * each.pixels).astype(np.uint8) for each in words]), labels
