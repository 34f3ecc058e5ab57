"""Training batches: crops of forged pages, each with the same crop of its genuine twin, and genuine crops from anywhere."""

import queue
import threading
from collections import defaultdict
from dataclasses import fields, replace

import numpy as np
import torch

from pages import Page, Tensors, read

NEAR = 0.7
"""Share of forged crops that are laid around an altered cell; the others lie anywhere."""
DROP = 0.25
"""Share of JPEG crops whose coefficients are withheld, so that the pixels must do."""


class Sampler:
    """Draws batches of `2 * pairs + alone` crops of `size` x `size` cells. Batch `step` depends on the seed and the step alone."""

    def __init__(self, pages: list[Page], size: int, pairs: int, alone: int, seed: int):
        self.size, self.pairs, self.alone, self.seed = size, pairs, alone, seed
        self.forged = [page for page in pages if page.label == 1]
        self.genuine = [page for page in pages if page.label == 0]
        self.twins: dict[tuple, list[Page]] = defaultdict(list)
        for page in self.genuine:
            self.twins[self._key(page)].append(page)
        self.altered: dict = {}

    @staticmethod
    def _key(page: Page) -> tuple:
        return page.set, page.source, page.pipeline, page.columns, page.rows

    def batch(self, step: int) -> dict[str, torch.Tensor]:
        """Names of Tensors to stacked tensors [B, ...]; luma with a channel axis."""
        rng = np.random.default_rng([self.seed, step])
        crops: list[Tensors] = []
        for _ in range(self.pairs):
            forged = self.forged[rng.integers(len(self.forged))]
            twins = self.twins.get(self._key(forged)) or self.genuine
            twin = twins[rng.integers(len(twins))]
            top, left = self._corner(forged, rng)
            turn, withheld = rng.integers(8), rng.random() < DROP
            crops.append(self._crop(forged, top, left, turn, withheld))
            same = twin.rows == forged.rows and twin.columns == forged.columns
            crops.append(self._crop(twin, *((top, left) if same else self._anywhere(twin, rng)), turn, withheld))
        for _ in range(self.alone):
            page = self.genuine[rng.integers(len(self.genuine))]
            crops.append(self._crop(page, *self._anywhere(page, rng), rng.integers(8), rng.random() < DROP))
        stacked = {f.name: torch.from_numpy(np.stack([getattr(crop, f.name) for crop in crops])) for f in fields(Tensors)}
        return {**stacked, "luma": stacked["luma"][:, None]}

    def _crop(self, page: Page, top: int, left: int, turn: int, withheld: bool) -> Tensors:
        crop = read(page, top, left, self.size, self.size)
        if page.coefficients and not withheld:
            return crop
        return turned(replace(crop, levels=np.zeros_like(crop.levels), quantization=np.zeros_like(crop.quantization)), turn)

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


def turned(crop: Tensors, turn: int) -> Tensors:
    """One of the eight turns and mirrors of a crop without coefficients, whose traces survive that."""

    def apply(plane: np.ndarray) -> np.ndarray:
        plane = np.rot90(plane, turn % 4, (-2, -1))
        return np.ascontiguousarray(plane[..., ::-1] if turn >= 4 else plane)

    planes = {name: apply(getattr(crop, name)) for name in ("luma", "chroma", "share", "weight")}
    return replace(crop, **planes)


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
