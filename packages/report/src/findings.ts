import {
  type Finding,
  type PageReport,
  saidBefore,
  sameAsAbove,
  severityWords,
  sortFindings,
} from '@jianzhen/evidence';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import { both, words } from './words.ts';

/** The numbered list beside the picture. */
export function findingList(report: PageReport, id: string): Html {
  const findings = sortFindings(report.findings);
  if (findings.length === 0) return html`<p class="note">${both(words.noFindings)}</p>`;
  const again = saidBefore(findings);
  return html`<ol class="findings" aria-label="${words.findings.zh} / ${words.findings.en}">${findings.map((finding, i) => entry(finding, i + 1, id, again[i] ?? false))}</ol>`;
}

function entry(finding: Finding, number: number, id: string, again: boolean): Html {
  const { zh, en } = again ? sameAsAbove : finding.message;
  const head = html`<span class="badge ${finding.severity}" aria-hidden="true">${number}</span><span class="said${again ? ' muted' : ''}"><span class="zh" lang="zh-CN">${zh}</span><span class="en" lang="en">${en}</span></span>`;
  return html`<li id="${id}f${number}" class="finding">${
    finding.region
      ? html`<button type="button" class="head" data-act="finding" aria-pressed="false"${again ? html` title="${finding.message.zh} / ${finding.message.en}"` : null}>${head}</button>`
      : html`<div class="head">${head}</div>`
  }<p class="meta"><span class="severity ${finding.severity}">${both(severityWords[finding.severity])}</span><span>${both(words.certainty)} <b>${percent(finding.probability)}</b></span>${finding.region ? null : html`<span>${both(words.wholePage)}</span>`}<code>${finding.code}</code></p>${measured(finding)}</li>`;
}

function measured(finding: Finding): Html | null {
  const values = Object.entries(finding.values ?? {});
  if (values.length === 0 && !finding.signal) return null;
  return html`<details class="measured"><summary>${both(words.measured)}</summary><dl>${finding.signal ? html`<dt>${both(words.signal)}</dt><dd><code>${finding.signal}</code></dd>` : null}${values.map(
    ([name, value]) =>
      html`<dt><code>${name}</code></dt><dd>${typeof value === 'number' ? Number(value.toPrecision(4)) : value}</dd>`,
  )}</dl></details>`;
}
