"""Speaker network: a thin residual network over time and frequency with attentive statistics, after the r-vector family.

Zeinali et al., "BUT System Description to VoxCeleb Speaker Recognition Challenge 2019" (residual networks on filter banks);
Okabe et al., "Attentive Statistics Pooling for Deep Speaker Embedding" (2018), with the context of Desplanques et al., ECAPA-TDNN (2020).
"""

import torch
from torch import Tensor, nn

MELS, EMBEDDING = 80, 192
BASE, WIDTHS, DEPTHS = 32, (1, 2, 4, 6), (2, 2, 2, 2)
ATTENTION = 64
LEAST_VARIANCE = 1e-5


def convolution(inputs: int, outputs: int, size: int, stride: int = 1) -> nn.Sequential:
    kernel = nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False)
    return nn.Sequential(kernel, nn.BatchNorm2d(outputs))


class Residual(nn.Module):
    def __init__(self, inputs: int, outputs: int, stride: int):
        super().__init__()
        self.first = convolution(inputs, outputs, 3, stride)
        self.second = convolution(outputs, outputs, 3)
        same = inputs == outputs and stride == 1
        self.shortcut = nn.Identity() if same else convolution(inputs, outputs, 1, stride)

    def forward(self, x: Tensor) -> Tensor:
        return torch.relu(self.second(torch.relu(self.first(x))) + self.shortcut(x))


class AttentiveStatistics(nn.Module):
    """B × C × T to B × 2C: mean and deviation over time, each channel weighing the frames its own way."""

    def __init__(self, channels: int):
        super().__init__()
        self.squeeze = nn.Sequential(nn.Conv1d(3 * channels, ATTENTION, 1), nn.ReLU(), nn.BatchNorm1d(ATTENTION), nn.Tanh())
        self.weigh = nn.Conv1d(ATTENTION, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        mean = x.mean(-1, keepdim=True)
        deviation = ((x - mean).square().mean(-1, keepdim=True) + LEAST_VARIANCE).sqrt()
        context = torch.cat([x, mean.expand_as(x), deviation.expand_as(x)], 1)
        weights = torch.softmax(self.weigh(self.squeeze(context)), -1)
        centre = (weights * x).sum(-1)
        spread = ((weights * x.square()).sum(-1) - centre.square()).clamp(min=LEAST_VARIANCE).sqrt()
        return torch.cat([centre, spread], 1)


class SpeakerNetwork(nn.Module):
    """Features B × T × 80, mean taken away, to embeddings B × 192 of no fixed length."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(convolution(1, BASE, 3, 2), nn.ReLU())
        layers, channels = [], BASE
        for stage, (width, depth) in enumerate(zip(WIDTHS, DEPTHS)):
            for block in range(depth):
                layers.append(Residual(channels, BASE * width, 2 if stage > 0 and block == 0 else 1))
                channels = BASE * width
        self.body = nn.Sequential(*layers)
        rows = channels * MELS // 16
        self.pooling = AttentiveStatistics(rows)
        self.embedding = nn.Sequential(nn.BatchNorm1d(2 * rows), nn.Linear(2 * rows, EMBEDDING), nn.BatchNorm1d(EMBEDDING))

    def forward(self, features: Tensor) -> Tensor:
        image = features.transpose(1, 2).unsqueeze(1).contiguous(memory_format=torch.channels_last)
        maps = self.body(self.stem(image))
        # Statistics of few frames lose too much in 16 bits.
        with torch.autocast("cpu", enabled=False):
            return self.embedding(self.pooling(maps.float().flatten(1, 2)))
