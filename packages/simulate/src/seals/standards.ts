import type { SealShape } from './types.ts';

/**
 * Sizes and contents of seals as rules set them, in millimetres.
 *
 * 国发〔1999〕25号《国务院关于国家行政机关和企业事业单位社会团体印章管理的规定》: round seals, at most 45 mm for institutions and companies (items 7
 * to 19), a five-pointed star or, from counties' governments upwards, the national emblem in the centre, the name around it.
 * 国家税务总局公告2011年第7号: the invoice seal, an ellipse of 40 × 30 mm with a rim of 1 mm, the tax number across the middle, the name
 * around it, 发票专用章 below; characters 4.2 mm high around, 4.6 mm below, digits 3.7 mm.
 * Police practice for companies (公安部, seal code of 13 digits, GA 241): 40–42 mm, the star 14 mm; seals of one purpose 38–40 mm.
 */
interface SealSize {
  readonly shape: SealShape;
  readonly width: readonly [number, number];
  /** Equal to the width where null. */
  readonly height: readonly [number, number] | null;
  /** Diameter of the star. */
  readonly star: number | null;
}

export const SEAL_KINDS = ['company', 'government', 'purpose', 'invoice', 'oval', 'name', 'square'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];

export const SEAL_SIZES: Readonly<Record<SealKind, SealSize>> = {
  company: { shape: 'circle', width: [38, 45], height: null, star: 14 },
  government: { shape: 'circle', width: [42, 45], height: null, star: 14 },
  purpose: { shape: 'circle', width: [36, 42], height: null, star: 13 },
  invoice: { shape: 'ellipse', width: [40, 40], height: [30, 30], star: null },
  oval: { shape: 'ellipse', width: [38, 50], height: [26, 36], star: null },
  name: { shape: 'square', width: [16, 22], height: null, star: null },
  square: { shape: 'square', width: [22, 40], height: null, star: null },
};

/** Subtitles of seals that serve one purpose. */
export const PURPOSES = [
  '财务专用章',
  '合同专用章',
  '业务专用章',
  '人事专用章',
  '行政专用章',
  '证明专用章',
  '收费专用章',
  '检验专用章',
  '医疗专用章',
  '户口专用章',
] as const;
