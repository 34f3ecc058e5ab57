"""How well embeddings tell validation speakers apart: equal error rates, one utterance against one and five against five."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from copies import Copies, index
from features import FilterBank, samples_of

PIECE = samples_of(600)
LEAST = samples_of(60)
DRAWS = 5


@torch.inference_mode()
def embeddings(network: nn.Module, copies: Copies, rows: list[int]) -> np.ndarray:
    """Of length 1: the mean over pieces of at most 6 s."""
    bank = FilterBank()
    out = []
    for k in rows:
        samples = torch.from_numpy(copies[k] if copies.count(k) else np.zeros(LEAST, np.float32))
        samples = torch.nn.functional.pad(samples, (0, max(0, LEAST - len(samples))))
        pieces = [piece for piece in samples.split(PIECE) if len(piece) >= LEAST]
        with torch.autocast("cpu", torch.bfloat16):
            vectors = [torch.nn.functional.normalize(network(bank(piece[None])), dim=1)[0] for piece in pieces]
        out.append(sum(vector * len(piece) for vector, piece in zip(vectors, pieces)))
    return unit(torch.stack(out).float().numpy())


def unit(vectors: np.ndarray) -> np.ndarray:
    return vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)


def equal_error(same: np.ndarray, other: np.ndarray) -> float:
    scores = np.concatenate([same, other])
    order = np.argsort(scores, kind="stable")
    target = np.concatenate([np.ones(len(same)), np.zeros(len(other))])[order]
    missed, alarms = np.cumsum(target) / len(same), 1 - np.cumsum(1 - target) / len(other)
    k = np.argmin(np.abs(missed - alarms))
    return float((missed[k] + alarms[k]) / 2)


def pairs(vectors: np.ndarray, speakers: np.ndarray) -> float:
    scores = vectors @ vectors.T
    rows, columns = np.triu_indices(len(vectors), 1)
    same = speakers[rows] == speakers[columns]
    return equal_error(scores[rows, columns][same], scores[rows, columns][~same])


def errors(vectors: np.ndarray, speakers: np.ndarray, seed: int = 0) -> tuple[float, float]:
    """One against one; five against five (mean over draws of the groups)."""
    random = np.random.default_rng(seed)
    fives = []
    for _ in range(DRAWS):
        groups, names = [], []
        for speaker in np.unique(speakers):
            order = random.permutation(np.flatnonzero(speakers == speaker))
            for start in range(0, len(order) - 4, 5):
                groups.append(vectors[order[start : start + 5]].mean(0))
                names.append(speaker)
        fives.append(pairs(unit(np.stack(groups)), np.array(names)))
    return pairs(vectors, speakers), float(np.mean(fives))


def validated(network: nn.Module, folder: Path, codecs: tuple[str, ...] = ("clean", "amr-5"), part: str = "validation") -> dict[str, tuple[float, float]]:
    lines = index(folder)
    rows = [k for k, line in enumerate(lines) if line.part == part and line.corpus == "speechocean"]
    speakers = np.array([lines[k].speaker for k in rows])
    network.eval()
    found = {}
    for codec in codecs:
        if not (folder / f"1-{codec}.npy").exists():
            continue
        vectors = embeddings(network, Copies(folder, "1", codec), rows)
        found[codec] = errors(unit(vectors - vectors.mean(0)), speakers)
    network.train()
    return found
