import { describe, expect, it } from 'vitest';
import { once } from '../src/index.ts';

describe('what is opened once', () => {
  it('is opened at the first call, for all who ask at the same time', async () => {
    let opened = 0;
    const open = once(async () => ++opened);
    expect(opened).toBe(0);
    expect(await Promise.all([open(), open()])).toEqual([1, 1]);
    expect(await open()).toBe(1);
  });

  it('is tried again after it failed, by whoever asks next', async () => {
    let tried = 0;
    const open = once(async () => {
      if (++tried === 1) throw new Error('not yet');
      return tried;
    });
    const both = await Promise.allSettled([open(), open()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await open()).toBe(2);
  });
});
