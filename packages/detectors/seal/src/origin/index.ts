/**
 * How a seal came onto its page: pressed by a die, or laid in as a picture. Ink is uneven, bleeds, lets print show and is seen with its
 * paper's noise; a layer is flat or brings its own. Each measure is weak: trees weigh them together, and a network sees the pixels themselves.
 */
import { format, type Reason, type Seal } from '@jianzhen/evidence';
import type { PageImage } from '@jianzhen/raster';
import type { PageSeal } from '../rectify/page-seal.ts';
import type { SealPatch } from '../types.ts';
import { type Layers, sealLayers } from './layers.ts';
import { measuresOf } from './measures/index.ts';
import { ORIGIN_MESSAGES } from './messages.ts';
import { layerLogOdds, layerProbability, type OriginModel, originModel } from './model.ts';
import type { OriginNetwork } from './network.ts';
import { originPlanes } from './planes.ts';
import { originReasons } from './reasons.ts';

export interface OriginJudgement {
  readonly origin: Seal['origin'];
  /** Calibrated, at even odds of ink and layers; 0.5 where nothing can be said. */
  readonly forgeryProbability: number;
  readonly reasons: readonly Reason[];
  readonly statistics: Readonly<Record<string, number>>;
}

/** A seal in layers and what they measure. */
export interface MeasuredOrigin {
  readonly layers: Layers;
  readonly statistics: Readonly<Record<string, number>>;
}

/** Radius in pixels, and mean density of ink, under which texture is not spoken of; share of the patch that must have been seen. */
const SMALLEST = 25;
const FAINTEST = 0.05;
const LEAST_SEEN = 0.25;

/**
 * What a seal's making is judged by; null of seals that are too small, faint or cut for that.
 *
 * @param patch its ink, for how much of it was seen
 */
export function measureOrigin(onPage: PageSeal, patch: Pick<SealPatch, 'seen'>): MeasuredOrigin | null {
  const layers = sealLayers(onPage);
  const statistics = layers && measuresOf(layers);
  if (!statistics) return null;
  const seen = patch.seen.reduce((sum, value) => sum + value, 0) / patch.seen.length;
  const told = statistics.radius! >= SMALLEST && statistics.density! >= FAINTEST && seen >= LEAST_SEEN;
  return told ? { layers, statistics } : null;
}

/** @param track its page's @param patch its ink, for how much of it was seen */
export async function judgeOrigin(
  onPage: PageSeal,
  track: PageImage['track'],
  patch: Pick<SealPatch, 'seen'>,
  network: OriginNetwork,
  model: OriginModel = originModel,
): Promise<OriginJudgement> {
  const measured = measureOrigin(onPage, patch);
  if (!measured) {
    const value = Math.round(2 * Math.max(onPage.seal.ellipse.rx, onPage.seal.ellipse.ry));
    const message = format(ORIGIN_MESSAGES['seal.origin-unsure'], { value });
    const reasons = [{ code: 'seal.origin-unsure', message }];
    return { origin: 'unknown', forgeryProbability: 0.5, reasons, statistics: {} };
  }
  const { layers, statistics } = measured;
  const said = await network(originPlanes(layers));
  const forgeryProbability = layerProbability(model, layerLogOdds(model, statistics), said);
  if (forgeryProbability <= model.ink)
    return { origin: 'ink', forgeryProbability, reasons: originReasons('ink', statistics), statistics };
  if (forgeryProbability < model.pasted)
    return { origin: 'unknown', forgeryProbability, reasons: [], statistics };
  const reasons = originReasons('layer', statistics);
  // On a page that was drawn from a file's contents every seal is a layer: it is the signature that says whose.
  const origin = track === 'render' ? 'esign' : 'pasted';
  return { origin, forgeryProbability, reasons, statistics };
}
