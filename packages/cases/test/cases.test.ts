import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCases, createIds, createIntake, decodeCursor, encodeCursor, newId } from '../src/index.ts';
import { memoryStore } from './support/memory.ts';

describe('ids', () => {
  const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('are version 7 and carry their millisecond', () => {
    const id = createIds(() => 0x0123456789ab)();
    expect(id).toMatch(UUID7);
    expect(id.slice(0, 13)).toBe('01234567-89ab');
  });

  it('sort by creation, even within a millisecond, past the counter, and when the clock goes back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1000, max: 1003 }), { minLength: 1, maxLength: 50 }),
        (times) => {
          const clock = times.flatMap((time) => Array.from({ length: 300 }, () => time));
          let tick = 0;
          const next = createIds(() => clock[tick++]!);
          const ids = clock.map(() => next());
          expect(ids).toEqual(ids.toSorted());
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
      { seed: 1, numRuns: 20 },
    );
  });
});

describe('cursors', () => {
  it('come back as they went', () => {
    const id = newId();
    expect(decodeCursor(encodeCursor(id))).toBe(id);
  });

  it('are refused when they are none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          return encodeCursor(decodeCursor(text)).length === 22;
        } catch (thrown) {
          return (thrown as { code: string }).code === 'cursor.invalid';
        }
      }),
      { seed: 2 },
    );
    expect(() => decodeCursor('AAAA')).toThrow(
      expect.objectContaining({ code: 'cursor.invalid', status: 400 }),
    );
  });
});

describe('cases', () => {
  it('are listed page by page, with no cursor after the last', async () => {
    const cases = createCases(memoryStore().store);
    const made = [];
    for (let i = 0; i < 4; i++) made.unshift((await cases.create({ title: `${i}` })).id);
    const first = await cases.list({ limit: 2 });
    const second = await cases.list({ limit: 2, cursor: first.next! });
    expect([...first.cases, ...second.cases].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
  });

  it('take no files under an id that there is not', async () => {
    const { store } = memoryStore();
    await expect(createIntake(store).add(newId(), [])).rejects.toMatchObject({
      code: 'case.not-found',
      status: 404,
    });
    await expect(createCases(store).page(newId(), 1)).rejects.toMatchObject({ code: 'exhibit.not-found' });
  });

  it('take a batch once per key', async () => {
    const memory = memoryStore();
    const { id } = await createCases(memory.store).create({});
    const file = { name: 'a', mediaType: 'image/png', bytes: 1, sha256: 'x' };
    const key = { key: 'k', scope: 's', fingerprint: 'f' };
    const intake = createIntake(memory.store);
    const first = await intake.add(id, [file], [], key);
    expect(await intake.add(id, [file], [], key)).toEqual(first);
    expect(memory.jobs()).toHaveLength(1);
    await expect(intake.add(id, [file], [], { ...key, fingerprint: 'g' })).rejects.toMatchObject({
      code: 'idempotency.mismatch',
    });
  });
});
