"""Pages that scripts/fit-seal-locate made, through memory maps; parts of them, turned and scaled; what is true of each cell; batches."""

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from network import CELL, PLANES, STRIDE, TOLD

# Side of the parts that are trained on.
SIDE = 320
# Of a seal's box less is no seal to be found, nor is it none.
LEAST_SEEN = 0.25
# Pixels from the border of a photograph within which slivers of seals may lie that are not listed.
SLIVERS = 28
# How far a middle's peak reaches, in shares of a seal's radius, and least and most cells.
PEAK, NARROWEST, WIDEST = 0.12, 0.8, 4.0
# Parts that are stretched: a seal's aspect is to be seen, not guessed from its star.
STRETCHED = 0.35
# The kinds of pages, and how often each is drawn; all others are simulated.
SHARES = {"tile": 0.12, "document": 0.1, "texture": 0.03, "badges": 0.12}


@dataclass
class Seal:
    """In pixels of the planes; an ellipse that is not exact is a box's."""

    cx: float
    cy: float
    rx: float
    ry: float
    angle: float
    square: bool
    exact: bool

    @property
    def radius(self) -> float:
        return math.sqrt(self.rx * self.ry)

    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom; of a square seal that of its corners."""
        cos, sin = abs(math.cos(math.radians(self.angle))), abs(math.sin(math.radians(self.angle)))
        if self.square:
            wide, high = self.rx * cos + self.ry * sin, self.rx * sin + self.ry * cos
        else:
            wide, high = math.hypot(self.rx * cos, self.ry * sin), math.hypot(self.rx * sin, self.ry * cos)
        return self.cx - wide, self.cy - high, self.cx + wide, self.cy + high


@dataclass
class Page:
    kind: str
    width: int
    height: int
    offset: int
    seals: list[Seal]
    slivers: bool
    folder: Path


def read(folder: Path) -> list[Page]:
    """Pages of a set, which may still grow."""
    pages, size = [], (folder / "pages.bin").stat().st_size
    for line in (folder / "pages.ndjson").read_text().splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            break
        if row["offset"] + PLANES * row["width"] * row["height"] <= size:
            seals = [Seal(**seal) for seal in row["seals"]]
            pages.append(Page(row["kind"], row["width"], row["height"], row["offset"], seals, row["slivers"], folder))
    return pages


class Planes:
    def __init__(self) -> None:
        self.maps: dict[Path, np.memmap] = {}

    def of(self, page: Page) -> Tensor:
        """Planes 6 × height × width, 0–1."""
        size = PLANES * page.width * page.height
        mapped = self.maps.get(page.folder)
        if mapped is None or len(mapped) < page.offset + size:
            mapped = self.maps[page.folder] = np.memmap(page.folder / "pages.bin", np.uint8, "r")
        own = mapped[page.offset : page.offset + size].reshape(PLANES, page.height, page.width)
        return torch.from_numpy(own.astype(np.float32) / 255)


def padded(planes: Tensor) -> Tensor:
    """With white at the right and below, to sides of whole strides."""
    _, height, width = planes.shape
    return F.pad(planes, (0, -width % STRIDE, 0, -height % STRIDE), value=1.0)


def part(planes: Tensor, page: Page, random: np.random.Generator) -> tuple[Tensor, list[tuple[Seal, tuple[float, float]]]]:
    """SIDE × SIDE pixels of a page, turned, mirrored, scaled and stretched; its seals there, each with its middle as far as that is on the page."""
    scale = math.exp(random.uniform(-0.4, 0.4))
    turn = random.normal(0, 4) if random.random() < 0.65 else random.integers(0, 4) * 90 + random.uniform(-25, 25)
    mirror = -1.0 if random.random() < 0.4 else 1.0
    if page.seals and random.random() < 0.8:
        seal = page.seals[random.integers(len(page.seals))]
        at = np.array([seal.cx, seal.cy]) + random.uniform(-0.42, 0.42, 2) * SIDE / scale
    else:
        at = random.uniform(0, 1, 2) * [page.width, page.height]
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    # From the page to the part: about `at`, which comes to lie in the middle.
    to = scale * np.array([[cos * mirror, -sin], [sin * mirror, cos]]) @ stretched(random)
    back = np.linalg.inv(to)
    places = np.stack(np.meshgrid(np.arange(SIDE) + 0.5 - SIDE / 2, np.arange(SIDE) + 0.5 - SIDE / 2), -1)
    from_page = places @ back.T + at
    grid = torch.from_numpy((from_page / [page.width, page.height] * 2 - 1).astype(np.float32))[None]
    # White beyond the page.
    out = 1 - F.grid_sample(1 - planes[None], grid, mode="bilinear", padding_mode="zeros", align_corners=False)[0]
    seals = []
    for seal in page.seals:
        x, y = to @ (np.array([seal.cx, seal.cy]) - at) + SIDE / 2
        on = np.clip([seal.cx, seal.cy], 4, [page.width - 4, page.height - 4])
        u, v = to @ (on - at) + SIDE / 2
        seals.append((replace(mapped(seal, to), cx=x, cy=y), (u, v)))
    return out, seals


def stretched(random: np.random.Generator) -> np.ndarray:
    """Longer one way than the other, as what is seen at an angle; mostly not."""
    if random.random() > STRETCHED:
        return np.eye(2)
    along, ratio = random.uniform(0, math.pi), math.exp(random.uniform(-0.3, 0.3) / 2)
    axes = np.array([[math.cos(along), -math.sin(along)], [math.sin(along), math.cos(along)]])
    return axes @ np.diag([ratio, 1 / ratio]) @ axes.T


def mapped(seal: Seal, to: np.ndarray) -> Seal:
    """A seal's axes under a linear map."""
    cos, sin = math.cos(math.radians(seal.angle)), math.sin(math.radians(seal.angle))
    axes = to @ np.array([[cos * seal.rx, -sin * seal.ry], [sin * seal.rx, cos * seal.ry]])
    if seal.square:
        # Skew is let go: of a square seen at an angle the sides' middles are kept.
        rx, ry = np.linalg.norm(axes, axis=0)
        first = axes[:, 0]
    else:
        turned, (rx, ry), _ = np.linalg.svd(axes)
        first = turned[:, 0]
    return replace(seal, rx=float(rx), ry=float(ry), angle=math.degrees(math.atan2(first[1], first[0])))


def tinted(planes: Tensor, random: np.random.Generator) -> Tensor:
    """Lighter and darker, steeper and flatter, in other colours or none, with noise."""
    own, against = planes[:3], planes[3:]
    if random.random() < 0.15:
        order = torch.from_numpy(random.permutation(3))
        own, against = own[order], against[order]
    if random.random() < 0.12:
        own, against = (plane.mean(0, keepdim=True).expand(3, -1, -1) for plane in (own, against))
    if random.random() < 0.6:
        gains = torch.from_numpy(random.uniform(0.75, 1.15, 3).astype(np.float32))[:, None, None]
        own = own * gains
        power = random.uniform(0.7, 1.4)
        against = against.clamp_min(0) ** power * (0.8 ** (1 - power))
    out = torch.cat([own, against])
    if random.random() < 0.3:
        out = out + torch.randn(out.shape) * random.uniform(0.005, 0.035)
    return out.clamp(0, 1)


def truth(seals: list[tuple[Seal, tuple[float, float]]], width: int, height: int, border: float = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What is true of each cell, 9 × rows × columns with peaks for middles; weights of peaks, rows × columns; of the rest, 9 × rows × columns."""
    columns, rows = width // CELL, height // CELL
    told = np.zeros((len(TOLD), rows, columns), np.float32)
    heeded, weights = np.ones((rows, columns), np.float32), np.zeros((len(TOLD), rows, columns), np.float32)
    x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    if border:
        beyond = (np.minimum(x, columns - x) < border / CELL) | (np.minimum(y, rows - y) < border / CELL)
        heeded[beyond] = 0
    for seal, (u, v) in seals:
        left, top, right, bottom = seal.box()
        wide = max(0.0, min(width, right) - max(0, left))
        high = max(0.0, min(height, bottom) - max(0, top))
        if wide * high <= 0:
            continue
        if wide * high < LEAST_SEEN * (right - left) * (bottom - top):
            inside = (x * CELL > left) & (x * CELL < right) & (y * CELL > top) & (y * CELL < bottom)
            heeded[inside] = 0
            continue
        radius = seal.radius / CELL
        i, j = int(np.clip(v / CELL, 0.5, rows - 1.5)), int(np.clip(u / CELL, 0.5, columns - 1.5))
        spread = np.clip(PEAK * radius, NARROWEST, WIDEST)
        near = np.exp(-0.5 * ((x - j - 0.5) ** 2 + (y - i - 0.5) ** 2) / spread**2)
        nearest = near > np.maximum(told[0], 0.3)
        told[0] = np.maximum(told[0], near)
        heeded[near > 0.3] = 1
        stretch, angle = math.log(seal.rx / seal.ry), math.radians(seal.angle)
        values = (float(seal.square), seal.cx / CELL - x, seal.cy / CELL - y, math.log(radius), stretch * math.cos(2 * angle), stretch * math.sin(2 * angle), math.cos(4 * angle), math.sin(4 * angle))
        exact, square = float(seal.exact), float(seal.square)
        shares = (exact, 1 / radius, 1 / radius, 0.3 + 0.7 * exact, exact, exact, square, square)
        for k, (value, share) in enumerate(zip(values, shares), 1):
            told[k][nearest] = value[nearest] if isinstance(value, np.ndarray) else value
            weights[k][nearest] = share * near[nearest]
    return told, heeded, weights


class Batches:
    def __init__(self, folders: list[Path], seed: int):
        self.folders, self.random, self.planes = folders, np.random.default_rng(seed), Planes()
        torch.manual_seed(seed)
        self.again()

    def again(self) -> None:
        self.groups: dict[str, list[Page]] = {}
        for folder in self.folders:
            for page in read(folder):
                self.groups.setdefault(page.kind if page.kind in SHARES else "simulated", []).append(page)

    def next(self, size: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        kinds = [kind for kind in (*SHARES, "simulated") if kind in self.groups]
        shares = np.array([SHARES.get(kind, 1 - sum(SHARES.values())) for kind in kinds])
        parts, known = [], []
        for kind in self.random.choice(kinds, size, p=shares / shares.sum()):
            page = self.groups[kind][self.random.integers(len(self.groups[kind]))]
            planes, seals = part(self.planes.of(page), page, self.random)
            parts.append(tinted(planes, self.random))
            known.append(truth(seals, SIDE, SIDE, SLIVERS if page.slivers else 0))
        told, heeded, weights = (torch.from_numpy(np.stack(values)) for values in zip(*known))
        return torch.stack(parts), told, heeded, weights
