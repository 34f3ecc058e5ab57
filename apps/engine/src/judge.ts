import { checkSector } from '@jianzhen/detector-seal';
import type { Code, Detector, Finding, Mask, PageTemplate, Reading, Seal, Trace } from '@jianzhen/evidence';
import { messages } from './messages.ts';
import type { PageInput } from './registry.ts';
import { nameWords } from './words-touched.ts';

/** A page with fewer pixels along an edge holds no text that could have been altered. */
const LEAST_EDGE = 64;

export interface Judged {
  readonly readable: boolean;
  /** Calibrated, in [0, 1]. */
  readonly probability: number;
  readonly findings: readonly Finding[];
  readonly mask: Mask;
  /** Null where no detector read the page. */
  readonly reading: Reading | null;
  readonly traces: readonly Trace[];
  readonly template: PageTemplate | null;
  readonly seals: readonly Seal[];
  readonly codes: readonly Code[];
  readonly statistics: Readonly<Record<string, number>>;
  readonly timings: Readonly<Record<string, number>>;
}

/**
 * One page past all detectors. Their probabilities are of different ways to forge: the page is as forged as the worst.
 * @param onDetector called with a detector's id before it begins
 */
export async function judge(
  input: PageInput,
  detectors: readonly Detector<PageInput>[],
  onDetector: (id: string) => void = () => {},
): Promise<Judged> {
  const { width, height, jpeg } = input.image;
  const data = new Uint8Array(width * height);
  const findings: Finding[] = [];
  const statistics: Record<string, number> = {};
  const timings: Record<string, number> = {};
  if (Math.min(width, height) < LEAST_EDGE) {
    return {
      readable: false,
      probability: 0,
      findings: [messages.tooSmall(width, height)],
      mask: { width, height, data },
      reading: null,
      traces: [],
      template: null,
      seals: [],
      codes: [],
      statistics,
      timings,
    };
  }
  if (jpeg?.truncated) findings.push(messages.truncated());
  let probability = 0;
  let reading: Reading | null = null;
  const traces: Trace[] = [];
  let template: PageTemplate | null = null;
  const seals: Seal[] = [];
  const codes: Code[] = [];
  for (const detector of detectors) {
    onDetector(detector.id);
    const lines = reading?.lines ?? [];
    const report = await detector.examine({ ...input, seals: surelyRead(seals), lines });
    findings.push(...report.findings);
    probability = Math.max(probability, report.forgeryProbability ?? 0);
    traces.push(...report.traces);
    reading ??= report.reading ?? null;
    template ??= report.template ?? null;
    seals.push(...(report.seals ?? []));
    codes.push(...(report.codes ?? []));
    if (report.mask) layOver(data, report.mask.data);
    for (const [name, value] of Object.entries(report.statistics))
      statistics[`${detector.id}.${name}`] = value;
    for (const [name, value] of Object.entries(report.timings)) timings[name] = value;
  }
  // Both have spoken: whose seals, and on what paper.
  if (reading) findings.push(...wrongSectors(seals, reading.kind.name));
  const said = reading ? nameWords(findings, reading) : findings;
  const mask = { width, height, data };
  return {
    readable: true,
    probability,
    findings: said,
    mask,
    reading,
    traces,
    template,
    seals,
    codes,
    statistics,
    timings,
  };
}

/** Least confidence in every character of a title that a paper's text is held against. */
const SURE = 0.7;

const surelyRead = (seals: readonly Seal[]): string[] =>
  seals.flatMap(({ title, titleConfidence }) => (title !== null && titleConfidence >= SURE ? [title] : []));

/** Seals of organisations that do not seal such papers. */
const wrongSectors = (seals: readonly Seal[], kind: string): Finding[] =>
  seals.flatMap((seal) => {
    const reason = checkSector(seal, kind);
    const { region, titleConfidence: probability } = seal;
    return reason ? [{ ...reason, severity: 'medium' as const, probability, region, signal: 'seal' }] : [];
  });

/** Each pixel takes the higher of both masks. */
function layOver(under: Uint8Array, over: Uint8Array): void {
  for (let i = 0; i < under.length; i++) if (over[i]! > under[i]!) under[i] = over[i]!;
}
