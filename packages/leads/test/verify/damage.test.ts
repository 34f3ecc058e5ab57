import { createRandom } from '@jianzhen/simulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, verifyPackage } from '../../src/index.ts';
import { load, memorySource } from '../support/memory.ts';
import { createWorkshop, type Workshop } from '../support/package.ts';

/** `JIANZHEN_DAMAGES=1000` for the figures that docs/leads.md tells; a fifth of that is enough to see that nothing broke. */
const EACH = Number(process.env.JIANZHEN_DAMAGES ?? 200);
const PATIENCE_MS = 60_000 + 300 * EACH;
/** They are in no list: what happens to them is told of them alone. */
const isTagManifest = (path: string) => path.startsWith('tagmanifest-');

let workshop: Workshop;
let sound: Map<string, Buffer>;
beforeAll(async () => {
  workshop = await createWorkshop();
  sound = await load((await workshop.make({ lead: { cases: 6, exhibits: 4 } })).path);
  expect(sound.size).toBeGreaterThan(25);
});
afterAll(() => workshop.close());

const check = async (files: ReadonlyMap<string, Buffer>) =>
  (await verifyPackage(memorySource(files))).problems;
const ofFile = (problems: readonly Problem[], file: string) =>
  problems.filter((each) => each.file === file).map(({ code }) => code);

describe(`what was done to a package, ${EACH} times each, is found and told by file`, () => {
  it(
    'one byte of one file',
    async () => {
      const random = createRandom('damage', 1);
      const paths = [...sound.keys()];
      let found = 0;
      for (let i = 0; i < EACH; i++) {
        const path = paths[i % paths.length]!;
        const bytes = Buffer.from(sound.get(path)!);
        bytes[random.integer(0, bytes.length - 1)]! ^= random.integer(1, 255);
        if (ofFile(await check(new Map(sound).set(path, bytes)), path).length > 0) found++;
      }
      expect(found).toBe(EACH);
    },
    PATIENCE_MS,
  );

  it(
    'a file added, removed, renamed, or two swapped',
    async () => {
      const random = createRandom('damage', 2);
      const paths = [...sound.keys()];
      const pick = () => paths[random.integer(0, paths.length - 1)]!;
      const acts = { added: 0, missing: 0, renamed: 0, swapped: 0 };
      for (let i = 0; i < EACH; i++) {
        const files = new Map(sound);
        const path = pick();
        const folder = path.slice(0, path.lastIndexOf('/') + 1);
        const other = `${folder}new-${i}.dat`;
        if (i % 4 === 0) {
          files.set(other, Buffer.from([i & 255]));
          if (ofFile(await check(files), other).includes('added')) acts.added++;
        } else if (i % 4 === 1) {
          files.delete(path);
          if (ofFile(await check(files), path).includes('missing')) acts.missing++;
        } else if (i % 4 === 2) {
          files.delete(path);
          files.set(other, sound.get(path)!);
          const told = ofFile(await check(files), path);
          if (told.includes(isTagManifest(path) ? 'missing' : 'renamed')) acts.renamed++;
        } else {
          const listed = paths.filter(
            (each) => !isTagManifest(each) && !sound.get(each)!.equals(sound.get(path)!),
          );
          const [a, b] = isTagManifest(path)
            ? [listed[0]!, listed[1]!]
            : [path, listed[random.integer(0, listed.length - 1)]!];
          files.set(a, sound.get(b)!).set(b, sound.get(a)!);
          const problems = await check(files);
          if ([a, b].every((each) => ofFile(problems, each).length > 0)) acts.swapped++;
        }
      }
      expect(acts).toEqual({ added: EACH / 4, missing: EACH / 4, renamed: EACH / 4, swapped: EACH / 4 });
    },
    PATIENCE_MS,
  );
});
