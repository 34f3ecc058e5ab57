"""A residual pair of convolutions (He et al., "Deep Residual Learning for Image Recognition", 2016)."""

from torch import Tensor, nn
from torch.nn import functional as F


class Block(nn.Module):
    def __init__(self, into: int, out: int, stride: int = 1):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(into, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out))
        self.second = nn.Sequential(nn.Conv2d(out, out, 3, 1, 1, bias=False), nn.BatchNorm2d(out))
        plain = stride == 1 and into == out
        self.beside = nn.Identity() if plain else nn.Sequential(nn.AvgPool2d(stride, stride), nn.Conv2d(into, out, 1, bias=False), nn.BatchNorm2d(out))

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.second(F.relu(self.first(x))) + self.beside(x))
