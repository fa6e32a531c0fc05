"""A small convolutional net that reads digits from left to right and says whether a hand or a printer wrote them."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel
from transformers.utils import ModelOutput

from models.ctc_net import Step, conv, ctc_loss
from models.digits.configuration import DigitsConfig

BLANK = 10  #: CTC's blank; 0..9 are the digits


@dataclass
class DigitsOutput(ModelOutput):
    """`logits` [batch, steps, 11] over digits and blank; `kind_logits` [batch, kinds]."""

    loss: Tensor | None = None
    logits: Tensor | None = None
    kind_logits: Tensor | None = None


class DigitsForCTC(PreTrainedModel):
    """Plain convolutions, then dilated ones along the line: no recurrence, so that ONNX Runtime is quick on it."""

    config_class = DigitsConfig
    main_input_name = "pixel_values"

    def __init__(self, config: DigitsConfig) -> None:
        super().__init__(config)
        a, b, c, d = config.channels
        self.look = nn.Sequential(
            conv(1, a, stride=(2, 2)),
            conv(a, b, stride=(2, 2)),
            conv(b, b),
            conv(b, c, stride=(2, 1)),
            conv(c, c),
            conv(c, d, stride=(2, 1)),
        )
        steps = config.height // 16
        self.collapse = nn.Sequential(
            nn.Conv1d(d * steps, config.context, 1), nn.BatchNorm1d(config.context), nn.ReLU()
        )
        self.along = nn.ModuleList(Step(config.context, dilation) for dilation in config.dilations)
        self.digits = nn.Conv1d(config.context, BLANK + 1, 1)
        self.kind = nn.Linear(config.context * 2, len(config.kinds))
        self.post_init()

    def forward(self, pixel_values: Tensor, labels: Tensor | None = None, kinds: Tensor | None = None) -> DigitsOutput:
        """`pixel_values` [batch, 1, height, width], ink 1 on paper 0; `labels` [batch, n] padded with -100."""
        seen = self.collapse(self.look(pixel_values).flatten(1, 2))
        for step in self.along:
            seen = step(seen)
        logits = self.digits(seen).transpose(1, 2)
        kind_logits = self.kind(torch.cat([seen.mean(-1), seen.amax(-1)], dim=1))
        loss = None
        if labels is not None and kinds is not None:
            loss = ctc_loss(logits, labels) + 0.2 * nn.functional.cross_entropy(kind_logits.float(), kinds)
        return DigitsOutput(loss=loss, logits=logits, kind_logits=kind_logits)
