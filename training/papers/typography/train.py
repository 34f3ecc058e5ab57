"""Trains the network on genuine pages and their retyped twins."""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from network import RetypedNetwork
from pages import Page, listed, padded, part_of, read, reshaped, together

sys.path.append(str(Path(__file__).parents[2] / "common"))
from loop import add_options, auc, begin, train  # noqa: E402

# The share of the steps over which the rate falls.
FALLING = 0.6
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
    add_options(parser, steps=1000000, every=500, batch=12, rate=1e-3, threads=2)
    args = parser.parse_args()
    begin(args)
    batches = Batches(args.pages, args.seed)
    network, averaged, word = RetypedNetwork(), RetypedNetwork(), PageWord()
    train(
        args,
        (network, averaged),
        lambda: loss_of(network, word, batches.next(args.batch)),
        falling=FALLING,
        decay=1e-2,
        judge=lambda judged_one, folder: judged(judged_one, listed(folder)),
        again=batches.again,
        known=lambda: f"{len(batches.genuine)} + {len(batches.retyped)} pages",
        further=word.parameters(),
    )


if __name__ == "__main__":
    main()
