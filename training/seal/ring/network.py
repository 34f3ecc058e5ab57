"""The network of rings: an unrolled seal (ink and print, 64 depths × 360 turns) to where its title, its code, its top and its true edge lie.

Convolutions bring the depths together (after Y. LeCun et al., "Gradient-based learning applied to document recognition", 1998); dilated ones along the
ring (F. Yu and V. Koltun, "Multi-scale context aggregation by dilated convolutions", 2016) let every turn see all of it. The ring has no ends: whatever
goes along it is padded with its other side, so that a seal turned is told turned.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

PLANES, DEPTHS, TURNS = 2, 64, 360
# Turns of the answer.
PLACES = 180
# What is told of each place, and of the whole ring, in this order.
COLUMNS = ("title", "code", "up", "edge")
WHOLE = ("bandTop", "bandBottom", "codeOuter", "codeInner")


def around(x: Tensor, reach: int) -> Tensor:
    """Padded along the ring."""
    return torch.cat([x[..., -reach:], x, x[..., :reach]], -1)


class Deeper(nn.Module):
    """A convolution that halves the depths, and the turns if asked."""

    def __init__(self, into: int, out: int, along: int):
        super().__init__()
        self.conv = nn.Conv2d(into, out, 3, (2, along), (1, 0), bias=False)
        self.norm = nn.BatchNorm2d(out)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(around(x, 1))))


class Along(nn.Module):
    """A residual pair of convolutions along the ring."""

    def __init__(self, width: int, dilation: int):
        super().__init__()
        self.reach = dilation
        self.first = nn.Conv1d(width, width, 3, dilation=dilation, bias=False)
        self.second = nn.Conv1d(width, width, 3, bias=False)
        self.norms = nn.ModuleList([nn.BatchNorm1d(width), nn.BatchNorm1d(width)])

    def forward(self, x: Tensor) -> Tensor:
        inner = F.relu(self.norms[0](self.first(around(x, self.reach))))
        return F.relu(x + self.norms[1](self.second(around(inner, 1))))


class RingNetwork(nn.Module):
    def __init__(self, width: int = 64, depths: tuple[int, ...] = (16, 24, 32, 48)):
        super().__init__()
        into = PLANES
        steps = []
        for n, out in enumerate(depths):
            steps.append(Deeper(into, out, 2 if n == 0 else 1))
            into = out
        self.deeper = nn.Sequential(*steps)
        self.joined = nn.Sequential(nn.Conv1d(into * DEPTHS // 2 ** len(depths), width, 1, bias=False), nn.BatchNorm1d(width), nn.ReLU())
        self.along = nn.Sequential(*[Along(width, dilation) for dilation in (1, 2, 4, 8, 16, 32)])
        self.columns = nn.Conv1d(2 * width, len(COLUMNS), 1)
        self.whole = nn.Sequential(nn.Linear(3 * width, width), nn.ReLU(), nn.Linear(width, len(WHOLE)))

    def forward(self, planes: Tensor) -> tuple[Tensor, Tensor]:
        """Planes N × 2 × 64 × 360 to columns N × 4 × 180 (log-odds of title and code, log of how likely the top, depth of the edge) and depths N × 4."""
        x = self.deeper(planes)
        near = self.joined(x.flatten(1, 2))
        x = self.along(near)
        columns = self.columns(torch.cat([x, near], 1))
        title, code = torch.sigmoid(columns[:, :1]), torch.sigmoid(columns[:, 1:2])
        means = [(x * share).sum(2) / (share.sum(2) + 1e-2) for share in (title, code, torch.ones_like(title))]
        return columns, self.whole(torch.cat(means, 1))
