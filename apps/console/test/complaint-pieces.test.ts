import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pieces } from '../src/exhibit/complaint-pieces.ts';

it('marks what spans say, overlapping or not', () => {
  const spans = [
    { start: 4, end: 6 },
    { start: 1, end: 3 },
    { start: 2, end: 5 },
  ];
  expect(
    pieces('0123456789', spans)
      .map(({ text, marked }) => (marked ? `[${text}]` : text))
      .join(''),
  ).toBe('0[12][34][5]6789');
});

it('loses nothing of the text, whatever the spans', () => {
  const span = fc.record({ start: fc.nat(40), end: fc.nat(60) });
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      expect(
        pieces(text, spans)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
