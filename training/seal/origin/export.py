"""Writes the trained network as ONNX (`planes` 1 × 9 × h × w and `seen` 1 × 1 × h × w to `logOdds` 1) and what it says of made-up seals, and how far ONNX differs from PyTorch."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from network import INK, PLANES, PRINT, OriginNetwork
from seals import stacked

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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="origin.onnx; its golden file goes beside it")
    args = parser.parse_args()
    network = OriginNetwork()
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    part = args.out.with_suffix(".part.onnx")
    axes = {name: {2: "height", 3: "width"} for name in ("planes", "seen")}
    example = stacked([made_up(0, 160, 144)])
    torch.onnx.export(network, example, str(part), opset_version=17, dynamo=False, input_names=["planes", "seen"], output_names=["logOdds"], dynamic_axes=axes)
    session = onnxruntime.InferenceSession(str(part))
    golden, differences = [], []
    for k, (width, height) in enumerate(SIZES):
        planes, seen = stacked([made_up(k, width, height)])
        with torch.inference_mode():
            expected = float(network(planes, seen))
        said = session.run(None, {"planes": planes.numpy(), "seen": seen.numpy()})[0]
        golden.append({"width": width, "height": height, "logOdds": round(expected, 5)})
        differences.append(abs(float(said[0]) - expected))
    part.rename(args.out)
    args.out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
    print(json.dumps({"bytes": args.out.stat().st_size, "largestDifference": max(differences)}))


if __name__ == "__main__":
    main()
