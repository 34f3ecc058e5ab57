"""The network of numbers: a strip with a seal's code or a tax number to what stands at each step along it.

Convolutions down to a few rows, then dilated ones along the strip (F. Yu and V. Koltun, "Multi-scale context aggregation by dilated convolutions", 2016), for CTC
(A. Graves et al., 2006). It is the shape of the recogniser of B. Shi et al., "An end-to-end trainable neural network for image-based sequence recognition" (2017),
without its recurrence: thirteen digits have no words to be guessed from.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

PLANES, HEIGHT = 4, 48
#: Columns of a strip to one step.
STEP = 4
#: Class 0 is the blank of CTC; then the characters of a unified credit code, GB 32100-2015 table A.1.
CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Conv(nn.Sequential):
    def __init__(self, into: int, out: int, stride: tuple[int, int]):
        super().__init__(nn.Conv2d(into, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU())


class Residual(nn.Module):
    """Two convolutions of 3 × 3 beside what they are given."""

    def __init__(self, width: int):
        super().__init__()
        self.inner = nn.Sequential(Conv(width, width, (1, 1)), nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.inner(x))


class Along(nn.Module):
    """Two convolutions along the strip beside what they are given."""

    def __init__(self, width: int, dilation: int):
        super().__init__()
        self.inner = nn.Sequential(
            nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation, bias=False),
            nn.BatchNorm1d(width),
            nn.ReLU(),
            nn.Conv1d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm1d(width),
        )

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.inner(x))


class NumberNetwork(nn.Module):
    def __init__(self, widths: tuple[int, ...] = (24, 40, 64, 96), along: int = 128):
        super().__init__()
        a, b, c, d = widths
        self.rows = nn.Sequential(
            Conv(PLANES, a, (2, 2)),
            Residual(a),
            Conv(a, b, (2, 2)),
            Residual(b),
            Conv(b, c, (2, 1)),
            Residual(c),
            Residual(c),
            Conv(c, d, (2, 1)),
            Residual(d),
        )
        self.joined = nn.Sequential(nn.Conv1d(d * HEIGHT // 16, along, 1, bias=False), nn.BatchNorm1d(along), nn.ReLU())
        self.along = nn.Sequential(*[Along(along, dilation) for dilation in (1, 2, 4)])
        self.classes = nn.Conv1d(along, 1 + len(CHARACTERS), 1)

    def forward(self, planes: Tensor) -> Tensor:
        """Planes N × 4 × 48 × w in [-1, 1] (ink, red, green, blue), w a multiple of 4, to log-odds N × w / 4 × classes."""
        x = self.rows(planes)
        x = self.along(self.joined(x.flatten(1, 2)))
        return self.classes(x).transpose(1, 2)


def decoded(logits: Tensor) -> str:
    """The most probable class of every step, repeats joined, blanks left out."""
    best = torch.unique_consecutive(logits.argmax(-1))
    return "".join(CHARACTERS[k - 1] for k in best.tolist() if k > 0)
