import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, createSigner, drawPerson, signPdf, statementPdf, updatePdf } from '@jianzhen/simulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jianzhen } from './run.ts';

const signer = createSigner('云岭银行电子回单专用章', 7);
let folder: string;
const file = (name: string) => join(folder, name);

const pem = (der: Uint8Array) =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jianzhen-esign-'));
  const { bytes, balances } = await statementPdf('esign', drawPerson(createRandom('esign')));
  const at = new Date(Date.UTC(2026, 5, 30));
  const signed = signPdf(bytes, signer, { at, box: [440, 34, 530, 124], reason: '电子回单' });
  await writeFile(file('plain.pdf'), bytes);
  await writeFile(file('signed.pdf'), signed);
  await writeFile(file('altered.pdf'), updatePdf(signed, [{ ...balances[0]!, text: '9,999.00' }], at));
  await writeFile(file('note.txt'), 'no signature could ever be in here');
  await writeFile(file('anchor.pem'), pem(signer.certificate));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('jianzhen esign', () => {
  it('prints a line a file in the order of the inputs, errors among them, and exits with 3', async () => {
    const inputs = ['signed.pdf', 'note.txt', 'altered.pdf', 'plain.pdf'].map(file);
    const ran = await jianzhen(['esign', ...inputs, '--json']);
    expect(ran.status).toBe(3);
    const [signed, note, altered, plain] = ran.lines();
    expect(signed).toMatchObject({
      file: inputs[0],
      signatures: [
        {
          format: 'pdf-cms',
          indication: 'INDETERMINATE',
          subIndication: 'NO_CERTIFICATE_CHAIN_FOUND',
          intact: true,
          wholeDocument: true,
          changesAfterSigning: 'none',
          signer: '云岭银行电子回单专用章',
          page: 1,
        },
      ],
    });
    expect(note).toMatchObject({ file: inputs[1], error: { code: 'engine.no-signatures-in' } });
    expect(altered).toMatchObject({
      signatures: [{ indication: 'TOTAL-FAILED', intact: true, changesAfterSigning: 'forbidden' }],
    });
    expect(plain).toEqual({ file: inputs[3], signatures: [] });
  });

  it('passes what leads to an anchor of the folder, and is a tree for people', async () => {
    const trusting = await jianzhen(['esign', file('signed.pdf'), '--json', '--trust', folder]);
    // The folder holds an anchor and other files, which are none.
    expect(trusting.lines()[0]).toMatchObject({ signatures: [{ indication: 'TOTAL-PASSED' }] });
    const tree = await jianzhen(['esign', file('altered.pdf')], { env: { NO_COLOR: '1' } });
    expect(tree.status).toBe(0);
    expect(tree.out).toContain('└─ 无效 Invalid');
    expect(tree.out).toContain('签署后被改动 Altered since it was signed');
  });

  it('says which folder of anchors cannot be read', async () => {
    const ran = await jianzhen(['esign', file('signed.pdf'), '--json', '--trust', file('nowhere')]);
    expect(ran.status).toBe(3);
    expect(ran.lines()[0]).toMatchObject({ error: { code: 'engine.trust-unreadable' } });
  });
});
