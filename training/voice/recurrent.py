"""Speaker network that begins as the teacher: its three LSTM layers behind a map from Kaldi's log energies to the powers that they know.

What a band's mean over time was is gone from the features; in its place stands the mean spectrum of speech, learned further. The teacher speaks
of 1.6 s; here the outputs over a piece of any length are averaged, the first quarter left out, where the state has heard too little.
"""

import math

import torch
from torch import Tensor, nn

from features import FULL_SCALE
from teacher import MELS as POWERS
from teacher import Teacher

MELS, EMBEDDING = 80, 256
# Of a log energy above the mean spectrum of speech.
LOUDEST = 8.0


class RecurrentNetwork(nn.Module):
    """Features B × T × 80, mean taken away, to embeddings B × 256 of no fixed length."""

    embedding_size = EMBEDDING

    def __init__(self):
        super().__init__()
        self.spectrum = nn.Parameter(torch.zeros(MELS))
        self.bands = nn.Linear(MELS, POWERS, bias=False)
        self.lstm = nn.LSTM(POWERS, 256, 3, batch_first=True)
        self.linear = nn.Linear(256, EMBEDDING)

    def forward(self, features: Tensor) -> Tensor:
        # Powers span more than 16 bits tell.
        with torch.autocast("cpu", enabled=False):
            powers = torch.relu(self.bands((features.clamp(max=LOUDEST) + self.spectrum).exp()))
        outputs, _ = self.lstm(powers)
        with torch.autocast("cpu", enabled=False):
            return self.linear(outputs[:, features.shape[1] // 4 :].float().mean(1))

    @torch.no_grad()
    def start_as(self, teacher: Teacher, spectrum: Tensor, bands: Tensor) -> None:
        """`spectrum`: mean log energies of speech at the teacher's level; `bands`: 80 × 40, from energies to its powers."""
        self.lstm.load_state_dict(teacher.lstm.state_dict())
        self.linear.load_state_dict(teacher.linear.state_dict())
        self.spectrum.copy_(spectrum)
        self.bands.weight.copy_(bands.T)


@torch.no_grad()
def fitted(teacher: Teacher, bank: nn.Module, recordings: list[Tensor], weight: float = 1e-3) -> tuple[Tensor, Tensor]:
    """Spectrum and bands by least squares over recordings (samples in [-1, 1], raised to the teacher's level)."""
    logs, powers = [], []
    for samples in recordings:
        energies = bank.energies(samples[None])[0] - 2 * math.log(FULL_SCALE)
        mels = teacher.mels(samples)
        # The teacher's frames are centred, the bank's begin at the first sample: one and a quarter apart.
        count = min(len(energies), len(mels) - 1)
        logs.append(energies[:count])
        powers.append(mels[1 : 1 + count])
    energies, target = torch.cat(logs), torch.cat(powers)
    spectrum = energies.mean(0)
    # Loud frames would decide everything: each counts by its size.
    linear = energies.exp()
    scale = linear.mean(1, keepdim=True)
    a, b = (linear / scale).double(), (target / scale).double()
    gram = a.T @ a + weight * len(a) * torch.eye(MELS, dtype=torch.float64) * (a.square().mean())
    return spectrum, torch.linalg.solve(gram, a.T @ b).float()
