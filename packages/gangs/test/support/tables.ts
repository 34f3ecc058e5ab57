import type { CaseTable, TraceKind, TraceTable } from '@jianzhen/evidence';
import { xorshift } from '../../src/random.ts';

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);

/** Tables written by hand: a case at a time, its traces behind it. */
export class Tables {
  readonly #cases = { caseId: [] as string[], customerId: [] as string[], lenderId: [] as string[] };
  readonly #traces = { caseId: [] as string[], kind: [] as TraceKind[], value: [] as string[] };
  readonly #openedAt: number[] = [];
  readonly #observedAt: number[] = [];
  readonly random: () => number;

  constructor(seed = 1) {
    this.random = xorshift(seed);
  }

  /** @param day days since the beginning */
  case(
    customer: string,
    day: number,
    traces: readonly (readonly [TraceKind, string])[],
    lender = `l${this.pick(12)}`,
  ): string {
    const id = `c${this.#openedAt.length}`;
    const at = START + day * DAY;
    this.#cases.caseId.push(id);
    this.#cases.customerId.push(customer);
    this.#cases.lenderId.push(lender);
    this.#openedAt.push(at);
    for (const [kind, value] of traces) {
      this.#traces.caseId.push(id);
      this.#traces.kind.push(kind);
      this.#traces.value.push(value);
      this.#observedAt.push(at);
    }
    return id;
  }

  pick(n: number): number {
    return Math.floor(n * this.random());
  }

  /** So many people who complain for themselves, with things of their own. */
  honest(count: number): string[] {
    return Array.from({ length: count }, (_, i) =>
      this.case(`h${i}`, this.pick(300), [
        ['phone', `own phone ${i}`],
        ['device', `own device ${i}`],
        ['address', `home ${i}`],
      ]),
    );
  }

  /** An agency's cases: two phones, two devices, one letter, each shown as often as told; seals of a den if it has one. */
  agency(
    name: string,
    count: number,
    { shown = 0.7, den = null as string | null, kinds = 3 } = {},
  ): string[] {
    return Array.from({ length: count }, (_, i) => {
      const traces: [TraceKind, string][] = [['phone', `customer ${name} ${i}`]];
      const see = (kind: TraceKind, value: string) => {
        if (this.random() < shown) traces.push([kind, value]);
      };
      see('phone', `phone ${name} ${this.pick(2)}`);
      if (kinds > 1) see('device', `device ${name} ${this.pick(2)}`);
      if (kinds > 2) see('script', `letter ${name}`);
      if (den) {
        see('seal', `seal ${den} ${this.pick(4)}`);
        see('seal_template', `drawing ${den}`);
      }
      return this.case(`${name} ${i}`, this.pick(200), traces);
    });
  }

  get cases(): CaseTable {
    return { ...this.#cases, openedAt: Float64Array.from(this.#openedAt) };
  }

  get traces(): TraceTable {
    return { ...this.#traces, observedAt: Float64Array.from(this.#observedAt) };
  }
}
