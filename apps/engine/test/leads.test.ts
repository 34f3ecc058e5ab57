import { Readable } from 'node:stream';
import type { Exhibit, ExhibitPage } from '@jianzhen/cases';
import type { Gang } from '@jianzhen/evidence';
import { encodePng } from '@jianzhen/raster';
import { expect, it } from 'vitest';
import { exhibitsOf } from '../src/leads/exhibits.ts';
import type { LeadStore } from '../src/leads/lead-store.ts';

const CASE = '01900000-0000-7000-8000-000000000001';
const SIDE = 200;

/** A case with a sound picture that bears a seal, and a file that is no longer what it was. */
async function store(): Promise<LeadStore> {
  const png = await encodePng({ width: SIDE, height: SIDE, data: new Uint8Array(SIDE * SIDE).fill(240) });
  const blobs = new Map<string, Uint8Array>([
    ['sound', png],
    ['broken', new Uint8Array([1, 2, 3])],
    ['mask', png],
  ]);
  const exhibit = (id: string) =>
    ({
      id,
      caseId: CASE,
      name: `${id}.png`,
      mediaType: 'image/png',
      sha256: id,
      bytes: 9,
      createdAt: 'x',
    }) as Exhibit;
  const page = {
    page: 1,
    mask: 'mask',
    seals: [{ region: { x: 50, y: 60, width: 40, height: 30 } }],
  } as unknown as ExhibitPage;
  return {
    gangs: { lastGangs: async () => [], miningTables: () => Promise.reject(new Error('not asked for')) },
    cases: {
      exhibitsOf: async () => [exhibit('sound'), exhibit('broken')],
      pagesOf: async () => [page],
      findingsOf: async () => [],
    },
    blobs: {
      read: async (name) => blobs.get(name)!,
      open: async (name) => ({ bytes: 9, stream: Readable.from([blobs.get(name)!]) }),
    },
  };
}

it('exhibits of a lead come with masks and cut-outs of their seals; a broken file has none of these, and stops nothing', async () => {
  const gang = { cases: ['of another system', CASE] } as Partial<Gang> as Gang;
  const found = [];
  for await (const exhibit of exhibitsOf(gang, await store())) found.push(exhibit);
  expect(found.map(({ name, pictures }) => [name, pictures.map(({ kind }) => kind)])).toEqual([
    ['sound.png', ['mask', 'seal']],
    ['broken.png', ['mask']],
  ]);
  const [, seal] = found[0]!.pictures;
  expect([...seal!.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
});
