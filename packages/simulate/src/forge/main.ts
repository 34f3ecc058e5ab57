import { parseArgs } from 'node:util';
import { toCodedError } from '@jianzhen/evidence';
import sharp from 'sharp';
import { errors } from '../errors.ts';
import { makeDocumentSet } from './document-set.ts';
import type { Split } from './sources.ts';
import { OPERATIONS, type Operation, PIPELINES, type Pipeline } from './types.ts';

const USAGE = `node packages/simulate/src/forge/main.ts --data DIR --split train|validation|test --out DIR [--seed 1]
  [--per-source N] [--limit N] [--jobs 1] [--ops ${OPERATIONS.join(',')}] [--pipelines ${PIPELINES.join(',')}]`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.JIANZHEN_DATA ?? '' },
      split: { type: 'string', default: 'test' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'per-source': { type: 'string' },
      limit: { type: 'string' },
      jobs: { type: 'string', default: '1' },
      ops: { type: 'string' },
      pipelines: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || !values.out || !values.data) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  if (!['train', 'validation', 'test'].includes(values.split))
    throw errors('simulate.usage', { detail: values.split });
  const jobs = count('--jobs', values.jobs)!;
  // One core a job: libvips' own threads would only take turns with ours.
  sharp.concurrency(1);
  const started = performance.now();
  const perSource = count('--per-source', values['per-source']);
  const limit = count('--limit', values.limit);
  const summary = await makeDocumentSet({
    data: values.data,
    split: values.split as Split,
    out: values.out,
    seed: values.seed,
    jobs,
    ...(perSource === undefined ? {} : { perSource }),
    ...(limit === undefined ? {} : { limit }),
    ...(values.ops ? { ops: list<Operation>('--ops', values.ops, OPERATIONS) } : {}),
    ...(values.pipelines ? { pipelines: list<Pipeline>('--pipelines', values.pipelines, PIPELINES) } : {}),
    progress: (done, total, note) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${done}/${total} ${note}`);
      else if (done % 20 === 0 || done === total) process.stderr.write(`${done}/${total} ${note}\n`);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  const samples = summary.genuine + summary.forged;
  process.stderr.write(
    `\n${summary.genuine} genuine, ${summary.forged} forged, ${summary.skipped} without a place; ` +
      `${seconds.toFixed(1)} s, ${(samples / seconds).toFixed(1)} a second\n${summary.manifest}\n`,
  );
}

function count(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw errors('simulate.usage', { detail: `${name} ${text}` });
  return value;
}

function list<T extends string>(name: string, text: string, known: readonly T[]): T[] {
  const items = text.split(',');
  const unknown = items.find((item) => !(known as readonly string[]).includes(item));
  if (unknown !== undefined) throw errors('simulate.usage', { detail: `${name} ${unknown}` });
  return items as T[];
}

main().catch((thrown: unknown) => {
  const error = toCodedError(thrown);
  process.stderr.write(`${error.text.zh}\n${error.text.en}\n`);
  process.exitCode = error.code === 'simulate.usage' ? 2 : 1;
});
