import { describe, expect, it } from 'vitest';
import { layOutRound } from '../../src/read/layout.ts';
import { pageSeal } from '../../src/rectify/page-seal.ts';
import { away, isStar } from '../../src/unroll/upright.ts';
import { drawnSeal } from '../drawn.ts';

const COMPANY = { title: '临江恒源商贸有限公司', star: true, code: '4101020012345' };
const PURPOSE = { title: '白石县民政局', subtitle: '财务专用章' };

describe('the layout of a round seal', () => {
  for (const turn of [0, 20, -75, 130, 180]) {
    it(`has its top at ${turn}°, with a star and without`, () => {
      const starred = drawnSeal(COMPANY, { turn });
      const layout = layOutRound(pageSeal(starred.image, starred.seal))!;
      expect(isStar(layout.star)).toBe(true);
      expect(away(layout.upright.turn, turn / 360) * 360).toBeLessThan(1.5);
      const plain = drawnSeal(PURPOSE, { turn });
      const other = layOutRound(pageSeal(plain.image, plain.seal))!;
      expect(isStar(other.star)).toBe(false);
      expect(away(other.upright.turn, turn / 360) * 360).toBeLessThan(6);
    });
  }

  it('parts rim, title, line and code', () => {
    const { image, seal } = drawnSeal({ ...PURPOSE, code: '4101020012345' });
    const { rim, band, lines, title, code } = layOutRound(pageSeal(image, seal))!;
    expect(rim).toBeGreaterThan(0.04);
    expect(rim).toBeLessThan(0.09);
    expect(band.top).toBeGreaterThan(0.08);
    expect(band.top).toBeLessThan(0.15);
    expect(band.bottom).toBeGreaterThan(0.34);
    expect(band.bottom).toBeLessThan(0.42);
    expect(lines).toHaveLength(1);
    expect((lines[0]!.top + lines[0]!.bottom) / 2).toBeCloseTo(0.52, 1);
    // Six characters at 0.33 rad.
    expect(title.to - title.from).toBeGreaterThan((5 * 0.33) / (2 * Math.PI));
    expect(title.to - title.from).toBeLessThan((7 * 0.33) / (2 * Math.PI));
    expect(code!.from).toBeGreaterThan(code!.to);
  });

  it('of nothing is null', () => {
    const { image, seal } = drawnSeal(PURPOSE);
    expect(layOutRound(pageSeal(image, { ...seal, ellipse: { ...seal.ellipse, cx: -1000 } }))).toBeNull();
  });
});
