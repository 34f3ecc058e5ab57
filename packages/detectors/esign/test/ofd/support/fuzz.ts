import { CodedError, type FileReport } from '@jianzhen/evidence';
import { NO_TRUST } from '../../../src/certificates/trust.ts';
import { verifyOfd } from '../../../src/index.ts';
import { cpuClock } from '../../support/cpu.ts';
import { mutate, seeded } from '../../support/mutate.ts';
import { accepts, mutatePart, protectedParts } from './protected.ts';
import { NOW } from './world.ts';
import { readZip, type ZipEntry } from './zip.ts';

export interface FuzzFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FuzzResult {
  readonly mutations: number;
  /** What should not be: files accepted though a protected octet changed, faults that are no coded errors, answers that took too long. */
  readonly failures: readonly string[];
  /** Of the slowest answer: by the clock, and of the processor, which a busy machine does not stretch. */
  readonly slowestMs: number;
  readonly slowestCpuMs: number;
}

const MAX_MS = 5_000;

const check = (bytes: Uint8Array) => verifyOfd(bytes, { trust: NO_TRUST, at: NOW });

/** Single octets changed in protected parts of files whose signatures are all sound: none may be accepted. */
export async function fuzzProtected(
  files: readonly FuzzFile[],
  count: number,
  seed: number,
): Promise<FuzzResult> {
  const sound: {
    name: string;
    report: FileReport;
    entries: readonly ZipEntry[];
    parts: ReadonlyMap<string, number>;
  }[] = [];
  for (const { name, bytes } of files) {
    const report = await check(bytes);
    if (report.signatures.length === 0 || !accepts(report, report)) continue;
    const entries = readZip(bytes);
    sound.push({ name, report, entries, parts: protectedParts(entries, report) });
  }
  const random = seeded(seed);
  return run(count, (index) => {
    const { name, report, entries, parts } = sound[index % sound.length]!;
    const { bytes, part, mutant } = mutatePart(entries, parts, random);
    const label = `${name}: ${part} at ${mutant.at}: ${mutant.value}`;
    return { label, bytes, accepted: (after) => accepts(after, report) };
  });
}

/** Single octets changed anywhere: an answer or a coded error, in time. */
export async function fuzzAnywhere(
  files: readonly FuzzFile[],
  count: number,
  seed: number,
): Promise<FuzzResult> {
  const random = seeded(seed);
  return run(count, (index) => {
    const { name, bytes } = files[index % files.length]!;
    const mutant = mutate(bytes, random);
    return { label: `${name} at ${mutant.at}: ${mutant.value}`, bytes: mutant.bytes, accepted: () => false };
  });
}

interface Trial {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly accepted: (after: FileReport) => boolean;
}

async function run(count: number, trial: (index: number) => Trial): Promise<FuzzResult> {
  const failures: string[] = [];
  let slowestMs = 0;
  let slowestCpuMs = 0;
  for (let index = 0; index < count; index++) {
    const { label, bytes, accepted } = trial(index);
    const started = performance.now();
    const cpu = cpuClock();
    try {
      if (accepted(await check(bytes))) failures.push(`accepted: ${label}`);
    } catch (error) {
      if (!(error instanceof CodedError)) failures.push(`${(error as Error).message}: ${label}`);
    }
    const elapsed = performance.now() - started;
    slowestMs = Math.max(slowestMs, elapsed);
    slowestCpuMs = Math.max(slowestCpuMs, cpu());
    if (elapsed > MAX_MS) failures.push(`${Math.round(elapsed)} ms: ${label}`);
  }
  return {
    mutations: count,
    failures,
    slowestMs: Math.round(slowestMs),
    slowestCpuMs: Math.round(slowestCpuMs),
  };
}
