"""Strips as scripts/fit-seal-reader leaves them, read through memory maps; what is drawn by chance about them; batches of like width."""

import json
import re
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

HEIGHT = 48
#: Inputs are padded to multiples of this, with at least the margin, as in packages/detectors/papers/src/ocr/strips/batches.ts.
STRIDE, MARGIN, LEAST = 16, 8, 64
MOST_WIDTH = 800
#: How often each rendering is drawn.
WAYS = {"ink": 0.36, "layers": 0.34, "picture": 0.2, "hue": 0.1}
KINDS = {"title": 0.46, "line": 0.1, "code": 0.18, "number": 0.12, "square": 0.14}
#: Lines that are tax numbers: `number`.
NUMBER = re.compile(r"[0-9A-Z]{15,}")
#: Strips whose strokes are made thicker or thinner, and those that are sheared: the tuning faces are few.
WEIGHTED, SLANTED = 0.35, 0.3


def dictionary(path: str) -> list[str]:
    """Text of each class; the first is the blank of CTC."""
    return ["", *Path(path).read_text("utf8").rstrip("\n").split("\n"), " "]


class Strips:
    """The strips of some folders; folders may still grow: `refresh` looks for more."""

    def __init__(self, folders: list[str], characters: list[str]):
        self.folders = [Path(folder) for folder in folders]
        self.numbers = {character: i for i, character in enumerate(characters)}
        self.refresh()

    def refresh(self) -> None:
        self.rows, self.planes = [], []
        for n, folder in enumerate(self.folders):
            if not (folder / "strips.ndjson").exists() or (folder / "strips.bin").stat().st_size == 0:
                self.planes.append(None)
                continue
            data = np.memmap(folder / "strips.bin", dtype=np.uint8, mode="r")
            self.planes.append(data)
            for line in (folder / "strips.ndjson").read_text("utf8").splitlines():
                try:
                    row = json.loads(line)
                except json.JSONDecodeError:
                    break
                if row["offset"] + 5 * HEIGHT * row["width"] > len(data) or row["width"] > 1200:
                    continue
                if row["kind"] == "line" and NUMBER.fullmatch(row["text"]):
                    row["kind"] = "number"
                if all(letter in self.numbers for letter in row["text"]):
                    self.rows.append(row | {"folder": n})
        self.by_kind = {kind: [row for row in self.rows if row["kind"] == kind] for kind in KINDS}

    def planes_of(self, row: dict) -> np.ndarray:
        size = 5 * HEIGHT * row["width"]
        return np.array(self.planes[row["folder"]][row["offset"] : row["offset"] + size]).reshape(5, HEIGHT, row["width"])

    def classes(self, text: str) -> list[int]:
        return [self.numbers[letter] for letter in text]


def rendering(planes: np.ndarray, way: str) -> np.ndarray:
    """Three channels [3, 48, w] in 0–255, blue first. `layers`: the ink, what is dark in any channel, and what is dark in all: print."""
    if way == "ink":
        return np.repeat(planes[:1], 3, 0)
    if way == "hue":
        return np.repeat(planes[1:2], 3, 0)
    if way == "picture":
        return planes[[4, 3, 2]]
    return np.stack([planes[0], planes[2:5].min(0), planes[2:5].max(0)])


def weighted(image: torch.Tensor, random: np.random.Generator) -> torch.Tensor:
    """Strokes made thicker or thinner, upright ones or level ones or both, as other faces have them."""
    kernel = [(3, 3), (3, 1), (1, 3)][int(random.integers(3))]
    pads = (kernel[1] // 2, kernel[1] // 2, kernel[0] // 2, kernel[0] // 2)
    sign = -1 if random.random() < 0.5 else 1
    pooled = sign * F.max_pool2d(F.pad(sign * image[None], pads, mode="replicate"), kernel, 1)[0]
    return image.lerp(pooled, random.uniform(0.2, 0.8 if sign < 0 else 0.55))


def slanted(image: torch.Tensor, slant: float) -> torch.Tensor:
    """Sheared: upper rows moved to one side by `slant` columns a row."""
    _, height, width = image.shape
    turn = torch.tensor([[[1.0, slant * height / width, 0.0], [0.0, 1.0, 0.0]]])
    grid = F.affine_grid(turn, [1, *image.shape], align_corners=False)
    return F.grid_sample(image[None], grid, padding_mode="border", align_corners=False)[0]


def spoilt(strip: np.ndarray, stretch: float, random: np.random.Generator) -> torch.Tensor:
    """The strip stretched, moved a little, its contrast changed, blurred or noisy: [3, 48, w] in [-1, 1]."""
    image = torch.from_numpy(strip.astype(np.float32))[None]
    width = max(16, round(strip.shape[2] * stretch))
    grow = random.uniform(0.94, 1.08)
    high = max(40, round(HEIGHT * grow))
    image = F.interpolate(image, (high, width), mode="bilinear", antialias=True, align_corners=False)[0]
    if high > HEIGHT:
        top = int(random.integers(0, high - HEIGHT + 1))
        image = image[:, top : top + HEIGHT]
    elif high < HEIGHT:
        top = int(random.integers(0, HEIGHT - high + 1))
        image = F.pad(image[None], (0, 0, top, HEIGHT - high - top), mode="replicate")[0]
    if random.random() < WEIGHTED:
        image = weighted(image, random)
    if random.random() < SLANTED:
        image = slanted(image, random.normal() * 0.1)
    if random.random() < 0.3:
        middle = image.mean((1, 2), keepdim=True)
        image = middle + (image - middle) * random.uniform(0.6, 1.2) + random.normal() * 10
    if random.random() < 0.15:
        image = F.avg_pool2d(F.pad(image[None], (1, 1, 1, 1), mode="replicate"), 3, 1)[0]
    if random.random() < 0.2:
        image = image + torch.from_numpy(random.standard_normal(image.shape).astype(np.float32)) * random.uniform(2, 10)
    return image.clamp(0, 255) / 127.5 - 1


def plain(strip: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(strip.astype(np.float32)) / 127.5 - 1


def padded_width(width: int) -> int:
    return max(LEAST, -(-(width + MARGIN) // STRIDE) * STRIDE)


def stacked(strips: list[torch.Tensor], stride: int = STRIDE) -> torch.Tensor:
    width = -(-padded_width(max(strip.shape[2] for strip in strips)) // stride) * stride
    return torch.stack([F.pad(strip, (0, width - strip.shape[2])) for strip in strips])


def batches(strips: Strips, random: np.random.Generator, columns: int, pool: int = 256):
    """Without end: (input [n, 3, 48, w], classes of each)."""
    kinds, shares = list(KINDS), np.array(list(KINDS.values()))
    ways, way_shares = list(WAYS), np.array(list(WAYS.values()))
    while True:
        drawn = []
        for _ in range(pool):
            row = pick(strips, str(random.choice(kinds, p=shares)), random)
            classes = strips.classes(row["text"])
            way = str(random.choice(ways, p=way_shares))
            # A step is eight columns; a letter twice in a row needs a blank between.
            least = 8 * (len(classes) + sum(a == b for a, b in zip(classes, classes[1:]))) + 16
            stretch = random.uniform(0.8, 1.3)
            stretch = max(least / row["width"], min(stretch, MOST_WIDTH / row["width"]))
            drawn.append((spoilt(rendering(strips.planes_of(row), way), stretch, random), classes))
        drawn.sort(key=lambda one: one[0].shape[2])
        groups, group = [], []
        for one in drawn:
            if group and (len(group) + 1) * padded_width(one[0].shape[2]) > columns:
                groups.append(group)
                group = []
            group.append(one)
        groups.append(group)
        random.shuffle(groups)
        for group in groups:
            # Few shapes: what is laid out anew for each takes memory and time.
            yield stacked([strip for strip, _ in group], 64), [classes for _, classes in group]


def pick(strips: Strips, kind: str, random: np.random.Generator) -> dict:
    rows = strips.by_kind[kind] or strips.rows
    return rows[int(random.integers(len(rows)))]
