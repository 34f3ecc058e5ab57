import { type FactRow, format, metadataWords } from '@jianzhen/evidence';
import { bytes } from './format.ts';
import { type Content, type Html, html } from './html.ts';
import type { ReportExhibit } from './input.ts';
import { both, words } from './words.ts';

/** What the file is and what it says of itself. */
export function fileFacts(exhibit: ReportExhibit): Html | null {
  const { orientation = 1, metadata } = exhibit;
  const rows: [Content, Content][] = [];
  if (exhibit.mediaType) rows.push([both(words.mediaType), exhibit.mediaType]);
  if (exhibit.bytes > 0) {
    rows.push([
      both(words.size),
      html`${bytes(exhibit.bytes)} <span class="muted">(${exhibit.bytes} B)</span>`,
    ]);
  }
  if (exhibit.sha256) rows.push([both(words.sha256), html`<code class="hash">${exhibit.sha256}</code>`]);
  if (orientation > 1) {
    rows.push([both(words.orientation), both(format(words.orientationTurned, { orientation }))]);
  }
  for (const [name, label] of Object.entries(metadataWords)) {
    const value = metadata[name];
    if (value) rows.push([both(label), value]);
  }
  if (rows.length === 0) return null;
  return html`<dl class="facts" aria-label="${words.facts.zh} / ${words.facts.en}">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${otherMetadata(metadata)}`;
}

/** What most readers need not see: everything else that the file carries, by the names that stand in it. */
function otherMetadata(metadata: ReportExhibit['metadata']): Html | null {
  const others = Object.entries(metadata).filter(
    ([name, value]) => !Object.hasOwn(metadataWords, name) && value !== '',
  );
  if (others.length === 0) return null;
  return html`<details class="measured"><summary>${both(words.otherMetadata)} <span class="count">${others.length}</span></summary><dl>${others.map(
    ([name, value]) => html`<dt><code>${name}</code></dt><dd>${value}</dd>`,
  )}</dl></details>`;
}

/** Rows that every surface shows alike. */
export const factRows = (rows: readonly FactRow[]): Html | null =>
  rows.length > 0
    ? html`<dl class="fields">${rows.map(([label, value]) => html`<div><dt>${both(label)}</dt><dd>${value}</dd></div>`)}</dl>`
    : null;

/** Milliseconds by stage, slowest first. */
export function timingList(timings: Readonly<Record<string, number>>): Html | null {
  const stages = Object.entries(timings).sort((a, b) => b[1] - a[1]);
  if (stages.length === 0) return null;
  return html`<details class="measured"><summary>${both(words.timings)}</summary><dl>${stages.map(
    ([stage, ms]) => html`<dt><code>${stage}</code></dt><dd>${ms.toFixed(ms < 10 ? 1 : 0)} ms</dd>`,
  )}</dl></details>`;
}
