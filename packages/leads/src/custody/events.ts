import type { Message } from '@jianzhen/evidence';
import { canonical, utf8 } from '../canonical.ts';
import { errors } from '../errors.ts';
import { leafHash } from '../merkle/index.ts';

export const CUSTODY_KINDS = [
  'made',
  'viewed',
  'exported',
  'handed-over',
  'received',
  're-hashed',
  'outcome',
] as const;
export type CustodyKind = (typeof CUSTODY_KINDS)[number];

export const custodyWords: Readonly<Record<CustodyKind, Message>> = {
  made: { zh: '制作', en: 'made' },
  viewed: { zh: '查看', en: 'viewed' },
  exported: { zh: '导出', en: 'exported' },
  'handed-over': { zh: '移交', en: 'handed over' },
  received: { zh: '接收', en: 'received' },
  're-hashed': { zh: '复核散列', en: 're-hashed' },
  outcome: { zh: '反馈结果', en: 'outcome' },
};

export const OUTCOMES = ['accepted', 'need-more', 'case-filed', 'closed'] as const;
export type OutcomeStatus = (typeof OUTCOMES)[number];

export const outcomeWords: Readonly<Record<OutcomeStatus, Message>> = {
  accepted: { zh: '已受理', en: 'accepted' },
  'need-more': { zh: '需补充材料', en: 'more is needed' },
  'case-filed': { zh: '已立案', en: 'case filed' },
  closed: { zh: '已办结', en: 'closed' },
};

/** What the recipient made of a package. */
export interface Outcome {
  readonly status: OutcomeStatus;
  /** 立案 or other case number; with `case-filed` it must be there. */
  readonly caseNumber: string | null;
  readonly reasons: readonly string[];
}

/** One act on a package: who did what to which bytes, why, and on what authority. */
export interface CustodyEvent {
  readonly kind: CustodyKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly gang: string;
  /** Name of the package. */
  readonly package: string;
  /** Hexadecimal SHA-256 of the package's `manifest-sha256.txt`. */
  readonly digest: string;
  readonly purpose: string | null;
  /** Number of the legal instrument, e.g. of a 调取证据通知书. */
  readonly authority: string | null;
  readonly recipient: string | null;
  /** For which recipients the package was made: the disclosure profile. */
  readonly profile: string | null;
  readonly outcome: Outcome | null;
}

const NEEDED: Readonly<Record<CustodyKind, readonly (keyof CustodyEvent)[]>> = {
  made: ['purpose', 'profile'],
  viewed: [],
  exported: ['purpose'],
  'handed-over': ['purpose', 'authority', 'recipient'],
  received: ['recipient'],
  're-hashed': [],
  outcome: ['outcome'],
};

const NAMES: Readonly<Record<string, string>> = {
  who: '办理人 who',
  gang: '团伙 gang',
  package: '证据包 package',
  digest: '清单摘要 digest',
  purpose: '用途 purpose',
  authority: '法律文书编号 legal authority',
  recipient: '接收方 recipient',
  profile: '披露配置 profile',
  outcome: '结果 outcome',
  reasons: '理由 reasons',
  caseNumber: '案件编号 case number',
};

const blank = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '');

/**
 * The event, if it says all that such an act must say: a hand-over without purpose, authority and recipient is none.
 * @throws CodedError `leads.event-unknown`, `leads.event-needs`
 */
export function checkEvent(event: CustodyEvent): CustodyEvent {
  const { kind, outcome } = event;
  if (!CUSTODY_KINDS.includes(kind)) throw errors('leads.event-unknown', { kind });
  const always = ['who', 'gang', 'package', 'digest'] as const;
  const missing: string[] = [...always, ...NEEDED[kind]].filter((field) => blank(event[field]));
  if (outcome) {
    if (outcome.status !== 'accepted' && outcome.reasons.every(blank)) missing.push('reasons');
    if (outcome.status === 'case-filed' && blank(outcome.caseNumber)) missing.push('caseNumber');
  }
  if (missing.length > 0)
    throw errors('leads.event-needs', {
      kind: `${custodyWords[kind].zh} ${kind}`,
      missing: missing.map((field) => NAMES[field]).join('、'),
    });
  return event;
}

/** What the tree's leaf is made of. */
export const eventBytes = (event: CustodyEvent): Uint8Array => utf8(canonical(event));
export const eventLeaf = (event: CustodyEvent): Uint8Array => leafHash(eventBytes(event));
