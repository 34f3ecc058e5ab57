"""Where somebody speaks: Silero VAD v5, and the same rule for runs of speech as in `packages/signal`.

Silero Team, "Silero VAD: pre-trained enterprise-grade Voice Activity Detector" (2024), MIT.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime

RATE = 16_000
WINDOW, CONTEXT = 512, 64
LEAST_PROBABILITY = 0.5
# All in windows of 32 ms: nearer runs are one, shorter ones are clicks, and consonants at the edges are quieter than the model's threshold.
NEAR, SHORTEST, PADDING = 4, 3, 2
BATCH = 64


class Activity:
    def __init__(self, model: Path, threads: int = 1):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(model), options)

    def probabilities(self, recordings: Sequence[np.ndarray]) -> list[np.ndarray]:
        """Of each recording (samples in [-1, 1]) one probability a window."""
        windows = [-(-len(recording) // WINDOW) for recording in recordings]
        padded = np.zeros((len(recordings), max(windows) * WINDOW), np.float32)
        for row, recording in zip(padded, recordings):
            row[: len(recording)] = recording
        state = np.zeros((2, len(recordings), 128), np.float32)
        context = np.zeros((len(recordings), CONTEXT), np.float32)
        out = []
        for start in range(0, padded.shape[1], WINDOW):
            window = padded[:, start : start + WINDOW]
            feed = {"input": np.concatenate([context, window], 1), "state": state, "sr": np.array(RATE, np.int64)}
            speech, state = self.session.run(None, feed)
            context = window[:, -CONTEXT:]
            out.append(speech[:, 0])
        rows = np.stack(out, 1)
        return [row[:count] for row, count in zip(rows, windows)]


def runs(probabilities: np.ndarray) -> list[tuple[int, int]]:
    """Half-open runs of windows in which somebody speaks."""
    found: list[list[int]] = []
    for window in np.flatnonzero(probabilities > LEAST_PROBABILITY):
        if found and window - found[-1][1] < NEAR:
            found[-1][1] = int(window) + 1
        else:
            found.append([int(window), int(window) + 1])
    padded: list[list[int]] = []
    for start, end in found:
        if end - start < SHORTEST:
            continue
        start, end = max(0, start - PADDING), min(len(probabilities), end + PADDING)
        if padded and start <= padded[-1][1]:
            padded[-1][1] = end
        else:
            padded.append([start, end])
    return [(start, end) for start, end in padded]


def speech_only(recording: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    parts = [recording[start * WINDOW : end * WINDOW] for start, end in runs(probabilities)]
    return np.concatenate(parts) if parts else recording[:0]


def spoken(activity: Activity, recordings: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Speech of each recording, silence cut; heard in batches of much the same length."""
    by_length = sorted(range(len(recordings)), key=lambda k: len(recordings[k]))
    out: list[np.ndarray] = [np.zeros(0, np.float32)] * len(recordings)
    for start in range(0, len(by_length), BATCH):
        batch = by_length[start : start + BATCH]
        for k, probabilities in zip(batch, activity.probabilities([recordings[k] for k in batch])):
            out[k] = speech_only(recordings[k], probabilities)
    return out
