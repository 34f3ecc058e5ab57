import { decode, drain, encodeJpeg, encodePng, type JpegSettings, pipe, resizeMask } from '../codec.ts';
import { type Bitmap, type Box, cut, overlaps, type Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { drawChatSettings, drawEditorSettings, drawJpegSettings } from './settings.ts';
import type { Parameters, Pipeline } from './types.ts';

/** What happens to a page after the edit, drawn once for a source and pipeline so that twins share it. */
export interface SavePlan {
  readonly pipeline: Pipeline;
  /** Pixels cut off at the left, top, right and bottom. */
  readonly crop: readonly [number, number, number, number];
  /** Size that the page is scaled to after the crop; null keeps it. */
  readonly size: readonly [number, number] | null;
  /** Saves in order; the last one makes the file. Empty for PNG. */
  readonly saves: readonly JpegSettings[];
}

const CHAT_EDGE = [1280, 1920] as const;
const SCREEN_WIDTHS = [720, 828, 1080, 1170, 1242, 1440] as const;

export function planSaves(
  pipeline: Pipeline,
  page: { width: number; height: number },
  random: Random,
): SavePlan {
  const plan = { pipeline, crop: [0, 0, 0, 0] as const, size: null };
  switch (pipeline) {
    case 'png':
      return { ...plan, saves: [] };
    case 'jpeg':
      return { ...plan, saves: [drawJpegSettings(random, 75, 98)] };
    case 'double-jpeg':
      return { ...plan, saves: [drawJpegSettings(random, 75, 95), drawJpegSettings(random, 75, 98)] };
    case 'shifted-grid':
      return {
        ...plan,
        crop: [random.integer(1, 7), random.integer(1, 7), 0, 0],
        saves: [drawJpegSettings(random, 75, 98)],
      };
    case 'chat-resize': {
      const edge = random.integer(...CHAT_EDGE);
      const longest = Math.max(page.width, page.height);
      const scale = longest > edge ? edge / longest : random.between(0.5, 0.9);
      return {
        ...plan,
        size: scaled(page, scale),
        saves: [drawChatSettings(random)],
      };
    }
    case 'jpeg-wide':
    case 'scanner':
      return { ...plan, saves: [drawJpegSettings(random, 60, 98)] };
    case 'editor':
      return {
        ...plan,
        saves: [drawEditorSettings(random), ...(random.chance(0.3) ? [drawEditorSettings(random)] : [])],
      };
    case 'crop': {
      const margin = (length: number) => Math.round(length * random.between(0, 0.07));
      return {
        ...plan,
        crop: [margin(page.width), margin(page.height), margin(page.width), margin(page.height)],
        saves: [drawJpegSettings(random, 60, 98)],
      };
    }
    case 'forwarded': {
      const scale = Math.min(1, random.integer(...CHAT_EDGE) / Math.max(page.width, page.height));
      return {
        ...plan,
        size: scale < 1 ? scaled(page, scale) : null,
        saves: Array.from({ length: random.integer(2, 3) }, () => drawChatSettings(random)),
      };
    }
    case 'screenshot-png':
      return { ...plan, size: scaled(page, random.pick(SCREEN_WIDTHS) / page.width), saves: [] };
  }
}

const scaled = (page: { width: number; height: number }, scale: number): [number, number] => [
  Math.round(page.width * scale),
  Math.round(page.height * scale),
];

export interface Saved {
  readonly file: Uint8Array;
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly mask: Bitmap | null;
  readonly regions: readonly Box[];
}

/** Runs the plan; mask and regions move with the pixels. */
export async function runSaves(
  plan: SavePlan,
  page: Picture,
  mask: Bitmap | null,
  regions: readonly Box[],
): Promise<Saved> {
  let picture = page;
  let moved = mask;
  let boxes = regions;
  if (plan.crop.some((pixels) => pixels > 0)) {
    const kept = keptBox(plan, page);
    picture = cut(page, kept);
    moved = mask && cutMask(mask, kept);
    boxes = regions.filter((box) => overlaps(box, kept)).map((box) => clipped(box, kept));
  }
  if (plan.size) {
    const [width, height] = plan.size;
    const scale = width / picture.width;
    picture = await drain(pipe(picture).resize(width, height, { fit: 'fill', kernel: 'cubic' }));
    moved = moved && (await resizeMask(moved, width, height));
    boxes = boxes.map((box) => ({
      x: Math.round(box.x * scale),
      y: Math.round(box.y * scale),
      width: Math.max(1, Math.round(box.width * scale)),
      height: Math.max(1, Math.round(box.height * scale)),
    }));
  }
  const { width, height } = picture;
  const rest = { width, height, mask: moved, regions: boxes };
  const last = plan.saves.at(-1);
  if (!last) return { file: await encodePng(picture), extension: 'png', ...rest };
  for (const settings of plan.saves.slice(0, -1)) picture = await decode(await encodeJpeg(picture, settings));
  return { file: await encodeJpeg(picture, last), extension: 'jpg', ...rest };
}

/** What the crop leaves of a page, in the page's pixels. */
export function keptBox({ crop }: SavePlan, page: { width: number; height: number }): Box {
  const [left, top, right, bottom] = crop;
  return { x: left, y: top, width: page.width - left - right, height: page.height - top - bottom };
}

function clipped(box: Box, kept: Box): Box {
  const x = Math.max(0, box.x - kept.x);
  const y = Math.max(0, box.y - kept.y);
  const right = Math.min(kept.width, box.x - kept.x + box.width);
  const bottom = Math.min(kept.height, box.y - kept.y + box.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** The mask of the part of the page that a crop keeps. */
export function cutMask(mask: Bitmap, { x, y, width, height }: Box): Bitmap {
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (row + y) * mask.width + x;
    data.set(mask.data.subarray(from, from + width), row * width);
  }
  return { width, height, data };
}

/** A shifted grid cuts at the left and the top alone. */
const trimmed = ([left, top, right, bottom]: SavePlan['crop']) =>
  right || bottom ? [left, top, right, bottom] : [left, top];

export function describePlan(plan: SavePlan): Parameters {
  const out: Parameters = {};
  if (plan.crop.some((pixels) => pixels > 0)) out.crop = trimmed(plan.crop).join('x');
  if (plan.size) out.size = plan.size.join('x');
  plan.saves.forEach((save, i) => {
    const name = plan.saves.length > 1 ? `save${i + 1}` : 'save';
    out[name] =
      `q${save.quality} ${save.subsampling}${save.progressive ? ' progressive' : ''} table ${save.table}`;
  });
  return out;
}
