import type { Range } from './difficulty.ts';

/** Things of one sort that an organisation has: so many at a time, each for so many days. */
export interface Pool {
  readonly key: number;
  readonly parallel: number;
  readonly days: number;
  /** Probability that a case shows one of them. */
  readonly shown: number;
}

/** Whom an agency has its papers from, and when; times in ms since 1970. */
export interface Supply {
  readonly den: number;
  readonly from: number;
  readonly to: number;
}

interface Organisation {
  readonly id: string;
  readonly key: number;
  readonly from: number;
  readonly to: number;
  readonly cases: number;
}

/** Acts for customers of many lenders. */
export interface Agency extends Organisation {
  readonly role: 'agency';
  readonly supplies: readonly Supply[];
  /** Cases a customer. */
  readonly perCustomer: number;
  /** Index of its first customer among all people. */
  readonly firstCustomer: number;
  readonly customers: number;
  readonly sharedCustomers: number;
  readonly papers: number;
  /** Leaked forms of this den instead of forms of its own; null without. */
  readonly leakedFrom: number | null;
  /** A letter that everybody copies, as one of its own; null without. */
  readonly letter: number | null;
  readonly carrierNetworks: number;
  readonly phones: Pool;
  readonly devices: Pool;
  readonly callers: Pool;
  readonly scripts: Pool;
  readonly codes: Pool;
  readonly domainDays: number;
  readonly accounts: Pool;
  readonly networks: Pool;
  readonly mailboxes: Pool;
  readonly office: number;
}

/** A few people with cases of their own. */
export interface Ring extends Organisation {
  readonly role: 'ring';
  readonly people: number;
  readonly firstCustomer: number;
  readonly phones: number;
  readonly devices: number;
  readonly cards: number;
  readonly forms: boolean;
}

/** Acts for many clients too, honestly: under one name, from one address. */
export interface LawFirm extends Organisation {
  readonly role: 'law-firm';
  readonly clients: number;
  readonly firstCustomer: number;
  readonly lines: number;
  readonly lawyers: number;
  readonly letters: Pool;
  readonly ownDevice: number;
}

/** Makes papers and seals for agencies. */
export interface Den {
  readonly id: string;
  readonly key: number;
  readonly from: number;
  readonly to: number;
  /** Forms that it offers, each in versions. */
  readonly forms: number;
  readonly versionDays: number;
  readonly seals: number;
  readonly drawings: number;
  readonly mimicked: number;
  readonly leaked: number;
  /** Share of its papers drawn for one agency alone. */
  readonly exclusive: number;
}

export type Organised = Agency | Ring | LawFirm;

export const within = ([low, high]: Range, at: number): number => low + (high - low) * at;
