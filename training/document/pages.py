"""Labelled pages as scripts/export-tensors leaves them: an index and one raw file a page, read through memory maps."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

CELL = 8


@dataclass(frozen=True)
class Page:
    """One line of index.jsonl. `columns` and `rows` count cells of 8 x 8 pixels; `quantization` is empty off the JPEG track."""

    path: Path
    set: str
    split: str
    source: str
    op: str
    pipeline: str
    label: int
    columns: int
    rows: int
    coefficients: bool
    quantization: tuple[float, ...]


def read_index(folder: str) -> list[Page]:
    """Pages of a folder of tensors, in the order of its index."""
    names = Page.__annotations__.keys() - {"path", "quantization"}
    pages = []
    for line in (Path(folder) / "index.jsonl").read_text().splitlines():
        entry = json.loads(line)
        pages.append(
            Page(
                path=Path(folder) / entry["path"],
                quantization=tuple(entry["quantization"]),
                **{name: entry[name] for name in names},
            )
        )
    return pages


def held(source: str) -> bool:
    """Whether the network never trains on this source, so that what reads its scores can be fitted on it: a fixed quarter."""
    return hashlib.sha1(f"hold {source}".encode()).digest()[0] < 64


@dataclass(frozen=True)
class Tensors:
    """What the network sees, and the truth. Shapes for R x C cells.

    luma: uint8 [8R, 8C]; chroma: uint8 [2, R, C]; levels: int8 [R, C, 64]; quantization: float32 [64], zeros off the JPEG
    track; share: float32 [R, C], how much of the cell was altered, 0..1; weight: float32 [R, C], 0 where there is no page.
    """

    luma: np.ndarray
    chroma: np.ndarray
    levels: np.ndarray
    quantization: np.ndarray
    share: np.ndarray
    weight: np.ndarray


def read(page: Page, top: int = 0, left: int = 0, rows: int | None = None, columns: int | None = None) -> Tensors:
    """A rectangle of cells of a page, the whole page by default. Beyond the page its border is repeated with weight 0."""
    rows, columns = rows or page.rows, columns or page.columns
    raw = np.memmap(page.path, np.uint8, "r")
    cells = page.rows * page.columns
    luma = raw[: 64 * cells].reshape(page.rows * CELL, page.columns * CELL)
    chroma = raw[64 * cells : 66 * cells].reshape(2, page.rows, page.columns)
    altered = raw[66 * cells : 67 * cells].reshape(page.rows, page.columns)
    bottom, right = min(page.rows, top + rows), min(page.columns, left + columns)
    below, beside = top + rows - bottom, left + columns - right
    here = (slice(top, bottom), slice(left, right))
    pixels = (slice(CELL * top, CELL * bottom), slice(CELL * left, CELL * right))
    margin = ((0, below), (0, beside))
    wide = ((0, CELL * below), (0, CELL * beside))
    levels = np.zeros((rows, columns, 64), np.int8)
    quantization = np.zeros(64, np.float32)
    if page.coefficients:
        levels[: bottom - top, : right - left] = raw[67 * cells :].view(np.int8).reshape(page.rows, page.columns, 64)[here]
        quantization[:] = page.quantization
    return Tensors(
        luma=np.pad(luma[pixels], wide, mode="edge"),
        chroma=np.pad(chroma[(slice(None), *here)], ((0, 0), *margin), mode="edge"),
        levels=levels,
        quantization=quantization,
        share=np.pad(altered[here], margin).astype(np.float32) / 64,
        weight=np.pad(np.ones((bottom - top, right - left), np.float32), margin),
    )
