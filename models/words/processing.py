"""Words of a page as the net takes them: an image processor in the sense of Hugging Face transformers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from transformers.feature_extraction_utils import BatchFeature
from transformers.image_processing_utils import BaseImageProcessor

from models.words.slot import HEIGHT, Gray, beside, frame


class WordsImageProcessor(BaseImageProcessor):
    """Cuts words out of pages, `height` pixels high with a margin, padded with paper to the widest of them."""

    model_input_names = ("pixel_values",)

    def __init__(self, height: int = HEIGHT, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.height = height

    def preprocess(
        self,
        images: Sequence[Gray],
        words: Sequence[tuple[float, float, float, float]],
        return_tensors: str | None = None,
        **_: Any,
    ) -> BatchFeature:
        """`words` are (left, right, top of the line, bottom of the line) in pixels, one an image; see `slot.frame`."""
        cut = [frame(image, *word) for image, word in zip(images, words, strict=True)]
        return BatchFeature({"pixel_values": np.asarray(beside(cut)[:, None])}, tensor_type=return_tensors)
