"""Trains the network on genuine pages and their retyped twins, with AdamW at a rate that falls to nothing; averaged weights (Polyak) are judged and kept."""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from network import RetypedNetwork
from pages import Page, listed, padded, part_of, read, reshaped, together

WARM = 100
# The share of the steps over which the rate falls.
FALLING = 0.6
AVERAGED = 0.995
# Characters of a page that are learnt from at once.
MOST = 144
# How much a missed or wrongly accused digit weighs beside the whole page's word.
DIGITS = 1.0


class PageWord(nn.Module):
    """What the page's digits say together: its highest digits, which more digits raise by chance alone."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.tensor([0.7, 0.0, -1.0]))

    def forward(self, logits: Tensor, is_digit: Tensor) -> Tensor:
        logits = logits.masked_fill(~is_digit, -30)
        count = is_digit.sum(1).clamp_min(1).float().log()
        return self.weights[0] * torch.logsumexp(logits, 1) + self.weights[1] * count + self.weights[2]


def auc(scores: np.ndarray, labels: np.ndarray) -> float:
    order = scores.argsort().argsort() + 1
    high = labels.sum()
    return float((order[labels].sum() - high * (high + 1) / 2) / max(1, high * (~labels).sum()))


def found(scores: np.ndarray, labels: np.ndarray, false_alarms: float = 0.02) -> float:
    """Share of retyped pages above the score that so many genuine ones pass."""
    genuine = np.sort(scores[~labels])[::-1]
    return float((scores[labels] > genuine[int(false_alarms * len(genuine))]).mean())


@torch.inference_mode()
def said(network: RetypedNetwork, pages: list[Page]) -> np.ndarray:
    """The highest log-odds of a digit on each page."""
    network.eval()
    out = []
    for page in pages:
        tokens = read(page)
        crops, facts, places, _, _ = together([tokens])
        out.append(float(network(crops, facts, places)[: page.digits].max()))
    return np.array(out)


def judged(network: RetypedNetwork, pages: list[Page]) -> str:
    """AUC and share found at 2% false alarms over all pages and by set, capture and deviation."""
    scores, labels = said(network, pages), np.array([page.is_retyped for page in pages])
    words = [f"all {auc(scores, labels):.3f} {100 * found(scores, labels):.1f}"]
    for name in ("set", "capture"):
        for value in sorted({getattr(page, name) for page in pages}):
            of = np.array([getattr(page, name) == value for page in pages])
            words.append(f"{value} {auc(scores[of], labels[of]):.3f} {100 * found(scores[of], labels[of]):.0f}")
    limit = np.sort(scores[~labels])[::-1][int(0.02 * (~labels).sum())]
    for value in sorted({page.deviation for page in pages} - {""}):
        of = np.array([page.deviation == value for page in pages])
        words.append(f"{value} {100 * (scores[of] > limit).mean():.0f}")
    return "; ".join(words)


class Batches:
    """As many genuine pages as retyped ones, each drawn with the same chance whatever it bears."""

    def __init__(self, folders: list[Path], seed: int):
        self.folders, self.random = folders, np.random.default_rng(seed)
        self.again()

    def again(self) -> None:
        pages = [page for folder in self.folders for page in listed(folder)]
        self.genuine = [page for page in pages if not page.is_retyped]
        # On the others nothing can be learnt: the retyped digits were not read, or could not be measured.
        self.retyped = [page for page in pages if page.retyped > 0]

    def next(self, count: int):
        drawn = [group[self.random.integers(len(group))] for group in (self.genuine, self.retyped) for _ in range(count // 2)]
        parts = [part_of(read(page), MOST, self.random) for page in drawn]
        crops, *others, counts = together(parts)
        return reshaped(crops, counts, self.random), *others, counts, torch.tensor([page.is_retyped for page in drawn]).float()


def loss_of(network: RetypedNetwork, word: PageWord, batch) -> Tensor:
    crops, facts, places, labels, counts, retyped = batch
    codes = padded(network.coded(crops, facts, places), counts, 0)
    seen = padded(torch.ones(len(places)), counts, 0)
    logits = network.judged(codes, padded(places, counts, 1), seen)
    labels = padded(labels, counts, -2)
    each = F.binary_cross_entropy_with_logits(logits, (labels == 1).float(), reduction="none")
    # Digits of a page weigh as much together as those that were retyped.
    positive, negative = (labels == 1).float(), (labels == 0).float()
    digits = (each * positive).sum(1) / positive.sum(1).clamp_min(1) + 3 * (each * negative).sum(1) / negative.sum(1).clamp_min(1)
    page = F.binary_cross_entropy_with_logits(word(logits, labels > -2), retyped)
    return page + DIGITS * digits.mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, nargs="+", required=True, help="folders of scripts/fit-typography/learn.ts; they may still grow")
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="folders judged at every checkpoint")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--steps", type=int, default=1000000, help="the rate follows whichever ends first, minutes or steps")
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    batches = Batches(args.pages, args.seed)
    network, averaged, word = RetypedNetwork(), RetypedNetwork(), PageWord()
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    averaged.load_state_dict(network.state_dict())
    optimiser = torch.optim.AdamW([*network.parameters(), *word.parameters()], lr=args.rate, weight_decay=1e-2)
    started, mean, judging = time.monotonic(), None, 0.0
    for step in range(1, args.steps + 1):
        spent = (time.monotonic() - started - judging) / 60 / args.minutes
        if spent >= 1:
            break
        progress = max(spent, step / args.steps)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, step / WARM) * min(1, (1 - progress) / FALLING + 0.01)
        network.train()
        loss = loss_of(network, word, batches.next(args.batch))
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
            print(f"{step} {mean:.4f} {time.monotonic() - started - judging:.0f} s, {len(batches.genuine)} + {len(batches.retyped)} pages", flush=True)
        if step % args.every == 0:
            begun = time.monotonic()
            torch.save(averaged.state_dict(), args.out / f"{step}.pt")
            for folder in args.held:
                print(f"{folder.name}: {judged(averaged, listed(folder))}", flush=True)
            batches.again()
            judging += time.monotonic() - begun
    torch.save(averaged.state_dict(), args.out / "last.pt")
    for folder in args.held:
        print(f"{folder.name}: {judged(averaged, listed(folder))}", flush=True)


if __name__ == "__main__":
    main()
