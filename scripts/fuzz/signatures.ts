import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEsignDetector, trustStoreFrom } from '@jianzhen/detector-esign';
import { CodedError, type FileReport } from '@jianzhen/evidence';
import { sniff } from '@jianzhen/intake';
import { makeDocument, pack, sign } from '../../packages/detectors/esign/test/ofd/support/package.ts';
import {
  accepts,
  mutatePart,
  protectedParts,
} from '../../packages/detectors/esign/test/ofd/support/protected.ts';
import { seal, signer } from '../../packages/detectors/esign/test/ofd/support/world.ts';
import { readZip } from '../../packages/detectors/esign/test/ofd/support/zip.ts';
import { mutate, seeded } from '../../packages/detectors/esign/test/support/mutate.ts';
import { drawnVouchers } from './vouchers.ts';

const MAX_MS = 5_000;
/** By which this process may grow while it verifies. */
const MAX_GROWTH = 500 * 2 ** 20;
const RECEIVED = '2026-11-28T00:00:00Z';
const detector = createEsignDetector({ trust: trustStoreFrom([]) });

interface Sample {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly report: FileReport;
  /** The file with one octet changed that a sound signature covers; null where none covers all. */
  readonly tampered: ((random: () => number) => Uint8Array) | null;
}

/** Signed files of our own making, and those of the folder that `JIANZHEN_ESIGN` names. */
async function files(seed: number): Promise<(readonly [name: string, bytes: Uint8Array])[]> {
  const vouchers = await drawnVouchers(seed);
  const own = sign(makeDocument(2), { kind: 'ses-v4', signer, seal: seal() });
  const folder = process.env.JIANZHEN_ESIGN;
  const found = ['pdf', 'ofd'].flatMap((kind) =>
    folder
      ? readdirSync(join(folder, kind)).map((name) => [name, readFileSync(join(folder, kind, name))] as const)
      : [],
  );
  return [
    ...vouchers.flatMap(({ name, bytes }) => (name.endsWith('.pdf') ? [[name, bytes] as const] : [])),
    ['own.ofd', pack(sign(own, { kind: 'ses-v4', signer, seal: seal() }))],
    ...found,
  ];
}

const examine = (bytes: Uint8Array, mediaType: string) =>
  detector.examine(bytes, { mediaType, receivedAt: RECEIVED });

async function sampleOf([name, bytes]: readonly [string, Uint8Array]): Promise<Sample[]> {
  const sniffed = sniff(bytes);
  if (sniffed.kind !== 'pdf' && sniffed.kind !== 'ofd') return [];
  const { mediaType } = sniffed;
  const report = (await examine(bytes, mediaType))!;
  const tampered = report.signatures.length > 0 ? tampering(bytes, sniffed.kind, report) : null;
  return [{ name, mediaType, bytes, report, tampered }];
}

function tampering(bytes: Uint8Array, kind: 'pdf' | 'ofd', report: FileReport): Sample['tampered'] {
  if (kind === 'ofd') {
    if (!accepts(report, report)) return null;
    const entries = readZip(bytes);
    const parts = protectedParts(entries, report);
    return (random) => mutatePart(entries, parts, random).bytes;
  }
  const text = Buffer.from(bytes).toString('latin1');
  const whole = report.signatures.findLast(({ intact, unprotected }) => intact && unprotected.length === 0);
  const range = [...text.matchAll(/\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].find(
    ([, , second, length]) => Number(second) + Number(length) === bytes.length,
  );
  if (!whole || !range) return null;
  const ranges = [
    { start: 0, end: Number(range[1]) },
    { start: Number(range[2]), end: bytes.length },
  ];
  return (random) => mutate(bytes, random, ranges).bytes;
}

/** Whether somebody would be led to believe that nothing happened. */
const believed = (after: FileReport, { report, mediaType }: Sample): boolean =>
  mediaType === 'application/ofd'
    ? accepts(after, report)
    : after.signatures.some(({ intact, unprotected }) => intact && unprotected.length === 0);

/** `rounds` single octets changed in what signatures cover, none of which may be accepted, and as many anywhere. */
export async function fuzzSignatures(seed: number, rounds: number): Promise<string[]> {
  const problems: string[] = [];
  const samples = (await Promise.all((await files(seed)).map(sampleOf))).flat();
  const covered = samples.filter(({ tampered }) => tampered);
  const random = seeded(seed);
  const before = process.memoryUsage().rss;
  let refused = 0;
  let slowest = 0;
  const pass = async (sample: Sample, bytes: Uint8Array, judge: (report: FileReport) => boolean) => {
    const started = performance.now();
    try {
      const report = await examine(bytes, sample.mediaType);
      if (report && judge(report)) problems.push(`${sample.name}: a changed octet was accepted`);
    } catch (thrown) {
      if (thrown instanceof CodedError) refused++;
      else problems.push(`${sample.name}: ${thrown}`);
    }
    const ms = performance.now() - started;
    slowest = Math.max(slowest, ms);
    if (ms > MAX_MS) problems.push(`${sample.name}: ${Math.round(ms)} ms`);
  };
  for (let round = 0; round < rounds; round++) {
    const signed = covered[round % covered.length]!;
    await pass(signed, signed.tampered!(random), (report) => believed(report, signed));
    const any = samples[round % samples.length]!;
    await pass(any, mutate(any.bytes, random).bytes, () => false);
  }
  const growth = process.memoryUsage().rss - before;
  if (growth > MAX_GROWTH) problems.push(`resident memory grew by ${Math.round(growth / 2 ** 20)} MB`);
  console.log(
    `signatures: ${rounds} octets changed in ${covered.length} signed files, ${rounds} anywhere in ${samples.length}; ${refused} refused with a code, slowest ${Math.round(slowest)} ms, grown by ${Math.round(growth / 2 ** 20)} MB`,
  );
  return problems;
}
