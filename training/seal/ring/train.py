"""Trains the network of rings on simulated seals that are known through and through."""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from decode import ASTRAY, best_span, top
from network import COLUMNS, RingNetwork
from sheets import Batches, Sheets, read, stacked

sys.path.append(str(Path(__file__).parents[2] / "common"))
from loop import add_options, begin, train  # noqa: E402

# Share of the steps over which the rate falls.
FALLING = 0.6
# What the parts of the loss weigh; depths are small numbers.
WEIGHTS = {"title": 1.0, "code": 1.0, "up": 0.5, "edge": 20.0, "whole": 15.0}
TOGETHER = 32


def loss_of(network: RingNetwork, planes: Tensor, true: dict[str, Tensor]) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        columns, whole = network(planes)
    columns, whole = columns.float(), whole.float()
    straight, coded = true["weights"][:, 0], true["weights"][:, 1]
    of = {name: columns[:, k] for k, name in enumerate(COLUMNS)}
    crossed = lambda name: F.binary_cross_entropy_with_logits(of[name], true[name], reduction="none").mean(1)  # noqa: E731
    parts = {
        "title": (crossed("title") * straight).mean(),
        "code": (crossed("code") * straight).mean(),
        "up": (-(F.log_softmax(of["up"], 1) * true["up"]).sum(1) * straight).mean(),
        "edge": F.smooth_l1_loss(of["edge"], true["edge"], beta=0.02),
        "whole": (F.smooth_l1_loss(whole, true["whole"], beta=0.02, reduction="none") * torch.stack([straight, straight, coded, coded], 1)).mean(),
    }
    return sum(WEIGHTS[name] * part for name, part in parts.items())


@torch.inference_mode()
def judged(network: RingNetwork, folder: Path) -> str:
    """Shares of rings by what is told right, to the reader's needs, where the seal was missed by little; and how far edges are missed."""
    network.eval()
    rows, sheets = read(folder), Sheets()
    right: dict[str, list[bool]] = {"up": [], "ends": [], "band": [], "all": [], "code": [], "no code": []}
    edges: dict[float, list[float]] = {}
    for start in range(0, len(rows), TOGETHER):
        part = rows[start : start + TOGETHER]
        columns, whole = (out.numpy() for out in network(stacked([sheets.of(row) for row in part])))
        for row, own, depths in zip(part, columns, whole):
            places = (np.arange(len(row["edge"])) + 0.5) / len(row["edge"]) * own.shape[1] - 0.5
            edges.setdefault(row["miss"], []).append(float(np.abs(np.interp(places, np.arange(own.shape[1]), own[3]) - row["edge"]).mean()))
            if row["miss"] > 0.01:
                continue
            height = row["band"]["bottom"] - row["band"]["top"]
            up = top(own[2])
            off = up - row["up"]
            right["up"].append(abs(off - round(off)) < 0.02)
            middle, half, _ = best_span(own[0], up, 0.5, ASTRAY)
            true_half = (row["title"]["to"] - row["title"]["from"]) / 2
            off = middle - row["up"]
            off -= round(off)
            turns = height / 6.28 / (1 - row["band"]["top"] - height / 2)
            ends = [(half + side * off - true_half) / turns for side in (-1, 1)]
            right["ends"].append(all(-0.3 < end < 0.5 for end in ends))
            right["band"].append(abs(depths[0] - row["band"]["top"]) < 0.2 * height and abs(depths[1] - row["band"]["bottom"]) < 0.2 * height)
            right["all"].append(right["up"][-1] and right["ends"][-1] and right["band"][-1])
            code = best_span(own[1], up + 0.5, 0.25, ASTRAY)
            if row["code"]:
                near = abs(code[1] - row["code"]["half"]) < 0.015 and abs(depths[2] - row["code"]["outer"]) < 0.03 and abs(depths[3] - row["code"]["inner"]) < 0.03
                right["code"].append(code[2] > 0 and near)
            else:
                right["no code"].append(code[2] <= 0)
    shares = " ".join(f"{name} {100 * np.mean(values):.1f}" for name, values in right.items() if values)
    missed = " ".join(f"{miss}: {np.mean(values):.4f}" for miss, values in edges.items())
    return f"{len(right['up'])} rings, {shares}; edges missed by {missed}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=Path, nargs="+", required=True, help="folders of scripts/fit-seal-reader; they may still grow")
    add_options(parser, steps=6000, every=500, batch=32, rate=2e-3, threads=1)
    args = parser.parse_args()
    begin(args)
    batches = Batches(args.sheets, args.seed)
    network, averaged = RingNetwork(), RingNetwork()
    train(
        args,
        (network, averaged),
        lambda: loss_of(network, *batches.next(args.batch)),
        falling=FALLING,
        decay=1e-2,
        judge=judged,
        again=batches.again,
        known=lambda: f"{len(batches.rows)} sheets",
    )


if __name__ == "__main__":
    main()
