import { type ReadField, type Reading, type TextLine, type Turn, turnRegion } from '@jianzhen/evidence';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import { both, words } from './words.ts';

/** Below this a reader should look at the picture before he trusts a value. */
const DOUBTFUL = 0.9;

/** What was read on a page: its kind, its fields, its tables and all its text. */
export function readingSection(reading: Reading | null): Html | null {
  if (!reading || reading.lines.length === 0) return null;
  const { kind, fields, tables, lines } = reading;
  return html`<section class="reading"><h4>${both(words.reading)}</h4>
<p class="kind"><b>${both(kind.label)}</b>${
    kind.reasons.length > 0
      ? html` <span class="muted">${both(words.kindReasons)} ${kind.reasons.join('、')}</span>`
      : null
  }</p>
${fields.length > 0 ? html`<dl class="fields">${fields.map(fieldRow)}</dl>` : null}
${tables.map(({ rows }) => tableOf(rows))}
<details class="measured"><summary>${both(words.allText)} <span class="count">${lines.length}</span></summary><p class="text">${lines.map(({ text }) => html`${text}<br>`)}</p></details>
</section>`;
}

const fieldRow = ({ label, text, confidence }: ReadField): Html =>
  html`<div><dt>${both(label)}</dt><dd>${text}${
    confidence < DOUBTFUL
      ? html` <span class="doubtful">${both(words.doubtful)} ${percent(confidence)}</span>`
      : null
  }</dd></div>`;

function tableOf(rows: Reading['tables'][number]['rows']): Html {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return html`<details class="measured"><summary>${both(words.tableRows)} <span class="count">${rows.length}</span></summary><div class="cells"><table><thead><tr>${columns.map((column) => html`<th><code>${column}</code></th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${columns.map((column) => html`<td>${row[column] ?? ''}</td>`)}</tr>`,
  )}</tbody></table></div></details>`;
}

/** The text over the picture, unseen, to be selected, searched and copied. */
export const textLayer = (reading: Reading | null, turn: Turn): Html | null =>
  reading ? html`<g class="text-layer">${reading.lines.map((line) => lineOf(line, turn))}</g>` : null;

function lineOf({ text, region }: TextLine, turn: Turn): Html {
  const { x, y, width, height } = turnRegion(region, turn);
  const upright = height > 2 * width && text.length > 2;
  const [length, size] = upright ? [height, width] : [width, height];
  const turned = upright ? html` transform="translate(${x + width} ${y}) rotate(90)"` : null;
  const at = upright ? html`x="0" y="${size * 0.85}"` : html`x="${x}" y="${y + size * 0.85}"`;
  return html`<text ${at} font-size="${size}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${turned}>${text}</text>`;
}
