import { format, verdictWords } from '@jianzhen/evidence';
import { fileName } from './file-name.ts';
import { type Html, html } from './html.ts';
import type { ReportExhibit } from './input.ts';
import { chip, probabilityBar, type Summary, summarise, VERDICTS } from './verdict.ts';
import { both, words } from './words.ts';

/** The table at the top: one row a file, with counts by verdict that also filter. */
export function overview(exhibits: readonly ReportExhibit[]): Html {
  const summaries = exhibits.map(summarise);
  const pages = exhibits.reduce((sum, exhibit) => sum + exhibit.pages.length, 0);
  const count = both(format(words.filesAndPages, { files: exhibits.length, pages }));
  return html`<section class="overview" id="top" aria-labelledby="overview-title">
<header><h2 id="overview-title">${both(words.overview)}</h2><span class="muted">${count}</span>${filters(summaries)}</header>
${
  exhibits.length === 0
    ? html`<p class="note">${both(words.empty)}</p>`
    : html`<div class="scroll"><table><thead><tr><th class="num">#</th><th>${both(words.file)}</th><th class="num">${both(words.page)}</th><th>${both(words.verdict)}</th><th>${both(words.probability)}</th><th class="num">${both(words.findings)}</th></tr></thead>
<tbody>${exhibits.map((exhibit, i) => row(exhibit, summaries[i]!, i + 1))}</tbody></table></div>`
}
</section>
`;
}

function row(exhibit: ReportExhibit, summary: Summary, number: number): Html {
  const probability = exhibit.error
    ? html`${summary.probability === null ? null : probabilityBar(summary.probability)} <code class="code">${exhibit.error.code}</code>`
    : probabilityBar(summary.probability);
  return html`<tr data-verdict="${summary.verdict}"><td class="num muted">${number}</td><td class="name"><a href="#e${number}">${fileName(exhibit.file)}</a></td><td class="num">${exhibit.pages.length}</td><td>${chip(summary.verdict)}</td><td>${probability}</td><td class="num">${summary.findings}</td></tr>
`;
}

function filters(summaries: readonly Summary[]): Html | null {
  const present = VERDICTS.filter((verdict) => summaries.some((summary) => summary.verdict === verdict));
  if (present.length < 2) return null;
  return html`<div class="filters" role="group" aria-label="${words.filter.zh} / ${words.filter.en}"><button type="button" data-act="filter" data-verdict="" aria-pressed="true">${both(words.all)} ${summaries.length}</button>${present.map(
    (verdict) =>
      html`<button type="button" class="${verdict}" data-act="filter" data-verdict="${verdict}" aria-pressed="false">${both(verdictWords[verdict])} ${summaries.filter((summary) => summary.verdict === verdict).length}</button>`,
  )}</div>`;
}
