"""Small self-check: `python check.py`. Fails loudly."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from batches import Peaks, by_pipeline, turned
from embedding import LevelEmbedding
from grow import grow
from layers import HighPass
from mean import mean_of
from metrics import auc, rate_at
from network import Network, Width
from optimizer import Optimizer
from pages import Page, Tensors


def check_embedding() -> None:
    torch.manual_seed(1)
    weight = torch.randn(64 * 41, 4, requires_grad=True)
    zero = 20 + 41 * torch.arange(64, dtype=torch.int32)
    levels = torch.randint(-20, 21, (2, 3, 5, 64), dtype=torch.int32) * (torch.rand(2, 3, 5, 64) < 0.3)
    index = levels + zero
    wanted = torch.randn(2, 3, 5, 64, 4).bfloat16().float()
    (plain,) = torch.autograd.grad((F.embedding(index, weight) * wanted).sum(), weight)
    (quick,) = torch.autograd.grad((LevelEmbedding.apply(weight, index, zero).float() * wanted).sum(), weight)
    assert (plain - quick).abs().max() < 0.1, (plain - quick).abs().max()
    nothing = zero.expand(2, 3, 5, 64)
    (empty,) = torch.autograd.grad((LevelEmbedding.apply(weight, nothing, zero).float() * wanted).sum(), weight)
    assert empty.abs().sum() > 0, "a batch without levels still moves the zeros' embeddings"


def check_high_pass() -> None:
    residual = HighPass(4).eval()(torch.full((1, 1, 16, 16), 200.0))
    assert residual.abs().max() < 1e-3, "brightness alone must leave no residual"


def check_shapes() -> None:
    network = Network().eval()
    for rows, columns in ((1, 1), (5, 7), (9, 4)):
        logits = network(
            torch.zeros(1, 1, 8 * rows, 8 * columns, dtype=torch.uint8),
            torch.zeros(1, 2, rows, columns, dtype=torch.uint8),
            torch.zeros(1, rows, columns, 64, dtype=torch.int8),
            torch.zeros(1, 64),
        )
        assert logits.shape == (1, rows, columns)


def check_mean() -> None:
    torch.manual_seed(1)
    first, second = (Network(Width(filters=8)) for _ in range(2))
    mean = Network(Width(filters=8))
    mean.load_state_dict(mean_of(first.state_dict(), second.state_dict(), 0.25))
    for a, b, c in zip(first.parameters(), second.parameters(), mean.parameters()):
        assert torch.allclose(0.75 * a + 0.25 * b, c, atol=1e-6)


def check_grow() -> None:
    """A network grown from a narrower and shallower one says the same; what does not fit is refused."""
    torch.manual_seed(1)
    small = Network(Width(filters=8, pixels=12, stream=16, trunk=24, half=40, quarter=64)).eval()
    for module in small.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.normal_(module.weight, 1, 0.2)
    weights = {name: value for name, value in small.state_dict().items() if not name.startswith(("again.", "joined."))}
    small.again = small.joined = torch.nn.Identity()
    large = Network().eval()
    grow(large, weights)
    page = (
        torch.randint(0, 256, (1, 1, 48, 72), dtype=torch.uint8),
        torch.randint(0, 256, (1, 2, 6, 9), dtype=torch.uint8),
        torch.randint(-9, 10, (1, 6, 9, 64), dtype=torch.int8),
        torch.randint(1, 40, (1, 64)).float(),
    )
    assert torch.allclose(small(*page), large(*page), atol=1e-4)
    for wrong in ({**weights, "head.1.weight": torch.zeros(1, 80, 1, 1)}, {"head.1.bias": weights["head.1.bias"]}):
        try:
            grow(large, wrong)
        except ValueError:
            continue
        raise AssertionError("weights of another network were taken")


def check_turned() -> None:
    """Pixels that are turned are the decoding of levels that are turned."""
    rng = np.random.default_rng(1)
    rows, columns = 3, 5
    wave = np.cos(np.arange(8)[:, None] * (2 * np.arange(8) + 1) * np.pi / 16) / 2
    wave[0] /= 2**0.5

    def decoded(crop: Tensors) -> np.ndarray:
        sizes = (crop.levels * crop.quantization).reshape(*crop.levels.shape[:2], 8, 8)
        blocks = np.einsum("vy,rcvu,ux->rycx", wave, sizes, wave)
        return blocks.reshape(8 * sizes.shape[0], 8 * sizes.shape[1])

    plane = np.zeros((rows, columns), np.float32)
    crop = Tensors(
        luma=np.zeros((8 * rows, 8 * columns)),
        chroma=np.zeros((2, rows, columns), np.uint8),
        levels=rng.integers(-9, 10, (rows, columns, 64)).astype(np.int8),
        quantization=rng.integers(1, 30, 64).astype(np.float32),
        share=plane,
        weight=plane,
    )
    crop = replace(crop, luma=decoded(crop))
    for turn in range(8):
        other = turned(crop, turn)
        assert np.abs(decoded(other) - other.luma).max() < 1e-3, turn


def check_often() -> None:
    def page(pipeline: str, label: int) -> Page:
        return Page(Path(), "set", "train", "source", "any", pipeline, label, 1, 1, False, ())

    pages = [page("png", 1), page("chat", 1), page("png", 1), page("chat", 0)]
    choose, rng = by_pipeline(pages, {"chat": 2.0}), np.random.default_rng(1)
    drawn = [choose(rng) for _ in range(4000)]
    assert all(one.label == 1 for one in drawn), "genuine pages are drawn beside, not here"
    share = sum(one.pipeline == "chat" for one in drawn) / len(drawn)
    assert abs(share - 0.5) < 0.03, share


def check_peaks() -> None:
    """The worst places are kept, with the score they had last; none is drawn before there are enough."""
    page = Page(Path(), "set", "train", "source", "any", "png", 0, 64, 64, False, ())
    peaks, rng = Peaks(most=4), np.random.default_rng(1)
    peaks.note([(page, n, 0) for n in range(3)], [5.0, 4.0, 3.0])
    assert peaks.draw(rng) is None
    peaks.note([(page, n, 0) for n in range(3, 9)], [2.0, 1.0, 6.0, -1.0, -2.0, -3.0])
    assert {peaks.draw(rng)[1] for _ in range(99)} == {0, 1, 2, 5}
    peaks.note([(page, 5, 0), (page, 9, 0), (page, 10, 0)], [-4.0, 7.0, 8.0])
    assert {peaks.draw(rng)[1] for _ in range(99)} == {0, 1, 9, 10}


def check_optimizer() -> None:
    network = Network().to(memory_format=torch.channels_last)
    optimizer = Optimizer(network)
    before = [p.detach().clone() for p in network.parameters()]
    for p in network.parameters():
        p.grad = torch.randn_like(p)
    optimizer.step(1e-2)
    assert all((p != old).any() for p, old in zip(network.parameters(), before)), "a step must reach every parameter"


def check_metrics() -> None:
    scores, labels = np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1])
    assert auc(scores, labels) == 0.75
    assert auc(np.zeros(4), labels) == 0.5
    assert rate_at(scores, labels, 0.01) == 0.5


CHECKS = (
    *(check_embedding, check_high_pass, check_shapes, check_mean, check_grow),
    *(check_turned, check_often, check_peaks, check_optimizer, check_metrics),
)
for check in CHECKS:
    check()
    print("ok", check.__name__)
