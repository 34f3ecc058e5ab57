import { format, turnOf } from '@jianzhen/evidence';
import { codeSection } from './codes.ts';
import { fileFacts, timingList } from './facts.ts';
import { fileName } from './file-name.ts';
import { findingList } from './findings.ts';
import { explain } from './format.ts';
import { type Html, html } from './html.ts';
import type { ReportExhibit, ReportPage } from './input.ts';
import { pageView } from './page-view.ts';
import { readingSection } from './reading.ts';
import { sealSection } from './seals.ts';
import { signatureSection } from './signatures.ts';
import { chip, probabilityBar, summarise } from './verdict.ts';
import { voiceSection } from './voices.ts';
import { both, words } from './words.ts';

/** One file: its facts, then each page with its picture and findings. */
export function exhibitSection(exhibit: ReportExhibit, number: number, lazy: boolean): Html {
  const { verdict } = summarise(exhibit);
  const id = `e${number}`;
  return html`<section class="exhibit" id="${id}" data-verdict="${verdict}" aria-labelledby="${id}-name">
<header><h2 id="${id}-name"><span class="number">${number}</span>${fileName(exhibit.file)}</h2>${chip(verdict)}<a class="top" href="#top">${both(words.toTop)}</a></header>
${
  exhibit.error
    ? html`<div class="failure" role="note"><b>${both(words.failed)}</b><p>${both(exhibit.error.message)}</p><code>${exhibit.error.code}</code></div>`
    : null
}
${fileFacts(exhibit)}
${exhibit.pages.map((page) => pageSection(exhibit, page, id, lazy))}
${exhibit.pages.length === 0 && !exhibit.error ? html`<p class="note">${both(words.noPages)}</p>` : null}
</section>
`;
}

function pageSection(exhibit: ReportExhibit, page: ReportPage, exhibitId: string, lazy: boolean): Html {
  const { report } = page;
  const id = `${exhibitId}p${report.page}`;
  // Sound alone is never forged: what it is worth stands in its findings.
  const judged = report.verdict !== 'unreadable' && !report.voice;
  return html`<article class="page" id="${id}">
<div class="judgement"><h3>${both(format(words.pageOf, { page: report.page, pages: report.pages }))}</h3>${chip(report.verdict)}${
    judged
      ? html`<span class="p"><span class="label">${both(words.probability)}</span>${probabilityBar(report.forgeryProbability)}</span><p class="plain">${both(explain(report.forgeryProbability))}</p>`
      : null
  }${report.voice ? null : html`<span class="muted pixels">${report.width} × ${report.height} <span class="zh" lang="zh-CN">${words.pixels.zh}</span><span class="en" lang="en">px</span></span>`}</div>
<div class="side-by-side">
${report.voice ? voiceSection(report.voice) : pageView(page, { id, file: exhibit.file, orientation: exhibit.orientation ?? 1, lazy })}
<div class="said-of-it"><h4>${both(words.findings)} <span class="count">${report.findings.length}</span></h4>${findingList(report, id)}${codeSection(report.codes)}${signatureSection(report.signatures)}${sealSection(report.seals, page.previewDataUri ? `${id}-sheet` : null, turnOf(report, exhibit.orientation ?? 1))}${readingSection(report.reading)}${timingList(page.timings)}</div>
</div>
</article>
`;
}
