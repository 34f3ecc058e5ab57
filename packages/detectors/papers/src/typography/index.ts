/**
 * Typed over: a run of digits in another face, size, weight, ink, base line or spacing than the digits about it, each judged against the
 * page's own statistics. After the reasoning on character-level cues in R. Bertrand, P. Gomez-Krämer, O. R. Terrades, P. Franco and J.-M.
 * Ogier, "A System Based on Intrinsic Features for Fraudulent Document Detection" (ICDAR 2013), with fitted weights in place of theirs.
 */
import { calibrated, type Finding, format, logOdds } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { around } from '../reading/regions.ts';
import type { RecognisedPage } from '../text.ts';
import { deviationsOf, type MeasuredDeviation } from './deviations.ts';
import { MESSAGES, WHERE } from './messages.ts';
import { pageScore, type TypographyModel, typographyModel } from './model.ts';
import { typographySegments } from './page.ts';
import type { Segment } from './segments.ts';

export interface TypographyReport {
  /** Runs that stand out, the surest first. */
  readonly findings: readonly Finding[];
  /** Calibrated probability that digits of the page were typed over, 0–1, at even odds. */
  readonly probability: number;
  /** Log-odds behind it. */
  readonly score: number;
  /** Digits that were measured. */
  readonly digits: number;
}

const MOST_FINDINGS = 5;

/** @param image the picture that was read @param page what was read on it, with a box for every character */
export function inspectTypography(
  image: RgbImage,
  page: RecognisedPage,
  model: TypographyModel = typographyModel,
): TypographyReport {
  const segments = typographySegments(image, page).map((segment) => ({
    segment,
    score: logOdds(model.runs, segment.features),
  }));
  const score = pageScore(segments.map((scored) => scored.score));
  const taken = new Set<Segment['number']>();
  const findings: Finding[] = [];
  for (const { segment, score } of segments.sort((a, b) => b.score - a.score)) {
    const probability = calibrated(model.page, score);
    if (score <= model.alarm || findings.length >= MOST_FINDINGS) break;
    if (taken.has(segment.number)) continue;
    taken.add(segment.number);
    findings.push(findingOf(segment, probability));
  }
  const digits = new Set(segments.flatMap(({ segment }) => segment.glyphs)).size;
  return { findings, probability: calibrated(model.page, score), score, digits };
}

function findingOf(segment: Segment, probability: number): Finding {
  const deviations = deviationsOf(segment);
  const lead = deviations[0]!;
  const { zh, en } = WHERE[lead.reference];
  const values = {
    text: textOf(segment.glyphs),
    number: segment.number.wording,
    where: zh,
    whereEn: en,
    own: told(lead, lead.own),
    low: told(lead, lead.low),
    high: told(lead, lead.high),
    ...Object.fromEntries(
      deviations.map(({ deviation, strength }) => [deviation, Math.round(10 * strength) / 10]),
    ),
  };
  return {
    code: `papers.typography-${lead.deviation}`,
    // Of genuine receipts three in a hundred have such a run: reason to look, none to suspect the page by itself.
    severity: 'medium',
    probability,
    region: around(segment.glyphs.map(({ character }) => character.region)),
    message: format(MESSAGES[lead.deviation], values),
    signal: 'papers',
    values,
  };
}

const textOf = (glyphs: Segment['glyphs']) => glyphs.map(({ character }) => character.text).join('');

/** Grey levels in whole numbers, pixels and shares to a tenth. */
const told = ({ deviation }: MeasuredDeviation, value: number): string =>
  deviation === 'ink' ? value.toFixed(0) : value.toFixed(1);
