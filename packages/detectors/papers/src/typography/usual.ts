import usual from './usual.json' with { type: 'json' };

/** Mean and standard deviation between pages. */
export interface Usual {
  readonly mean: number;
  readonly deviation: number;
}

const NOTHING: Usual = { mean: 0, deviation: 0.2 };

const table: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = usual;

/**
 * What genuine pages have in the mean: by how much a digit differs from the others of its number, or a number from the letters beside it.
 *
 * @param whose a digit, or the script of the letters @param measure a property of digits, or a distance
 */
export function usualOf(whose: string, measure: string): Usual {
  const [mean, deviation] = table[whose]?.[measure] ?? [];
  return mean === undefined || deviation === undefined ? NOTHING : { mean, deviation };
}

/** What a page shows, drawn towards what pages have in the mean as long as it shows little. */
export function shrunk({ mean, deviation }: Usual, shown: number, count: number, doubling: number): Usual {
  const share = count / (count + doubling);
  return {
    mean: count === 0 ? mean : mean + share * (shown - mean),
    deviation: deviation * Math.sqrt(1 - share),
  };
}
