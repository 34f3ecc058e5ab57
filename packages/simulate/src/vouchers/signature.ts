import type { Random } from '../random.ts';
import type { Sheet } from './sheet.ts';

/** A name signed by hand, baseline about (x, y): running script, blue-black ink, slightly turned; a field. */
export function sign(sheet: Sheet, name: string, x: number, y: number, random: Random, size = 52): void {
  const { context } = sheet;
  context.save();
  context.translate(x, y);
  context.rotate(random.between(-0.09, 0.03));
  const ink = random.pick(['#1d2a55', '#20232e', '#16307a']);
  let at = 0;
  for (const character of name) {
    const own = size * random.between(0.9, 1.12);
    const style = { face: 'hand' as const, size: own, colour: ink };
    sheet.write(character, at, random.between(-3, 3), style);
    at += sheet.measure(character, style) * random.between(0.84, 0.98);
  }
  context.restore();
  const box = {
    x: Math.round(x),
    y: Math.round(y - size),
    width: Math.round(at),
    height: Math.round(size * 1.25),
  };
  sheet.fields.push({ name: 'signature', text: name, box, face: 'hand' });
}
