import {
  type FileFinding,
  format,
  type Message,
  type Signature,
  type SignatureChange,
} from '@jianzhen/evidence';
import type { ByteRangeProblem } from './byte-range.ts';
import { findings, type PdfFindingCode } from './messages.ts';

/** Whether what a signature says is false, or only not to be had. */
export type Standing = 'intact' | 'broken' | 'not-verifiable';

const SURE = 0.99;
const LIKELY = 0.7;
/** Pages of one signature's changes that get a finding of their own. */
const MAX_PAGES = 20;
/** Fields that one finding names. */
const MAX_FIELDS = 8;

/** What a checker of the file should know of one signature. */
export function findingsOf(
  signature: Signature,
  standing: Standing,
  problems: readonly ByteRangeProblem[],
): FileFinding[] {
  const name = signature.signer ?? signature.name ?? '?';
  const reason = signature.reasons[0]?.message ?? { zh: '', en: '' };
  const place = { page: signature.page ?? 1, region: signature.place };
  const out: FileFinding[] = [];
  const add = (
    code: PdfFindingCode,
    severity: FileFinding['severity'],
    probability: number,
    where: Pick<FileFinding, 'page' | 'region'>,
    values: Readonly<Record<string, Message>> = {},
  ) =>
    out.push({ code: `esign.${code}`, severity, probability, ...where, message: fill(code, name, values) });

  if (standing === 'broken') add('not-intact', 'high', SURE, place, { reason });
  if (standing === 'not-verifiable') add('not-verifiable', 'medium', LIKELY, place, { reason });
  if (problems.length > 0) {
    const partial = problems.every((problem) => problem === 'not-to-end' || problem === 'not-from-start');
    if (partial) add('covers-part-only', 'medium', LIKELY, place);
    else add('byte-range', 'high', SURE, place, { reason });
  }
  const forbidden = signature.changes.filter(({ permitted }) => !permitted);
  for (const change of [...new Map(forbidden.map((item) => [item.page, item])).values()].slice(0, MAX_PAGES))
    add(
      'altered-after-signing',
      'high',
      SURE,
      { page: change.page ?? 1, region: null },
      { change: change.message },
    );
  for (const page of new Set(
    signature.changes
      .filter(({ kind, permitted }) => permitted && kind === 'annotation-with-content')
      .map((change) => change.page ?? 1),
  ))
    add('annotated-after-signing', 'medium', LIKELY, { page, region: null });
  for (const [page, filled] of Map.groupBy(
    signature.changes.filter(({ kind, permitted }) => permitted && kind === 'form-field'),
    (change) => change.page ?? 1,
  ))
    add('filled-after-signing', 'low', SURE, { page, region: null }, { fields: joined(filled) });
  if (standing === 'intact' && problems.length === 0 && forbidden.length === 0)
    add('signature-valid', 'info', SURE, place);
  return out;
}

/** Sentences of the first few changes, one after another. */
function joined(changes: readonly SignatureChange[]): Message {
  const some = changes.slice(0, MAX_FIELDS);
  const rest = changes.length > some.length ? '…' : '';
  return {
    zh: some.map(({ message }) => message.zh).join('') + rest,
    en: some.map(({ message }) => message.en).join(' ') + rest,
  };
}

function fill(code: PdfFindingCode, name: string, values: Readonly<Record<string, Message>>): Message {
  const inLanguage = (language: keyof Message) => ({
    name,
    ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value[language]])),
  });
  return {
    zh: format(findings[code], inLanguage('zh')).zh,
    en: format(findings[code], inLanguage('en')).en,
  };
}
