import { type Static, Type } from 'typebox';

const closed = { additionalProperties: false };
const Name = Type.String({ pattern: '^[a-z][a-z0-9-]*$' });

export const ValueType = Type.Enum([
  'name',
  'organisation',
  'address',
  'text',
  'sex',
  'age',
  'date',
  'amount',
  'price',
  'amount-capitals',
  'number',
  'identity-number',
  'credit-code',
  'bank-card',
  'account',
  'phone',
  'invoice-code',
  'invoice-number',
]);
export type ValueType = Static<typeof ValueType>;

export const FieldSpec = Type.Object(
  {
    /** Stable name in results, `kebab-case`. */
    name: Name,
    type: ValueType,
    /** Words before or above the value, as printed, the surest first. */
    labels: Type.Array(Type.String({ minLength: 1 })),
    /** Where to look for the value, in this order; `next`: the line that follows. Default: all, in the order of the list. */
    places: Type.Optional(Type.Array(Type.Enum(['same', 'right', 'next', 'below']), { minItems: 1 })),
    /**
     * Regular expression over the page's text without blanks; its one group is the value. Tried where labels find nothing; of
     * several the first that finds something.
     */
    pattern: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })])),
    /** The pattern is held against each line by itself, not against the page as one text. */
    perLine: Type.Optional(Type.Boolean()),
    /**
     * Speaks of the person whose case it is: compared with other exhibits and the lender's record. `family`: of him or of a relative
     * (a household register, a death certificate), so that only the page's own values are compared.
     */
    subject: Type.Optional(Type.Union([Type.Boolean(), Type.Literal('family')])),
    /** A day that must lie before the paper was handed in. */
    past: Type.Optional(Type.Boolean()),
    /** A day on which an office must have been open. */
    office: Type.Optional(Type.Boolean()),
    /** Where a label comes more than once, the last one counts, not the first. */
    last: Type.Optional(Type.Boolean()),
    /** Words whose next label goes first: under a rounding stands the rounded total. */
    after: Type.Optional(Type.Array(Type.String({ minLength: 2 }))),
    /** Every occurrence is taken, not the best one alone. */
    many: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type FieldSpec = Static<typeof FieldSpec>;

export const TableSpec = Type.Object(
  {
    name: Name,
    /**
     * For lists without a grid, as tills print them: regular expression over a row of the page, single blanks between its pieces; its
     * named groups are columns. Tried where no table has a header of the columns' labels.
     */
    rows: Type.Optional(Type.String()),
    columns: Type.Array(
      Type.Object({ name: Name, type: ValueType, labels: Type.Array(Type.String({ minLength: 1 })) }, closed),
      { minItems: 2 },
    ),
  },
  closed,
);
export type TableSpec = Static<typeof TableSpec>;

/** Contradictions between fields; names are of fields, tables or columns of the same kind. */
export const CheckSpec = Type.Union([
  Type.Object({ rule: Type.Literal('dates-in-order'), earlier: Name, later: Name }, closed),
  Type.Object({ rule: Type.Literal('amounts-agree'), figures: Name, capitals: Name }, closed),
  Type.Object(
    {
      rule: Type.Literal('sum'),
      table: Name,
      column: Name,
      total: Name,
      /** Only money in or out of a column that has both; the total is stated without sign. */
      only: Type.Optional(Type.Enum(['positive', 'negative'])),
    },
    closed,
  ),
  Type.Object(
    { rule: Type.Literal('addition'), parts: Type.Array(Name, { minItems: 2 }), total: Name },
    closed,
  ),
  Type.Object(
    { rule: Type.Literal('product'), table: Name, quantity: Name, price: Name, amount: Name },
    closed,
  ),
  Type.Object(
    {
      rule: Type.Literal('balances'),
      table: Name,
      /** Signed change, or income and expense in columns of their own. */
      change: Type.Optional(Name),
      income: Type.Optional(Name),
      expense: Type.Optional(Name),
      balance: Name,
    },
    closed,
  ),
  /** Age against birth date, given as a field or within the identity number, on the first of the days that is there. */
  Type.Object({ rule: Type.Literal('age'), age: Name, birth: Name, on: Type.Array(Name) }, closed),
  Type.Object({ rule: Type.Literal('birth'), birth: Name, identity: Name }, closed),
  Type.Object({ rule: Type.Literal('sex'), sex: Name, identity: Name }, closed),
  Type.Object({ rule: Type.Literal('invoice-year'), number: Name, issued: Name }, closed),
  Type.Object(
    {
      rule: Type.Literal('department'),
      department: Name,
      diagnosis: Name,
      sex: Type.Optional(Name),
      age: Type.Optional(Name),
    },
    closed,
  ),
  Type.Object({ rule: Type.Literal('seal'), organisation: Name }, closed),
]);
export type CheckSpec = Static<typeof CheckSpec>;

const Word = Type.Object(
  {
    text: Type.String({ minLength: 2 }),
    /** Log-odds that the word adds; below 0 it speaks against the kind. */
    weight: Type.Number(),
    /** Counts in full only in the page's title (large print in the upper part), else by a third. */
    title: Type.Optional(Type.Boolean()),
  },
  closed,
);

export const KindSpec = Type.Object(
  {
    kind: Name,
    name: Type.Object({ zh: Type.String(), en: Type.String() }, closed),
    words: Type.Array(Word, { minItems: 1 }),
    /** Log-odds that features of the layout add. */
    layout: Type.Optional(
      Type.Object(
        {
          table: Type.Optional(Type.Number()),
          card: Type.Optional(Type.Number()),
          screen: Type.Optional(Type.Number()),
          strip: Type.Optional(Type.Number()),
          twoSides: Type.Optional(Type.Number()),
        },
        closed,
      ),
    ),
    /** Least score at which the page is of this kind. */
    threshold: Type.Number({ exclusiveMinimum: 0 }),
    fields: Type.Array(FieldSpec),
    tables: Type.Array(TableSpec),
    checks: Type.Array(CheckSpec),
  },
  closed,
);
export type KindSpec = Static<typeof KindSpec>;

/** Fields that any paper may have; a kind's own field of the same name goes first. */
export const CommonSpec = Type.Object(
  { fields: Type.Array(FieldSpec), checks: Type.Array(CheckSpec) },
  closed,
);
export type CommonSpec = Static<typeof CommonSpec>;
