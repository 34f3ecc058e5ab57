// RFC 8493, sections 2.1.3 and 5.2, and what file systems of recipients do with names.
import { errors } from '../errors.ts';

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const LONGEST_PART = 200;
const LONGEST_PATH = 400;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f]/;
/** Marks that make a name read other than it is. */
const TURNING = /[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Why a path cannot stand in a package; null where it can. Line ends are allowed: manifests encode them. */
export function hostility(path: string): string | null {
  if (path === '' || Buffer.byteLength(path) > LONGEST_PATH) return 'length';
  if (!path.isWellFormed()) return 'not Unicode';
  if (path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path)) return 'absolute';
  if (path.includes('\\')) return 'backslash';
  if (CONTROL.test(path) || TURNING.test(path)) return 'control character';
  for (const part of path.split('/')) {
    if (part === '' || part === '.' || part === '..') return 'leaves its folder';
    if (RESERVED.test(part)) return 'reserved name';
    if (/[. ]$/.test(part) || part.startsWith(' ')) return 'blank or dot at an end';
    if (/[<>:"|?*]/.test(part)) return 'reserved character';
    if (Buffer.byteLength(part) > LONGEST_PART) return 'length';
  }
  return null;
}

/** @throws CodedError `leads.name-hostile` */
export function checkPath(path: string): string {
  const detail = hostility(path);
  if (detail) throw errors('leads.name-hostile', { name: JSON.stringify(path).slice(1, -1), detail });
  return path;
}

/** Names that some file system takes for one: letters of either case, composed or not. */
export const sameName = (path: string): string => path.normalize('NFC').toLowerCase();

/** A stranger's file name as one that any system takes, and that `sha256sum -c` finds again; the true name stands in the inventory. */
export function safeFileName(name: string): string {
  const base = name.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1)!;
  const plain = base
    .replace(/[\p{C}\u2028\u2029<>:"|?*%]/gu, '_')
    .replace(/^[\s~]+/, '')
    .replace(/[\s.]+$/, '');
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(plain) ?? [];
  let short = stem;
  while (Buffer.byteLength(short) > 120) short = [...short].slice(0, -1).join('');
  const safe = `${short || 'file'}${extension}`;
  return RESERVED.test(safe) ? `_${safe}` : safe;
}

/** As a manifest writes it: `%`, CR and LF are percent-encoded, nothing else. */
export const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

export const decodePath = (text: string): string =>
  text.replace(/%(25|0[Dd]|0[Aa])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
