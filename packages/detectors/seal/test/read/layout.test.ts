import { beforeAll, describe, expect, it } from 'vitest';
import { layOutSeals } from '../../src/read/layout.ts';
import { pageSeal } from '../../src/rectify/page-seal.ts';
import type { RingNetwork } from '../../src/unroll/network.ts';
import { away, isStar } from '../../src/unroll/upright.ts';
import { drawnSeal } from '../drawn.ts';
import { openTestRing } from '../network.ts';

const COMPANY = { title: '临江恒源商贸有限公司', star: true, code: '4101020012345' };
const PURPOSE = { title: '白石县民政局', subtitle: '财务专用章' };

describe('the layout of a round seal', () => {
  let ring: RingNetwork;
  beforeAll(async () => {
    ring = await openTestRing();
  });
  const layOut = async ({ image, seal }: ReturnType<typeof drawnSeal>) =>
    (await layOutSeals([pageSeal(image, seal)], ring))[0]!.layout;

  for (const turn of [0, 20, -75, 130, 180]) {
    it(`has its top at ${turn}°, with a star and without`, async () => {
      const starred = drawnSeal(COMPANY, { turn });
      const layout = (await layOut(starred))!;
      expect(isStar(layout.star)).toBe(true);
      expect(away(layout.upright.turn, turn / 360) * 360).toBeLessThan(1.5);
      const plain = drawnSeal(PURPOSE, { turn });
      const other = (await layOut(plain))!;
      expect(isStar(other.star)).toBe(false);
      expect(away(other.upright.turn, turn / 360) * 360).toBeLessThan(6);
    });
  }

  it('parts rim, title, line and code', async () => {
    const { rim, band, lines, title, code } = (await layOut(
      drawnSeal({ ...PURPOSE, code: '4101020012345' }),
    ))!;
    expect(rim).toBeGreaterThan(0.04);
    expect(rim).toBeLessThan(0.09);
    // Characters are set from 0.11 to 0.37; strips leave an eighth of their height about them.
    expect(band.top).toBeGreaterThan(0.08);
    expect(band.top).toBeLessThan(0.15);
    expect(band.bottom).toBeGreaterThan(0.33);
    expect(band.bottom).toBeLessThan(0.42);
    expect(lines).toHaveLength(1);
    expect((lines[0]!.top + lines[0]!.bottom) / 2).toBeCloseTo(0.52, 1);
    // Six characters at 0.33 rad.
    expect(title.to - title.from).toBeGreaterThan((5 * 0.33) / (2 * Math.PI));
    expect(title.to - title.from).toBeLessThan((7 * 0.33) / (2 * Math.PI));
    expect(code!.from).toBeGreaterThan(code!.to);
  });

  it('lies where the edge is, if the seal was located beside it', async () => {
    const { image, seal } = drawnSeal(COMPANY, { turn: 20 });
    const { cx, cy, rx, ry, angle } = seal.ellipse;
    const beside = { cx: cx + 0.05 * rx, cy: cy - 0.04 * rx, rx: 1.04 * rx, ry: 0.96 * ry, angle };
    const [laid] = await layOutSeals([pageSeal(image, { ...seal, ellipse: beside })], ring);
    const found = laid!.onPage.seal.ellipse;
    for (const [value, truth] of [
      [found.cx, cx],
      [found.cy, cy],
      [found.rx, rx],
      [found.ry, ry],
    ] as const)
      expect(Math.abs(value - truth) / rx).toBeLessThan(0.012);
    expect(away(laid!.layout!.upright.turn, 20 / 360) * 360).toBeLessThan(3);
    const [kept] = await layOutSeals([pageSeal(image, seal)], ring);
    expect(kept!.onPage.seal.ellipse).toBe(seal.ellipse);
  });

  it('of nothing is null', async () => {
    const { image, seal } = drawnSeal(PURPOSE);
    expect(await layOut({ image, seal: { ...seal, ellipse: { ...seal.ellipse, cx: -1000 } } })).toBeNull();
  });
});
