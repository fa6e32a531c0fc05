"""What the digit reader is made of."""

from __future__ import annotations

from typing import Any

from transformers import PretrainedConfig


class DigitsConfig(PretrainedConfig):
    """A slot of `height` × `width` pixels becomes `width` / 4 steps over ten digits and CTC's blank.

    `kinds` are what may stand in a slot: nothing, printed digits, or digits written by hand.
    """

    model_type = "quyetdinh-digits"

    def __init__(
        self,
        height: int = 64,
        width: int = 256,
        channels: tuple[int, ...] = (24, 48, 80, 112),
        context: int = 128,
        dilations: tuple[int, ...] = (1, 2, 4, 1),
        kinds: tuple[str, ...] = ("blank", "printed", "handwritten"),
        **kwargs: Any,
    ) -> None:
        self.height = height
        self.width = width
        self.channels = list(channels)
        self.context = context
        self.dilations = list(dilations)
        self.kinds = list(kinds)
        super().__init__(**kwargs)
