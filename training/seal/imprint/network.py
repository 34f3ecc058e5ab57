"""The network that tells copies of one imprint from its twins: two unrolled seals laid over each other to log-odds that one die or picture made both.

A Siamese encoder (Bromley et al., "Signature Verification using a Siamese Time Delay Neural Network", 1993) and a second part that looks at
differences and products of both codings place by place (Zagoruyko and Komodakis, "Learning to Compare Image Patches via CNNs", 2015), and at how far
they agree a place aside (a cost volume: Dosovitskiy et al., "FlowNet: Learning Optical Flow with Convolutional Networks", 2015): what one map for the whole
seal leaves over is no difference.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

RINGS, SECTORS = 60, 288
CHANNELS = ("ink of the first", "known of the first", "ink of the second", "known of the second")
# Below this share of a place known on both sides, it is not asked for the worst.
KNOWN = 0.3
NEVER = 30.0


class Around(nn.Module):
    """A convolution of 3 × 3 that goes on around the ring: the last sector is beside the first."""

    def __init__(self, into: int, out: int, stride: int = 1):
        super().__init__()
        self.convolution = nn.Conv2d(into, out, 3, stride, (1, 0))

    def forward(self, x: Tensor) -> Tensor:
        return self.convolution(torch.cat([x[..., -1:], x, x[..., :1]], -1))


# Rings and sectors of a coding by which places are compared aside.
ASIDE = [(ring, sector) for ring in (-1, 0, 1) for sector in (-1, 0, 1)]


def moved(x: Tensor, ring: int, sector: int) -> Tensor:
    """Each place takes what lies so many rings out and sectors on; beyond the first and last ring there is nothing."""
    x = torch.cat([x[..., sector:], x[..., :sector]], -1) if sector else x
    if ring == 0:
        return x
    nothing = torch.zeros_like(x[:, :, :1])
    return torch.cat([x[:, :, 1:], nothing], 2) if ring > 0 else torch.cat([nothing, x[:, :, :-1]], 2)


class Further(nn.Module):
    """Two convolutions that add to what they are given; at first nothing, so that a network trained without them says the same with them."""

    def __init__(self, channels: int):
        super().__init__()
        self.first, self.second = Around(channels, channels), Around(channels, channels)
        nn.init.zeros_(self.second.convolution.weight)
        nn.init.zeros_(self.second.convolution.bias)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.second(F.relu(self.first(x))))


class ImprintNetwork(nn.Module):
    def __init__(self, first: int = 16, coded: int = 32, compared: int = 48):
        super().__init__()
        self.first = Around(2, first, 2)
        self.second = Around(first, coded)
        self.coding = nn.Conv2d(coded, coded, 1)
        self.differing = Around(2 * coded + len(ASIDE) + 2, compared, 2)
        self.further = Around(compared, compared)
        self.furthest = Around(compared, compared)
        self.last = Further(compared)
        self.places = nn.Conv2d(compared, 2, 1)
        self.head = nn.Sequential(nn.Linear(2 * compared + 4, 32), nn.ReLU(), nn.Linear(32, 1))

    def encoded(self, side: Tensor) -> tuple[Tensor, Tensor]:
        """Ink −1 … 1 less its ring's mean and what is known, N × 2 × 60 × 288, to a coding of half the rings and sectors."""
        ink, known = side[:, :1], side[:, 1:]
        coded = F.relu(self.second(F.relu(self.first(torch.cat([2 * ink * known, known], 1)))))
        return self.coding(coded), F.avg_pool2d(known, 2)

    def forward(self, pairs: Tensor) -> Tensor:
        """N × 4 × 60 × 288 (`CHANNELS`) to N log-odds."""
        (a, seen_a), (b, seen_b) = self.encoded(pairs[:, :2]), self.encoded(pairs[:, 2:])
        both = seen_a * seen_b
        aside = torch.cat([(a * moved(b, *by)).mean(1, keepdim=True) * both for by in ASIDE], 1)
        x = torch.cat([(a - b).abs() * both, a * b * both, aside, both, (seen_a - seen_b).abs()], 1)
        x = F.relu(self.further(F.relu(self.differing(x))))
        x = F.relu(x + self.furthest(x))
        x = self.last(x)
        both = F.avg_pool2d(both, 2)
        said, weight = self.places(x).split(1, 1)
        weight = torch.sigmoid(weight) * both
        total = weight.sum((1, 2, 3)) + 1e-3
        mean = (said * weight).sum((1, 2, 3)) / total
        # One wrong character is enough: what the worst places say, softly.
        worst = -torch.logsumexp(torch.where(both > KNOWN, -said, torch.full_like(said, -NEVER)).flatten(1), 1)
        average = (x * both).sum((2, 3)) / (both.sum((2, 3)) + 1e-3)
        most = (x * both).flatten(2).amax(2)
        summary = torch.stack([mean, worst / 4, total / 400, both.mean((1, 2, 3))], 1)
        return self.head(torch.cat([average, most, summary], 1))[:, 0]
