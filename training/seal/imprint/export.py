"""Writes the trained network as ONNX (`pairs` N × 4 × 60 × 288 to `logOdds` N) and what it says of made-up pairs, and how far ONNX differs from PyTorch."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from network import RINGS, SECTORS, ImprintNetwork


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="imprint.onnx; its golden file goes beside it")
    args = parser.parse_args()
    network = ImprintNetwork()
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    given = torch.from_numpy(np.stack([made_up(k) for k in range(4)]))
    part = args.out.with_suffix(".part.onnx")
    names = {"input_names": ["pairs"], "output_names": ["logOdds"], "dynamic_axes": {"pairs": {0: "pairs"}, "logOdds": {0: "pairs"}}}
    torch.onnx.export(network, (given,), str(part), opset_version=17, dynamo=False, **names)
    with torch.inference_mode():
        expected = network(given).numpy()
    said = onnxruntime.InferenceSession(str(part)).run(None, {"pairs": given.numpy()})[0]
    part.rename(args.out)
    args.out.with_suffix(".golden.json").write_text(json.dumps([round(float(value), 5) for value in expected]) + "\n")
    print(json.dumps({"bytes": args.out.stat().st_size, "largestDifference": float(np.abs(said - expected).max())}))


if __name__ == "__main__":
    main()
