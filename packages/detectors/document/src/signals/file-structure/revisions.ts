import type { PdfFacts, PdfPageFacts, Region } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';
import { area, toPixels } from './geometry.ts';

/** Above this share of the page, a change is a watermark or a new layout rather than an edited field. */
const LOCAL = 0.25;

/**
 * Incremental updates (ISO 32000-2, 7.5.6) that change what this page shows. Annotations, form fields and signatures do
 * not; intake compares content streams and resources only.
 */
export function laterChanges(
  pdf: PdfFacts,
  page: PdfPageFacts,
  image: { width: number; height: number },
): Candidate[] {
  const out: Candidate[] = [];
  let signed = false;
  pdf.revisions.forEach((revision, k) => {
    if (k > 0 && revision.contentPages.includes(page.page)) {
      const changes = revision.changes?.filter((change) => change.page === page.page) ?? [];
      const context = { revision: k + 1, signed, signing: revision.signature };
      if (changes.length === 0) out.push(unlocated(context));
      for (const { region, replaced } of changes) out.push(located(context, region, replaced, page, image));
    }
    signed ||= revision.signature;
  });
  return out;
}

interface Context {
  /** 1-based. */
  readonly revision: number;
  /** An earlier revision signed the file. */
  readonly signed: boolean;
  /** This one does. */
  readonly signing: boolean;
}

/** Rewritten, but drawn the same as far as could be told. */
function unlocated({ revision, signed }: Context): Candidate {
  if (signed) return candidate('document.pdf-changed-after-signing', 'medium', null, { revision });
  return candidate('document.pdf-content-added', 'low', null, { revision });
}

function located(
  { revision, signed, signing }: Context,
  region: Region | null,
  replaced: boolean,
  page: PdfPageFacts,
  image: { width: number; height: number },
): Candidate {
  const pixels = region && toPixels(region, page, image);
  if (signed) return candidate('document.pdf-changed-after-signing', 'high', pixels, { revision });
  if (!region) return candidate('document.pdf-page-added', signing ? 'info' : 'low', null, { revision });
  const local = area(region) <= LOCAL * page.width * page.height;
  if (replaced)
    return candidate('document.pdf-content-replaced', local ? 'high' : 'medium', pixels, { revision });
  // Platforms add seals and notes as they sign; anyone else adds them afterwards.
  return candidate('document.pdf-content-added', signing || !local ? 'low' : 'medium', pixels, { revision });
}
