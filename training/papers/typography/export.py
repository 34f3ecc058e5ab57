"""Writes the trained network as ONNX (`crops` n × 2 × 32 × 32, `facts` n × 24 and `places` n × 9 of one page to `logOdds` n), what it says of made-up characters, and how far ONNX differs from PyTorch."""

import sys
from pathlib import Path

import numpy as np
import torch

from network import CROP, FACTS, PLACES, RetypedNetwork
from pages import inked

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import OnnxFile, loaded, options, rounded  # noqa: E402

# Characters of made-up pages.
COUNTS = (1, 7, 40)


def made_up(count: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Characters from whole numbers alone, so that TypeScript makes the same."""
    n, k, y, x = np.ogrid[:count, :2, :CROP, :CROP]
    crops = np.where((x * (2 + n % 3) + y * (3 + k) + n) % 23 < 9, 144, 64).astype(np.uint8)
    n, fact = np.ogrid[:count, :FACTS]
    facts = ((n * 7 + fact * 5) % 17 - 8) / 16
    i = np.arange(count)
    places = np.stack([i // 3, i // 6, i % 11, i % 6, i % 6 + 0.5, i // 6 * 2, i // 3 * 3 % 6, i // 3 * 3 % 6 + 2.5, 1 + i % 2 * 0.125], 1)
    return inked(crops), torch.from_numpy(facts.astype(np.float32)), torch.from_numpy(places.astype(np.float32))


def main() -> None:
    args = options(__doc__, "typography.onnx")
    names = ["crops", "facts", "places"]
    axes = {name: {0: "count"} for name in (*names, "logOdds")}
    onnx = OnnxFile(loaded(RetypedNetwork(), args.weights), made_up(12), args.out, inputs=names, outputs=["logOdds"], axes=axes)
    golden = []
    for count in COUNTS:
        (told,) = onnx.ask(*made_up(count))
        golden.append({"count": count, "logOdds": rounded(told, 4)})
    onnx.keep(golden)


if __name__ == "__main__":
    main()
