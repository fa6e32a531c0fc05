"""A net as ONNX Runtime runs it, loaded once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import onnxruntime


@cache
def session(package: str, name: str) -> onnxruntime.InferenceSession:
    """The net that lies in the `weights` of a package."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # pages are read in parallel; nets of this size gain nothing from threads
    weights = (files(package) / "weights" / name).read_bytes()
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
