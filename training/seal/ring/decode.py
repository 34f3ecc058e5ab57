"""Where title, code and top lie by what the network says, as packages/detectors/seal/src/unroll/signs.ts has it."""

import numpy as np

from network import PLACES

# Turns between what is tried; by how much a title's middle may miss the top.
STEP, ASTRAY = 1 / 720, 6 / 360


def best_span(log_odds: np.ndarray, middle: float, most: float, astray: float) -> tuple[float, float, float]:
    """The likeliest span about a middle: its middle, its half length in turns, and how much likelier it is than none (logarithm)."""
    sums = np.concatenate([[0], np.cumsum(np.tile(log_odds, 3))])
    at = lambda turn: np.interp((turn + 1) * PLACES, np.arange(len(sums)), sums)  # noqa: E731
    halves = np.arange(1, int(most / STEP) + 1) * STEP
    best = (middle, 0.0, 0.0)
    for shift in np.arange(-round(astray / STEP), round(astray / STEP) + 1) * STEP:
        centre = middle % 1 + shift
        worth = at(centre + halves) - at(centre - halves)
        k = int(worth.argmax())
        if worth[k] > best[2]:
            best = (centre, float(halves[k]), float(worth[k]))
    return best


def top(log_likely: np.ndarray) -> float:
    """The likeliest top in turns, between places by a parabola."""
    k = int(log_likely.argmax())
    before, own, after = (log_likely[(k + d) % PLACES] for d in (-1, 0, 1))
    bend = before + after - 2 * own
    return (k + 0.5 + (np.clip((before - after) / (2 * bend), -0.5, 0.5) if bend < -1e-6 else 0)) / PLACES
