import type { FileFacts } from '@jianzhen/evidence';
import type { Told } from './model.ts';

/** Image or PDF, as one flat record. Fields that the file leaves empty are left out. */
export function toldBy({ image, pdf }: Partial<Pick<FileFacts, 'image' | 'pdf'>>): Told {
  const orientation = image?.orientation ?? 1;
  if (!pdf) return { orientation, metadata: { ...image?.metadata } };
  const { version: pdfVersion, producer, creator, createdAt, modifiedAt, revisions } = pdf;
  const fields = { pdfVersion, producer, creator, createdAt, modifiedAt, revisions: revisions.length };
  const given = Object.entries(fields).filter(
    (entry): entry is [string, string | number] => entry[1] !== null,
  );
  return { orientation, metadata: Object.fromEntries(given) };
}
