import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/certificates/trust.ts';
import { verifyOfd } from '../../src/index.ts';
import { NOW } from './support/world.ts';

/** Folder of signed files with a table of what is known of each. */
const folder = process.env.JIANZHEN_ESIGN;
const table = folder ? join(folder, 'ofd.csv') : '';

interface Row {
  readonly file: string;
  readonly signature: string;
  readonly kind: string;
  readonly references_failing: string;
  readonly digest: string;
  readonly signer_signature: string;
  readonly seal_name: string;
  readonly seal_signature: string;
  readonly unprotected_parts: string;
}

function readTable(): Row[] {
  const [head, ...lines] = readFileSync(table, 'utf8').trim().split(/\r?\n/);
  const names = head!.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])) as unknown as Row;
  });
}

const formatOf = (kind: string) =>
  kind.startsWith('SES v4')
    ? 'ofd-ses-v4'
    : kind.startsWith('SES v1')
      ? 'ofd-ses-v1'
      : kind.startsWith('CMS')
        ? 'ofd-cms'
        : 'ofd-raw';
const names = (list: string) =>
  list
    .split(' ')
    .filter(Boolean)
    .map((name) => name.replace(/^\//, ''))
    .sort();

describe.skipIf(!existsSync(table))(`signed files (${table || 'JIANZHEN_ESIGN is not set'})`, () => {
  const rows = existsSync(table) ? readTable() : [];

  test.each(rows)('$file, signature $signature: $kind', async (row) => {
    const { signatures } = await verifyOfd(readFileSync(join(folder!, row.file)), {
      trust: NO_TRUST,
      at: NOW,
    });
    expect(signatures).toHaveLength(rows.filter(({ file }) => file === row.file).length);
    const signature = signatures[Number(row.signature)]!;
    const failing = names(row.references_failing);
    // Its list of signatures is what the second signature changed: no forgery.
    const permitted = failing.filter((name) => name.endsWith('/Signatures.xml') && row.file === 'ofd/h.ofd');
    const forbidden = failing.filter((name) => !permitted.includes(name));
    expect(signature.format).toBe(formatOf(row.kind));
    expect(signature.sealName).toBe(row.seal_name || null);
    expect(signature.seal?.intact ?? null).toBe(
      row.seal_signature ? row.seal_signature.startsWith('OK') : null,
    );
    expect([...signature.unprotected].sort()).toEqual(names(row.unprotected_parts));
    const changed = signature.changes
      .filter((change) => !change.permitted)
      .map(({ message }) => message.en.split(' ')[1]);
    expect(changed.sort()).toEqual(forbidden);
    const open = row.kind === 'raw sig';
    const sound = forbidden.length === 0 && !open;
    expect(signature.intact).toBe(sound);
    expect([signature.indication, signature.subIndication]).toEqual(
      forbidden.length > 0
        ? ['TOTAL-FAILED', 'HASH_FAILURE']
        : ['INDETERMINATE', open ? 'NO_SIGNING_CERTIFICATE_FOUND' : 'NO_CERTIFICATE_CHAIN_FOUND'],
    );
    if (forbidden.length > 0) expect(signature.changesAfterSigning).toBe('forbidden');
    else
      expect(signature.changesAfterSigning).toBe(
        signatures.length > Number(row.signature) + 1 ? 'permitted' : 'none',
      );
  });
});
