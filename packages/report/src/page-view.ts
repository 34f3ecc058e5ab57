import { placeBadges, sortFindings, turnOf, turnRegion } from '@jianzhen/evidence';
import { errors } from './errors.ts';
import { type Html, html } from './html.ts';
import type { ReportPage } from './input.ts';
import { textLayer } from './reading.ts';
import { both, words } from './words.ts';

const EMBEDDED = /^data:image\/(?:png|jpeg|webp|avif);base64,[A-Za-z0-9+/]+={0,2}$/;

interface Options {
  readonly id: string;
  readonly file: string;
  readonly orientation: number;
  /** The picture's data waits in `data-href` until the reader comes near it. */
  readonly lazy: boolean;
}

/** The page's picture, its heat map and the boxes of its findings, turned upright, with the controls above. */
export function pageView(page: ReportPage, { id, file, orientation, lazy }: Options): Html {
  const { report, previewDataUri, heatmapDataUri } = page;
  if (!previewDataUri || report.width === 0 || report.height === 0) {
    return html`<p class="note">${both(words.noPicture)}</p>`;
  }
  for (const uri of [previewDataUri, heatmapDataUri]) {
    if (uri !== null && !EMBEDDED.test(uri)) {
      throw errors('report.image-not-embedded', { file, page: report.page });
    }
  }
  const turn = turnOf(report, orientation);
  const href = lazy ? 'data-href' : 'href';
  const picture = (uri: string, kind: string) =>
    html`<image id="${id}-${kind}" class="${kind}" ${href}="${uri}" width="${report.width}" height="${report.height}" preserveAspectRatio="none"/>`;
  return html`<figure class="view">
<div class="controls">
${
  heatmapDataUri
    ? html`<label class="strength">${both(words.overlay)}<input type="range" min="0" max="100" value="60" data-act="heat" aria-describedby="${id}-heat"><output id="${id}-heat">60%</output></label>`
    : html`<span class="muted">${both(words.noOverlay)}</span>`
}
<label><input type="checkbox" checked data-act="boxes">${both(words.boxes)}</label>
<button type="button" data-act="enlarge" aria-pressed="false">${both(words.enlarge)}</button>
</div>
<div class="canvas"><svg viewBox="0 0 ${turn.width} ${turn.height}" role="group" aria-label="${words.pagePicture.zh} / ${words.pagePicture.en}">
<g transform="matrix(${turn.matrix.join(' ')})">${picture(previewDataUri, 'sheet')}${heatmapDataUri ? picture(heatmapDataUri, 'heat') : null}</g>
${textLayer(report.reading, turn)}<g class="boxes">${boxes(page, id, orientation)}</g>
</svg></div>
</figure>`;
}

function boxes({ report }: ReportPage, id: string, orientation: number): Html[] {
  const turn = turnOf(report, orientation);
  // Badges keep one size relative to the picture, so that they read alike on a phone photo and on a small crop.
  const radius = Math.max(turn.width, turn.height) / 85;
  const placed = sortFindings(report.findings).flatMap((finding, i) =>
    finding.region ? [{ finding, number: i + 1, box: turnRegion(finding.region, turn) }] : [],
  );
  const badges = placeBadges(
    placed.map(({ box }) => box),
    radius,
    turn,
  );
  return placed.map(({ finding, number, box }, i) => {
    const { x, y } = badges[i]!;
    const label = `${number}. ${finding.message.zh} / ${finding.message.en}`;
    return html`<g class="box ${finding.severity}" data-finding="${id}f${number}" role="button" tabindex="0" aria-label="${label}"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"/><circle cx="${x}" cy="${y}" r="${radius}"/><text x="${x}" y="${y}" font-size="${radius * 1.3}">${number}</text></g>`;
  });
}
