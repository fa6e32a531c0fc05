"""Teach the digit reader on made slots, with a fixed seed, and write its weights for transformers and ONNX Runtime.

    python -m models.digits.train --digits FOLDER

FOLDER holds t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz (MNIST) and pendigits.tra (UCI). Needs the extra
`train`; 100,000 slots and 6 epochs take about 25 minutes on two cores that know bfloat16.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from transformers import Trainer, TrainingArguments

from models.digits.configuration import DigitsConfig
from models.digits.dataset import MadeSlots
from models.digits.export import export
from models.digits.modeling import DigitsForCTC
from models.digits.processing import DigitsImageProcessor

WEIGHTS = Path(__file__).parent / "weights"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--digits", type=Path, required=True)
    args.add_argument("--out", type=Path, default=WEIGHTS)
    args.add_argument("--count", type=int, default=100_000)
    args.add_argument("--epochs", type=float, default=6)
    args.add_argument("--seed", type=int, default=20)
    wanted = args.parse_args()
    torch.manual_seed(wanted.seed)
    net = DigitsForCTC(DigitsConfig())
    slots = MadeSlots(wanted.count, digits=wanted.digits, seed=wanted.seed)
    Trainer(model=net, args=_arguments(wanted), train_dataset=slots).train()
    net.eval().cpu().save_pretrained(wanted.out)
    # Training in bfloat16 has wrapped the net; what was saved is plain.
    plain = DigitsForCTC.from_pretrained(wanted.out).eval()
    DigitsImageProcessor().save_pretrained(wanted.out)
    export(plain, wanted.out / "digits.onnx")


def _arguments(wanted: argparse.Namespace) -> TrainingArguments:
    return TrainingArguments(
        output_dir=str(wanted.out / "checkpoints"),
        per_device_train_batch_size=64,
        num_train_epochs=wanted.epochs,
        learning_rate=2e-3,
        weight_decay=1e-4,
        warmup_steps=300,
        lr_scheduler_type="cosine",
        max_grad_norm=5.0,
        seed=wanted.seed,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        label_names=["labels", "kinds"],
        logging_steps=200,
        save_strategy="no",
        report_to=[],
        disable_tqdm=True,
    )


if __name__ == "__main__":
    main()
