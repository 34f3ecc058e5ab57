import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { SignalResult } from '../../src/index.ts';
import { fileStructure } from '../../src/signals/file-structure/index.ts';
import {
  contentNumber,
  type Draw,
  firstPage,
  makePdf,
  statement,
  update,
  updateWith,
} from '../support/pdf.ts';

async function examine(pdf: Uint8Array): Promise<SignalResult> {
  const page = await firstPage(pdf);
  expect(fileStructure.applies(page)).toBe(true);
  const result = fileStructure.run(page);
  expect(Object.keys(result.statistics).sort()).toEqual([...fileStructure.statisticNames].sort());
  return result;
}

const codes = (result: SignalResult) => result.candidates.map(({ code, severity }) => `${code} ${severity}`);
const honest: Draw = (document) => statement(document);
const overdrawn =
  (draw: Draw): Draw =>
  (document) =>
    statement(document, draw);

/** Pixels a point at the 150 dpi that pages are drawn at. */
const SCALE = 150 / 72;

describe('incremental updates', () => {
  const amount = (text: string): Draw =>
    overdrawn((document) => document.text(text, 20, 370, { lineBreak: false }));

  test('a changed amount is named with its place and its revision, the untouched twin is quiet', async () => {
    const [before, after] = [
      await makePdf(amount('Balance 1,000.00')),
      await makePdf(amount('Balance 9,000.00')),
    ];
    const edited = await examine(updateWith(before, after, [contentNumber(before)]));
    expect(codes(edited)).toEqual(['document.pdf-content-replaced high']);
    const { region, message } = edited.candidates[0]!;
    expect(message.zh).toContain('第 2 次保存');
    expect(region!.y).toBeGreaterThan(360 * SCALE);
    expect(region!.x).toBeGreaterThan(55 * SCALE);
    expect(region!.x + region!.width).toBeLessThan(85 * SCALE);
    const { map } = edited;
    const cell = Math.floor((region!.y + 8) / 8) * map!.columns + Math.floor((region!.x + 8) / 8);
    expect(map!.data[cell]).toBeGreaterThan(0);
    expect(map!.data[0]).toBe(0);
    expect(codes(await examine(before))).toEqual([]);
  });

  test('after a signature it is a change after signing', async () => {
    const [before, after] = [await makePdf(amount('1,000.00')), await makePdf(amount('9,000.00'))];
    const signed = update(before, [[40, '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>']]);
    expect(codes(await examine(signed))).toEqual([]);
    const edited = await examine(updateWith(signed, after, [contentNumber(before)]));
    expect(codes(edited)).toEqual(['document.pdf-changed-after-signing high']);
  });

  test('an annotation added later is not an edit', async () => {
    const pdf = await makePdf(honest);
    const page = Number(/(\d+) 0 obj\n<<\n\/Type \/Page\n/.exec(pdf.toString('latin1'))![1]);
    const text = new RegExp(`\\n${page} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(pdf.toString('latin1'))![1]!;
    const annotated = update(pdf, [
      [page, text.replace('/Type /Page\n', '/Type /Page\n/Annots [41 0 R]\n')],
      [41, '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (ok) >>'],
    ]);
    expect(codes(await examine(annotated))).toEqual([]);
  });
});

describe('editors', () => {
  test.each([
    ['Adobe Photoshop 24.0 (Windows)', 'medium'],
    ['www.sejda.com (5.3.7)', 'medium'],
    ['iLovePDF', 'low'],
    ['WPS 文字', 'low'],
  ])('%s as producer: %s', async (producer, severity) => {
    const result = await examine(await makePdf(honest, { Producer: producer }));
    expect(codes(result)).toEqual([`document.pdf-editor ${severity}`]);
    expect(result.candidates[0]!.message.zh).toContain(producer);
  });

  test.each(['iText 7.2', 'Microsoft® Word 2016', 'Skia/PDF m120', 'Acrobat Distiller 9.0', 'Qt 5.15'])(
    '%s says nothing',
    async (producer) =>
      expect(codes(await examine(await makePdf(honest, { Producer: producer })))).toEqual([]),
  );
});

describe('fonts', () => {
  const retyped = (font: string): Draw =>
    overdrawn((document) => document.font(font).text('88,000.00', 220, 350, { lineBreak: false }));

  test('one amount in a font of its own stands out where it is', async () => {
    const result = await examine(await makePdf(retyped('Times-Roman')));
    expect(codes(result)).toEqual(['document.pdf-odd-font medium']);
    const { region, values } = result.candidates[0]!;
    expect(values).toMatchObject({ font: 'Times-Roman', usual: 'Helvetica' });
    expect(region!.x).toBeGreaterThan(215 * SCALE);
    expect(region!.y).toBeGreaterThan(345 * SCALE);
  });

  test('the same amount in the usual font, or in its bold, does not', async () => {
    expect(codes(await examine(await makePdf(retyped('Helvetica'))))).toEqual([]);
    expect(codes(await examine(await makePdf(retyped('Helvetica-Bold'))))).toEqual([]);
  });

  test('a heading of another size may have its own font', async () => {
    const heading = overdrawn((document) =>
      document.font('Times-Bold').fontSize(20).text('Statement', 20, 350),
    );
    expect(codes(await examine(await makePdf(heading)))).toEqual([]);
  });
});

describe('what lies over what', () => {
  test('a white box over an amount with another on top', async () => {
    const covered = overdrawn((document) => {
      document.rect(218, 18, 60, 14).fill('white');
      document.fillColor('black').text('9999.00', 222, 20, { lineBreak: false });
    });
    const result = await examine(await makePdf(covered));
    expect(codes(result)).toEqual(['document.pdf-text-covered high']);
    expect(result.candidates[0]!.region!.x).toBeCloseTo(218 * SCALE, -1);
  });

  test('a white box alone hides text; a box that was drawn before the text is a background', async () => {
    const hidden = overdrawn((document) => document.rect(218, 18, 60, 14).fill('white'));
    expect(codes(await examine(await makePdf(hidden)))).toEqual(['document.pdf-text-hidden medium']);
    const background: Draw = (document) => {
      document.rect(10, 10, 280, 330).fill('#eeeeee');
      document.fillColor('black');
      statement(document);
    };
    expect(codes(await examine(await makePdf(background)))).toEqual([]);
  });

  const picture = (alpha: number) =>
    sharp({ create: { width: 120, height: 40, channels: 4, background: { r: 200, g: 30, b: 30, alpha } } })
      .png()
      .toBuffer();

  test('an opaque picture over text counts, a seal that lets it show does not', async () => {
    const over = async (alpha: number) => {
      const png = await picture(alpha);
      return makePdf(overdrawn((document) => document.image(png, 215, 15, { width: 70 })));
    };
    expect(codes(await examine(await over(1)))).toEqual(['document.pdf-image-over-text medium']);
    expect(codes(await examine(await over(0.4)))).toEqual([]);
  });

  test('a patch and typed text on a scan', async () => {
    const scan = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f4f1ea' } })
      .jpeg()
      .toBuffer();
    const patch = await picture(1);
    const page =
      (draw: Draw): Draw =>
      (document) => {
        document.image(scan, 0, 0, { width: 300, height: 400 });
        draw(document);
      };
    const patched = await examine(
      await makePdf(page((document) => document.image(patch, 100, 100, { width: 90 }))),
    );
    expect(codes(patched)).toEqual(['document.pdf-pasted-on-scan medium']);
    expect(patched.candidates[0]!.values).toEqual({ dpi: 96, scan: 216 });
    const typed = await examine(
      await makePdf(page((document) => document.fontSize(12).text('8,800.00', 100, 100))),
    );
    expect(codes(typed)).toEqual(['document.pdf-text-on-scan medium']);
    expect(codes(await examine(await makePdf(page(() => {}))))).toEqual([]);
  });
});
