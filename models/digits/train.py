"""Teach the digit reader on made slots, with a fixed seed, and write its weights for transformers and ONNX Runtime.

    python -m models.digits.train --digits FOLDER

FOLDER holds t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz (MNIST) and pendigits.tra (UCI). Needs the extra
`train`; 100,000 slots and 6 epochs take about 25 minutes on two cores that know bfloat16.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from transformers import Trainer

from models.digits.configuration import DigitsConfig
from models.digits.dataset import MadeSlots
from models.digits.export import export
from models.digits.modeling import DigitsForCTC
from models.digits.processing import DigitsImageProcessor
from models.teaching import arguments

WEIGHTS = Path(__file__).parent / "weights"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--digits", type=Path, required=True)
    args.add_argument("--out", type=Path, default=WEIGHTS)
    args.add_argument("--count", type=int, default=100_000)
    args.add_argument("--epochs", type=float, default=6)
    args.add_argument("--seed", type=int, default=20)
    wanted = args.parse_args()
    recipe = arguments(wanted.out, epochs=wanted.epochs, seed=wanted.seed, labels=["labels", "kinds"])
    torch.manual_seed(wanted.seed)
    net = DigitsForCTC(DigitsConfig())
    slots = MadeSlots(wanted.count, digits=wanted.digits, seed=wanted.seed)
    Trainer(model=net, args=recipe, train_dataset=slots).train()
    net.eval().cpu().save_pretrained(wanted.out)
    # Training in bfloat16 has wrapped the net; what was saved is plain.
    plain = DigitsForCTC.from_pretrained(wanted.out).eval()
    DigitsImageProcessor().save_pretrained(wanted.out)
    export(plain, wanted.out / "digits.onnx")


if __name__ == "__main__":
    main()
