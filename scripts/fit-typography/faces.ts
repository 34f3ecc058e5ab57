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
      const [one, other] = [weighted(random.pick(designs), random), weighted(random.pick(designs), random)];
      const plain = () => random.pick(random.pick(designs));
      return {
        serif: beside(one.plain, 'serif'),
        'serif-bold': beside(one.bold, 'serif-bold'),
        sans: beside(other.plain, 'sans'),
        'sans-bold': beside(other.bold, 'sans-bold'),
        mono: beside(plain(), 'sans'),
        arial: beside(plain(), 'sans'),
      };
    },
  };
}

/** A weight of a design, and one as heavy or heavier. */
function weighted(weights: readonly string[], random: Random) {
  const plain = random.integer(0, weights.length - 1);
  return { plain: weights[plain]!, bold: weights[random.integer(plain, weights.length - 1)]! };
}
