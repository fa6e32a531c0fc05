"""A small convolutional net that reads the letters of one printed word from left to right."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel
from transformers.utils import ModelOutput

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
            _conv(1, a, stride=(2, 2)),
            _conv(a, b, stride=(2, 2)),
            _conv(b, b),
            _conv(b, c, stride=(2, 1)),
            _conv(c, c),
            _conv(c, d),
        )
        rows = config.height // 8
        self.collapse = nn.Sequential(nn.Conv1d(d * rows, config.context, 1), nn.BatchNorm1d(config.context), nn.ReLU())
        self.along = nn.ModuleList(_Step(config.context, dilation) for dilation in config.dilations)
        self.letters = nn.Conv1d(config.context, len(config.alphabet) + 1, 1)
        self.post_init()

    def forward(self, pixel_values: Tensor, labels: Tensor | None = None) -> WordsOutput:
        """`pixel_values` [batch, 1, height, width], ink 1 on paper 0; `labels` [batch, n] padded with -100."""
        seen = self.collapse(self.look(pixel_values).flatten(1, 2))
        for step in self.along:
            seen = step(seen)
        logits = self.letters(seen).transpose(1, 2)
        return WordsOutput(loss=None if labels is None else _ctc(logits, labels), logits=logits)


class _Step(nn.Module):
    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation)
        self.norm = nn.BatchNorm1d(channels)

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.relu(self.norm(self.conv(x)))


def _conv(inward: int, outward: int, stride: tuple[int, int] = (1, 1)) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inward, outward, 3, stride=stride, padding=1, bias=False), nn.BatchNorm2d(outward), nn.ReLU()
    )


def _ctc(logits: Tensor, labels: Tensor) -> Tensor:
    lengths = (labels >= 0).sum(1)
    steps = torch.full((len(logits),), logits.shape[1], dtype=torch.long)
    spoken = logits.float().log_softmax(-1).transpose(0, 1)
    return nn.functional.ctc_loss(
        spoken,
        labels.clamp_min(0),
        steps,
        lengths,
        blank=logits.shape[2] - 1,
        reduction="none",
        zero_infinity=True,
    ).mean()
