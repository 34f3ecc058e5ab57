"""Silero v5 as the product runs it: windows of 512 samples, 64 of context, the rule of packages/signal; speech alone is kept."""
from pathlib import Path

import numpy as np
import onnxruntime

WINDOW, CONTEXT = 512, 64
JOIN, SHORTEST, PAD = 4, 3, 2


def speech(model: Path, sounds: list[np.ndarray], batch: int = 48) -> list[np.ndarray]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options)
    out: list[np.ndarray] = [np.zeros(0, np.float32)] * len(sounds)
    order = sorted(range(len(sounds)), key=lambda i: len(sounds[i]))
    for start in range(0, len(order), batch):
        ids = order[start : start + batch]
        length = -(-max(len(sounds[i]) for i in ids) // WINDOW) * WINDOW
        padded = np.stack([np.pad(sounds[i], (CONTEXT, length - len(sounds[i]))) for i in ids])
        state = np.zeros((2, len(ids), 128), np.float32)
        columns = []
        for at in range(0, length, WINDOW):
            given, state = session.run(None, {"input": padded[:, at : at + WINDOW + CONTEXT], "state": state, "sr": np.array(16000, np.int64)})
            columns.append(given[:, 0])
        for i, row in zip(ids, np.stack(columns, 1)):
            pieces = [sounds[i][a * WINDOW : b * WINDOW] for a, b in runs(row[: -(-len(sounds[i]) // WINDOW)] > 0.5)]
            out[i] = np.concatenate(pieces) if pieces else out[i]
    return out


def runs(active: np.ndarray) -> list[tuple[int, int]]:
    found: list[list[int]] = []
    for i in np.flatnonzero(active):
        if found and i - found[-1][1] < JOIN:
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    padded = [(max(0, a - PAD), min(len(active), b + PAD)) for a, b in found if b - a >= SHORTEST]
    joined: list[tuple[int, int]] = []
    for a, b in padded:
        if joined and a <= joined[-1][1]:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined
