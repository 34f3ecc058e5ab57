"""Writes the trained network as ONNX (`planes` N × 2 × 64 × 360 to `columns` N × 4 × 180 and `depths` N × 4) and what it says of made-up rings, and how far ONNX differs from PyTorch."""

import sys
from pathlib import Path

import numpy as np
import torch

from network import DEPTHS, PLANES, TURNS, RingNetwork

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import OnnxFile, loaded, options, rounded  # noqa: E402

RINGS = 3
# Of a golden ring's columns so many are kept.
EVERY = 20


def made_up(k: int) -> np.ndarray:
    """Strokes from whole numbers alone, so that TypeScript makes the same: 2 × 64 × 360."""
    depth, turn = np.arange(DEPTHS)[:, None], np.arange(TURNS)[None]
    band = (depth > 12 + k) & (depth < 36 - k)
    ink = band & ((turn * (5 + k) + depth * 3) % 17 < 7) & ((turn + 40 * k) % TURNS > 90)
    ink |= depth < 5 + k
    print_ = (turn * 2 + depth * 7) % 61 < 4 + k
    return np.stack([ink, print_]).astype(np.float32) * 0.75


def main() -> None:
    args = options(__doc__, "ring.onnx")
    given = torch.from_numpy(np.stack([made_up(k) for k in range(RINGS)]))
    names = {"inputs": ["planes"], "outputs": ["columns", "depths"]}
    axes = {name: {0: "rings"} for name in ("planes", "columns", "depths")}
    onnx = OnnxFile(loaded(RingNetwork(), args.weights), (given,), args.out, **names, axes=axes)
    told = zip(*onnx.ask(given))
    onnx.keep([{"columns": [rounded(kind[::EVERY]) for kind in columns], "depths": rounded(depths)} for columns, depths in told])


if __name__ == "__main__":
    main()
