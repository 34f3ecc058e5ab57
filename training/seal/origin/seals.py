"""Seals that scripts/fit-seal-origin made, through memory maps; what is drawn by chance; batches."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from network import PLANES, STRIDE

# As `LEVELS` in scripts/fit-seal-origin/bytes.ts: levels of a unit, and the level of 0.
UNITS = np.array([125, 125, 125, 255, 125, 31, 31, 31, 160], np.float32)[:, None, None]
ZEROS = np.array([0, 0, 0, 0, 0, 128, 128, 128, 0], np.float32)[:, None, None]
# Sides of what training sees of larger cuts.
MOST = 224
INKS = ("stamp", "tile")


@dataclass
class Seal:
    maker: str
    capture: str
    page: str
    width: int
    height: int
    offset: int
    folder: Path


def read(folder: Path) -> list[Seal]:
    seals, size = [], (folder / "seals.bin").stat().st_size
    for line in (folder / "seals.ndjson").read_text().splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            break  # The last line of a set that still grows.
        seal = Seal(row["maker"], row["capture"], row["page"], row["width"], row["height"], row["offset"], folder)
        if seal.offset + len(PLANES) * seal.width * seal.height <= size:
            seals.append(seal)
    return seals


class Planes:
    """Planes of seals as numbers; files are mapped anew when they have grown."""

    def __init__(self) -> None:
        self.maps: dict[Path, np.memmap] = {}

    def of(self, seal: Seal) -> np.ndarray:
        end = seal.offset + len(PLANES) * seal.width * seal.height
        mapped = self.maps.get(seal.folder)
        if mapped is None or len(mapped) < end:
            mapped = self.maps[seal.folder] = np.memmap(seal.folder / "seals.bin", np.uint8, "r")
        cut = mapped[seal.offset : end].reshape(len(PLANES), seal.height, seal.width)
        return (cut.astype(np.float32) - ZEROS) / UNITS


def changed(planes: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Mirrored, turned by right angles, cropped, and inked more or less."""
    _, height, width = planes.shape
    share = random.uniform(0.75, 1) if random.random() < 0.5 else 1
    high, wide = min(MOST, int(share * height)), min(MOST, int(share * width))
    top, left = random.integers(0, height - high + 1), random.integers(0, width - wide + 1)
    planes = planes[:, top : top + high, left : left + wide]
    planes = np.rot90(planes, random.integers(0, 4), (1, 2))
    if random.random() < 0.5:
        planes = planes[:, :, ::-1]
    planes = planes.copy()
    planes[:3] *= random.uniform(0.85, 1.15)
    if random.random() < 0.1:
        # As grey copies are seen: one density in all channels.
        planes[:3] = planes[:3].mean(0)
        planes[5:8] = planes[5:8].mean(0)
        planes[4] = 0
    return planes


def stacked(cuts: list[np.ndarray]) -> tuple[Tensor, Tensor]:
    """Planes N × 9 × H × W, padded, and what of them is of the picture."""
    high = -(-max(cut.shape[1] for cut in cuts) // STRIDE) * STRIDE
    wide = -(-max(cut.shape[2] for cut in cuts) // STRIDE) * STRIDE
    planes, seen = np.zeros((len(cuts), len(PLANES), high, wide), np.float32), np.zeros((len(cuts), 1, high, wide), np.float32)
    for i, cut in enumerate(cuts):
        planes[i, :, : cut.shape[1], : cut.shape[2]] = cut
        seen[i, :, : cut.shape[1], : cut.shape[2]] = 1
    return torch.from_numpy(planes), torch.from_numpy(seen)


def is_layer(seal: Seal) -> bool:
    return seal.maker not in INKS


class Batches:
    """Half ink, half layers; of layers cut-outs as often as drawings; seals of like size together, to pad little."""

    # How often each maker is drawn.
    SHARES = {"stamp": 0.36, "tile": 0.14, "tool": 0.24, "cutout": 0.22, "esign": 0.04}

    def __init__(self, folders: list[Path], seed: int):
        self.folders, self.random, self.planes = folders, np.random.default_rng(seed), Planes()
        self.again()

    def again(self) -> None:
        """Reads the lists anew: sets may still grow."""
        self.groups: dict[str, list[Seal]] = {}
        for folder in self.folders:
            for seal in read(folder):
                self.groups.setdefault(seal.maker, []).append(seal)

    def next(self, size: int) -> tuple[Tensor, Tensor, Tensor]:
        makers = [maker for maker in self.SHARES if maker in self.groups]
        shares = np.array([self.SHARES[maker] for maker in makers])
        drawn = [self.groups[maker] for maker in self.random.choice(makers, size, p=shares / shares.sum())]
        seals = [group[self.random.integers(len(group))] for group in drawn]
        planes, seen = stacked([changed(self.planes.of(seal), self.random) for seal in seals])
        return planes, seen, torch.tensor([float(is_layer(seal)) for seal in seals])
