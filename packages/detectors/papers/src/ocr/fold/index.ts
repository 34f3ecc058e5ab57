/**
 * The networks of PP-OCR come as their training framework wrote them: each activation is five steps over all values, and scalars
 * that could stand in the weights of the neighbouring convolution are multiplied and added by themselves. On a CPU these
 * steps take longer than the convolutions. Folding gives the same function with about a third of them.
 */
import { floatAttribute, Graph } from './graph.ts';
import { type OnnxNode, readModel, writeModel } from './model.ts';

/** A model that computes the same, up to rounding. @throws Error for bytes that are no ONNX model */
export function foldModel(bytes: Uint8Array): Uint8Array {
  const model = readModel(bytes);
  const graph = new Graph(model);
  for (const node of [...graph.nodes]) foldHardSwish(graph, node);
  for (const node of [...graph.nodes]) foldIntoConvolutionBefore(graph, node);
  for (const node of [...graph.nodes]) foldIntoConvolutionsAfter(graph, node);
  graph.dropUnused();
  return writeModel(model);
}

const near = (value: number | null, expected: number) => value !== null && Math.abs(value - expected) < 1e-6;

/** The operand of Mul or Add that is computed, and the constant beside it. */
function affineParts(
  graph: Graph,
  { input }: OnnxNode,
): { readonly value: string; readonly scalar: number } | null {
  for (const [constant, value] of [input, input.toReversed()] as [string, string][]) {
    const scalar = graph.scalar(constant);
    if (scalar !== null) return { value, scalar };
  }
  return null;
}

/** x · clip(x + 3, 0, 6) / 6 as x · HardSigmoid(x), of two steps instead of four (Howard et al., MobileNetV3, 2019, section 5.2). */
function foldHardSwish(graph: Graph, add: OnnxNode): void {
  if (add.opType !== 'Add') return;
  const parts = affineParts(graph, add);
  const clip = parts && near(parts.scalar, 3) ? graph.onlyUser(add, 'Clip') : null;
  const mul = clip && graph.onlyUser(clip, 'Mul');
  const div = mul && graph.onlyUser(mul, 'Div');
  if (!parts || !clip || !mul || !div || !mul.input.includes(parts.value) || !isUpTo6(graph, clip)) return;
  if (div.input[0] !== mul.output[0] || !near(graph.scalar(div.input[1]), 6)) return;
  const gate = `${div.output[0]}.gate`;
  const attribute = [floatAttribute('alpha', 1 / 6), floatAttribute('beta', 0.5)];
  graph.replace(add, { input: [parts.value], output: [gate], name: gate, opType: 'HardSigmoid', attribute });
  graph.replace(clip);
  graph.replace(mul);
  const { output, name } = div;
  graph.replace(div, { input: [parts.value, gate], output, name, opType: 'Mul', attribute: [] });
}

/** Bounds are attributes up to opset 10, inputs from 11 on. */
function isUpTo6(graph: Graph, { input, attribute }: OnnxNode): boolean {
  const bound = (name: string, index: number) =>
    input.length > 1 ? graph.scalar(input[index]) : (attribute.find((own) => own.name === name)?.f ?? null);
  return near(bound('min', 1), 0) && near(bound('max', 2), 6);
}

/** Conv, then · s, then + t: into its weights and bias. */
function foldIntoConvolutionBefore(graph: Graph, conv: OnnxNode): void {
  const weights = conv.opType === 'Conv' ? graph.values(conv.input[1]) : null;
  const mul = weights && graph.onlyUser(conv, 'Mul');
  const add = mul && graph.onlyUser(mul, 'Add');
  const [scale, shift] = [mul && affineParts(graph, mul), add && affineParts(graph, add)];
  if (!weights || !mul || !add || !scale || !shift) return;
  const bias = biasOf(graph, conv).map((value) => value * scale.scalar + shift.scalar);
  setWeights(
    graph,
    conv,
    weights.map((value) => value * scale.scalar),
    bias,
  );
  // What used the sum now uses the convolution itself.
  for (const user of [...graph.usersOf(add.output[0]!)])
    user.input.forEach((name, i) => {
      if (name === add.output[0]) graph.reroute(user, i, conv.output[0]!);
    });
  graph.replace(mul);
  graph.replace(add);
}

/**
 * · a, then + c, then convolutions: a into their weights, and c into their bias where no border is padded with zeros, to which c is not
 * added; elsewhere c / a stays to be added.
 */
function foldIntoConvolutionsAfter(graph: Graph, mul: OnnxNode): void {
  const add = mul.opType === 'Mul' ? graph.onlyUser(mul, 'Add') : null;
  const [scale, shift] = [affineParts(graph, mul), add && affineParts(graph, add)];
  if (!add || !scale || !shift || scale.scalar === 0) return;
  const users = [...graph.usersOf(add.output[0]!)];
  const all = users.map((user) =>
    user.opType === 'Conv' && user.input[0] === add.output[0] ? graph.values(user.input[1]) : null,
  );
  if (users.length === 0 || all.includes(null)) return;
  const padded = users.some((user) => padsOf(user).some((pad) => pad > 0));
  for (const [i, user] of users.entries()) {
    const weights = all[i]!.map((value) => value * scale.scalar);
    const bias = biasOf(graph, user);
    const size = weights.length / bias.length;
    const sums = bias.map((_, out) =>
      all[i]!.subarray(out * size, (out + 1) * size).reduce((sum, w) => sum + w, 0),
    );
    setWeights(
      graph,
      user,
      weights,
      padded ? bias : bias.map((value, out) => value + shift.scalar * sums[out]!),
    );
  }
  if (padded) {
    const offset = graph.constant(Float32Array.of(shift.scalar / scale.scalar), []);
    const { output, name } = add;
    graph.replace(add, { input: [scale.value, offset], output, name, opType: 'Add', attribute: [] });
  } else {
    for (const user of users) graph.reroute(user, 0, scale.value);
    graph.replace(add);
  }
  graph.replace(mul);
}

const padsOf = ({ attribute }: OnnxNode): number[] =>
  attribute.find(({ name }) => name === 'pads')?.ints?.map(Number) ?? [];

/** Zeros where the convolution has none. */
const biasOf = (graph: Graph, { input }: OnnxNode): Float32Array =>
  graph.values(input[2]) ?? new Float32Array(graph.dims(input[1])[0]!);

function setWeights(graph: Graph, conv: OnnxNode, weights: Float32Array, bias: Float32Array): void {
  graph.reroute(conv, 1, graph.constant(weights, graph.dims(conv.input[1])));
  graph.reroute(conv, 2, graph.constant(bias, [bias.length]));
}
