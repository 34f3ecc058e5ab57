"""An embedding of quantised levels whose gradient is quick, since nearly all levels are 0."""

import torch
from torch import Tensor


class LevelEmbedding(torch.autograd.Function):
    """Rows of `weight` [64 * states, width] in bfloat16, as torch.nn.functional.embedding gives them.

    index: int32 [B, R, C, 64], a level's row within its frequency's; `zero`: int32 [64], where level 0 stands. The gradient of
    the zeros is what the sum over all cells leaves after the others: a tenth of the scattered additions.
    """

    @staticmethod
    def forward(context, weight: Tensor, index: Tensor, zero: Tensor) -> Tensor:
        context.save_for_backward(index, zero)
        context.shape = weight.shape
        return torch.nn.functional.embedding(index, weight.bfloat16())

    @staticmethod
    def backward(context, gradient: Tensor):
        index, zero = context.saved_tensors
        rows, width = context.shape
        flat = gradient.reshape(-1, 64 * width)
        total = (flat.new_ones(1, len(flat)) @ flat).float().reshape(64, width)
        others = (index != zero).flatten().nonzero()[:, 0]
        where = index.flatten()[others].long()
        values = gradient.reshape(-1, width)[others].float()
        # Without any level but 0, bincount would answer in whole numbers.
        sums = torch.stack([torch.bincount(where, values[:, i], rows).float() for i in range(width)], 1)
        return sums.index_add(0, zero.long(), total - sums.reshape(64, -1, width).sum(1)), None, None
