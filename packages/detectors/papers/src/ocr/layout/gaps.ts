import { extentOf, type Frame, horizontalExtent, type Segment } from './frame.ts';

/** White space inside a line that parts cells, in heights of the line. */
const WIDE = 0.9;

/** A line's parts between wide gaps: detection takes cells that lie close together for one line. */
export function splitAtGaps(segment: Segment, frame: Frame): Segment[] {
  const parts: (typeof segment.characters)[number][][] = [[]];
  let end: number | null = null;
  for (const character of segment.characters) {
    const { left, right } = extentOf(character.region, frame);
    const blank = character.text === ' ';
    if (!blank && end !== null && left - end > WIDE * segment.height) parts.push([]);
    parts.at(-1)!.push(character);
    if (!blank) end = right;
  }
  if (parts.length === 1) return [segment];
  const slope = (segment.endY - segment.startY) / Math.max(1, segment.right - segment.left);
  const heightAt = (x: number) => segment.startY + slope * (x - segment.left);
  return parts.map((part) => {
    const characters = part.slice(0, part.findLastIndex(({ text }) => text !== ' ') + 1);
    const { left, right } = horizontalExtent(characters, frame);
    return { ...segment, characters, left, right, startY: heightAt(left), endY: heightAt(right) };
  });
}
