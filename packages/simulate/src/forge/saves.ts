import { decode, drain, encodeJpeg, encodePng, type JpegSettings, pipe, resizeMask } from '../codec.ts';
import type { Bitmap, Box, Picture } from '../picture.ts';
import type { Random } from '../random.ts';
import { drawJpegSettings } from './settings.ts';
import type { Parameters, Pipeline } from './types.ts';

/** What happens to a page after the edit, drawn once for a source and pipeline so that twins share it. */
export interface SavePlan {
  readonly pipeline: Pipeline;
  /** Pixels cut off at the left and the top. */
  readonly crop: readonly [number, number];
  /** Size that the page is scaled to after the crop; null keeps it. */
  readonly size: readonly [number, number] | null;
  /** Saves in order; the last one makes the file. Empty for PNG. */
  readonly saves: readonly JpegSettings[];
}

const CHAT_EDGE = [1280, 1920] as const;

export function planSaves(
  pipeline: Pipeline,
  page: { width: number; height: number },
  random: Random,
): SavePlan {
  const plan = { pipeline, crop: [0, 0] as const, size: null };
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
        crop: [random.integer(1, 7), random.integer(1, 7)],
        saves: [drawJpegSettings(random, 75, 98)],
      };
    case 'chat-resize': {
      const edge = random.integer(...CHAT_EDGE);
      const longest = Math.max(page.width, page.height);
      const scale = longest > edge ? edge / longest : random.between(0.5, 0.9);
      return {
        ...plan,
        size: [Math.round(page.width * scale), Math.round(page.height * scale)],
        // WeChat's own: baseline, Annex K tables, 4:2:0.
        saves: [{ quality: random.integer(70, 85), subsampling: '4:2:0', progressive: false, table: 0 }],
      };
    }
  }
}

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
  const [left, top] = plan.crop;
  if (left || top) {
    picture = await drain(
      pipe(page).extract({ left, top, width: page.width - left, height: page.height - top }),
    );
    moved = mask && cropped(mask, left, top);
    boxes = regions.map((box) => clipped({ ...box, x: box.x - left, y: box.y - top }));
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

function clipped(box: Box): Box {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  return { x, y, width: box.width - (x - box.x), height: box.height - (y - box.y) };
}

function cropped(mask: Bitmap, left: number, top: number): Bitmap {
  const width = mask.width - left;
  const height = mask.height - top;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y + top) * mask.width + left;
    data.set(mask.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

export function describePlan(plan: SavePlan): Parameters {
  const out: Parameters = {};
  if (plan.crop[0] || plan.crop[1]) out.crop = plan.crop.join('x');
  if (plan.size) out.size = plan.size.join('x');
  plan.saves.forEach((save, i) => {
    const name = plan.saves.length > 1 ? `save${i + 1}` : 'save';
    out[name] =
      `q${save.quality} ${save.subsampling}${save.progressive ? ' progressive' : ''} table ${save.table}`;
  });
  return out;
}
