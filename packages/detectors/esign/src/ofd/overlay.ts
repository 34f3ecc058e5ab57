import type { OfdInspection, OfdPart, OfdRole, PlacedPicture } from '@jianzhen/raster';
import { orElse } from './or-else.ts';
import { intersection, type StampPlace } from './place.ts';

export interface Overlay {
  readonly place: StampPlace;
  readonly picture: PlacedPicture;
  /** Share of the stamp that it lies over. */
  readonly share: number;
}

/** A smaller overlap is a neighbour, not a stand-in. */
const MIN_SHARE = 0.3;
/** Stamps that are looked under. */
const MAX_PLACES = 20;
/** Parts by which a picture can come onto a page. */
const PLACING: ReadonlySet<OfdRole> = new Set(['document', 'page', 'resources', 'picture', 'annotation']);

/** Pictures over stamps that the signature has no hold of: itself or what places it is not covered, or no longer the same. */
export function findOverlays(
  ofd: OfdInspection,
  shown: ReadonlyMap<string, OfdPart>,
  places: readonly StampPlace[],
  covered: ReadonlySet<string>,
): readonly Overlay[] {
  // Pages are parsed only where something on them is not the signer's.
  if ([...shown].every(([path, { role }]) => !PLACING.has(role) || covered.has(path))) return [];
  return places.slice(0, MAX_PLACES).flatMap((place) =>
    orElse(() => ofd.pictures(place.page), [])
      .filter(({ part, file }) => !covered.has(part) || !covered.has(file))
      .flatMap((picture) => {
        const common = intersection(picture.box, place.box);
        const share = common ? (common.width * common.height) / (place.box.width * place.box.height) : 0;
        return share >= MIN_SHARE ? [{ place, picture, share }] : [];
      })
      .slice(0, 1),
  );
}
