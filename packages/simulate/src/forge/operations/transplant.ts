import { type Box, cut, grow, union } from '../../picture.ts';
import { chooseUnits } from '../choose.ts';
import { erase } from '../inpaint.ts';
import { paperAround } from '../paper.ts';
import { type Placement, paste } from '../paste.ts';
import { blankPlace, replaceable } from '../places.ts';
import type { Unit } from '../units.ts';
import type { Edit, Scene, Sheet } from './scene.ts';

/** A piece of the same page put elsewhere on it. */
export const copyMove: Edit = (scene) => transplant(scene, scene, 1);

/** A piece of another page put on this one, scaled to this page's size of letters. */
export const splice: Edit = (scene) => {
  const { donor } = scene;
  if (!donor) return [];
  return transplant(scene, donor, lineHeight(scene) / lineHeight(donor));
};

function lineHeight(sheet: Sheet): number {
  const heights = sheet.units.filter((unit) => unit.kind !== 'block').map((unit) => unit.box.height);
  heights.sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 20;
}

function transplant(scene: Scene, from: Sheet, fit: number): Box[] {
  const { random, target, parameters } = scene;
  const scale = Math.min(1.6, Math.max(0.5, fit)) * (random.chance(0.5) ? 1 : random.between(0.8, 1.25));
  const turned = random.chance(0.3);
  const feather = random.pick([0, 0, 1.5, 3]);
  Object.assign(parameters, { pasteScale: scale, feather, turned });
  const touched: Box[] = [];
  for (const unit of chooseUnits(from.units, target / scale ** 2, random)) {
    const box = placed(scene, from, unit, { scale, turned, feather }, touched);
    if (box) touched.push(box);
  }
  return touched;
}

interface Style {
  readonly scale: number;
  readonly turned: boolean;
  readonly feather: number;
}

/** Puts one unit over another of its size, or on blank paper; null where neither is found. */
function placed(scene: Scene, from: Sheet, unit: Unit, style: Style, taken: readonly Box[]): Box | null {
  const { page, ink, units, random } = scene;
  const { scale } = style;
  const own = from === scene;
  const source = grow(unit.box, random.integer(2, 4), from.picture);
  const scaled = {
    ...unit,
    box: { ...unit.box, width: unit.box.width * scale, height: unit.box.height * scale },
  };
  const used = own ? [...taken, unit.box] : taken;
  const over = unit.kind !== 'block' && random.chance(0.6) ? replaceable(units, scaled, used, random) : null;
  const size = { width: Math.ceil(source.width * scale), height: Math.ceil(source.height * scale) };
  const place = over ? null : blankPlace(ink, units, size, used, random);
  if (!over && !place) return null;
  // A line of text that leans shows at once; a stamp or a short word does not.
  const lean = unit.kind === 'block' ? 10 : size.width < 4 * size.height ? 4 : 1.2;
  const touched: Box[] = [];
  let centre = place;
  if (over) {
    const old = grow(over.box, 2, page);
    erase(page, ink, old, random.pick(['noise', 'clone', 'flat']), random);
    touched.push(old);
    const right = unit.kind === 'amount' || random.chance(0.3);
    centre = {
      x: right ? over.box.x + over.box.width - size.width : over.box.x,
      y: over.box.y + over.box.height / 2 - size.height / 2,
      ...size,
    };
  }
  const target = grow(centre!, 0, page);
  const placement: Placement = {
    centreX: centre!.x + centre!.width / 2,
    centreY: centre!.y + centre!.height / 2,
    scaleX: scale,
    scaleY: scale,
    angle: style.turned ? random.between(-lean, lean) : 0,
    feather: style.feather,
    ...tone(scene, from, unit.box, target),
  };
  touched.push(paste(page, cut(from.picture, source), placement));
  return union(touched);
}

/** Most forgers match the paper's light or print the piece as ink; some do not care. */
function tone(scene: Scene, from: Sheet, box: Box, target: Box): Pick<Placement, 'gain' | 'blend'> {
  const there = paperAround(from.picture, from.ink, box).colour;
  const style = scene.random.weighted({ match: 0.65, multiply: 0.2, none: 0.15 });
  if (style === 'none') return { gain: [1, 1, 1], blend: 'cover' };
  const white = (c: number) => 255 / Math.max(60, there[c]!);
  if (style === 'multiply') return { gain: [white(0), white(1), white(2)], blend: 'multiply' };
  const here = paperAround(scene.picture, scene.ink, target).colour;
  const ratio = (c: number) => here[c]! / Math.max(60, there[c]!);
  return { gain: [ratio(0), ratio(1), ratio(2)], blend: 'cover' };
}
