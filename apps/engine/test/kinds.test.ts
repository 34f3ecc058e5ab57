import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadKinds } from '../src/kinds.ts';

const kind = (name: string) => ({
  kind: name,
  name: { zh: '居住证明', en: 'Certificate of residence' },
  words: [{ text: '居住证明', weight: 5, title: true }],
  threshold: 4,
  fields: [],
  tables: [],
  checks: [],
});

describe('kinds of papers from a folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianzhen-kinds-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('join the built-in ones, or take the place of one', async () => {
    const builtIn = loadKinds(undefined);
    await writeFile(join(folder, 'residence.json'), JSON.stringify(kind('residence-certificate')));
    expect(loadKinds(folder)).toHaveLength(builtIn.length + 1);
    await writeFile(join(folder, 'own-receipt.json'), JSON.stringify(kind('receipt')));
    const kinds = loadKinds(folder);
    expect(kinds).toHaveLength(builtIn.length + 1);
    expect(kinds.filter((spec) => spec.kind === 'receipt').map(({ name }) => name.zh)).toEqual(['居住证明']);
  });

  it('are refused with the file and what is wrong', async () => {
    await writeFile(join(folder, 'residence.json'), '{');
    expect(() => loadKinds(folder)).toThrow(/residence\.json/);
    await writeFile(join(folder, 'residence.json'), JSON.stringify({ ...kind('x'), threshold: -1 }));
    expect(() => loadKinds(folder)).toThrow(
      expect.objectContaining({ code: 'papers.configuration-invalid' }),
    );
    expect(() => loadKinds(join(folder, 'nowhere'))).toThrow(
      expect.objectContaining({ code: 'engine.kinds-unreadable' }),
    );
  });
});
