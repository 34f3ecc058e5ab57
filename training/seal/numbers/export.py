"""Writes the trained network as ONNX (`planes` N × 4 × 48 × w to `logs` N × w / 4 × 32) and what it says of a made-up strip, and how far ONNX differs from PyTorch."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor, nn

from network import CHARACTERS, HEIGHT, PLANES, NumberNetwork

WIDTH = 160
# Of a golden strip's steps so many are kept.
EVERY = 8


class Told(nn.Module):
    """The network with natural logarithms of probabilities for its answer."""

    def __init__(self, network: NumberNetwork):
        super().__init__()
        self.network = network

    def forward(self, planes: Tensor) -> Tensor:
        return self.network(planes).log_softmax(-1)


def made_up() -> np.ndarray:
    """Strokes from whole numbers alone, so that TypeScript makes the same: 1 × 4 × 48 × 160."""
    plane, row, column = np.arange(PLANES)[:, None, None], np.arange(HEIGHT)[None, :, None], np.arange(WIDTH)[None, None]
    inked = (row > 8) & (row < 40) & ((column * 5 + row * (2 + plane)) % 31 < 9)
    return np.where(inked, -0.5, 0.875).astype(np.float32)[None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="numbers.onnx; its golden file goes beside it")
    args = parser.parse_args()
    network = NumberNetwork()
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    told = Told(network).eval()
    given = torch.from_numpy(made_up())
    part = args.out.with_suffix(".part.onnx")
    axes = {"planes": {0: "strips", 3: "columns"}, "logs": {0: "strips", 1: "steps"}}
    torch.onnx.export(told, (given,), str(part), opset_version=17, dynamo=False, input_names=["planes"], output_names=["logs"], dynamic_axes=axes)
    with torch.inference_mode():
        expected = told(given).numpy()
    said = onnxruntime.InferenceSession(str(part)).run(None, {"planes": given.numpy()})[0]
    part.rename(args.out)
    golden = [[round(float(value), 4) for value in step] for step in expected[0, ::EVERY]]
    args.out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
    assert expected.shape[2] == 1 + len(CHARACTERS)
    print(json.dumps({"weights": sum(p.numel() for p in network.parameters()), "bytes": args.out.stat().st_size, "largestDifference": float(np.abs(expected - said).max())}))


if __name__ == "__main__":
    main()
