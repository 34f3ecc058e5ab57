"""PP-OCRv4's mobile recogniser (PaddleOCR, Apache-2.0) out of its ONNX file as a PyTorch module, and back into the same graph.

The graph is run node by node. What its training framework wrote as several steps is joined where that is faster: hard swish, swish, and the
scalars behind a convolution, which become part of its weights. Batch norms keep their statistics.
"""

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

HEAD = ("linear_", "layer_norm_", "conv2d_14", "batch_norm2d_14", "batch_norm2d_15")
#: Convolutions up to the one that halves the columns for the second time, which stay as they are.
STEM = 12


def attributes(node: onnx.NodeProto) -> dict:
    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


class Recogniser(nn.Module):
    """Strips [n, 3, 48, w] in [-1, 1], blue first → logits [n, w / 8, classes]; the first class is the blank of CTC."""

    def __init__(self, path: str):
        super().__init__()
        self.path = path
        graph = onnx.load(path).graph
        self.constants: dict[str, np.ndarray] = {
            node.output[0]: numpy_helper.to_array(node.attribute[0].t) for node in graph.node if node.op_type == "Constant"
        }
        self.nodes = [node for node in graph.node if node.op_type != "Constant"]
        self.users: dict[str, list] = {}
        for node in self.nodes:
            for name in node.input:
                self.users.setdefault(name, []).append(node)
        self.input, self.output = graph.input[0].name, self.nodes[-1].input[0]
        assert self.nodes[-1].op_type == "Softmax"
        self.folded: dict[str, float] = {}
        self.steps = self.join(self.nodes[:-1])
        self.weights = nn.ParameterDict()
        self.statistics: dict[str, torch.Tensor] = {}
        used = {name for step in self.steps for name in step[1]}
        for name in used & self.constants.keys():
            value = self.constants[name]
            if value.dtype == np.float32 and value.size > 1:
                tensor = torch.from_numpy(value.copy())
                if name.startswith("batch_norm2d") and name.endswith(("w_1", "w_2")):
                    self.register_buffer(self.key(name), tensor)
                else:
                    self.weights[self.key(name)] = nn.Parameter(tensor)

    @staticmethod
    def key(name: str) -> str:
        return name.replace(".", "__")

    def scalar(self, node: onnx.NodeProto) -> tuple[str, float, str] | None:
        """The operand that is computed, the scalar beside it and its name."""
        for constant, value in (node.input, reversed(node.input)):
            held = self.constants.get(constant)
            if held is not None and held.size == 1 and held.dtype == np.float32:
                return value, float(held.reshape(-1)[0]), constant
        return None

    def only(self, name: str, kind: str) -> onnx.NodeProto | None:
        users = self.users.get(name, [])
        return users[0] if len(users) == 1 and users[0].op_type == kind else None

    def join(self, nodes: list) -> list[tuple[str, list[str], str, dict]]:
        steps, gone = [], set()
        for node in nodes:
            if node.output[0] in gone:
                continue
            kind, inputs, output = node.op_type, list(node.input), node.output[0]
            if kind == "Conv":
                mul = self.only(output, "Mul")
                add = mul and self.scalar(mul) and self.only(mul.output[0], "Add")
                if add and self.scalar(add):
                    (_, scale, s), (_, shift, t) = self.scalar(mul), self.scalar(add)
                    w, b = inputs[1], inputs[2]
                    self.constants[w] = self.constants[w] * np.float32(scale)
                    self.constants[b] = self.constants[b] * np.float32(scale) + np.float32(shift)
                    self.folded |= {s: 1.0, t: 0.0}
                    gone |= {mul.output[0], add.output[0]}
                    output = add.output[0]
            elif kind == "Add" and self.scalar(node) and self.scalar(node)[1] == 3.0:
                clip = self.only(output, "Clip")
                mul = clip and self.only(clip.output[0], "Mul")
                div = mul and self.only(mul.output[0], "Div")
                if div:
                    gone |= {clip.output[0], mul.output[0], div.output[0]}
                    kind, inputs, output = "HardSwish", [self.scalar(node)[0]], div.output[0]
            elif kind == "Mul" and self.scalar(node) and self.scalar(node)[1] == 1.0:
                sigmoid = self.only(output, "Sigmoid")
                mul = sigmoid and self.only(sigmoid.output[0], "Mul")
                if mul:
                    gone |= {sigmoid.output[0], mul.output[0]}
                    kind, inputs, output = "Swish", [self.scalar(node)[0]], mul.output[0]
            steps.append((kind, inputs, output, attributes(node)))
        return steps

    def value(self, name: str, known: dict):
        if name in known:
            return known[name]
        key = self.key(name)
        if key in self.weights:
            return self.weights[key]
        if key in self._buffers:
            return self._buffers[key]
        held = self.constants[name]
        return float(held.reshape(-1)[0]) if held.dtype == np.float32 else torch.from_numpy(held.copy())

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        known = {self.input: x}
        for kind, inputs, output, how in self.steps:
            known[output] = run(kind, [self.value(name, known) for name in inputs], how)
        return known[self.output]

    def freeze(self) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
        """Leaves the stem, the depthwise kernels and the classes' own weights as they are. Returns the other weights of the backbone, and those of
        what reads its columns."""
        convolutions = [(inputs, how) for kind, inputs, _, how in self.steps if kind == "Conv"]
        kept = {name for inputs, _ in convolutions[:STEM] for name in inputs[1:]}
        kept |= {name for inputs, how in convolutions if how["group"] > 1 for name in inputs[1:]}
        # The batch norm behind the first convolution.
        kept |= set(next(inputs for kind, inputs, _, _ in self.steps if kind == "BatchNormalization")[1:])
        # Of thousands of classes most come seldom or never: they would only be pushed away.
        kept |= {name for kind, inputs, _, _ in self.steps[-2:] for name in inputs if name in self.constants}
        for name in kept:
            if self.key(name) in self.weights:
                self.weights[self.key(name)].requires_grad_(False)
        free = [(name, value) for name, value in self.weights.items() if value.requires_grad]
        return [v for n, v in free if not n.startswith(HEAD)], [v for n, v in free if n.startswith(HEAD)]

    def save(self, path: str) -> None:
        """The file that it came from, with the weights as they are now."""
        model = onnx.load(self.path)
        for node in model.graph.node:
            if node.op_type != "Constant":
                continue
            name, tensor = node.output[0], node.attribute[0].t
            key = self.key(name)
            if key in self.weights:
                value = self.weights[key].detach().float().numpy()
            elif name in self.folded:
                value = np.full(tuple(tensor.dims), self.folded[name], np.float32)
            else:
                continue
            tensor.CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value), tensor.name))
        onnx.save(model, path)


def run(kind: str, values: list, how: dict):
    x = values[0]
    match kind:
        case "Conv":
            pads = how["pads"]
            bias = values[2] if len(values) > 2 else None
            return F.conv2d(x, values[1], bias, how["strides"], (pads[0], pads[1]), how["dilations"], how["group"])
        case "BatchNormalization":
            scale, shift, mean, variance = values[1:]
            return F.batch_norm(x, mean, variance, scale, shift, False, 0.0, how["epsilon"])
        case "HardSwish":
            return F.hardswish(x)
        case "Swish":
            return F.silu(x)
        case "HardSigmoid":
            return (x * how.get("alpha", 0.2) + how.get("beta", 0.5)).clamp(0, 1)
        case "Relu":
            return F.relu(x)
        case "Sigmoid":
            return torch.sigmoid(x)
        case "Mul":
            return x * values[1]
        case "Add":
            return x + values[1]
        case "Sub":
            return x - values[1]
        case "Div":
            return x / values[1]
        case "Pow":
            return x**2 if values[1] == 2 else x ** values[1]
        case "Sqrt":
            return torch.sqrt(x)
        case "MatMul":
            return x @ values[1]
        case "Softmax":
            return torch.softmax(x, how["axis"])
        case "ReduceMean":
            return x.mean(how["axes"], keepdim=bool(how.get("keepdims", 1)))
        case "GlobalAveragePool":
            return x.mean((2, 3), keepdim=True)
        case "AveragePool":
            return F.avg_pool2d(x, how["kernel_shape"], how["strides"])
        case "Transpose":
            return x.permute(how["perm"])
        case "Reshape":
            sizes = [int(n) for n in values[1]]
            return x.reshape([x.shape[i] if n == 0 else n for i, n in enumerate(sizes)])
        case "Squeeze":
            return x.squeeze(how["axes"][0])
        case "Concat":
            return torch.cat(values, how["axis"])
        case "Shape":
            return torch.tensor(x.shape)
        case "Cast":
            return x
        case "Slice":
            (axis,), (start,), (end,) = how["axes"], how["starts"], how["ends"]
            return x.narrow(axis, start, min(end, x.shape[axis]) - start)
    raise NotImplementedError(f"{kind}: the recogniser had no such step when this was written")
