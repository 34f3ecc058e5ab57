import { parseArgs } from 'node:util';
import { toCodedError } from '@jianzhen/evidence';
import sharp from 'sharp';
import { errors } from '../errors.ts';
import { makeDocumentSet } from './document-set.ts';
import { ALL_OPERATIONS, HELD_OUT_OPERATIONS, IN_PLACE_OPERATIONS, OPERATIONS } from './operations/index.ts';
import { PAGE_FAMILIES } from './pages.ts';
import type { Split } from './sources.ts';
import { ALL_PIPELINES, PIPELINES } from './types.ts';

const USAGE = `node packages/simulate/src/forge/main.ts --data DIR --split train|validation|test --out DIR [--seed 1]
  [--sources real,vouchers,screenshots] [--per-kind 4] [--limit N] [--held] [--jobs 1] [--hard-share 0]
  [--operations classic|all|NAME,…] [--per-source N] [--pipelines classic|all|NAME,…] [--pipelines-per-source N]
sources: ${PAGE_FAMILIES.join(', ')}; real unless told, and only they need --data
--held: only sources that the document network never learns from
operations: ${ALL_OPERATIONS.join(', ')}; classic: ${OPERATIONS.join(', ')}
  pieces laid back, for training: ${IN_PLACE_OPERATIONS.join(', ')}
  for the test split alone: ${HELD_OUT_OPERATIONS.join(', ')}
pipelines: ${ALL_PIPELINES.join(', ')}; classic: ${PIPELINES.join(', ')}`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: process.env.JIANZHEN_DATA ?? '' },
      split: { type: 'string', default: 'test' },
      out: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'per-source': { type: 'string' },
      limit: { type: 'string' },
      held: { type: 'boolean', default: false },
      jobs: { type: 'string', default: '1' },
      sources: { type: 'string', default: 'real' },
      'per-kind': { type: 'string' },
      'hard-share': { type: 'string', default: '0' },
      operations: { type: 'string', default: 'classic' },
      pipelines: { type: 'string', default: 'classic' },
      'pipelines-per-source': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const families = list('--sources', values.sources, PAGE_FAMILIES);
  if (values.help || !values.out || (families.includes('real') && !values.data)) {
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
  const perKind = count('--per-kind', values['per-kind']);
  const pipelinesPerSource = count('--pipelines-per-source', values['pipelines-per-source']);
  const limit = count('--limit', values.limit);
  const hardShare = Number(values['hard-share']);
  if (!(hardShare >= 0 && hardShare <= 1))
    throw errors('simulate.usage', { detail: `--hard-share ${values['hard-share']}` });
  const summary = await makeDocumentSet({
    data: values.data,
    split: values.split as Split,
    out: values.out,
    seed: values.seed,
    jobs,
    held: values.held,
    ...(perSource === undefined ? {} : { perSource }),
    ...(limit === undefined ? {} : { limit }),
    ...(perKind === undefined ? {} : { perKind }),
    ...(pipelinesPerSource === undefined ? {} : { pipelinesPerSource }),
    families,
    hardShare,
    ops: named('--operations', values.operations, OPERATIONS, ALL_OPERATIONS, [
      ...IN_PLACE_OPERATIONS,
      ...HELD_OUT_OPERATIONS,
    ]),
    pipelines: named('--pipelines', values.pipelines, PIPELINES, ALL_PIPELINES),
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

/** `classic`, `all` or names; names may be `others` too. */
function named<T extends string>(
  name: string,
  text: string,
  classic: readonly T[],
  all: readonly T[],
  others: readonly T[] = [],
): readonly T[] {
  return text === 'classic' ? classic : text === 'all' ? all : list(name, text, [...all, ...others]);
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
