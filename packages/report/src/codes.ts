import { type Code, codeKindWords, codeWords, riskWords } from '@jianzhen/evidence';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import { reasonList } from './signatures.ts';
import { both } from './words.ts';

/** The QR codes of a page: what each carries, how dangerous it is, and why. Nothing in it is a link: nobody should follow it from here. */
export function codeSection(codes: readonly Code[]): Html | null {
  if (codes.length === 0) return null;
  return html`<section class="codes"><h4>${both(codeWords.codes)} <span class="count">${codes.length}</span></h4>${codes.map(entry)}</section>`;
}

function entry({ kind, text, risk: { level, probability, reasons } }: Code): Html {
  return html`<article class="code ${level}"><p class="stated"><b>${both(codeKindWords[kind])}</b> <span>${both(riskWords[level])}</span> <span>${both(codeWords.risk)} ${percent(probability)}</span></p>
<p class="payload"><bdi>${text}</bdi></p>
${reasonList(reasons.map(({ message }) => message))}</article>`;
}
