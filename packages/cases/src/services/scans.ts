import { setImmediate as nextTurn } from 'node:timers/promises';
import { CodedError, toCodedError } from '@jianzhen/evidence';
import { gather } from '../gather.ts';
import type { AlertStore, CodeJudge, JudgedCode } from '../ports/index.ts';
import { CAMPAIGN } from './campaigns.ts';
import { keep, type ScanAnswer, type Sighting } from './sightings.ts';
import type { WarningRules } from './warning.ts';

export type { ScanAnswer } from './sightings.ts';

/** Whose code it is, as far as the sender tells: what is left out is taken from the case. */
export interface ScanContext {
  readonly caseId?: string | null;
  readonly customerId?: string | null;
  readonly lenderId?: string | null;
  /** What was said around the code, in the chat: judged with it, and not kept. */
  readonly words?: string | null;
}

export interface ScanOptions extends Partial<WarningRules> {
  readonly now?: () => Date;
  /** Scans that may wait to be recorded. */
  readonly waiting?: number;
}

/** Rows written in one transaction: its locks last some milliseconds. */
const AT_ONCE = 500;

/** Payloads of a batch judged in one go; other requests get their turn in between. */
const IN_ONE_GO = 32;

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
      const judgeOne = async ({ text, words }: (typeof items)[number]) =>
        ready.judgeText(text, words ?? undefined);
      const judged: (JudgedCode | CodedError)[] = [];
      for (let from = 0; from < items.length; from += IN_ONE_GO) {
        const some = items.slice(from, from + IN_ONE_GO);
        judged.push(...(await Promise.all(some.map((item) => judgeOne(item).catch(toCodedError)))));
        await nextTurn();
      }
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
