"""Writes the trained network as ONNX (`planes` N × 2 × 64 × 360 to `columns` N × 4 × 180 and `depths` N × 4) and what it says of made-up rings, and how far ONNX differs from PyTorch."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from network import DEPTHS, PLANES, TURNS, RingNetwork

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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="ring.onnx; its golden file goes beside it")
    args = parser.parse_args()
    network = RingNetwork()
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    given = torch.from_numpy(np.stack([made_up(k) for k in range(RINGS)]))
    part = args.out.with_suffix(".part.onnx")
    axes = {name: {0: "rings"} for name in ("planes", "columns", "depths")}
    torch.onnx.export(network, (given,), str(part), opset_version=17, dynamo=False, input_names=["planes"], output_names=["columns", "depths"], dynamic_axes=axes)
    with torch.inference_mode():
        expected = [out.numpy() for out in network(given)]
    said = onnxruntime.InferenceSession(str(part)).run(None, {"planes": given.numpy()})
    part.rename(args.out)
    rounded = lambda values: [round(float(value), 5) for value in values]  # noqa: E731
    golden = [{"columns": [rounded(kind[::EVERY]) for kind in columns], "depths": rounded(depths)} for columns, depths in zip(*expected)]
    args.out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
    print(json.dumps({"weights": sum(p.numel() for p in network.parameters()), "bytes": args.out.stat().st_size, "largestDifference": max(float(np.abs(a - b).max()) for a, b in zip(said, expected))}))


if __name__ == "__main__":
    main()
