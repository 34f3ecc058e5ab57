import { type Html, html } from './html.ts';

/** A path with its folder set back: the name is what people look for. */
export function fileName(path: string): Html {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  const folder = end > 0 ? html`<span class="folder">${path.slice(0, end)}</span><wbr>` : null;
  return html`<bdi>${folder}${path.slice(end)}</bdi>`;
}
