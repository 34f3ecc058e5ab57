import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { seeded } from '@jianzhen/learn';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';

/** A scanned page of text as JPEG: paper noise, print, 4:2:0 at quality 90. The same bytes for the same size and seed. */
export async function scannedPage(width: number, height: number, seed = 1): Promise<Uint8Array> {
  const random = seeded(seed);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#f4f1ea';
  context.fillRect(0, 0, width, height);
  const size = Math.round(width / 60);
  context.font = `${size}px sans-serif`;
  context.fillStyle = '#26242a';
  for (let y = 3 * size; y < height - 2 * size; y += Math.round(1.8 * size)) {
    const words = Array.from({ length: 9 }, () =>
      Math.floor(random() * 1e6)
        .toString(36)
        .padEnd(4, 'n'),
    );
    context.fillText(words.join(' '), 2 * size, y, width - 4 * size);
  }
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const noise = (random() + random() + random() - 1.5) * 9;
    for (let c = 0; c < 3; c++) rgb[3 * i + c] = Math.min(255, Math.max(0, data[4 * i + c]! + noise));
  }
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

const PHRASES = [
  '兹证明该员工系本单位在职职工',
  '月平均收入人民币壹万贰仟元整',
  '经审核情况属实',
  '交易日期',
  '账户余额',
  '患者因外伤入院治疗',
  '建议休息三个月并定期复查',
  '本证明仅用于办理业务',
];

/** A page of so many printed lines, Chinese with dates and amounts, on white as PNG. The same bytes for the same size and seed. */
export async function printedPage(
  width: number,
  height: number,
  lines: number,
  seed = 1,
): Promise<Uint8Array> {
  const random = seeded(seed);
  const family = 'bench papers';
  if (!GlobalFonts.has(family)) {
    const folder = dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc'));
    GlobalFonts.registerFromPath(join(folder, '../fonts/NotoSansHans-Regular.otf'), family);
  }
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#1c1c1e';
  context.font = `24px "${family}"`;
  const pick = () => PHRASES[Math.floor(random() * PHRASES.length)]!;
  const amount = () => (random() * 1e5).toFixed(2);
  const day = () => `2025年${1 + Math.floor(random() * 12)}月${1 + Math.floor(random() * 28)}日`;
  const pitch = (height - 160) / lines;
  for (let line = 0; line < lines; line++) {
    const parts = [pick(), day(), amount(), pick(), pick()].slice(0, 1 + Math.floor(random() * 5));
    let text = parts.join('，');
    while (context.measureText(text).width > width - 160) text = text.slice(0, -1);
    context.fillText(text, 80, 110 + line * pitch);
  }
  const { data } = context.getImageData(0, 0, width, height);
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

/** A PDF of one page and about so many bytes, most of them a picture's that no reader needs to decode. */
export function plainPdf(bytes: number): Uint8Array {
  const random = seeded(1);
  const picture = Buffer.from(Uint8Array.from({ length: bytes }, () => random() * 256)).toString('latin1');
  const text = 'BT /F1 12 Tf 72 720 Td (Statement) Tj ET';
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Type /XObject /Subtype /Image /Width 1024 /Height ${bytes >> 10} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length ${picture.length} >>\nstream\n${picture}\nendstream`,
    '<< /Producer (bench) >>',
  ];
  let out = '%PDF-1.7\n';
  const offsets = bodies.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}

export const SIZES = [
  { name: '2 MP', width: 1240, height: 1640 },
  { name: '8 MP', width: 2480, height: 3240 },
] as const;
