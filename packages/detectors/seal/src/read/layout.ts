import { fitEllipse } from '../locate/conic.ts';
import { roundShape } from '../locate/shape.ts';
import type { SealCut } from '../rectify/cut.ts';
import type { InkMap } from '../rectify/ink.ts';
import { movedTo, type PageSeal } from '../rectify/page-seal.ts';
import { type TextLine, textLines } from '../unroll/lines.ts';
import type { RingNetwork } from '../unroll/network.ts';
import { ringPlanes } from '../unroll/planes.ts';
import { rimEnd } from '../unroll/rim.ts';
import { ringPoint, type SealPlane, sealPlane } from '../unroll/ring.ts';
import { ringSheet } from '../unroll/sheet.ts';
import { type Band, codeOf, type RingSigns, type TitleSpan, titleOf, uprightOf } from '../unroll/signs.ts';
import { fitStar, type StarFit } from '../unroll/star.ts';
import type { RingPart } from '../unroll/strips.ts';
import { isStar, type Upright } from '../unroll/upright.ts';

/** A round seal's ring in its own plane. */
export interface UnrolledSeal {
  readonly onPage: PageSeal;
  readonly cut: SealCut;
  readonly map: InkMap;
  readonly plane: SealPlane;
  /** As the network of rings sees it. */
  readonly planes: Float32Array;
  readonly rim: number;
  readonly star: StarFit;
}

/** Where a round seal bears what, in its own plane. */
export interface RoundLayout extends UnrolledSeal {
  readonly signs: RingSigns;
  readonly upright: Upright;
  readonly band: Band;
  readonly lines: readonly TextLine[];
  readonly title: TitleSpan;
  readonly code: RingPart | null;
}

/** Mean ink of the disc about the centre from which it holds a picture, and how far a picture reaches. */
const PICTURE = 0.16;
const EMBLEM = 0.46;

/** Heights of a title's outermost characters that a code may reach under. */
export const ENDS_FREE = 0.5;

export const hasPicture = ({ disc }: StarFit): boolean => disc > PICTURE;

/** Depth down to which the ring is unrolled; an ellipse has no ring below. */
const DEEPEST = 0.74;
/** Mean depth by which an ellipse may miss the edge. */
const MISSED = 0.012;

/** Null where the seal lies wholly beyond the page. */
export function unrollRound(onPage: PageSeal): UnrolledSeal | null {
  const { seal } = onPage;
  const parted = onPage.inked();
  if (!parted) return null;
  const { cut, map } = parted;
  const circle = sealPlane({ ...seal, shape: 'circle' }, cut);
  const starred = fitStar(map, circle);
  // A star is set in circles: with one, an ellipse is a circle seen at an angle.
  const isCircle = seal.shape !== 'ellipse' || isStar(starred);
  const plane = isCircle ? circle : sealPlane(seal, cut);
  const star = isCircle ? starred : fitStar(map, plane);
  const sheet = ringSheet(map, plane, DEEPEST);
  const planes = ringPlanes(parted, plane, sheet, DEEPEST);
  return { onPage, cut, map, plane, planes, rim: rimEnd(sheet), star };
}

/** A seal with its layout; none of a square one, and where it lies wholly beyond the page. */
export interface LaidSeal {
  /** Where the network sees its edge, if that is not where it was located. */
  readonly onPage: PageSeal;
  readonly layout: RoundLayout | null;
}

/** Lays out seals by what the network says of their rings. */
export async function layOutSeals(seals: readonly PageSeal[], ring: RingNetwork): Promise<LaidSeal[]> {
  const found = await told(
    seals.map((onPage) => (onPage.seal.shape === 'square' ? null : unrollRound(onPage))),
    ring,
  );
  const moved = await told(
    found.map((one) => one && settled(one)),
    ring,
  );
  return seals.map((onPage, i) => {
    const [one, other] = [found[i], moved[i]];
    if (!one) return { onPage, layout: null };
    const best = other && missOf(other.signs) < missOf(one.signs) ? other : one;
    const layout = layOutAt(best, uprightOf(best.signs, shapeOf(best), best.star));
    return { onPage: best.onPage, layout };
  });
}

/** The same seal with its top elsewhere. */
export function layOutAt(known: ToldSeal, upright: Upright): RoundLayout {
  const { map, plane, rim, star, signs } = known;
  const { band } = signs;
  const hidden = isStar(star) ? star.radius : hasPicture(star) ? EMBLEM : 0;
  const lines = textLines(map, plane, upright.turn, rim, band, hidden);
  const title = titleOf(signs, upright.turn);
  const code = codeOf(signs, plane, upright.turn);
  return { ...known, upright, band, lines, title, code };
}

type ToldSeal = UnrolledSeal & Pick<RoundLayout, 'signs'>;

async function told(
  rings: readonly (UnrolledSeal | null)[],
  ring: RingNetwork,
): Promise<(ToldSeal | null)[]> {
  const signs = await ring(rings.flatMap((one) => (one ? [one.planes] : [])));
  let used = 0;
  return rings.map((one) => one && { ...one, signs: signs[used++] });
}

const shapeOf = ({ plane }: UnrolledSeal) => (plane.a === plane.b ? 'circle' : 'ellipse');

/** Mean depth by which the edge lies elsewhere. */
const missOf = ({ edge }: RingSigns): number =>
  edge.reduce((sum, depth) => sum + Math.abs(depth), 0) / edge.length;

/** The seal with its ellipse where the network sees its edge; null where it lies there already. */
function settled({ onPage, cut, plane, signs }: ToldSeal): UnrolledSeal | null {
  if (missOf(signs) < MISSED) return null;
  const { xx, xy, x0, yx, yy, y0 } = plane.toPicture;
  const count = signs.edge.length;
  const [x, y] = [new Float32Array(count), new Float32Array(count)];
  for (let k = 0; k < count; k++) {
    const [u, v] = ringPoint(plane, (k + 0.5) / count, signs.edge[k]);
    x[k] = (xx * u + xy * v + x0) / cut.scale + cut.left;
    y[k] = (yx * u + yy * v + y0) / cut.scale + cut.top;
  }
  const { cx, cy, rx } = onPage.seal.ellipse;
  const ellipse = fitEllipse(
    { count, x, y },
    new Float32Array(count).fill(1),
    { x: cx, y: cy, radius: rx },
    0,
  );
  return ellipse && unrollRound(movedTo(onPage, { ...onPage.seal, ellipse, shape: roundShape(ellipse) }));
}
