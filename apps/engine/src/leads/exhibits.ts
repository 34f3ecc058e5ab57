import type { Exhibit, ExhibitPage } from '@jianzhen/cases';
import { CodedError, type Gang } from '@jianzhen/evidence';
import { openExhibit } from '@jianzhen/intake';
import type { LeadExhibit, LeadPicture } from '@jianzhen/leads';
import { cropPng } from '@jianzhen/raster';
import { errors } from '../errors.ts';
import { isOwn, type LeadStore } from './lead-store.ts';

/** The files of the gang's cases on record, one after another, each with its masks and cut-outs of its seals. */
export async function* exhibitsOf(gang: Gang, store: LeadStore): AsyncGenerator<LeadExhibit> {
  const { cases } = store;
  for (const caseId of gang.cases.filter(isOwn).toSorted())
    for (const exhibit of await cases.exhibitsOf(caseId)) {
      const pages = await cases.pagesOf(exhibit.id);
      yield {
        ...exhibitOf(exhibit, store),
        findings: await cases.findingsOf(exhibit.id),
        pictures: [...(await masksOf(pages, store)), ...(await sealsOf(exhibit, pages, store))],
      };
    }
}

function exhibitOf(
  { caseId, name, mediaType, createdAt, sha256, bytes }: Exhibit,
  { blobs }: LeadStore,
): Omit<LeadExhibit, 'findings' | 'pictures'> {
  const open = async function* () {
    const blob = await blobs.open(sha256);
    if (!blob) throw errors('engine.exhibit-missing', { name, sha256 });
    yield* blob.stream as AsyncIterable<Uint8Array>;
  };
  return { case: caseId, name, mediaType, receivedAt: createdAt, sha256, bytes, open };
}

function masksOf(pages: readonly ExhibitPage[], { blobs }: LeadStore): Promise<LeadPicture[]> {
  const found = pages.flatMap(({ page, mask }) => (mask ? [{ page, mask }] : []));
  return Promise.all(
    found.map(async ({ page, mask }) => ({ kind: 'mask' as const, page, bytes: await blobs.read(mask) })),
  );
}

/** Cut out of the file anew: the store keeps where seals are, not their pictures. A file that is gone or broken has none. */
async function sealsOf(
  { name, sha256 }: Exhibit,
  pages: readonly ExhibitPage[],
  { blobs }: LeadStore,
): Promise<LeadPicture[]> {
  const sealed = pages.filter(({ seals }) => seals.length > 0);
  if (sealed.length === 0) return [];
  try {
    const file = await openExhibit(await blobs.read(sha256), name);
    try {
      const cut: LeadPicture[] = [];
      for (const { page, seals } of sealed) {
        const image = await file.page(page);
        for (const { region } of seals) cut.push({ kind: 'seal', page, bytes: await cropPng(image, region) });
      }
      return cut;
    } finally {
      await file.close();
    }
  } catch (thrown) {
    // The export tells of the file itself.
    if (thrown instanceof CodedError) return [];
    throw thrown;
  }
}
