/**
 * Typed over: digits in another face, size, weight, ink, base line or spacing than the digits about them. A network compares every digit with
 * its line, its column and the page; measures say in what those that it points at differ. After the reasoning on character-level cues in
 * R. Bertrand, P. Gomez-Krämer, O. R. Terrades, P. Franco and J.-M. Ogier, "A System Based on Intrinsic Features for Fraudulent Document
 * Detection" (ICDAR 2013), with learnt comparisons in place of theirs.
 */
import { calibrated, type Finding, format } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { around } from '../reading/regions.ts';
import type { RecognisedPage } from '../text.ts';
import { deviationsOn, type MeasuredDeviation } from './deviations.ts';
import { judgedDigits } from './judged.ts';
import { MESSAGES, WHERE } from './messages.ts';
import { pageScore, type TypographyModel, typographyModel } from './model.ts';
import type { TypographyNetwork } from './network/network.ts';
import { printedNumbers } from './numbers.ts';
import { type RetypedRun, retypedRuns } from './runs.ts';

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
/** A measure tells why from this many of the others' standard deviations on. */
const TELLING = 2.5;

/** @param image the picture that was read @param page what was read on it, with a box for every character */
export async function inspectTypography(
  image: RgbImage,
  page: RecognisedPage,
  network: TypographyNetwork,
  model: TypographyModel = typographyModel,
): Promise<TypographyReport> {
  const numbers = printedNumbers(image, page);
  const said = await judgedDigits(image, numbers, network);
  const score = pageScore(said.values());
  const runs = retypedRuns(numbers, said, model.alarm).slice(0, MOST_FINDINGS);
  const measured = runs.length > 0 ? deviationsOn(numbers) : () => [];
  return {
    findings: runs.map((run) => findingOf(run, measured(run), calibrated(model.page, run.score))),
    probability: calibrated(model.page, score),
    score,
    digits: said.size,
  };
}

function findingOf(
  { number, from, to }: RetypedRun,
  deviations: readonly MeasuredDeviation[],
  probability: number,
): Finding {
  const characters = number.glyphs.slice(from, to).map(({ character }) => character);
  const lead = deviations[0];
  const code = lead && lead.strength >= TELLING ? lead.deviation : 'print';
  const { zh, en } = WHERE[lead?.reference ?? 'page'];
  const values = {
    text: characters.map(({ text }) => text).join(''),
    number: number.wording,
    where: zh,
    whereEn: en,
    own: lead ? told(lead, lead.own) : '',
    low: lead ? told(lead, lead.low) : '',
    high: lead ? told(lead, lead.high) : '',
    ...Object.fromEntries(
      deviations.map(({ deviation, strength }) => [deviation, Math.round(10 * strength) / 10]),
    ),
  };
  return {
    code: `papers.typography-${code}`,
    severity: 'medium',
    probability,
    region: around(characters.map(({ region }) => region)),
    message: format(MESSAGES[code], values),
    signal: 'papers',
    values,
  };
}

/** Grey levels and percents in whole numbers, pixels and shares to a tenth. */
const told = ({ deviation }: MeasuredDeviation, value: number): string =>
  value.toFixed(deviation === 'ink' || deviation === 'colour' ? 0 : 1).replace(/^-(?=0(\.0)?$)/, '');
