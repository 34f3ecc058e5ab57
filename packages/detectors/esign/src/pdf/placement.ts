import type { Region } from '@jianzhen/evidence';
import { integerOf, isArray, type PageNode, type PdfHistory, PdfRef, type PdfValue } from '@jianzhen/pdf';
import type { Widget } from './fields.ts';

/** Where a widget is to be seen: 1-based page, place in shares of the page as shown, origin top left. */
export interface Placement {
  readonly page: number;
  readonly place: Region;
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

const HIDDEN = 0b10;
const NO_VIEW = 0b100000;
/** Pages may share a list of any length. */
const MAX_ANNOTATIONS = 200_000;
const LETTER: Box = [0, 0, 612, 792];

/** Which page (0-based) each annotation, by object number, lies on. */
export function annotationPages(
  history: PdfHistory,
  k: number,
  pages: readonly PageNode[],
): Map<number, number> {
  const found = new Map<number, number>();
  let left = MAX_ANNOTATIONS;
  pages.forEach((page, i) => {
    const annotations = history.resolve(page.dict.get('Annots'), k);
    if (!isArray(annotations)) return;
    for (const item of annotations.slice(0, left))
      if (item instanceof PdfRef && !found.has(item.number)) found.set(item.number, i);
    left = Math.max(0, left - annotations.length);
  });
  return found;
}

/** Null where the widget shows nothing: no page has it, it has no area, is hidden, or lies off the page. */
export function placementOf(
  widget: Widget,
  history: PdfHistory,
  k: number,
  pages: readonly PageNode[],
  pageOf: ReadonlyMap<number, number>,
): Placement | null {
  const index = widget.number === null ? undefined : pageOf.get(widget.number);
  const flags = integerOf(history.resolve(widget.dict.get('F'), k)) ?? 0;
  const rectangle = boxOf(widget.dict.get('Rect'), history, k);
  if (index === undefined || !rectangle || flags & (HIDDEN | NO_VIEW)) return null;
  const page = pages[index]!;
  const place = shareOf(rectangle, visibleBox(page, history, k), turnsOf(page, history, k));
  return place.width > 0 && place.height > 0 ? { page: index + 1, place } : null;
}

/** CropBox within MediaBox (ISO 32000-2, 14.11.2). */
function visibleBox(page: PageNode, history: PdfHistory, k: number): Box {
  const media = boxOf(page.shown.get('MediaBox'), history, k) ?? LETTER;
  const crop = boxOf(page.shown.get('CropBox'), history, k);
  if (!crop) return media;
  const box: Box = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  return box[2] > box[0] && box[3] > box[1] ? box : media;
}

/** Quarter turns clockwise. */
function turnsOf(page: PageNode, history: PdfHistory, k: number): number {
  const rotate = Number(history.resolve(page.shown.get('Rotate'), k)) || 0;
  return (((Math.round(rotate / 90) % 4) + 4) % 4) as number;
}

/** The part of `rectangle` inside `box`, in shares of the box turned clockwise by quarters; empty where there is none. */
export function shareOf(rectangle: Box, box: Box, turns: number): Region {
  const across = (x: number) => clamp((x - box[0]) / (box[2] - box[0]));
  const down = (y: number) => clamp((box[3] - y) / (box[3] - box[1]));
  let [left, right, top, bottom] = [
    across(rectangle[0]),
    across(rectangle[2]),
    down(rectangle[3]),
    down(rectangle[1]),
  ];
  for (let i = 0; i < turns; i++) [left, right, top, bottom] = [1 - bottom, 1 - top, left, right];
  return { x: left, y: top, width: right - left, height: bottom - top };
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** A rectangle with its corners in order; null where it is none or has no area. */
function boxOf(value: PdfValue | undefined, history: PdfHistory, k: number): Box | null {
  const items = history.resolve(value, k);
  if (!isArray(items) || items.length < 4) return null;
  const corners = items.slice(0, 4).map((item) => history.resolve(item, k));
  if (!corners.every((corner) => typeof corner === 'number' && Number.isFinite(corner))) return null;
  const [a, b, c, d] = corners as [number, number, number, number];
  const box: Box = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}
