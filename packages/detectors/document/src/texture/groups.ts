/** Connected cells (4-neighbours) above a threshold, in cells; right and bottom exclusive. */
export interface CellGroup {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly cells: number;
  /** Sum of the values. */
  readonly weight: number;
}

/** Groups by weight, heaviest first. */
export function cellGroups(values: Float32Array, columns: number, threshold: number): CellGroup[] {
  const rows = values.length / columns;
  const seen = new Uint8Array(values.length);
  const stack: number[] = [];
  const groups: CellGroup[] = [];
  const visit = (cell: number) => {
    if (seen[cell] || !(values[cell]! > threshold)) return;
    seen[cell] = 1;
    stack.push(cell);
  };
  for (let start = 0; start < values.length; start++) {
    visit(start);
    if (stack.length === 0) continue;
    const group = { left: columns, top: rows, right: 0, bottom: 0, cells: 0, weight: 0 };
    for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
      const x = cell % columns;
      const y = (cell - x) / columns;
      group.left = Math.min(group.left, x);
      group.right = Math.max(group.right, x + 1);
      group.top = Math.min(group.top, y);
      group.bottom = Math.max(group.bottom, y + 1);
      group.cells++;
      group.weight += values[cell]!;
      if (x > 0) visit(cell - 1);
      if (x < columns - 1) visit(cell + 1);
      if (y > 0) visit(cell - columns);
      if (y < rows - 1) visit(cell + columns);
    }
    groups.push(group);
  }
  return groups.sort((a, b) => b.weight - a.weight);
}
