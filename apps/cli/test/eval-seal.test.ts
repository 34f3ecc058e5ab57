import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cropPng } from '@jianzhen/raster';
import { createRandom, drawSeal, drawSpec } from '@jianzhen/simulate';
import { afterAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianzhen-seals-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Taken {
  readonly twins: number;
  readonly copies: number;
}

interface FingerprintFigures {
  readonly copies: number;
  readonly twins: {
    readonly pairs: number;
    readonly linked: Taken;
    readonly related: Taken;
    readonly aucAgainstCopies: number;
  };
}

interface Last {
  readonly origin: {
    readonly byMaker: Readonly<
      Record<
        string,
        { readonly seals: number; readonly ink: number; readonly pasted: number; readonly unknown: number }
      >
    >;
  };
}

describe('jianzhen eval seal', () => {
  it('says which folder is not there, and which holds no pictures', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const nowhere = join(folder, 'nowhere');
    for (const [option, path, code] of [
      ['--pictures', nowhere, 'cli.file-missing'],
      ['--tiles', nowhere, 'cli.file-missing'],
      ['--pictures', empty, 'cli.no-pictures'],
    ] as const) {
      const ran = await jianzhen(['eval', 'seal', '--size', '0', option, path]);
      expect(ran.status, ran.err).toBe(1);
      expect(ran.err).toContain(path);
      expect(ran.err).toContain(`[${code}]`);
    }
  });

  it('lays pictures of seals on pages, in every capture, and tells how they were judged', async () => {
    const spec = drawSpec('tuning', createRandom('picture'), 'company');
    const { width, height, values } = drawSeal(spec, 300);
    const rgb = new Uint8Array(3 * width * height).fill(255);
    for (let i = 0; i < values.length; i++)
      for (const c of [1, 2]) rgb[3 * i + c] = Math.round(255 * (1 - values[i]!));
    const png = await cropPng({ width, height, rgb }, { x: 0, y: 0, width, height });
    writeFileSync(join(folder, 'seal.png'), png);
    const ran = await jianzhen(['eval', 'seal', '--json', '--size', '0', '--pictures', folder]);
    expect(ran.status, ran.err).toBe(0);
    const lines = ran.lines();
    const last = lines.at(-1) as unknown as Last;
    expect(lines.slice(0, -1).map(({ file }) => file)).toContain('seal.png-closeup');
    expect(last).toMatchObject({ pages: 7, unreadable: 0, detection: { pictures: { seals: 7 } } });
    const { seals, ink, pasted, unknown } = last.origin.byMaker['electronic seal']!;
    expect(seals).toBeGreaterThanOrEqual(5);
    expect(ink + pasted + unknown).toBeCloseTo(1, 6);
    // A drawing is hardly ever taken for ink.
    expect(ink).toBeLessThan(0.2);
  }, 120_000);

  it.each([
    ['twins whose names are a few characters apart', 'near'],
    ['seals that say the same, drawn by another hand', 'redrawn'],
  ])(
    'tells copies of a seal from %s',
    async (_, sort) => {
      const ran = await jianzhen([
        ...['eval', 'seal', '--json', '--size', '0', '--imprints', '8'],
        ...['--twins', sort, '--faces', 'tuning', '--seed', '3'],
      ]);
      expect(ran.status, ran.err).toBe(0);
      const { fingerprint } = ran.lines().at(-1) as unknown as { fingerprint: FingerprintFigures };
      const { copies, twins } = fingerprint;
      expect(copies).toBe(16);
      expect(twins.pairs).toBe(16);
      expect(twins.aucAgainstCopies).toBeGreaterThan(0.9);
      expect(twins.linked.copies).toBeGreaterThan(0.5);
      expect(twins.related.twins).toBeLessThanOrEqual(twins.linked.twins);
      expect(twins.linked.twins).toBeLessThan(0.3);
    },
    120_000,
  );
});
