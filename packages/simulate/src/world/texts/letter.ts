import { createRandom, type Random } from '../../random.ts';
import { chineseDate, isoDate, money } from '../../vouchers/wording.ts';
import { CLAIMS, CLOSINGS, COLLECTIONS, DEBTS, DEMANDS, HARDSHIPS, OPENINGS } from './letter-parts.ts';
import type { ComplaintFacts } from './types.ts';

/** How often a sender changes a sentence's stops, or leaves a sentence out. */
const RESTOPPED = 0.12;
const LEFT_OUT = 0.04;

/** The sentences that all complaints of one letter have, with their slots: the same for the same name of a letter. */
export function letterSentences(letter: string): string[] {
  const random = createRandom('letter', letter);
  const hardships = random.shuffle(HARDSHIPS).slice(0, random.integer(1, 2));
  const middle = random.shuffle([
    ...hardships,
    ...random.shuffle(CLAIMS).slice(0, random.integer(1, 3)),
    ...random.shuffle(COLLECTIONS).slice(0, random.integer(1, 3)),
  ]);
  const closing = random.shuffle(CLOSINGS).slice(0, random.integer(1, 2));
  return [random.pick(OPENINGS), random.pick(DEBTS), ...middle, random.pick(DEMANDS), ...closing];
}

/** A complaint in the words of a letter that others use too. @param random of what this sender does to it */
export function letterText(letter: string, facts: ComplaintFacts, random: Random): string {
  const own = createRandom('letter style', letter);
  const date = own.chance(0.7) ? chineseDate(facts.date) : isoDate(facts.date);
  const sum = own.chance(0.5) ? money(facts.amount) : String(Math.round(facts.amount));
  const values: Readonly<Record<string, string>> = {
    ...facts,
    date,
    amount: sum,
    months: own.pick(['36', '48', '60']),
  };
  const [opening, ...rest] = letterSentences(letter);
  return [opening!, ...rest.filter(() => !random.chance(LEFT_OUT))]
    .map((sentence) => sentence.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot]!))
    .map((sentence) => (random.chance(RESTOPPED) ? sentence.replaceAll('，', ' ') : sentence))
    .join(own.chance(0.3) ? '\n' : '');
}
