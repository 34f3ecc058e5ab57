// A labelled set of rendered vouchers, captured, forged and saved as real pages are: kinds and colours that receipts and
// forms do not have. node packages/simulate/src/vouchers/main.ts --out DIR --seed 1 [--per-kind N]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodePng } from '../codec.ts';
import { OPERATIONS } from '../forge/operations/index.ts';
import { forgeSample } from '../forge/sample.ts';
import { PIPELINES } from '../forge/types.ts';
import { createRandom } from '../random.ts';
import { type Capture, captureVoucher } from './capture.ts';
import { renderVoucher, VOUCHER_KINDS, type VoucherKind } from './render.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'vouchers' },
    seed: { type: 'string', default: '1' },
    'per-kind': { type: 'string', default: '4' },
  },
});
const CAPTURES: readonly Capture[] = ['phone', 'scanner', 'render'];

async function page(kind: VoucherKind, seed: string): Promise<Uint8Array> {
  const random = createRandom(seed, 'capture');
  const capture = CAPTURES[Math.floor(random.next() * CAPTURES.length)]!;
  return encodePng(await captureVoucher(renderVoucher({ kind, seed }), capture, random));
}

mkdirSync(join(values.out, 'images'), { recursive: true });
mkdirSync(join(values.out, 'masks'), { recursive: true });
const lines = ['file,label,mask,source,op,pipeline'];
let turn = 0;
for (const kind of VOUCHER_KINDS) {
  for (let n = 0; n < Number(values['per-kind']); n++) {
    const seed = `${values.seed}-${kind}-${n}`;
    const sourceBytes = await page(kind, seed);
    const donor = { bytes: await page(kind, `${seed}-donor`), name: 'donor' };
    // Two pipelines a voucher, in turn; each with its untouched twin and one forgery.
    for (const pipeline of [PIPELINES[turn % PIPELINES.length]!, PIPELINES[(turn + 2) % PIPELINES.length]!]) {
      const forgery = OPERATIONS[turn++ % OPERATIONS.length]!;
      for (const op of ['none', forgery] as const) {
        const made = await forgeSample({ sourceBytes, donor, op, pipeline, seed });
        const name = `${seed}-${pipeline}-${op}`;
        writeFileSync(join(values.out, 'images', `${name}.${made.extension}`), made.file);
        if (made.mask) writeFileSync(join(values.out, 'masks', `${name}.png`), made.mask);
        const mask = made.mask ? `masks/${name}.png` : '';
        lines.push(
          [`images/${name}.${made.extension}`, made.mask ? 1 : 0, mask, seed, op, pipeline].join(','),
        );
      }
    }
  }
  process.stderr.write(`${kind}: ${lines.length - 1} pages\n`);
}
writeFileSync(join(values.out, 'manifest.csv'), `${lines.join('\n')}\n`);
