import {
  createTemplateIndex,
  fingerprint,
  type TemplateFingerprint,
  verifyTemplate,
} from '@jianzhen/detector-papers';
import type { LabelledPage, TemplateTools } from '@jianzhen/evaluate';
import {
  createRandom,
  designTemplates,
  drawView,
  fillTemplate,
  readTemplatePage,
  TEMPLATE_CAPTURES,
} from '@jianzhen/simulate';

export interface TemplateSet {
  readonly seed: string;
  readonly templates: number;
  /** Pages of each template. */
  readonly fills: number;
  /** Forms and faces of `reported` are never tuned on. */
  readonly pool: 'tuning' | 'reported';
}

/** Filled forms as a reader would read their photographs, scans and chat pictures; without pictures, so that thousands take seconds. */
export function simulatedPages({
  seed,
  templates,
  fills,
  pool,
}: TemplateSet): LabelledPage<TemplateFingerprint>[] {
  return designTemplates({ seed, count: templates, pool }).flatMap((design, i) =>
    Array.from({ length: fills }, (_, fill) => {
      const page = fillTemplate(design, seed, fill);
      const random = createRandom(seed, 'view', i, fill);
      const view = drawView(page, TEMPLATE_CAPTURES[(i + fill) % TEMPLATE_CAPTURES.length]!, random);
      return { template: design.id, fingerprint: fingerprint(readTemplatePage(page, view, random), null) };
    }),
  );
}

/** Candidates that are verified for each page. */
const CANDIDATES = 60;

/** The index and the verification of the papers detector. */
export function templateTools(capacity: number): TemplateTools<TemplateFingerprint> {
  const index = createTemplateIndex(capacity);
  return {
    add: ({ sketch }) => {
      index.add(sketch);
    },
    candidates: ({ sketch }) => index.search(sketch, { limit: CANDIDATES }).map(({ page }) => page),
    verify: (a, b) => verifyTemplate(a, b).sameTemplate,
  };
}
