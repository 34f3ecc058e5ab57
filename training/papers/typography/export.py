"""Writes the trained network as ONNX (`crops` n × 2 × 32 × 32, `facts` n × 24 and `places` n × 9 of one page to `logOdds` n), what it says of made-up characters, and how far ONNX differs from PyTorch."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from network import CROP, FACTS, PLACES, RetypedNetwork
from pages import inked

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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="typography.onnx; its golden file goes beside it")
    args = parser.parse_args()
    network = RetypedNetwork()
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    part = args.out.with_suffix(".part.onnx")
    names = ["crops", "facts", "places"]
    axes = {name: {0: "count"} for name in (*names, "logOdds")}
    torch.onnx.export(network, made_up(12), str(part), opset_version=17, dynamo=False, input_names=names, output_names=["logOdds"], dynamic_axes=axes)
    session = onnxruntime.InferenceSession(str(part))
    golden, differences = [], []
    for count in COUNTS:
        given = made_up(count)
        with torch.inference_mode():
            expected = network(*given).numpy()
        said = session.run(None, {name: values.numpy() for name, values in zip(names, given)})[0]
        golden.append({"count": count, "logOdds": [round(float(value), 4) for value in expected]})
        differences.append(float(np.abs(said - expected).max()))
    part.rename(args.out)
    args.out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
    print(json.dumps({"bytes": args.out.stat().st_size, "largestDifference": max(differences)}))


if __name__ == "__main__":
    main()
