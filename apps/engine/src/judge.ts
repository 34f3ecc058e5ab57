import type { Detector, Finding, Mask } from '@jianzhen/evidence';
import { messages } from './messages.ts';
import type { PageInput } from './registry.ts';

/** A page with fewer pixels along an edge holds no text that could have been altered. */
const LEAST_EDGE = 64;

export interface Judged {
  readonly readable: boolean;
  /** Calibrated, in [0, 1]. */
  readonly probability: number;
  readonly findings: readonly Finding[];
  readonly mask: Mask;
  readonly statistics: Readonly<Record<string, number>>;
  readonly timings: Readonly<Record<string, number>>;
}

/** One page past all detectors. Their probabilities are of different ways to forge: the page is as forged as the worst. */
export async function judge(input: PageInput, detectors: readonly Detector<PageInput>[]): Promise<Judged> {
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
      statistics,
      timings,
    };
  }
  if (jpeg?.truncated) findings.push(messages.truncated());
  let probability = 0;
  for (const detector of detectors) {
    const report = await detector.examine(input);
    findings.push(...report.findings);
    probability = Math.max(probability, report.forgeryProbability ?? 0);
    if (report.mask) layOver(data, report.mask.data);
    for (const [name, value] of Object.entries(report.statistics))
      statistics[`${detector.id}.${name}`] = value;
    for (const [name, value] of Object.entries(report.timings)) timings[name] = value;
  }
  return { readable: true, probability, findings, mask: { width, height, data }, statistics, timings };
}

/** Each pixel takes the higher of both masks. */
function layOver(under: Uint8Array, over: Uint8Array): void {
  for (let i = 0; i < under.length; i++) if (over[i]! > under[i]!) under[i] = over[i]!;
}
