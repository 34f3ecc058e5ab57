import { errors } from '../errors.ts';
import { asBroken } from './broken.ts';
import type { Box } from './numbers.ts';
import { OfdPackage } from './package.ts';
import { type OfdPart, readParts } from './parts.ts';
import {
  type OfdPageInfo,
  type PlacedPicture,
  readPageArea,
  readPages,
  readPlacedPictures,
} from './placed.ts';

/** An OFD's parts as they lie in the file, for who verifies rather than draws. Functions throw as `openOfd`. */
export interface OfdInspection {
  readonly pack: OfdPackage;
  /** What each part that shows is for, by archive name. */
  parts(): ReadonlyMap<string, OfdPart>;
  pages(): readonly OfdPageInfo[];
  /** What is shown of a page, in millimetres. */
  area(page: OfdPageInfo): Box;
  pictures(page: OfdPageInfo): readonly PlacedPicture[];
}

/** XML of all pages that are looked at, in bytes: parsing takes about a second for ten megabytes. */
const MAX_PAGE_XML = 16 << 20;

/** See `inspectOfd`. */
export function inspect(bytes: Uint8Array): OfdInspection {
  return guard(() => {
    const pack = new OfdPackage(bytes);
    let left = MAX_PAGE_XML;
    /** Once a page, as far as the budget goes. */
    const perPage = <T>(work: (page: OfdPageInfo) => T) => {
      const known = new Map<string, T>();
      return (page: OfdPageInfo): T =>
        guard(() => {
          const found = known.get(page.path);
          if (found !== undefined) return found;
          left -= pack.read(page.path)?.length ?? 0;
          if (left < 0) throw errors('ofd.bomb', { detail: `${MAX_PAGE_XML} bytes of XML in pages` });
          const made = work(page);
          known.set(page.path, made);
          return made;
        });
    };
    return {
      pack,
      parts: () => guard(() => readParts(pack)),
      pages: () => guard(() => readPages(pack)),
      area: perPage((page) => readPageArea(pack, page)),
      pictures: perPage((page) => readPlacedPictures(pack, page)),
    };
  });
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asBroken(error);
  }
}
