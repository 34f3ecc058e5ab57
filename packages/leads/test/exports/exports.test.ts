import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, csv } from '../../src/exports/csv.ts';
import { linksCsv, stixBundle } from '../../src/exports/index.ts';
import { uuidV5 } from '../../src/exports/uuid.ts';
import { createDiscloser, knownProfile, PROFILE_NAMES } from '../../src/profiles/index.ts';
import { viewOf } from '../../src/view/index.ts';
import { sampleLead } from '../support/lead.ts';

const key = { id: '2026-03', secret: Buffer.alloc(32, 1) };
const whole = (chunks: Iterable<Uint8Array>) => Buffer.concat([...chunks]).toString();
const facts = { package: 'lead-1', madeAt: '2026-03-01T08:30:00.000Z', organisation: '海岳消费金融' };
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

describe('CSV', () => {
  it.each(['=1+1', '+86138', '-2', '@SUM(A1)', '\tx', ' =x', '|calc', '%0A'])('%j is no formula', (text) => {
    expect(cell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('no text at all makes a cell that begins a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(cell(text).replace(/^"/, '')).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });

  it('quotes and leaves numbers alone', () => {
    expect(whole(csv(['a', 'b', 'c'], [['x,"y"', -2, null]]))).toBe('\ufeffa,b,c\r\n"x,""y""",-2,\r\n');
  });

  it('tells every link with its record and how rare it is', () => {
    const text = whole(linksCsv(viewOf(sampleLead(), createDiscloser(knownProfile('police'), null))));
    const [, first] = text.split('\r\n');
    expect(first).toMatch(
      /^T00001,seal,b64:uM9x2aPq,C00001,case-1000,.*,core-lending,traces,1,.*,[0-9a-f]{64},40,40,120000,0\.0003333$/,
    );
  });
});

describe('STIX 2.1', () => {
  it('UUIDs are those of RFC 9562', () => {
    // Appendix A.4 of the RFC.
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it.each(PROFILE_NAMES)(
    'for %s every object has what the specification requires, and no reference dangles',
    (name) => {
      const view = viewOf(sampleLead(), createDiscloser(knownProfile(name), key));
      const text = whole(stixBundle(view, facts));
      expect(whole(stixBundle(view, facts))).toBe(text);
      const bundle = JSON.parse(text) as { type: string; id: string; objects: Record<string, string>[] };
      expect(bundle.id).toMatch(new RegExp(`^bundle--${UUID}$`));
      const ids = new Set(bundle.objects.map(({ id }) => id));
      expect(ids.size).toBe(bundle.objects.length);
      const required: Record<string, string[]> = {
        'threat-actor': ['name'],
        identity: ['name'],
        incident: ['name'],
        relationship: ['relationship_type', 'source_ref', 'target_ref'],
        'extension-definition': ['created_by_ref', 'name', 'schema', 'version', 'extension_types'],
        'ipv4-addr': ['value'],
        url: ['value'],
        'x-jianzhen-trace': ['kind', 'value', 'extensions'],
      };
      for (const object of bundle.objects) {
        expect(object.id).toMatch(new RegExp(`^${object.type}--${UUID}$`));
        expect(object.spec_version).toBe('2.1');
        expect(required[object.type!]).toBeDefined();
        for (const property of required[object.type!]!) expect(object[property]).toBeDefined();
        const observable = ['ipv4-addr', 'url', 'x-jianzhen-trace'].includes(object.type!);
        if (!observable) expect(object).toMatchObject({ created: facts.madeAt, modified: facts.madeAt });
        for (const reference of ['created_by_ref', 'source_ref', 'target_ref'])
          if (object[reference]) expect(ids).toContain(object[reference]);
      }
    },
  );
});
