import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Path2D } from '@napi-rs/canvas';
import { create, type Font } from 'fontkit';
import type { OfdPackage } from './package.ts';
import type { FontResource } from './resources.ts';

/** A font from which glyph outlines are taken. */
export interface Face {
  /** Whether glyph numbers of CGTransform are this font's. */
  readonly embedded: boolean;
  /** Outline of a glyph, in ems with y upwards, or null where the font has none. */
  outline(glyph: number): Path2D | null;
  glyphFor(codePoint: number): number;
  /** In ems. */
  advance(glyph: number): number;
}

/** Fonts of one document. Those that are not embedded, or do not load, fall back to Noto Sans Han. */
export class Fonts {
  readonly #pack: OfdPackage;
  readonly #resources: ReadonlyMap<string, FontResource>;
  readonly #faces = new Map<string, Face>();

  constructor(pack: OfdPackage, resources: ReadonlyMap<string, FontResource>) {
    this.#pack = pack;
    this.#resources = resources;
  }

  face(id: string): Face {
    let face = this.#faces.get(id);
    if (!face) {
      const resource = this.#resources.get(id);
      face = (resource?.file ? this.#embedded(resource.file) : null) ?? fallback(resource?.bold === true);
      this.#faces.set(id, face);
    }
    return face;
  }

  fallback(bold: boolean): Face {
    return fallback(bold);
  }

  #embedded(file: string): Face | null {
    const bytes = this.#pack.read(file);
    const font = bytes && open(Buffer.from(bytes));
    return font ? makeFace(font, true) : null;
  }
}

const fallbacks = new Map<boolean, Face>();

function fallback(bold: boolean): Face {
  let face = fallbacks.get(bold);
  if (!face) {
    const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
    const file = join(dirname(entry), '..', 'fonts', `NotoSansHans-${bold ? 'Bold' : 'Regular'}.otf`);
    const font = open(readFileSync(file));
    if (!font) throw new TypeError(`${file} is no font`);
    face = makeFace(font, false);
    fallbacks.set(bold, face);
  }
  return face;
}

/** Embedded fonts are hostile input: whatever the library throws means that there is no such font. */
function open(bytes: Buffer): Font | null {
  try {
    const font = create(bytes);
    return 'fonts' in font ? (font.fonts[0] ?? null) : font;
  } catch {
    return null;
  }
}

function makeFace(font: Font, embedded: boolean): Face {
  const outlines = new Map<number, Path2D | null>();
  const scale = 1 / (font.unitsPerEm || 1000);
  const attempt = <T>(work: () => T, otherwise: T): T => {
    try {
      return work();
    } catch {
      return otherwise;
    }
  };
  return {
    embedded,
    glyphFor: (codePoint) => attempt(() => font.glyphForCodePoint(codePoint).id, 0),
    advance: (glyph) => attempt(() => font.getGlyph(glyph).advanceWidth * scale, 1),
    outline(glyph) {
      let path = outlines.get(glyph);
      if (path === undefined) {
        path = attempt(() => new Path2D(font.getGlyph(glyph).path.scale(scale).toSVG()), null);
        outlines.set(glyph, path);
      }
      return path;
    },
  };
}
