"""Trains the network that finds seals, on simulated pages, photographs of imprints and pages without any."""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from decode import decoded, overlap
from network import LocatorNetwork
from pages import Batches, Planes, padded, read

sys.path.append(str(Path(__file__).parents[2] / "common"))
from loop import add_options, begin, train  # noqa: E402

# Share of the steps over which the rate falls.
FALLING = 0.6
# What the parts of the loss weigh beside the middles'.
WEIGHTS = {"square": 0.5, "place": 1.0, "size": 2.0, "stretch": 1.5, "turn": 0.3}
# Scores at which validation pages are counted, and the overlap of a seal that is found.
SCORES, FOUND = (0.2, 0.3, 0.5), 0.5


def loss_of(network: LocatorNetwork, planes: Tensor, told: Tensor, heeded: Tensor, weights: Tensor) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = network(planes.contiguous(memory_format=torch.channels_last))
    said = said.float()
    # Focal loss that forgives what is near a middle (H. Law and J. Deng, "CornerNet", 2018).
    share, peak = torch.sigmoid(said[:, 0]).clamp(1e-4, 1 - 1e-4), told[:, 0]
    middle = (peak > 0.999).float()
    lost = middle * (1 - share) ** 2 * -share.log() + (1 - middle) * (1 - peak) ** 4 * share**2 * -(1 - share).log()
    count = middle.sum().clamp_min(1)
    all_weights = weights[:, 4].sum().clamp_min(1)
    crossed = F.binary_cross_entropy_with_logits(said[:, 1], told[:, 1], reduction="none") * weights[:, 1]
    away = F.smooth_l1_loss(said[:, 2:], told[:, 2:], beta=0.05, reduction="none") * weights[:, 2:]
    parts = {"square": crossed, "place": away[:, 0:2], "size": away[:, 2], "stretch": away[:, 3:5], "turn": away[:, 5:7]}
    return (lost * heeded).sum() / count + sum(WEIGHTS[name] * values.sum() for name, values in parts.items()) / all_weights


@torch.inference_mode()
def judged(network: LocatorNetwork, folder: Path) -> str:
    """Of whole pages: seals found, false ones, how well outlines lie, squares told from round ones; and which kinds of pages miss most."""
    network.eval()
    planes, seals = Planes(), 0
    found, false = dict.fromkeys(SCORES, 0), dict.fromkeys(SCORES, 0)
    overlaps, shapes, missed = [], [], {}
    for page in read(folder):
        said = decoded(network(padded(planes.of(page))[None].contiguous(memory_format=torch.channels_last))[0].float())
        seals += len(page.seals)
        free = list(page.seals)
        best = {}
        for score, one in said:
            own = max(free, key=lambda seal: overlap(one, seal, page.width, page.height), default=None)
            if own is None or overlap(one, own, page.width, page.height) < FOUND:
                for least in SCORES:
                    # Slivers at the border are not listed.
                    false[least] += score >= least and not page.slivers
                continue
            free.remove(own)
            best[id(own)] = score
            overlaps.append(overlap(one, own, page.width, page.height))
            if own.exact:
                shapes.append(one.square == own.square)
            for least in SCORES:
                found[least] += score >= least
        lost = sum(best.get(id(seal), 0) < SCORES[1] for seal in page.seals)
        of = missed.setdefault(page.kind, [0, 0])
        of[0] += lost
        of[1] += len(page.seals)
    counts = " ".join(f"{least}: {100 * found[least] / max(1, seals):.1f}% ({false[least]} false)" for least in SCORES)
    kinds = " ".join(f"{kind} {lost}/{count}" for kind, (lost, count) in sorted(missed.items()) if count)
    return f"{seals} seals, {counts}; overlap {np.mean(overlaps or [0]):.3f}, shapes {100 * np.mean(shapes or [1]):.1f}%; missed {kinds}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, nargs="+", required=True, help="folders of scripts/fit-seal-locate; they may still grow")
    add_options(parser, steps=4000, every=400, batch=8, rate=2e-3, threads=1)
    args = parser.parse_args()
    begin(args)
    batches = Batches(args.pages, args.seed)
    network, averaged = (LocatorNetwork().to(memory_format=torch.channels_last) for _ in range(2))
    train(
        args,
        (network, averaged),
        lambda: loss_of(network, *batches.next(args.batch)),
        falling=FALLING,
        decay=1e-2,
        judge=judged,
        again=batches.again,
        known=lambda: f"{sum(map(len, batches.groups.values()))} pages",
    )


if __name__ == "__main__":
    main()
