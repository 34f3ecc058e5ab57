import { chineseFont, paperFont } from '../fonts.ts';
import type { Random } from '../random.ts';
import type { Face } from '../vouchers/sheet.ts';

/** `tuning`: faces that readers may be fitted on. `reported`: faces of other designs, for figures that are told. */
export type FaceSet = 'tuning' | 'reported';

/** CSS font lists by face of a page; faces that are not named stay the product's own. */
export type FaceFamilies = Readonly<Partial<Record<Face, string>>>;

const list = (...families: readonly string[]) => families.map((name) => `"${name}"`).join(', ');

/** The faces that vouchers are drawn with anyway, and the same with song and hei exchanged. */
function tuning(random: Random): FaceFamilies {
  if (random.chance(0.6)) return {};
  const [song, bold] = [list(chineseFont('serif')), list(chineseFont('serif-bold'))];
  return { sans: song, 'sans-bold': bold, serif: list(chineseFont('sans')), kai: song };
}

/**
 * Cuts of IBM Plex Sans SC, and ZCOOL XiaoWei for half of the titles and a third of what is filled in: neither shares its outlines
 * with a face of the tuning set. XiaoWei is a display face, harder to read than what offices print with; no page is all of it.
 */
function reported(random: Random): FaceFamilies {
  const song = list(paperFont('xiaowei'), paperFont('print'));
  const hei = list(paperFont('print'), paperFont('xiaowei'));
  const bold = list(paperFont('print-bold'), paperFont('xiaowei'));
  return {
    serif: hei,
    'serif-bold': random.chance(0.5) ? bold : song,
    sans: hei,
    'sans-bold': bold,
    kai: random.chance(0.33) ? song : hei,
    mono: list(paperFont('mono'), paperFont('print')),
    arial: list(paperFont('tinos'), paperFont('print')),
  };
}

/** CSS font lists of a page, by face. */
export const drawFaces = (set: FaceSet, random: Random): FaceFamilies =>
  set === 'tuning' ? tuning(random) : reported(random);
