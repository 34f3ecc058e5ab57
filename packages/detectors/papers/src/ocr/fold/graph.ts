import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor } from './model.ts';

/** Codes of onnx.proto. */
const FLOAT = 1;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_TENSOR = 4;

export const floatAttribute = (name: string, f: number): OnnxAttribute => ({
  name,
  f,
  type: ATTRIBUTE_FLOAT,
});

/** A graph's nodes by what they make and use; kept up to date while nodes are exchanged. */
export class Graph {
  readonly nodes: OnnxNode[];
  private made = 0;
  private readonly makers = new Map<string, OnnxNode>();
  private readonly users = new Map<string, OnnxNode[]>();

  constructor({ graph }: OnnxModel) {
    this.nodes = graph.node;
    for (const node of graph.node) this.enter(node);
  }

  maker(name: string | undefined): OnnxNode | undefined {
    return name === undefined ? undefined : this.makers.get(name);
  }

  usersOf(name: string): readonly OnnxNode[] {
    return this.users.get(name) ?? [];
  }

  /** The node of the given operation that alone uses what another makes. */
  onlyUser(node: OnnxNode, opType: string): OnnxNode | null {
    const [user, ...more] = this.usersOf(node.output[0]!);
    return user?.opType === opType && more.length === 0 ? user : null;
  }

  /** Numbers of a constant; null for what is computed or is no tensor of floats. */
  values(name: string | undefined): Float32Array | null {
    const tensor = this.tensor(name);
    if (tensor?.dataType !== FLOAT || tensor.rawData.length === 0) return null;
    return new Float32Array(new Uint8Array(tensor.rawData).buffer);
  }

  scalar(name: string | undefined): number | null {
    const values = this.values(name);
    return values?.length === 1 ? values[0]! : null;
  }

  dims(name: string | undefined): readonly number[] {
    return this.tensor(name)?.dims.map(Number) ?? [];
  }

  /** A new constant before all other nodes. Returns its name. */
  constant(values: Float32Array, dims: readonly number[]): string {
    const name = `folded.${this.made++}`;
    const t = {
      dims: [...dims],
      dataType: FLOAT,
      rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    };
    const attribute = [{ name: 'value', t, type: ATTRIBUTE_TENSOR }];
    const node: OnnxNode = { input: [], output: [name], name, opType: 'Constant', attribute };
    this.nodes.unshift(node);
    this.enter(node);
    return name;
  }

  /** Puts nodes into the place of one. */
  replace(old: OnnxNode, ...nodes: OnnxNode[]): void {
    this.nodes.splice(this.nodes.indexOf(old), 1, ...nodes);
    for (const name of old.input) this.forget(name, old);
    for (const node of nodes) this.enter(node);
  }

  /** Makes a node use another value. */
  reroute(node: OnnxNode, index: number, name: string): void {
    const old = node.input[index];
    if (old !== undefined) this.forget(old, node);
    node.input[index] = name;
    this.users.set(name, [...(this.users.get(name) ?? []), node]);
  }

  /** Leaves out constants that nothing uses any more. */
  dropUnused(): void {
    const kept = this.nodes.filter(
      ({ opType, output }) => opType !== 'Constant' || this.usersOf(output[0]!).length > 0,
    );
    this.nodes.splice(0, this.nodes.length, ...kept);
  }

  private tensor(name: string | undefined): OnnxTensor | undefined {
    const node = this.maker(name);
    return node?.opType === 'Constant' ? node.attribute[0]?.t : undefined;
  }

  private enter(node: OnnxNode): void {
    for (const name of node.output) this.makers.set(name, node);
    for (const name of node.input) this.users.set(name, [...(this.users.get(name) ?? []), node]);
  }

  private forget(name: string, node: OnnxNode): void {
    const users = this.users.get(name) ?? [];
    const at = users.indexOf(node);
    this.users.set(name, users.toSpliced(at, at < 0 ? 0 : 1));
  }
}
