"""The trained net as a file for ONNX Runtime: pixels in, probabilities out."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from models.digits.modeling import DigitsForCTC


class _Plain(nn.Module):
    """Two arrays of probabilities: [batch, steps, 11] over digits and blank, [batch, kinds]."""

    def __init__(self, net: DigitsForCTC) -> None:
        super().__init__()
        self.net = net

    def forward(self, pixel_values: Tensor) -> tuple[Tensor, Tensor]:
        out = self.net(pixel_values)
        return out.logits.softmax(-1), out.kind_logits.softmax(-1)


def export(net: DigitsForCTC, path: Path) -> None:
    """Writes the net, in evaluation mode and on the CPU, for any number of slots at once."""
    height, width = net.config.height, net.config.width
    torch.onnx.export(
        _Plain(net),
        (torch.zeros(1, 1, height, width),),
        str(path),
        input_names=["pixel_values"],
        output_names=["digits", "kind"],
        dynamic_axes={name: {0: "batch"} for name in ("pixel_values", "digits", "kind")},
        opset_version=17,
        dynamo=False,
    )
