"""What lies between a mouth and a recording: room, noise, other voices, bands, companding. Batches of B × N samples in PyTorch.

Rooms after Polack's model (noise under an exponential decay, after a direct sound); Snyder et al., "X-vectors" (2018) for the mixture;
Park et al., "SpecAugment" (2019) for the masks on features.
"""

import math

import torch
from torch import Tensor

RATE = 16_000
TAPS = 5_600


class Augment:
    def __init__(self, seed: int):
        self.random = torch.Generator().manual_seed(seed)

    def uniform(self, low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(shape, generator=self.random)

    def chosen(self, share: float, count: int) -> Tensor:
        return torch.rand(count, generator=self.random) < share

    def __call__(self, samples: Tensor, voices: Tensor) -> Tensor:
        """`voices`: other people's crops of the same shape, for babble."""
        out = samples.clone()
        self.rooms(out)
        self.noises(out, voices)
        self.bands(out)
        return out * 10 ** (self.uniform(-20, 3, len(out), 1) / 20)

    def rooms(self, samples: Tensor) -> None:
        chosen = self.chosen(0.4, len(samples)).nonzero()[:, 0]
        if len(chosen) == 0:
            return
        time = torch.arange(TAPS) / RATE
        decay = torch.exp(-6.9 * time / self.uniform(0.08, 0.5, len(chosen), 1))
        tail = torch.randn(len(chosen), TAPS, generator=self.random) * decay
        tail[:, : RATE // 500] = 0
        tail = tail / tail.square().sum(1, keepdim=True).sqrt()
        # Direct to reverberant energy: 0 to 15 dB.
        response = tail * 10 ** (-self.uniform(0, 15, len(chosen), 1) / 20)
        response[:, 0] = 1
        samples[chosen] = convolved(samples[chosen], response)

    def noises(self, samples: Tensor, voices: Tensor) -> None:
        count, length = samples.shape
        noise = torch.randn(samples.shape, generator=self.random)
        bins = torch.arange(length // 2 + 1).clamp(min=1)
        # From white to brown, with a bump or a notch somewhere.
        slope = self.uniform(0, 1.2, count, 1)
        centre, height = self.uniform(0, length / 2, count, 1), self.uniform(-2, 2, count, 1)
        shape = bins ** (-slope) * torch.exp(height * torch.exp(-(((bins - centre) / (length / 16)) ** 2)))
        noise = torch.fft.irfft(torch.fft.rfft(noise) * shape, length)
        babble = sum(torch.roll(voices, int(k), 0) for k in torch.randint(1, count, (3,), generator=self.random))
        noise = torch.where(self.chosen(0.3, count)[:, None], babble, noise)
        chosen = self.chosen(0.6, count)[:, None]
        ratio = self.uniform(3, 30, count, 1)
        gain = power(samples).sqrt() / power(noise).sqrt() * 10 ** (-ratio / 20)
        samples += torch.where(chosen, noise * gain, 0)

    def bands(self, samples: Tensor) -> None:
        """Telephones: up to 3.4–3.95 kHz, from the lowest or from up to 350 Hz, most of them companded; microphones: a tilt. Soft edges."""
        count, length = samples.shape
        hertz = torch.linspace(0, RATE / 2, length // 2 + 1)
        low, high = self.uniform(-200, 350, count, 1), self.uniform(3400, 3950, count, 1)
        telephone = torch.sigmoid((hertz - low) / 30) * torch.sigmoid((high - hertz) / 40)
        tilt = 10 ** (self.uniform(-6, 6, count, 1) * torch.log2((hertz + 100) / 1000) / 3 / 20)
        calls = self.chosen(0.4, count)
        response = torch.where(calls[:, None], telephone, 1.0) * torch.where(self.chosen(0.5, count)[:, None], tilt, 1.0)
        samples.copy_(torch.fft.irfft(torch.fft.rfft(samples) * response, length))
        self.companding(samples, (calls & self.chosen(0.7, count)) | self.chosen(0.05, count))
        self.clipping(samples)

    def companding(self, samples: Tensor, which: Tensor) -> None:
        """A-law's eight bits, as ITU-T G.711 spaces them."""
        chosen = which.nonzero()[:, 0]
        peak = samples[chosen].abs().amax(1, keepdim=True).clamp(min=1e-6)
        level = samples[chosen] / peak * self.uniform(0.1, 1, len(chosen), 1)
        a = 87.6
        compressed = torch.where(level.abs() < 1 / a, a * level.abs(), 1 + (a * level.abs()).clamp(min=1e-9).log()) / (1 + math.log(a))
        steps = (compressed * 127).round() / 127 * (1 + math.log(a))
        samples[chosen] = torch.sign(level) * torch.where(steps < 1, steps / a, torch.exp(steps - 1) / a)

    def clipping(self, samples: Tensor) -> None:
        loud = self.chosen(0.05, len(samples)).nonzero()[:, 0]
        top = samples[loud].abs().amax(1, keepdim=True) * self.uniform(0.2, 0.7, len(loud), 1)
        samples[loud] = torch.minimum(torch.maximum(samples[loud], -top), top)

    def masked(self, features: Tensor) -> Tensor:
        """Bands and stretches of features, mean already taken away, set to nothing."""
        count, frames, mels = features.shape
        for size, most, share in ((mels, 12, 0.5), (frames, frames // 8, 0.5)):
            width = (self.uniform(0, most, count) * self.chosen(share, count)).long()[:, None]
            start = (self.uniform(0, 1, count)[:, None] * (size - width)).long()
            place = torch.arange(size)
            covered = (place >= start) & (place < start + width)
            features = features.masked_fill(covered[:, None, :] if size == mels else covered[:, :, None], 0)
        return features


def power(samples: Tensor) -> Tensor:
    return samples.square().mean(1, keepdim=True) + 1e-10


def convolved(samples: Tensor, response: Tensor) -> Tensor:
    length = samples.shape[1]
    padded = 2 ** math.ceil(math.log2(length + response.shape[1]))
    return torch.fft.irfft(torch.fft.rfft(samples, padded) * torch.fft.rfft(response, padded), padded)[:, :length]
