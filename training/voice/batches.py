"""Crops to learn from: every speaker at every speed is a class, through a codec now and then."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from copies import Copies, index
from features import samples_of
from prepare import CODED, SPEEDS

# A single recording of a LibriSpeech speaker is as long as four of the others.
WEIGHTS = {"speechocean": 1.0, "librispeech": 4.0}
SHARE_CODED = 0.4
LEAST_SECONDS = 1.0


@dataclass(frozen=True)
class Batch:
    samples: Tensor
    classes: Tensor
    teacher: Tensor


class Batches:
    """Endless batches of the training part. Targets of distillation: the utterance's embedding and its speaker's mean, centred."""

    def __init__(self, folder: Path, seed: int):
        self.random = np.random.default_rng(seed)
        lines = index(folder)
        speakers = sorted({line.speaker for line in lines if line.part == "train"})
        self.speeds = list(SPEEDS)
        self.classes = len(speakers) * len(self.speeds)
        self.folder = folder
        self.copies = {(speed, "clean"): Copies(folder, speed, "clean") for speed in self.speeds}
        self.codecs: dict[str, list[str]] = {speed: [] for speed in self.speeds}
        self.refresh()
        self.rows, weights, targets = [], [], []
        for s, speed in enumerate(self.speeds):
            said = np.load(folder / f"{speed}-teacher.npy")
            known = [k for k, line in enumerate(lines) if line.part == "train" and self.copies[speed, "clean"].count(k) >= LEAST_SECONDS * 16_000]
            said = said - said[known].mean(0)
            means = {speaker: said[[k for k in known if lines[k].speaker == speaker]].mean(0) for speaker in speakers}
            for k in known:
                speaker = lines[k].speaker
                self.rows.append((speed, k, s * len(speakers) + speakers.index(speaker)))
                weights.append(WEIGHTS[lines[k].corpus])
                target = unit(said[k]) + unit(means[speaker])
                targets.append(unit(target))
        self.weights = np.array(weights) / sum(weights)
        self.targets = torch.tensor(np.stack(targets), dtype=torch.float32)

    def refresh(self) -> None:
        """Takes up codecs that are made by now: training may begin while the rest is being coded."""
        for speed, codecs in self.codecs.items():
            for codec in CODED[speed]:
                if codec not in codecs and (self.folder / f"{speed}-{codec}.npy").exists():
                    self.copies[speed, codec] = Copies(self.folder, speed, codec)
                    codecs.append(codec)

    def next(self, size: int, frames: int) -> Batch:
        count = samples_of(frames)
        chosen = self.random.choice(len(self.rows), size, p=self.weights)
        samples = np.stack([self.cut(*self.rows[row][:2], count) for row in chosen])
        classes = torch.tensor([self.rows[row][2] for row in chosen])
        return Batch(torch.from_numpy(samples), classes, self.targets[torch.from_numpy(chosen)])

    def cut(self, speed: str, k: int, count: int) -> np.ndarray:
        codecs = self.codecs[speed]
        codec = str(self.random.choice(codecs)) if codecs and self.random.random() < SHARE_CODED else "clean"
        copies = self.copies[speed, codec]
        spare = copies.count(k) - count
        start = int(self.random.integers(spare + 1)) if spare > 0 else 0
        return copies.crop(k, start, count)


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / (np.linalg.norm(vector) + 1e-9)
