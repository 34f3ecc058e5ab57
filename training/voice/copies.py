"""Prepared recordings, read through a memory map."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FULL_SCALE = 32_768


@dataclass(frozen=True)
class Line:
    corpus: str
    speaker: str
    utterance: str
    part: str


def index(folder: Path) -> list[Line]:
    return [Line(*line) for line in json.loads((folder / "index.json").read_text())]


class Copies:
    """All utterances at one speed through one codec, in the index's order."""

    def __init__(self, folder: Path, speed: str, codec: str):
        self.ends = json.loads((folder / f"{speed}.json").read_text())
        self.samples = np.load(folder / f"{speed}-{codec}.npy", mmap_mode="r")

    def __len__(self) -> int:
        return len(self.ends) - 1

    def count(self, k: int) -> int:
        return self.ends[k + 1] - self.ends[k]

    def __getitem__(self, k: int) -> np.ndarray:
        """Samples in [-1, 1]."""
        return self.samples[self.ends[k] : self.ends[k + 1]].astype(np.float32) / FULL_SCALE

    def crop(self, k: int, start: int, count: int) -> np.ndarray:
        """`count` samples from `start` on; a recording that is too short begins anew."""
        first, length = self.ends[k], self.count(k)
        places = first + (start + np.arange(count)) % length if start + count > length else slice(first + start, first + start + count)
        return self.samples[places].astype(np.float32) / FULL_SCALE
