import { dictOf, isArray, nameOf, type PdfDict, PdfRef, PdfStream, type PdfValue } from '@jianzhen/pdf';
import type { Widget } from '../fields.ts';
import type { Sides, State } from './sides.ts';

const elsewhere = new WeakMap<State, ReadonlySet<number>>();

/**
 * Whether what a widget showed when the document was signed serves something else, too. Filling in the field would then
 * exchange what the other shows.
 */
export function appearanceIsShared(sides: Sides, widget: Widget): boolean {
  let used = elsewhere.get(sides.was);
  if (!used) {
    used = usedOutsideAppearances(sides.was);
    elsewhere.set(sides.was, used);
  }
  return appearanceObjects(sides, widget.dict).some((number) => used.has(number));
}

/** Object numbers of a widget's appearance dictionary, its states and their streams. */
function appearanceObjects(sides: Sides, widget: PdfDict): number[] {
  const numbers: number[] = [];
  const visit = (value: PdfValue | undefined, depth: number): void => {
    if (value instanceof PdfRef) numbers.push(value.number);
    const inner = sides.old(value);
    if (depth < 2 && dictOf(inner) && !(inner instanceof PdfStream))
      for (const item of dictOf(inner)!.values()) visit(item, depth + 1);
  };
  visit(widget.get('AP'), 0);
  return numbers;
}

/** All that the trailer leads to without passing through the appearances of widgets. */
function usedOutsideAppearances({ history, k, trailer }: State): ReadonlySet<number> {
  const found = new Set<number>();
  const todo: PdfValue[] = [...trailer].filter(([key]) => key !== 'Prev').map(([, value]) => value);
  for (let value = todo.pop(); value !== undefined; value = todo.pop()) {
    if (value instanceof PdfRef) {
      if (found.has(value.number)) continue;
      found.add(value.number);
      todo.push(history.object(value.number, k));
    } else if (isArray(value)) for (const item of value) todo.push(item);
    else {
      const dict = dictOf(value);
      if (!dict) continue;
      const widget = nameOf(dict.get('Subtype')) === 'Widget';
      for (const [key, item] of dict) if (!(widget && key === 'AP')) todo.push(item);
    }
  }
  return found;
}

/** Whether a widget has an appearance that is more than an empty box. */
export function drawsSomething(sides: Sides, widget: PdfDict): boolean {
  const normal = sides.new(sides.newDict(widget.get('AP'))?.get('N'));
  if (!(normal instanceof PdfStream)) return normal !== null;
  const content = sides.is.history.content(normal, 100_000);
  return (
    content === 'too-long' ||
    /[^\s]/.test(
      Buffer.from(content)
        .toString('latin1')
        .replace(/\b[qQn]\b|%.*/g, ''),
    )
  );
}
