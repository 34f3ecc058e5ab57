"""Trains the network on pairs of seals."""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from network import ImprintNetwork
from pairs import EASY, Batches, Pairs, read, tensor

sys.path.append(str(Path(__file__).parents[2] / "common"))
from loop import add_options, auc, begin, train  # noqa: E402

# The share of the steps over which the rate falls.
FALLING = 0.4


@torch.inference_mode()
def said_of(network: ImprintNetwork, pairs: Pairs, which: np.ndarray) -> np.ndarray:
    network.eval()
    parts = np.array_split(which, max(1, len(which) // 64))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = np.concatenate([network(tensor(pairs.cells[part])).float().numpy() for part in parts])
    network.train()
    return said


def judged(network: ImprintNetwork, pairs: Pairs) -> str:
    """Share of copies above the others' highest, second, fifth and tenth: the network's log-odds, the trees', their sum; and how the network tells copies from twins."""
    asked = np.flatnonzero(pairs.alike | pairs.twins | (pairs.trees > EASY))
    said = said_of(network, pairs, asked)
    alike, trees = pairs.alike[asked], pairs.trees[asked].clip(1e-9, 1 - 1e-9)
    trees = np.log(trees / (1 - trees))

    def recalls(scores: np.ndarray) -> str:
        others = np.sort(scores[~alike])[::-1]
        return " ".join(f"{100 * (scores[alike] > others[k]).mean():.1f}" for k in (0, 1, 4, 9))

    twins = pairs.twins[asked] & ~alike
    near = alike | twins
    above = 100 * (said[alike] > np.quantile(said[twins], 0.99)).mean()
    against = f"AUC against twins {auc(said[near], alike[near]):.4f}, {above:.1f} above all but 1% of these"
    return f"network {recalls(said)}, trees {recalls(trees)}, both {recalls(said + trees)}; {against}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True, help="files of `fit-seal-judge --only pairs`, without their endings")
    parser.add_argument("--harden", type=int, default=3000, help="steps after which the hardest pairs are sought anew")
    add_options(parser, steps=6000, every=1000, batch=32, rate=2e-3, threads=2)
    args = parser.parse_args()
    begin(args)
    batches = Batches(read(*args.pairs), args.seed)
    held = {path: read(path) for path in args.held}
    network, averaged = ImprintNetwork(), ImprintNetwork()
    drawn = 0

    def loss_of() -> Tensor:
        nonlocal drawn
        drawn += 1
        if drawn % args.harden == 0:
            batches.harden(lambda which: said_of(network, batches.pairs, which))
        pairs, alike = batches.next(args.batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = network(pairs)
        return F.binary_cross_entropy_with_logits(said.float(), alike)

    train(
        args,
        (network, averaged),
        loss_of,
        falling=FALLING,
        decay=1e-2,
        judge=lambda network, path: judged(network, held[path]),
        again=lambda: None,
        known=lambda: f"{len(batches.pairs.alike)} pairs",
    )


if __name__ == "__main__":
    main()
