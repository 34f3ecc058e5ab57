"""The network that finds seals: a page at a working scale to where seals have their middles, and which ellipse each fills.

Middles are peaks of a map, with what is to be known of the object told at the peak (X. Zhou et al., "Objects as points", 2019); a residual network
(He et al., 2016) down to a thirty-second of the scale and back up to a quarter (T.-Y. Lin et al., "Feature pyramid networks for object detection", 2017).
"""

import sys
from pathlib import Path

from torch import Tensor, nn
from torch.nn import functional as F

sys.path.append(str(Path(__file__).parents[2] / "common"))
from residual import Block  # noqa: E402

# Red, green and blue as the page has them, and against the paper about: `locatorPlanes` in packages/detectors/seal/src/locate/planes.ts.
PLANES = 6
# Pixels of the planes a cell of the answer; sides are padded to multiples of the other.
CELL, STRIDE = 4, 32
# What is told of each cell, in this order: log-odds of a seal's middle and of a square one; cells from the cell's middle to the seal's; logarithm of the mean
# half axis in cells; logarithm of the axes' ratio times cosine and sine of twice the longer's angle; cosine and sine of four times a square's angle.
TOLD = ("middle", "square", "right", "down", "size", "long", "aslant", "level", "turned")


def conv(into: int, out: int, size: int, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(into, out, size, stride, size // 2, bias=False), nn.BatchNorm2d(out), nn.ReLU())


class LocatorNetwork(nn.Module):
    def __init__(self, widths: tuple[int, int, int, int, int] = (16, 24, 48, 80, 128), head: int = 32):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = nn.Sequential(conv(PLANES, a, 3, 2), conv(a, b, 3, 2), Block(b, b), Block(b, b))
        self.eighth = nn.Sequential(Block(b, c, 2), Block(c, c))
        self.sixteenth = nn.Sequential(Block(c, d, 2), Block(d, d))
        self.deepest = nn.Sequential(Block(d, e, 2), Block(e, e), Block(e, e))
        self.up = nn.ModuleList([conv(e, d, 1), conv(d, c, 1), conv(c, head, 1)])
        self.beside = conv(b, head, 1)
        self.joined = nn.ModuleList([Block(d, d), Block(c, c), Block(head, head)])
        self.told = nn.Sequential(conv(head, head, 3), nn.Conv2d(head, len(TOLD), 1))
        nn.init.constant_(self.told[-1].bias[0], -4)

    def forward(self, planes: Tensor) -> Tensor:
        """Planes N × 6 × H × W, 0–1, sides multiples of 32, to N × 9 × H / 4 × W / 4."""
        quarter = self.stem(planes)
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        x = self.deepest(sixteenth)
        for up, joined, known in zip(self.up, self.joined, (sixteenth, eighth, self.beside(quarter))):
            x = joined(F.interpolate(up(x), scale_factor=2.0, mode="nearest") + known)
        return self.told(x)
