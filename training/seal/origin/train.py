"""Trains the network on seals by known makers."""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from network import OriginNetwork
from seals import Batches, Planes, Seal, is_layer, read, stacked

sys.path.append(str(Path(__file__).parents[2] / "common"))
from loop import add_options, auc, begin, train  # noqa: E402

# The share of the steps over which the rate falls.
FALLING = 0.5
# Sizes of batches of judging.
TOGETHER = 8


@torch.inference_mode()
def said(network: OriginNetwork, seals: list[Seal]) -> np.ndarray:
    """Log-odds of layers; seals of like size are judged together."""
    planes, out = Planes(), np.zeros(len(seals), np.float32)
    order = sorted(range(len(seals)), key=lambda i: (seals[i].height, seals[i].width))
    network.eval()
    for part in np.array_split(order, -(-len(seals) // TOGETHER)):
        given, seen = stacked([planes.of(seals[i]) for i in part])
        out[part] = network(given.contiguous(memory_format=torch.channels_last), seen).numpy()
    return out


def judged(network: OriginNetwork, seals: list[Seal]) -> str:
    """AUC and balanced accuracy, and shares right by maker and by capture."""
    seals = [seal for seal in seals if seal.maker != "esign"]
    own, labels = said(network, seals), np.array([is_layer(seal) for seal in seals])

    def figures(scores: np.ndarray) -> str:
        if labels.all() or not labels.any():
            return f"right {100 * ((scores > 0) == labels).mean():.1f}"
        right = ((scores > 0)[labels].mean() + (scores <= 0)[~labels].mean()) / 2
        return f"{auc(scores, labels):.3f} {100 * right:.1f}"

    by = {}
    for name in ("maker", "capture"):
        for value in sorted({getattr(seal, name) for seal in seals}):
            of = np.array([getattr(seal, name) == value for seal in seals])
            by[value] = f"{100 * ((own > 0) == labels)[of].mean():.0f}"
    groups = " ".join(f"{name} {share}" for name, share in by.items())
    return f"{figures(own)}; {groups}"


def loss_of(network: OriginNetwork, planes: Tensor, seen: Tensor, layer: Tensor) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(planes.contiguous(memory_format=torch.channels_last), seen)
    return F.binary_cross_entropy_with_logits(logits.float(), layer)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seals", type=Path, nargs="+", required=True, help="folders of scripts/fit-seal-origin; they may still grow")
    add_options(parser, steps=5000, every=300, batch=20, rate=1.2e-3, threads=1)
    args = parser.parse_args()
    begin(args)
    batches = Batches(args.seals, args.seed)
    network, averaged = (OriginNetwork().to(memory_format=torch.channels_last) for _ in range(2))
    train(
        args,
        (network, averaged),
        lambda: loss_of(network, *batches.next(args.batch)),
        falling=FALLING,
        decay=2e-2,
        judge=lambda judged_one, folder: judged(judged_one, read(folder)),
        again=batches.again,
        known=lambda: f"{sum(map(len, batches.groups.values()))} seals",
    )


if __name__ == "__main__":
    main()
