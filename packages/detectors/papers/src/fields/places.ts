/** Where the value of a label may stand. */
import { overlap } from '../reading/regions.ts';
import type { LabelMatch } from './labels.ts';
import { placeOf, type Stream, type StreamLine } from './stream.ts';

export type Place = 'same' | 'right' | 'next' | 'below';
export type Ranges = readonly (readonly [number, number])[];

export const PLACES: readonly Place[] = ['same', 'right', 'next', 'below'];

/** Heights of the label by which a value may stand below it, and by which one to the right may stand away. */
const BELOW = 3;
const RIGHT = 25;

/** Characters that may follow a label in its own line where the value is in the next box: `(RM)`, `. GST@6%`. */
const REST = 12;

/** Boxes to the right of a label among which its value is looked for. */
const BOXES = 3;

/** From `start` to the next label of the line, or its end. */
function untilLabel(
  line: StreamLine,
  start: number,
  labels: readonly LabelMatch[],
): readonly [number, number] {
  const next = labels.find((label) => label.start >= start && label.start < line.end);
  return [start, next?.start ?? line.end];
}

/** Share of the text's width that a line of running text reaches before it breaks. */
const MARGIN = 0.8;

function reachesMargin(stream: Stream, { place }: StreamLine): boolean {
  const left = Math.min(...stream.lines.map((line) => line.place.x));
  const edge = Math.max(...stream.lines.map((line) => line.place.x + line.place.width));
  return place.x + place.width >= left + (edge - left) * MARGIN;
}

/** Lines beside or below a label, the nearest first. */
function neighbours(stream: Stream, match: LabelMatch, place: 'right' | 'below'): StreamLine[] {
  const label = placeOf(stream.characters.slice(match.start, match.end), stream.direction)!;
  const own = stream.lines[match.line];
  return stream.lines
    .flatMap((line) => {
      const { x, y, width, height } = line.place;
      const rightOf = x - (label.x + label.width);
      const under = y - (label.y + label.height);
      const fits =
        place === 'right'
          ? rightOf > -label.height / 2 &&
            rightOf < label.height * RIGHT &&
            overlap(y, height, label.y, label.height) > 0.5
          : under > -label.height / 3 &&
            under < label.height * BELOW &&
            overlap(x, width, label.x, label.width) > 0.3;
      return line !== own && fits ? [{ line, distance: place === 'right' ? rightOf : under }] : [];
    })
    .sort((a, b) => a.distance - b.distance)
    .map(({ line }) => line);
}

/** Stretches of the stream at a place of a label that may hold its value, the likeliest first; none where nothing stands there. */
export function rangesAt(
  stream: Stream,
  match: LabelMatch,
  place: Place,
  labels: readonly LabelMatch[],
): readonly Ranges[] {
  const line = stream.lines[match.line]!;
  const same = untilLabel(line, match.end, labels);
  if (place === 'same') return same[0] < same[1] ? [[same]] : [];
  if (place === 'next') {
    // A sentence runs on only where nothing else follows in its own line.
    const next = stream.lines[match.line + 1];
    if (!next || same[1] !== line.end || (same[0] === same[1] && !reachesMargin(stream, line))) return [];
    const rest = untilLabel(next, next.start, labels);
    return rest[0] < rest[1] ? [[same, rest]] : [];
  }
  if (place === 'right' && same[1] - same[0] > REST) return [];
  // A currency or a colon may stand in a box of its own before the value.
  const ranges = neighbours(stream, match, place)
    .slice(0, place === 'right' ? BOXES : 1)
    .map((other) => untilLabel(other, other.start, labels));
  const barrier = ranges.findIndex(([start, end]) => start === end);
  return ranges.slice(0, barrier < 0 ? ranges.length : barrier).map((range) => [range]);
}

/** Heights by which a group of digits may stand away from the one before. */
const GROUP_GAP = 2.5;

/** A stretch to a line's end with the digits that go on right beside it; null where none do. */
export function continued(stream: Stream, ranges: Ranges, labels: readonly LabelMatch[]): Ranges | null {
  const last = ranges.at(-1)!;
  const line = stream.lines.find(({ end }) => end === last[1]);
  if (!line) return null;
  const { x, y, width, height } = line.place;
  const next = stream.lines
    .filter(({ start, place }) => {
      const gap = place.x - x - width;
      const beside = gap > -height / 2 && gap < GROUP_GAP * height;
      return beside && overlap(place.y, place.height, y, height) > 0.5 && /\d/.test(stream.plain[start]!);
    })
    .sort((a, b) => a.place.x - b.place.x)[0];
  return next ? [...ranges, untilLabel(next, next.start, labels)] : null;
}
