const MAX_BYTES = 2 << 20;
/** In the order in which they may come, comments being where they mostly are. */
const PROLOG = [
  ['<?xml', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
  ['<!--', '-->'],
] as const;

/** An SVG by its root element, after whatever prolog. */
export function isSvg(bytes: Uint8Array): boolean {
  let text = Buffer.from(bytes.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  for (const [start, end] of PROLOG) {
    while (text.startsWith(start)) {
      const at = text.indexOf(end);
      if (at < 0) return false;
      text = text.slice(at + end.length).trimStart();
    }
  }
  return /^<(\w{1,20}:)?svg[\s>]/.test(text);
}

/** Whether it can be drawn from itself alone: no entities, no scripts, no references but to its own parts and embedded data. */
export function standsAlone(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_BYTES) return false;
  const text = Buffer.from(bytes).toString('utf8');
  if (/<!ENTITY|<script|<foreignObject|@import/i.test(text)) return false;
  const references = [
    ...text.matchAll(/(?:href|src)\s*=\s*["']\s*([^"']*)/gi),
    ...text.matchAll(/url\(\s*["']?\s*([^"')]*)/gi),
  ];
  return references.every(([, target]) => /^(#|data:image\/(png|jpe?g|gif);)/i.test(target!));
}
