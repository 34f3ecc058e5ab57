"""The network's parts. Feature maps are [B, channels, rows, columns] at one value a cell of 8 x 8 pixels unless said otherwise."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from embedding import LevelEmbedding

CLIP = 20
"""Levels beyond this are as good as this, as in Kwon et al., Learning JPEG Compression Artifacts (CAT-Net v2, 2022), section 3."""


class Conv(nn.Sequential):
    """3 x 3 (or `kernel`) convolution, batch normalisation, ReLU unless `linear`."""

    def __init__(self, inside: int, outside: int, kernel: int = 3, stride: int = 1, dilation: int = 1, linear: bool = False):
        padding = dilation * (kernel // 2)
        super().__init__(
            nn.Conv2d(inside, outside, kernel, stride, padding, dilation, bias=False),
            nn.BatchNorm2d(outside),
            *([] if linear else [nn.ReLU()]),
        )


class Residual(nn.Module):
    """Two convolutions beside the identity (He et al., Deep Residual Learning, 2016)."""

    def __init__(self, channels: int, dilation: int = 1):
        super().__init__()
        self.first = Conv(channels, channels, dilation=dilation)
        self.second = Conv(channels, channels, dilation=dilation, linear=True)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.second(self.first(x)))


class HighPass(nn.Module):
    """Learned 6 x 6 filters, each of sum 0, at every second pixel: residuals that know no brightness, truncated at 6.

    After Bayar and Stamm, Constrained Convolutional Neural Networks (2018), and the truncation of Fridrich and Kodovsky,
    Rich Models for Steganalysis (2012). Luma 0..255 [B, 1, H, W] to [B, filters, H / 2, W / 2]. Always in float32: rounding
    the weights to bfloat16 would let brightness through.
    """

    def __init__(self, filters: int):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(filters, 1, 6, 6) / 6)
        self.norm = nn.BatchNorm2d(filters)

    def forward(self, luma: Tensor) -> Tensor:
        with torch.autocast("cpu", enabled=False):
            weight = self.weight - self.weight.mean((2, 3), keepdim=True)
            residual = F.conv2d(F.pad(luma, (2, 2, 2, 2), mode="replicate"), weight, stride=2)
        return F.relu6(self.norm(residual.bfloat16() if torch.is_autocast_enabled("cpu") else residual))


class Coefficients(nn.Module):
    """Quantised levels of a cell to `channels` features, told by the page's quantisation table; 0 where there are no levels.

    Each (frequency, level) has a learned embedding of `width` values: the one-hot volume of CAT-Net without its cost. The
    dequantised size stands beside it, and the table scales and shifts what comes of both. levels: float [B, R, C, 64];
    quantization: [B, 64] to [B, channels, R, C].
    """

    def __init__(self, channels: int, width: int):
        super().__init__()
        self.embedding = nn.Embedding(64 * (2 * CLIP + 1), width)
        nn.init.normal_(self.embedding.weight, std=0.5)
        zero = CLIP + (2 * CLIP + 1) * torch.arange(64, dtype=torch.int32)
        self.register_buffer("zero", zero, persistent=False)
        self.mix = nn.Linear(64 * width, channels)
        self.size = nn.Linear(64, channels, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.table = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2 * channels))

    def forward(self, levels: Tensor, quantization: Tensor) -> Tensor:
        index = levels.clamp(-CLIP, CLIP).int() + self.zero
        weight = self.embedding.weight
        embedded = LevelEmbedding.apply(weight, index, self.zero) if self.training else F.embedding(index, weight)
        size = torch.log1p(levels.abs() * quantization[:, None, None]) / 4
        mixed = self.norm((self.mix(embedded.flatten(3)) + self.size(size)).permute(0, 3, 1, 2))
        scale, shift = self.table(torch.log1p(quantization) / 4)[:, :, None, None].chunk(2, 1)
        there = (quantization[:, :1, None, None] > 0).to(mixed.dtype)
        return F.relu(mixed * (1 + scale) + shift) * there


class PageRelative(nn.Module):
    """How each cell differs from the cells of its own kind on the same page.

    Cells are shared out softly among `kinds` learned groups (paper, print, rules …); every group has a mean and a variance
    over the page; the cell's difference from what its groups lead to expect, in standard deviations, joins its features.
    Forgery is being unlike the rest of one's own page.
    """

    def __init__(self, channels: int, kinds: int, linear: bool = False):
        super().__init__()
        self.assign = nn.Conv2d(channels, kinds, 1)
        self.mix = Conv(2 * channels, channels, 1, linear=linear)

    def forward(self, x: Tensor) -> Tensor:
        with torch.autocast("cpu", enabled=False):
            cells = x.float().flatten(2)  # [B, C, cells]
            share = self.assign(x.float()).flatten(2).softmax(1)  # [B, K, cells]
            parts = share / (share.sum(2, keepdim=True) + 1)
            mean = parts @ cells.transpose(1, 2)  # [B, K, C]
            power = parts @ cells.square().transpose(1, 2)
            deviation = ((power - mean.square()).clamp(min=0) + 1e-2).sqrt()
            expected = mean.transpose(1, 2) @ share  # [B, C, cells]
            unlike = (cells - expected) / (deviation.transpose(1, 2) @ share)
            unlike = unlike.clamp(-8, 8).reshape(x.shape)
        return self.mix(torch.cat([x, unlike.to(x.dtype)], 1))
