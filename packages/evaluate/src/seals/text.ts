import { type Interval, wilson } from '../metrics.ts';
import { editDistance } from '../papers/characters.ts';

/** What a seal truly says, or what was read of it. */
export interface SealWording {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly code: string | null;
  readonly taxNumber: string | null;
}

export interface ReadableSeal extends SealWording {
  readonly shape: 'circle' | 'ellipse' | 'square';
  /** Pixels of its longer axis. */
  readonly width: number;
  readonly conditions: readonly string[];
}

/** One text of one seal. */
export interface SealTextOutcome {
  readonly file: string;
  /** Whose place the seal was read at: as it truly is, or as it was located. */
  readonly part: string;
  readonly field: 'ring' | 'square' | 'subtitle' | 'code' | 'tax number';
  readonly truth: string;
  readonly read: string;
  readonly conditions: readonly string[];
}

/**
 * A code's digits are 3.4 to 5 hundredths of a seal's width high: from so many pixels across on they are about 11 pixels high, and a
 * person reads them.
 */
export const LEGIBLE_CODE_WIDTH = 260;
/** A seal with this condition is cut off: what is not there cannot be read. */
const CUT = 'edge';

/** What was read of a seal, text by text; codes too small to be read are left out. */
export function sealTextOutcomes(
  page: { readonly file: string; readonly part: string },
  seal: ReadableSeal,
  read: SealWording | null,
): SealTextOutcome[] {
  const outcome = (field: SealTextOutcome['field'], truth: string | null, told: string | null | undefined) =>
    truth === null ? [] : [{ ...page, field, truth, read: told ?? '', conditions: seal.conditions }];
  return [
    ...outcome(seal.shape === 'square' ? 'square' : 'ring', seal.title, read?.title),
    ...outcome('subtitle', seal.subtitle, read?.subtitle),
    ...(seal.width >= LEGIBLE_CODE_WIDTH ? outcome('code', seal.code, read?.code) : []),
    ...outcome('tax number', seal.taxNumber, read?.taxNumber),
  ];
}

/** 1 less the edit distance over the longer length: what the ICDAR 2023 competition on reading seal titles (ReST) calls 1-NED. */
export const similarity = (truth: string, read: string): number =>
  1 - editDistance([...truth], [...read]) / Math.max([...truth].length, [...read].length, 1);

export interface SealTextRow {
  readonly part: string;
  readonly count: number;
  readonly exact: number | null;
  readonly exactInterval: Interval;
  /** Of which something else was told: worse than nothing. */
  readonly wrong: number | null;
  /** Mean of `similarity`. */
  readonly similarity: number | null;
}

/** Exactness by part and field, of rings by condition too; seals cut off by the picture's edge count in their own row alone. */
export function sealTextTable(outcomes: readonly SealTextOutcome[]): SealTextRow[] {
  const parts = [...new Set(outcomes.map(({ part }) => part))];
  return parts.flatMap((part) => {
    const own = outcomes.filter((outcome) => outcome.part === part);
    const whole = own.filter(({ conditions }) => !conditions.includes(CUT));
    const fields = [...new Set(own.map(({ field }) => field))];
    return fields.flatMap((field) => {
      const rows = [
        rowOf(
          `${part}: ${field}`,
          whole.filter((outcome) => outcome.field === field),
        ),
      ];
      if (field !== 'ring') return rows;
      const rings = own.filter((outcome) => outcome.field === 'ring');
      for (const condition of [...new Set(rings.flatMap(({ conditions }) => conditions))].sort()) {
        const under = (condition === CUT ? rings : whole).filter(
          (outcome) => outcome.field === 'ring' && outcome.conditions.includes(condition),
        );
        rows.push(rowOf(`${part}: ring, ${condition}`, under));
      }
      return rows;
    });
  });
}

function rowOf(part: string, outcomes: readonly SealTextOutcome[]): SealTextRow {
  const count = outcomes.length;
  const exact = outcomes.filter(({ truth, read }) => truth === read).length;
  const sum = outcomes.reduce((total, { truth, read }) => total + similarity(truth, read), 0);
  return {
    part,
    count,
    exact: count === 0 ? null : exact / count,
    exactInterval: wilson(exact, count),
    wrong:
      count === 0 ? null : outcomes.filter(({ truth, read }) => read !== '' && read !== truth).length / count,
    similarity: count === 0 ? null : sum / count,
  };
}
