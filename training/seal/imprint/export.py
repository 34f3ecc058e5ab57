"""Writes the trained network as ONNX (`pairs` N × 4 × 60 × 288 to `logOdds` N) and what it says of made-up pairs, and how far ONNX differs from PyTorch."""

import sys
from pathlib import Path

import numpy as np
import torch

from network import RINGS, SECTORS, ImprintNetwork

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import OnnxFile, loaded, options, rounded  # noqa: E402



def made_up(k: int) -> np.ndarray:
    """Strokes from whole numbers alone, so that TypeScript makes the same: 4 × 60 × 288."""
    ring, sector = np.arange(RINGS)[:, None], np.arange(SECTORS)[None]
    sides = []
    for side in (0, 1):
        ink = ((ring * 7 + sector * (3 + k) + side * k * (ring // 10)) % 23 < 9).astype(np.float32) - 0.4
        known = ((sector + 40 * side) % SECTORS > 30 * k).astype(np.float32) * np.ones((RINGS, 1), np.float32)
        sides += [ink * known, known]
    return np.stack(sides)


def main() -> None:
    args = options(__doc__, "imprint.onnx")
    given = torch.from_numpy(np.stack([made_up(k) for k in range(4)]))
    axes = {name: {0: "pairs"} for name in ("pairs", "logOdds")}
    onnx = OnnxFile(loaded(ImprintNetwork(), args.weights), (given,), args.out, inputs=["pairs"], outputs=["logOdds"], axes=axes)
    (told,) = onnx.ask(given)
    onnx.keep(rounded(told))


if __name__ == "__main__":
    main()
