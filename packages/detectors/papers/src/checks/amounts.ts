import type { Finding } from '@jianzhen/evidence';
import type { Field } from '../fields/types.ts';
import { halfWidth } from '../reading/plain.ts';
import { misreading, paperIsWrong, type ReadingModel } from '../reading/trust.ts';
import { findCapitals } from '../rules/amounts/capitals.ts';
import { fenOf, findFigures, yuan } from '../rules/amounts/figures.ts';
import type { RecognisedCharacter } from '../text.ts';
import { finding } from './finding.ts';
import type { Check } from './types.ts';

export const figuresOf = (text: string): number | null =>
  findFigures([...text].map(halfWidth).join(''))[0]?.fen ?? null;

/** An amount, and what it would have to be for all to go together; null where that cannot be told. */
export interface AmountPart {
  readonly characters: readonly RecognisedCharacter[];
  readonly fen: number;
  readonly wanted: number | null;
}

/** Whether the text is the beginning of the wanted amount: a seal or the page's edge hid the rest. */
function clipped({ characters, wanted }: AmountPart): boolean {
  const digits = characters
    .map(({ text }) => halfWidth(text))
    .join('')
    .replace(/[^\d.]/g, '');
  const whole = wanted === null ? '' : yuan(Math.abs(wanted));
  return digits !== '' && digits.length < whole.length && whole.startsWith(digits);
}

const slipped = (part: AmountPart): boolean =>
  (part.wanted !== null && [part.fen * 100, part.fen / 100, -part.fen].includes(part.wanted)) ||
  clipped(part);

/**
 * How far a misreading explains amounts that do not go together: one wrong figure, or a sign, a decimal point or an end that was
 * lost or found in one of them.
 */
export function amountMisreading(
  parts: readonly AmountPart[],
  holds: (amounts: readonly number[]) => boolean,
  model: ReadingModel,
): number {
  const single = misreading(
    parts.map(({ characters }) => characters),
    (texts) => {
      const values = texts.map(figuresOf);
      return values.every((value) => value !== null) && holds(values);
    },
    model,
  );
  return single + (parts.some(slipped) ? model.lostMark : 0);
}

/** Parts and their total, each with what it would have to be; `unsigned`: signs are left out of account. */
export function sumParts(
  fields: readonly Field[],
  unsigned = false,
): {
  readonly parts: readonly AmountPart[];
  readonly expected: number;
  readonly stated: number;
  readonly holds: (amounts: readonly number[]) => boolean;
} {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const plain = (fen: number) => (unsigned ? Math.abs(fen) : fen);
  const amounts = fields.map(({ value }) => plain(fenOf(value)));
  const [expected, stated] = [sum(amounts.slice(0, -1)), amounts.at(-1)!];
  const parts = fields.map(({ characters }, i) => {
    const fen = amounts[i]!;
    return { characters, fen, wanted: i === fields.length - 1 ? expected : fen + stated - expected };
  });
  return {
    parts,
    expected,
    stated,
    holds: (values) => sum(values.slice(0, -1).map(plain)) === plain(values.at(-1)!),
  };
}

/** Distances between neighbours this many times the usual one have room for a character that was not read. */
const HOLE = 1.6;

/** Whether a character may be missing within: Chinese characters all stand at one distance. */
function hasHole({ characters }: Field): boolean {
  const steps = characters
    .slice(1)
    .map(({ region }, i) =>
      Math.hypot(region.x - characters[i]!.region.x, region.y - characters[i]!.region.y),
    );
  const usual = steps.toSorted((a, b) => a - b)[steps.length >> 1] ?? 0;
  return steps.some((step) => step > HOLE * usual);
}

function compare(figures: Field, capitals: Field, model: ReadingModel): Finding[] {
  const [fen, inWords] = [fenOf(figures.value), fenOf(capitals.value)];
  if (fen === inWords || hasHole(capitals)) return [];
  const misread =
    misreading(
      [figures.characters, capitals.characters],
      ([a, b]) => {
        const words = findCapitals(b!)[0]?.fen;
        return words !== undefined && words !== null && figuresOf(a!) === words;
      },
      model,
    ) + (slipped({ characters: figures.characters, fen, wanted: inWords }) ? model.lostMark : 0);
  return finding('papers.amount-mismatch', {
    probability: paperIsWrong(misread, model),
    characters: [...figures.characters, ...capitals.characters],
    values: {
      figures: figures.value,
      capitals: capitals.text,
      value: yuan(inWords),
      rule: '支付结算办法 1997',
    },
  });
}

/** Amounts in figures against those in capitals, pair by pair of the kind's configuration. */
export const amountsAgree: Check = ({ fields, checks }, { model }) =>
  checks.flatMap((check) => {
    if (check.rule !== 'amounts-agree') return [];
    const figures = fields.find(({ name }) => name === check.figures);
    const capitals = fields.find(({ name, value }) => name === check.capitals && value !== '!');
    return figures && capitals ? compare(figures, capitals, model) : [];
  });

/** Capitals whose units are out of order; single misreadings of a unit do that too. */
export const capitalsInOrder: Check = ({ fields }, { model }) =>
  fields.flatMap((field) => {
    if (field.type !== 'amount-capitals' || field.value !== '!') return [];
    const sound = ([text]: readonly string[]) => {
      const fen = findCapitals(text!)[0]?.fen;
      return fen !== undefined && fen !== null;
    };
    return finding('papers.capitals-malformed', {
      probability: paperIsWrong(misreading([field.characters], sound, model), model),
      characters: field.characters,
      values: { capitals: field.text, rule: '支付结算办法 1997' },
    });
  });

/** Totals of amounts that stand in fields of their own: price and tax, self-paid and reimbursed. */
export const additions: Check = ({ fields, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'addition') return [];
    const named = [...check.parts, check.total].map((name) => fields.find((field) => field.name === name));
    if (named.some((field) => field === undefined)) return [];
    const all = named as Field[];
    const { parts, expected, stated, holds } = sumParts(all);
    if (expected === stated) return [];
    return finding('papers.sum-mismatch', {
      probability: paperIsWrong(amountMisreading(parts, holds, model), model),
      characters: all.at(-1)!.characters,
      values: { expected: yuan(expected), stated: yuan(stated) },
    });
  });
