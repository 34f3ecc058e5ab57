import { INK, type Scene, type Shape } from '../document/index.ts';
import type { LeadView } from '../view/index.ts';

const WIDTH = 860;
const HEIGHT = 170;
const PLOT = { left: 40, right: 850, top: 14, bottom: 140 } as const;
/** Labels below the bars, at the most. */
const LABELS = 14;

/** Cases opened, a bar a month. Null where no case says when. */
export function timelineScene({ months }: LeadView): Scene | null {
  if (months.length === 0) return null;
  const most = Math.max(...months.map(({ cases }) => cases));
  const step = (PLOT.right - PLOT.left) / months.length;
  const scale = (PLOT.bottom - PLOT.top) / most;
  const every = Math.ceil(months.length / LABELS);
  const label = (text: string, x: number, y: number, anchor: 'middle' | 'end'): Shape => ({
    kind: 'text',
    x,
    y,
    text,
    size: 8.5,
    colour: INK.soft,
    anchor,
    bold: false,
  });
  const ticks = [...new Set([most, Math.round(most / 2)])].filter((value) => value > 0);
  const grid = ticks.flatMap((value): Shape[] => {
    const y = PLOT.bottom - value * scale;
    return [
      { kind: 'line', from: [PLOT.left, y], to: [PLOT.right, y], colour: '#e3e7ec' },
      label(String(value), PLOT.left - 5, y + 3, 'end'),
    ];
  });
  const bars = months.flatMap(({ month, cases }, i): Shape[] => {
    const width = Math.min(step * 0.72, 46);
    const x = PLOT.left + (i + 0.5) * step;
    const height = cases * scale;
    const bar: Shape = {
      kind: 'rect',
      x: x - width / 2,
      y: PLOT.bottom - height,
      width,
      height,
      fill: '#4a6f9f',
      stroke: null,
    };
    return [
      ...(cases > 0 ? [bar] : []),
      ...(i % every === 0 ? [label(month, x, PLOT.bottom + 14, 'middle')] : []),
    ];
  });
  const base: Shape = {
    kind: 'line',
    from: [PLOT.left, PLOT.bottom],
    to: [PLOT.right, PLOT.bottom],
    colour: INK.soft,
  };
  return { width: WIDTH, height: HEIGHT, shapes: [...grid, ...bars, base] };
}
