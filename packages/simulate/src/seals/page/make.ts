import { decode, encodeJpeg } from '../../codec.ts';
import { planSaves, runSaves, type SavePlan } from '../../forge/saves.ts';
import { drawJpegSettings } from '../../forge/settings.ts';
import type { FaceSet } from '../../papers/faces.ts';
import { copyOf, grow, type Picture } from '../../picture.ts';
import { createRandom, type Random, type Seed } from '../../random.ts';
import type { Homography } from '../../vouchers/homography.ts';
import { drawInkColour } from '../colours.ts';
import { drawSpec } from '../design.ts';
import { type MadeSeal, makeSeal } from '../makers/make.ts';
import type { SealKind } from '../standards.ts';
import type { SealCondition, SealDesign, SealMaker, SealSpec, SealTruth, SealWords } from '../types.ts';
import { type Background, background, type RealPage } from './background.ts';
import { type SealCapture, takePicture } from './camera.ts';
import { after, IDENTITY, ofEllipse, scaling, seenBox, turnOf, unitCircleThrough } from './geometry.ts';
import { type Placed, placeSeal } from './place.ts';

export interface SealPageRequest {
  readonly seed: Seed;
  readonly faces: FaceSet;
  readonly capture: SealCapture;
  /** How many seals, 0–3. */
  readonly seals: number;
  /** Who made them; drawn by chance where not given. */
  readonly maker?: SealMaker;
  readonly kind?: SealKind;
  /** What the last of the seals suffers from. */
  readonly hardship?: 'edge' | 'overlap' | 'faint';
  /** A real page in place of a rendered one. */
  readonly page?: RealPage;
  /** A page, or a part of one, that is there already; it is left as it is. */
  readonly under?: Background;
  /** Seals that are made already, in place of drawn ones. */
  readonly made?: readonly MadeSeal[];
  /** Other words than the simulator's own. */
  readonly words?: (kind: SealKind, random: Random) => SealWords;
  /** Other faces than those of `faces`, which stay where it returns null. */
  readonly dress?: (words: SealWords, random: Random) => SealDesign['faces'] | null;
}

export interface SealPage {
  readonly file: Uint8Array;
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly seals: readonly SealTruth[];
}

interface Put {
  readonly made: MadeSeal;
  readonly placed: Placed;
  /** Laid into the picture by an editor, after a device took the page. */
  readonly late: boolean;
}

/** A page with seals as a device took and an app saved it, and all that is true of them: the same for the same request. */
export async function makeSealPage(request: SealPageRequest): Promise<SealPage> {
  const { seed, faces, capture } = request;
  const random = createRandom(seed, 'seal page', capture, request.page?.name ?? '');
  const under = request.under ?? (await background(seed, faces, request.page));
  const page = copyOf(under.picture);
  const puts = await drawSeals(request, under, random);
  for (const { made, placed, late } of puts) if (!late) made.put(page, placed.spot, random);
  const first = puts[0];
  const about = first && capture === 'closeup' ? around(first.placed, page, random) : null;
  const taken = await takePicture(page, capture, about, random);
  let { picture } = taken;
  if (capture !== 'png') picture = await decode(await encodeJpeg(picture, drawJpegSettings(random, 84, 95)));
  else if (picture === page) picture = copyOf(page);
  const truths: { put: Put; onPicture: Homography; forward: Homography; page: Picture }[] = [];
  for (const put of puts) {
    const { spot } = put.placed;
    const { width, height } = put.made.spec.design;
    const own = (at: typeof spot) =>
      ofEllipse({
        cx: at.x,
        cy: at.y,
        rx: (width * at.mm) / 2,
        ry: (height * at.mm) / 2,
        angle: at.turn,
      });
    if (!put.late) {
      truths.push({ put, onPicture: own(spot), forward: taken.forward, page });
      continue;
    }
    // An editor puts it where it would stand, flat and upright to the picture.
    const seen = unitCircleThrough(after(taken.forward, own(spot)));
    const mm = (2 * Math.max(seen.rx, seen.ry)) / Math.max(width, height);
    const late = { x: seen.cx, y: seen.cy, turn: spot.turn, mm };
    put.made.put(picture, late, random);
    truths.push({ put, onPicture: own(late), forward: IDENTITY, page: picture });
  }
  const plan = planSaves(pipelineOf(capture, random), picture, random);
  const saved = await runSaves(plan, picture, null, []);
  const toFile = throughSaves(plan, picture, saved);
  const seals = truths.flatMap(({ put, onPicture, forward, page: sheet }) => {
    const truth = truthOf(put, onPicture, after(toFile, forward), sheet, saved, capture);
    return truth ? [truth] : [];
  });
  return {
    file: saved.file,
    extension: saved.extension,
    width: saved.width,
    height: saved.height,
    seals,
  };
}

async function drawSeals(request: SealPageRequest, page: Background, random: Random): Promise<Put[]> {
  const { capture, hardship } = request;
  const puts: Put[] = [];
  for (let n = 0; n < request.seals; n++) {
    const last = n === request.seals - 1;
    const ready = request.made?.[n];
    const maker =
      ready?.maker ??
      request.maker ??
      random.weighted<SealMaker>({ stamp: 0.5, tool: 0.3, cutout: 0.12, esign: 0.08 });
    const made = ready ?? (await drawnSeal(request, n, maker, random));
    const wish = last && hardship !== 'faint' ? (hardship ?? null) : null;
    const hand = maker === 'stamp' ? random.normal() * 9 : random.chance(0.5) ? 0 : random.normal() * 6;
    const others = puts.map(({ placed }) => placed.box);
    const placed = placeSeal({ page, spec: made.spec, others, wish, turn: hand }, random);
    const pasted = made.origin === 'pasted';
    // A copy is taken of the paper; what an editor did to it came before.
    puts.push({ made, placed, late: pasted && capture !== 'copy' && random.chance(0.7) });
  }
  return puts;
}

async function drawnSeal(
  { seed, faces, kind, words, dress, hardship, seals }: SealPageRequest,
  n: number,
  maker: SealMaker,
  random: Random,
): Promise<MadeSeal> {
  const drawn = drawSpec(faces, random, kind);
  const said = words ? respelt(drawn, words(drawn.kind, random)) : drawn;
  const spec = dress ? redressed(said, dress(said.words, random)) : said;
  return makeSeal({
    spec: { design: spec.design, words: spec.words },
    maker,
    colour: drawInkColour(maker, random),
    faint: n === seals - 1 && hardship === 'faint',
    seed: `${seed}-${n}`,
  });
}

/** The same drawing with other words: in its centre stands text where there is any. */
const respelt = <S extends SealSpec>(spec: S, words: SealWords): S => {
  const { design } = spec;
  const centre = words.centreText ? 'text' : design.centre === 'text' ? 'none' : design.centre;
  return { ...spec, design: { ...design, centre }, words };
};

const redressed = <S extends SealSpec>(spec: S, faces: SealDesign['faces'] | null): S =>
  faces ? { ...spec, design: { ...spec.design, faces } } : spec;

/** What a close-up shows: the seal and some of what is around it. */
function around({ box }: Placed, page: Picture, random: Random) {
  const margin = Math.max(box.width, box.height) * random.between(0.15, 0.9);
  const shifted = {
    ...box,
    x: box.x + random.normal() * margin * 0.3,
    y: box.y + random.normal() * margin * 0.3,
  };
  return grow(shifted, margin, page);
}

function pipelineOf(capture: SealCapture, random: Random) {
  if (capture === 'png') return random.chance(0.5) ? 'png' : 'jpeg';
  if (capture === 'chat') return random.chance(0.5) ? 'forwarded' : 'chat-resize';
  return 'jpeg-wide';
}

/** The map of the saves' crop and scale. */
function throughSaves(plan: SavePlan, from: Picture, to: { width: number; height: number }): Homography {
  const [left, top, right, bottom] = plan.crop;
  const sx = to.width / (from.width - left - right);
  const sy = to.height / (from.height - top - bottom);
  return scaling(sx, sy, -left * sx, -top * sy);
}

function truthOf(
  { made, placed }: Put,
  own: Homography,
  forward: Homography,
  page: { width: number; height: number },
  file: { width: number; height: number },
  capture: SealCapture,
): SealTruth | null {
  const { design, words } = made.spec;
  const square = design.shape === 'square';
  const seen = seenBox(square ? 'square' : 'round', own, forward, page, file);
  // Less than a quarter is no seal to be found.
  if (!seen || seen.seen < 0.25) return null;
  const map = after(forward, own);
  const conditions: SealCondition[] = [];
  if (placed.over.text) conditions.push('text');
  if (placed.over.seal) conditions.push('overlap');
  if (seen.seen < 0.97) conditions.push('edge');
  if (made.faint) conditions.push('faint');
  if (capture === 'tilted') conditions.push('tilted');
  if (capture === 'copy') conditions.push('grey');
  else if (made.colour !== 'red') conditions.push(made.colour);
  if (design.shape !== 'circle') conditions.push(design.shape);
  return {
    box: seen.box,
    ellipse: unitCircleThrough(map),
    turn: turnOf(map),
    seen: seen.seen,
    design,
    shape: design.shape,
    colour: capture === 'copy' ? 'grey' : made.colour,
    title: words.title,
    subtitle: words.subtitle,
    centre: design.centre,
    centreText: words.centreText,
    code: words.code,
    taxNumber: words.taxNumber,
    origin: made.origin,
    maker: made.maker,
    imprint: made.imprint,
    template: made.template,
    conditions: conditions.length > 0 ? conditions : ['plain'],
  };
}
