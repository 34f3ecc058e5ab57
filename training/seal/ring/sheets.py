"""Rings that scripts/fit-seal-reader made, through memory maps; what is drawn by chance; batches."""

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from network import DEPTHS, PLACES, PLANES, TURNS

SIZE = PLANES * DEPTHS * TURNS
# Of sheets whose place was missed by more, only the edge is told: turns are askew.
STRAIGHT = 0.03
# Rings that get the print of another one, and most rows by which depths are shifted, with the depth of a row.
OVERPRINTED, DEEPER, ROW = 0.3, 2, 0.0125


def read(folder: Path) -> list[dict]:
    """Rows of a set, which may still grow."""
    rows, size = [], (folder / "sheets.bin").stat().st_size
    for line in (folder / "sheets.ndjson").read_text().splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            break
        if row["offset"] + SIZE <= size:
            rows.append(row | {"folder": folder})
    return rows


class Sheets:
    """Planes of rings; files are mapped anew when they have grown."""

    def __init__(self) -> None:
        self.maps: dict[Path, np.memmap] = {}

    def of(self, row: dict) -> np.ndarray:
        mapped = self.maps.get(row["folder"])
        if mapped is None or len(mapped) < row["offset"] + SIZE:
            mapped = self.maps[row["folder"]] = np.memmap(row["folder"] / "sheets.bin", np.uint8, "r")
        return mapped[row["offset"] : row["offset"] + SIZE].reshape(PLANES, DEPTHS, TURNS).astype(np.float32) / 255


def covered(middle: float, half: float) -> np.ndarray:
    """Share of each place between two turns, about a middle."""
    edges = (np.arange(PLACES + 1) / PLACES - middle + 0.5) % 1 - 0.5
    left, right = edges[:-1], edges[:-1] + 1 / PLACES
    return sum(np.clip((np.minimum(right, half + k) - np.maximum(left, k - half)) * PLACES, 0, 1) for k in (-1, 0, 1)).clip(0, 1)


def labels(row: dict, shift: int) -> dict[str, np.ndarray]:
    """What is true of a ring that was turned by `shift` columns."""
    by = shift / TURNS
    up, code = row["up"] + by, row["code"]
    away = (np.arange(PLACES) + 0.5) / PLACES - up
    away = (away - np.round(away)) * PLACES
    top = np.exp(-0.5 * (away / 1.2) ** 2)
    edge = np.asarray(row["edge"])
    places = ((np.arange(PLACES) + 0.5) / PLACES - by) * len(edge) - 0.5
    low = np.floor(places).astype(int)
    part = places - low
    straight = float(row["miss"] < STRAIGHT)
    return {
        "title": covered(up, (row["title"]["to"] - row["title"]["from"]) / 2),
        "code": covered(up + 0.5, code["half"]) if code else np.zeros(PLACES),
        "up": top / top.sum(),
        "edge": edge[low % len(edge)] * (1 - part) + edge[(low + 1) % len(edge)] * part,
        "whole": np.array([row["band"]["top"], row["band"]["bottom"], *([code["outer"], code["inner"]] if code else [0, 0])]),
        "weights": np.array([straight, straight * (code is not None)]),
    }


def changed(planes: np.ndarray, other: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Another ring's print over it; ink stronger and weaker, in all and from side to side; a part of the ring lost; noise."""
    planes = planes.copy()
    if random.random() < OVERPRINTED:
        print_ = np.roll(other[1], int(random.integers(TURNS)), 1)
        planes[1] = np.maximum(planes[1], print_)
        planes[0] *= 1 - random.uniform(0, 0.8) * np.minimum(1, 2 * print_)
    around = np.arange(TURNS) / TURNS * 2 * np.pi
    for plane in planes:
        wave = 1 + random.uniform(0, 0.4) * np.cos(around - random.uniform(0, 2 * np.pi))
        plane *= random.uniform(0.5, 1.25) * wave[None]
        np.power(plane, random.uniform(0.75, 1.3), out=plane)
    if random.random() < 0.12:
        start, width = int(random.integers(TURNS)), int(random.integers(10, 60))
        planes[0][:, (start + np.arange(width)) % TURNS] *= random.uniform(0, 0.5)
    if random.random() < 0.3:
        planes += random.normal(0, random.uniform(0.01, 0.06), planes.shape)
    return planes.clip(0, 1)


class Batches:
    def __init__(self, folders: list[Path], seed: int):
        self.folders, self.random, self.sheets = folders, np.random.default_rng(seed), Sheets()
        self.again()

    def again(self) -> None:
        self.rows = [row for folder in self.folders for row in read(folder)]

    def next(self, size: int) -> tuple[Tensor, dict[str, Tensor]]:
        planes, known = [], []
        for k in self.random.integers(len(self.rows), size=size):
            shift, deeper = int(self.random.integers(TURNS)), int(self.random.integers(-DEEPER, DEEPER + 1))
            other = self.sheets.of(self.rows[int(self.random.integers(len(self.rows)))])
            own = np.roll(changed(self.sheets.of(self.rows[k]), other, self.random), (deeper, shift), (1, 2))
            if deeper > 0:
                own[:, :deeper] = 0
            elif deeper < 0:
                own[:, deeper:] = own[:, deeper - 1 : deeper]
            planes.append(own)
            known.append(labels(self.rows[k], shift))
            known[-1]["edge"] = known[-1]["edge"] + deeper * ROW
        return stacked(planes), {name: torch.tensor(np.stack([one[name] for one in known]), dtype=torch.float32) for name in known[0]}


def stacked(planes: list[np.ndarray]) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(np.stack(planes), np.float32))
