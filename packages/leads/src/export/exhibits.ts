import type { Message } from '@jianzhen/evidence';
import { type BagWriter, type ByteSource, safeFileName } from '../bag/index.ts';
import { errors } from '../errors.ts';
import type { LeadExhibit } from '../input.ts';
import type { Discloser } from '../profiles/index.ts';
import type { InventoryItem } from '../summary/index.ts';
import { jsonBytes } from './json.ts';

/** What went wrong with one exhibit while the rest went on. */
export interface ExportProblem {
  readonly file: string;
  readonly code: string;
  readonly message: Message;
}

export interface PackedExhibits {
  readonly items: readonly InventoryItem[];
  readonly problems: readonly ExportProblem[];
}

/** Every exhibit into the bag, as far as the profile lets it; one that cannot be read, or is not what was recorded, is told and listed. */
export async function packExhibits(
  exhibits: AsyncIterable<LeadExhibit> | Iterable<LeadExhibit>,
  caseNo: ReadonlyMap<string, string>,
  bag: BagWriter,
  discloser: Discloser,
): Promise<PackedExhibits> {
  const items: InventoryItem[] = [];
  const problems: ExportProblem[] = [];
  if (discloser.profile.exhibits === 'omit') return { items, problems };
  for await (const exhibit of exhibits) {
    const no = `E${String(items.length + 1).padStart(5, '0')}`;
    const name = discloser.text('exhibitName', exhibit.name);
    const packed = await packFile(exhibit, no, bag, discloser, problems);
    const findings = discloser.profile.findings === 'include' ? exhibit.findings.length : 0;
    if (findings > 0) await packFindings(exhibit, no, bag, discloser);
    const { mediaType, receivedAt } = exhibit;
    const told = { no, name, mediaType, findings, receivedAt: discloser.time(receivedAt), ...packed };
    items.push({ ...told, case: caseNo.get(exhibit.case) ?? '' });
  }
  return { items, problems };
}

async function packFile(
  exhibit: LeadExhibit,
  no: string,
  bag: BagWriter,
  discloser: Discloser,
  problems: ExportProblem[],
): Promise<Pick<InventoryItem, 'path' | 'bytes' | 'sha256' | 'sm3'>> {
  const { name: file, sha256: recorded, bytes } = exhibit;
  const onlyHash = { path: null, bytes, sha256: recorded, sm3: null };
  if (!exhibit.open || discloser.profile.exhibits === 'hash') return onlyHash;
  const tell = (error: ReturnType<typeof errors>) =>
    problems.push({ file, code: error.code, message: error.text });
  let source: ByteSource;
  try {
    source = await begun(exhibit.open());
  } catch (cause) {
    tell(errors('leads.exhibit-unreadable', { file, detail: (cause as Error).message }));
    return onlyHash;
  }
  const shown =
    discloser.profile.fields.exhibitName === 'include'
      ? safeFileName(file)
      : safeFileName(`x${/\.\w{1,8}$/.exec(file)?.[0] ?? ''}`);
  const path = `exhibits/${no}-${shown}`;
  const { sha256, sm3, bytes: written } = await bag.payload(path, source);
  if (recorded !== null && recorded !== sha256)
    tell(errors('leads.exhibit-changed', { file, expected: recorded, actual: sha256 }));
  return { path, sha256, sm3, bytes: written };
}

/** The same bytes once the first of them are there: a file that cannot be opened must not leave an empty one behind. */
async function begun(source: ByteSource): Promise<ByteSource> {
  const iterator =
    Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  const first = await iterator.next();
  return (async function* () {
    for (let step = first; !step.done; step = await iterator.next()) yield step.value;
  })();
}

async function packFindings(
  exhibit: LeadExhibit,
  no: string,
  bag: BagWriter,
  discloser: Discloser,
): Promise<void> {
  const findings = exhibit.findings.map(({ message: { zh, en }, ...finding }) => ({
    ...finding,
    message: { zh: discloser.sentence(zh), en: discloser.sentence(en) },
  }));
  await bag.payload(`findings/${no}.json`, jsonBytes(findings));
  for (const [i, { kind, page, bytes }] of exhibit.pictures.entries())
    await bag.payload(`findings/${no}.p${page}.${kind}${i + 1}.png`, [bytes]);
}
