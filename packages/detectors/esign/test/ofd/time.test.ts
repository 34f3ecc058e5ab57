import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoTime } from '../../src/time.ts';

test.each([
  ['20200723130907Z', '2020-07-23T13:09:07.000Z'],
  ['20200723130907.763Z', '2020-07-23T13:09:07.763Z'],
  ['200723130907Z', '2020-07-23T13:09:07.000Z'],
  ['990723130907Z', '1999-07-23T13:09:07.000Z'],
  ['20200723130907+0800', '2020-07-23T05:09:07.000Z'],
  ['20201010151120', '2020-10-10T07:11:20.000Z'],
  ['202007231309', '2020-07-23T05:09:00.000Z'],
  ['2020-04-22 16:22:44', '2020-04-22T08:22:44.000Z'],
  ['2020-04-22T16:22:44.5Z', '2020-04-22T16:22:44.500Z'],
  ['2020/4/2 6:02', '2020-04-01T22:02:00.000Z'],
  ['2020年4月22日 16时22分44秒', '2020-04-22T08:22:44.000Z'],
  ['2020-04-22', '2020-04-21T16:00:00.000Z'],
])('%s', (text, iso) => {
  expect(isoTime(text)).toBe(iso);
});

test.each(['', 'yesterday', '20200230000000Z', '2020-13-01 00:00:00', '20200101250000Z', '123'])(
  '“%s” is no time',
  (text) => {
    expect(isoTime(text)).toBeNull();
  },
);

test('every moment is read back from every form that keeps it', () => {
  const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (date) => {
      date.setUTCMilliseconds(0);
      const iso = date.toISOString();
      const compact = iso.replace(/[-:T]/g, '').replace('.000', '');
      const written = [compact, compact.slice(2), iso, iso.replace('T', ' ')];
      for (const text of written) expect(isoTime(text)).toBe(iso);
    }),
  );
});

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => isoTime(text) === null || !Number.isNaN(Date.parse(isoTime(text)!))),
  );
});
