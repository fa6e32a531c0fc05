"""A small convolutional net that reads the letters of one printed word from left to right."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from transformers import PreTrainedModel
from transformers.utils import ModelOutput

from models.ctc_net import Step, conv, ctc_loss
from models.words.configuration import WordsConfig


@dataclass
class WordsOutput(ModelOutput):
    """`logits` [batch, width / 4, letters + 1] over the letters and, last, CTC's blank."""

    loss: Tensor | None = None
    logits: Tensor | None = None


class WordsForCTC(PreTrainedModel):
    """Plain convolutions, then dilated ones that see a letter or two to each side: shapes decide, not the language."""

    config_class = WordsConfig
    main_input_name = "pixel_values"

    def __init__(self, config: WordsConfig) -> None:
        super().__init__(config)
        a, b, c, d = config.channels
        self.look = nn.Sequential(
            conv(1, a, stride=(2, 2)),
            conv(a, b, stride=(2, 2)),
            conv(b, b),
            conv(b, c, stride=(2, 1)),
            conv(c, c),
            conv(c, d),
        )
        rows = config.height // 8
        self.collapse = nn.Sequential(nn.Conv1d(d * rows, config.context, 1), nn.BatchNorm1d(config.context), nn.ReLU())
        self.along = nn.ModuleList(Step(config.context, dilation) for dilation in config.dilations)
        self.letters = nn.Conv1d(config.context, len(config.alphabet) + 1, 1)
        self.post_init()

    def forward(self, pixel_values: Tensor, labels: Tensor | None = None) -> WordsOutput:
        """`pixel_values` [batch, 1, height, width], ink 1 on paper 0; `labels` [batch, n] padded with -100."""
        seen = self.collapse(self.look(pixel_values).flatten(1, 2))
        for step in self.along:
            seen = step(seen)
        logits = self.letters(seen).transpose(1, 2)
        return WordsOutput(loss=None if labels is None else ctc_loss(logits, labels), logits=logits)
