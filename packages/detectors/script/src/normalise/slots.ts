import type { Message } from '@jianzhen/evidence';
import type { SlotKind } from './types.ts';

/** Slots stand in normalised text as private-use characters, which are dropped from what people write. */
export const SLOT_CHARACTERS: Readonly<Record<SlotKind, string>> = {
  name: '\ue000',
  date: '\ue001',
  amount: '\ue002',
  percent: '\ue003',
  number: '\ue004',
  phone: '\ue005',
  identity: '\ue006',
  card: '\ue007',
  account: '\ue008',
  link: '\ue009',
  lender: '\ue00a',
};

export const SLOT_NAMES: Readonly<Record<SlotKind, Message>> = {
  name: { zh: '姓名', en: 'name' },
  date: { zh: '日期', en: 'date' },
  amount: { zh: '金额', en: 'amount' },
  percent: { zh: '比例', en: 'percentage' },
  number: { zh: '数字', en: 'number' },
  phone: { zh: '电话', en: 'telephone' },
  identity: { zh: '身份证号', en: 'identity number' },
  card: { zh: '卡号', en: 'card number' },
  account: { zh: '账号', en: 'account' },
  link: { zh: '网址', en: 'link' },
  lender: { zh: '机构', en: 'lender' },
};

const KINDS = new Map(
  (Object.entries(SLOT_CHARACTERS) as [SlotKind, string][]).map(([kind, character]) => [character, kind]),
);

/** The kind of slot that a character of normalised text stands for; null for a letter. */
export const slotOf = (character: string): SlotKind | null => KINDS.get(character) ?? null;
