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

/**
 * How far a misreading explains amounts that do not go together: one wrong figure, or a sign or decimal point that was lost or
 * found in one of them.
 */
export function amountMisreading(
  parts: readonly (readonly RecognisedCharacter[])[],
  amounts: readonly number[],
  holds: (amounts: readonly number[]) => boolean,
  model: ReadingModel,
): number {
  const read = (texts: readonly string[]) => texts.map((text) => figuresOf(text));
  const single = misreading(
    parts,
    (texts) => {
      const values = read(texts);
      return values.every((value) => value !== null) && holds(values);
    },
    model,
  );
  const marks = amounts.some((amount, i) =>
    [-1, 100, 0.01].some((factor) => amount !== 0 && holds(amounts.with(i, amount * factor))),
  );
  return single + (marks ? model.lostMark : 0);
}

function compare(figures: Field, capitals: Field, model: ReadingModel): Finding[] {
  const [fen, inWords] = [fenOf(figures.value), fenOf(capitals.value)];
  if (fen === inWords) return [];
  const misread =
    misreading(
      [figures.characters, capitals.characters],
      ([a, b]) => {
        const words = findCapitals(b!)[0]?.fen;
        return words !== undefined && words !== null && figuresOf(a!) === words;
      },
      model,
    ) + ([fen * 100, fen / 100, -fen].includes(inWords) ? model.lostMark : 0);
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
    const amounts = all.map(({ value }) => fenOf(value));
    const holds = (values: readonly number[]) =>
      Math.abs(values.slice(0, -1).reduce((sum, value) => sum + value, 0) - values.at(-1)!) < 0.5;
    if (holds(amounts)) return [];
    const misread = amountMisreading(
      all.map(({ characters }) => characters),
      amounts,
      holds,
      model,
    );
    return finding('papers.sum-mismatch', {
      probability: paperIsWrong(misread, model),
      characters: all.at(-1)!.characters,
      values: {
        expected: yuan(amounts.slice(0, -1).reduce((sum, value) => sum + value, 0)),
        stated: yuan(amounts.at(-1)!),
      },
    });
  });
