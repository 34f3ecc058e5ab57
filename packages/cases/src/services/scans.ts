import { type Code, CodedError, format, type Message, toCodedError } from '@jianzhen/evidence';
import type { Alert, Review, Scan } from '../alert.ts';
import { errors } from '../errors.ts';
import { gather } from '../gather.ts';
import { newId } from '../ids.ts';
import type { AlertStore, AlertTransaction, CaseOwner, CodeJudge, JudgedCode } from '../ports/index.ts';
import { CAMPAIGN } from './campaigns.ts';
import { type Danger, type WarningRules, warn } from './warning.ts';

/** Whose code it is, as far as the sender tells: what is left out is taken from the case. */
export interface ScanContext {
  readonly caseId?: string | null;
  readonly customerId?: string | null;
  readonly lenderId?: string | null;
  /** What was said around the code, in the chat: judged with it, and not kept. */
  readonly words?: string | null;
}

export interface ScanAnswer {
  readonly codes: Code[];
  /** The gravest, where one of the codes is dangerous and the customer is known. */
  readonly alert: Alert | null;
}

export interface ScanOptions extends Partial<WarningRules> {
  readonly now?: () => Date;
  /** Scans that may wait to be recorded. */
  readonly waiting?: number;
}

/** Rows written in one transaction: its locks last some milliseconds. */
const AT_ONCE = 500;

const overruled: Message = {
  zh: '审核人员已于 {date} 认定该内容没有危险。',
  en: 'A reviewer found this harmless on {date}.',
};

interface Sighting {
  readonly owner: Required<Omit<ScanContext, 'words'>>;
  readonly codes: readonly JudgedCode[];
}

/** Judges payloads and pictures, keeps what was scanned, and warns. Every answer has been committed. */
export function createScans(
  store: AlertStore,
  judge: () => Promise<CodeJudge>,
  { now = () => new Date(), endpoints = [], campaign = CAMPAIGN, waiting = 10_000 }: ScanOptions = {},
) {
  const record = gather(
    (sightings: readonly Sighting[]) =>
      store.transaction((tx) => keep(tx, sightings, { endpoints, campaign }, now().toISOString())),
    { atOnce: AT_ONCE, waiting },
  );
  const settle = async (context: ScanContext, codes: readonly JudgedCode[]): Promise<ScanAnswer> => {
    if (codes.length === 0) return { codes: [], alert: null };
    const { caseId = null, customerId = null, lenderId = null } = context;
    const owner = { caseId, customerId: fit(customerId), lenderId: fit(lenderId) };
    const fitting = codes.map((judged) => ({
      ...judged,
      subject: fit(judged.subject),
      domain: fit(judged.domain),
    }));
    const answer = await record({ owner, codes: fitting });
    if (answer instanceof CodedError) throw answer;
    return answer;
  };

  return {
    async text(text: string, context: ScanContext): Promise<ScanAnswer> {
      const judged = await (await judge()).judgeText(text, context.words ?? undefined);
      return settle(context, [judged]);
    },

    async picture(bytes: Uint8Array, name: string, context: ScanContext): Promise<ScanAnswer> {
      const judged = await (await judge()).judgePicture(bytes, name, context.words ?? undefined);
      return settle(context, judged);
    },

    /** An answer or an error for each, in order. @throws what `judge` throws */
    async batch(
      items: readonly (ScanContext & { readonly text: string })[],
    ): Promise<(ScanAnswer | CodedError)[]> {
      const ready = await judge();
      const judged = await Promise.all(
        items.map(({ text, words }) => ready.judgeText(text, words ?? undefined).catch(toCodedError)),
      );
      return Promise.all(
        judged.map((code, i) =>
          code instanceof CodedError ? code : settle(items[i]!, [code]).catch(toCodedError),
        ),
      );
    },
  };
}
export type Scans = ReturnType<typeof createScans>;

/** Text as databases take it: one writing of it is one key. */
function fit<T extends string | null>(text: T): T {
  return (text?.toWellFormed().replaceAll('\0', '\uFFFD') ?? null) as T;
}

interface Entry {
  readonly sighting: number;
  readonly judged: JudgedCode;
  readonly scan: Scan;
}

async function keep(
  tx: AlertTransaction,
  sightings: readonly Sighting[],
  rules: WarningRules,
  at: string,
): Promise<(ScanAnswer | CodedError)[]> {
  const owners = await ownersOf(tx, sightings);
  const found = sightings.flatMap(({ codes }, sighting) => {
    const owner = owners[sighting]!;
    return owner instanceof CodedError ? [] : codes.map((judged) => ({ sighting, judged, owner }));
  });
  const dangerous = found.filter(({ judged, owner }) => isDanger(judged) && owner.customerId !== null);
  await tx.lockSubjects(subjectsOf(dangerous));
  const decisions = await overrulings(tx, subjectsOf(found.filter(({ judged }) => !isSafe(judged))));
  const entries = found.map(({ sighting, judged: given, owner }): Entry => {
    const judged = overrule(given, decisions.get(given.subject));
    const { code, subject, domain } = judged;
    const scan = { id: newId(), subject, domain, payload: code.kind, ...owner, level: code.risk.level, at };
    return { sighting, judged, scan };
  });
  if (entries.length > 0) await tx.addScans(entries.map(({ scan }) => scan));

  const dangers = entries.flatMap(({ sighting, judged, scan: { caseId, customerId, lenderId } }) =>
    isDanger(judged) && customerId !== null
      ? [{ sighting, danger: { ...judged, caseId, customerId, lenderId } satisfies Danger }]
      : [],
  );
  const alerts =
    dangers.length > 0
      ? await warn(
          tx,
          dangers.map(({ danger }) => danger),
          rules,
          at,
        )
      : [];
  const warned = Map.groupBy(dangers.keys(), (i) => dangers[i]!.sighting);
  const seen = Map.groupBy(entries, ({ sighting }) => sighting);
  return owners.map((owner, i) => {
    if (owner instanceof CodedError) return owner;
    const own = (warned.get(i) ?? []).map((index) => alerts[index]!);
    return {
      codes: (seen.get(i) ?? []).map(({ judged }) => judged.code),
      alert: own.toSorted((a, b) => b.probability - a.probability)[0] ?? null,
    };
  });
}

const isDanger = ({ code }: JudgedCode): boolean => code.risk.level === 'danger';
const isSafe = ({ code }: JudgedCode): boolean => code.risk.level === 'safe';
const subjectsOf = (found: readonly { readonly judged: JudgedCode }[]): string[] => [
  ...new Set(found.map(({ judged }) => judged.subject)),
];

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
    message: format(overruled, { date: review.at.slice(0, 10) }),
  };
  return {
    ...judged,
    code: { ...judged.code, risk: { level: 'safe', probability: 0, reasons: [reason] } },
  };
}
