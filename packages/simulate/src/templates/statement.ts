import { labelStyle, leadingOf, type Pen, value, valueStyle, write } from './page.ts';
import { widthOf } from './type.ts';
import type { FillKind } from './types.ts';

const CLOSING_MARK = /^[，。；：、）”》]/;

/** Running text: its fixed words move along with the lengths of the values before them. */
export function statement(pen: Pen, text: string): void {
  const { layout } = pen.design;
  const right = layout.page[0] - layout.right;
  let x = layout.left + 2 * layout.body;
  let run = '';
  let start = x;
  let role: 'fixed' | 'fill' = 'fixed';
  const flush = () => {
    if (run) write(pen, run, start, role === 'fixed' ? labelStyle(pen.design) : valueStyle(pen.design), role);
    run = '';
    start = x;
  };
  for (const piece of text.split(/(\{\w+\})/)) {
    const fill = /^\{(\w+)\}$/.exec(piece)?.[1] as FillKind | undefined;
    const style = fill ? valueStyle(pen.design) : labelStyle(pen.design);
    flush();
    role = fill ? 'fill' : 'fixed';
    for (const character of fill ? value(pen, fill, right - layout.left) : piece) {
      const wide = widthOf(character, style);
      if (x + wide > right && !CLOSING_MARK.test(character)) {
        flush();
        pen.y += leadingOf(pen.design);
        x = layout.left;
        start = x;
      }
      run += character;
      x += wide;
    }
  }
  flush();
  pen.y += 1.3 * leadingOf(pen.design);
}
