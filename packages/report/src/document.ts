import { contentSecurityPolicy, script, styleSheet } from './assets.ts';
import { exhibitSection } from './exhibit.ts';
import { instant } from './format.ts';
import { howToRead } from './how-to-read.ts';
import { html, raw } from './html.ts';
import type { ReportInput } from './input.ts';
import { overview } from './overview.ts';
import { both, words } from './words.ts';

/** Up to here every picture is simply on the page; beyond, it is decoded only near the reader, and for printing. */
const EAGER_PAGES = 24;

/**
 * One self-contained HTML page on the examined files: no network, no other file, works from disk and on paper.
 * The same input gives the same bytes.
 * @throws `report.image-not-embedded` where a picture is anything but a base64 data URI of a raster image.
 */
export function renderReport(input: ReportInput): string {
  const pages = input.exhibits.reduce((sum, exhibit) => sum + exhibit.pages.length, 0);
  const lazy = pages > EAGER_PAGES;
  return html`<!doctype html>
<html lang="zh-CN" data-lang="both">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(contentSecurityPolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Jianzhen ${input.version}">
<title>${words.title.zh} · ${words.title.en}</title>
<style>${raw(styleSheet)}</style>
</head>
<body>
<header class="masthead">
<span class="mark" aria-hidden="true">鉴真</span>
<div class="titles"><h1>${both(words.title)}</h1><p>${both(words.generated)} <time datetime="${input.generatedAt}">${instant(input.generatedAt)}</time> · Jianzhen ${input.version}</p></div>
<div class="tools"><div class="languages" role="group" aria-label="${words.language.zh} / ${words.language.en}"><button type="button" data-act="lang" data-lang="both" aria-pressed="true">中 + EN</button><button type="button" data-act="lang" data-lang="zh" aria-pressed="false" lang="zh-CN">中文</button><button type="button" data-act="lang" data-lang="en" aria-pressed="false" lang="en">English</button></div><button type="button" data-act="print">${both(words.print)}</button></div>
</header>
<main>
${overview(input.exhibits)}${howToRead(input.operatingPoints)}${input.exhibits.map((exhibit, i) => exhibitSection(exhibit, i + 1, lazy))}</main>
<footer>${both(words.keys)}</footer>
<script>${raw(script)}</script>
</body>
</html>
`.toString();
}
