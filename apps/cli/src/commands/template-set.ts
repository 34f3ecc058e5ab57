import {
  createTemplateIndex,
  fingerprintOf,
  type TemplateFingerprint,
  verifyTemplate,
} from '@jianzhen/detector-papers';
import type { LabelledPage, TemplateTools } from '@jianzhen/evaluate';
import {
  createRandom,
  designTemplates,
  drawView,
  fillTemplate,
  readRules,
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
  /** Whether printed lines are known besides the text; unless told they are, as on any page with a picture. */
  readonly lines?: boolean;
}

/** Filled forms as a reader would read their photographs, scans and chat pictures; without pictures, so that thousands take seconds. */
export function simulatedPages({
  seed,
  templates,
  fills,
  pool,
  lines = true,
}: TemplateSet): LabelledPage<TemplateFingerprint>[] {
  return designTemplates({ seed, count: templates, pool }).flatMap((design, i) =>
    Array.from({ length: fills }, (_, fill) => {
      const page = fillTemplate(design, seed, fill);
      const random = createRandom(seed, 'view', i, fill);
      const view = drawView(page, TEMPLATE_CAPTURES[(i + fill) % TEMPLATE_CAPTURES.length]!, random);
      const read = readTemplatePage(page, view, random);
      const rules = lines ? readRules(page, view, random) : null;
      return { template: design.id, fingerprint: fingerprintOf(read, { rules, marks: null, picture: null }) };
    }),
  );
}

/** The index and the verification of the papers detector. */
export function templateTools(): TemplateTools<TemplateFingerprint> {
  const index = createTemplateIndex();
  return {
    add: ({ sketch }) => {
      index.add(sketch);
    },
    candidates: ({ sketch }) => index.search(sketch).map(({ page }) => page),
    verify: (a, b) => verifyTemplate(a, b).sameTemplate,
  };
}
