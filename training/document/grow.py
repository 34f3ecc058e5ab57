"""A smaller network's weights in a larger one that says the same at first (after Chen et al., Net2Net, 2016)."""

import torch
from torch import Tensor

from layers import Coefficients, PageRelative, Residual
from network import Network


@torch.no_grad()
def grow(network: Network, weights: dict[str, Tensor]) -> None:
    """Puts `weights` into `network`, whose parts may be wider and which may have further residual blocks.

    New channels begin as they were drawn and weigh nothing where old ones read them; the last normalisation of a new block
    begins at 0, so that the block passes on what it is given. Raises KeyError for a name that the network does not know,
    ValueError for a part that is narrower, or new and no residual block.
    """
    state = network.state_dict()
    joined = joins(network)
    for name, old in weights.items():
        new = state[name]
        if old.ndim != new.ndim or any(have > room for have, room in zip(old.shape, new.shape)):
            raise ValueError(f"{name}: {tuple(old.shape)} does not fit into {tuple(new.shape)}")
        sides = joined.get(name.rpartition(".")[0], {})
        if old.ndim == 0:
            new.copy_(old)
            continue
        rows = places(sides.get("out", ()), old.shape[0], new.shape[0])
        if old.ndim == 1:
            new[rows] = old
            continue
        columns = places(sides.get("in", ()), old.shape[1], new.shape[1])
        new[rows] = 0
        new[rows[:, None], columns] = old
    added = state.keys() - weights.keys()
    for name, block in network.named_modules():
        last = f"{name}.second.1.weight"
        if isinstance(block, Residual) and last in added:
            state[last].zero_()
            added = {other for other in added if not other.startswith(f"{name}.")}
    if added:
        raise ValueError(f"new, but no residual block: {', '.join(sorted(added))}")


def joins(network: Network) -> dict[str, dict[str, tuple[int, ...]]]:
    """Parts whose inputs or outputs are several stretches of channels in a row, each of which grows by itself: their lengths.

    A last stretch of fixed length keeps its place at the end.
    """
    found = {}
    for name, module in network.named_modules():
        if isinstance(module, PageRelative):
            found[f"{name}.mix.0"] = {"in": halves(module.mix[0].in_channels)}
        if isinstance(module, Coefficients):
            found[f"{name}.table.2"] = {"out": halves(module.table[2].out_features)}
    stream = network.coefficients.mix.out_features
    found["fuse.0"] = {"in": (stream, stream, network.fuse[0].in_channels - 2 * stream)}
    return found


def halves(whole: int) -> tuple[int, int]:
    return (whole // 2, whole // 2)


def places(stretches: tuple[int, ...], old: int, new: int) -> Tensor:
    """Where each of `old` channels stands among `new` ones: at the beginning, or at the beginning of its stretch."""
    if not stretches:
        return torch.arange(old)
    fixed = sum(stretches[2:])
    return torch.cat(
        [torch.arange((old - fixed) // 2), stretches[0] + torch.arange((old - fixed) // 2), new - fixed + torch.arange(fixed)]
    )
