/** Writes PDFs and incremental updates by hand, so that tests know every byte. */
export interface Part {
  readonly number: number;
  /** Everything between `obj` and `endobj`. */
  readonly body: string | Buffer;
}

export interface UpdateOptions {
  /** Text of the trailer dictionary besides Size, Root and Prev. */
  readonly trailer?: string;
  readonly root?: number;
  /** Object numbers that are freed. */
  readonly free?: readonly number[];
  /** Objects that the table points at byte offsets, whatever lies there. */
  readonly pointed?: Readonly<Record<number, number>>;
  /** Text before the end-of-file marker's own line; for files that lack it. */
  readonly marker?: string;
}

const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

export function stream(dict: string, data: Buffer | string): Buffer {
  const bytes = Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<< ${dict} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

export function writePdf(parts: readonly Part[], options: UpdateOptions = {}): Buffer {
  return append(HEADER, parts, options, '');
}

/** `pdf` with an incremental update. */
export function update(pdf: Buffer, parts: readonly Part[], options: UpdateOptions = {}): Buffer {
  return append(pdf, parts, options, `/Prev ${lastXref(pdf)}`);
}

function append(
  before: Buffer,
  parts: readonly Part[],
  { trailer = '', root = 1, free = [], pointed = {}, marker = '%%EOF\n' }: UpdateOptions,
  previous: string,
): Buffer {
  const chunks = [before];
  let at = before.length;
  let table = '0 1\n0000000000 65535 f \n';
  for (const { number, body } of parts) {
    const object = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    table += entry(number, at);
    chunks.push(object);
    at += object.length;
  }
  for (const number of free) table += `${number} 1\n0000000000 00001 f \n`;
  for (const [number, offset] of Object.entries(pointed)) table += entry(Number(number), offset);
  const end = `xref\n${table}trailer\n<< /Size 200 /Root ${root} 0 R ${previous} ${trailer} >>\nstartxref\n${at}\n${marker}`;
  return Buffer.concat([...chunks, Buffer.from(end, 'latin1')]);
}

const entry = (number: number, offset: number) =>
  `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`;

/** Offset that the last `startxref` names. */
export function lastXref(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  return Number(/startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf('startxref')))?.[1]);
}

/** Byte offset of the last `n 0 obj`. */
export function offsetOf(pdf: Buffer, number: number): number {
  return pdf.lastIndexOf(`\n${number} 0 obj`, undefined, 'latin1') + 1;
}
