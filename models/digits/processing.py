"""Lines of a page as the net takes them: an image processor in the sense of Hugging Face transformers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from transformers.feature_extraction_utils import BatchFeature
from transformers.image_processing_utils import BaseImageProcessor

from models.digits.slot import CAPITAL, HEIGHT, WIDTH, Gray, frame


class DigitsImageProcessor(BaseImageProcessor):
    """Cuts slots out of pages at one scale: a printed capital of their line becomes `capital` pixels high."""

    model_input_names = ("pixel_values",)

    def __init__(self, height: int = HEIGHT, width: int = WIDTH, capital: int = CAPITAL, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.height, self.width, self.capital = height, width, capital

    def preprocess(
        self,
        images: Sequence[Gray],
        slots: Sequence[tuple[float, float, float, float]],
        return_tensors: str | None = None,
        **_: Any,
    ) -> BatchFeature:
        """`slots` are (left, right, baseline, height of a capital) in pixels, one for each image; see `slot.frame`."""
        cut = [frame(image, *slot)[None] for image, slot in zip(images, slots, strict=True)]
        return BatchFeature({"pixel_values": np.stack(cut)}, tensor_type=return_tensors)
