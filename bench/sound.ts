import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { filterBank, openVoiceActivity, resampler } from '@jianzhen/signal';
import type { SoundMeasure } from './measure-sound.ts';
import type { BenchRow } from './table.ts';

const SECONDS = 30;
const ROUNDS = 3;
const RATE = 16_000;

/**
 * Real-time factors (seconds of a core for a second of one channel) of each step on its own, best of some; the ratio is to a plain
 * pass over the same samples that takes a logarithm of each, which tells a slow machine from slow code. Time is the processor's
 * own, so that whatever else runs does not count.
 */
export async function run(): Promise<BenchRow[]> {
  const samples = Float32Array.from({ length: SECONDS * RATE }, (_, i) => Math.sin(i * i * 1e-5) / 2);
  const unit = await factor(() => {
    let sum = 0;
    for (const value of samples) sum += Math.log(1 + value * value);
    if (!Number.isFinite(sum)) throw new Error('the unit of time is not to be optimised away');
  });
  const activity = await openVoiceActivity();
  const resampled = (from: number) => factor(() => resampleAll(from));
  const steps: [string, number][] = [
    ['resampling from 8 kHz', await resampled(8000)],
    ['resampling from 44.1 kHz', await resampled(44_100)],
    ['resampling from 48 kHz', await resampled(48_000)],
    ['voice activity', await factor(async () => void (await activity.start().push(samples)))],
    ['filter bank', await factor(() => void filterBank(samples))],
  ];
  await activity.release();
  return steps.map(([step, value]) => ({ step, 'real-time factor': value, 'ratio to a pass': value / unit }));
}

function resampleAll(from: number): void {
  const way = resampler(from, RATE);
  const second = new Float32Array(from).fill(0.5);
  for (let i = 0; i < SECONDS; i++) way.push(second);
  way.end();
}

async function factor(work: () => void | Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, user + system);
  }
  return best / 1e6 / SECONDS;
}

const CALLS = [
  ['wav', 10],
  ['wav', 120],
  ['mp3', 10],
  ['mp3', 120],
] as const;

/** Peak memory over whole calls in two channels, each in a process of its own: what two hours take more than ten minutes. */
export async function runCalls(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const script = new URL('./measure-sound.ts', import.meta.url).pathname;
  for (const [kind, minutes] of CALLS) {
    const { stdout } = await promisify(execFile)(process.execPath, [script, kind, String(minutes)]);
    const { seconds, channels, pieces, elapsed, decoding, filterBank, peakMb } = JSON.parse(
      stdout,
    ) as SoundMeasure;
    rows.push({
      call: `${kind}, ${minutes} min`,
      channels,
      pieces,
      'peak resident MB': Math.round(peakMb),
      'core s a s': elapsed / seconds,
      'of it decoding': decoding / seconds,
      'of it filter bank': filterBank / seconds,
    });
  }
  return rows;
}
