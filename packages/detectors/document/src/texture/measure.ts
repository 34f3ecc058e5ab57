import type { Word } from '../layout/index.ts';
import type { PageContext } from '../signal.ts';
import { WORD_FEATURES, type WordFeature } from './features.ts';
import { Histogram } from './histogram.ts';
import { texturePlanes } from './planes.ts';

/** A word's features; NaN where there was too little to measure on. */
export type WordMeasure = Record<WordFeature, number>;

const inkLevels = new Histogram(256, 1);
const farLevels = new Histogram(256, 1);
const nearLevels = new Histogram(256, 1);
const haloLevels = new Histogram(256, 1);
const gradients = new Histogram(1024, 4);
const all = [inkLevels, farLevels, nearLevels, haloLevels, gradients];

const LEAST_PIXELS = 10;

/** Measures one word; `page` must be at least 5 × 5 pixels. */
export function measureWord(page: PageContext, word: Word): WordMeasure {
  const { width, height, data: luma } = page.luma;
  const { rgb } = page.image;
  const { residual, distance } = texturePlanes(page);
  const box = paddedBox(word, width, height);
  for (const histogram of all) histogram.clear();

  let far = 0;
  let farResidual = 0;
  let farFlat = 0;
  let across = 0;
  let down = 0;
  let square = 0;
  let near = 0;
  let nearResidual = 0;
  let ink = 0;
  let core = 0;
  let coreSum = 0;
  let coreSquare = 0;
  let inkPairs = 0;
  let inkEqual = 0;
  let inkBlue = 0;
  let inkRed = 0;
  let paper = 0;
  let paperEqual = 0;
  let paperBlue = 0;
  let paperRed = 0;
  let chromaStep = 0;
  let gradient = 0;
  let gradientSquare = 0;
  let blurredSquare = 0;
  let curvature = 0;

  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * width + x;
      const value = luma[i]!;
      const away = distance[i]!;
      const rest = residual[i]!;
      const right = luma[i + 1]!;
      if (away >= 4) {
        far++;
        const size = Math.abs(rest);
        farResidual += size;
        if (size < 1 / 3) farFlat++;
        across += rest * residual[i + 1]!;
        down += rest * residual[i + width]!;
        square += rest * rest;
        farLevels.add(value);
      } else if (away >= 2) {
        near++;
        nearResidual += Math.abs(rest);
        nearLevels.add(value);
        if (away === 2) haloLevels.add(value);
      } else if (away === 0) {
        ink++;
        inkLevels.add(value);
        inkBlue += rgb[3 * i + 2]! - value;
        inkRed += rgb[3 * i]! - value;
        const valley =
          (value <= luma[i - 1]! && value <= right) ||
          (value <= luma[i - width]! && value <= luma[i + width]!);
        if (valley) {
          core++;
          coreSum += value;
          coreSquare += value * value;
        }
        if (distance[i + 1] === 0) {
          inkPairs++;
          if (Math.abs(value - right) < 1.5) inkEqual++;
        }
      }
      if (away >= 2) {
        paper++;
        if (Math.abs(value - right) < 0.5) paperEqual++;
        const red = rgb[3 * i]! - value;
        paperBlue += rgb[3 * i + 2]! - value;
        paperRed += red;
        chromaStep += Math.abs(red - (rgb[3 * i + 3]! - right));
      }
      if (away > 2) continue;
      const gx = (right - luma[i - 1]!) / 2;
      const gy = (luma[i + width]! - luma[i - width]!) / 2;
      const size2 = gx * gx + gy * gy;
      const size = Math.sqrt(size2);
      gradient += size;
      gradientSquare += size2;
      gradients.add(size);
      curvature += rest * rest;
      const bx = smoothStep(luma, i, 1, width);
      const by = smoothStep(luma, i, width, 1);
      blurredSquare += bx * bx + by * by;
    }
  }

  const paperLevel = farLevels.total > LEAST_PIXELS ? farLevels.quantile(0.5) : nearLevels.quantile(0.6);
  const inkLevel = inkLevels.quantile(0.1);
  const contrast = paperLevel - inkLevel;
  const coreMean = coreSum / core;
  const some = (n: number, value: number) => (n > LEAST_PIXELS ? value : Number.NaN);
  return {
    paperNoise: some(far, log(farResidual / far)),
    paperFlat: some(far, farFlat / far),
    paperEqual: some(paper, paperEqual / paper),
    ringing: some(near, log(nearResidual / near)),
    correlationAcross: some(far, square > 0 ? across / square : 0),
    correlationDown: some(far, square > 0 ? down / square : 0),
    chromaNoise: some(paper, log(chromaStep / paper)),
    inkFlat: some(inkPairs, inkEqual / inkPairs),
    coreSpread: some(core, log(Math.sqrt(Math.max(0, coreSquare / core - coreMean ** 2)))),
    sharpness: log(gradientSquare / (gradient * contrast)),
    reblur: gradientSquare / blurredSquare,
    curvature: log(curvature / gradientSquare),
    midtones: log(midtonesOf(luma, distance, width, box, inkLevel, contrast) / (ink / word.strokeWidth)),
    steepest: log(gradients.quantile(0.95) / contrast),
    steep: log(gradients.quantile(0.7) / contrast),
    dip: some(near, nearLevels.quantile(0.05) - paperLevel),
    halo: some(haloLevels.total, haloLevels.quantile(0.9) - paperLevel),
    ink: inkLevel,
    core: some(core, coreMean),
    paper: paperLevel,
    contrast,
    inkBlue: some(ink, inkBlue / ink),
    inkRed: some(ink, inkRed / ink),
    paperBlue: some(paper, paperBlue / paper),
    paperRed: some(paper, paperRed / paper),
  };
}

export function emptyMeasure(): WordMeasure {
  return Object.fromEntries(WORD_FEATURES.map((name) => [name, Number.NaN])) as WordMeasure;
}

/** The word with some paper around it, kept 2 pixels off the page's border. */
function paddedBox({ region }: Word, width: number, height: number) {
  const pad = Math.max(3, Math.min(8, Math.round(0.35 * region.height)));
  return {
    left: Math.max(2, region.x - pad),
    top: Math.max(2, region.y - pad),
    right: Math.min(width - 2, region.x + region.width + pad),
    bottom: Math.min(height - 2, region.y + region.height + pad),
  };
}

/** Keeps logarithms of measures that may be nothing finite. */
const log = (value: number): number => Math.log(Math.max(0, value) + 0.05);

/** Derivative along `along` of luma blurred by [1 2 1] both ways. */
function smoothStep(luma: Float32Array, i: number, along: number, beside: number): number {
  let sum = 0;
  for (let side = -1; side <= 1; side++) {
    const k = i + side * beside;
    const step = luma[k + 2 * along]! - luma[k - 2 * along]! + 2 * (luma[k + along]! - luma[k - along]!);
    sum += side === 0 ? 2 * step : step;
  }
  return sum / 32;
}

function midtonesOf(
  luma: Float32Array,
  distance: Uint8Array,
  width: number,
  box: { left: number; top: number; right: number; bottom: number },
  ink: number,
  contrast: number,
): number {
  const low = ink + 0.25 * contrast;
  const high = ink + 0.75 * contrast;
  let count = 0;
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = box.left; x < box.right; x++) {
      const i = y * width + x;
      const value = luma[i]!;
      if (value > low && value < high && distance[i]! <= 1) count++;
    }
  }
  return count;
}
