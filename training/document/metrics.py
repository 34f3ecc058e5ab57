"""Areas under curves and rates, from scores and labels."""

from collections import defaultdict

import numpy as np

from pages import Page


def auc(scores: np.ndarray, labels: np.ndarray, weights: np.ndarray | None = None) -> float:
    """Area under the receiver operating characteristic; ties count half. `weights` count a score several times."""
    order = np.argsort(scores, kind="stable")
    scores, labels = scores[order], labels[order]
    weights = np.ones(len(scores)) if weights is None else weights[order]
    _, group = np.unique(scores, return_inverse=True)
    positive = np.bincount(group, weights * labels)
    negative = np.bincount(group, weights * (1 - labels))
    if positive.sum() == 0 or negative.sum() == 0:
        return float("nan")
    below = np.cumsum(negative) - negative / 2
    return float((positive * below).sum() / (positive.sum() * negative.sum()))


def rate_at(scores: np.ndarray, labels: np.ndarray, false_alarms: float) -> float:
    """Share of forged pages above the score that this share of genuine ones reach."""
    genuine = np.sort(scores[labels == 0])[::-1]
    threshold = genuine[int(false_alarms * len(genuine))]
    return float((scores[labels == 1] > threshold).mean())


def table(pages: list[Page], scores: np.ndarray) -> dict[str, float]:
    """Page AUC and detection at 1% false alarms of all pages; AUC by pipeline, by set and by operation against all genuine pages."""
    labels = np.array([page.label for page in pages])
    result = {"page AUC": auc(scores, labels), "TPR at 1% FPR": rate_at(scores, labels, 0.01)}
    groups: dict[str, list[int]] = defaultdict(list)
    for i, page in enumerate(pages):
        groups[f"pipeline {page.pipeline}"].append(i)
        groups[f"set {page.set}"].append(i)
        if page.label == 1:
            groups[f"operation {page.op}"].append(i)
    genuine = [i for i, page in enumerate(pages) if page.label == 0]
    for name in sorted(groups):
        chosen = groups[name] + (genuine if name.startswith("operation") else [])
        result[name] = auc(scores[chosen], labels[chosen])
    return result
