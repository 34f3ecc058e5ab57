/** Writes PDFs by hand, whatever the standard says of them. */
export interface PdfPart {
  readonly number: number;
  /** Everything between `obj` and `endobj`. */
  readonly body: string | Buffer;
}

export function stream(dict: string, data: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

export interface WriteOptions {
  /** Text of the trailer dictionary besides Size and Root. */
  readonly trailer?: string;
  readonly root?: number;
}

/** A file with a cross-reference table. */
export function writePdf(parts: readonly PdfPart[], options: WriteOptions = {}): Buffer {
  return appendRevision(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), parts, options);
}

/** An incremental update behind `before`; `/Prev` is the caller's to put into the trailer. */
export function appendRevision(
  before: Buffer,
  parts: readonly PdfPart[],
  { trailer = '', root = 1 }: WriteOptions = {},
): Buffer {
  const chunks: Buffer[] = [before];
  let at = before.length;
  const entries: string[] = [];
  for (const { number, body } of parts) {
    const object = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    entries.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
    chunks.push(object);
    at += object.length;
  }
  const size = Math.max(...parts.map((part) => part.number)) + 1;
  chunks.push(
    Buffer.from(
      `xref\n0 1\n0000000000 65535 f \n${entries.join('')}trailer\n<< /Size ${size} /Root ${root} 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}

/** Offset that the last `startxref` names. */
export function lastXref(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  return Number(/startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf('startxref')))?.[1]);
}

export const CATALOG: PdfPart = { number: 1, body: '<< /Type /Catalog /Pages 2 0 R >>' };

/** One page of 200 × 200 points with these content operators and resources. */
export function onePage(content: string | Buffer, resources = '<< >>', box = '0 0 200 200'): PdfPart[] {
  return [
    CATALOG,
    { number: 2, body: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    {
      number: 3,
      body: `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources ${resources} >>`,
    },
    { number: 4, body: stream('', Buffer.from(content)) },
  ];
}
