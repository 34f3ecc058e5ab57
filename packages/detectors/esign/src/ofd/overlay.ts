import type { OfdInspection, PlacedPicture } from '@jianzhen/raster';
import { intersection, type StampPlace } from './place.ts';

export interface Overlay {
  readonly place: StampPlace;
  readonly picture: PlacedPicture;
  /** Share of the stamp that it lies over. */
  readonly share: number;
}

/** A smaller overlap is a neighbour, not a stand-in. */
const MIN_SHARE = 0.3;

/** Pictures over stamps that the signature has no hold of: itself or what places it is not covered, or no longer the same. */
export function findOverlays(
  ofd: OfdInspection,
  places: readonly StampPlace[],
  covered: ReadonlySet<string>,
): readonly Overlay[] {
  return places.flatMap((place) =>
    picturesOn(ofd, place)
      .filter(({ part, file }) => !covered.has(part) || !covered.has(file))
      .flatMap((picture) => {
        const common = intersection(picture.box, place.box);
        const share = common ? (common.width * common.height) / (place.box.width * place.box.height) : 0;
        return share >= MIN_SHARE ? [{ place, picture, share }] : [];
      }),
  );
}

/** None where the page cannot be shown: then there is nothing over the stamp either. */
function picturesOn(ofd: OfdInspection, { page }: StampPlace): readonly PlacedPicture[] {
  try {
    return ofd.pictures(page);
  } catch {
    return [];
  }
}
