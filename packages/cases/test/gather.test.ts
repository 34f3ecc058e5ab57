import { CodedError } from '@jianzhen/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceFor } from '../src/advice.ts';
import { gather } from '../src/gather.ts';

const LIMITS = { atOnce: 10, waiting: 100 };

describe('gathering', () => {
  it('answers each item with its own result, in few batches', async () => {
    const batches: number[] = [];
    const double = gather(async (items: readonly number[]) => {
      batches.push(items.length);
      return items.map((item) => item * 2);
    }, LIMITS);
    const items = Array.from({ length: 25 }, (_, i) => i);
    expect(await Promise.all(items.map(double))).toEqual(items.map((item) => item * 2));
    expect(batches).toEqual([10, 10, 5]);
  });

  it('lets one bad item spoil no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (good) => {
        const work = gather(async (items: readonly boolean[]) => {
          if (items.includes(false)) throw new Error('bad');
          return items;
        }, LIMITS);
        const settled = await Promise.allSettled(good.map(work));
        expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(good);
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  it('asks a database that is away once, and refuses what it cannot hold', async () => {
    let calls = 0;
    const away = gather(async (): Promise<never[]> => {
      calls++;
      throw new CodedError('store.unavailable', { zh: '无', en: 'away' }, 503);
    }, LIMITS);
    const answers = await Promise.allSettled(Array.from({ length: 105 }, () => away(1)));
    expect(calls).toBe(10);
    const codes = answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : null));
    expect(codes.filter((code) => code === 'scan.busy')).toHaveLength(5);
    expect(codes.filter((code) => code === 'store.unavailable')).toHaveLength(100);
  });
});

describe('advice', () => {
  it('says what to do with any payload, in both languages, and whom to call', () => {
    for (const payload of ['url', 'app-download', 'wechat-bind', 'crypto', 'text', 'binary'] as const) {
      const advice = adviceFor(payload);
      expect(advice.length).toBeGreaterThan(1);
      expect(advice.at(-1)!.zh).toContain('96110');
      for (const { zh, en } of advice) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
    expect(adviceFor('wechat-bind')[0]).not.toEqual(adviceFor('app-download')[0]);
  });
});
