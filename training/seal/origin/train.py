"""Trains the network on seals by known makers, with AdamW at a rate that falls to nothing; averaged weights (Polyak) are judged and kept."""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from network import OriginNetwork
from seals import Batches, Planes, Seal, is_layer, read, stacked

WARM = 100
# The share of the steps over which the rate falls.
FALLING = 0.5
AVERAGED = 0.995
# Sizes of batches of judging.
TOGETHER = 8


def auc(scores: np.ndarray, labels: np.ndarray) -> float:
    order = scores.argsort().argsort() + 1
    high = labels.sum()
    return float((order[labels].sum() - high * (high + 1) / 2) / (high * (~labels).sum()))


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seals", type=Path, nargs="+", required=True, help="folders of scripts/fit-seal-origin; they may still grow")
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="folders of further seeds, judged at every checkpoint")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--steps", type=int, default=5000, help="about as many as fit; the rate follows whichever ends first")
    parser.add_argument("--every", type=int, default=300)
    parser.add_argument("--batch", type=int, default=20)
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    batches = Batches(args.seals, args.seed)
    network, averaged = OriginNetwork(), OriginNetwork()
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    network = network.to(memory_format=torch.channels_last)
    averaged.load_state_dict(network.state_dict())
    optimiser = torch.optim.AdamW(network.parameters(), lr=args.rate, weight_decay=2e-2)
    started, mean, judging = time.monotonic(), None, 0.0
    for step in range(1, args.steps + 1):
        spent = (time.monotonic() - started - judging) / 60 / args.minutes
        progress = max(spent, step / args.steps)
        if spent >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, step / WARM) * min(1, (1 - progress) / FALLING + 0.01)
        network.train()
        planes, seen, layer = batches.next(args.batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = network(planes.contiguous(memory_format=torch.channels_last), seen)
        loss = F.binary_cross_entropy_with_logits(said.float(), layer)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        with torch.no_grad():
            keep = min(AVERAGED, step / (step + 10))
            for ours, theirs in zip(averaged.state_dict().values(), network.state_dict().values()):
                if ours.dtype.is_floating_point:
                    ours.mul_(keep).add_(theirs, alpha=1 - keep)
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            print(f"{step} {mean:.4f} {time.monotonic() - started - judging:.0f} s, {sum(map(len, batches.groups.values()))} seals", flush=True)
        if step % args.every == 0:
            begun = time.monotonic()
            torch.save(averaged.state_dict(), args.out / f"{step}.pt")
            for folder in args.held:
                print(f"{folder.name}: {judged(averaged, read(folder))}", flush=True)
            batches.again()
            judging += time.monotonic() - begun
    torch.save(averaged.state_dict(), args.out / "last.pt")
    for folder in args.held:
        print(f"{folder.name}: {judged(averaged, read(folder))}", flush=True)


if __name__ == "__main__":
    main()
