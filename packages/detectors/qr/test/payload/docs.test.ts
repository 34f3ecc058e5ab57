import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeKindWords } from '@jianzhen/evidence';
import { CodeKind } from '@jianzhen/evidence/schemas';
import { describe, expect, it } from 'vitest';
import { HAZARD_PRIORS, understand } from '../../src/payload/index.ts';
import { HAZARD_MESSAGES } from '../../src/payload/messages.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../../docs/qr.md'), 'utf8');
const rows = page
  .slice(page.indexOf('## Payloads'))
  .split('\n')
  .map((line) => /^\| `([\w-]+)` (.+?) \| `(.+?)` \| (.+?) \| (.+?) \| ([\d.]+|–) \|$/.exec(line)?.slice(1))
  .filter((row) => row !== undefined);

describe('docs/qr.md', () => {
  it('has a row of each kind', () =>
    expect(new Set(rows.map(([kind]) => kind))).toEqual(new Set(CodeKind.enum)));

  it.each(rows)('%s %s: %s', (kind, word, example, _, told, hazard) => {
    const text = example!.replaceAll('\\n', '\n').replaceAll('\\0', '\0');
    const payload = understand(text, Buffer.from(text));
    expect(payload.kind).toBe(kind);
    expect(codeKindWords[payload.kind].zh).toBe(word);
    expect(String(payload.hazard?.probability ?? '–')).toBe(hazard);
    const details = Object.entries(payload.details).map(([name, value]) =>
      name === 'service' || name === 'openedBy' ? `${name}: ${value}` : name,
    );
    expect([...told!.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(details);
  });
});

describe('messages', () => {
  it('every hazard has a prior and a sentence in both languages', () => {
    const codes = Object.keys(HAZARD_PRIORS).map((code) => `qr.${code}`);
    expect(new Set(codes)).toEqual(new Set(Object.keys(HAZARD_MESSAGES)));
    for (const { zh, en } of Object.values(HAZARD_MESSAGES)) {
      expect(zh).toMatch(/^此.*[\u4e00-\u9fff].*。$/);
      expect(en).toMatch(/^The .*\.$/);
    }
    for (const prior of Object.values(HAZARD_PRIORS)) expect(prior > 0 && prior < 1).toBe(true);
  });

  it('what is graver is weighed more', () => {
    const { script, 'card-binding': bind, 'app-sideload': apk, 'crypto-transfer': coin } = HAZARD_PRIORS;
    expect(Math.min(script, bind, apk)).toBeGreaterThan(coin);
    expect(coin).toBeGreaterThan(HAZARD_PRIORS['pay-person']);
    expect(HAZARD_PRIORS['pay-person']).toBeGreaterThan(HAZARD_PRIORS['add-contact']);
    expect(HAZARD_PRIORS['add-contact']).toBeGreaterThan(HAZARD_PRIORS['wifi-join']);
  });
});
