import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { escapeHtml as text } from './escape.ts';
import { svg } from './svg.ts';
import type { Block, Paper } from './types.ts';

const STYLE = readFileSync(new URL('paper.css', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The paper as one page of HTML that asks for nothing and runs nothing. */
export function* renderHtml(paper: Paper): Generator<Uint8Array> {
  yield Buffer.from(`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(paper.title)}</title>
<style>${STYLE}</style>
</head>
<body${paper.landscape ? ' class="landscape"' : ''}>
<main>
`);
  for (const block of paper.blocks) yield* blockHtml(block);
  yield Buffer.from(`</main>\n<footer>${text(paper.foot)}</footer>\n</body>\n</html>\n`);
}

function* blockHtml(block: Block): Generator<Uint8Array> {
  if (block.kind !== 'table') {
    yield Buffer.from(`${simple(block)}\n`);
    return;
  }
  const { columns, rows } = block;
  const heads = columns.map(({ title, right }) => `<th${right ? ' class="right"' : ''}>${text(title)}</th>`);
  yield Buffer.from(`<div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>\n`);
  for (const row of rows) {
    const cells = row.map((value, i) => {
      const { code, right } = columns[i]!;
      const classes = [code ? 'code' : '', right ? 'right' : ''].filter(Boolean).join(' ');
      return `<td${classes ? ` class="${classes}"` : ''}>${text(value).replaceAll('\n', '<br>')}</td>`;
    });
    yield Buffer.from(`<tr>${cells.join('')}</tr>\n`);
  }
  yield Buffer.from('</tbody></table></div>\n');
}

function simple(block: Exclude<Block, { kind: 'table' }>): string {
  switch (block.kind) {
    case 'title':
      return `<header><h1>${text(block.text)}</h1><p>${text(block.sub)}</p></header>`;
    case 'heading':
      return `<h2>${text(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${text(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'note':
      return `<aside class="${block.tone}"><b>${text(block.label)}</b><span>${text(block.text)}</span></aside>`;
    case 'facts':
      return `<dl>${block.rows.map(([label, value]) => `<div><dt>${text(label)}</dt><dd>${text(value).replaceAll('\n', '<br>')}</dd></div>`).join('\n')}</dl>`;
    case 'figure':
      return `<figure>${svg(block.scene, block.caption)}<figcaption>${text(block.caption)}</figcaption></figure>`;
    case 'signatures':
      return `<section class="signatures">${block.places
        .map(
          ({ role, lines }) =>
            `<div><b>${text(role)}</b>${lines.map((line) => `<p>${text(line)}</p>`).join('')}</div>`,
        )
        .join('')}</section>`;
  }
}
