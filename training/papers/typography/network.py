"""The network that tells digits typed over others: characters of a page, each with two crops, facts and its place, to log-odds for each.

A small convolutional coding of each character, then two rounds in which every character is compared with others: attention (Vaswani et al.,
"Attention Is All You Need", 2017), led by who stands on whose line, in whose number and column, finds for each what its like looks like, and its
own coding is held against their mean in their own scatter, as a reader judges a word by the print about it.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

# In the order of `FACTS` and `PLACES` in packages/detectors/papers/src/typography/network/tokens.ts.
FACTS = 24
NUMBER, LINE, CHARACTER, LEFT, RIGHT, BOTTOM, NUMBER_LEFT, NUMBER_RIGHT, SIZE = range(9)
PLACES = 9
CROP = 32
CHARACTERS = 11
TEXT = 10
RELATIONS = 11


def relations(places: Tensor) -> Tensor:
    """B × N × 9 to how every character stands to every other, B × N × N × 11."""
    own, other = places.unsqueeze(2), places.unsqueeze(1)

    def same(k: int) -> Tensor:
        return (own[..., k] - other[..., k]).abs() < 0.5

    size = torch.minimum(own[..., SIZE], other[..., SIZE])
    line = same(LINE)
    number = same(NUMBER) & (own[..., NUMBER] > -0.5)
    character = same(CHARACTER) & (own[..., CHARACTER] < TEXT - 0.5)
    ends = torch.minimum((own[..., NUMBER_LEFT] - other[..., NUMBER_LEFT]).abs(), (own[..., NUMBER_RIGHT] - other[..., NUMBER_RIGHT]).abs()) / size
    column = torch.exp(-((ends / 0.6) ** 2))
    across = (own[..., LEFT] + own[..., RIGHT] - other[..., LEFT] - other[..., RIGHT]).abs() / 2 / size
    down = (own[..., BOTTOM] - other[..., BOTTOM]).abs() / size
    sizes = (own[..., SIZE] / other[..., SIZE]).log().abs().clamp(max=2)
    text = (other[..., CHARACTER] > TEXT - 0.5).expand_as(size)
    return torch.stack(
        [
            number.float(),
            line.float(),
            character.float(),
            (character & line).float(),
            column,
            column * character,
            sizes,
            torch.exp(-across / 3) * line,
            torch.exp(-down / 4),
            torch.exp(-down / 20),
            text.float(),
        ],
        -1,
    )


def conv(into: int, out: int, stride: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(into, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU())


class Tower(nn.Module):
    """A crop N × 1 × 32 × 32 to its form (64) and the mean and spread of its texture (32)."""

    def __init__(self) -> None:
        super().__init__()
        self.fine = nn.Sequential(conv(1, 8, 1), conv(8, 16, 2))
        self.form = nn.Sequential(conv(16, 32, 2), conv(32, 64, 2), nn.Flatten(), nn.Linear(64 * 16, 64))

    def forward(self, crop: Tensor) -> Tensor:
        fine = self.fine(crop)
        flat = fine.flatten(2)
        mean = flat.mean(2)
        spread = torch.sqrt((flat - mean.unsqueeze(2)).square().mean(2) + 1e-4)
        return torch.cat([self.form(fine), mean, spread], 1)


class Compare(nn.Module):
    """Every character against the others that attention finds for it."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads, self.depth = heads, width // heads
        self.before = nn.LayerNorm(width)
        self.asks = nn.Linear(width, 2 * width)
        self.shows = nn.Linear(width, width)
        self.led = nn.Sequential(nn.Linear(RELATIONS, 16), nn.ReLU(), nn.Linear(16, heads))
        self.judge = nn.Sequential(nn.Linear(4 * width, width), nn.ReLU(), nn.Dropout(0.1), nn.Linear(width, width))

    def forward(self, x: Tensor, relation: Tensor, hidden: Tensor) -> Tensor:
        """`hidden` B × N × N: large and negative where one may not be looked at, itself among them."""
        b, n, width = x.shape
        y = self.before(x)
        query, key = self.asks(y).view(b, n, 2, self.heads, self.depth).permute(2, 0, 3, 1, 4).unbind(0)
        value = self.shows(y)
        own = value.view(b, n, self.heads, self.depth).transpose(1, 2)
        score = query @ key.transpose(-1, -2) / self.depth**0.5 + self.led(relation).permute(0, 3, 1, 2) + hidden.unsqueeze(1)
        share = score.softmax(-1)
        mean = share @ own
        spread = torch.sqrt((share @ (own * own) - mean * mean).clamp_min(0) + 0.02)
        away = own - mean
        said = torch.cat([own, mean, away.abs(), (away / spread).abs().clamp(max=8)], -1)
        return x + self.judge(said.transpose(1, 2).reshape(b, n, 4 * width))


class RetypedNetwork(nn.Module):
    def __init__(self, width: int = 96, heads: int = 6) -> None:
        super().__init__()
        self.native, self.scaled = Tower(), Tower()
        self.told = nn.Sequential(nn.Linear(2 * 96 + FACTS + CHARACTERS, 128), nn.ReLU(), nn.Linear(128, width))
        self.compared = nn.ModuleList([Compare(width, heads), Compare(width, heads)])
        self.head = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, 48), nn.ReLU(), nn.Linear(48, 1))

    def coded(self, crops: Tensor, facts: Tensor, places: Tensor) -> Tensor:
        """Crops N × 2 × 32 × 32 (0 for paper, 1 for the page's usual ink), facts N × 24 and places N × 9 to codes N × 96."""
        kind = F.one_hot(places[:, CHARACTER].round().long(), CHARACTERS).float()
        return self.told(torch.cat([self.native(crops[:, :1]), self.scaled(crops[:, 1:]), facts, kind], 1))

    def judged(self, codes: Tensor, places: Tensor, seen: Tensor) -> Tensor:
        """Codes B × N × 96 of pages, places B × N × 9, and which are there, B × N, to log-odds B × N."""
        n = codes.shape[1]
        relation = relations(places)
        hidden = -30.0 * ((1 - seen.unsqueeze(1)) + torch.eye(n, device=codes.device)).clamp(max=1)
        for compare in self.compared:
            codes = compare(codes, relation, hidden)
        return self.head(codes).squeeze(-1)

    def forward(self, crops: Tensor, facts: Tensor, places: Tensor) -> Tensor:
        """One page: log-odds of each of its N characters."""
        return self.judged(self.coded(crops, facts, places).unsqueeze(0), places.unsqueeze(0), torch.ones_like(places[:, :1]).T).squeeze(0)
