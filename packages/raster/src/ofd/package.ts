import { errors } from '../errors.ts';
import { type Box, box } from './numbers.ts';
import { parseXml } from './parse-xml.ts';
import { child, childrenOf, childText, type Xml } from './xml.ts';
import { Zip } from './zip.ts';
import { findAmbiguities, type ZipAmbiguity } from './zip-ambiguity.ts';

/** An OFD's parts: its archive, and how paths in one part lead to another (GB/T 33190, 7.2). */
export class OfdPackage {
  readonly #bytes: Uint8Array;
  readonly #zip: Zip;
  readonly #lowerCase: ReadonlyMap<string, string>;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#zip = new Zip(bytes);
    this.#lowerCase = new Map(this.#zip.names.map((name) => [name.toLowerCase(), name]));
  }

  get names(): readonly string[] {
    return this.#zip.names;
  }

  /**
   * The archive's name for `location` as written in the part `from`: absolute with a leading slash, else relative to the
   * part; some writers leave the slash out or mix cases. Null where nothing is there.
   */
  resolve(location: string, from: string): string | null {
    return this.candidates(location, from)[0] ?? null;
  }

  /** All that `location` may mean, the likeliest first: with two of them, two readers may open two parts. */
  candidates(location: string, from: string): readonly string[] {
    const clean = location.trim().replaceAll('\\', '/');
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const paths = clean.startsWith('/') ? [clean.slice(1)] : [folder + clean, clean];
    const found = paths.map((path) => this.#find(normalise(path) ?? ''));
    return [...new Set(found.filter((name) => name !== undefined))];
  }

  #find(name: string): string | undefined {
    return this.#zip.has(name) ? name : this.#lowerCase.get(name.toLowerCase());
  }

  read(path: string): Uint8Array | null {
    return this.#zip.read(path);
  }

  /** As `read`, refusing an entry whose length or CRC is not what the directory says. Errors: `ofd.broken`, `ofd.bomb`. */
  readExact(path: string): Uint8Array | null {
    return this.#zip.readExact(path);
  }

  /** Why another reader might find other parts in this archive than `read` gives: empty where none would. */
  ambiguities(): readonly ZipAmbiguity[] {
    return findAmbiguities(this.#bytes, this.#zip);
  }

  xml(path: string): Xml {
    const bytes = this.read(path);
    if (!bytes) throw errors('ofd.broken', { detail: `${path} is missing` });
    return parseXml(bytes, path);
  }
}

function normalise(path: string): string | null {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && out.pop() === undefined) return null;
    if (part !== '' && part !== '.' && part !== '..') out.push(part);
  }
  return out.join('/');
}

/** A document in the package, with what its pages share. */
export interface OfdDocument {
  readonly path: string;
  readonly pages: readonly { readonly id: string; readonly path: string }[];
  /** Template pages by ID. */
  readonly templates: ReadonlyMap<string, string>;
  /** Resource files, the public ones first. */
  readonly resources: readonly string[];
  readonly area: Box | null;
}

/** All documents' pages count; nearly every package has one document. */
export function readDocuments(pack: OfdPackage): OfdDocument[] {
  const entry = pack.resolve('OFD.xml', '');
  if (!entry) throw errors('ofd.broken', { detail: 'OFD.xml is missing' });
  const roots = childrenOf(pack.xml(entry), 'DocBody').map((body) => childText(body, 'DocRoot'));
  const paths = roots
    .map((root) => (root === null ? null : pack.resolve(root, entry)))
    .filter((path) => path !== null);
  if (paths.length === 0) throw errors('ofd.broken', { detail: 'OFD.xml names no document' });
  return paths.map((path) => readDocument(pack, path));
}

function readDocument(pack: OfdPackage, path: string): OfdDocument {
  const root = pack.xml(path);
  const common = child(root, 'CommonData');
  const locate = (location: string | undefined) => (location ? pack.resolve(location, path) : null);
  const pages = childrenOf(child(root, 'Pages'), 'Page').flatMap((page) => {
    const found = locate(page.attributes.BaseLoc);
    return found ? [{ id: page.attributes.ID ?? '', path: found }] : [];
  });
  const templates = new Map<string, string>();
  for (const template of childrenOf(common, 'TemplatePage')) {
    const found = locate(template.attributes.BaseLoc);
    if (found) templates.set(template.attributes.ID ?? '', found);
  }
  const resources = [...childrenOf(common, 'PublicRes'), ...childrenOf(common, 'DocumentRes')]
    .map((element) => locate(element.text))
    .filter((found) => found !== null);
  return { path, pages, templates, resources, area: pageArea(child(common, 'PageArea')) };
}

/** What is shown is the physical box (GB/T 33190, 7.5). */
export function pageArea(area: Xml | null): Box | null {
  return (
    box(childText(area, 'PhysicalBox')) ??
    box(childText(area, 'ApplicationBox')) ??
    box(childText(area, 'CropBox'))
  );
}
