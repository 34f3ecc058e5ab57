import { chineseFont, latinFont, paperFont } from '../fonts.ts';
import type { FaceSet } from '../papers/faces.ts';
import type { Random } from '../random.ts';
import type { SealDesign } from './types.ts';

const list = (...families: readonly string[]) => families.map((name) => `"${name}"`).join(', ');

/** Faces of a seal: dies are cut in song, drawing programs offer hei, kai and others; figures are told on faces of other designs. */
export function drawSealFaces(set: FaceSet, random: Random): SealDesign['faces'] {
  if (set === 'tuning') {
    const title = random.weighted({
      'serif-bold': 0.4,
      serif: 0.25,
      sans: 0.12,
      'sans-bold': 0.13,
      kai: 0.1,
    });
    const line = random.chance(0.7) ? title : random.pick(['serif-bold', 'sans', 'sans-bold'] as const);
    const digits = random.chance(0.7)
      ? latinFont({ name: random.pick(['arimo', 'tinos']), weight: random.pick([400, 700]) })
      : chineseFont('sans');
    return { title: list(chineseFont(title)), line: list(chineseFont(line)), digits: list(digits) };
  }
  const face = (name: 'print' | 'print-bold' | 'xiaowei') =>
    list(paperFont(name), paperFont(name === 'xiaowei' ? 'print' : 'xiaowei'));
  const title = random.weighted({ print: 0.35, 'print-bold': 0.35, xiaowei: 0.3 });
  const line = random.chance(0.7) ? title : random.pick(['print', 'print-bold'] as const);
  return {
    title: face(title),
    line: face(line),
    digits: list(paperFont(random.pick(['print', 'mono', 'print-bold'] as const))),
  };
}
