"""Crops to learn from: every speaker at every speed, and with every move of the formants, is a class; through a codec now and then."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from copies import Copies, index
from features import samples_of
from prepare import CODED, SPEEDS
from warp import WARPED

# A single recording of a LibriSpeech speaker is as long as four of the others.
WEIGHTS = {"speechocean": 1.0, "librispeech": 4.0}
SHARE_CODED = 0.4
LEAST_SECONDS = 1.0
TEACHER = 256


@dataclass(frozen=True)
class Batch:
    samples: Tensor
    classes: Tensor
    teacher: Tensor


class Batches:
    """Endless batches of the training part. Targets of distillation: the utterance's embedding and its speaker's mean, centred."""

    def __init__(self, folder: Path, seed: int):
        self.random = np.random.default_rng(seed)
        self.folder = folder
        self.lines = index(folder)
        self.speakers = sorted({line.speaker for line in self.lines if line.part == "train"})
        self.voices = [*SPEEDS, *WARPED]
        self.classes = len(self.speakers) * len(self.voices)
        self.copies: dict[tuple[str, str], Copies] = {}
        self.codecs: dict[str, list[str]] = {}
        self.rows: list[tuple[str, int, int]] = []
        self.weights, self.targets = np.zeros(0), torch.zeros(0, TEACHER)
        self.refresh()

    def refresh(self) -> None:
        """Takes up voices and codecs that are made by now: training may begin while others are being made."""
        for v, voice in enumerate(self.voices):
            if voice not in self.codecs and (self.folder / f"{voice}-teacher.npy").exists():
                self.take_up(v, voice)
        for voice, codecs in self.codecs.items():
            for codec in CODED.get(voice, []):
                if codec not in codecs and (self.folder / f"{voice}-{codec}.npy").exists():
                    self.copies[voice, codec] = Copies(self.folder, voice, codec)
                    codecs.append(codec)

    def take_up(self, v: int, voice: str) -> None:
        self.codecs[voice] = []
        copies = self.copies[voice, "clean"] = Copies(self.folder, voice, "clean")
        known = [k for k, line in enumerate(self.lines) if line.part == "train" and copies.count(k) >= LEAST_SECONDS * 16_000]
        said = np.load(self.folder / f"{voice}-teacher.npy")
        said = said - said[known].mean(0)
        means = {speaker: said[[k for k in known if self.lines[k].speaker == speaker]].mean(0) for speaker in self.speakers}
        targets = [unit(unit(said[k]) + unit(means[self.lines[k].speaker])) for k in known]
        self.rows += [(voice, k, v * len(self.speakers) + self.speakers.index(self.lines[k].speaker)) for k in known]
        self.weights = np.concatenate([self.weights, [WEIGHTS[self.lines[k].corpus] for k in known]])
        self.targets = torch.cat([self.targets, torch.tensor(np.stack(targets), dtype=torch.float32)])

    def next(self, size: int, frames: int) -> Batch:
        count = samples_of(frames)
        chosen = self.random.choice(len(self.rows), size, p=self.weights / self.weights.sum())
        samples = np.stack([self.cut(*self.rows[row][:2], count) for row in chosen])
        classes = torch.tensor([self.rows[row][2] for row in chosen])
        return Batch(torch.from_numpy(samples), classes, self.targets[torch.from_numpy(chosen)])

    def cut(self, voice: str, k: int, count: int) -> np.ndarray:
        codecs = self.codecs[voice]
        codec = str(self.random.choice(codecs)) if codecs and self.random.random() < SHARE_CODED else "clean"
        copies = self.copies[voice, codec]
        spare = copies.count(k) - count
        start = int(self.random.integers(spare + 1)) if spare > 0 else 0
        return copies.crop(k, start, count)


def unit(vector: np.ndarray) -> np.ndarray:
    return vector / (np.linalg.norm(vector) + 1e-9)
