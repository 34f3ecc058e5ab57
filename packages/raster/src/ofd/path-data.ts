import type { Path2D } from '@napi-rs/canvas';

/** The part of Path2D that is drawn with. */
export type PathSink = Pick<
  Path2D,
  'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath' | 'ellipse'
>;

const ARGUMENTS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
const MAX_SEGMENTS = 500_000;

/** Draws AbbreviatedData (GB/T 33190, 9.1, table 36): S and M begin, L line, Q and B Bézier curves, A arc, C closes. */
export function tracePath(data: string, sink: PathSink): void {
  const tokens = data.trim().split(/[\s,]+/);
  let [x, y] = [0, 0];
  let segments = 0;
  for (let i = 0; i < tokens.length && segments < MAX_SEGMENTS; segments++) {
    const operator = tokens[i++]!;
    const count = ARGUMENTS[operator];
    if (count === undefined) continue;
    const values = tokens.slice(i, i + count).map(Number);
    if (values.length < count || !values.every(Number.isFinite)) return;
    i += count;
    if (operator === 'C') {
      sink.closePath();
      continue;
    }
    const [endX, endY] = values.slice(-2) as [number, number];
    if (operator === 'S' || operator === 'M') sink.moveTo(endX, endY);
    else if (operator === 'L') sink.lineTo(endX, endY);
    else if (operator === 'Q') sink.quadraticCurveTo(values[0]!, values[1]!, endX, endY);
    else if (operator === 'B') sink.bezierCurveTo(values[0]!, values[1]!, values[2]!, values[3]!, endX, endY);
    else traceArc(sink, x, y, values);
    [x, y] = [endX, endY];
  }
}

/** End-point to centre form of an elliptical arc, as in SVG 2, appendix B.2.4. */
function traceArc(sink: PathSink, x1: number, y1: number, values: readonly number[]): void {
  const [rx0, ry0, degrees, large, sweep, x2, y2] = values as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  let [rx, ry] = [Math.abs(rx0), Math.abs(ry0)];
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) {
    sink.lineTo(x2, y2);
    return;
  }
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const px = (cos * (x1 - x2)) / 2 + (sin * (y1 - y2)) / 2;
  const py = (-sin * (x1 - x2)) / 2 + (cos * (y1 - y2)) / 2;
  const grow = Math.sqrt(Math.max(1, (px / rx) ** 2 + (py / ry) ** 2));
  rx *= grow;
  ry *= grow;
  const denominator = (rx * py) ** 2 + (ry * px) ** 2;
  const root =
    Math.sqrt(Math.max(0, (rx * ry) ** 2 / denominator - 1)) * ((large !== 0) === (sweep !== 0) ? -1 : 1);
  const [qx, qy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const cx = cos * qx - sin * qy + (x1 + x2) / 2;
  const cy = sin * qx + cos * qy + (y1 + y2) / 2;
  const start = Math.atan2((py - qy) / ry, (px - qx) / rx);
  const end = Math.atan2((-py - qy) / ry, (-px - qx) / rx);
  sink.ellipse(cx, cy, rx, ry, angle, start, end, sweep === 0);
}
