"""Embeddings of a published model, which the small network learns to say: Resemblyzer 0.1.4 (Apache-2.0), a GE2E LSTM.

Wan et al., "Generalized End-to-End Loss for Speaker Verification" (2018). Its features are its own: 40 mels of power, without logarithm,
1.6 s partials at 1.3 a second, recordings raised to -30 dBFS. Writes `<speed>-teacher.npy` (utterances × 256) beside the prepared copies.
"""

import argparse
from pathlib import Path

import librosa
import numpy as np
import torch
from torch import Tensor, nn

from copies import Copies

RATE, WINDOW, HOP, MELS = 16_000, 400, 160, 40
PARTIAL, PARTIALS_A_SECOND, LEAST_COVERAGE = 160, 1.3, 0.75
LEVEL = -30.0


class Teacher(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(MELS, 256, 3, batch_first=True)
        self.linear = nn.Linear(256, 256)
        self.register_buffer("filters", torch.tensor(librosa.filters.mel(sr=RATE, n_fft=WINDOW, n_mels=MELS)), persistent=False)
        self.register_buffer("window", torch.hann_window(WINDOW), persistent=False)

    def forward(self, mels: Tensor) -> Tensor:
        """Partials × frames × 40 to partials × 256, non-negative, of length 1."""
        _, (hidden, _) = self.lstm(mels)
        return nn.functional.normalize(torch.relu(self.linear(hidden[-1])), dim=1)

    def mels(self, samples: Tensor) -> Tensor:
        spectrum = torch.stft(samples, WINDOW, HOP, window=self.window, center=True, pad_mode="constant", return_complex=True)
        return (self.filters @ spectrum.abs().square()).T

    @torch.inference_mode()
    def embed(self, samples: np.ndarray) -> np.ndarray:
        loud = raised(samples)
        starts = partials(len(loud))
        padded = np.pad(loud, (0, max(0, (starts[-1] + PARTIAL) * HOP - len(loud))))
        mels = self.mels(torch.from_numpy(padded))
        batch = torch.stack([mels[start : start + PARTIAL] for start in starts])
        return nn.functional.normalize(self(batch).mean(0), dim=0).numpy()


def opened(weights: Path) -> Teacher:
    teacher = Teacher()
    teacher.load_state_dict(torch.load(weights, map_location="cpu", weights_only=False)["model_state"], strict=False)
    return teacher.eval()


def raised(samples: np.ndarray) -> np.ndarray:
    level = 20 * np.log10(np.sqrt(np.mean(samples.astype(np.float64) ** 2)) + 1e-9)
    return samples if level > LEVEL else (samples * 10 ** ((LEVEL - level) / 20)).astype(np.float32)


def partials(count: int) -> list[int]:
    """First frames of the partials; the last one is dropped when too little of it is sound."""
    step = round(RATE / PARTIALS_A_SECOND / HOP)
    frames = -(-(count + 1) // HOP)
    starts = list(range(0, max(1, frames - PARTIAL + step + 1), step))
    covered = (count - starts[-1] * HOP) / (PARTIAL * HOP)
    return starts[:-1] if covered < LEAST_COVERAGE and len(starts) > 1 else starts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", required=True, help="what prepare.py wrote")
    parser.add_argument("--weights", required=True, help="pretrained.pt out of the wheel")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--speeds", nargs="+", default=["1", "0.84", "0.92", "1.08", "1.17"])
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    teacher = opened(Path(args.weights))
    for speed in args.speeds:
        copies = Copies(Path(args.set), speed, "clean")
        rows = [teacher.embed(copies[k]) if copies.count(k) else np.zeros(256, np.float32) for k in range(len(copies))]
        np.save(Path(args.set) / f"{speed}-teacher.npy", np.stack(rows))
        print(speed, flush=True)


if __name__ == "__main__":
    main()
