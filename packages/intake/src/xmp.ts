import { XMLParser } from 'fast-xml-parser';
import { clean } from './image/text.ts';

/** An XMP packet (ISO 16684-1) flattened: simple properties by local name, and the editing history, oldest first. */
export interface Xmp {
  readonly properties: Readonly<Record<string, string>>;
  readonly history: readonly { readonly action: string; readonly agent: string; readonly when: string }[];
}

const EMPTY: Xmp = { properties: {}, history: [] };
const MAX_PACKET = 1 << 20;
const MAX_HISTORY = 200;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

type Node = Record<string, unknown>;

/** Broken packets, and packets with a document type (XMP has none; entity bombs do), read as empty. */
export function parseXmp(packet: string): Xmp {
  const text = packet.slice(0, MAX_PACKET);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return EMPTY;
  let root: unknown;
  try {
    root = parser.parse(text);
  } catch {
    return EMPTY;
  }
  const rdf = node(node(root)?.xmpmeta)?.RDF ?? node(root)?.RDF;
  const properties: Record<string, string> = {};
  const history: { action: string; agent: string; when: string }[] = [];
  for (const description of list(node(rdf)?.Description)) {
    for (const [name, value] of Object.entries(node(description) ?? {})) {
      if (name === 'History') history.push(...readHistory(value));
      else {
        const plain = plainText(value);
        if (plain && !(name in properties)) properties[name] = clean(plain);
      }
    }
  }
  return { properties, history: history.slice(0, MAX_HISTORY) };
}

function readHistory(value: unknown) {
  const items = list(node(node(value)?.Seq)?.li);
  return items.slice(0, MAX_HISTORY).map((item) => {
    const entry = { ...node(item), ...node(node(item)?.Description) };
    const text = (name: string) => clean(plainText(entry[name]) ?? '');
    return { action: text('action'), agent: text('softwareAgent'), when: text('when') };
  });
}

/** A simple value, or the items of a Seq, Bag or Alt. */
function plainText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const element = node(value);
  if (!element) return null;
  if (typeof element['#text'] === 'string') return element['#text'];
  const items = node(element.Seq ?? element.Bag ?? element.Alt)?.li;
  const texts = list(items)
    .map(plainText)
    .filter((text) => text !== null);
  return texts.length > 0 ? texts.join('; ') : null;
}

function node(value: unknown): Node | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null;
}

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
