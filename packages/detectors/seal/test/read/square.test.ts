import { fileURLToPath } from 'node:url';
import { openRecogniser } from '@jianzhen/detector-papers';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageSeal, readSeal, type SealReader } from '../../src/index.ts';
import { blankPage, imageOf } from '../drawn.ts';
import { readerOf } from '../network.ts';

const network = new URL('../../../../../models/seal/reader.onnx', import.meta.url);
const SIDE = 180;

/** A square seal whose characters stand at given places, in shares of its side, each as wide and high as told. */
function squareSeal(letters: readonly (readonly [letter: string, x: number, y: number, height: number])[]) {
  const page = 2 * SIDE;
  const context = blankPage(page);
  context.translate(page / 2, page / 2);
  context.strokeStyle = context.fillStyle = '#cd232d';
  context.lineWidth = 6;
  context.strokeRect(-SIDE / 2, -SIDE / 2, SIDE, SIDE);
  for (const [letter, x, y, height] of letters) {
    context.save();
    context.translate((x - 0.5) * SIDE, (y - 0.5) * SIDE);
    context.scale(1, height / 0.38);
    context.font = `${0.38 * SIDE}px "seal test"`;
    context.fillText(letter, 0, 0);
    context.restore();
  }
  const ellipse = { cx: page / 2, cy: page / 2, rx: SIDE / 2, ry: SIDE / 2, angle: 0 };
  return pageSeal(imageOf(context, page), { ellipse, shape: 'square', colour: 'red' });
}

describe('square seals as read', { timeout: 60_000 }, () => {
  let reader: SealReader;
  beforeAll(async () => {
    reader = await readerOf(await openRecogniser({ network: fileURLToPath(network) }));
  });

  const [left, right, top, bottom] = [0.28, 0.72, 0.28, 0.72];

  it('are ordered as makes words, in columns from the right or in rows', async () => {
    const columns = squareSeal([
      ['复', right, top, 0.38],
      ['印', right, bottom, 0.38],
      ['无', left, top, 0.38],
      ['效', left, bottom, 0.38],
    ]);
    expect((await readSeal(columns, reader)).title).toBe('复印无效');
    const rows = squareSeal([
      ['复', left, top, 0.38],
      ['印', right, top, 0.38],
      ['无', left, bottom, 0.38],
      ['效', right, bottom, 0.38],
    ]);
    expect((await readSeal(rows, reader)).title).toBe('复印无效');
  });

  it('have a person’s name where a surname begins it', async () => {
    const name = squareSeal([
      ['王', right, top, 0.38],
      ['建', right, bottom, 0.38],
      ['国', left, top, 0.38],
      ['印', left, bottom, 0.38],
    ]);
    expect((await readSeal(name, reader)).title).toBe('王建国印');
  });

  it('may have one character beside two', async () => {
    const three = squareSeal([
      ['已', right, 0.5, 0.76],
      ['付', left, top, 0.38],
      ['款', left, bottom, 0.38],
    ]);
    expect((await readSeal(three, reader)).title).toBe('已付款');
  });
});
