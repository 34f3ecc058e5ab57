"""Training batches: crops of forged pages, each with the same crop of its genuine twin, and genuine crops from anywhere."""

import queue
import threading
from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
import torch

from pages import Page, Tensors, read

NEAR = 0.7
"""Share of forged crops that are laid around an altered cell; the others lie anywhere."""
DROP = 0.25
"""Share of JPEG crops whose coefficients are withheld, so that the pixels must do."""
TURN = 0.5
"""Share of crops that are turned or mirrored."""

FALSE_PEAKS = 0.5
"""Share of genuine crops from anywhere that come from places taken for edits before."""

Choice = Callable[[np.random.Generator], Page]
Place = tuple[Page, int, int]
"""A page and the cell, top and left, where a crop begins."""


class Peaks:
    """The genuine places taken most for edits: what stands between a page and a low rate of false alarms.

    Mined as training goes on (Shrivastava et al., Training Region-based Object Detectors with Online Hard Example Mining,
    2016), of genuine crops alone: the forged ones that are missed most bear no trace at all, often. A place drawn again takes
    its new score, and goes when others are worse.
    """

    def __init__(self, most: int = 1000):
        self.most = most
        self.scores: dict[Place, float] = {}
        self.kept: list[Place] = []

    def note(self, places: list[Place], scores: list[float]) -> None:
        """Log-odds that crops at genuine places were found to be altered."""
        self.scores.update(zip(places, scores))
        if len(self.scores) > 1.25 * self.most:
            self.scores = dict(sorted(self.scores.items(), key=lambda entry: -entry[1])[: self.most])
        # A new list each time: batches are drawn in another thread.
        self.kept = list(self.scores)

    def draw(self, rng: np.random.Generator) -> Place | None:
        """One of the worst places, or None until there are enough for some to be bad."""
        kept = self.kept
        return kept[rng.integers(len(kept))] if len(kept) >= self.most else None


class Sampler:
    """Draws batches of `2 * pairs + alone` crops of `size` x `size` cells: forged ones and their twins in turn, then genuine ones.

    `choose` picks the forged page of a pair, every page alike unless told. Batch `step` depends on the seed, the step,
    `choose` and the peaks noted until then.
    """

    def __init__(self, pages: list[Page], size: int, pairs: int, alone: int, seed: int, choose: Choice | None = None):
        self.size, self.pairs, self.alone, self.seed = size, pairs, alone, seed
        self.choose = choose or (lambda rng: self.forged[rng.integers(len(self.forged))])
        self.forged = [page for page in pages if page.label == 1]
        self.genuine = [page for page in pages if page.label == 0]
        self.twins: dict[tuple, list[Page]] = defaultdict(list)
        for page in self.genuine:
            self.twins[self._key(page)].append(page)
        self.altered: dict = {}
        self.peaks = Peaks()

    @staticmethod
    def _key(page: Page) -> tuple:
        return page.set, page.source, page.pipeline, page.columns, page.rows

    def batch(self, step: int) -> dict[str, torch.Tensor]:
        """Names of Tensors to stacked tensors [B, ...]; luma with a channel axis; `places` where each crop begins."""
        rng = np.random.default_rng([self.seed, step])
        crops: list[Tensors] = []
        places: list[Place] = []

        def add(page: Page, corner: tuple[int, int], turn: int, withheld: bool) -> None:
            places.append((page, *corner))
            crops.append(self._crop(page, *corner, turn, withheld))

        for _ in range(self.pairs):
            forged = self.choose(rng)
            twins = self.twins.get(self._key(forged)) or self.genuine
            twin = twins[rng.integers(len(twins))]
            corner = self._corner(forged, rng)
            turn, withheld = self._turn(rng), rng.random() < DROP
            add(forged, corner, turn, withheld)
            same = twin.rows == forged.rows and twin.columns == forged.columns
            add(twin, corner if same else self._anywhere(twin, rng), turn, withheld)
        for _ in range(self.alone):
            peak = self.peaks.draw(rng) if rng.random() < FALSE_PEAKS else None
            page = peak[0] if peak else self.genuine[rng.integers(len(self.genuine))]
            add(page, peak[1:] if peak else self._anywhere(page, rng), self._turn(rng), rng.random() < DROP)
        stacked = {f.name: torch.from_numpy(np.stack([getattr(crop, f.name) for crop in crops])) for f in fields(Tensors)}
        return {**stacked, "luma": stacked["luma"][:, None], "places": places}

    def _crop(self, page: Page, top: int, left: int, turn: int, withheld: bool) -> Tensors:
        crop = read(page, top, left, self.size, self.size)
        if withheld:
            crop = replace(crop, levels=np.zeros_like(crop.levels), quantization=np.zeros_like(crop.quantization))
        return turned(crop, turn)

    def _turn(self, rng: np.random.Generator) -> int:
        return int(rng.integers(1, 8)) if rng.random() < TURN else 0

    def _anywhere(self, page: Page, rng: np.random.Generator) -> tuple[int, int]:
        return (int(rng.integers(max(0, page.rows - self.size) + 1)), int(rng.integers(max(0, page.columns - self.size) + 1)))

    def _corner(self, page: Page, rng: np.random.Generator) -> tuple[int, int]:
        if rng.random() >= NEAR:
            return self._anywhere(page, rng)
        if page.path not in self.altered:
            self.altered[page.path] = np.argwhere(read(page).share >= 0.5).astype(np.int16)
        cells = self.altered[page.path]
        if len(cells) == 0:
            return self._anywhere(page, rng)
        centre = cells[rng.integers(len(cells))] - rng.integers(4, self.size - 4, 2)
        return (
            int(np.clip(centre[0], 0, max(0, page.rows - self.size))),
            int(np.clip(centre[1], 0, max(0, page.columns - self.size))),
        )


def by_pipeline(pages: list[Page], times: dict[str, float]) -> Choice:
    """A choice that draws forged pages of some pipelines so many times as often as others."""
    forged = [page for page in pages if page.label == 1]
    upto = np.cumsum([times.get(page.pipeline, 1.0) for page in forged])
    return lambda rng: forged[int(np.searchsorted(upto, rng.random() * upto[-1], side="right"))]


def turned(crop: Tensors, turn: int) -> Tensors:
    """One of the eight turns and mirrors of a crop. Levels turn with it as they would in a JPEG file turned without loss."""
    planes = {name: mirrored(getattr(crop, name), turn, (-2, -1)) for name in ("luma", "chroma", "share", "weight")}
    rows, columns, _ = crop.levels.shape
    # Odd frequencies change their sign where their axis is mirrored.
    sign = np.where(np.arange(8) % 2, -1, 1).astype(np.int8)
    levels = np.maximum(crop.levels, -127).reshape(rows, columns, 8, 8)
    quantization = crop.quantization.reshape(8, 8)
    if turn & 1:
        levels, quantization = levels.transpose(1, 0, 3, 2), quantization.T
    if turn & 2:
        levels = levels[::-1] * sign[:, None]
    if turn & 4:
        levels = levels[:, ::-1] * sign
    levels = np.ascontiguousarray(levels).reshape(*levels.shape[:2], 64)
    return replace(crop, **planes, levels=levels, quantization=np.ascontiguousarray(quantization).reshape(64))


def mirrored(plane: np.ndarray, turn: int, axes: tuple[int, int]) -> np.ndarray:
    """`turn` as three bits: transposed, then upside down, then left to right."""
    if turn & 1:
        plane = plane.swapaxes(*axes)
    if turn & 2:
        plane = np.flip(plane, axes[0])
    if turn & 4:
        plane = np.flip(plane, axes[1])
    return np.ascontiguousarray(plane)


def stream(sampler: Sampler, first: int, last: int, ahead: int = 4):
    """Batches `first` to `last` - 1, made ahead by one thread."""
    made: queue.Queue = queue.Queue(ahead)

    def make():
        try:
            for step in range(first, last):
                made.put(sampler.batch(step))
        except BaseException as error:
            made.put(error)

    threading.Thread(target=make, daemon=True).start()
    for _ in range(first, last):
        batch = made.get()
        if isinstance(batch, BaseException):
            raise batch
        yield batch
