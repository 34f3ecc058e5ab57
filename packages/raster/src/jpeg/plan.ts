// ITU-T T.81, B.2.3 (scan header) and G.1.1.1 (progression).

import type { Frame, FrameComponent } from './frame.ts';
import type { Band } from './progressive.ts';
import type { Scan } from './scan.ts';
import { corrupt, type ScanHeader } from './segments.ts';
import type { JpegTables } from './tables.ts';

/** Data units that an interleaved MCU may hold (B.2.3). */
const MAX_UNITS_IN_MCU = 10;
const MAX_LOW_BIT = 13;

/**
 * Checks a scan header against the frame and finds its tables.
 *
 * @returns null where the scan codes again what an earlier one has coded. Decoders differ on such files; leaving the
 *   repetition out also bounds the work that a small file can ask for.
 * @throws CodedError `image.corrupt`
 */
export function planScan(frame: Frame, header: ScanHeader, tables: JpegTables): Scan | null {
  const parts = header.components.map(({ id, dcTable, acTable }) => {
    const component = frame.components.find((candidate) => candidate.id === id);
    if (component === undefined) throw corrupt('SOS');
    return { component, dcTable, acTable };
  });
  const units = parts.reduce((sum, { component }) => sum + component.horizontal * component.vertical, 0);
  if (new Set(parts.map(({ component }) => component)).size !== parts.length) throw corrupt('SOS');
  if (parts.length > 1 && units > MAX_UNITS_IN_MCU) throw corrupt('SOS');

  const band: Band = frame.progressive ? header : { first: 0, last: 63, high: 0, low: 0 };
  if (frame.progressive && !validBand(band, parts.length)) throw corrupt('SOS');
  if (!parts.every(({ component }) => advances(component, band))) return null;

  const needsDc = band.first === 0 && band.high === 0;
  const needsAc = band.last > 0;
  const components = parts.map(({ component, dcTable, acTable }) => {
    component.quantization ??= tables.quantizationTable(component.quantizationId);
    return {
      component,
      dc: needsDc ? tables.decoder(0, dcTable) : null,
      ac: needsAc ? tables.decoder(1, acTable) : null,
    };
  });
  for (const { component } of parts) component.approximation.fill(band.low, band.first, band.last + 1);
  return { components, band };
}

/** Coefficients that decoding the scan visits. */
export function scanVisits(frame: Frame, { components, band }: Scan): number {
  const [sole] = components;
  const interleaved = components.length > 1;
  const blocks = interleaved
    ? components.reduce((sum, { component }) => sum + component.blocksWide * component.blocksHigh, 0)
    : sole!.component.ownBlocksWide * sole!.component.ownBlocksHigh;
  return blocks * (frame.progressive ? band.last - band.first + 1 : 64);
}

function validBand({ first, last, high, low }: Band, components: number): boolean {
  if (low > MAX_LOW_BIT || (high !== 0 && low !== high - 1)) return false;
  if (first === 0) return last === 0;
  return components === 1 && last >= first && last <= 63;
}

/** Every coefficient's first scan has Ah = 0, and each later one goes on where the one before stopped. */
function advances({ approximation }: FrameComponent, { first, last, high }: Band): boolean {
  for (let k = first; k <= last; k++) {
    if (high === 0 ? approximation[k] !== -1 : approximation[k] !== high) return false;
  }
  return true;
}
