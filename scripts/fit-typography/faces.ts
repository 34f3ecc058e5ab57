// Faces beyond the product's own, for training alone: training/papers/typography/faces.json lists them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseFont, type Random, type RetypedRequest, registerFont } from '@jianzhen/simulate';

const LIST = new URL('../../training/papers/typography/faces.json', import.meta.url);
/** Pages that keep the simulator's own faces. */
const PLAIN = 0.4;

export interface Faces {
  /** CSS families that figures are retyped in. */
  readonly wardrobe: readonly string[];
  /** Faces of a page: one Latin design for its figures, the simulator's Chinese ones beside it, or the simulator's own. */
  families(random: Random): NonNullable<RetypedRequest['families']>;
}

/** @param folder where the listed packages are installed */
export function openFaces(folder: string): Faces {
  const listed: { package: string; weights: number[] }[] = JSON.parse(readFileSync(LIST, 'utf8'));
  const open = (name: string, weight: number) => {
    const short = name.split('/')[1]!;
    const file = `node_modules/${name}/files/${short}-latin-${weight}-normal.woff2`;
    return `"${registerFont(`Jianzhen training ${short} ${weight}`, join(folder, file))}"`;
  };
  const designs = listed.map(({ package: name, weights }) => weights.map((weight) => open(name, weight)));
  const beside = (latin: string, face: Parameters<typeof chineseFont>[0]) =>
    `${latin}, "${chineseFont(face)}"`;
  return {
    wardrobe: designs.flat(),
    families(random) {
      if (random.chance(PLAIN)) return {};
      const [design, other] = [random.pick(designs), random.pick(designs)];
      return {
        serif: beside(design[0]!, 'serif'),
        'serif-bold': beside(design.at(-1)!, 'serif-bold'),
        sans: beside(other[0]!, 'sans'),
        'sans-bold': beside(other.at(-1)!, 'sans-bold'),
        mono: beside(random.pick(designs)[0]!, 'sans'),
        arial: beside(random.pick(designs)[0]!, 'sans'),
      };
    },
  };
}
