import { XMLParser } from 'fast-xml-parser';
import { errors } from '../errors.ts';
import type { Xml } from './xml.ts';

const MAX_BYTES = 24 << 20;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

type Raw = Record<string, unknown>;

/** The root element. No OFD has a document type; entity bombs do. Errors: `ofd.broken`, `ofd.bomb`. */
export function parseXml(bytes: Uint8Array, path: string): Xml {
  if (bytes.length > MAX_BYTES) throw errors('ofd.bomb', { detail: `${path}: ${bytes.length} bytes of XML` });
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw errors('ofd.broken', { detail: `${path}: a document type` });
  let nodes: Raw[];
  try {
    nodes = parser.parse(text) as Raw[];
  } catch (error) {
    throw errors('ofd.broken', { detail: `${path}: ${(error as Error).message}` }, { cause: error });
  }
  const root = nodes
    .map((node) => convert(node, 0))
    .find((node) => node !== null && !node.name.startsWith('?'));
  if (!root) throw errors('ofd.broken', { detail: `${path}: no XML` });
  return root;
}

const MAX_DEPTH = 100;

function convert(node: Raw, depth: number): Xml | null {
  const name = Object.keys(node).find((key) => key !== ':@');
  if (!name || name === '#text' || depth > MAX_DEPTH) return null;
  const content = node[name] as Raw[];
  const children = content.map((child) => convert(child, depth + 1)).filter((child) => child !== null);
  const text = content.map((child) => (typeof child['#text'] === 'string' ? child['#text'] : '')).join('');
  return { name, attributes: (node[':@'] as Record<string, string> | undefined) ?? {}, children, text };
}
