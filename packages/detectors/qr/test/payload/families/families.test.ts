import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/payload/index.ts';
import * as examples from './examples.ts';

describe.each(Object.entries(examples))('%s', (_, table) => {
  it.each(table.map((example) => [example.text.slice(0, 90), example] as const))('%s', (_, example) => {
    const payload = understand(example.text);
    expect(payload.kind).toBe(example.kind);
    expect(payload.hazard?.reason.code ?? null).toBe(example.hazard === null ? null : `qr.${example.hazard}`);
    expect(payload.details).toMatchObject(example.details ?? {});
    if (example.links) expect(payload.links).toEqual(example.links);
  });
});
