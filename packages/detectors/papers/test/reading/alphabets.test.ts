import { describe, expect, it } from 'vitest';
import { extractFields } from '../../src/fields/extract.ts';
import { readValue } from '../../src/fields/read-value.ts';
import { pageStream } from '../../src/fields/stream.ts';
import { interpretPage } from '../../src/interpret.ts';
import type { FieldSpec } from '../../src/kinds/schema.ts';
import { amongAllowed } from '../../src/reading/alphabets.ts';
import { income } from '../checks/papers.ts';
import { page, sheet } from '../page.ts';

const region = { x: 0, y: 0, width: 10, height: 10 };

describe('trust among what a value can have', () => {
  it('leaves rivals out that cannot stand there', () => {
    const unsure = { text: '叁', confidence: 0.6, region, alternatives: [{ text: '参', confidence: 0.35 }] };
    expect(amongAllowed(unsure, 'amount-capitals').confidence).toBeGreaterThan(0.95);
    const rival = { ...unsure, alternatives: [{ text: '贰', confidence: 0.35 }] };
    expect(amongAllowed(rival, 'amount-capitals').confidence).toBeLessThan(0.65);
  });

  it('changes nothing in values of any text', () => {
    const character = { text: '叁', confidence: 0.6, region };
    expect(amongAllowed(character, 'text')).toBe(character);
    expect(amongAllowed({ ...character, text: 'K' }, 'date').confidence).toBe(0.6);
  });
});

describe('amounts in capitals', () => {
  const value = (text: string) => {
    const stream = pageStream(sheet(text));
    return readValue(stream, [[0, stream.characters.length]], 'amount-capitals')?.value ?? null;
  };

  it('are read whole or not at all', () => {
    expect(value('人民币柒仟叁佰元整')).toBe('7300.00');
    expect(value('柒件叁佰元整')).toBe('7300.00');
    expect(value('柒口叁佰元整')).toBeNull();
    expect(value('贰佰元口角整')).toBeNull();
  });

  it('with room for a character that was not read contradict nothing', () => {
    const whole = income({ figures: '12,945.00' });
    const codes = (source: typeof whole) => interpretPage(source).findings.map(({ code }) => code);
    expect(codes(whole)).toContain('papers.amount-mismatch');
    // The fourth character of the capitals is gone, its place stays.
    const lines = whole.lines.map((line) => {
      const at = line.text.indexOf('壹万贰仟叁');
      if (at < 0) return line;
      const characters = line.characters.filter((_, i) => i !== at + 4 && i !== at + 5);
      return { ...line, text: characters.map(({ text }) => text).join(''), characters };
    });
    expect(codes({ ...whole, lines })).not.toContain('papers.amount-mismatch');
  });
});

describe('numbers in groups', () => {
  const card: FieldSpec = { name: 'card', type: 'bank-card', labels: ['卡号'], places: ['same', 'right'] };
  const read = (source: ReturnType<typeof page>) =>
    extractFields(pageStream(source), [card]).map((field) => field.value);

  it('go on in the next box where that is near', () => {
    const groups = '卡号：6299 0082 4494';
    const near = 100 + groups.length * 30 + 40;
    expect(
      read(
        page([
          [groups, 100, 100],
          ['5771 028', near, 102],
          ['币种', 1300, 100],
        ]),
      ),
    ).toEqual(['6299008244945771028']);
    expect(
      read(
        page([
          [groups, 100, 100],
          ['5771 028', near + 300, 102],
        ]),
      ),
    ).toEqual(['629900824494']);
  });
});

describe('plain numbers', () => {
  it('are not read where a blank parts their digits', () => {
    const value = (text: string) => {
      const stream = pageStream(sheet(text));
      return readValue(stream, [[0, stream.characters.length]], 'number')?.value ?? null;
    };
    expect(value('77.80')).toBe('77.80');
    expect(value('7 7.80')).toBeNull();
  });
});
