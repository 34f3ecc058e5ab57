// N. Krawetz, "A Picture's Worth … Digital Image Analysis and Forensics" (2007): error level analysis. The page is saved again at
// quality 90 and what changes is shown. Known to follow texture more than edits; kept as the baseline that the other signals are
// measured against. The error is taken from DCT coefficients, whose squares sum to those of the pixels (Parseval).

import { format } from '@jianzhen/evidence';
import { blockDct, type PageImage, type Plane } from '@jianzhen/raster';
import { type Candidate, CELL, type PageContext, type Signal, type SignalResult } from '../../signal.ts';
import { windowMeans } from '../../texture/cell-signal.ts';
import { median, spread } from '../../texture/robust.ts';
import { QUALITY_90 } from './table.ts';

/** Deviations from the page's median from which on a window is worth naming. */
const SUSPICIOUS = 6;

/** `mean`, `deviation`: of the error in grey levels; `top`: its 99.5th percentile; `worst`: of a window, in robust deviations. */
const STATISTICS = ['mean', 'deviation', 'top', 'worst', 'share'] as const;

const MESSAGE = {
  zh: '该处重新压缩后的误差比页面典型值高 {deviations} 个稳健标准差（仅供参考）',
  en: 'The error after recompression here lies {deviations} robust deviations over what is typical of the page (for reference)',
};

export const errorLevel: Signal = {
  id: 'error-level',
  source: "N. Krawetz, A Picture's Worth: Digital Image Analysis and Forensics (2007)",
  statisticNames: STATISTICS,
  applies: ({ image }) => image.track !== 'render' && image.width >= CELL && image.height >= CELL,
  run,
};

function run(page: PageContext): SignalResult {
  const columns = Math.ceil(page.luma.width / CELL);
  const rows = Math.ceil(page.luma.height / CELL);
  const errors = blockErrors(page.image, page.luma, columns, rows);
  const centre = median(errors);
  const scale = spread(errors.map((error) => error - centre)) + 0.05;
  const data = errors.map((error) => Math.max(0, (error - centre) / scale));
  const means = windowMeans(data, { columns, rows });
  let at = 0;
  for (let i = 1; i < means.length; i++) if (means[i]! > means[at]!) at = i;
  const worst = means[at]!;
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / errors.length;
  const sorted = errors.slice().sort();
  return {
    map: { columns, rows, data },
    statistics: {
      mean,
      deviation: Math.sqrt(variance),
      top: sorted[Math.floor(0.995 * sorted.length)]!,
      worst,
      share: data.reduce((n, z) => n + (z > SUSPICIOUS ? 1 : 0), 0) / data.length,
    },
    candidates: worst > SUSPICIOUS ? [candidate(at, columns, worst, page.luma)] : [],
  };
}

function candidate(cell: number, columns: number, worst: number, { width, height }: Plane): Candidate {
  const x = Math.max(0, (cell % columns) - 3) * CELL;
  const y = Math.max(0, Math.floor(cell / columns) - 1) * CELL;
  return {
    code: 'document.error-level',
    severity: 'info',
    region: { x, y, width: Math.min(7 * CELL, width - x), height: Math.min(3 * CELL, height - y) },
    message: format(MESSAGE, { deviations: worst.toFixed(1) }),
    logNfa: null,
    values: { deviations: Number(worst.toFixed(2)) },
  };
}

/** Root mean square error in grey levels of each 8 × 8 cell when saved again; cells that the page cuts take their neighbour's. */
function blockErrors(image: PageImage, luma: Plane, columns: number, rows: number): Float32Array {
  const component = image.jpeg?.components[0];
  const wholeColumns = Math.floor(luma.width / CELL);
  const wholeRows = Math.floor(luma.height / CELL);
  const coefficients = new Float32Array(64);
  const out = new Float32Array(columns * rows);
  for (let row = 0; row < wholeRows; row++) {
    for (let column = 0; column < wholeColumns; column++) {
      if (component && component.horizontal === component.vertical && column < component.blocksWide) {
        const at = 64 * (row * component.blocksWide + column);
        for (let k = 0; k < 64; k++) {
          coefficients[k] = component.coefficients[at + k]! * component.quantization[k]!;
        }
      } else {
        blockDct(luma, column * CELL, row * CELL, coefficients);
        coefficients[0]! -= 1024;
      }
      out[row * columns + column] = requantisationError(coefficients);
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const whole = Math.min(row, wholeRows - 1) * columns + Math.min(column, wholeColumns - 1);
      out[row * columns + column] = out[whole]!;
    }
  }
  return out;
}

function requantisationError(coefficients: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < 64; k++) {
    const value = coefficients[k]!;
    if (value === 0) continue;
    const step = QUALITY_90[k]!;
    const error = value - step * Math.round(value / step);
    sum += error * error;
  }
  return Math.sqrt(sum / 64);
}
