import { expect, test } from 'vitest';
import { Parser, PdfHistory, PdfString, pageTreeOf, readingBudget } from '../src/index.ts';

/** A file of these objects with a table; `pointed` adds numbers that claim another's offset. */
function pdf(bodies: readonly string[], pointed: Readonly<Record<number, number>> = {}): Buffer {
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const entry = (number: number, offset: number) =>
    `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;
  const own = offsets.map((offset, i) => entry(i + 1, offset)).join('');
  const others = Object.entries(pointed).map(([number, target]) =>
    entry(Number(number), offsets[target - 1]!),
  );
  const start = text.length;
  return Buffer.from(
    `${text}xref\n${own}${others.join('')}trailer\n<< /Size 99 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

const string = (text: string) => {
  const value = new Parser(Buffer.from(text, 'latin1'), 0).value();
  return value instanceof PdfString ? Buffer.from(value.bytes).toString('latin1') : value;
};

test('of several numbers that claim one offset, the one written there has it, whoever is asked first', () => {
  const bytes = pdf(['<< /Type /Catalog >>', '(two)'], { 9: 2 });
  const history = new PdfHistory(bytes);
  expect(history.object(9, 0)).toBeNull();
  expect(history.object(2, 0)).toBeInstanceOf(PdfString);
  expect(history.readAt(bytes.indexOf('2 0 obj'))?.number).toBe(2);
});

test('a file whose cross-references are broken says so', () => {
  const sound = pdf(['<< /Type /Catalog >>']);
  expect(new PdfHistory(sound).scanned).toBe(false);
  const broken = Buffer.from(sound.toString('latin1').replace(/startxref\n\d+/, 'startxref\n1'), 'latin1');
  expect(new PdfHistory(broken).scanned).toBe(true);
  expect(new PdfHistory(Buffer.from('nothing')).newest).toBe(-1);
});

test('literal strings: escapes, nested parentheses, no end', () => {
  expect(string('(a(b)c)')).toBe('a(b)c');
  expect(string('(a\\)b\\\\)')).toBe('a)b\\');
  expect(string('(\\101\\12x\\\nz)')).toBe('A\nxz');
  expect(string('()')).toBe('');
  expect(() => string(`(${'x'.repeat(100)}`)).toThrow('no end');
  expect(() => string('(a\\)')).toThrow('no end');
});

test('what costs more than the budget is read as null', () => {
  const bytes = pdf(['<< /Type /Catalog >>', `[ ${'1 '.repeat(1_000)}]`, '(three)', '(never']);
  const budget = readingBudget();
  budget.parsing = 1_500;
  const history = new PdfHistory(bytes, budget);
  expect(history.object(2, 0)).not.toBeNull();
  expect(history.object(3, 0)).toBeNull();
  expect(new PdfHistory(bytes).object(3, 0)).not.toBeNull();
  const other = readingBudget();
  const before = other.parsing;
  expect(new PdfHistory(bytes, other).object(4, 0)).toBeNull();
  expect(before - other.parsing).toBeGreaterThan(100);
});

test('a page tree of nothing but empty entries is cut', () => {
  const kids = 'null '.repeat(150_000);
  const history = new PdfHistory(
    pdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [3 0 R ${kids}] >>`,
      '<< /Type /Page /Rotate 90 >>',
    ]),
  );
  const tree = pageTreeOf(history, 0);
  expect(tree).toMatchObject({ cut: true });
  expect(tree.pages.map(({ number, dict }) => [number, dict.get('Rotate')])).toEqual([[3, 90]]);
});
