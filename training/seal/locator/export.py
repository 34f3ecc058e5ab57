"""Writes the trained network as ONNX (`planes` 1 × 6 × h × w to `told` 1 × 9 × h / 4 × w / 4) and what it says of a made-up page, and how far ONNX differs from PyTorch."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from network import PLANES, LocatorNetwork

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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="locator.onnx; its golden file goes beside it")
    args = parser.parse_args()
    network = LocatorNetwork()
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    part = args.out.with_suffix(".part.onnx")
    axes = {"planes": {2: "height", 3: "width"}, "told": {2: "rows", 3: "columns"}}
    torch.onnx.export(network, (torch.zeros(1, PLANES, 128, 160),), str(part), opset_version=17, dynamo=False, input_names=["planes"], output_names=["told"], dynamic_axes=axes)
    session = onnxruntime.InferenceSession(str(part))
    golden, differences = [], []
    for k, (width, height) in enumerate(SIZES):
        planes = made_up(k, width, height)[None]
        with torch.inference_mode():
            expected = network(torch.from_numpy(planes)).numpy()
        said = session.run(None, {"planes": planes})[0]
        differences.append(float(np.abs(said - expected).max()))
        golden.append({"width": width, "height": height, "told": [round(float(value), 5) for value in expected.ravel()[::EVERY]]})
    part.rename(args.out)
    args.out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
    print(json.dumps({"weights": sum(p.numel() for p in network.parameters()), "bytes": args.out.stat().st_size, "largestDifference": max(differences)}))


if __name__ == "__main__":
    main()
