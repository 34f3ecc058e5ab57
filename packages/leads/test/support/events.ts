import type { CustodyEvent } from '../../src/custody/index.ts';

export const AT = '2026-03-01T08:30:00.000Z';

/** An event that lacks nothing, but for what is changed. */
export const sampleEvent = (changes: Partial<CustodyEvent> = {}): CustodyEvent => ({
  kind: 'made',
  at: AT,
  who: '王敏',
  gang: 'g-0001',
  package: 'lead-g-0001',
  digest: 'ab'.repeat(32),
  purpose: '移送线索',
  authority: null,
  recipient: null,
  profile: 'police',
  outcome: null,
  ...changes,
});
