import { errors } from '../../errors.ts';
import type {
  PagePicture,
  TemplateFill,
  TemplateMark,
  TemplateMaterial,
  TemplateRule,
  TemplateWord,
  WordRole,
} from '../types.ts';
import { ByteReader, ByteWriter } from './bytes.ts';

const VERSION = 1;
const ROLES: readonly WordRole[] = ['title', 'label', 'plain', 'flow', 'value'];
const MARKS: readonly TemplateMark['kind'][] = ['seal', 'logo'];

/** The material as bytes, to be stored; places to 1/32,768 of the longer edge. Some 2 KB of words and 12 KB of picture. */
export function materialToBytes({
  width,
  height,
  words,
  fills,
  rules,
  marks,
  picture,
}: TemplateMaterial): Uint8Array {
  const out = new ByteWriter();
  out.byte(VERSION);
  for (const length of [width, height]) out.unit(length);
  out.short(words.length);
  for (const word of words) writeWord(out, word);
  out.short(fills.length);
  for (const { hash, x, y, size } of fills) {
    out.short(hash);
    out.byte(hash >>> 16);
    for (const length of [x, y, size]) out.unit(length);
  }
  out.byte((rules ? 1 : 0) | (marks ? 2 : 0) | (picture ? 4 : 0));
  if (rules) {
    out.byte(rules.length);
    for (const { x1, y1, x2, y2 } of rules) for (const place of [x1, y1, x2, y2]) out.unit(place);
  }
  if (marks) {
    out.byte(marks.length);
    for (const mark of marks) {
      out.byte(MARKS.indexOf(mark.kind));
      for (const length of [mark.x, mark.y, mark.width, mark.height]) out.unit(length);
    }
  }
  if (picture) writePicture(out, picture);
  return out.finish();
}

/** @throws CodedError `papers.template-unreadable` for another version, or bytes too few or too many */
export function materialFromBytes(bytes: Uint8Array): TemplateMaterial {
  const from = new ByteReader(bytes);
  const version = from.byte();
  if (version !== VERSION) throw errors('papers.template-unreadable', { detail: `version ${version}` });
  const [width, height] = [from.unit(), from.unit()];
  const words = Array.from({ length: from.short() }, () => readWord(from));
  const fills = Array.from({ length: from.short() }, (): TemplateFill => {
    const hash = from.short() | (from.byte() << 16);
    return { hash, x: from.unit(), y: from.unit(), size: from.unit() };
  });
  const parts = from.byte();
  const rules = parts & 1 ? Array.from({ length: from.byte() }, () => readRule(from)) : null;
  const marks = parts & 2 ? Array.from({ length: from.byte() }, () => readMark(from)) : null;
  const picture = parts & 4 ? readPicture(from) : null;
  if (!from.done) throw errors('papers.template-unreadable', { detail: 'length' });
  return { width, height, words, fills, rules, marks, picture };
}

function writeWord(out: ByteWriter, { text, role, x1, y1, x2, y2, size }: TemplateWord): void {
  out.byte(ROLES.indexOf(role));
  for (const length of [x1, y1, x2, y2, size]) out.unit(length);
  out.text(text);
}

function readWord(from: ByteReader): TemplateWord {
  const role = ROLES[from.byte()];
  if (role === undefined) throw errors('papers.template-unreadable', { detail: 'role' });
  const [x1, y1, x2, y2, size] = [from.unit(), from.unit(), from.unit(), from.unit(), from.unit()];
  return { role, x1, y1, x2, y2, size, text: from.text() };
}

const readRule = (from: ByteReader): TemplateRule => ({
  x1: from.unit(),
  y1: from.unit(),
  x2: from.unit(),
  y2: from.unit(),
});

function readMark(from: ByteReader): TemplateMark {
  const kind = MARKS[from.byte()];
  if (kind === undefined) throw errors('papers.template-unreadable', { detail: 'mark' });
  return { kind, x: from.unit(), y: from.unit(), width: from.unit(), height: from.unit() };
}

/** Two levels a byte. */
function packed(levels: Uint8Array): Uint8Array {
  return Uint8Array.from(
    { length: Math.ceil(levels.length / 2) },
    (_, i) => levels[2 * i]! | ((levels[2 * i + 1] ?? 0) << 4),
  );
}

const unpacked = (bytes: Uint8Array, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => (i % 2 === 0 ? bytes[i >> 1]! & 15 : bytes[i >> 1]! >> 4));

function writePicture(out: ByteWriter, { width, height, ink, red }: PagePicture): void {
  out.byte(width);
  out.byte(height);
  out.bytes(packed(ink));
  out.bytes(packed(red));
}

function readPicture(from: ByteReader): PagePicture {
  const [width, height] = [from.byte(), from.byte()];
  const reds = Math.round(width / 2) * Math.round(height / 2);
  const ink = unpacked(from.bytes(Math.ceil((width * height) / 2)), width * height);
  return { width, height, ink, red: unpacked(from.bytes(Math.ceil(reds / 2)), reds) };
}
