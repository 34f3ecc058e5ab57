import { type Verdict, verdictWords } from '@jianzhen/evidence';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import type { ReportExhibit } from './input.ts';
import { both } from './words.ts';

/** Worst first. What could not be read comes before what looks genuine: it still needs a person. */
export const VERDICTS: readonly Verdict[] = ['forged', 'suspicious', 'unreadable', 'genuine'];

export interface Summary {
  readonly verdict: Verdict;
  /** Highest of the pages; null where no page could be judged. */
  readonly probability: number | null;
  readonly findings: number;
}

/** A file is as bad as its worst page. */
export function summarise(exhibit: ReportExhibit): Summary {
  const reports = exhibit.pages.map((page) => page.report);
  const judged = reports.filter((report) => report.verdict !== 'unreadable');
  const verdicts = new Set<Verdict>(reports.map((report) => report.verdict));
  if (exhibit.error || reports.length === 0) verdicts.add('unreadable');
  return {
    verdict: VERDICTS.find((verdict) => verdicts.has(verdict)) ?? 'unreadable',
    probability: judged.length > 0 ? Math.max(...judged.map((report) => report.forgeryProbability)) : null,
    findings: reports.reduce((sum, report) => sum + report.findings.length, 0),
  };
}

export function chip(verdict: Verdict): Html {
  return html`<span class="chip ${verdict}">${both(verdictWords[verdict])}</span>`;
}

export function probabilityBar(probability: number | null): Html {
  if (probability === null) return html`<span class="muted">—</span>`;
  const width = Math.round(probability * 100);
  return html`<span class="bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="8"/><rect class="level" width="${width}" height="8"/></svg><b>${percent(probability)}</b></span>`;
}
