"""Writes the trained network as ONNX (`planes` 1 × 9 × h × w and `seen` 1 × 1 × h × w to `logOdds` 1) and what it says of made-up seals, and how far ONNX differs from PyTorch."""

import sys
from pathlib import Path

import numpy as np

from network import INK, PLANES, PRINT, OriginNetwork
from seals import stacked

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import OnnxFile, loaded, options  # noqa: E402

# Width and height of made-up seals: both sides are padded, by other widths.
SIZES = ((150, 130), (97, 161), (208, 208))


def made_up(k: int, width: int, height: int) -> np.ndarray:
    """Planes from whole numbers alone, so that TypeScript makes the same: 9 × height × width."""
    y, x = np.arange(height)[:, None], np.arange(width)[None]
    planes = np.stack([((x * (3 + plane) + y * (5 + k) + (x // 9) * (y // 7) * plane) % 29 - 14) / 32 + 0 * x for plane in range(len(PLANES))])
    stroke = (x * (k + 2) + 3 * y) % 31 < 12
    planes[INK] = np.where(stroke, 0.75, 0)
    planes[PRINT] = np.where((x + y) % 41 < 3, 1, 0)
    return planes.astype(np.float32)


def main() -> None:
    args = options(__doc__, "origin.onnx")
    axes = {name: {2: "height", 3: "width"} for name in ("planes", "seen")}
    example = stacked([made_up(0, 160, 144)])
    onnx = OnnxFile(loaded(OriginNetwork(), args.weights), example, args.out, inputs=["planes", "seen"], outputs=["logOdds"], axes=axes)
    golden = []
    for k, (width, height) in enumerate(SIZES):
        (told,) = onnx.ask(*stacked([made_up(k, width, height)]))
        golden.append({"width": width, "height": height, "logOdds": round(float(told.item()), 5)})
    onnx.keep(golden)


if __name__ == "__main__":
    main()
