import type { BagWriter } from '../bag/index.ts';
import { type Paper, renderHtml } from '../document/index.ts';
import { csv, entitiesCsv, linksCsv, stixBundle } from '../exports/index.ts';
import type { Profile } from '../profiles/index.ts';
import {
  extractionPaper,
  type InventoryItem,
  inventoryPaper,
  type PackageFacts,
  summaryPaper,
} from '../summary/index.ts';
import type { LeadView } from '../view/index.ts';
import type { ExportProblem } from './exhibits.ts';
import { jsonBytes } from './json.ts';

export interface Disclosure {
  readonly problems: readonly ExportProblem[];
  readonly profile: Profile;
  /** Of which period the key of keyed hashes is; null where there are none. */
  readonly hashKeyId: string | null;
}

/** Everything in the payload that is no exhibit: papers to read, tables and STIX for tools, and how it all came to be. */
export async function packPapers(
  bag: BagWriter,
  view: LeadView,
  facts: PackageFacts,
  items: readonly InventoryItem[],
  { problems, profile, hashKeyId }: Disclosure,
): Promise<void> {
  // Who only verifies or lists must not load a writer of PDF.
  const { renderPdf } = await import('../document/pdf.ts');
  const paper = async (name: string, content: Paper) => {
    await bag.payload(`${name}.html`, renderHtml(content));
    await bag.payload(`${name}.pdf`, renderPdf(content, new Date(facts.madeAt)));
  };
  await paper('summary', summaryPaper(view, facts, items));
  await paper('records/inventory', inventoryPaper(view, facts, items));
  await paper('records/extraction-record', extractionPaper(view, facts, items));
  await bag.payload('records/inventory.csv', inventoryCsv(items));
  await bag.payload('links.csv', linksCsv(view));
  await bag.payload('entities.csv', entitiesCsv(view));
  await bag.payload('stix.json', stixBundle(view, facts));
  const { gang, related, lenders, months, population, amount, customers } = view;
  const counts = { cases: view.cases.length, customers, amount, population };
  await bag.payload(
    'gang.json',
    jsonBytes({ ...gang, ...counts, lenders, related, months, traces: view.traces }),
  );
  const { generator, madeAt, organisation, purpose } = facts;
  await bag.payload('provenance.json', jsonBytes({ madeAt, organisation, purpose, ...generator, problems }));
  await bag.payload('profile.json', jsonBytes({ ...profile, hashKeyId }));
}

function inventoryCsv(items: readonly InventoryItem[]): Iterable<Uint8Array> {
  const head = [
    'no',
    'name',
    'case_no',
    'media_type',
    'bytes',
    'sha256',
    'sm3',
    'received_at',
    'path',
    'findings',
  ];
  const rows = items.map((item) => [
    item.no,
    item.name,
    item.case,
    item.mediaType,
    item.bytes,
    item.sha256,
    item.sm3,
    item.receivedAt,
    item.path && `data/${item.path}`,
    item.findings,
  ]);
  return csv(head, rows);
}
