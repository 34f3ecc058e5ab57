import type {
  PageFinding,
  Related,
  Relation,
  StoredSketch,
  StoredTemplate,
  TemplateMatcher,
  TemplatePage,
  TemplateSource,
} from '@jianzhen/cases';
import {
  compareTemplates,
  createTemplateIndex,
  materialFromBytes,
  sketchFromText,
  WORTH_COMPARING,
  weighTemplate,
} from '@jianzhen/detector-papers';
import { CodedError, type Finding, type Reading } from '@jianzhen/evidence';

/** Rows that are read from the store at one time. */
const ROWS = 5000;
/** Probability from which a page counts as of the same template, or the same picture. */
const RELATED = 0.8;

const sketchOf = (bytes: Uint8Array): Uint16Array => sketchFromText(Buffer.from(bytes).toString('base64url'));

/** Null where another version made the sketch: such a page cannot be compared, and must not keep others from being examined. */
function knownSketch(bytes: Uint8Array): Uint16Array | null {
  try {
    return sketchOf(bytes);
  } catch (thrown) {
    if (thrown instanceof CodedError) return null;
    throw thrown;
  }
}

const issuerOf = (reading: Reading | null): string | null =>
  reading?.fields.find(({ name }) => name === 'issuer')?.value ?? null;

/** Sketches of all stored pages, in memory; it goes on from the last row that it saw. */
class Known {
  private readonly index = createTemplateIndex();
  private readonly rows: Omit<StoredSketch, 'sketch'>[] = [];
  private readonly counts = new Map<string, number>();
  private last = 0;

  async refresh(source: TemplateSource): Promise<void> {
    for (;;) {
      const rows = await source.sketchesAfter(this.last, ROWS);
      for (const { sketch, ...row } of rows) {
        this.last = row.id;
        const known = knownSketch(sketch);
        if (!known) continue;
        this.index.add(known);
        this.rows.push(row);
        for (const key of [`issuer ${row.issuer}`, `kind ${row.kind}`])
          this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      }
      if (rows.length < ROWS) return;
    }
  }

  /** Pages most like the sketch, best first. */
  search(sketch: Uint16Array): { readonly id: number; readonly similarity: number }[] {
    return this.index
      .search(sketch, { limit: 2 * WORTH_COMPARING })
      .map(({ page, similarity }) => ({ id: this.rows[page]!.id, similarity }));
  }

  /** Pages of an issuer, or of a kind where the issuer is not known. */
  count(issuer: string | null, kind: string | null): number {
    return this.counts.get(issuer === null ? `kind ${kind}` : `issuer ${issuer}`) ?? 0;
  }
}

/** Looks pages up among those of other customers' cases. One a process. */
export function createTemplateMatcher(): TemplateMatcher {
  const known = new Known();
  return {
    async relate(source, own, pages) {
      if (pages.length === 0) return { findings: [], relations: [] };
      await source.lockTemplates();
      await known.refresh(source);
      const findings: PageFinding[] = [];
      const relations: Relation[] = [];
      for (const page of pages) {
        const related = await relatePage(known, source, own, page);
        findings.push(...related.findings);
        relations.push(...related.relations);
      }
      return { findings, relations };
    },
  };
}

const isOther = (own: Parameters<TemplateMatcher['relate']>[1]) => (stored: StoredTemplate) =>
  stored.caseId !== own.caseId && (own.customerId === null || stored.customerId !== own.customerId);

async function relatePage(
  known: Known,
  source: TemplateSource,
  own: Parameters<TemplateMatcher['relate']>[1],
  { page, template, reading }: TemplatePage,
): Promise<Related> {
  const sketch = sketchOf(template.sketch);
  const candidates = known.search(sketch);
  const stored = await source.templates(candidates.slice(0, WORTH_COMPARING).map(({ id }) => id));
  const mine = { sketch, material: materialFromBytes(template.material) };
  const related = stored
    .filter(isOther(own))
    .map((other) => {
      const theirs = { sketch: sketchOf(other.sketch), material: materialFromBytes(other.material) };
      return { other, ...compareTemplates(mine, theirs) };
    })
    .filter(({ sameTemplate, samePicture }) => Math.max(sameTemplate, samePicture) >= RELATED)
    .sort((a, b) => b.samePicture + b.sameTemplate - a.samePicture - a.sameTemplate);
  const [best] = related;
  if (!best) return { findings: [], relations: [] };
  const issuer = issuerOf(reading);
  const issuers = related.map(({ other }) => issuerOf(other.reading));
  const sharing = new Set(related.map(({ other }) => other.customerId ?? other.caseId));
  const seen = known.count(issuer, reading?.kind.name ?? null);
  const { finding } = weighTemplate({
    sameTemplate: best.sameTemplate,
    samePicture: best.samePicture,
    sharedBy: sharing.size + 1,
    issuerAgrees:
      issuer === null || issuers.includes(null) ? null : issuers.every((other) => other === issuer),
    // As Laplace has it, for of a sort that was seen twice nothing can be said to be usual.
    rarity: 1 - (related.length + 1) / (Math.max(seen, related.length) + 2),
  });
  const relations = related.map(
    ({ other, ...same }): Relation => ({
      kind: 'document_template',
      page,
      place: 1,
      other: other.id,
      probability: Math.max(same.sameTemplate, same.samePicture),
    }),
  );
  return { findings: finding ? [naming(finding, page, best.other)] : [], relations };
}

/** The finding with the page that is most like this one. */
function naming(finding: Finding, page: number, other: StoredTemplate): PageFinding {
  const name = other.reference ? `${other.reference} / ${other.exhibit}` : other.exhibit;
  return {
    ...finding,
    page,
    message: {
      zh: `${finding.message.zh}最相近的是“${name}”第 ${other.page} 页。`,
      en: `${finding.message.en} Most like it is page ${other.page} of “${name}”.`,
    },
    values: {
      ...finding.values,
      caseId: other.caseId,
      exhibitId: other.exhibitId,
      otherPage: other.page,
    },
  };
}
