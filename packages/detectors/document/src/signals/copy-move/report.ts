import type { Region } from '@jianzhen/evidence';
import { type Candidate, CELL, type CellMap, type SignalResult } from '../../signal.ts';
import { copiedMessage } from './messages.ts';
import { boundsOf, cellCentre } from './pairs.ts';
import type { JudgedPair, Search } from './search.ts';
import { inverse, mapX, mapY, rotationOf, scaleOf } from './similarity.ts';

/** log10 NFA at or below which a pair is offered to persons: a tenth of a false alarm a page under the page's own law. */
const TOLD = -1;
/** Share of equally exact repeats from which the page repeats itself by nature. */
const MAX_RIVALS = 0.25;
/** Share of the evidence that the side that looks original keeps. */
const ORIGINAL_WEIGHT = 0.2;
/** Evidence a cell saturates at, in decades of NFA. */
const CEILING = 12;

export function report(search: Search, width: number, height: number): SignalResult {
  const map: CellMap = emptyMap(width, height);
  const speaking = search.pairs.filter((p) => p.rivals <= MAX_RIVALS);
  const told = speaking.filter((p) => p.logNfa <= TOLD);
  for (const pair of told) paint(map, pair, search);
  const best = speaking[0];
  const printed = told.reduce((sum, p) => sum + p.agreement.print.length + p.agreement.paper.length, 0);
  return {
    map,
    statistics: {
      strength: best ? Math.max(0, -best.logNfa) : 0,
      agreement: best ? Math.max(0, -best.medianLogRatio) : 0,
      excess: best ? Math.max(0, search.repeatLevel - best.medianLogRatio) : 0,
      correlation: best ? best.correlation : 0,
      cells: best ? best.agreement.print.length : 0,
      area: (printed * (CELL * search.factor) ** 2) / (width * height),
      count: told.length,
      rivals: search.pairs[0]?.rivals ?? 0,
      repeatLevel: search.pairs.length > 0 ? -search.repeatLevel : 0,
      rotation: best ? Math.abs(rotationOf(best.map)) : 0,
      scale: best ? Math.abs(Math.log(scaleOf(best.map))) : 0,
    },
    candidates: told.map((pair) => candidate(pair, search, width, height)),
  };
}

function emptyMap(width: number, height: number): CellMap {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  return { columns, rows, data: new Float32Array(columns * rows) };
}

/** Both places get the pair's evidence, the one that looks original less of it. */
function paint(map: CellMap, pair: JudgedPair, { factor, columns }: Search): void {
  const value = Math.min(CEILING, -pair.logNfa);
  const first = pair.pasted === 'second' ? value * ORIGINAL_WEIGHT : value;
  const second = pair.pasted === 'first' ? value * ORIGINAL_WEIGHT : value;
  for (const cell of [...pair.agreement.print, ...enclosed(pair, columns)]) {
    const left = (cell % columns) * CELL;
    const top = Math.floor(cell / columns) * CELL;
    for (let y = 0.5; y < CELL; y++) {
      for (let x = 0.5; x < CELL; x++) {
        const u = left + x;
        const v = top + y;
        raise(map, (u * factor) / CELL, (v * factor) / CELL, first);
        const du = mapX(pair.map, u, v);
        const dv = mapY(pair.map, u, v);
        raise(map, (du * factor) / CELL, (dv * factor) / CELL, second);
      }
    }
  }
}

/** Paper between print: agreeing paper beyond the last print may well be the page's own. */
function enclosed(pair: JudgedPair, columns: number): number[] {
  const print = new Set(pair.agreement.print);
  const near = (cell: number, step: number) => print.has(cell + step) || print.has(cell + 2 * step);
  return pair.agreement.paper.filter(
    (cell) => (near(cell, -1) && near(cell, 1)) || (near(cell, -columns) && near(cell, columns)),
  );
}

function raise(map: CellMap, column: number, row: number, value: number): void {
  const c = Math.floor(column);
  const r = Math.floor(row);
  if (c < 0 || r < 0 || c >= map.columns || r >= map.rows) return;
  const i = r * map.columns + c;
  map.data[i] = Math.max(map.data[i], value);
}

/** The finding stands at the pasted side; where that cannot be told, at the lower one on the page. */
function candidate(pair: JudgedPair, search: Search, width: number, height: number): Candidate {
  const centres = pair.agreement.print.map((cell) => cellCentre(cell, search.columns));
  const targets = centres.map(({ x, y }) => ({ x: mapX(pair.map, x, y), y: mapY(pair.map, x, y) }));
  const first = regionOf(centres, CELL / 2, search.factor, width, height);
  const second = regionOf(targets, (CELL / 2) * scaleOf(pair.map), search.factor, width, height);
  const reversed = pair.pasted === 'first' || (pair.pasted === null && first.y > second.y);
  const [source, target, map] = reversed ? [second, first, inverse(pair.map)] : [first, second, pair.map];
  return {
    code: 'document.copy-move',
    severity: 'high',
    region: target,
    message: copiedMessage(source, rotationOf(map), scaleOf(map)),
    logNfa: pair.logNfa,
    values: {
      sourceX: source.x,
      sourceY: source.y,
      sourceWidth: source.width,
      sourceHeight: source.height,
      offsetX: target.x - source.x,
      offsetY: target.y - source.y,
      rotation: (rotationOf(map) * 180) / Math.PI,
      scale: scaleOf(map),
      correlation: pair.correlation,
      cells: pair.agreement.print.length,
      pastedSide: pair.pasted === null ? 'unknown' : 'here',
    },
  };
}

function regionOf(
  points: readonly { readonly x: number; readonly y: number }[],
  margin: number,
  factor: number,
  width: number,
  height: number,
): Region {
  const bounds = boundsOf(points, margin);
  const x = Math.max(0, Math.floor(bounds.left * factor));
  const y = Math.max(0, Math.floor(bounds.top * factor));
  return {
    x,
    y,
    width: Math.min(width, Math.ceil(bounds.right * factor)) - x,
    height: Math.min(height, Math.ceil(bounds.bottom * factor)) - y,
  };
}
