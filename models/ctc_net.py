"""What the nets of models/ are made of: plain and dilated convolutions, and CTC's loss (Graves et al. 2006)."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Step(nn.Module):
    """A look along the line, `dilation` columns to each side, added to what was seen before."""

    def __init__(self, channels: int, dilation: int) -> None:
        super().__init__()
        self.conv = nn.Conv1d(channels, channels, 3, padding=dilation, dilation=dilation)
        self.norm = nn.BatchNorm1d(channels)

    def forward(self, x: Tensor) -> Tensor:
        return x + torch.relu(self.norm(self.conv(x)))


def conv(inward: int, outward: int, stride: tuple[int, int] = (1, 1)) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inward, outward, 3, stride=stride, padding=1, bias=False), nn.BatchNorm2d(outward), nn.ReLU()
    )


def ctc_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """`logits` [batch, steps, letters + 1], the blank last; `labels` [batch, n] padded with -100."""
    lengths = (labels >= 0).sum(1)
    steps = torch.full((len(logits),), logits.shape[1], dtype=torch.long)
    spoken, blank = logits.float().log_softmax(-1).transpose(0, 1), logits.shape[2] - 1
    return nn.functional.ctc_loss(
        spoken, labels.clamp_min(0), steps, lengths, blank=blank, reduction="none", zero_infinity=True
    ).mean()
