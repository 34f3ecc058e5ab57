import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { GeneratorFacts } from '@jianzhen/leads';

const MODELS = new URL('../../../../../models/gangs/', import.meta.url);

/** The fitted models that gangs are mined with, by their files. */
export async function modelsOfGangs(): Promise<GeneratorFacts['models']> {
  const names = await readdir(MODELS).catch(() => []);
  return Promise.all(
    names
      .filter((name) => /\.(json|onnx)$/.test(name))
      .toSorted()
      .map(async (name) => {
        const bytes = await readFile(new URL(name, MODELS));
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        return { model: `gangs/${name}`, version: sha256.slice(0, 12), sha256 };
      }),
  );
}
