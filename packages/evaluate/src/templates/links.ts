/** A page with the template that it truly comes from. */
export interface LabelledPage<Fingerprint> {
  readonly template: string;
  readonly fingerprint: Fingerprint;
}

/** What is measured: pages are found by an index and then compared in pairs. */
export interface TemplateTools<Fingerprint> {
  /** Takes a page in; pages are numbered from 0 in this order. */
  add(fingerprint: Fingerprint): void;
  /** Numbers of the pages that may be of the same template, the page itself among them or not. */
  candidates(fingerprint: Fingerprint): readonly number[];
  /** Score of two pages being of one template; higher is surer. */
  verify(a: Fingerprint, b: Fingerprint): number | Promise<number>;
}

/** A pair of pages that the index brought together. */
export interface ScoredLink {
  readonly first: number;
  readonly second: number;
  readonly same: boolean;
  readonly score: number;
}

/** All pairs that either page finds by the other, each once, with their scores. */
export async function linksOf<Fingerprint>(
  pages: readonly LabelledPage<Fingerprint>[],
  tools: TemplateTools<Fingerprint>,
): Promise<ScoredLink[]> {
  for (const { fingerprint } of pages) tools.add(fingerprint);
  const pairs = new Set<number>();
  for (const [page, { fingerprint }] of pages.entries())
    for (const other of tools.candidates(fingerprint))
      if (other !== page) pairs.add(Math.min(page, other) * pages.length + Math.max(page, other));
  const links: ScoredLink[] = [];
  for (const pair of pairs) {
    const [first, second] = [Math.floor(pair / pages.length), pair % pages.length];
    const [a, b] = [pages[first]!, pages[second]!];
    const score = await tools.verify(a.fingerprint, b.fingerprint);
    links.push({ first, second, same: a.template === b.template, score });
  }
  return links;
}
