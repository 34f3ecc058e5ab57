// Writes packages/detectors/papers/src/typography/axes.json: directions of shape in which retyped digits differ from the same digits of
// their page, against what genuine ones differ by; from kept pages.
// node scripts/fit-typography/axes.ts FOLDER [OUT]
import { writeFileSync } from 'node:fs';
import { printedNumbers, shapeDistance } from '@jianzhen/detector-papers';
import { leading, type Matrix, product, transposed, whitening } from './matrix.ts';
import { keptPages, retypedIn } from './samples.ts';

const [
  folder,
  out = new URL('../../packages/detectors/papers/src/typography/axes.json', import.meta.url).pathname,
] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node scripts/fit-typography/axes.ts FOLDER [OUT]');
  process.exit(2);
}
const CELLS = 216;
const AXES = 24;
/** Share of the mean variance that is added to every direction. */
const RIDGE = 0.3;
const NEAREST = 3;
const SIZES = 0.5;

interface Digit {
  readonly text: string;
  readonly number: number;
  readonly size: number;
  readonly shape: Float32Array;
  readonly retyped: boolean;
}

/** Sums of outer products of differences, every page weighing by the root of its pairs. */
class Scatter {
  readonly sums: Matrix = Array.from({ length: CELLS }, () => new Float64Array(CELLS));
  weight = 0;
  distance = 0;

  add(pairs: readonly (readonly [Digit, Digit])[]): void {
    const weight = 1 / Math.sqrt(pairs.length);
    const difference = new Float64Array(CELLS);
    for (const [a, b] of pairs) {
      for (let i = 0; i < CELLS; i++) difference[i] = a.shape[i]! - b.shape[i]!;
      for (let i = 0; i < CELLS; i++) {
        const [row, value] = [this.sums[i]!, weight * difference[i]!];
        for (let j = 0; j < CELLS; j++) row[j]! += value * difference[j]!;
      }
      this.weight += weight;
      this.distance += weight * shapeDistance(a.shape, b.shape);
    }
  }

  mean(): Matrix {
    return this.sums.map((row) => row.map((value) => value / this.weight));
  }
}

/** Each of the page's digits, of a forged page each retyped one, with the nearest untouched ones of the same digit in other numbers. */
function pairsOf(digits: readonly Digit[]): [Digit, Digit][] {
  const isForged = digits.some(({ retyped }) => retyped);
  return digits
    .filter(({ retyped }) => retyped || !isForged)
    .flatMap((digit) =>
      digits
        .filter(
          ({ text, number, size, retyped }) =>
            !retyped &&
            text === digit.text &&
            number !== digit.number &&
            Math.abs(Math.log(size / digit.size)) < SIZES,
        )
        .map((other) => ({ other, distance: shapeDistance(digit.shape, other.shape) }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, NEAREST)
        .map(({ other }): [Digit, Digit] => [digit, other]),
    );
}

const [same, other] = [new Scatter(), new Scatter()];
for (const { edits, image, read } of keptPages(folder)) {
  const numbers = printedNumbers(await image(), read);
  const digits = numbers.flatMap(({ glyphs, size }, number) =>
    glyphs
      .filter(({ touching }) => !touching)
      .map(({ character, shape }) => ({
        text: character.text,
        number,
        size,
        shape,
        retyped: retypedIn(edits, character),
      })),
  );
  const isForged = edits.length > 0;
  if (isForged && !digits.some(({ retyped }) => retyped)) continue;
  const pairs = pairsOf(digits);
  if (pairs.length > 0) (isForged ? other : same).add(pairs);
}

const within = same.mean();
const trace = within.reduce((sum, row, i) => sum + row[i]!, 0);
const ridged = within.map((row, i) => row.map((value, j) => value + (i === j ? (RIDGE * trace) / CELLS : 0)));
const white = whitening(ridged);
const between = product(product(white, other.mean()), transposed(white));
const axes = product(leading(between, AXES), white);
// As long as plain distances are, on the pairs of genuine pages.
const spread = product(product(axes, within), transposed(axes)).reduce((sum, row, i) => sum + row[i]!, 0);
const scale = Math.sqrt(same.distance / same.weight / spread);
writeFileSync(
  out,
  `${JSON.stringify(axes.map((axis) => Array.from(axis, (value) => Number((scale * value).toPrecision(4)))))}\n`,
);
