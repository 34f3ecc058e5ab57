"""Kaldi's 80-mel filter bank as the product computes it, in PyTorch: 25 ms windows every 10 ms, snipped at the edges, without dither.

Povey et al., "The Kaldi Speech Recognition Toolkit" (2011), `feat/feature-fbank.cc` for the definitions.
"""

import math

import torch
from torch import Tensor, nn

RATE = 16_000
WINDOW, SHIFT, PADDED = 400, 160, 512
MELS = 80
LOWEST, HIGHEST = 20.0, RATE / 2
PREEMPHASIS = 0.97
FLOOR = 1.1920929e-07
FULL_SCALE = 32_768


def mel(hertz: float) -> float:
    return 1127.0 * math.log(1.0 + hertz / 700.0)


def filters() -> Tensor:
    """Triangles even on the mel scale, PADDED / 2 bins × MELS."""
    low, high = mel(LOWEST), mel(HIGHEST)
    step = (high - low) / (MELS + 1)
    bins = torch.tensor([mel(k * RATE / PADDED) for k in range(PADDED // 2)], dtype=torch.float64)
    left = low + step * torch.arange(MELS, dtype=torch.float64)
    up = (bins[:, None] - left) / step
    down = (left + 2 * step - bins[:, None]) / step
    return torch.clamp(torch.minimum(up, down), min=0).float()


class FilterBank(nn.Module):
    """Samples in [-1, 1], B × N, to log energies B × frames × MELS, the mean of each band over time taken away."""

    def __init__(self):
        super().__init__()
        hann = 0.5 - 0.5 * torch.cos(2 * math.pi * torch.arange(WINDOW, dtype=torch.float64) / (WINDOW - 1))
        self.register_buffer("window", (hann**0.85).float())
        self.register_buffer("filters", filters())

    def forward(self, samples: Tensor) -> Tensor:
        return normalised(self.energies(samples))

    def energies(self, samples: Tensor) -> Tensor:
        frames = (samples * FULL_SCALE).unfold(-1, WINDOW, SHIFT)
        frames = frames - frames.mean(-1, keepdim=True)
        before = torch.cat([frames[..., :1], frames[..., :-1]], -1)
        frames = (frames - PREEMPHASIS * before) * self.window
        spectrum = torch.fft.rfft(frames, PADDED)[..., : PADDED // 2].abs().square()
        return (spectrum @ self.filters).clamp(min=FLOOR).log()


def normalised(energies: Tensor) -> Tensor:
    """The channel is a constant in each band: without it, less of the room and the line is left to learn."""
    return energies - energies.mean(-2, keepdim=True)


def samples_of(frames: int) -> int:
    """So many samples give so many frames."""
    return WINDOW + (frames - 1) * SHIFT
