import { createHash, randomBytes } from 'node:crypto';
import { createEsignDetector, trustStoreFrom } from '@jianzhen/detector-esign';
import { createSigner, signPdf } from '@jianzhen/simulate';
import { makeDocument, pack, sign as signOfd } from '../packages/detectors/esign/test/ofd/support/package.ts';
import { seal, signer } from '../packages/detectors/esign/test/ofd/support/world.ts';
import { plainPdf } from './pages.ts';
import type { BenchRow } from './table.ts';

const ROUNDS = 25;
const BYTES = 1 << 20;

/** A file of a megabyte with two signatures, one after the other. */
const FILES: Readonly<Record<string, () => { readonly mediaType: string; readonly bytes: Uint8Array }>> = {
  'PDF, 2 × Ed25519': () => {
    const at = new Date(Date.UTC(2026, 0, 5));
    const [first, second] = ['甲方', '乙方'].map((name) => createSigner(name, 'bench'));
    const once = signPdf(plainPdf(BYTES), first!, { at, box: [60, 60, 160, 160], reason: 'bench' });
    const bytes = signPdf(once, second!, { at, box: [260, 60, 360, 160], reason: 'bench' });
    return { mediaType: 'application/pdf', bytes };
  },
  'OFD, 2 × SM2 with seals': () => {
    const parts = makeDocument(2);
    parts.set('Doc_0/Res/stamp.png', randomBytes(BYTES));
    const once = signOfd(parts, { kind: 'ses-v4', signer, seal: seal() });
    const bytes = pack(signOfd(once, { kind: 'ses-v4', signer, seal: seal() }));
    return { mediaType: 'application/ofd', bytes };
  },
};

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Milliseconds to verify a file of one megabyte with two signatures, warm; the ratio is to hashing the file once with SHA-256. */
export async function run(): Promise<BenchRow[]> {
  const detector = createEsignDetector({ trust: trustStoreFrom([]) });
  const rows: BenchRow[] = [];
  for (const [file, make] of Object.entries(FILES)) {
    const { bytes, mediaType } = make();
    const times: number[] = [];
    const hashes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      const report = await detector.examine(bytes, { mediaType, receivedAt: '2026-02-01T00:00:00Z' });
      times.push(performance.now() - started);
      if (report?.signatures.length !== 2 || !report.signatures.every(({ intact }) => intact))
        throw new Error(`${file}: the signatures do not hold`);
      const before = performance.now();
      createHash('sha256').update(bytes).digest();
      hashes.push(performance.now() - before);
    }
    const [first, ...warm] = times;
    rows.push({
      file,
      bytes: bytes.length,
      'first, ms': Math.round(first!),
      'warm median, ms': median(warm),
      'warm slowest, ms': Math.max(...warm),
      'ratio to hashing it once': median(warm) / median(hashes),
    });
  }
  return rows;
}
