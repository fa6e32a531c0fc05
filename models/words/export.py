"""The trained net as a file for ONNX Runtime: pixels in, probabilities out."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from models.words.modeling import WordsForCTC


class _Plain(nn.Module):
    """[batch, steps, letters + 1]: logarithms of the probabilities of letters and, last, of the blank."""

    def __init__(self, net: WordsForCTC) -> None:
        super().__init__()
        self.net = net

    def forward(self, pixel_values: Tensor) -> Tensor:
        return self.net(pixel_values).logits.log_softmax(-1)


def export(net: WordsForCTC, path: Path) -> None:
    """Writes the net, in evaluation mode and on the CPU, for any number of words of any width at once."""
    torch.onnx.export(
        _Plain(net),
        (torch.zeros(1, 1, net.config.height, 96),),
        str(path),
        input_names=["pixel_values"],
        output_names=["letters"],
        dynamic_axes={"pixel_values": {0: "batch", 3: "width"}, "letters": {0: "batch", 1: "steps"}},
        opset_version=17,
        dynamo=False,
    )
