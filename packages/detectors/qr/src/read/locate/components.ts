/** A connected set of pixels of one colour. */
export interface Component {
  readonly dark: boolean;
  area: number;
  left: number;
  top: number;
  /** Inclusive. */
  right: number;
  bottom: number;
}

export interface Components {
  /** Pixels in runs along rows: where each begins, and which component it belongs to. */
  readonly starts: Int32Array;
  readonly labels: Int32Array;
  /** First run of each row, and the number of runs at the end. */
  readonly rows: Int32Array;
  readonly components: readonly Component[];
}

/** Components of dark (8-connected) and light (4-connected) pixels, from runs joined row by row. */
export function labelComponents(dark: Uint8Array, width: number, height: number): Components {
  const { starts, rows } = runsOf(dark, width, height);
  const parents = Int32Array.from(starts, (_, i) => i);
  const find = (run: number): number => {
    let root = run;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  const endOf = (run: number, row: number) =>
    run + 1 < rows[row + 1]! ? starts[run + 1]! : (row + 1) * width;
  for (let y = 1; y < height; y++) {
    let first = rows[y - 1]!;
    for (let run = rows[y]!; run < rows[y + 1]!; run++) {
      const reach = dark[starts[run]!]!;
      const from = starts[run]! - width - reach;
      const to = endOf(run, y) - width + reach;
      while (first < rows[y]! && endOf(first, y - 1) <= from) first++;
      for (let other = first; other < rows[y]! && starts[other]! < to; other++) {
        if (dark[starts[other]!] === reach) parents[find(other)] = find(run);
      }
    }
  }
  return { starts, rows, ...gather(starts, rows, dark, width, height, find) };
}

function runsOf(dark: Uint8Array, width: number, height: number) {
  const rows = new Int32Array(height + 1);
  let count = 0;
  for (let pass = 0; ; pass++) {
    const starts = new Int32Array(pass === 0 ? 0 : count);
    let run = 0;
    for (let y = 0; y < height; y++) {
      rows[y] = run;
      for (let i = y * width, end = i + width, last = 2; i < end; i++) {
        const colour = dark[i]!;
        if (colour === last) continue;
        last = colour;
        if (pass > 0) starts[run] = i;
        run++;
      }
    }
    rows[height] = run;
    if (pass > 0) return { starts, rows };
    count = run;
  }
}

function gather(
  starts: Int32Array,
  rows: Int32Array,
  dark: Uint8Array,
  width: number,
  height: number,
  find: (run: number) => number,
) {
  const labels = new Int32Array(starts.length);
  const numbers = new Int32Array(starts.length).fill(-1);
  const components: Component[] = [];
  for (let y = 0; y < height; y++)
    for (let run = rows[y]!; run < rows[y + 1]!; run++) {
      const left = starts[run]! - y * width;
      const right = (run + 1 < rows[y + 1]! ? starts[run + 1]! - y * width : width) - 1;
      const root = find(run);
      let number = numbers[root]!;
      if (number < 0) {
        number = components.length;
        numbers[root] = number;
        components.push({ dark: dark[starts[run]!] === 1, area: 0, left, top: y, right, bottom: y });
      }
      labels[run] = number;
      const component = components[number]!;
      component.area += right - left + 1;
      component.left = Math.min(component.left, left);
      component.right = Math.max(component.right, right);
      component.bottom = y;
    }
  return { labels, components };
}
