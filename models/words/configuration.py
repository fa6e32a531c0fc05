"""What the word reader is made of."""

from __future__ import annotations

from typing import Any

from transformers import PretrainedConfig

from models.words.alphabet import ALPHABET


class WordsConfig(PretrainedConfig):
    """A word of `height` pixels and any width becomes a step for every four columns, over the letters and CTC's blank."""

    model_type = "quyetdinh-words"

    def __init__(
        self,
        height: int = 48,
        channels: tuple[int, ...] = (20, 40, 72, 112),
        context: int = 160,
        dilations: tuple[int, ...] = (1, 2, 1, 2),
        alphabet: str = ALPHABET,
        **kwargs: Any,
    ) -> None:
        self.height = height
        self.channels = list(channels)
        self.context = context
        self.dilations = list(dilations)
        self.alphabet = alphabet
        super().__init__(**kwargs)
