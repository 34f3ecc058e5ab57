/** Low and high end of what is drawn for each world, den or agency. */
export type Range = readonly [low: number, high: number];

/** `plain`: gangs that change nothing and show little, as a small lender's first year has them; the others differ in how much gangs hide. */
export const DIFFICULTIES = ['plain', 'easy', 'standard', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** How hard gangs make it to see them. Assumptions, all of them: nobody publishes such figures. */
export interface Habits {
  /** How often an agency shows a trace of its own where it could, as a factor on each sort of trace. */
  readonly exposure: Range;
  /** How many of the sorts of traces below an agency has at all, and a factor on how many things of a sort it has at a time. */
  readonly sorts: Range;
  readonly breadth: number;
  /** Cases that an agency makes for a customer. */
  readonly perCustomer: Range;
  /** Days that a thing is in use before the next takes its place. */
  readonly phoneDays: Range;
  readonly deviceDays: Range;
  readonly callerDays: Range;
  readonly scriptDays: Range;
  readonly codeDays: Range;
  readonly accountDays: Range;
  readonly networkDays: Range;
  /** Of a den's version of a form. */
  readonly formDays: Range;
  /** Share of a den's forms that are scans of a genuine issuer's. */
  readonly mimicked: Range;
  /** Share of a den's older versions that outsiders get hold of. */
  readonly leaked: Range;
  /** Share of agencies that complain in the words of a letter that everybody copies. */
  readonly borrowedLetters: number;
  /** Share of agencies without a den that use its leaked forms. */
  readonly borrowedForms: number;
  /** Share of an agency's customers whom another agency had before. */
  readonly sharedCustomers: Range;
  /** Share of an agency's network addresses that are a carrier's, which thousands share. */
  readonly carrierNetworks: Range;
}

const ALL_SORTS: Range = [8, 8];
/** Longer than any plain world. */
const FOR_GOOD: Range = [2_000, 4_000];

export const HABITS: Readonly<Record<Difficulty, Habits>> = {
  plain: {
    exposure: [0.8, 1.2],
    sorts: [2, 5],
    breadth: 0.4,
    perCustomer: [1, 3],
    phoneDays: FOR_GOOD,
    deviceDays: FOR_GOOD,
    callerDays: FOR_GOOD,
    scriptDays: FOR_GOOD,
    codeDays: FOR_GOOD,
    accountDays: FOR_GOOD,
    networkDays: FOR_GOOD,
    formDays: FOR_GOOD,
    mimicked: [0, 0],
    leaked: [0, 0],
    borrowedLetters: 0,
    borrowedForms: 0,
    sharedCustomers: [0, 0.02],
    carrierNetworks: [0, 0.3],
  },
  easy: {
    exposure: [0.9, 1.2],
    sorts: ALL_SORTS,
    breadth: 1,
    perCustomer: [1.6, 6],
    phoneDays: [60, 240],
    deviceDays: [200, 600],
    callerDays: [300, 900],
    scriptDays: [200, 500],
    codeDays: [90, 300],
    accountDays: [120, 500],
    networkDays: [90, 300],
    formDays: [240, 600],
    mimicked: [0, 0.05],
    leaked: [0, 0.05],
    borrowedLetters: 0.05,
    borrowedForms: 0.1,
    sharedCustomers: [0, 0.02],
    carrierNetworks: [0, 0.3],
  },
  standard: {
    exposure: [0.65, 1.1],
    sorts: ALL_SORTS,
    breadth: 1,
    perCustomer: [1.6, 6],
    phoneDays: [15, 120],
    deviceDays: [90, 400],
    callerDays: [100, 600],
    scriptDays: [60, 300],
    codeDays: [20, 180],
    accountDays: [45, 300],
    networkDays: [15, 180],
    formDays: [90, 400],
    mimicked: [0, 0.15],
    leaked: [0, 0.2],
    borrowedLetters: 0.15,
    borrowedForms: 0.3,
    sharedCustomers: [0.005, 0.04],
    carrierNetworks: [0.1, 0.7],
  },
  hard: {
    exposure: [0.35, 0.8],
    sorts: ALL_SORTS,
    breadth: 1,
    perCustomer: [1.6, 6],
    phoneDays: [7, 45],
    deviceDays: [40, 200],
    callerDays: [60, 300],
    scriptDays: [30, 120],
    codeDays: [10, 60],
    accountDays: [20, 120],
    networkDays: [7, 60],
    formDays: [45, 200],
    mimicked: [0.1, 0.3],
    leaked: [0.1, 0.4],
    borrowedLetters: 0.35,
    borrowedForms: 0.5,
    sharedCustomers: [0.02, 0.08],
    carrierNetworks: [0.4, 0.95],
  },
};
