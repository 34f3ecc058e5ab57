"""Genuine utterances of the speech folder, split by speaker as its DATA.md says."""
import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

RATE = 16000

@dataclass(frozen=True)
class Utterance:
    path: Path
    speaker: str
    split: str

    @property
    def name(self) -> str:
        return self.path.stem


def split_of(name: str) -> str:
    bucket = int(hashlib.sha1(name.encode()).hexdigest()[:8], 16) % 10
    return "train" if bucket <= 6 else "validation" if bucket == 7 else "test"


def utterances(root: Path, each: int) -> list[Utterance]:
    """
    Of the corpus with about twenty a speaker so many of every speaker, one more where it is measured; speakers of the other have one.
    Chosen by their names alone.
    """
    chosen = []
    for folder in sorted(path for path in (root / "speechocean762-train").iterdir() if path.is_dir()):
        files = sorted(folder.rglob("*.opus"), key=lambda path: hashlib.sha1(path.stem.encode()).hexdigest())
        split = split_of(folder.name)
        chosen += [Utterance(path, folder.name, split) for path in files[: each + (split != "train")]]
    for path in sorted((root / "librispeech-251").glob("*.opus")):
        speaker = path.stem.split("-")[0]
        chosen.append(Utterance(path, speaker, split_of(speaker)))
    return chosen


def read(path: Path, seconds: float = 6.0) -> np.ndarray:
    """Mono at 16 kHz, in [-1, 1], at most so long."""
    samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    samples = samples.mean(1)
    if rate != RATE:
        samples = resample_poly(samples, RATE, rate).astype(np.float32)
    return samples[: int(seconds * RATE)]
