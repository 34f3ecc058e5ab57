/** Texts of which parts may be hidden, held against each other as far as they are visible. */

const HIDDEN = /[*＊×]+/g;
/** In a pattern: any one character, and any number of them. */
const [ONE, ANY] = ['\u0001', '\u0002'];

/** Runs of stars seldom count their places, so a run stands for one place or more. */
const pattern = (text: string): readonly string[] => [...text.replace(HIDDEN, ONE + ANY)];

/**
 * Whether some text fits both: `张**` and `张三`, `6222****1234` and `6222021234567891234`, `12*` and `1*3`. Hidden places agree
 * with anything. Time and memory grow with the product of the lengths.
 */
export function agree(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [pattern(a), pattern(b)];
  // reached[j]: some text fits the part of `left` so far and the first j of `right`.
  let reached = [true];
  for (const token of right) reached.push(reached.at(-1)! && token === ANY);
  for (const token of left) {
    const next = [reached[0]! && token === ANY];
    for (const [j, other] of right.entries()) {
      const both = reached[j]! && (token === other || token === ONE || other === ONE);
      next.push(
        both ||
          (token === ANY && (reached[j + 1]! || next[j]!)) ||
          (other === ANY && (next[j]! || reached[j + 1]!)),
      );
    }
    reached = next;
  }
  return reached.at(-1)!;
}

/** Places where two texts of one length differ; null where the lengths do. */
export function differences(a: string, b: string): readonly number[] | null {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length) return null;
  return left.flatMap((character, i) => (character === right[i] ? [] : [i]));
}
