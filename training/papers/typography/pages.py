"""Pages that scripts/fit-typography/learn.ts wrote, and batches of them."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from network import CROP, FACTS, LINE, PLACES

TWO_CROPS = 2 * CROP * CROP
# How ink is kept in a byte: `cropsOf` in packages/detectors/papers/src/typography/network/crops.ts.
NOTHING, FULL = 64, 80


@dataclass(frozen=True)
class Page:
    source: str
    number: int
    set: str
    capture: str
    deviation: str
    count: int
    digits: int
    retyped: int
    path: Path
    offset: int

    @property
    def is_retyped(self) -> bool:
        return self.deviation != ""


def listed(folder: Path) -> list[Page]:
    """Pages in the order of their numbers, a genuine one before its twins; retyped ones on which no retyped digit was measured are left in."""
    pages = []
    for index in sorted(folder.glob("pages-*.ndjson")):
        for line in index.read_text().splitlines():
            row = json.loads(line)
            path = folder / f"tokens-{row['shard']}.bin"
            pages.append(Page(row["name"], row["number"], row["set"], row["capture"], row["deviation"], row["count"], row["digits"], row["retyped"], path, row["offset"]))
    return sorted(pages, key=lambda page: page.number)


@dataclass
class Tokens:
    crops: np.ndarray
    facts: np.ndarray
    places: np.ndarray
    labels: np.ndarray

    def taken(self, kept: np.ndarray) -> "Tokens":
        return Tokens(self.crops[kept], self.facts[kept], self.places[kept], self.labels[kept])


def read(page: Page) -> Tokens:
    """Labels: 1 retyped, 0 not, −1 next to retyped ones; text is labelled −2."""
    n = page.count
    sizes = [n * TWO_CROPS, 4 * n * FACTS, 4 * n * PLACES, n]
    with page.path.open("rb") as file:
        file.seek(page.offset)
        crops, facts, places, labels = (file.read(size) for size in sizes)
    tokens = Tokens(
        np.frombuffer(crops, np.uint8).reshape(n, 2, CROP, CROP),
        np.frombuffer(facts, np.float32).reshape(n, FACTS),
        np.frombuffer(places, np.float32).reshape(n, PLACES),
        np.frombuffer(labels, np.int8).copy(),
    )
    tokens.labels[page.digits :] = -2
    return tokens


def part_of(tokens: Tokens, most: int, random: np.random.Generator) -> Tokens:
    """At most so many characters: whole lines that follow each other, with a retyped one among them where there is one; some lines and some text are left out."""
    lines = tokens.places[:, LINE]
    keep = (tokens.labels > -2) | (random.random(len(tokens.labels)) < random.uniform(0.3, 1))
    if random.random() < 0.5:
        left_out = random.random(int(lines.max()) + 1) > random.uniform(0.4, 1)
        left_out[lines[tokens.labels == 1].astype(int)] = False
        kept = keep & ~left_out[lines.astype(int)]
        keep = kept if (tokens.labels[kept] > -2).any() else keep
    tokens = tokens.taken(np.flatnonzero(keep))
    if len(tokens.labels) <= most:
        return tokens
    order = np.argsort(tokens.places[:, LINE], kind="stable")
    retyped = np.flatnonzero(tokens.labels[order] == 1)
    anchor = random.choice(retyped) if len(retyped) > 0 else random.integers(len(order))
    first = int(np.clip(anchor - random.integers(most // 8, most - most // 8), 0, len(order) - most))
    return tokens.taken(np.sort(order[first : first + most]))


def reshaped(crops: Tensor, counts: list[int], random: np.random.Generator) -> Tensor:
    """Pages as if set in faces that are wider, taller or slanted, softer, fainter or fuller; all characters of a page alike."""
    pages = len(counts)
    across, down = random.uniform(0.88, 1.14, (2, pages))
    slant = random.uniform(-0.15, 0.15, pages) * (random.random(pages) < 0.5)
    plain = random.random(pages) < 0.4
    across[plain], down[plain], slant[plain] = 1, 1, 0
    zero = np.zeros(pages)
    maps = torch.tensor(np.stack([np.stack([across, slant, zero], 1), np.stack([zero, down, zero], 1)], 1), dtype=torch.float32)
    each = torch.repeat_interleave(torch.arange(pages), torch.tensor(counts))
    changed = torch.from_numpy(~plain)[each]
    out = crops.clone()
    if changed.any():
        grid = F.affine_grid(maps[each[changed]], [int(changed.sum()), 2, CROP, CROP], align_corners=False)
        out[changed] = F.grid_sample(crops[changed], grid, padding_mode="border", align_corners=False)
    soft = torch.from_numpy(random.uniform(0.05, 0.35, pages) * (random.random(pages) < 0.3)).float()[each].view(-1, 1, 1, 1)
    blurred = F.avg_pool2d(F.pad(out, (1, 1, 1, 1), mode="replicate"), 3, 1)
    out = out + soft * (blurred - out)
    gain = torch.from_numpy(random.normal(1, 0.08, pages)).float()[each].view(-1, 1, 1, 1)
    return out * gain


def inked(crops: np.ndarray) -> Tensor:
    return (torch.from_numpy(np.ascontiguousarray(crops)).float() - NOTHING) / FULL


def together(parts: list[Tokens]) -> tuple[Tensor, Tensor, Tensor, Tensor, list[int]]:
    """Crops, facts, places and labels of all characters of some pages, and how many each has."""
    stacked = [np.concatenate([getattr(part, name) for part in parts]) for name in ("crops", "facts", "places", "labels")]
    return inked(stacked[0]), torch.from_numpy(stacked[1]), torch.from_numpy(stacked[2]), torch.from_numpy(stacked[3]).long(), [len(part.labels) for part in parts]


def padded(values: Tensor, counts: list[int], fill: float) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(values.split(counts), batch_first=True, padding_value=fill)
