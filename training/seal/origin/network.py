"""The network that tells pressed ink from layers laid in by a program: planes of a seal at the resolution of its page to log-odds of a layer.

A residual network (He et al., "Deep Residual Learning for Image Recognition", 2016) whose codings are summed up apart on ink and on paper by mean
and spread, as texture descriptors are: noise and blocking of a layer differ from those of its page, while pressure and gaps show in the whole.
"""

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

sys.path.append(str(Path(__file__).parents[2] / "common"))
from residual import Block  # noqa: E402

# In the order of `PLANES` in packages/detectors/seal/src/origin/planes.ts.
PLANES = ("high", "middle", "low", "ink", "print", "high rest", "middle rest", "low rest", "radius")
INK, PRINT = PLANES.index("ink"), PLANES.index("print")
# Sides are padded to multiples of this.
STRIDE = 16


def spread(x: Tensor, *weights: Tensor) -> list[Tensor]:
    """
    Mean and deviation of N × C × H × W by each of the weights N × 1 × H × W; as products of matrices, which is what takes least time. Not in
    half precision, which would leave nothing of small spreads.
    """
    x = x.float().permute(0, 2, 3, 1).flatten(1, 2)
    shares = torch.cat([(weight / (weight.sum((2, 3), keepdim=True) + 1e-3)).flatten(2) for weight in weights], 1)
    # About the middle of all: a spread is a difference of squares, and large ones leave nothing of it.
    centred = x - x.mean(1, keepdim=True)
    with torch.autocast(x.device.type, enabled=False):
        off, square, mean = shares @ centred, shares @ (centred * centred), shares @ x
    return [mean.flatten(1), torch.sqrt((square - off * off).clamp_min(0) + 1e-4).flatten(1)]


class OriginNetwork(nn.Module):
    def __init__(self, widths: tuple[int, int, int, int] = (20, 32, 48, 64)):
        super().__init__()
        a, b, c, d = widths
        given = len(PLANES) + 1
        summed = 6 * (given + a + b + c) + 3 * d
        self.stem = nn.Sequential(nn.Conv2d(given, a, 3, 2, 1, bias=False), nn.BatchNorm2d(a), nn.ReLU())
        self.at_half = Block(a, a, 1)
        self.at_quarter = Block(a, b, 2)
        self.at_eighth = Block(b, c, 2)
        self.at_sixteenth = Block(c, d, 2)
        # Means and spreads of many kinds come in many sizes.
        self.evened = nn.BatchNorm1d(summed, momentum=0.05)
        self.head = nn.Sequential(nn.Linear(summed, 48), nn.ReLU(), nn.Dropout(0.2), nn.Linear(48, 1))

    def forward(self, planes: Tensor, seen: Tensor) -> Tensor:
        """Planes N × 9 × H × W and which pixels are of the picture, N × 1 × H × W, both sides multiples of 16, to N log-odds."""
        ink, print_ = planes[:, INK : INK + 1] * seen, planes[:, PRINT : PRINT + 1].clamp(0, 1)
        # What is ink with all its neighbours lies well within a stroke; the rest of it is edge.
        core = -F.max_pool2d(-ink, 3, 1, 1) * (1 - print_)
        zones = [core, ink - core, (1 - ink) * (1 - print_) * seen]
        # Faint and full ink alike.
        strength = (planes[:, :1] * core).sum((1, 2, 3), keepdim=True) / (core.sum((1, 2, 3), keepdim=True) + 1e-3) + 0.05
        x = torch.cat([planes[:, :3] / strength, planes[:, 3:], core], 1)
        summary = spread(x, *zones)
        x = self.stem(x)
        for step in (self.at_half, self.at_quarter, self.at_eighth):
            x, zones = step(x), [F.avg_pool2d(zone, 2) for zone in zones]
            summary += spread(x, *zones)
        x = self.at_sixteenth(x)
        within = F.avg_pool2d(seen, 16)
        summary += [*spread(x, within), (x * within).flatten(2).amax(2)]
        return self.head(self.evened(torch.cat(summary, 1)))[:, 0]
