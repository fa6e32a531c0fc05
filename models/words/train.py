"""Teach the word reader on made words, with a fixed seed, and write its weights for transformers and ONNX Runtime.

    python -m models.words.train

Needs the extra `train`, and the fonts that `make setup` installs; 120,000 words and 4 epochs take about an hour on two
shared cores that know bfloat16.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from transformers import Trainer, TrainingArguments

from models.words.configuration import WordsConfig
from models.words.dataset import MadeWords
from models.words.export import export
from models.words.modeling import WordsForCTC
from models.words.processing import WordsImageProcessor

WEIGHTS = Path(__file__).parent / "weights"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, default=WEIGHTS)
    args.add_argument("--count", type=int, default=120_000)
    args.add_argument("--epochs", type=float, default=4)
    args.add_argument("--seed", type=int, default=30)
    wanted = args.parse_args()
    torch.manual_seed(wanted.seed)
    # Channels last: six times as quick on CPUs.
    net = WordsForCTC(WordsConfig()).to(memory_format=torch.channels_last)
    Trainer(model=net, args=_arguments(wanted), train_dataset=MadeWords(wanted.count, seed=wanted.seed)).train()
    net.eval().cpu().save_pretrained(wanted.out)
    # Training in bfloat16 has wrapped the net; what was saved is plain.
    plain = WordsForCTC.from_pretrained(wanted.out).eval()
    WordsImageProcessor().save_pretrained(wanted.out)
    export(plain, wanted.out / "words.onnx")


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
        label_names=["labels"],
        logging_steps=50,
        save_strategy="epoch",
        save_only_model=True,
        report_to=[],
        disable_tqdm=True,
    )


if __name__ == "__main__":
    main()
