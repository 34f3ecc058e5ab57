import type { Random } from '../random.ts';
import { creditCheck, identityCheck } from '../vouchers/numbers.ts';
import type { VoucherKind } from '../vouchers/render.ts';
import { capitalMoney, money, pad } from '../vouchers/wording.ts';
import type { PaperContext } from './types.ts';

/** Texts of a genuine page by the names of its fields. */
export type Texts = Readonly<Record<string, string>>;

/** One way in which a page may contradict itself, or what is known beside it. */
export interface Contradiction {
  /** Code of the finding that should come of it. */
  readonly code: string;
  readonly kinds: readonly VoucherKind[];
  /** The field that is written otherwise, and how; without it only the context differs. */
  readonly wording?: (texts: Texts, random: Random) => Readonly<Record<string, string>>;
  readonly context?: (context: PaperContext, random: Random) => PaperContext;
}

const PERSONAL: readonly VoucherKind[] = [
  'hardship-certificate',
  'unemployment-certificate',
  'income-certificate',
  'discharge-summary',
  'disability-certificate',
  'id-card',
  'repayment-agreement',
];
const LETTERS: readonly VoucherKind[] = [
  'hardship-certificate',
  'unemployment-certificate',
  'income-certificate',
];

const parse = (text: string): number => Number(text.replace(/[^\d.]/g, ''));
const checked = (stem: string): string => stem + identityCheck(stem);
/** Another digit at a place. */
const other = (text: string, at: number, random: Random): string => {
  const digit = (Number(text[at]) + random.integer(1, 9)) % 10;
  return text.slice(0, at) + digit + text.slice(at + 1);
};
const chinese = (year: number, month: number, day: number) => `${year}年${month}月${day}日`;
/** A day that no month has, in the writing of the old one. */
function impossible(text: string, random: Random): string {
  const year = text.slice(0, 4);
  const [month, day] = random.pick([
    [2, 30],
    [4, 31],
    [9, 31],
    [11, 31],
  ] as const);
  return text.includes('年') ? chinese(Number(year), month, day) : `${year}-${pad(month)}-${pad(day)}`;
}
/** The same day of other years. */
const years = (text: string, by: number): string => `${Number(text.slice(0, 4)) + by}${text.slice(4)}`;
/** An amount off by a tenth to a half, in the writing of the old one. */
function otherAmount(text: string, random: Random): string {
  const was = parse(text);
  const off = Math.max(1, Math.round(was * random.between(0.1, 0.5)));
  const now = was + (random.chance(0.5) && was > off ? -off : off);
  const figures = text.includes(',') || now < 1000 ? money(now) : now.toFixed(2);
  return text.replace(/[\d,]+(\.\d+)?/, figures);
}

/** Twenty sorts, each by a name of its own. */
export const CONTRADICTIONS = {
  'identity-checksum': {
    code: 'papers.identity-number-checksum',
    kinds: PERSONAL,
    wording: ({ identity }, random) => ({ identity: other(identity!, random.integer(14, 16), random) }),
  },
  'identity-birth-date': {
    code: 'papers.identity-number-birth-date',
    kinds: PERSONAL,
    wording: ({ identity }, random) => {
      const day = random.pick(['0230', '0431', '1301', '1532', '0632']);
      return { identity: checked(identity!.slice(0, 10) + day + identity!.slice(14, 17)) };
    },
  },
  'identity-division': {
    code: 'papers.identity-number-division',
    kinds: PERSONAL,
    wording: ({ identity }, random) => ({
      identity: checked(random.pick(['3871', '4701', '5623', '2901', '6801']) + identity!.slice(4, 17)),
    }),
  },
  sex: {
    code: 'papers.sex-mismatch',
    kinds: [...LETTERS, 'discharge-summary', 'disability-certificate', 'id-card'],
    wording: ({ sex }) => ({ sex: sex === '男' ? '女' : '男' }),
  },
  'birth-date': {
    code: 'papers.birth-mismatch',
    kinds: ['disability-certificate', 'id-card'],
    wording: ({ birth }, random) => ({ birth: years(birth!, random.pick([-7, -4, -3, -2, 2, 3, 4, 6])) }),
  },
  age: {
    code: 'papers.age-mismatch',
    kinds: ['discharge-summary'],
    wording: ({ age }, random) => ({ age: `${parse(age!) + random.pick([-8, -6, -4, 4, 7, 9])}岁` }),
  },
  'credit-code': {
    code: 'papers.credit-code-checksum',
    kinds: ['income-certificate', 'invoice'],
    wording: (texts) => {
      const code = texts['credit-code']!;
      const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
      const last = alphabet[(alphabet.indexOf(creditCheck(code.slice(0, 17))) + 11) % alphabet.length]!;
      return { 'credit-code': code.slice(0, 17) + last };
    },
  },
  'bank-card': {
    code: 'papers.bank-card-checksum',
    kinds: ['bank-statement'],
    wording: ({ account }, random) => ({
      account: other(account!, account!.length - random.integer(1, 2), random),
    }),
  },
  phone: {
    code: 'papers.phone-range',
    kinds: ['hardship-certificate', 'income-certificate'],
    wording: (_, random) => ({
      phone: `1${random.pick(['2', '1', '0'])}${random.integer(3, 8)}${random.integer(10_000_000, 99_999_999)}`,
    }),
  },
  'impossible-date': {
    code: 'papers.date-impossible',
    kinds: [
      ...LETTERS,
      'supermarket-receipt',
      'shop-receipt',
      'repayment-agreement',
      'diagnosis-certificate',
    ],
    wording: (texts, random) =>
      texts.admitted
        ? { admitted: impossible(texts.admitted, random) }
        : { date: impossible(texts.date!, random) },
  },
  'dates-backwards': {
    code: 'papers.dates-backwards',
    kinds: [
      'discharge-summary',
      'diagnosis-certificate',
      'unemployment-certificate',
      'disability-certificate',
      'credit-statement',
    ],
    wording: (texts) => {
      if (texts.discharged) return { discharged: years(texts.discharged, -1) };
      if (texts.until) return { until: years(texts.until, -12) };
      if (texts.since) return { date: years(texts.date!, -1) };
      return { due: years(texts.due!, -1) };
    },
  },
  weekday: {
    code: 'papers.weekday-mismatch',
    kinds: ['supermarket-receipt'],
    wording: ({ weekday }, random) => ({
      weekday: `星期${random.pick([...'一二三四五六日'].filter((day) => day !== weekday!.at(-1)))}`,
    }),
  },
  capitals: {
    code: 'papers.amount-mismatch',
    kinds: ['income-certificate', 'repayment-agreement', 'shop-receipt', 'invoice'],
    wording: (texts, random) => ({
      capital: capitalMoney(parse(otherAmount(texts.total ?? texts.amount!, random))),
    }),
  },
  sum: {
    code: 'papers.sum-mismatch',
    kinds: ['supermarket-receipt', 'invoice', 'bank-statement'],
    wording: (texts, random) => {
      const name = ['net', 'expense', 'total'].find((field) => field in texts)!;
      return { [name]: otherAmount(texts[name]!, random) };
    },
  },
  product: {
    code: 'papers.product-mismatch',
    kinds: ['shop-receipt', 'invoice'],
    wording: (texts, random) => ({ 'price-2': otherAmount(texts['price-2']!, random) }),
  },
  balance: {
    code: 'papers.balance-broken',
    kinds: ['bank-statement'],
    wording: (texts, random) => {
      const name = `balance-${random.integer(3, 18)}`;
      return { [name]: otherAmount(texts[name]!, random) };
    },
  },
  'invoice-year': {
    code: 'papers.invoice-year',
    kinds: ['invoice'],
    wording: ({ number }, random) => ({ number: `${random.pick(['22', '23', '24'])}${number!.slice(2)}` }),
  },
  repeated: {
    code: 'papers.repeated-value-differs',
    kinds: ['discharge-summary'],
    wording: (texts, random) => {
      const name = texts['name-again']!;
      const given = random.pick([...'伟芳敏静丽强磊军洋勇'].filter((word) => !name.includes(word)));
      return { 'name-again': name.slice(0, -1) + given };
    },
  },
  seal: {
    code: 'papers.organisation-seal-mismatch',
    kinds: [...LETTERS, 'discharge-summary', 'diagnosis-certificate'],
    context: (context, random) => ({
      ...context,
      seals: [random.pick(['南浦纺织集团股份公司', '乌石口岸货运代理处', '盘岭煤矿职工俱乐部'])],
    }),
  },
  identity: {
    code: 'identity.mismatch',
    kinds: PERSONAL,
    context: (context) => ({
      ...context,
      identities: context.identities.map((identity) => ({ ...identity, names: ['欧阳若兰'] })),
    }),
  },
  'future-date': {
    code: 'papers.date-future',
    kinds: [...LETTERS, 'diagnosis-certificate', 'shop-receipt', 'invoice', 'supermarket-receipt'],
    wording: ({ date }) => ({ date: years(date!, 4) }),
  },
} as const satisfies Readonly<Record<string, Contradiction>>;

export type ContradictionSort = keyof typeof CONTRADICTIONS;
export const CONTRADICTION_SORTS = Object.keys(CONTRADICTIONS) as ContradictionSort[];
