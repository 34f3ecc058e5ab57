/**
 * Copy-move: pasted pixels that lie elsewhere on the same page.
 * D. Cozzolino, G. Poggi, L. Verdoliva (2015), "Efficient dense-field copy-move forgery detection", IEEE TIFS 10(11), gives the
 * rotation-invariant features and the regularity of the offset field; they are computed at blobs of print and matched and
 * grouped as by S.-J. Ryu, M. Kirchner, M.-J. Lee, H.-K. Lee (2013), "Rotation invariant localization of duplicated image
 * regions based on Zernike moments", IEEE TIFS 8(8); repeated print is told from copies by the page's own repeats (`repeats.ts`).
 */
import type { PageContext, Signal, SignalResult } from '../../signal.ts';
import { report } from './report.ts';
import { search } from './search.ts';

const MIN_SIDE = 48;

export const STATISTIC_NAMES = [
  'strength',
  'agreement',
  'excess',
  'correlation',
  'cells',
  'area',
  'count',
  'rivals',
  'repeatLevel',
  'rotation',
  'scale',
] as const;

export const copyMove: Signal = {
  id: 'copy-move',
  source:
    'Cozzolino, Poggi, Verdoliva (2015), Efficient dense-field copy-move forgery detection; Ryu, Kirchner, Lee, Lee (2013), Rotation invariant localization of duplicated image regions based on Zernike moments',
  statisticNames: STATISTIC_NAMES,
  applies: ({ image }: PageContext): boolean => Math.min(image.width, image.height) >= MIN_SIDE,
  run(page: PageContext): SignalResult {
    if (!this.applies(page)) {
      return {
        map: null,
        statistics: Object.fromEntries(STATISTIC_NAMES.map((name) => [name, 0])),
        candidates: [],
      };
    }
    return report(search(page.luma), page.image.width, page.image.height);
  },
};
