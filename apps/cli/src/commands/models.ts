import { readFileSync } from 'node:fs';
import { operatingPoints } from '@jianzhen/engine';
import { writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { Status } from '../status.ts';

const MODELS = [{ name: 'document/classical', file: 'document/classical.json' }];

/** `jianzhen models list`: the models that come with the project. */
export function listModels({ json }: { readonly json?: boolean }): Status {
  const models = MODELS.map(({ name, file }) => {
    const bytes = readFileSync(new URL(`../../../../models/${file}`, import.meta.url));
    return {
      model: name,
      version: JSON.parse(bytes.toString()).version as string,
      bytes: bytes.length,
      operatingPoints,
    };
  });
  if (json) models.forEach(writeLine);
  else
    console.log(
      table(
        ['model', 'version', 'bytes'],
        models.map((m) => [m.model, m.version, String(m.bytes)]),
      ),
    );
  return Status.done;
}
