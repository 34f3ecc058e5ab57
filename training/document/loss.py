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
    cells, dice, page, altered = parts_of(logits, share, weight)
    whole = cells.sum() / weight.sum()
    dice = dice.sum() / altered.sum().clamp(min=1)
    page = page.mean()
    parts = {"cells": whole.item(), "dice": dice.item(), "page": page.item()}
    return 4 * whole + 0.3 * dice + 0.3 * page, parts


def loss_of_each(logits: Tensor, share: Tensor, weight: Tensor) -> Tensor:
    """The same for every crop by itself, [B]."""
    cells, dice, page, _ = parts_of(logits, share, weight)
    return 4 * cells / weight.flatten(1).sum(1).clamp(min=1) + 0.3 * dice + 0.3 * page


def parts_of(logits: Tensor, share: Tensor, weight: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Of each crop [B]: sum of the cells' cross-entropy, Dice (0 without an edit), the whole crop's cross-entropy, whether altered."""
    cells = F.binary_cross_entropy_with_logits(logits, share, weight * (1 + (BALANCE - 1) * share), reduction="none")
    altered = ((share >= 0.5) & (weight > 0)).flatten(1).any(1)
    probability = logits.sigmoid() * weight
    overlap = 2 * (probability * share).flatten(1).sum(1) + 1
    total = probability.square().flatten(1).sum(1) + share.square().flatten(1).sum(1) + 1
    dice = torch.where(altered, 1 - overlap / total, 0)
    page = F.binary_cross_entropy_with_logits(pooled(logits, weight), altered.float(), reduction="none")
    return cells.flatten(1).sum(1), dice, page, altered
