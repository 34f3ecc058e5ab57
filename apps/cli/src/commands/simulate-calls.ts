import { join } from 'node:path';
import { callsCsv, type Line, makeCall, planCalls, writeWav } from '@jianzhen/simulate';
import { errors } from '../errors.ts';
import { writeLine } from '../output/lines.ts';
import { progress } from '../output/terminal.ts';
import { makeFolder, writeOutput } from '../output/write.ts';
import { Status } from '../status.ts';

export interface SimulateCallsOptions {
  readonly json?: boolean;
  readonly seed: number;
  readonly customers: number;
  readonly agencies: number;
  readonly ownCalls: number;
  readonly seconds: number;
  readonly line: Line;
  readonly out: string;
}

/** Option, its value, least and most. */
const limits = (options: SimulateCallsOptions) =>
  [
    ['--customers', options.customers, 1, 10_000],
    ['--agencies', options.agencies, 0, 1000],
    ['--own-calls', options.ownCalls, 0, 100],
    ['--seconds', options.seconds, 5, 7200],
  ] as const;

/** `jianzhen simulate calls`: two-channel calls of made-up voices as WAV files, and `calls.csv` with the truth of them. */
export async function simulateCalls(options: SimulateCallsOptions): Promise<Status> {
  for (const [name, value, least, most] of limits(options))
    if (!Number.isInteger(value) || value < least || value > most)
      throw errors('cli.usage', { detail: `${name} ${value}: ${least} – ${most}` });
  const { seed, line, out } = options;
  const calls = planCalls(options);
  await makeFolder(out);
  const bar = progress(calls.length);
  try {
    for (const planned of calls) {
      const { channels, sampleRate } = makeCall(planned, seed);
      await writeOutput(
        join(out, planned.name),
        writeWav(channels, sampleRate, line === 'telephone' ? 'a-law' : 'pcm16'),
      );
      bar.advance();
    }
  } finally {
    bar.stop();
  }
  const manifest = join(out, 'calls.csv');
  await writeOutput(manifest, callsCsv(calls));
  if (options.json)
    writeLine({
      calls: calls.length,
      customers: options.customers,
      spoken: calls.filter(({ agency }) => agency).length,
      voices: new Set(calls.map(({ speaker }) => speaker)).size,
      manifest,
    });
  else console.log(manifest);
  return Status.done;
}
