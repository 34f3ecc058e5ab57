import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { voiceModelFiles } from '@jianzhen/engine';
import type { OperatingPoints } from '@jianzhen/evidence';
import { writeLine } from '../output/lines.ts';
import { table } from '../output/terminal.ts';
import { Status } from '../status.ts';

const MODELS = [
  'document/classical.json',
  'document/learned.onnx',
  'papers/typography.onnx',
  'seal/imprint.onnx',
  'seal/origin.onnx',
  'seal/reader.onnx',
  'seal/ring.onnx',
  'url/model.json',
  'voice/speaker.onnx',
  'voice/backend.json',
  'voice/spoof.json',
];
const folder = new URL('../../../../models/', import.meta.url);

/** What a file of fitted trees says of itself. */
interface Stated {
  readonly version: string;
  readonly operatingPoints?: OperatingPoints;
}

interface Listed {
  readonly model: string;
  readonly version: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly operatingPoints: OperatingPoints | null;
}

/** The version is the one that a model states, or its card beside it (`card`), or the start of its SHA-256. */
function listed(model: string, file: string, card?: string): Listed {
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const stated: Stated | null = file.endsWith('.json') ? JSON.parse(bytes.toString()) : null;
  const named =
    card && existsSync(card) ? (JSON.parse(readFileSync(card, 'utf8')) as { id: string }).id : undefined;
  return {
    model,
    version: named ?? stated?.version ?? sha256.slice(0, 12),
    bytes: bytes.length,
    sha256,
    operatingPoints: stated?.operatingPoints ?? null,
  };
}

/** `jianzhen models list`: the models that come with the project, and the speaker model in use where that is another one. */
export function listModels({ json }: { readonly json?: boolean }): Status {
  const models = MODELS.flatMap((name) => {
    const file = fileURLToPath(new URL(name, folder));
    const card =
      name === 'voice/speaker.onnx' ? fileURLToPath(new URL('voice/model.json', folder)) : undefined;
    return existsSync(file) ? [listed(name.replace(/\.\w+$/, ''), file, card)] : [];
  });
  const { model, card } = voiceModelFiles();
  if (process.env.JIANZHEN_VOICE_MODEL && existsSync(model))
    models.push(listed(`voice/${basename(model, '.onnx')}`, model, card));
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
