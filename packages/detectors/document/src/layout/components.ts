/** An inclusive-exclusive box on the work plane with the number of pixels in its component. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
  pixels: number;
}

/**
 * Connected components of a mask by runs. Runs on a row that are at most `gap` apart count as one (run-length smoothing:
 * K. Y. Wong, R. G. Casey, F. M. Wahl, "Document analysis system", 1982), and runs touch when they overlap within `reach` rows.
 */
export function components(mask: Uint8Array, width: number, height: number, gap = 0, reach = 1): Box[] {
  const rowStart = new Int32Array(height + 1);
  let capacity = 1 << 14;
  let from = new Int32Array(capacity);
  let to = new Int32Array(capacity);
  let row = new Int32Array(capacity);
  let pixels = new Int32Array(capacity);
  let parent = new Int32Array(capacity);
  let runs = 0;
  const find = (i: number): number => {
    let k = i;
    while (parent[k] !== k) {
      parent[k] = parent[parent[k]!]!;
      k = parent[k]!;
    }
    return k;
  };
  for (let y = 0; y < height; y++) {
    const first = runs;
    rowStart[y] = first;
    const line = mask.subarray(y * width, (y + 1) * width);
    // A page is mostly paper: the engine's own search crosses it faster than a loop.
    for (let x = line.indexOf(1); x >= 0; x = line.indexOf(1, x)) {
      const start = x;
      while (x < width && line[x] === 1) x++;
      if (runs > first && start - to[runs - 1]! <= gap) {
        to[runs - 1] = x;
        pixels[runs - 1]! += x - start;
        continue;
      }
      if (runs === capacity) {
        capacity *= 2;
        [from, to, row, pixels, parent] = [from, to, row, pixels, parent].map((a) => grown(a, capacity)) as [
          Int32Array<ArrayBuffer>,
          Int32Array<ArrayBuffer>,
          Int32Array<ArrayBuffer>,
          Int32Array<ArrayBuffer>,
          Int32Array<ArrayBuffer>,
        ];
      }
      from[runs] = start;
      to[runs] = x;
      row[runs] = y;
      pixels[runs] = x - start;
      parent[runs] = runs;
      runs++;
    }
    rowStart[y + 1] = runs;
    for (let r = Math.max(0, y - reach); r < y; r++) {
      let above = rowStart[r]!;
      const end = rowStart[r + 1]!;
      for (let i = first; i < runs; i++) {
        while (above < end && to[above]! < from[i]!) above++;
        for (let k = above; k < end && from[k]! <= to[i]!; k++) parent[find(k)] = find(i);
      }
    }
  }
  const boxes: Box[] = [];
  const boxOf = new Int32Array(runs).fill(-1);
  for (let i = 0; i < runs; i++) {
    const root = find(i);
    const box = boxes[boxOf[root]!];
    if (box) {
      box.left = Math.min(box.left, from[i]!);
      box.right = Math.max(box.right, to[i]!);
      box.bottom = Math.max(box.bottom, row[i]! + 1);
      box.pixels += pixels[i]!;
    } else {
      boxOf[root] = boxes.length;
      boxes.push({ left: from[i]!, top: row[i]!, right: to[i]!, bottom: row[i]! + 1, pixels: pixels[i]! });
    }
  }
  return boxes;
}

function grown(values: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(capacity);
  out.set(values);
  return out;
}
