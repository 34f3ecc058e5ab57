import type { CaseTable, TraceKind, TraceTable } from '@jianzhen/evidence';
import { createRandom, type Random } from '@jianzhen/simulate';

/**
 * Small, clean worlds, as a small lender or a first trial has them: some dozens to some thousands of cases, gangs that change
 * nothing and show little, innocent people who share a place, a number or a letter. What the large worlds of the
 * simulator teach (gangs change what they use, customers come again) must not be all that a score knows.
 */
export interface PlainWorld {
  readonly cases: CaseTable;
  readonly traces: TraceTable;
  /** Per case whether organised people made it. */
  readonly organised: readonly boolean[];
}

type Shown = readonly (readonly [kind: TraceKind, value: string, shown: number])[];

const DAY = 86_400_000;
const YEAR = 365;
const ACTORS = ['phone', 'device', 'script', 'bank_card', 'account', 'voiceprint', 'email', 'ip'] as const;

class Writer {
  readonly columns = { caseId: [] as string[], customerId: [] as string[], lenderId: [] as string[] };
  readonly seen = { caseId: [] as string[], kind: [] as TraceKind[], value: [] as string[] };
  readonly openedAt: number[] = [];
  readonly observedAt: number[] = [];
  readonly organised: boolean[] = [];
  readonly random: Random;
  readonly lenders: number;
  #people = 0;

  constructor(random: Random) {
    this.random = random;
    this.lenders = random.integer(1, 40);
  }

  person = () => `p${this.#people++}`;

  /** A case on some day, with the person's own things and what else is shown. */
  write(customer: string, [from, to]: readonly [number, number], shown: Shown, organised: boolean): void {
    const { random } = this;
    const at = Date.UTC(2025, 0, 1) + random.between(from, to) * DAY;
    const id = `c${this.openedAt.length}`;
    this.columns.caseId.push(id);
    this.columns.customerId.push(customer);
    this.columns.lenderId.push(`l${random.integer(1, this.lenders)}`);
    this.openedAt.push(at);
    this.organised.push(organised);
    const own: Shown = [
      ['phone', `own phone of ${customer}`, organised ? 0.5 : 0.9],
      ['device', `own device of ${customer}`, organised ? 0.2 : 0.6],
      ['address', `home of ${customer}`, 0.5],
    ];
    for (const [kind, value, probability] of [...own, ...shown]) {
      if (!random.chance(probability)) continue;
      this.seen.caseId.push(id);
      this.seen.kind.push(kind);
      this.seen.value.push(value);
      this.observedAt.push(at);
    }
  }

  tables(): PlainWorld {
    return {
      cases: { ...this.columns, openedAt: Float64Array.from(this.openedAt) },
      traces: { ...this.seen, observedAt: Float64Array.from(this.observedAt) },
      organised: this.organised,
    };
  }
}

/** On a scale of ratios: a world of a hundred is as likely as one of a thousand. */
const whole = (random: Random, low: number, high: number) => Math.round(low * (high / low) ** random.next());

/** An agency or a ring: a few kinds of traces, each of one to three values, for as long as it works. */
function gang(writer: Writer, name: string, people: number, repeats: number, den: string | null): void {
  const { random } = writer;
  const kinds = random.shuffle(ACTORS).slice(0, random.integer(2, 5));
  const pools = kinds.map((kind) => [kind, random.integer(1, 3), random.between(0.4, 0.95)] as const);
  const start = random.between(0, 250);
  const time = [start, start + random.between(20, YEAR - 200)] as const;
  for (let n = 0; n < people; n++) {
    const customer = writer.person();
    for (let again = random.next() * repeats; again > 0; again--) {
      const shown = pools.map(
        ([kind, values, p]) => [kind, `${kind} ${random.integer(1, values)} of ${name}`, p] as const,
      );
      const papers: Shown = den
        ? [
            ['seal', `seal ${random.integer(1, 5)} of ${den}`, 0.5],
            ['document_template', `form ${random.integer(1, 3)} of ${den}`, 0.5],
          ]
        : [];
      writer.write(customer, time, [...shown, ...papers], true);
    }
  }
}

/** Lawyers in their own name: one address, one letterhead, a line or two, letters alike. */
function lawFirm(writer: Writer, name: string): void {
  const { random } = writer;
  const lines = random.integer(1, 2);
  const shares = [0.7, 0.5, 0.6, 0.5, random.between(0, 0.3)].map(
    (share) => share * random.between(0.7, 1.3),
  );
  for (let n = whole(random, 5, 60); n > 0; n--)
    writer.write(
      writer.person(),
      [0, YEAR],
      [
        ['phone', `line ${random.integer(1, lines)} of ${name}`, shares[0]!],
        ['address', `office of ${name}`, shares[1]!],
        ['script', `letter of ${name}`, shares[2]!],
        ['seal', `seal of ${name}`, shares[3]!],
        ['document_template', `letterhead of ${name}`, shares[3]!],
        ['device', `device ${random.integer(1, 3)} of ${name}`, shares[4]!],
        ['email', `mail ${random.integer(1, 3)} of ${name}`, 0.4],
      ],
      false,
    );
}

/** Who shares something and is innocent: where they live or work, a number, a letter, a hospital. */
function honest(writer: Writer, count: number): void {
  const { random } = writer;
  const common = (sort: string, most: number) => `${sort} ${random.integer(1, most)}`;
  const shared = whole(random, 1, 6);
  for (let n = 0; n < count; ) {
    const family = random.chance(0.2) ? random.integer(2, 4) : 1;
    const home = `home ${n}`;
    for (let member = 0; member < family && n < count; member++, n++) {
      const customer = writer.person();
      const shown: Shown = [
        ['address', home, family > 1 ? 0.7 : 0],
        ['phone', `phone at ${home}`, family > 1 ? 0.3 : 0],
        ['device', `device at ${home}`, family > 1 ? 0.2 : 0],
        ['bank_card', `card at ${home}`, family > 1 ? 0.2 : 0],
        ['address', common('courier point', shared), 0.06],
        ['phone', common('switchboard', shared), 0.04],
        ['script', common('letter of the Internet', 3 * shared), 0.1],
        ['seal', common('hospital', 4 * shared), 0.1],
        ['document_template', common('hospital', 4 * shared), 0.1],
        ['account', common('payee', 3 * shared), 0.04],
      ];
      const place = random.chance(0.06) ? common('dormitory', shared) : null;
      const around: Shown = place
        ? [
            ['address', place, 0.8],
            ['ip', place, 0.6],
          ]
        : [];
      for (let again = random.next() * 1.6; again > 0; again--)
        writer.write(customer, [0, YEAR], [...shown, ...around], false);
    }
  }
}

export function plainWorld(seed: number): PlainWorld {
  const random = createRandom('plain world', seed);
  const writer = new Writer(random);
  honest(writer, whole(random, 50, 3000));
  const den = random.chance(0.5) ? 'den' : null;
  for (let n = random.integer(0, 4); n > 0; n--)
    gang(writer, `agency ${n}`, whole(random, 8, 80), random.pick([1, 1, 3]), den);
  for (let n = random.integer(0, 2); n > 0; n--) gang(writer, `ring ${n}`, random.integer(3, 10), 4, null);
  for (let n = random.integer(0, 2); n > 0; n--) lawFirm(writer, `law firm ${n}`);
  return writer.tables();
}
