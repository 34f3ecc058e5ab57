/** Connected inked pixels of a patch, joined over corners. */
export interface Component {
  readonly label: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pixels: number;
}

/** Labels (1 …, 0 is paper) and components of a binary patch; right and bottom are exclusive. */
export function componentsOf(
  ink: Uint8Array,
  width: number,
): { labels: Int32Array; components: Component[] } {
  const height = ink.length / width;
  const labels = new Int32Array(ink.length);
  const components: Component[] = [];
  const stack: number[] = [];
  for (let start = 0; start < ink.length; start++) {
    if (!ink[start] || labels[start]) continue;
    const label = components.length + 1;
    let [left, right, top, bottom, pixels] = [width, 0, height, 0, 0];
    labels[start] = label;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      pixels++;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (!ink[next] || labels[next]) continue;
          labels[next] = label;
          stack.push(next);
        }
      }
    }
    components.push({ label, left, right, top, bottom, pixels });
  }
  return { labels, components };
}
