"""Pairs of seals as `scripts/fit-seal-judge --only pairs` writes them, and crops of training made of them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from network import RINGS, SECTORS

UNKNOWN = -128
FULL = 100
# As `packages/detectors/seal/src/fingerprint/polar.ts` lays the rings.
FIRST, LAST = 0.08, 1.02
# Trees that give a stranger more than this find it hard to tell; of those to which they give less than EASY, one in ten is kept.
HARD, EASY = 0.02, 0.005
TENTH = 10


@dataclass(frozen=True)
class Pairs:
    """`cells`: N × 2 × 60 × 288, ink in hundredths; `alike`, `twins` (of one template), `trees` (their probability): N."""

    cells: np.ndarray
    alike: np.ndarray
    twins: np.ndarray
    trees: np.ndarray


def read(*stems: Path) -> Pairs:
    """All pairs of several files but most of the easiest, which are most of them."""
    lines, cells = [], []
    for stem in stems:
        own = json.loads(stem.with_suffix(".json").read_text())
        kept = [i for i, line in enumerate(own) if line["alike"] or line["twins"] or line["trees"] > EASY or i % TENTH == 0]
        mapped = np.memmap(stem.with_suffix(".bin"), np.int8, "r").reshape(-1, 2, RINGS, SECTORS)
        cells.append(mapped[kept])
        lines += [own[i] for i in kept]
    column = lambda name: np.array([line[name] for line in lines])
    return Pairs(np.concatenate(cells), column("alike").astype(bool), column("twins").astype(bool), column("trees"))


def tensor(cells: np.ndarray) -> Tensor:
    """As the network takes them."""
    known = torch.from_numpy(cells != UNKNOWN).float()
    ink = torch.from_numpy(np.where(cells == UNKNOWN, 0, cells)).float() / FULL
    return torch.stack([ink[:, 0], known[:, 0], ink[:, 1], known[:, 1]], 1)


class Batches:
    """
    Nearly half of the pairs are copies of one imprint; the rest are twins, strangers that trees find hard, and others. Once `harden` was told what the
    network makes of them, some come from those that it gets most wrong (Shrivastava et al., "Training Region-based Object Detectors with Online
    Hard Example Mining", CVPR 2016).
    """

    # Share of draws from the hard ones of their kind, and the share of a kind that these are.
    FROM_HARD, HARDEST = 0.3, 0.08
    # So many of a kind are asked about; of twins the first are passed over: where what differs is covered, nobody can tell.
    ASKED = 6000
    COVERED = 0.08

    def __init__(self, pairs: Pairs, seed: int):
        self.pairs, self.random = pairs, np.random.default_rng(seed)
        other = ~pairs.alike & ~pairs.twins
        choices = (pairs.alike, ~pairs.alike & pairs.twins, other & (pairs.trees > HARD), other)
        self.kinds = [np.flatnonzero(choice) for choice in choices]
        self.hard = list(self.kinds)
        radius = FIRST + (np.arange(RINGS) + 0.5) * (LAST - FIRST) / RINGS
        angle = 2 * np.pi * (np.arange(SECTORS) + 0.5) / SECTORS
        self.x, self.y = radius[:, None] * np.sin(angle), -radius[:, None] * np.cos(angle)

    def harden(self, said_of: Callable[[np.ndarray], np.ndarray]) -> None:
        """@param said_of: log-odds of pairs by their numbers; not asked of those that trees find easy."""
        for number, kind in enumerate(self.kinds[:-1]):
            kind = self.random.permutation(kind)[: self.ASKED]
            said = said_of(kind)
            worst = np.argsort(said if number == 0 else -said)
            first = int(self.COVERED * len(kind)) if number == 1 else 0
            self.hard[number] = kind[worst[first : first + max(1, int(self.HARDEST * len(kind)))]]

    def next(self, count: int) -> tuple[Tensor, Tensor]:
        drawn = [self.one() for _ in range(count)]
        return tensor(np.stack([cells for cells, _ in drawn])), torch.tensor([alike for _, alike in drawn])

    def one(self) -> tuple[np.ndarray, float]:
        random = self.random
        kind = random.choice(4, p=[0.45, 0.35, 0.13, 0.07])
        group = self.hard if random.random() < self.FROM_HARD else self.kinds
        a, b = self.pairs.cells[random.choice(group[kind])].copy()
        alike = kind == 0
        if alike and random.random() < 0.2:
            alike = not self.exchange(a, b)
        if random.random() < 0.25:
            self.cover(a if random.random() < 0.5 else b)
        if random.random() < 0.5:
            a, b = b, a
        if random.random() < 0.5:
            a, b = a[:, ::-1], b[:, ::-1]
        turn = int(random.integers(SECTORS))
        a, b = np.roll(a, turn, 1), np.roll(b, turn + int(random.integers(-1, 2)), 1)
        if random.random() < 0.3:
            b = outwards(b, int(random.choice([-1, 1])))
        return np.stack([a, b]), float(alike)

    def exchange(self, a: np.ndarray, b: np.ndarray) -> bool:
        """A twin made of a copy: a stretch of its lettering becomes that of another seal, where both show strokes that differ."""
        random = self.random
        other = np.roll(self.pairs.cells[random.integers(len(self.pairs.cells)), random.integers(2)], int(random.integers(SECTORS)), 1)
        columns = (np.arange(int(random.integers(16, 110))) + int(random.integers(SECTORS))) % SECTORS
        rings = slice(int(random.integers(18, 34)), int(random.integers(46, 54)))
        old, new, mine = (cells[rings][:, columns] for cells in (a, other, b))
        known = (old != UNKNOWN) & (new != UNKNOWN) & (mine != UNKNOWN)
        if known.mean() < 0.7 or np.abs(old - new.astype(int))[known].mean() < 22 or old[known].std() < 25:
            return False
        b[rings, columns] = new
        return True

    def cover(self, cells: np.ndarray) -> None:
        angle, depth = self.random.uniform(0, 2 * np.pi), self.random.uniform(-0.1, 0.95)
        cells[self.x * np.cos(angle) + self.y * np.sin(angle) > depth] = UNKNOWN


def outwards(cells: np.ndarray, by: int) -> np.ndarray:
    moved = np.full_like(cells, UNKNOWN)
    if by > 0:
        moved[by:] = cells[:-by]
    else:
        moved[:by] = cells[-by:]
    return moved
