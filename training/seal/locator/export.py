"""Writes the trained network as ONNX (`planes` 1 × 6 × h × w to `told` 1 × 9 × h / 4 × w / 4) and what it says of a made-up page, and how far ONNX differs from PyTorch."""

import sys
from pathlib import Path

import numpy as np
import torch

from network import PLANES, LocatorNetwork

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import OnnxFile, loaded, options, rounded  # noqa: E402

# Sides of made-up pages; of each answer every so many values are kept.
SIZES = ((160, 128), (96, 224))
EVERY = 97


def made_up(k: int, width: int, height: int) -> np.ndarray:
    """Strokes from whole numbers alone, so that TypeScript makes the same: 6 × height × width."""
    y, x = np.arange(height)[:, None], np.arange(width)[None]
    away = (2 * x - width) ** 2 + (2 * y - height) ** 2
    ring = (away > (50 + 8 * k) ** 2) & (away < (62 + 8 * k) ** 2)
    print_ = (y % 14 < 5) & ((x * (3 + k) + y) % 9 < 4)
    planes = np.stack([np.where(ring, 40 + 25 * plane, np.where(print_, 30, 200 + 5 * plane)) for plane in range(PLANES)])
    return (planes / 250).astype(np.float32)


def main() -> None:
    args = options(__doc__, "locator.onnx")
    axes = {"planes": {2: "height", 3: "width"}, "told": {2: "rows", 3: "columns"}}
    example = (torch.zeros(1, PLANES, 128, 160),)
    onnx = OnnxFile(loaded(LocatorNetwork(), args.weights), example, args.out, inputs=["planes"], outputs=["told"], axes=axes)
    golden = []
    for k, (width, height) in enumerate(SIZES):
        (told,) = onnx.ask(torch.from_numpy(made_up(k, width, height)[None]))
        golden.append({"width": width, "height": height, "told": rounded(told.ravel()[::EVERY])})
    onnx.keep(golden)


if __name__ == "__main__":
    main()
