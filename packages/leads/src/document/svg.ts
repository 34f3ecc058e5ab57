import { escapeHtml } from './escape.ts';
import type { Scene, Shape } from './types.ts';

const round = (value: number) => Number(value.toFixed(2));

/** The drawing as SVG within a page; every text stands in it as text. */
export function svg({ width, height, shapes }: Scene, label: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(label)}">${shapes.map(element).join('')}</svg>`;
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="${shape.fill}"${shape.stroke ? ` stroke="${shape.stroke}"` : ''}/>`;
    case 'curve': {
      const [x1, y1, x2, y2] = [...shape.from, ...shape.to].map(round) as [number, number, number, number];
      const middle = round((x1 + x2) / 2);
      return `<path d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}" fill="none" stroke="${shape.colour}" stroke-width="${round(shape.width)}"/>`;
    }
    case 'line':
      return `<path d="M${shape.from.map(round).join(' ')}L${shape.to.map(round).join(' ')}" stroke="${shape.colour}" stroke-width=".6"/>`;
    case 'text':
      return `<text x="${round(shape.x)}" y="${round(shape.y)}" font-size="${shape.size}" fill="${shape.colour}" text-anchor="${shape.anchor}"${shape.bold ? ' font-weight="700"' : ''}>${escapeHtml(shape.text)}</text>`;
  }
}
