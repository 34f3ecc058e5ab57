"""A smaller network's weights in a larger one that says the same at first (after Chen et al., Net2Net, 2016)."""

import torch
from torch import Tensor

from layers import Residual
from network import Network

FILTERS = "pixels.0."
READER = "pixels.1.0.weight"
"""What reads the filters."""


@torch.no_grad()
def grow(network: Network, weights: dict[str, Tensor]) -> None:
    """Puts `weights` into `network`, which may have more filters and further residual blocks.

    New filters begin as they were drawn and weigh nothing where they are read; the last normalisation of a new block begins
    at 0, so that the block passes on what it is given. Raises KeyError for a name that the network does not know, ValueError
    for any other part that is new or of another size.
    """
    state = network.state_dict()
    for name, old in weights.items():
        new = state[name]
        if old.shape == new.shape:
            new.copy_(old)
        elif name.startswith(FILTERS) and len(old) < len(new):
            new[: len(old)] = old
        elif name == READER and old.shape[1] < new.shape[1]:
            new.zero_()[:, : old.shape[1]] = old
        else:
            raise ValueError(f"{name}: {tuple(old.shape)} does not fit into {tuple(new.shape)}")
    added = state.keys() - weights.keys()
    for name, block in network.named_modules():
        last = f"{name}.second.1.weight"
        if isinstance(block, Residual) and last in added:
            state[last].zero_()
            added = {other for other in added if not other.startswith(f"{name}.")}
    if added:
        raise ValueError(f"new, but no residual block: {', '.join(sorted(added))}")
