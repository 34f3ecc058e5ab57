import { type Code, CodedError, format, type Message } from '@jianzhen/evidence';
import type { Alert, Review, Scan } from '../alert.ts';
import { errors } from '../errors.ts';
import { newId } from '../ids.ts';
import type { AlertTransaction, CaseOwner, JudgedCode } from '../ports/index.ts';
import { type Danger, type WarningRules, warn } from './warning.ts';

/** What was scanned at once, and whose it is as far as the sender tells. */
export interface Sighting {
  readonly owner: {
    readonly caseId: string | null;
    readonly customerId: string | null;
    readonly lenderId: string | null;
  };
  readonly codes: readonly JudgedCode[];
}

export interface ScanAnswer {
  readonly codes: Code[];
  /** The gravest, where one of the codes is dangerous and the customer is known. */
  readonly alert: Alert | null;
}

const harmless: Message = {
  zh: '审核人员已于 {date} 认定该内容没有危险。',
  en: 'A reviewer found this harmless on {date}.',
};

interface Entry {
  readonly judged: JudgedCode;
  readonly owner: Sighting['owner'];
  /** Of the sighting that the code belongs to. */
  readonly answer: { codes: Code[]; alert: Alert | null };
}

/** Records sightings and warns, in one transaction. Answers with each one's codes and alert, or what is wrong with it. */
export async function keep(
  tx: AlertTransaction,
  sightings: readonly Sighting[],
  rules: WarningRules,
  at: string,
): Promise<(ScanAnswer | CodedError)[]> {
  const owners = await ownersOf(tx, sightings);
  const found: Entry[] = [];
  const answers = sightings.map(({ codes }, i) => {
    const owner = owners[i]!;
    if (owner instanceof CodedError) return owner;
    const answer: Entry['answer'] = { codes: [], alert: null };
    for (const judged of codes) found.push({ judged, owner, answer });
    return answer;
  });
  // A review of the same subject waits for this transaction, or this one for it.
  await tx.lockSubjects(subjectsOf(found.filter(isWarned)));
  const overruled = await overrulings(
    tx,
    subjectsOf(found.filter(({ judged }) => levelOf(judged) !== 'safe')),
  );
  const entries = found.map((entry): Entry => {
    const judged = overrule(entry.judged, overruled.get(entry.judged.subject));
    entry.answer.codes.push(judged.code);
    return { ...entry, judged };
  });
  if (entries.length > 0) await tx.addScans(entries.map((entry) => scanOf(entry, at)));

  const warned = entries.filter(isWarned);
  const alerts = await warn(tx, warned.map(dangerOf), rules, at);
  for (const [i, { answer }] of warned.entries()) {
    const alert = alerts[i]!;
    if (!answer.alert || alert.probability > answer.alert.probability) answer.alert = alert;
  }
  return answers;
}

const levelOf = ({ code }: JudgedCode) => code.risk.level;
const subjectsOf = (found: readonly Entry[]): string[] => [
  ...new Set(found.map(({ judged }) => judged.subject)),
];
const isWarned = ({ judged, owner }: Entry): boolean =>
  levelOf(judged) === 'danger' && owner.customerId !== null;
const dangerOf = ({ judged, owner }: Entry): Danger => ({
  ...judged,
  ...owner,
  customerId: owner.customerId!,
});

function scanOf({ judged, owner }: Entry, at: string): Scan {
  const { code, subject, domain } = judged;
  return { id: newId(), subject, domain, payload: code.kind, ...owner, level: code.risk.level, at };
}

/** Each sighting's owner; an error for one of a case that there is not. */
async function ownersOf(
  tx: AlertTransaction,
  sightings: readonly Sighting[],
): Promise<(Sighting['owner'] | CodedError)[]> {
  const ids = [...new Set(sightings.flatMap(({ owner }) => owner.caseId ?? []))];
  const cases = new Map<string, CaseOwner>();
  if (ids.length > 0) for (const record of await tx.owners(ids)) cases.set(record.id, record);
  return sightings.map(({ owner }) => {
    if (owner.caseId === null) return owner;
    const record = cases.get(owner.caseId.toLowerCase());
    if (!record) return errors('case.not-found', { id: owner.caseId });
    return {
      caseId: record.id,
      customerId: owner.customerId ?? record.customerId,
      lenderId: owner.lenderId ?? record.lenderId,
    };
  });
}

async function overrulings(tx: AlertTransaction, subjects: readonly string[]): Promise<Map<string, Review>> {
  if (subjects.length === 0) return new Map();
  const decisions = await tx.decisions(subjects);
  return new Map(
    decisions.flatMap((review) =>
      review.decision === 'not-dangerous' ? [[review.subject, review] as const] : [],
    ),
  );
}

/** A person's word comes before the judge's. */
function overrule(judged: JudgedCode, review: Review | undefined): JudgedCode {
  if (!review) return judged;
  const reason = {
    code: 'review.not-dangerous',
    message: format(harmless, { date: review.at.slice(0, 10) }),
  };
  return {
    ...judged,
    code: { ...judged.code, risk: { level: 'safe', probability: 0, reasons: [reason] } },
  };
}
