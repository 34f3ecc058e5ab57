/** Incremental updates (ISO 32000-1, 7.5.6) of files with a classic cross-reference table and plain objects, as latin1 text. */
import { errors } from '../errors.ts';

export interface NewObject {
  readonly number: number;
  readonly body: string;
}

/** What the newest trailer says: numbers of objects, and who is root and info. @throws `simulate.pdf-shape` */
export function trailerOf(file: string) {
  const trailer = file.slice(file.lastIndexOf('trailer'));
  return {
    size: Number(found(trailer, /\/Size (\d+)/)),
    root: found(trailer, /\/Root (\d+) 0 R/),
    info: found(trailer, /\/Info (\d+) 0 R/),
    id: trailer.match(/\/ID \[[^\]]*\]/)?.[0] ?? null,
  };
}

/** The file with a revision behind it that writes these objects. @throws `simulate.pdf-shape` */
export function appendRevision(file: string, objects: readonly NewObject[]): Uint8Array {
  const { size, root, info, id } = trailerOf(file);
  const before = found(file.slice(file.lastIndexOf('startxref')), /startxref\s+(\d+)/);
  let out = file.endsWith('\n') ? file : `${file}\n`;
  const offsets = objects.map(({ number, body }) => {
    const at = out.length;
    out += `${number} 0 obj\n${body}\nendobj\n`;
    return { number, at };
  });
  const table = out.length;
  out += 'xref\n';
  for (const { number, at } of offsets) out += `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const most = Math.max(size, ...objects.map(({ number }) => number + 1));
  out += `trailer\n<< /Size ${most} /Root ${root} 0 R /Info ${info} 0 R /Prev ${before}`;
  out += `${id ? ` ${id}` : ''} >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}

export function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text);
  if (!match) throw errors('simulate.pdf-shape', { detail: String(pattern) });
  return match[1]!;
}

/** The newest body of an object. */
export function bodyOf(file: string, number: string): string {
  const bodies = [...file.matchAll(new RegExp(`(?:^|\\n)${number} 0 obj\\s*\\n([\\s\\S]*?)\\nendobj`, 'g'))];
  const body = bodies.at(-1)?.[1];
  if (body === undefined) throw errors('simulate.pdf-shape', { detail: `object ${number}` });
  return body;
}

/** The newest object whose body has the pattern, by number. */
export function objectWith(file: string, pattern: RegExp): [number: string, body: string] {
  for (const [, number, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\s*\n([\s\S]*?)\nendobj/g)) {
    if (pattern.test(body!)) return [number!, bodyOf(file, number!)];
  }
  throw errors('simulate.pdf-shape', { detail: String(pattern) });
}
