import { describe, expect, it } from 'vitest';
import { mask } from '../../src/profiles/discloser.ts';
import { createDiscloser, knownProfile, PROFILE_NAMES, parseProfile } from '../../src/profiles/index.ts';
import { viewOf } from '../../src/view/index.ts';
import { sampleLead } from '../support/lead.ts';

const key = { id: '2026-03', secret: Buffer.alloc(32, 1) };

describe('profiles', () => {
  it.each(PROFILE_NAMES)('%s is sound and decides every field', (name) => {
    expect(knownProfile(name).profile).toBe(name);
  });

  it.each([
    ['no JSON', 'leads.profile-unreadable'],
    ['[]', 'leads.profile-unreadable'],
    ['{}', 'leads.profile-invalid'],
    [JSON.stringify({ ...knownProfile('police'), extra: 1 }), 'leads.profile-invalid'],
    [JSON.stringify({ ...knownProfile('police'), exhibits: 'mask' }), 'leads.profile-invalid'],
    [JSON.stringify({ ...knownProfile('police'), fields: { case: 'include' } }), 'leads.profile-invalid'],
    [
      JSON.stringify({
        ...knownProfile('police'),
        fields: { ...knownProfile('police').fields, name: 'mask' },
      }),
      'leads.profile-invalid',
    ],
  ])('%.40s is refused', (text, code) => {
    expect(() => parseProfile(text)).toThrow(expect.objectContaining({ code }));
  });

  it('names what there is where a profile is unknown, and asks for the key that it needs', () => {
    expect(() => knownProfile('press')).toThrow(expect.objectContaining({ code: 'leads.profile-unknown' }));
    expect(() => createDiscloser(knownProfile('lender'), null)).toThrow(
      expect.objectContaining({ code: 'leads.profile-needs-key' }),
    );
  });
});

describe('disclosure', () => {
  it('masks all but a quarter at each end at the most', () => {
    expect(mask('13812345678')).toBe('13*******78');
    expect(mask('张三')).toBe('**');
    expect(mask('6222020200112233445')).toBe('622********3445');
    for (const text of ['', 'a', 'abcd', '一二三四五六七八']) {
      const kept = [...mask(text)].filter((c) => c !== '*').length;
      expect(kept).toBeLessThanOrEqual([...text].length / 2);
    }
  });

  it('hashes the same value alike under one key and one field only', () => {
    const one = createDiscloser(knownProfile('lender'), key);
    const same = createDiscloser(knownProfile('lender'), key);
    const rotated = createDiscloser(knownProfile('lender'), { id: '2026-04', secret: Buffer.alloc(32, 2) });
    expect(one.text('trace.phone', '138')).toBe(same.text('trace.phone', '138'));
    expect(one.text('trace.phone', '138')).not.toBe(one.text('trace.account', '138'));
    expect(rotated.text('trace.phone', '138')).toMatch(/^hmac-2026-04:[0-9a-f]{40}$/);
  });

  it('tells nothing personal to another lender, in sentences neither', () => {
    const lead = sampleLead();
    const view = viewOf(lead, createDiscloser(knownProfile('lender'), key));
    const told = JSON.stringify(view);
    const secrets = [
      ...lead.cases.flatMap((one) => [one.case, one.customer!, one.lender!, one.source.sha256]),
      ...lead.traces
        .filter(({ kind }) => kind !== 'document_template')
        .flatMap(({ value, source }) => [value, source.sha256]),
    ];
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    expect(view.gang.reasons[1]!.message.zh).toMatch(/^电话hmac-2026-03:/);
    expect(view.traces[0]!.cases).toBe(40);
  });

  it('includes everything for the police', () => {
    const view = viewOf(sampleLead(), createDiscloser(knownProfile('police'), null));
    expect(view.traces[0]).toMatchObject({
      no: 'T00001',
      value: 'b64:uM9x2aPq',
      cases: 40,
      casesEverywhere: 40,
    });
    expect(view.links.length).toBe(105);
    expect(view.months.reduce((sum, { cases }) => sum + cases, 0)).toBe(40);
  });

  it('refuses cases and traces that are not the gang’s', () => {
    const lead = sampleLead();
    const police = createDiscloser(knownProfile('police'), null);
    const mismatch = expect.objectContaining({ code: 'leads.input-mismatch' });
    expect(() => viewOf({ ...lead, cases: lead.cases.slice(1) }, police)).toThrow(mismatch);
    expect(() => viewOf({ ...lead, cases: [...lead.cases, lead.cases[0]!] }, police)).toThrow(mismatch);
    expect(() => viewOf({ ...lead, traces: [{ ...lead.traces[0]!, case: 'another' }] }, police)).toThrow(
      mismatch,
    );
  });
});
