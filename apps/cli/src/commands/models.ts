import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OperatingPoints } from '@jianzhen/evidence';
import { writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { Status } from '../status.ts';

const MODELS = ['document/classical.json', 'document/learned.onnx', 'url/model.json'];

/** What a file of fitted trees says of itself. */
interface Stated {
  readonly version: string;
  readonly operatingPoints?: OperatingPoints;
}

/** `jianzhen models list`: the models that come with the project. The version is the one that a model states, or the start of its SHA-256. */
export function listModels({ json }: { readonly json?: boolean }): Status {
  const models = MODELS.map((file) => {
    const bytes = readFileSync(new URL(`../../../../models/${file}`, import.meta.url));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stated: Stated | null = file.endsWith('.json') ? JSON.parse(bytes.toString()) : null;
    return {
      model: file.replace(/\.\w+$/, ''),
      version: stated?.version ?? sha256.slice(0, 12),
      bytes: bytes.length,
      sha256,
      operatingPoints: stated?.operatingPoints ?? null,
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
