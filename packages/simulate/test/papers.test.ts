import { describe, expect, it } from 'vitest';
import {
  CONTRADICTION_SORTS,
  CONTRADICTIONS,
  makePaper,
  PAPER_KINDS,
  paperName,
  planPapers,
  renderVoucher,
} from '../src/index.ts';
import type { Contradiction } from '../src/papers/contradictions.ts';
import { drawFaces } from '../src/papers/faces.ts';
import { createRandom } from '../src/random.ts';
import {
  creditCheck,
  drawBankCard,
  drawCreditCode,
  drawInvoiceNumber,
  luhn,
} from '../src/vouchers/numbers.ts';
import { linesOf } from '../src/vouchers/text-lines.ts';

const plain = (text: string) => text.replace(/[\s（）()]/g, '');

describe('papers', () => {
  it.each(PAPER_KINDS)('%s: print in lines with boxes on the page, values among them', (kind) => {
    const { lines, keys, width, height } = renderVoucher({ kind, seed: 3 });
    expect(lines.length).toBeGreaterThan(5);
    for (const { text, box } of lines) {
      expect(text.trim()).not.toBe('');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    expect(Object.keys(keys).length).toBeGreaterThan(1);
    const page = plain(lines.map(({ text }) => text).join(''));
    for (const name of ['name', 'holder', 'identity-number', 'credit-code', 'invoice-number', 'diagnosis'])
      if (name in keys) expect(page).toContain(plain(keys[name]!));
  });

  it('join what stands together on a baseline, part what stands away', () => {
    const piece = (text: string, left: number, baseline: number) => {
      const right = left + 20 * text.length;
      return {
        text,
        left,
        right,
        baseline,
        size: 20,
        box: { x: left, y: baseline - 18, width: right - left, height: 20 },
      };
    };
    const lines = linesOf([
      piece('王芳', 42, 50),
      piece('姓名', 0, 50),
      piece('性别', 130, 50),
      piece('日期', 0, 90),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['姓名王芳', '性别', '日期']);
  });

  it('have numbers that pass the checks of form', () => {
    for (let i = 0; i < 20; i++) {
      const random = createRandom('numbers', i);
      const code = drawCreditCode(random);
      expect(code).toMatch(/^91\d{4}99MA[0-9A-L]{6}[\dX][0-9A-Y]$/);
      expect(creditCheck(code.slice(0, 17))).toBe(code[17]);
      const card = drawBankCard(random).replaceAll(' ', '');
      expect(card).toMatch(/^629900\d{13}$/);
      expect(luhn(card.slice(0, -1))).toBe(card.at(-1));
      expect(drawInvoiceNumber(2026, random)).toMatch(/^26\d{2}0\d{15}$/);
    }
  });
});

describe('planted contradictions', () => {
  it.each(CONTRADICTION_SORTS)('%s: changes what the page says, or what is known beside it', (sort) => {
    const planted: Contradiction = CONTRADICTIONS[sort];
    for (const kind of planted.kinds) {
      const { fields } = renderVoucher({ kind, seed: 4 });
      const texts = Object.fromEntries(fields.map(({ name, text }) => [name, text]));
      const words = planted.wording?.(texts, createRandom(sort)) ?? {};
      if (!planted.wording) expect(planted.context).toBeDefined();
      for (const [name, text] of Object.entries(words)) {
        expect(Object.keys(texts)).toContain(name);
        expect(text).not.toBe(texts[name]);
        expect(text).not.toMatch(/NaN|undefined/);
      }
    }
  });

  it('are of fifteen sorts and more', () => expect(CONTRADICTION_SORTS.length).toBeGreaterThanOrEqual(15));
});

describe('sets of papers', () => {
  it('have every kind, sort and capture, each page by a name of its own', () => {
    const requests = planPapers({ seed: 1, faces: 'reported', size: 3 });
    expect(requests.length).toBe(3 * (PAPER_KINDS.length + CONTRADICTION_SORTS.length));
    expect(new Set(requests.map(paperName)).size).toBe(requests.length);
    for (const kind of PAPER_KINDS) {
      const own = requests.filter((request) => request.kind === kind && !request.contradiction);
      expect(new Set(own.map(({ capture }) => capture)).size).toBe(3);
    }
  });

  it('share no face between tuning and report', () => {
    const families = (set: 'tuning' | 'reported') =>
      new Set(
        Array.from({ length: 20 }, (_, i) => Object.values(drawFaces(set, createRandom(i))))
          .flat()
          .flatMap((list) => list.split(', ')),
      );
    const tuned = families('tuning');
    expect([...families('reported')].filter((family) => tuned.has(family))).toEqual([]);
  });

  it('give the same page for the same request, its lines moved with the picture', async () => {
    const request = { kind: 'id-card', seed: 2, faces: 'tuning', capture: 'scan' } as const;
    const [page, again, planted] = await Promise.all([
      makePaper(request),
      makePaper(request),
      makePaper({ ...request, contradiction: 'sex' }),
    ]);
    expect(Buffer.compare(page.file, again.file)).toBe(0);
    expect(planted.truth.contradictions).toEqual(['papers.sex-mismatch']);
    expect(planted.truth.lines.filter(({ text }, i) => text !== page.truth.lines[i]!.text)).toHaveLength(1);
    for (const { box } of page.truth.lines) {
      expect(box.width).toBeGreaterThan(0);
      expect(box.x + box.width).toBeLessThanOrEqual(page.width);
    }
  });
});
