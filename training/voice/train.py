"""Trains the speaker network: additive angular margin on speakers at several speeds and formants, and the teacher's word on each utterance.

Deng et al., "ArcFace" (2019); Heo et al., "In Defence of Metric Learning" (2020) for the recipe; distillation of embeddings after
Wang et al., "Knowledge Distillation for Small Foot-print Deep Speaker Embedding" (2019); longer crops and a larger margin towards the end
after Thienpondt et al., "The IDLAB VoxSRC-20 Submission: Large Margin Fine-Tuning" (2020).
"""

import argparse
import copy
import math
import time
from pathlib import Path

import torch
from torch import Tensor, nn

from augment import Augment
from batches import TEACHER, Batches
from features import FilterBank
from network import EMBEDDING, SpeakerNetwork
from trials import validated

BATCH = 64
SCALE = 30.0
DISTILLATION = 8.0
WARM = 100
# Batches that heads are set by.
ALIGNING = 150
AVERAGING = 0.998


class Heads(nn.Module):
    """Only for training: a direction for each class, and a way into the teacher's space."""

    def __init__(self, classes: int):
        super().__init__()
        self.directions = nn.Parameter(torch.randn(classes, EMBEDDING) * 0.05)
        self.teacher = nn.Linear(EMBEDDING, TEACHER)

    def forward(self, embeddings: Tensor, classes: Tensor, said: Tensor, margin: float) -> tuple[Tensor, Tensor]:
        cosines = nn.functional.normalize(embeddings) @ nn.functional.normalize(self.directions).T
        own = cosines.gather(1, classes[:, None]).clamp(-1 + 1e-6, 1 - 1e-6)
        logits = cosines.scatter(1, classes[:, None], torch.cos(own.acos() + margin)) * SCALE
        agreement = nn.functional.cosine_similarity(self.teacher(embeddings), said)
        return nn.functional.cross_entropy(logits, classes), (1 - agreement).mean()


@torch.inference_mode()
def aligned(heads: Heads, network: SpeakerNetwork, batches: Batches, bank: FilterBank, frames: int) -> None:
    """Heads for a network that was trained before: mean embeddings as directions, least squares into the teacher's space."""
    network.eval()
    drawn = [batches.next(BATCH, frames) for _ in range(ALIGNING)]
    with torch.autocast("cpu", torch.bfloat16):
        vectors = torch.cat([network(bank(batch.samples)) for batch in drawn])
    network.train()
    classes, said = torch.cat([batch.classes for batch in drawn]), torch.cat([batch.teacher for batch in drawn])
    heads.directions.zero_().index_add_(0, classes, nn.functional.normalize(vectors))
    missing = heads.directions.square().sum(1) == 0
    heads.directions[missing] = torch.randn(int(missing.sum()), EMBEDDING)
    extended = torch.cat([vectors, torch.ones(len(vectors), 1)], 1)
    solution = torch.linalg.lstsq(extended, said).solution
    heads.teacher.weight.copy_(solution[:-1].T)
    heads.teacher.bias.copy_(solution[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, required=True, help="the rate falls to nothing over this time")
    parser.add_argument("--start", help="a checkpoint to go on from")
    parser.add_argument("--frames", type=int, nargs=2, default=(140, 260), help="of a crop, least and most")
    parser.add_argument("--margin", type=float, default=0.2)
    parser.add_argument("--last", type=float, default=0.25, help="share of the time with long crops and the wide margin")
    parser.add_argument("--last-frames", type=int, nargs=2, default=(280, 400))
    parser.add_argument("--last-margin", type=float, default=0.35)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    folder, out = Path(args.set), Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    batches, augment, bank = Batches(folder, args.seed), Augment(args.seed), FilterBank()
    network = SpeakerNetwork().to(memory_format=torch.channels_last)
    heads = Heads(batches.classes)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True)["network"])
        aligned(heads, network, batches, bank, sum(args.frames) // 2)
    average = copy.deepcopy(network)
    parameters = [*network.parameters(), *heads.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=args.rate, weight_decay=5e-2)
    print(f"{batches.classes} classes, {len(batches.rows)} utterances, {sum(p.numel() for p in network.parameters())} parameters", flush=True)
    begun, step, losses = time.monotonic(), 0, [0.0, 0.0]
    while (progress := (time.monotonic() - begun) / 60 / args.minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / WARM) * (0.5 + 0.5 * math.cos(math.pi * progress))
        late = progress > 1 - args.last
        low, high = args.last_frames if late else args.frames
        margin = args.last_margin if late else args.margin * min(1, progress / 0.1)
        frames = int(torch.randint(low, high + 1, (1,), generator=augment.random))
        batch = batches.next(BATCH, frames)
        samples = augment(batch.samples, batch.samples.roll(1, 0))
        features = augment.masked(bank(samples))
        with torch.autocast("cpu", torch.bfloat16):
            embeddings = network(features)
        angular, distilled = heads(embeddings, batch.classes, batch.teacher, margin)
        optimizer.zero_grad()
        (angular + DISTILLATION * distilled).backward()
        nn.utils.clip_grad_norm_(parameters, 5.0)
        optimizer.step()
        step += 1
        kept = min(AVERAGING, step / (step + 10))
        with torch.no_grad():
            for mean, now in zip(average.state_dict().values(), network.state_dict().values()):
                mean.copy_(mean * kept + now * (1 - kept) if mean.is_floating_point() else now)
        losses = [0.98 * total + 0.02 * loss.item() for total, loss in zip(losses, (angular, distilled))]
        if step % 50 == 0:
            print(f"{step} {(time.monotonic() - begun) / 60:.1f} min  angular {losses[0]:.3f}  teacher {losses[1]:.4f}", flush=True)
            batches.refresh()
        if step % 250 == 0:
            report(average, folder, out, step)
    report(average, folder, out, step)


def report(network: SpeakerNetwork, folder: Path, out: Path, step: int) -> None:
    torch.save({"network": network.state_dict(), "step": step}, out / "part.pt")
    (out / "part.pt").rename(out / f"{step}.pt")
    for codec, (one, five) in validated(network, folder).items():
        print(f"{step} validation {codec}: one against one {one:.2%}, five against five {five:.2%}", flush=True)


if __name__ == "__main__":
    main()
