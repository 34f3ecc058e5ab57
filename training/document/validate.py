"""Whole validation pages through the network: how well cells and pages are told."""

import numpy as np
import torch

from metrics import auc, table
from network import Network, pooled
from pages import Page, Tensors, read


def tensors(page: Tensors) -> tuple[torch.Tensor, ...]:
    """The network's four inputs for one page, batch axis first."""
    return (
        torch.from_numpy(page.luma)[None, None],
        torch.from_numpy(page.chroma)[None],
        torch.from_numpy(page.levels)[None],
        torch.from_numpy(page.quantization)[None],
    )


@torch.no_grad()
def validate(network: Network, pages: list[Page]) -> dict[str, float]:
    """Page figures as in metrics.table; `cell AUC`, `F1`: of the cells of forged pages, a cell counted as altered from half
    on and called so at log-odds above 0."""
    network.eval()
    scores = []
    bins = np.linspace(-20, 20, 2001)
    counts = np.zeros((2, len(bins) + 1))
    hit = called = true = 0
    for page in pages:
        sample = read(page)
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(*tensors(sample))
        scores.append(pooled(logits).item())
        if page.label == 1:
            cells, truth = logits[0].numpy(), sample.share >= 0.5
            for label in (0, 1):
                counts[label] += np.bincount(np.digitize(cells[truth == label], bins), minlength=len(bins) + 1)
            hit += int(((cells > 0) & truth).sum())
            called += int((cells > 0).sum())
            true += int(truth.sum())
    levels = np.arange(counts.shape[1])
    return {
        "cell AUC": auc(np.tile(levels, 2), np.repeat([0, 1], len(levels)), counts.ravel()),
        "F1": 2 * hit / max(1, called + true),
        **table(pages, np.array(scores)),
    }
