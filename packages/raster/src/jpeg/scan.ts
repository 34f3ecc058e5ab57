// ITU-T T.81, A.2 (order of data units), E.2.4 (restart intervals) and G.1.1 (progression).

import { BitReader } from './bits.ts';
import type { EntropySource } from './entropy.ts';
import type { Frame, FrameComponent } from './frame.ts';
import type { HuffmanDecoder } from './huffman.ts';
import {
  type Band,
  decodeAcFirst,
  decodeAcRefinement,
  decodeDcFirst,
  decodeDcRefinement,
} from './progressive.ts';
import { decodeSequentialBlock } from './sequential.ts';

export interface ScanComponent {
  readonly component: FrameComponent;
  readonly dc: HuffmanDecoder | null;
  readonly ac: HuffmanDecoder | null;
}

export interface Scan {
  readonly components: readonly ScanComponent[];
  readonly band: Band;
}

/** Restart markers that may be missing in a row; a number further ahead is taken for damage. */
const MAX_LOST_INTERVALS = 3;

type Mode = 'sequential' | 'dc-first' | 'dc-refinement' | 'ac-first' | 'ac-refinement';

interface ScanState {
  readonly dc: HuffmanDecoder;
  readonly ac: HuffmanDecoder;
  readonly levels: Int16Array;
  prediction: number;
}

/** One block of every MCU: where it lies in its component's levels. */
interface Unit {
  readonly state: ScanState;
  readonly offset: number;
  readonly mcuStride: number;
  readonly mcuRowStride: number;
}

/** Decodes one scan into its components' levels. @returns false where data was missing or damaged */
export function decodeScan(
  frame: Frame,
  scan: Scan,
  source: EntropySource,
  restartInterval: number,
): boolean {
  const states: ScanState[] = scan.components.map(({ component, dc, ac }) => ({
    // The mode says which table is used; a scan never reaches for the one that may be null.
    dc: dc!,
    ac: ac!,
    levels: component.levels,
    prediction: 0,
  }));
  const mode = modeOf(frame, scan.band);
  const only = scan.components.length === 1 ? scan.components[0]!.component : null;
  const mcusWide = only ? only.ownBlocksWide : frame.mcusWide;
  const total = mcusWide * (only ? only.ownBlocksHigh : frame.mcusHigh);
  const units = only ? [soleUnit(states[0]!, only)] : interleavedUnits(states, scan);
  const interval = restartInterval === 0 ? total : restartInterval;
  const reader = new BitReader(source.buffer);
  let sound = true;
  let mcu = 0;
  while (mcu < total && source.next()) {
    if (source.restart >= 0) {
      const ahead = (source.restart - (mcu / interval - 1)) & 7;
      if (ahead > 0) sound = false;
      if (restartInterval === 0 || ahead > MAX_LOST_INTERVALS) continue;
      mcu += ahead * interval;
      if (mcu >= total) break;
    }
    reader.start(0, source.length);
    for (const state of states) state.prediction = 0;
    const end = Math.min(total, mcu + interval);
    if (!decodeInterval(reader, units, mode, scan.band, mcusWide, mcu, end)) sound = false;
    mcu = end;
  }
  if (mcu < total) sound = false;
  while (source.next()) if (source.length > 0) sound = false;
  return sound && !source.damaged && !reader.damaged;
}

function decodeInterval(
  reader: BitReader,
  units: readonly Unit[],
  mode: Mode,
  band: Band,
  mcusWide: number,
  from: number,
  to: number,
): boolean {
  let row = Math.floor(from / mcusWide);
  let column = from - row * mcusWide;
  for (let mcu = from; mcu < to; mcu++) {
    for (let i = 0; i < units.length; i++) {
      const unit = units[i]!;
      const state = unit.state;
      const offset = unit.offset + row * unit.mcuRowStride + column * unit.mcuStride;
      if (mode === 'sequential') {
        state.prediction = decodeSequentialBlock(
          reader,
          state.dc,
          state.ac,
          state.prediction,
          state.levels,
          offset,
        );
      } else if (mode === 'ac-first') decodeAcFirst(reader, state.ac, band, state.levels, offset);
      else if (mode === 'ac-refinement') decodeAcRefinement(reader, state.ac, band, state.levels, offset);
      else if (mode === 'dc-first') {
        state.prediction = decodeDcFirst(reader, state.dc, state.prediction, band.low, state.levels, offset);
      } else decodeDcRefinement(reader, band.low, state.levels, offset);
    }
    if (reader.overrun) return false;
    if (++column === mcusWide) {
      column = 0;
      row++;
    }
  }
  return true;
}

function modeOf(frame: Frame, band: Band): Mode {
  if (!frame.progressive) return 'sequential';
  if (band.first === 0) return band.high === 0 ? 'dc-first' : 'dc-refinement';
  return band.high === 0 ? 'ac-first' : 'ac-refinement';
}

function soleUnit(state: ScanState, component: FrameComponent): Unit {
  return { state, offset: 0, mcuStride: 64, mcuRowStride: 64 * component.blocksWide };
}

function interleavedUnits(states: readonly ScanState[], scan: Scan): Unit[] {
  return scan.components.flatMap(({ component }, index) => {
    const { horizontal, vertical, blocksWide } = component;
    return Array.from({ length: horizontal * vertical }, (_, i) => ({
      state: states[index]!,
      offset: 64 * (Math.floor(i / horizontal) * blocksWide + (i % horizontal)),
      mcuStride: 64 * horizontal,
      mcuRowStride: 64 * vertical * blocksWide,
    }));
  });
}
