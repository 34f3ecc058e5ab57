import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type Difficulty, planWorld, WORLD_FILES, type WorldFile, worldCsv } from '@jianzhen/simulate';
import { errors } from '../errors.ts';
import { writeLine } from '../output/lines.ts';
import { progress } from '../output/terminal.ts';
import { makeFolder } from '../output/write.ts';
import { Status } from '../status.ts';

export interface SimulateWorldOptions {
  readonly json?: boolean;
  readonly seed: number;
  readonly cases: number;
  readonly difficulty: Difficulty;
  readonly out: string;
}

const LEAST_CASES = 100;
const MOST_CASES = 10_000_000;
const BATCH = 5_000;

/** `jianzhen simulate world`: tables of a made-up world as `gangs mine` reads them, and their truth beside them. */
export async function simulateWorld({ out, ...options }: SimulateWorldOptions): Promise<Status> {
  const { cases } = options;
  if (!Number.isInteger(cases) || cases < LEAST_CASES || cases > MOST_CASES)
    throw errors('cli.usage', { detail: `--cases ${cases}: ${LEAST_CASES} – ${MOST_CASES}` });
  const world = planWorld(options);
  await makeFolder(out);
  const files = Object.keys(WORLD_FILES).map((name) => [name, join(out, name)] as const);
  const streams = new Map(files.map(([name, file]) => [name, createWriteStream(file)]));
  const written = [...streams].map(([name, stream]) => ended(join(out, name), stream));
  // Waited for below; until then a failure must not count as unhandled.
  for (const end of written) end.catch(() => {});
  const bar = progress(Math.ceil(cases / BATCH) + 2);
  try {
    for (const part of worldCsv(world, BATCH)) {
      for (const [name, text] of Object.entries(part)) await append(streams.get(name as WorldFile)!, text);
      bar.advance();
    }
    for (const stream of streams.values()) stream.end();
    await Promise.all(written);
  } finally {
    bar.stop();
  }
  const { dens, organised } = world;
  const told = {
    cases,
    dens: dens.length,
    agencies: organised.filter(({ role }) => role === 'agency').length,
    rings: organised.filter(({ role }) => role === 'ring').length,
    files: files.map(([, file]) => file),
  };
  if (options.json) writeLine(told);
  else console.log(told.files.join('\n'));
  return Status.done;
}

/** Waits for the disk, so that a world of any size takes the memory of a batch. */
async function append(stream: WriteStream, text: string): Promise<void> {
  if (!stream.write(text) && !stream.errored)
    await new Promise<void>((resolve) => {
      stream.once('drain', resolve).once('close', resolve);
    });
}

/** @throws CodedError `cli.cannot-write` */
const ended = (file: string, stream: WriteStream): Promise<void> =>
  finished(stream).catch((cause) => {
    throw errors('cli.cannot-write', { file, detail: (cause as Error).message }, { cause });
  });
