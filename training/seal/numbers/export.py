"""Writes the trained network as ONNX (`planes` N × 4 × 48 × w to `logs` N × w / 4 × 32) and what it says of a made-up strip, and how far ONNX differs from PyTorch."""

import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from network import HEIGHT, PLANES, NumberNetwork

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import OnnxFile, loaded, options, rounded  # noqa: E402

WIDTH = 160
# Of a golden strip's steps so many are kept.
EVERY = 8


class Told(nn.Module):
    """The network with natural logarithms of probabilities for its answer."""

    def __init__(self, network: NumberNetwork):
        super().__init__()
        self.network = network

    def forward(self, planes: Tensor) -> Tensor:
        return self.network(planes).log_softmax(-1)


def made_up() -> np.ndarray:
    """Strokes from whole numbers alone, so that TypeScript makes the same: 1 × 4 × 48 × 160."""
    plane, row, column = np.arange(PLANES)[:, None, None], np.arange(HEIGHT)[None, :, None], np.arange(WIDTH)[None, None]
    inked = (row > 8) & (row < 40) & ((column * 5 + row * (2 + plane)) % 31 < 9)
    return np.where(inked, -0.5, 0.875).astype(np.float32)[None]


def main() -> None:
    args = options(__doc__, "numbers.onnx")
    given = torch.from_numpy(made_up())
    axes = {"planes": {0: "strips", 3: "columns"}, "logs": {0: "strips", 1: "steps"}}
    told = Told(loaded(NumberNetwork(), args.weights)).eval()
    onnx = OnnxFile(told, (given,), args.out, inputs=["planes"], outputs=["logs"], axes=axes)
    (logs,) = onnx.ask(given)
    onnx.keep([rounded(step, 4) for step in logs[0, ::EVERY]])


if __name__ == "__main__":
    main()
