import { seeded } from '@jianzhen/learn';

/** Vertices a link: about as many cases and traces as links between them, most alone or nearly so. */
const VERTICES = 0.8;
const SEED = 17;

export interface Links {
  readonly vertices: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly random: () => number;
}

/** Links of cases to traces: every case has some near it (its own), few far away, and some traces are common. */
export function randomLinks(links: number): Links {
  const random = seeded(SEED);
  const vertices = Math.round(VERTICES * links);
  const from = new Int32Array(links);
  const to = new Int32Array(links);
  for (let link = 0; link < links; link++) {
    const at = Math.floor(random() * vertices);
    from[link] = at;
    const far = random() < 0.05;
    to[link] = far
      ? Math.floor(vertices * random() ** 3)
      : Math.min(vertices - 1, at + 1 + Math.floor(4 * random()));
  }
  return { vertices, from, to, random };
}

const ROWS = 20_000;

/** The same links as CSV with names as long as real ones. */
export function* linkNames(links: number): Generator<string> {
  const { from, to } = randomLinks(links);
  yield 'src,dst\n';
  for (let start = 0; start < links; start += ROWS) {
    let text = '';
    for (let link = start; link < Math.min(links, start + ROWS); link++)
      text += `case-${from[link]!.toString().padStart(10, '0')},trace-${to[link]!.toString().padStart(10, '0')}\n`;
    yield text;
  }
}
