"""Seals by what the network says, as packages/detectors/seal/src/locate/decode.ts has it."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from network import CELL
from pages import Seal

MOST = 24
LEAST = 0.1
# Shares of a smaller box within another from which both are one seal.
WITHIN = 0.7


def decoded(told: Tensor) -> list[tuple[float, Seal]]:
    """Seals of one page, 9 × rows × columns, the surest first, in pixels of the planes."""
    middles = torch.sigmoid(told[0])
    peaks = middles * (F.max_pool2d(middles[None, None], 3, 1, 1)[0, 0] == middles)
    scores, places = peaks.flatten().topk(min(MOST, peaks.numel()))
    found: list[tuple[float, Seal]] = []
    for score, place in zip(scores.tolist(), places.tolist()):
        if score < LEAST:
            break
        i, j = divmod(place, middles.shape[1])
        _, square, right, down, size, long, aslant, level, turned = told[:, i, j].tolist()
        radius, stretch = CELL * math.exp(size), math.hypot(long, aslant)
        is_square = square > 0
        if is_square:
            angle = math.atan2(turned, level) / 4
            # The axes' ratio along the sides.
            stretch = long * math.cos(2 * angle) + aslant * math.sin(2 * angle)
        else:
            angle = math.atan2(aslant, long) / 2
        half = math.exp(stretch / 2)
        seal = Seal(CELL * (j + 0.5 + right), CELL * (i + 0.5 + down), radius * half, radius / half, math.degrees(angle), is_square, True)
        if not any(twins(other, seal) for _, other in found):
            found.append((score, seal))
    return found


def twins(a: Seal, b: Seal) -> bool:
    one, other = a.box(), b.box()
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return False
    return wide * high > WITHIN * min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))


def overlap(a: Seal, b: Seal, width: int, height: int) -> float:
    """Intersection over union of two boxes on a page."""

    def on(seal: Seal) -> tuple[float, float, float, float]:
        left, top, right, bottom = seal.box()
        return max(0, left), max(0, top), min(width, right), min(height, bottom)

    one, other = on(a), on(b)
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    if wide <= 0 or high <= 0:
        return 0.0
    sizes = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return wide * high / (sizes - wide * high)
