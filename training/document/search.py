"""Does a search over forging settings harden training? Against uniform sampling at equal budget, one family left out in turn.

An adversarial bandit (Exp3, Auer et al., The Nonstochastic Multiarmed Bandit Problem, 2002) draws the setting (operation and
pipeline) of every forged crop; its reward is the detector's loss on it. Measured: recall at 1% false alarms on validation crops
of the family that neither arm has trained on. See README.md.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

from batches import Sampler, stream
from loss import loss, loss_of_each
from metrics import auc, rate_at
from network import Network, pooled
from optimizer import Optimizer
from pages import Page, held, read_index
from train import follow, rate_of

FAMILIES = {
    "erase": ("erase", "inpaint-erase"),
    "copy-move": ("copy-move",),
    "paste": ("splice", "seal-paste", "signature-paste"),
    "type": ("retype", "digit-substitution"),
    "regenerate": ("regenerate",),
}
EXPLORE = 0.2
"""Share of draws that are uniform over settings."""
WORST = 3.0
"""A loss that counts as reward 1."""


class Exp3:
    """Draws arms 0 … count - 1; `reward` after each draw, 0..1."""

    def __init__(self, count: int, rate: float = 0.05):
        self.logits, self.rate = np.zeros(count), rate

    def probabilities(self) -> np.ndarray:
        weights = np.exp(self.logits - self.logits.max())
        return (1 - EXPLORE) * weights / weights.sum() + EXPLORE / len(weights)

    def reward(self, arm: int, value: float) -> None:
        self.logits[arm] += self.rate * value / self.probabilities()[arm] / len(self.logits)


class Settings:
    """Forged pages by setting, chosen by the bandit; remembers which arms a batch was made of."""

    def __init__(self, pages: list[Page]):
        arms: dict[tuple[str, str], list[Page]] = defaultdict(list)
        for page in pages:
            if page.label:
                arms[page.op, page.pipeline].append(page)
        self.names, self.pages = list(arms), list(arms.values())
        self.bandit, self.drawn = Exp3(len(arms)), []

    def choose(self, rng: np.random.Generator) -> Page:
        arm = int(rng.choice(len(self.pages), p=self.bandit.probabilities()))
        self.drawn.append(arm)
        return self.pages[arm][rng.integers(len(self.pages[arm]))]


def train(pages: list[Page], settings: Settings | None, args: argparse.Namespace, seed: int) -> Network:
    torch.manual_seed(seed)
    network, average = Network().to(memory_format=torch.channels_last), Network().to(memory_format=torch.channels_last)
    average.load_state_dict(network.state_dict())
    optimizer = Optimizer(network)
    sampler = Sampler(pages, args.size, args.pairs, args.alone, seed, settings and settings.choose)
    for step, batch in enumerate(stream(sampler, 0, args.steps)):
        network.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(batch["luma"], batch["chroma"], batch["levels"], batch["quantization"])
        total, _ = loss(logits, batch["share"], batch["weight"])
        network.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step(rate_of(step, args.steps, args.rate))
        follow(average, network, step)
        if settings:
            with torch.no_grad():
                losses = loss_of_each(logits, batch["share"], batch["weight"])[: 2 * args.pairs : 2]
            for value in losses.tolist():
                settings.bandit.reward(settings.drawn.pop(0), min(1.0, value / WORST))
    return average.eval()


@torch.no_grad()
def recall(network: Network, pages: list[Page], args: argparse.Namespace) -> dict[str, float]:
    """On `--judged` crops, half of them forged, the same for every network."""
    sampler = Sampler(pages, args.size, 8, 0, 7)
    scores, labels = [], []
    for batch in stream(sampler, 0, args.judged // 16):
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(batch["luma"], batch["chroma"], batch["levels"], batch["quantization"])
        scores.append(pooled(logits, batch["weight"]))
        labels.append(((batch["share"] >= 0.5) & (batch["weight"] > 0)).flatten(1).any(1))
    scores, labels = torch.cat(scores).numpy(), torch.cat(labels).numpy().astype(int)
    return {"recall": rate_at(scores, labels, 0.01), "AUC": auc(scores, labels)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="append", required=True)
    parser.add_argument("--validation", action="append", required=True)
    parser.add_argument("--out", required=True, help="file of one JSON line a run; runs in it are not repeated")
    parser.add_argument("--families", default=",".join(FAMILIES))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--size", type=int, default=32, help="cells along a crop's side")
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--alone", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--judged", type=int, default=4000, help="validation crops")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pages = [page for folder in args.train for page in read_index(folder) if page.split == "train" and not held(page.source)]
    judged = [page for folder in args.validation for page in read_index(folder) if page.split == "validation"]
    out = Path(args.out)
    runs = [json.loads(line) for line in out.read_text().splitlines()] if out.exists() else []
    done = {(run["left out"], run["seed"], run["sampling"]) for run in runs}
    for seed in range(1, args.seeds + 1):
        for family in args.families.split(","):
            seen = [page for page in pages if page.op not in FAMILIES[family]]
            new = [page for page in judged if page.label == 0 or page.op in FAMILIES[family]]
            for sampling in ("uniform", "bandit"):
                if (family, seed, sampling) in done:
                    continue
                settings = Settings(seen) if sampling == "bandit" else None
                figures = recall(train(seen, settings, args, seed), new, args)
                run = {"left out": family, "seed": seed, "sampling": sampling, **figures}
                if settings:
                    order = np.argsort(-settings.bandit.probabilities())[:5]
                    run["most drawn"] = [" ".join(settings.names[arm]) for arm in order]
                runs.append(run)
                print(json.dumps(run), flush=True)
                with out.open("a") as file:
                    file.write(json.dumps(run) + "\n")
    gains = [
        next(b["recall"] for b in runs if b["sampling"] == "bandit" and (b["left out"], b["seed"]) == (u["left out"], u["seed"]))
        - u["recall"]
        for u in runs
        if u["sampling"] == "uniform"
    ]
    error = np.std(gains, ddof=1) / len(gains) ** 0.5 if len(gains) > 1 else float("nan")
    print(f"bandit against uniform: recall at 1% false alarms {100 * np.mean(gains):+.1f} points ± {196 * error:.1f} (95%), {len(gains)} pairs")


if __name__ == "__main__":
    main()
