import { originWords, type Seal, sealFacts, sealWords, type Turn, turnRegion } from '@jianzhen/evidence';
import { factRows } from './facts.ts';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import { reasonList } from './signatures.ts';
import { both } from './words.ts';

/** Around a seal's box, as a share of its longer side. */
const MARGIN = 0.06;

/**
 * The seals of a page, each with its cut-out. The cut-outs show the page's own picture again (`sheet` is its id), so that
 * the report does not grow by them.
 */
export function sealSection(seals: readonly Seal[], sheet: string | null, turn: Turn | null): Html | null {
  if (seals.length === 0) return null;
  return html`<section class="seals"><h4>${both(sealWords.seals)} <span class="count">${seals.length}</span></h4>${seals.map((seal) => entry(seal, sheet, turn))}</section>`;
}

function entry(seal: Seal, sheet: string | null, turn: Turn | null): Html {
  const { title, origin, forgeryProbability, reasons } = seal;
  return html`<article class="seal">${sheet && turn ? cutOut(seal, sheet, turn) : null}<div><p class="stated"><b>${title ?? both(sealWords.unread)}</b> <span>${both(originWords[origin])}</span> ${origin === 'unknown' ? null : html`<span>${both(sealWords.forgery)} ${percent(forgeryProbability)}</span>`}</p>
${factRows(sealFacts(seal))}
${reasonList(reasons.map(({ message }) => message))}</div></article>`;
}

function cutOut({ region, ellipse, shape }: Seal, sheet: string, turn: Turn): Html {
  const { x, y, width, height } = turnRegion(region, turn);
  const margin = MARGIN * Math.max(width, height);
  const box = [x - margin, y - margin, width + 2 * margin, height + 2 * margin].join(' ');
  const { cx, cy, rx, ry, angle } = ellipse;
  const outline =
    shape === 'square'
      ? html`<rect x="${region.x}" y="${region.y}" width="${region.width}" height="${region.height}"/>`
      : html`<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" transform="rotate(${angle} ${cx} ${cy})"/>`;
  const label = `${sealWords.seals.zh} / ${sealWords.seals.en}`;
  return html`<svg class="cut-out" viewBox="${box}" role="img" aria-label="${label}"><g transform="matrix(${turn.matrix.join(' ')})"><use href="#${sheet}"/>${outline}</g></svg>`;
}
