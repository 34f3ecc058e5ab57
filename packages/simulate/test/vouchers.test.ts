import { describe, expect, it } from 'vitest';
import { decode } from '../src/codec.ts';
import { captureVoucher, demoVouchers, renderVoucher, VOUCHER_KINDS } from '../src/index.ts';
import { createRandom } from '../src/random.ts';
import { inverse, project, squareToQuad } from '../src/vouchers/homography.ts';
import { statementPdf } from '../src/vouchers/pdf.ts';
import { updatePdf } from '../src/vouchers/pdf-update.ts';
import { ageOn, capitalMoney, drawPerson, money } from '../src/vouchers/wording.ts';

const darkest = (
  picture: { width: number; rgb: Uint8Array },
  box: { x: number; y: number; width: number; height: number },
) => {
  let least = 255;
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++)
      least = Math.min(least, picture.rgb[(y * picture.width + x) * 3 + 1]!);
  }
  return least;
};

describe('renderVoucher', () => {
  it.each(VOUCHER_KINDS)('%s: the same for the same seed, fields on the page and on ink', (kind) => {
    const voucher = renderVoucher({ kind, seed: 7 });
    expect(Buffer.compare(voucher.rgb, renderVoucher({ kind, seed: 7 }).rgb)).toBe(0);
    expect(Buffer.compare(voucher.rgb, renderVoucher({ kind, seed: 8 }).rgb)).not.toBe(0);
    expect(voucher.fields.length).toBeGreaterThan(1);
    for (const { box, text } of voucher.fields) {
      expect(text).not.toBe('');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(voucher.width);
      expect(box.y + box.height).toBeLessThanOrEqual(voucher.height);
      expect(darkest(voucher, box)).toBeLessThan(200);
    }
  });

  it('leaves the seal off where told', () => {
    const request = { kind: 'hardship-certificate', seed: 2 } as const;
    const red = (sealed: boolean) => {
      const { rgb } = renderVoucher({ ...request, sealed });
      let count = 0;
      for (let i = 0; i < rgb.length; i += 3) if (rgb[i]! - rgb[i + 1]! > 60) count++;
      return count;
    };
    expect(red(true)).toBeGreaterThan(3000);
    expect(red(false)).toBe(0);
  });
});

describe('captureVoucher', () => {
  it('moves fields with the page', async () => {
    const voucher = renderVoucher({ kind: 'income-certificate', seed: 4 });
    const taken = await captureVoucher(voucher, 'phone', createRandom(4));
    expect(taken.fields.length).toBe(voucher.fields.length);
    for (const { box } of taken.fields) expect(darkest(taken, box)).toBeLessThan(190);
  });
});

describe('homography', () => {
  it('takes the square’s corners to the quad’s and back', () => {
    const quad = [
      [3, 5],
      [96, 2],
      [99, 140],
      [1, 133],
    ] as const;
    const forward = squareToQuad(quad);
    const corners = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ] as const;
    corners.forEach(([u, v], i) => {
      const [x, y] = project(forward, u, v);
      expect(x).toBeCloseTo(quad[i]![0], 9);
      expect(y).toBeCloseTo(quad[i]![1], 9);
      const [p, q] = project(inverse(forward), x, y);
      expect(p).toBeCloseTo(u, 9);
      expect(q).toBeCloseTo(v, 9);
    });
  });
});

describe('wording', () => {
  it.each([
    [1205.3, '壹仟贰佰零伍元叁角整'],
    [10000, '壹万元整'],
    [100200.05, '壹拾万零贰佰元零伍分'],
    [0.88, '捌角捌分'],
    [7000, '柒仟元整'],
    [23045678, '贰仟叁佰零肆万伍仟陆佰柒拾捌元整'],
  ])('%d in capital numerals', (amount, text) => expect(capitalMoney(amount)).toBe(text));

  it('groups thousands', () => expect(money(1234567.5)).toBe('1,234,567.50'));

  it('gives sound identity numbers of a county that never was', () => {
    for (let i = 0; i < 50; i++) {
      const { identity, birth, sex } = drawPerson(createRandom(i));
      const sum = [...identity.slice(0, 17)].reduce(
        (total, d, k) => total + Number(d) * (2 ** (17 - k) % 11),
        0,
      );
      expect(identity).toMatch(/^\d{4}99\d{11}[\dX]$/);
      expect(identity.at(-1)).toBe('10X98765432'[sum % 11]);
      expect(identity.slice(6, 14)).toBe(birth.replaceAll('-', ''));
      expect(Number(identity[16]) % 2 === 1).toBe(sex === '男');
    }
  });

  it('says how old somebody is on a day', () => {
    const person = { ...drawPerson(createRandom(1)), birth: '1990-06-15' };
    expect(ageOn(person, new Date('2025-06-14T12:00:00Z'))).toBe(34);
    expect(ageOn(person, new Date('2025-06-15T12:00:00Z'))).toBe(35);
  });
});

describe('PDF statements', () => {
  it('are updated behind the untouched original', async () => {
    const holder = drawPerson(createRandom(1));
    const { bytes, balances } = await statementPdf(1, holder);
    const again = await statementPdf(1, holder);
    expect(Buffer.compare(bytes, again.bytes)).toBe(0);
    const updated = updatePdf(
      bytes,
      [{ ...balances[0]!, text: '99,000.00' }],
      new Date('2026-07-02T00:00:00Z'),
    );
    expect(Buffer.compare(updated.subarray(0, bytes.length), bytes)).toBe(0);
    const tail = Buffer.from(updated.subarray(bytes.length)).toString('latin1');
    const start = Number(/startxref\n(\d+)/.exec(tail)![1]);
    expect(Buffer.from(updated).toString('latin1', start, start + 4)).toBe('xref');
    for (const [, number, offset] of tail.matchAll(/\n(\d+) 1\n(\d{10}) 00000 n/g)) {
      expect(
        Buffer.from(updated).toString('latin1', Number(offset), Number(offset) + number!.length + 6),
      ).toBe(`${number} 0 obj`);
    }
    expect(tail).toContain('(99,000.00) Tj');
    expect(() => updatePdf(new TextEncoder().encode('%PDF-1.7 nothing'), [], new Date(0))).toThrow(/shape/);
  });
});

describe('demoVouchers', () => {
  it('makes about a dozen, half forged, whose masks fit and whose names say nothing', async () => {
    const vouchers = await demoVouchers(3);
    const forged = vouchers.filter((voucher) => voucher.label === 1);
    expect(vouchers.length).toBeGreaterThanOrEqual(12);
    expect(forged.length).toBeGreaterThanOrEqual(vouchers.length * 0.4);
    expect(forged.length).toBeLessThanOrEqual(vouchers.length * 0.6);
    expect(new Set(vouchers.map((voucher) => voucher.name)).size).toBe(vouchers.length);
    for (const { name, bytes, label, mask, told } of vouchers) {
      expect(name).toMatch(/^[a-z-]+-\d\d\.(jpg|png|pdf)$/);
      expect(told === null).toBe(label === 0);
      if (name.endsWith('.pdf')) continue;
      const page = await decode(bytes);
      expect(mask === null).toBe(label === 0);
      if (!mask) continue;
      const altered = await decode(mask);
      expect([altered.width, altered.height]).toEqual([page.width, page.height]);
      const marked = altered.rgb.filter((value) => value >= 128).length / altered.rgb.length;
      expect(marked).toBeGreaterThan(0.0008);
      expect(marked).toBeLessThan(0.04);
    }
  }, 120_000);
});
