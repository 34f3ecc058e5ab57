"""The network that marks altered cells of a page."""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from layers import Coefficients, Conv, HighPass, PageRelative, Residual


@dataclass(frozen=True)
class Width:
    """Channels of the parts; the defaults cost about 529,000 multiplications a cell, 16.5 thousand million for 2 megapixels."""

    filters: int = 32
    pixels: int = 32
    stream: int = 48
    embedding: int = 4
    trunk: int = 48
    half: int = 80
    quarter: int = 112
    kinds: int = 8


class Network(nn.Module):
    """Two streams (residuals of the pixels, coefficients of the file) into a trunk of one value a cell with wide context.

    luma: uint8 [B, 1, 8R, 8C]; chroma: uint8 [B, 2, R, C]; levels: int8 [B, R, C, 64]; quantization: float32 [B, 64], zeros
    for a page without coefficients. Returns log-odds [B, R, C] that the cell was altered.
    """

    def __init__(self, width: Width = Width()):
        super().__init__()
        self.pixels = nn.Sequential(
            HighPass(width.filters),
            Conv(width.filters, width.pixels, stride=2),
            Residual(width.pixels),
            Residual(width.pixels),
            Conv(width.pixels, width.stream, stride=2),
        )
        self.coefficients = Coefficients(width.stream, width.embedding)
        self.fuse = Conv(2 * width.stream + 7, width.trunk, 1)
        self.local = Residual(width.trunk)
        self.again = Residual(width.trunk)
        self.relative = PageRelative(width.trunk, width.kinds)
        self.down = nn.Sequential(Conv(width.trunk, width.half, stride=2), Residual(width.half))
        self.deep = nn.Sequential(
            Conv(width.half, width.quarter, stride=2), Residual(width.quarter), Residual(width.quarter, 2), Residual(width.quarter)
        )
        self.up = Conv(width.quarter, width.half, 1, linear=True)
        self.joined = nn.Sequential(Residual(width.half), Residual(width.half))
        self.back = Conv(width.half, width.trunk, 1, linear=True)
        self.placed = Residual(width.trunk)
        # Once more where each cell knows what is about it.
        self.unlike = PageRelative(width.trunk, width.kinds, linear=True)
        self.head = nn.Sequential(Conv(width.trunk, 32), nn.Conv2d(32, 1, 1))
        nn.init.constant_(self.head[-1].bias, -3)

    def forward(self, luma: Tensor, chroma: Tensor, levels: Tensor, quantization: Tensor) -> Tensor:
        luma = luma.float()
        features = [self.pixels(luma), self.coefficients(levels.float(), quantization), appearance(luma, chroma, quantization)]
        x = self.relative(self.again(self.local(self.fuse(torch.cat(features, 1)))))
        half = self.down(x)
        half = self.joined(F.relu(half + doubled(self.up(self.deep(half)), half)))
        x = self.placed(F.relu(x + doubled(self.back(half), x)))
        x = F.relu(x + self.unlike(x))
        return self.head(x)[:, 0].float()


def doubled(x: Tensor, like: Tensor) -> Tensor:
    """`x` at twice its resolution, cut to the size of `like`."""
    return F.interpolate(x, scale_factor=2.0, mode="nearest")[:, :, : like.shape[2], : like.shape[3]]


def appearance(luma: Tensor, chroma: Tensor, quantization: Tensor) -> Tensor:
    """What a cell looks like, [B, 7, R, C]: mean, deviation, share of burnt-out and of black pixels, Cb, Cr, coefficients at hand."""
    grey = luma / 255
    mean = F.avg_pool2d(grey, 8)
    deviation = (F.avg_pool2d(grey.square(), 8) - mean.square()).clamp(min=1e-6).sqrt()
    burnt = F.avg_pool2d((luma >= 252).float(), 8)
    black = F.avg_pool2d((luma <= 8).float(), 8)
    there = (quantization[:, :1, None, None] > 0).float().expand_as(mean)
    return torch.cat([mean * 2 - 1, deviation * 4, burnt, black, (chroma.float() - 128) / 32, there], 1)


def pooled(logits: Tensor, weight: Tensor | None = None, count: int = 8) -> Tensor:
    """Page evidence [B] out of cells [B, R, C]: mean of the `count` highest 3 x 3 means, so that one cell alone says little."""
    near = F.avg_pool2d(logits[:, None], 3, 1, 1, count_include_pad=False)[:, 0]
    if weight is not None:
        near = torch.where(weight > 0, near, near.new_tensor(-30.0))
    flat = near.flatten(1)
    return flat.topk(min(count, flat.shape[1]), 1).values.mean(1)
