import { describe, expect, it } from 'vitest';
import type { RoundLayout } from '../../src/index.ts';
import { usualLinePart } from '../../src/read/parts.ts';

const layout = (over: object): RoundLayout =>
  ({ plane: { a: 1.4, b: 1 }, upright: { turn: 0, next: 0.5, confidence: 1 }, lines: [], ...over }) as never;

describe('the usual place of a lower line', () => {
  it('lies below the centre, whichever way the seal stands', () => {
    expect(usualLinePart(layout({}))).toMatchObject({ kind: 'line', x: -0, y: 0.51, angle: 0 });
    const turned = usualLinePart(layout({ upright: { turn: 0.25, next: 0.75, confidence: 1 } }));
    expect(turned).toMatchObject({ kind: 'line', x: -0.51, angle: Math.PI / 2 });
    expect(turned?.kind === 'line' && turned.y).toBeCloseTo(0);
  });

  it('is looked at in ellipses alone, and where no line is known there', () => {
    expect(usualLinePart(layout({ plane: { a: 1, b: 1 } }))).toBeNull();
    const below = { left: -0.5, right: 0.5, top: 0.4, bottom: 0.6 };
    expect(usualLinePart(layout({ lines: [below] }))).toBeNull();
    const across = { left: -1, right: 1, top: -0.1, bottom: 0.09 };
    expect(usualLinePart(layout({ lines: [across] }))).not.toBeNull();
  });
});
