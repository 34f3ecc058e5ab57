"""The loop that the smaller networks are trained in: AdamW at a rate that falls to nothing, averaged weights (Polyak) judged and kept."""

import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onnx_file import weights_in

WARM = 100
"""Steps over which the rate rises."""
AVERAGED = 0.995
"""How much of the averaged weights is left after a step."""


def add_options(parser: ArgumentParser, *, steps: int, every: int, batch: int, rate: float, threads: int) -> None:
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="sets judged at every checkpoint")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--steps", type=int, default=steps, help="the rate follows whichever ends first, minutes or steps")
    parser.add_argument("--every", type=int, default=every, help="steps between checkpoints")
    parser.add_argument("--batch", type=int, default=batch)
    parser.add_argument("--rate", type=float, default=rate)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=threads)
    parser.add_argument("--start", type=Path, help="weights to go on from, a checkpoint or an ONNX file")


def begin(args: Namespace) -> None:
    """Before networks are made: seeds, threads, the folder."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)


def train(
    args: Namespace,
    networks: tuple[nn.Module, nn.Module],
    loss_of: Callable[[], Tensor],
    *,
    falling: float,
    decay: float,
    judge: Callable[[nn.Module, Path], str],
    again: Callable[[], None],
    known: Callable[[], str],
    further: Iterable[nn.Parameter] = (),
) -> None:
    """Trains the first of `networks`; the second holds its averaged weights.

    `loss_of` draws a batch and says its loss; the rate falls over the share `falling` of the time; `judge` puts the averaged
    weights' figures on a held folder into words; `again` reads folders that may have grown, `known` says what they hold;
    `further` parameters learn along and are not kept. Time spent on judging does not count.
    """
    network, averaged = networks
    if args.start:
        network.load_state_dict(weights_in(args.start))
    averaged.load_state_dict(network.state_dict())
    optimiser = torch.optim.AdamW([*network.parameters(), *further], lr=args.rate, weight_decay=decay)
    started, mean, judging = time.monotonic(), None, 0.0

    def keep(name: str) -> None:
        torch.save(averaged.state_dict(), args.out / f"{name}.pt")
        for folder in args.held:
            print(f"{folder.name}: {judge(averaged, folder)}", flush=True)

    for step in range(1, args.steps + 1):
        spent = (time.monotonic() - started - judging) / 60 / args.minutes
        if spent >= 1:
            break
        progress = max(spent, step / args.steps)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, step / WARM) * min(1, (1 - progress) / falling + 0.01)
        network.train()
        loss = loss_of()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        optimiser.step()
        follow(averaged, network, min(AVERAGED, step / (step + 10)))
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            print(f"{step} {mean:.4f} {time.monotonic() - started - judging:.0f} s, {known()}", flush=True)
        if step % args.every == 0:
            begun = time.monotonic()
            keep(str(step))
            again()
            judging += time.monotonic() - begun
    keep("last")


@torch.no_grad()
def follow(averaged: nn.Module, network: nn.Module, kept: float) -> None:
    for ours, theirs in zip(averaged.state_dict().values(), network.state_dict().values()):
        if ours.dtype.is_floating_point:
            ours.mul_(kept).add_(theirs, alpha=1 - kept)


def auc(scores: np.ndarray, labels: np.ndarray) -> float:
    """Chance that one with the label scores above one without; ties count as they fall."""
    order = scores.argsort().argsort() + 1
    high = labels.sum()
    return float((order[labels].sum() - high * (high + 1) / 2) / max(1, high * (~labels).sum()))
