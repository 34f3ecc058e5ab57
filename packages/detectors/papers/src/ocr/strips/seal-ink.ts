import type { Strip } from './crop.ts';

/** Red above both other channels from which a pixel counts as red ink. */
const RED = 40;
/** Share of a strip's pixels that red ink covers at least, where a seal lies over the text. */
const LEAST = 0.02;

/** Whether a seal's red ink lies in the strip. */
export function hasRedInk({ rgb }: Strip): boolean {
  let red = 0;
  for (let i = 0; i < rgb.length; i += 3) if (rgb[i] - Math.max(rgb[i + 1], rgb[i + 2]) > RED) red++;
  return red > (LEAST * rgb.length) / 3;
}

/** The strip as seen through a red filter: red ink turns as light as paper, black print stays. */
export function throughRedFilter(strip: Strip): Strip {
  const rgb = strip.rgb.slice();
  for (let i = 0; i < rgb.length; i += 3) rgb.fill(rgb[i], i, i + 3);
  return { ...strip, rgb };
}
