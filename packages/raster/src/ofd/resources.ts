import type { OfdPackage } from './package.ts';
import { childrenOf, childText, descendants, type Xml } from './xml.ts';

export interface FontResource {
  readonly name: string;
  readonly bold: boolean;
  /** Archive name of the embedded font file. */
  readonly file: string | null;
}

/** What pages refer to by ID (GB/T 33190, 7.9). */
export interface Resources {
  readonly fonts: ReadonlyMap<string, FontResource>;
  /** Archive names of pictures. */
  readonly media: ReadonlyMap<string, string>;
  readonly drawParams: ReadonlyMap<string, Xml>;
  /** Content of composite graphic units. */
  readonly composites: ReadonlyMap<string, Xml>;
  /** Types of colour spaces: GRAY, RGB, CMYK. */
  readonly colourSpaces: ReadonlyMap<string, string>;
}

export function readResources(pack: OfdPackage, paths: readonly string[]): Resources {
  const fonts = new Map<string, FontResource>();
  const media = new Map<string, string>();
  const drawParams = new Map<string, Xml>();
  const composites = new Map<string, Xml>();
  const colourSpaces = new Map<string, string>();
  for (const path of paths) {
    const root = pack.xml(path);
    const base = root.attributes.BaseLoc ?? '';
    const locate = (file: string | null) =>
      file === null ? null : (pack.resolve(`${base}/${file}`, path) ?? pack.resolve(file, path));
    for (const font of descendants(root, 'Font')) {
      const { ID = '', FontName = '', FamilyName = '', Bold = '' } = font.attributes;
      fonts.set(ID, {
        name: FontName || FamilyName,
        bold: Bold === 'true',
        file: locate(childText(font, 'FontFile')),
      });
    }
    for (const item of descendants(root, 'MultiMedia')) {
      const file = locate(childText(item, 'MediaFile'));
      if (file) media.set(item.attributes.ID ?? '', file);
    }
    for (const params of descendants(root, 'DrawParam')) drawParams.set(params.attributes.ID ?? '', params);
    for (const unit of descendants(root, 'CompositeGraphicUnit')) {
      const [content] = childrenOf(unit, 'Content');
      if (content) composites.set(unit.attributes.ID ?? '', content);
    }
    for (const space of descendants(root, 'ColorSpace')) {
      colourSpaces.set(space.attributes.ID ?? '', (space.attributes.Type ?? 'RGB').toUpperCase());
    }
  }
  return { fonts, media, drawParams, composites, colourSpaces };
}
