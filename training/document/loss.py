"""What training lowers."""

import torch
import torch.nn.functional as F
from torch import Tensor

from network import pooled

BALANCE = 3.0
"""Weight of altered cells, which are a few per cent of a crop."""


def loss(logits: Tensor, share: Tensor, weight: Tensor) -> tuple[Tensor, dict[str, float]]:
    """Cells [B, R, C] against the share of each that was altered; weight 0 leaves a cell out.

    Balanced cross-entropy and, on crops with an edit, Dice (Milletari et al., V-Net, 2016) for the cells; cross-entropy of the
    pooled log-odds for the crop as a whole, whose truth is whether any cell is altered by half or more.
    """
    cells = F.binary_cross_entropy_with_logits(
        logits, share, weight * (1 + (BALANCE - 1) * share), reduction="sum"
    ) / weight.sum()
    altered = ((share >= 0.5) & (weight > 0)).flatten(1).any(1)
    probability = logits.sigmoid() * weight
    overlap = 2 * (probability * share).flatten(1).sum(1) + 1
    total = probability.square().flatten(1).sum(1) + share.square().flatten(1).sum(1) + 1
    dice = torch.where(altered, 1 - overlap / total, 0).sum() / altered.sum().clamp(min=1)
    page = F.binary_cross_entropy_with_logits(pooled(logits, weight), altered.float())
    parts = {"cells": cells.item(), "dice": dice.item(), "page": page.item()}
    return 4 * cells + 0.3 * dice + 0.3 * page, parts
