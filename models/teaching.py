"""How the nets of models/ are taught: one recipe for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from transformers import TrainingArguments


def arguments(out: Path, *, epochs: float, seed: int, labels: Sequence[str]) -> TrainingArguments:
    return TrainingArguments(
        output_dir=str(out / "checkpoints"),
        per_device_train_batch_size=64,
        num_train_epochs=epochs,
        learning_rate=2e-3,
        weight_decay=1e-4,
        warmup_steps=300,
        lr_scheduler_type="cosine",
        max_grad_norm=5.0,
        seed=seed,
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        label_names=list(labels),
        logging_steps=200,
        save_strategy="no",
        report_to=[],
        disable_tqdm=True,
    )
