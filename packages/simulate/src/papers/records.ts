/** Records of a customer that a page is held against: the person's own in other writings, and records that differ in one thing. */
import type { Random } from '../random.ts';
import { drawBankCard, drawIdentityNumber, identityCheck, luhn } from '../vouchers/numbers.ts';
import type { VoucherKind } from '../vouchers/render.ts';
import { digits, drawPerson } from '../vouchers/wording.ts';
import type { FaceSet } from './faces.ts';
import { PAPER_CAPTURES, type PaperRequest } from './page.ts';
import type { PaperContext } from './types.ts';

export type RecordSubject = 'name' | 'identity-number' | 'phone' | 'bank-card';
export const RECORD_SUBJECTS: readonly RecordSubject[] = ['name', 'identity-number', 'phone', 'bank-card'];

/**
 * `plain`: as the page has it; `written`: in other writings, some of it hidden; `several`: among other telephones and cards;
 * `lacking`: with nothing of what the page states; `other`: one thing is another person's; `near`: one thing differs in one place.
 */
export type RecordSort = 'plain' | 'written' | 'several' | 'lacking' | 'other' | 'near';

export interface MadeRecord {
  readonly sort: RecordSort;
  /** What differs; null where nothing does. */
  readonly differs: RecordSubject | null;
  readonly identity: PaperContext['identities'][number];
}

type Values = Readonly<Partial<Record<RecordSubject, readonly string[]>>>;

const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'张張刘劉陈陳杨楊赵趙黄黃吴吳孙孫马馬罗羅宋宋郑鄭谢謝韩韓冯馮邓鄧许許伟偉丽麗强強军軍艳豔杰傑涛濤华華兰蘭红紅国國飞飛远遠',
  ].flatMap((character, i, all) =>
    i % 2 === 0 && character !== all[i + 1] ? [[character, all[i + 1]!]] : [],
  ),
);
const GIVEN = '伟芳敏静丽强磊军洋勇杰涛超霞平刚华建国志文海燕';

/** Another digit at a place, the check digit put right. */
function otherCard(card: string, random: Random): string {
  const stem = card.slice(0, -1);
  const at = random.integer(8, stem.length - 1);
  const changed = stem.slice(0, at) + ((Number(stem[at]) + random.integer(1, 9)) % 10) + stem.slice(at + 1);
  return changed + luhn(changed);
}

/** The number of who was born the same day in the same place: another serial, the check character put right. */
function otherNumber(number: string, random: Random): string {
  const serial = String((Number(number.slice(14, 17)) + 2 * random.integer(1, 400)) % 1000).padStart(3, '0');
  const stem = number.slice(0, 14) + serial;
  return stem + identityCheck(stem);
}

const near: Readonly<Record<RecordSubject, (value: string, random: Random) => string>> = {
  name: (name, random) =>
    name.slice(0, -1) + random.pick([...GIVEN].filter((character) => !name.includes(character))),
  'identity-number': otherNumber,
  phone: (phone, random) => {
    const at = random.integer(7, phone.length - 1);
    return phone.slice(0, at) + ((Number(phone[at]) + random.integer(1, 9)) % 10) + phone.slice(at + 1);
  },
  'bank-card': otherCard,
};

const other: Readonly<Record<RecordSubject, (random: Random) => string>> = {
  name: (random) => `欧阳${random.pick([...'若兰庭川'])}`,
  'identity-number': (random) => {
    const { birth, sex } = drawPerson(random);
    return drawIdentityNumber(birth, sex, random);
  },
  phone: (random) => `1951111${digits(random, 4)}`,
  'bank-card': (random) => drawBankCard(random).replaceAll(' ', ''),
};

/** The same in another writing. */
const written: Readonly<Record<RecordSubject, readonly ((value: string) => string)[]>> = {
  name: [
    (name) => [...name].map((character) => TRADITIONAL[character] ?? character).join(''),
    (name) => [...name].join(' '),
    (name) => `${name[0]}${'*'.repeat(name.length - 1)}`,
    (name) => `${'*'.repeat(name.length - 1)}${name.at(-1)}`,
  ],
  'identity-number': [
    (number) => number.toLowerCase(),
    (number) => `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`,
    (number) => `${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(14)}`,
  ],
  phone: [
    (phone) => `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    (phone) => `${phone.slice(0, 3)}****${phone.slice(7)}`,
    (phone) => `86${phone}`,
  ],
  'bank-card': [
    (card) => `${card.slice(0, 4)} **** ${card.slice(-4)}`,
    (card) => card.replace(/(\d{4})(?=\d)/g, '$1 '),
    (card) => `尾号${card.slice(-4)}`,
  ],
};

const several: Readonly<Record<RecordSubject, (value: string, random: Random) => readonly string[]>> = {
  name: (name) => [name, 'Ouyang Ruolan'],
  'identity-number': (number) => ['E12345678', number],
  phone: (phone, random) => [other.phone(random), phone],
  'bank-card': (card, random) => [other['bank-card'](random), card],
};

const identity = (values: Values): MadeRecord['identity'] => ({
  source: '客户资料',
  names: values.name ?? [],
  identityNumbers: values['identity-number'] ?? [],
  phones: values.phone ?? [],
  bankCards: values['bank-card'] ?? [],
});

/** @param truth key values of a page by names of fields; a statement's holder is its name */
export function makeRecords(truth: Readonly<Record<string, string>>, random: Random): MadeRecord[] {
  const own: Readonly<Record<string, string>> = {
    ...truth,
    ...(truth.name || !truth.holder ? {} : { name: truth.holder }),
  };
  const borne = RECORD_SUBJECTS.flatMap((subject) =>
    own[subject] ? [[subject, own[subject]] as const] : [],
  );
  const all = (make: (subject: RecordSubject, value: string) => readonly string[]): Values =>
    Object.fromEntries(borne.map(([subject, value]) => [subject, make(subject, value)]));
  const plain = all((_, value) => [value]);
  const same = (sort: RecordSort, values: Values): MadeRecord => ({
    sort,
    differs: null,
    identity: identity(values),
  });
  const differing = borne.flatMap(([subject, value]): MadeRecord[] =>
    (['other', 'near'] as const).map((sort) => ({
      sort,
      differs: subject,
      identity: identity({
        ...plain,
        [subject]: [sort === 'near' ? near[subject](value, random) : other[subject](random)],
      }),
    })),
  );
  return [
    same('plain', plain),
    same(
      'written',
      all((subject, value) => [random.pick(written[subject])(value)]),
    ),
    same(
      'several',
      all((subject, value) => several[subject](value, random)),
    ),
    same('lacking', {}),
    ...differing,
  ];
}

/** Kinds of papers that state whose they are. */
export const PERSONAL_KINDS: readonly VoucherKind[] = [
  'deferral-application',
  'hardship-certificate',
  'unemployment-certificate',
  'income-certificate',
  'discharge-summary',
  'disability-certificate',
  'id-card',
  'bank-statement',
  'repayment-agreement',
];

/** Genuine pages of every personal kind, `size` each, captures in turn; twice as many of the only one with a telephone. */
export const planPersonalPapers = ({
  seed,
  faces,
  size,
}: {
  readonly seed: number;
  readonly faces: FaceSet;
  readonly size: number;
}): PaperRequest[] =>
  PERSONAL_KINDS.flatMap((kind, k) =>
    Array.from({ length: kind === 'deferral-application' ? 2 * size : size }, (_, n) => ({
      kind,
      faces,
      seed: `${seed}-${faces}-identity-${n}`,
      capture: PAPER_CAPTURES[(n + k) % PAPER_CAPTURES.length]!,
    })),
  );
